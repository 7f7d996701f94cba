"""An attribution as the ledger gives it, and the run that wrote it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sayso.records.attributions import Attribution
from sayso.records.judgements import Judgement


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution of the ledger in its story's words, with where it stands.

    `source`, `cue` and `content` are words; the offsets are those of `attribution`. `judged` is what an analyst decided
    on whose words they are, None where nobody has.
    """

    story_id: str
    revision: int
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    source: str
    cue: str
    content: str
    attribution: Attribution
    modified: str | None = None
    note: str | None = None
    judged: Judgement | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """Who wrote a row of the ledger: a version of the code with a model and its parameters."""

    code_version: str
    model: str
    parameters: Mapping[str, str] = field(default_factory=dict)

"""How often the machine, by itself, decides as analysts did."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.claims.comparison import ComparisonModel, shipped_comparison_model
from sayso.ledger import Ledger
from sayso.records import Judgement, JudgementKind, Lineage, Origin, Source, Stance, Verdict
from sayso.reuse import ReuseIndex
from sayso.sources import join_sources
from sayso.trace.comparing.judged import find_judged, judged_source
from sayso.trace.comparing.reports import find_reports
from sayso.trace.finding.questions import read_question
from sayso.trace.trace import trace

_VERDICTS = {Stance.SUPPORTS: Verdict.STATES, Stance.DENIES: Verdict.CONTRADICTS}


@dataclass(frozen=True, slots=True)
class Agreement:
    """The judgements of one kind that stand, by what the machine tells on them.

    Attributes:
        kind: Which kind.
        alike: Those that it decides as the analyst did.
        otherwise: Those that it does not, with what it tells.
        gone: Those that cannot be put to it: their words are not in the story's latest text any more, or no story gives
            their sources.
    """

    kind: JudgementKind
    alike: tuple[Judgement, ...]
    otherwise: tuple[tuple[Judgement, str], ...]
    gone: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class _Answer:
    """What the machine tells on a matter, and whether that is what was judged."""

    is_alike: bool
    told: str


_Ask = Callable[[Judgement], _Answer | None]


def score_judgements(ledger: Ledger, model: ComparisonModel | None = None) -> tuple[Agreement, ...]:
    """Put every judgement that stands to the machine, as if nothing had been judged.

    An origin is asked for by tracing the judged words as a claim.

    Args:
        ledger: Whose judgements.
        model: What compares words with claims; the one that comes with sayso by default.

    Returns:
        An agreement for each kind with a judgement; none where nothing was judged.

    Raises:
        LedgerError: The ledger cannot be read.
        ModelError: The model is damaged.
    """
    judgements = ledger.judgements()
    if not judgements:
        return ()
    machine = _Machine(ledger, model or shipped_comparison_model(), judgements)
    return tuple(
        _agree(kind, [one for one in judgements if one.kind is kind], machine.asking(kind))
        for kind in JudgementKind
        if any(one.kind is kind for one in judgements)
    )


def _agree(kind: JudgementKind, judgements: Sequence[Judgement], ask: _Ask) -> Agreement:
    answers = [(judgement, ask(judgement)) for judgement in judgements]
    return Agreement(
        kind,
        alike=tuple(judgement for judgement, answer in answers if answer and answer.is_alike),
        otherwise=tuple((judgement, answer.told) for judgement, answer in answers if answer and not answer.is_alike),
        gone=tuple(judgement for judgement, answer in answers if answer is None),
    )


class _Machine:
    """What is told without judgements."""

    def __init__(self, ledger: Ledger, model: ComparisonModel, judgements: Sequence[Judgement]) -> None:
        self._ledger = ledger
        self._model = model
        kinds = {judgement.kind for judgement in judgements}
        self._group: dict[str, int] = {}
        if kinds & {JudgementKind.SAME_SOURCE, JudgementKind.ATTRIBUTION}:
            groups = join_sources([source for source in ledger.resolved_sources() if source.name])
            self._group = {key: number for number, group in enumerate(groups) for key in group.keys}
        self._lineages: dict[str, Lineage] = {}
        if copies := {one.one for one in judgements if one.kind is JudgementKind.COPY}:
            index = ReuseIndex(ledger, with_judgements=False)
            index.update()
            self._lineages = {one.story_id: one for one in index.lineage_of(copies, with_extents=False)}

    def asking(self, kind: JudgementKind) -> _Ask:
        """What answers judgements of a kind."""
        return {
            JudgementKind.SAME_SOURCE: self._tell_same,
            JudgementKind.CLAIM: self._tell_claim,
            JudgementKind.COPY: self._tell_copy,
            JudgementKind.ORIGIN: self._tell_origin,
            JudgementKind.ATTRIBUTION: self._tell_attribution,
        }[kind]

    def _tell_same(self, judgement: Judgement) -> _Answer | None:
        if not {judgement.one, judgement.other} <= self._group.keys():
            return None
        same = self._are_one(judgement.one, judgement.other)
        return _Answer(same == (judgement.verdict is Verdict.YES), "one source" if same else "two sources")

    def _tell_claim(self, judgement: Judgement) -> _Answer | None:
        candidates = find_judged(self._ledger, judgement)
        if not candidates:
            return None
        question = read_question(judgement.other)
        stances = {report.stance for report in find_reports(self._model, question.claim, candidates)}
        told = {_VERDICTS[stance] for stance in stances if stance in _VERDICTS} or {Verdict.NEITHER}
        if question.is_denial:
            turned = {Verdict.STATES: Verdict.CONTRADICTS, Verdict.CONTRADICTS: Verdict.STATES}
            told = {turned.get(verdict, verdict) for verdict in told}
        return _Answer(told == {judgement.verdict}, " and ".join(sorted(told)))

    def _tell_copy(self, judgement: Judgement) -> _Answer | None:
        lineage = self._lineages[judgement.one]
        heads = [parent.story_id for parent in lineage.parents[: len(lineage.families)]]
        is_copy = judgement.other in heads
        told = f"made from {' and '.join(heads)}" if heads else "made from none"
        return _Answer(is_copy == (judgement.verdict is Verdict.YES), told)

    def _tell_origin(self, judgement: Judgement) -> _Answer | None:
        meant = {(one.story.id, one.proposition) for one in find_judged(self._ledger, judgement)}
        if not meant:
            return None
        found = trace(self._ledger, judgement.words.replace(";", ","), model=self._model, with_judgements=False)
        of = [
            origin
            for origin in (*found.origins, *found.denials)
            if any((report.story_id, report.proposition) in meant for report in origin.reports)
        ]
        named = [origin for origin in of if origin.name]
        source = judged_source(self._ledger, judgement)
        told = " and ".join(sorted({origin.name or "" for origin in named})) or "not recorded"
        if source is None:
            return _Answer(not named, told)
        return _Answer(any(_is_origin(origin, source) for origin in named), told)

    def _tell_attribution(self, judgement: Judgement) -> _Answer | None:
        candidates = find_judged(self._ledger, judgement)
        if not candidates:
            return None
        sources = [one.who for one in candidates if one.who]
        keys = {one.identity.key: one.name for one in sources if one.identity and one.name}
        told = " and ".join(sorted(filter(None, keys.values()))) or "no source"
        if judgement.verdict is Verdict.NOBODY:
            return _Answer(not keys, told)
        return _Answer(bool(keys) and all(self._are_one(key, judgement.other) for key in keys), told)

    def _are_one(self, one: str, other: str) -> bool:
        return one == other or (one in self._group and self._group[one] == self._group.get(other))


def _is_origin(origin: Origin, source: Source) -> bool:
    return origin.name in (source.name, source.identity and source.identity.name)

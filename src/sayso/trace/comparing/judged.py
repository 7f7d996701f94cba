"""What an analyst decided on a claim: it stands over what the comparison and the reading of sources tell."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from sayso.ledger import Ledger, fold_claim, split_claim, split_words
from sayso.records import (
    Attribution,
    Identity,
    Judgement,
    JudgementKind,
    Proposition,
    Source,
    SourceKind,
    Speech,
    Stance,
    Verdict,
)
from sayso.sources import identity_of, outlet_name
from sayso.text.matching import find_same_words
from sayso.trace.finding.candidates import Candidate, is_published_by, propositions_of
from sayso.trace.finding.questions import Question

JUDGED_SCORE = 1.0

_Place = tuple[str, Proposition]
"""The words of a story, as candidates and reports name them."""

_STANCES = {Verdict.STATES: Stance.SUPPORTS, Verdict.CONTRADICTS: Stance.DENIES}
_TURNED = {Stance.SUPPORTS: Stance.DENIES, Stance.DENIES: Stance.SUPPORTS}
_KINDS = {str(kind): kind for kind in SourceKind}


@dataclass(frozen=True, slots=True)
class Judged:
    """The judgements that bear on one query.

    Attributes:
        same_source: Those on who is one source.
        asked: The parts of the claim that words are compared with, and what each is in the query, on which is judged:
            without its month, its speaker or its "is false" a part is another claim. Both as claims are folded.
        is_denial: Whether it is asked that the claim be false.
        rulings: What words do with a claim, by where they stand and the claim.
        on_sources: Whose words they are and where their chain ends, by where they stand.
        origins: The sources of `on_sources` where a chain ends, by where the words stand.
    """

    same_source: tuple[Judgement, ...] = ()
    asked: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    is_denial: bool = False
    rulings: Mapping[_Place, Mapping[str, Judgement]] = field(default_factory=lambda: MappingProxyType({}))
    on_sources: Mapping[_Place, tuple[Judgement, ...]] = field(default_factory=lambda: MappingProxyType({}))
    origins: Mapping[_Place, Source] = field(default_factory=lambda: MappingProxyType({}))

    def ruling(self, part: str, candidate: Candidate) -> Judgement | None:
        """The decision on what words do with a part of the claim; None where there is none."""
        folded = fold_claim(part)
        return self.rulings.get(_place(candidate), {}).get(self.asked.get(folded, folded))

    def stance(self, ruling: Judgement) -> Stance | None:
        """What words do with the claim by a decision; None if neither."""
        stance = _STANCES.get(ruling.verdict)
        return _TURNED[stance] if stance and self.is_denial else stance

    def without_rulings(self) -> "Judged":
        """The same for another claim than the one asked, on which nothing was judged."""
        return replace(self, rulings=MappingProxyType({}))

    def on(self, candidate: Candidate) -> tuple[Judgement, ...]:
        """The decisions on whose words they are, and where their chain ends."""
        return self.on_sources.get(_place(candidate), ())

    def origin(self, candidate: Candidate) -> Source | None:
        """Where the chain of words ends by a decision; None where none names a source."""
        return self.origins.get(_place(candidate))


NOTHING_JUDGED = Judged()


def judge_candidates(
    ledger: Ledger, query: str, question: Question, found: Sequence[Candidate], as_of: date | None
) -> tuple[list[Candidate], Judged]:
    """The candidates with their sources as they were judged, and the judgements that bear on the query.

    Words that were judged on the claim are among them, whether or not they were found.
    """
    parts, on_claim = _fold_parts(query), judgements_on(ledger, query)
    stories = {one.story.id for one in found} | {one.one for one in on_claim}
    on_sources = [
        one
        for kind in (JudgementKind.ATTRIBUTION, JudgementKind.ORIGIN)
        for one in ledger.judgements(kind)
        if one.one in stories
    ]
    placed = _place_judgements(ledger, [*on_claim, *on_sources])
    candidates = {_place(one): one for one in found}
    rulings: dict[_Place, dict[str, Judgement]] = {}
    told: dict[_Place, tuple[Judgement, ...]] = {}
    origins: dict[_Place, Source] = {}
    for judgement, meant in placed:
        source = judged_source(ledger, judgement)
        for candidate in meant:
            place = _place(candidate)
            if judgement.kind is JudgementKind.CLAIM:
                rulings.setdefault(place, {})[fold_claim(judgement.other)] = judgement
                if as_of is None or is_published_by(candidate.story, as_of):
                    candidates.setdefault(place, candidate)
                continue
            told[place] = (*told.get(place, ()), judgement)
            if judgement.kind is JudgementKind.ATTRIBUTION and place in candidates:
                candidates[place] = _with_source(candidates[place], source)
            elif judgement.kind is JudgementKind.ORIGIN and source:
                origins[place] = source
    compared = _fold_parts(question.claim)
    asked = dict(zip(compared, parts, strict=True)) if len(compared) == len(parts) else {}
    same_source = ledger.judgements(JudgementKind.SAME_SOURCE)
    judged = Judged(same_source, asked, question.is_denial, rulings, told, origins)
    return list(candidates.values()), judged


def judgements_on(ledger: Ledger, query: str) -> list[Judgement]:
    """The decisions that stand on what words do with a claim, or with a part of it, oldest first."""
    parts = _fold_parts(query)
    return [one for one in ledger.judgements(JudgementKind.CLAIM) if fold_claim(one.other) in parts]


def find_judged(ledger: Ledger, judgement: Judgement) -> list[Candidate]:
    """The propositions of a story's latest text that hold the words of a judgement; none where they are gone."""
    return [candidate for _, meant in _place_judgements(ledger, [judgement]) for candidate in meant]


def judged_source(ledger: Ledger, judgement: Judgement) -> Source | None:
    """The source that a judgement names: as most stories give it; None where it names none.

    Of a story where a chain ends, it is the outlet.
    """
    if judgement.verdict is Verdict.STORY:
        story = ledger.stories_by_id([judgement.other]).get(judgement.other)
        name = (story and story.outlet) or f"story {judgement.other}"
        source = Source(name, SourceKind.MEDIA, reason=judgement.reason)
        return replace(source, identity=identity_of(source, story.published if story else None))
    if judgement.verdict is not Verdict.SOURCE:
        return None
    if known := ledger.resolved_sources([judgement.other]) or _called(ledger, judgement.name):
        return known[0]
    kind = _KINDS.get(judgement.other.partition(":")[0], SourceKind.ORGANISATION)
    if kind is SourceKind.ORGANISATION and outlet_name(judgement.name):
        kind = SourceKind.MEDIA
    identity = Identity(judgement.other, judgement.name, judgement.reason, JUDGED_SCORE)
    return Source(judgement.name, kind, reason=judgement.reason, identity=identity)


def _called(ledger: Ledger, name: str) -> tuple[Source, ...]:
    """The one source that goes by a name, as a new reading may have given it another key; nobody where several do."""
    keys = [one.identity for one in ledger.sources(name) if one.name == name] if split_words(name) else []
    return ledger.resolved_sources(keys) if len(keys) == 1 else ()


def _place_judgements(ledger: Ledger, judgements: Iterable[Judgement]) -> list[tuple[Judgement, tuple[Candidate, ...]]]:
    """Judgements with the propositions that hold their words, each story looked at once."""
    read: dict[str, list[Candidate]] = {}
    placed = []
    for judgement in judgements:
        if judgement.one not in read:
            read[judgement.one] = list(propositions_of(ledger.reading(judgement.one)))
        cuts = read[judgement.one]
        found = find_same_words(judgement.words, [cut.words for cut in cuts])
        placed.append((judgement, tuple(cuts[place] for place in found)))
    return placed


def _fold_parts(claim: str) -> list[str]:
    return [fold_claim(part) for part in split_claim(claim)]


def _place(candidate: Candidate) -> _Place:
    return candidate.story.id, candidate.proposition


def _with_source(candidate: Candidate, source: Source | None) -> Candidate:
    """A candidate whose words are a source's, or nobody's."""
    attribution = candidate.attribution
    if attribution is None:
        if source is None:
            return candidate
        attribution = Attribution((), (), candidate.proposition.spans, Speech.INDIRECT, JUDGED_SCORE)
    return replace(candidate, attribution=replace(attribution, who=source))

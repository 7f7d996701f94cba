"""Which documents of several stories are one: the draft that an outlet saw, as others tell of it."""

from collections.abc import Sequence

from sayso.records import SourceKind
from sayso.sources import head_noun
from sayso.text.names import fold_name
from sayso.trace.origins.ends import Voice

SAME_DOCUMENT_SCORE = 0.75
"""How sure it is that documents are one where only their noun and the outlet that has them say so."""


def join_documents(voices: Sequence[Voice]) -> list[Voice]:
    """Sources with those documents as one that are told by the same noun, and by or through the same outlet.

    "The draft, seen by the Herald" is what the Herald's own story calls "a draft of the report". Documents that are
    told by two makers are two.
    """
    kept: list[Voice] = []
    for voice in voices:
        same = next((other for other in kept if _are_one(other, voice)), None)
        if same is None:
            kept.append(voice)
            continue
        one, other = (voice, same) if _has_maker(voice) else (same, voice)
        joined = one.with_more(other.reports, SAME_DOCUMENT_SCORE, "a document told of alike by one outlet")
        kept[kept.index(same)] = joined
    return kept


def _are_one(one: Voice, other: Voice) -> bool:
    if {one.source.kind, other.source.kind} != {SourceKind.DOCUMENT} or (_has_maker(one) and _has_maker(other)):
        return False
    return head_noun(one.source.name) == head_noun(other.source.name) and not _outlets(one).isdisjoint(_outlets(other))


def _has_maker(voice: Voice) -> bool:
    return voice.source.sides != (voice.source.name,)


def _outlets(voice: Voice) -> set[str]:
    """The outlets that have a document: those through which stories tell of it, else their own."""
    return {fold_name(report.via[-1] if report.via else report.outlet or "") for report in voice.reports}

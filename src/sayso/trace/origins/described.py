"""Bodies that a story only describes: the one of their kind that others name for the same: "a court", "the firm"."""

from collections.abc import Sequence, Set
from dataclasses import replace

from sayso.records import SourceKind
from sayso.sources import STATE, head_noun
from sayso.text.names import fold_name
from sayso.text.word_tables import word_table
from sayso.trace.origins.known import KnownSource
from sayso.trace.origins.speakers import Spoken

_NAMED_BY_KIND = (
    word_table("court courts tribunal tribunals judge judges bench panel magistrates justices arbitrators"),
    word_table("police constabulary force detectives officers gardai department"),
    word_table("union unions federation unionists guild lodge"),
    word_table("commission inquiry panel committee"),
    word_table("agency authority regulator watchdog inspectorate"),
    word_table("university college laboratory lab institute"),
    word_table("association federation society"),
    word_table("jury jurors"),
    word_table("council"),
    word_table("survey poll"),
    word_table("charity"),
    word_table("family relatives"),
)
"""What bodies of one kind are called, of which one word stands in their names."""
_COMPANY = word_table(
    "company firm group manufacturer maker retailer supermarket grocer operator carrier airline giant parent management"
)
"""What companies are called, in whose names mostly no such word stands."""
_BODIES = (SourceKind.ORGANISATION, SourceKind.COLLECTIVE, SourceKind.DOCUMENT)


def name_described(spoken: Sequence[Spoken]) -> list[Spoken]:
    """The speakers of one claim, bodies that are only described on the side of the one that is named of their kind."""
    every = {source for _, sources in spoken for source in sources}
    described = {source for source in every if _is_described(source)}
    meant = {source: side for source in described if (side := _side_of_kind(source, every - described))}
    return [
        (report, tuple(replace(one, sides=(meant[one],)) if one in meant else one for one in sources))
        for report, sources in spoken
    ]


def _is_described(source: KnownSource) -> bool:
    """Tell whether a source is a body without a name, of which no story tells to whom it belongs."""
    return source.kind in _BODIES and source.sides == (source.name,) and source.name.rsplit(" ", 1)[-1].islower()


def _side_of_kind(described: KnownSource, named: Set[KnownSource]) -> str | None:
    """The only side of those that are named of the kind that a noun tells; None where there is none, or several."""
    noun = head_noun(described.name)
    kinds = [kind for kind in _NAMED_BY_KIND if noun in kind]
    sides = {one.sides for one in named for kind in kinds if not kind.isdisjoint(_words_of(one))}
    if noun in _COMPANY:
        sides = {one.sides for one in named if _may_be_company(one)}
    return sides.pop()[0] if len(sides) == 1 else None


def _words_of(source: KnownSource) -> set[str]:
    return {word for name in (source.name, *source.sides, *source.names) for word in fold_name(name).split()}


def _may_be_company(source: KnownSource) -> bool:
    is_private = source.kind is SourceKind.ORGANISATION and not any(STATE in side for side in source.sides)
    return is_private and all(kind.isdisjoint(_words_of(source)) for kind in _NAMED_BY_KIND)

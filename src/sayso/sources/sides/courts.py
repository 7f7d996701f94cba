"""The court for which a judge or a bench speaks whose words name none."""

import re

from sayso.records import Source, SourceKind
from sayso.sources.meaning.naming import speaker_of
from sayso.sources.meaning.speakers import Scene
from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.offices.office_words import NO_LONGER
from sayso.sources.sides.told_sides import told_role

_JUDGE = re.compile(
    r"(?:[\w.-]+ )*(?:judges?|justices?|magistrates?)|(?:[\w-]+ )?bench|[\w]+-(?:judge|member) panel", re.IGNORECASE
)
_PANEL_OF = re.compile(
    r"(?:[\w-]+ )*(?:panel|judges?|bench|justices?) (?:of|at|from) (?:the )?(?P<court>[A-Z].*\bCourt\b.*)"
)
_COURT = re.compile(r"\b(?:Court|Tribunal)\b(?! of (?:Auditors|Accounts))")
_LEVELS = ("district", "circuit", "superior", "county", "federal", "appeal", "sessions", "high", "magistrate")
"""Words of a judge's title that the name of the court has too, if it is that judge's."""


def find_court(source: Source, scene: Scene) -> Source | None:
    """The one court that a story names, or names before, for a judge or a bench of it; None for others.

    A judge whose title tells of another level than the court's name is not of it, nor one of a supreme court, which
    has justices.
    """
    words = told_role(source, scene.text) if source.role and source.named_in else source.role or source.name or ""
    if named := _PANEL_OF.fullmatch(words):
        return Source(named["court"], SourceKind.ORGANISATION, named_in=source.named_in)
    if not _JUDGE.fullmatch(words) or NO_LONGER.search(words):
        return None
    courts = {member for member in scene.cast.named if member.kind is MentionKind.BODY and _COURT.search(member.name)}
    if len(courts) > 1 and source.named_in:
        before = {member for _, member in scene.cast.between(0, source.named_in[0].start)}
        courts &= before
    if len(courts) != 1:
        return None
    court, told = courts.pop(), words.casefold()
    name = court.name.casefold()
    differs = any(level in told and level not in name for level in _LEVELS)
    if differs or ("supreme" in name and "justice" not in told):
        return None
    return speaker_of(court).source

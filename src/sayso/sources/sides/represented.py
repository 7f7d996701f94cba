"""The groups for whom lawyers speak: "the families' lawyer", "lawyer for the plaintiffs", "their lawyer"."""

import re

from sayso.records import Source, SourceKind
from sayso.sources.names.people import Cast

_LAWYER = r"(?:lawyer|attorney|solicitor|barrister|counsel|spokes(?:man|woman|person)|representative)s?"
_GROUP = (
    r"(?:plaintiffs|families|relatives|survivors|victims|defendants|claimants|accused|suspects|parents|complainants|"
    r"investors|shareholders|villagers|detainees|prisoners|hostages|petitioners)"
)
_THEIRS = re.compile(
    rf"(?:the )?(?:[\w-]+ )*?(?P<owner>{_GROUP})['’]? (?:[a-z][\w-]* )*{_LAWYER}|"
    rf"(?:an? |the )?(?:[a-z][\w-]* )*{_LAWYER} (?:of|for|to|representing) (?:the |some |several |many |\d+ )*"
    rf"(?:[a-z][\w-]* )*?(?P<of>{_GROUP})(?: .*)?",
    re.IGNORECASE,
)
_THEIR = re.compile(rf"their (?:[a-z][\w-]* )*{_LAWYER}", re.IGNORECASE)
_TOLD = re.compile(rf"\b{_GROUP}\b", re.IGNORECASE)
_BEFORE_CHARS = 240


def find_represented(source: Source, cast: Cast) -> Source | None:
    """The group for which a lawyer speaks, by the role or, of "their lawyer", by whom the story tells of before."""
    for words in filter(None, (source.role, source.name)):
        group = None
        if told := _THEIRS.fullmatch(words):
            group = told["owner"] or told["of"]
        elif _THEIR.fullmatch(words) and source.named_in:
            start = source.named_in[0].start
            before = _TOLD.findall(cast.text, max(0, start - _BEFORE_CHARS), start)
            group = before[-1] if before else None
        if group:
            return Source(group.casefold(), SourceKind.COLLECTIVE)
    return None

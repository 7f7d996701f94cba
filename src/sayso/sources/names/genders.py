"""The gender of somebody named, by titles, given names and the pronouns next to the name."""

import re
from collections import Counter
from collections.abc import Sequence

from sayso.sources.lexicon import PLURAL_PRONOUNS
from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.mentions import Mention

_COURTESY = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Sir|Dame|Lady|Lord)\b")
_PRONOUN_AFTER = re.compile(r"[^.\n]{0,80}?\b(he|his|she|her)\b")


def find_gender(text: str, group: Sequence[Mention], kind: MentionKind) -> str | None:
    """The gender of whom a group of mentions names: "male" or "female"; None where nothing tells it."""
    return _gender_told(group) or _gender_by_pronouns(text, group, kind)


def _gender_told(group: Sequence[Mention]) -> str | None:
    """The gender that titles and given names tell most often."""
    gendered = [mention for mention in group if mention.gender]
    if not gendered:
        return None
    genders = Counter(mention.gender for mention in gendered)
    # "Mr" tells more than a given name, whose gender differs between languages.
    genders.update(mention.gender for mention in gendered * 2 if _COURTESY.search(mention.before))
    return genders.most_common(1)[0][0]


def _gender_by_pronouns(text: str, group: Sequence[Mention], kind: MentionKind) -> str | None:
    """The gender that the pronouns next to a name tell, where they agree two to one."""
    may_be_person = kind is MentionKind.UNCLEAR and any(" " in mention.name for mention in group)
    if kind is not MentionKind.PERSON and not may_be_person:
        return None
    heard: Counter[str] = Counter()
    for mention in group:
        found = _PRONOUN_AFTER.match(text, mention.span.end)
        if found and found[1] not in PLURAL_PRONOUNS:
            heard["male" if found[1] in {"he", "his"} else "female"] += 1
    if heard["male"] >= 2 * heard["female"] + 1:
        return "male"
    return "female" if heard["female"] >= 2 * heard["male"] + 1 else None

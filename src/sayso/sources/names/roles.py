"""The role that a person is shown with: of what a story tells beside the name, what says what they are."""

import re
from collections.abc import Iterable
from functools import lru_cache

from sayso.sources.lexicon import (
    BODY_NOUNS,
    COURTESY_TITLES,
    DETERMINERS,
    FORMS_OF_ADDRESS,
    GROUP_NOUNS,
    PERSON_NOUNS,
    PREPOSITIONS,
    RELATIVE_PRONOUNS,
    ROLE_NOUNS,
    SAYING_WORDS,
    TITLES,
)
from sayso.sources.names.runs import is_acronym
from sayso.text.word_tables import word_table

_NOUNS = (PERSON_NOUNS | ROLE_NOUNS | TITLES | COURTESY_TITLES.keys()) | word_table(
    "man woman operative watchdog celebrity"
)
_BODIES = BODY_NOUNS | GROUP_NOUNS
_CLAUSE_WORDS = (RELATIVE_PRONOUNS | PREPOSITIONS) | word_table(
    "he she it they we i you there then has have had was were is are be been may might could should would will"
)
"""What opens with one of these is a clause or a circumstance: "who was defeated", "throughout his campaign"."""
_OF_OFFICE = re.compile(
    r"who (?:now |currently |also )?(?:heads|leads|runs|chairs|directs|oversees|manages|represents|owns|edits|founded|"
    r"teaches|studies|covers|specialises|specializes|advises|(?:serves|served|works|worked) (?:as|at|for|in|with|on))\b"
)
_LEAD = re.compile(
    r".*[—–]\s*|.*\b(?:Media|Image|Video) caption |CLOSE |(?:Said|Added|Wrote|Asked|Tweeted|Take|Enter|Meet) |"
    r"[a-z]+ing (?=(?:his|her|their) )|"
    r"(?:That|Here|There)['’]s (?:how |why |what |where |when )?"
)
"""What may stand between the start of a sentence and a title: "Here's NPR's correspondent Jane Doe"."""
_VERB = re.compile(
    r"(?P<subject>\S+) (?:(?:also|then|later|has|had|have|is|are|was|were|will) )*"
    r"(?:(?!acting\b)[a-z]+(?:ed|ing|s(?= [A-Z]))|held|met|told|took|shot|beat|sent|found|caught|sought|fought|saw|"
    r"tells|asks|urges|meets|sues|includes?) (?=\S)"
)
_ARTICLE = re.compile(r"(?:an?|the) ", re.IGNORECASE)
_ONE_OF = re.compile(r"one of (?:the|several|many|two|three) ", re.IGNORECASE)
_PLURAL_MEN = re.compile(r"men$")
_AFTER_HEAD = re.compile(rf",|\s(?:{'|'.join(sorted(PREPOSITIONS | RELATIVE_PRONOUNS))}|now|turned|and(?! [A-Z]))\b")
BODY_IN_FRONT = re.compile(
    r"(?P<body>(?:[A-Z][\w.&-]* )+(?:of|for) (?:the )?[A-Z][\w.&-]*(?: (?:and )?[A-Z][\w.&-]*)*) "
    r"(?=[a-z])(?!(?:and|of|for|at|in|to|on|with|from|who)\b)"
)
"""The body in front of its officer's noun: "Bank of England governor"."""
_PERSONAL = re.compile(r"\w{2,}(?:man|woman|person|ist|ian|can|er|or|eer|ee|crat|ant)")
"""How the words for people end that no list has: "bundler", "trustee", "Republican"."""


_WHO_IS = re.compile(r"who is(?: (?:now|also|currently))? (?=an? |the )")
"""What a clause on what somebody is may open with: "who is the mayor"."""
_ADDRESSES = FORMS_OF_ADDRESS.keys() | {"mx"}
_RANK = re.compile(
    r"(?:(?:Brig|Maj|Lt|Adm|Gen|Col|Capt|Cmdr|Sgt|Cpl|Det|Insp|Supt|Dr|Prof|Rev|Fr|Engr|Atty)\.?|(?:Brigadier|Major|Lieutenant|"
    r"General|Colonel|Captain|Commander|Vice|Rear|Admiral|Sergeant|Corporal|Detective|Inspector|Superintendent|Officer|"
    r"Chief (?:Commissioner|Inspector|Superintendent)|"
    r"Doctor|[Pp]rofessor|[Pp]rosecutor|Reverend|Sir|Dame|Lord|Lady)(?![a-z]))(?: |-|$)"
)
_RANK_ALONE = re.compile(rf"(?:{_RANK.pattern})+")
_RANK_BEHIND = re.compile(
    r"(?<=\w)(?<!Notre) (?:Dr|Prof|Sir|Dame|Mr|Mrs|Ms|Rev)\.?$|"
    r"(?<=man|son) (?:(?:Lt|Maj|Col|Brig|Gen|Capt|Cmdr|Sgt)\.?|Colonel|Brigadier|General|Captain|Major)"
    r"(?: (?:Col|Gen)\.?| Colonel| General)?$"
)
"""What only goes with the name: "Health Commissioner Dr.", "army spokesman Lt. Col."."""


def pick_role(told: Iterable[str]) -> str | None:
    """The first of what a story tells of a person that says what they are, without words around it; None if none does.

    "President Jane Doe criticized her former attorney" in front of John Roe leaves "her former attorney"; "who grew up
    in Ohio", "the president's popularity within the party" and "Mr." say nothing of the kind. An office tells more
    than a rank: "Lt. Jane Doe, a police spokeswoman".
    """
    roles = [role for words in told if not _is_address(words) and (role := _role_in(words))]
    offices = (role for role in roles if head_noun(role) in ROLE_NOUNS and not is_rank(role))
    office = next(offices, None) if roles and is_rank(roles[0]) else None
    return office or next(iter(roles), None)


def is_rank(role: str) -> bool:
    """Tell whether a role is nothing but a rank, beside which an office tells more: "Brig. Gen.", "Prof."."""
    return _RANK_ALONE.fullmatch(role) is not None


@lru_cache(maxsize=1 << 12)
def _is_address(words: str) -> bool:
    return all(word.rstrip(".").casefold() in _ADDRESSES for word in words.split())


@lru_cache(maxsize=1 << 12)
def head_noun(words: str) -> str:
    """The noun that words are built on, in small letters: "bloggers" of "Russian bloggers close to the army"."""
    phrase = words[: _end_of_head(words)].split()
    return phrase[-1].casefold() if phrase else ""


@lru_cache(maxsize=1 << 12)
def _role_in(words: str) -> str:
    opened = _LEAD.match(words) or _WHO_IS.match(words)
    role = _RANK_BEHIND.sub("", words[opened.end() :] if opened else words)
    first, _, rest = role.partition(" ")
    if rest and first in SAYING_WORDS:
        return _role_in(rest)
    for verb in () if _ARTICLE.match(role) else _VERB.finditer(role, 0, _end_of_head(role)):
        subject = verb["subject"]
        if subject[0].isupper() or subject in _BODIES or _is_person(subject.removesuffix("s")):
            return _role_in(role[verb.end() :])
    return role if _OF_OFFICE.match(role) or _names_person(role) else ""


def _end_of_head(phrase: str) -> int:
    body = BODY_IN_FRONT.match(phrase)
    found = _AFTER_HEAD.search(phrase, body.end() if body else 0)
    return found.start() if found else len(phrase)


def _names_person(role: str) -> bool:
    """Tell whether the noun that a phrase is about, or a title in front of it, is a person's."""
    first = role.split(" ", 1)[0]
    if first.casefold() in _CLAUSE_WORDS and not is_acronym(first):
        return False  # "who" opens a clause, "WHO" of "WHO spokesman" none
    one_of = _ONE_OF.match(role)
    phrase = role[one_of.end() :] if one_of else role
    words = phrase[: _end_of_head(phrase)].split()
    if one_of and words:
        return _is_person(_PLURAL_MEN.sub("man", words[-1]).removesuffix("s"))
    return bool(words) and (_is_person(words[-1]) or any(word.rstrip(".").casefold() in _NOUNS for word in words))


def _is_person(word: str) -> bool:
    bare = word.rstrip(".").casefold().removeprefix("co-")
    return bare in _NOUNS or (bare not in DETERMINERS and _PERSONAL.fullmatch(bare) is not None)

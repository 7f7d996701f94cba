"""A story's cast: everybody and every body that it names, each under its fullest name."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.records import Span
from sayso.sources.known.gazetteer import find_body
from sayso.sources.known.given_names import SURNAMES_IN_FRONT, gender_of
from sayso.sources.known.leaders import find_leader_named
from sayso.sources.lexicon import PERSON_NOUNS
from sayso.sources.names.acronyms import find_acronyms
from sayso.sources.names.beside_names import leads_to_own
from sayso.sources.names.genders import find_gender
from sayso.sources.names.headlines import read_headlines
from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.mentions import Mention, find_mentions
from sayso.sources.names.misprints import find_misprinted
from sayso.sources.names.photographers import is_photographer
from sayso.sources.names.runs import LINKS, is_acronym
from sayso.sources.names.shared_surnames import (
    find_relatives,
    find_shared_surnames,
    find_younger,
    fold_apart,
    short_forms,
    surname_in,
    with_patronymic,
)
from sayso.sources.names.short_names import find_long_names, fold, is_in_place
from sayso.sources.names.told_bodies import tell_bodies
from sayso.text.sentences import Sentences, find_sentences

_SAYING_BEFORE = re.compile(r"^.*\b(?:quoted|cited|told|asked|said|says|wrote)\s+", re.DOTALL)
"""What stands before a role and is another's: "the agency quoted ministry spokesman Ann Lee"."""
_WORD = re.compile(r"[\w-]+")
_OF_ANOTHER = re.compile(r"(?P<who>[\w-]+)['’]s ")
TITLES_IN_FULL = {
    "gov": "governor", "sen": "senator", "rep": "representative", "gen": "general", "col": "colonel",
    "sgt": "sergeant", "capt": "captain", "lt": "lieutenant", "maj": "major", "adm": "admiral", "prof": "professor",
    "dr": "doctor", "cmdr": "commander", "rev": "reverend", "cllr": "councillor", "brig": "brigadier", "fr": "priest",
    "msgr": "monsignor", "supt": "superintendent", "insp": "inspector", "det": "detective", "cpl": "corporal",
}  # fmt: skip
_LONGEST_ACRONYM_CHARS = 4
"""A surname may be written in capitals too; what is no longer than this is likelier an acronym."""
_PERSON_KINDS = (MentionKind.PERSON, MentionKind.UNCLEAR)


@dataclass(frozen=True, slots=True, eq=False)
class Member:
    """One person or body of a story; each is only itself, however much another is called the same.

    `words` holds, in lower case, all that the story says of it in titles and appositions; `spans` where it is named;
    `articled` tells that an article stands before its name.
    """

    name: str
    kind: MentionKind
    gender: str | None
    words: frozenset[str]
    roles: tuple[str, ...]
    spans: tuple[Span, ...]
    full_span: Span | None
    articled: bool


@dataclass(frozen=True, slots=True)
class Cast:
    """A story's members, its mentions in text order, and the member that each of these names; `pairs` has both."""

    text: str
    sentences: Sentences
    mentions: tuple[Mention, ...]
    named: tuple[Member, ...]
    acronyms: dict[str, Member]
    starts: tuple[int, ...]
    pairs: tuple[tuple[Mention, Member], ...]

    def between(self, start: int, end: int) -> tuple[tuple[Mention, Member], ...]:
        """The mentions that start within [start, end) characters, each with whom it names."""
        return self.pairs[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def members(self) -> list[Member]:
        """Every member once, first named first."""
        return list(dict.fromkeys(self.named))


def build_cast(text: str, left_out: Sequence[Span] = (), day: str | None = None) -> Cast:
    """Find who is named in a text of a day, under which fullest name; names within spans left out do not count.

    On that day, where it is known, a surname alone means the head of state or government who bears it.
    """
    mentions = tuple(
        mention
        for mention in tell_bodies(text, read_headlines(text, find_mentions(text)))
        if not any(mention.span.overlaps(span) for span in left_out) and not is_photographer(text, mention)
    )
    spelt_out = find_acronyms(text, mentions)
    acronyms = {short: fold(mention.name) for short, mention in spelt_out.items()}
    keys = _join_names(text, mentions, acronyms, day)
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention, key in zip(mentions, keys, strict=True):
        groups[key].append(mention)
    for mention in spelt_out.values():
        if groups.get(key := fold(mention.name)) and mention not in groups[key]:
            groups[key].append(mention)
    members = {key: _make_member(text, key, group) for key, group in groups.items()}
    named = tuple(members[key] for key in keys)
    shorts = {short: members[key] for short, key in acronyms.items() if key in members}
    starts, pairs = tuple(mention.span.start for mention in mentions), tuple(zip(mentions, named, strict=True))
    return Cast(text, find_sentences(text), mentions, named, shorts, starts, pairs)


def _join_names(text: str, mentions: tuple[Mention, ...], acronyms: dict[str, str], day: str | None) -> list[str]:
    """For each mention the key of whom it names: the folded fullest name."""
    seniors = {fold(mention.name) for mention in mentions}
    folded_names = {mention.name: fold_apart(mention.name, seniors) for mention in mentions}
    full = _full_persons(mentions, folded_names)
    by_word: dict[str, list[str]] = defaultdict(list)
    for name in full:
        for word in short_forms(name):
            by_word[word].append(name)
    long_form: dict[str, str] = {}
    for name in full:
        alike = by_word[surname_in(name)]
        plain = [other for other in alike if _is_nicknamed(name, other, full)]
        longer = [other for other in alike if _extends(other, name) and not _is_nicknamed(other, name, full)]
        long_form[name] = max(plain or longer, key=len, default=name)
    first_named: dict[str, int] = {}
    for mention in mentions:
        first_named.setdefault(long_form.get(folded_names[mention.name], ""), mention.start)
    genders = {fold(mention.name): mention.gender for mention in mentions if mention.gender}
    long_names = find_long_names(mentions)
    of_persons = {word for each in mentions if each.kind is MentionKind.PERSON for word in fold(each.name).split()}
    shared, relatives = find_shared_surnames(text, mentions), find_relatives(text, mentions)
    keys = []
    for mention in mentions:
        folded = folded_names[mention.name]
        if mention.name in acronyms:
            key = acronyms[mention.name]
        elif younger := find_younger(text, mention, folded, full):
            key = younger
        elif folded in shared:
            key = folded
        elif folded in full:
            key = long_form[folded]
        elif folded in long_names and folded not in of_persons:
            key = long_names[folded]
        elif (
            " " not in folded
            and (not is_acronym(mention.name) or len(folded) > _LONGEST_ACRONYM_CHARS)
            and (mention.kind in _PERSON_KINDS or (folded in by_word and not is_in_place(text, mention)))
        ):
            short = with_patronymic(text, mention.span.start, folded)
            key = _find_short(short, mention, by_word, full, long_form, genders, first_named, relatives, day)
        else:
            key = folded
        keys.append(key)
    return keys


def _full_persons(mentions: Iterable[Mention], folded_names: Mapping[str, str]) -> dict[str, int]:
    """Folded names of two words and more that are, or may be, persons' names: how often they stand."""
    counts: Counter[str] = Counter()
    singles: set[str] = set()
    unclear: Counter[str] = Counter()
    for mention in mentions:
        folded = folded_names[mention.name]
        if " " not in folded:
            if mention.kind in _PERSON_KINDS:
                singles.add(folded)
        elif not LINKS.isdisjoint(mention.name.split()):
            continue
        elif find_body(mention.name.split()[0]):
            continue  # "UN Peru" of "UN Peru envoy Jane Doe"
        elif mention.kind is MentionKind.PERSON:
            counts[folded] += 1
        elif mention.kind is MentionKind.UNCLEAR and len(folded.split()) <= 4:
            unclear[folded] += 1
    surnames = {name.rsplit(" ", 1)[-1] for name in counts}
    for folded, count in unclear.items():
        words = folded.split(" ", 1)
        if words[0] in surnames and gender_of(words[0]) is None:
            continue  # "Novak Spare Roe" of a headline: no name begins with another's surname
        ends_name = any(name.endswith(f" {folded}") for name in counts)
        surname = words[0] if words[0] in SURNAMES_IN_FRONT else folded.rsplit(" ", 1)[-1]
        if folded in counts or ends_name or surname in singles or words[1] in counts:
            counts[folded] += count
    return dict(counts)


def _extends(longer: str, name: str) -> bool:
    """Tell whether one name is another with a middle name more or a given name more."""
    long_words, words = longer.split(), name.split()
    if len(long_words) <= len(words):
        return False
    return longer.endswith(f" {name}") or (long_words[0] == words[0] and long_words[-1] == words[-1])


def _is_nicknamed(longer: str, name: str, full: dict[str, int]) -> bool:
    """Tell whether a name has a word in front of its given name that is none, as rivals do: "Sleepy Joe Novak"."""
    word, given = longer.split()[0], name.split()[0]
    is_given = gender_of(given) is not None and given != "abu"  # which opens the surname of "Karim Abu Nasr"
    known = is_given and gender_of(word) is None and len(word) > len("h.")
    return longer.endswith(f" {name}") and known and full[longer] <= full[name]


def _find_short(
    folded: str,
    mention: Mention,
    by_word: dict[str, list[str]],
    full: dict[str, int],
    long_form: dict[str, str],
    genders: dict[str, str],
    first_named: dict[str, int],
    relatives: Container[str],
    day: str | None,
) -> str:
    """Whom a surname or a given name alone means: of all who have it, the one most often named in full, or first."""
    fitting = by_word.get(folded) or find_misprinted(folded, by_word)
    surnamed = [name for name in fitting if surname_in(name) == folded] or fitting
    if mention.gender:
        surnamed = [name for name in surnamed if genders.get(name, mention.gender) == mention.gender] or surnamed
    if not surnamed:
        return folded

    def likelihood(name: str) -> tuple[bool, bool, bool, int, int]:
        first = first_named.get(long_form[name], mention.start)
        # The surname of a head of state or government alone means no relative.
        is_leader = bool(find_leader_named(name, day))
        return is_leader, long_form[name] not in relatives, first <= mention.start, full[name], -first

    return long_form[max(surnamed, key=likelihood)]


def _without_owner(owner: re.Match[str]) -> str:
    """Nothing for a person whom another belongs to: "the bosun's wife" is no bosun; a body's words tell of its own."""
    return "" if owner["who"] in PERSON_NOUNS else owner[0]


def _make_member(text: str, key: str, group: list[Mention]) -> Member:
    full = _fullest(group, key)
    kinds = [mention.kind for mention in group]
    kind = MentionKind.PERSON if kinds.count(MentionKind.PERSON) > kinds.count(MentionKind.BODY) else full.kind
    told = (_SAYING_BEFORE.sub("", role) for mention in group for role in (mention.before, mention.after) if role)
    roles = tuple(dict.fromkeys(filter(None, told)))
    said = _WORD.findall(_OF_ANOTHER.sub(_without_owner, " ".join(roles).casefold())) if roles else ()
    words = frozenset(said) | {TITLES_IN_FULL[word] for word in said if word in TITLES_IN_FULL}
    return Member(
        full.name,
        kind,
        find_gender(text, group, kind),
        words,
        roles,
        tuple(mention.span for mention in group),
        full.span,
        _is_articled(text, group),
    )


def _fullest(group: list[Mention], key: str) -> Mention:
    """Where somebody is named most fully: in capitals throughout, as an acronym or with more before only for want."""
    if len(group) == 1:
        return group[0]
    written = [mention for mention in group if not mention.name.isupper() and " " in mention.name]
    candidates = written or [mention for mention in group if not is_acronym(mention.name)] or group
    candidates = [mention for mention in candidates if not fold(mention.name).endswith(f" {key}")] or candidates
    return max(candidates, key=lambda mention: len(mention.name.split()) * 100 + len(mention.name))


def _is_articled(text: str, group: list[Mention]) -> bool:
    """Tell whether "the" stands right before the name, as it does with bodies and not with persons.

    Before the last word alone of a name in several it may stand with persons, too: "the Doe brand".
    """
    whole = [each for each in group if " " in each.name] or group
    named = (each.span for each in whole if not each.before and not leads_to_own(text, each.span.end))
    return any(text[max(0, span.start - 4) : span.start].casefold() == "the " for span in named)

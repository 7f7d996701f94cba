"""The words that "who" and "which" stand for: the noun phrase right before them."""

import re

from sayso.records import SourceKind, Span
from sayso.sources.lexicon import (
    BODY_HEADS,
    DETERMINERS,
    DOCUMENT_NOUNS,
    GROUP_NOUNS,
    INDEFINITE,
    MEDIA_NOUNS,
    PERSON_NOUNS,
    PREPOSITIONS,
)
from sayso.sources.meaning.naming import speaker_of
from sayso.sources.meaning.speakers import Scene, Speaker
from sayso.sources.names.kinds import is_plural
from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.people import Member
from sayso.text.word_tables import word_table

_WORD = re.compile(r"\d[\d,.]*\d|[\w.'’-]*[\w’']")
_PERSONAL = frozenset({"who", "whom", "whose"})
_PERSONS = PERSON_NOUNS | GROUP_NOUNS
_THINGS = BODY_HEADS | DOCUMENT_NOUNS | MEDIA_NOUNS
_LINKS = frozenset({"of", "at", "in", "from", "for", "with", "on"})
_PARTING = PREPOSITIONS | word_table(
    "and or but that as than is was are were be been being not like has have had do does did will would can could may "
    "might must should i you he she it we they who which"
)
"""Words that are no part of a phrase before its noun: what they open stands apart."""
_OPENING = DETERMINERS | INDEFINITE | frozenset({"no", "any", "each", "every", "most", "few"})
SEVERAL_DO = re.compile(
    r" (?:(?:also|still|often|now|all|regularly|already) )?"
    r"(?:are|were|have|do|don['’]t|say|claim|argue|believe|think|want|know|see|fear|hope|feel|note|support|oppose|back"
    r"|attack|accuse|blame|call|demand|expect|live|need|plan|remain|seek|try|use|vote|work|criticise|criticize)\b"
)
"""A verb behind "who" that tells that several are meant."""
_SET_OF = re.compile(
    r"(?:(?:an?|the) (?:[\w-]+ )?)?"
    r"(?:group|number|majority|minority|coalition|handful|team|crowd|dozens|hundreds|thousands"
    r"|\d[\d.,]*(?: ?%| per ?cent)|half|third|quarter) of (?:the )?\Z"
)
_OF_WHOM = re.compile(
    r"(?P<people>[\w-]+) of (?:(?:both|all|the|these|those|its|their|his|her|our|two|several|many) )?\Z"
)
_LONGEST_SET_CHARS = 40
_HOME = re.compile(r" (?:of|in|from) [A-Z][\w. -]{2,30}\Z")
"""Where somebody named right before lives or holds office: "Gov. Jane Doe of Ohio, who"."""
_APPOSED = re.compile(
    r"(?:,| (?:is|was|remains|became)) (?:an?|the|one of|another) [^,;:.“”\"]{3,80}"
    r"|, (?:[A-Z][a-z]+ ){1,2}(?:Republican|Democrat)"
)
"""What somebody is, behind the name: "Jane Doe, a friend of Roe's who", "Jane Doe is a friend of Roe's who"."""
_HIDES = re.compile(
    r" (?:also )?(?:(?:asked|requested|wished|wanted|preferred|declined|refused)(?: not)? to "
    r"(?:be (?:named|identified|quoted)|remain anonymous)"
    r"|(?:asked for|requested|spoke on (?:the )?condition of) anonymity)\b"
)
_LONGEST_TAIL_WORDS, _LONGEST_LEAD_WORDS = 8, 6


def find_hidden(scene: Scene, pronoun: Span) -> Speaker | None:
    """Who "who asked not to be named" is: the unnamed one heard before in its sentence; None behind other words."""
    if not _HIDES.match(scene.text, pronoun.end):
        return None
    heard = scene.last_heard(pronoun.start)
    is_here = heard is not None and heard.at >= scene.cast.sentences.start_at(pronoun.start)
    return heard.speaker if heard and is_here and heard.speaker.member is None else None


def find_antecedent(scene: Scene, pronoun: Span) -> Span | None:
    """The noun phrase that a relative pronoun stands behind; None where none is plain.

    A name right before the pronoun is it ("China, which"), but not the end of a phrase whose head fits better
    ("military leaders at the Pentagon, who").
    """
    start = scene.cast.sentences.start_at(pronoun.start)
    end = start + len(scene.text[start : pronoun.start].rstrip(" ,(–—-").removesuffix(" alike"))
    word = pronoun.of(scene.text).casefold()
    several = word in _PERSONAL and SEVERAL_DO.match(scene.text, pronoun.end)
    if word in _PERSONAL and not several and (living := _HOME.search(scene.text, start, end)):
        at_home = [pair for pair in scene.cast.between(start, living.start()) if pair[0].span.end == living.start()]
        if at_home and _reads_as_person(at_home[-1][1]):
            return Span(at_home[-1][0].start, living.start())
    last = next((pair for pair in reversed(scene.cast.between(start, end)) if pair[0].span.end == end), None)
    fits = last and (last[1].kind is MentionKind.PERSON) == (word in _PERSONAL)
    if last and (speaker_of(last[1]).plural if several else fits):
        return Span(last[0].start, end)
    found = _described(scene, Span(start, end), _PERSONS if word in _PERSONAL else _THINGS, several=bool(several))
    for mention, member in scene.cast.between(start, found.start if found else end):
        if found and mention.after and mention.span.end < found.start < mention.span.end + len(mention.after) + 2:
            return mention.span
        apposed = word in _PERSONAL and member.kind is MentionKind.PERSON and not several
        if apposed and _APPOSED.fullmatch(scene.text, mention.span.end, end):
            return mention.span
    return found


def _reads_as_person(member: Member) -> bool:
    """Tell whether a name is a person's, or reads as one of two words and more that no table knows."""
    unclear = member.kind is MentionKind.UNCLEAR and " " in member.name
    return member.kind is MentionKind.PERSON or (unclear and speaker_of(member).source.kind is SourceKind.PERSON)


def _described(scene: Scene, within: Span, nouns: frozenset[str], *, several: bool) -> Span | None:
    """The last noun phrase within a stretch that has one of these nouns for its head and ends where that ends.

    Where `several` are meant ("supporters of the president, who say"), its head tells of several.
    """
    words = list(_WORD.finditer(scene.text, *within))
    for back, at in enumerate(range(len(words) - 1, max(-1, len(words) - 1 - _LONGEST_TAIL_WORDS), -1)):
        if scene.text[words[at].end() : within.end].count(",") or scene.text[words[at].start()] in "’'":
            return None
        word = words[at].group().casefold()
        are_called = nouns is _PERSONS and not back and words[at].group().islower() and is_plural(word)
        if word not in nouns and word.removesuffix("s") not in nouns and not are_called:
            continue
        if several and word not in GROUP_NOUNS and not is_plural(word):
            continue
        if word.removesuffix("s") not in PERSON_NOUNS and _are_of(scene.text[within.start : words[at].start()], nouns):
            continue
        if back and words[at + 1].group().casefold() not in _LINKS:
            if words[at + 1].group()[0].isupper() and words[at].group()[0].isupper():
                continue  # the title of a name: "critics of President Doe"
            return None
        return Span(start_of_phrase(scene.text, words, at), within.end)
    return None


def _are_of(before: str, nouns: frozenset[str]) -> bool:
    """Tell whether a body's noun only tells whose the people before it are: "leaders of both parties, who"."""
    owned = _OF_WHOM.search(before) if nouns is _PERSONS else None
    return owned is not None and owned["people"].casefold() in nouns


def start_of_phrase(text: str, words: list[re.Match[str]], head: int) -> int:
    """Where the phrase of a head noun starts: at its determiner, or before the words that describe it."""
    first = head
    while first and head - first < _LONGEST_LEAD_WORDS:
        before = words[first - 1]
        joined = before.group() == "and" and first > 1 and words[first - 2].group().casefold() in GROUP_NOUNS
        if text[before.end() : words[first].start()] != " ":
            break
        if before.group().casefold() in PREPOSITIONS:
            # Behind a preposition no verb can stand among the words that describe: "with far right groups".
            start = words[first].start()
            whole = _SET_OF.search(text, max(0, start - _LONGEST_SET_CHARS), start)
            return whole.start() if whole else start
        if (before.group().casefold() in _PARTING and not joined) or _is_verb(words, first - 1):
            break
        first -= 1
        if before.group().casefold() in _OPENING:
            return words[first].start()
    # Without a determiner, words in front may be a verb: only the head and a capital before it are sure.
    lead = first
    while lead < head and not (words[lead].group()[0].isupper() or words[lead].group()[0].isdigit()):
        lead += 1
    return words[lead].start()


def _is_verb(words: list[re.Match[str]], at: int) -> bool:
    """Tell "angered" in "the plan angered members" from "elected" in "the newly elected members"."""
    word, before = words[at].group(), words[at - 1].group() if at else ""
    describes = before.casefold() in _OPENING | _PARTING or before.endswith("ly") or not before.islower()
    return word.islower() and word.endswith("ed") and not describes

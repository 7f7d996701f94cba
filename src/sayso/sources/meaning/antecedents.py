"""Who a pronoun or a second name may mean: all named, heard or meant before it, and how likely each is.

Each place where one stands before the pronoun is a candidate with features of its own, whose weights are added up: its
nats. One is as likely as all of its places together.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from math import exp, log
from typing import NamedTuple

from sayso.records import SourceKind, Span
from sayso.sources.known.gazetteer import Match, match_country
from sayso.sources.lexicon import PREPOSITIONS, SAYING_WORDS
from sayso.sources.meaning.naming import speaker_of
from sayso.sources.meaning.speakers import Heard, Scene, Speaker
from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.mentions import Mention
from sayso.text.word_tables import word_table

WEIGHTS = {
    "behind a preposition": -0.18, "country": -0.73, "described": -0.98, "first in sentence": 0.76,
    "gave the interview": 3.0, "gender agrees": 1.16, "gender differs": -1.5, "in a quotation": -1.53,
    "kind unclear": -0.98, "mentions": 0.06, "named behind": -1.28, "named in the quotation": -1.11,
    "named next": 2.0, "object": -0.9, "pronoun": 0.42, "same paragraph": 0.83, "sentence before": 0.51,
    "sentences back": -0.75, "spoke": 1.35, "spoke last": 0.52, "spoke last, quoted before": 0.77,
    "spoke unnamed": 1.01, "subject": 0.79, "they of several": 1.41,
}  # fmt: skip
"""What speaks for and against a place, in nats, as `training.antecedents` fits it to the annotated stories; of who is
"named next" or "gave the interview" they have too few, and these weights are set by hand. Of 965 pronouns there 86 of
100 are right by weights that their story had no part in. Products of these signs, and distances told apart more finely,
are right no more often. Nor are 22 more signs, boosted trees, or a sign of one who answers whom the quotation before is
by."""
REACH_CHARS = 1500
"""No antecedent further back than this: beyond it the last speaker is as good a guess."""
_MOST_SENTENCES = 6
_MOST_MENTIONS = 8
_UNHEARD_SENTENCES = 3
"""How far ahead a story names whom it opens with as "he"."""
_NEXT_WORD = re.compile(r"(?:,[^,.;\n“\"]{2,60},| ?[(\[][^)\]]{1,30}[)\]]|,)? ([a-z][\w-]*)")
_WORD_BEFORE = re.compile(r"([A-Za-z][\w'’-]*)(?: the)? \Z")
_VERBS = SAYING_WORDS | word_table(
    "was is has had have did do does will would could can may might should must also who then later went made gave "
    "took came began became left met held stood sat kept"
)
_NO_VERBS = PREPOSITIONS | word_table("and or but the a an as that than administration campaign")
_NOUN_BEHIND = re.compile(r" ([a-z][\w-]*)")
_DIRECTIONS = frozenset({"Western", "Eastern", "Northern", "Southern"})
_SAYS = "|".join(sorted(SAYING_WORDS - word_table("has had have was is also")))
_OWNS_WHO_SAYS = re.compile(rf"(?:his|her|its|their) (?:[a-z][\w-]* ){{1,3}}(?:{_SAYS})\b")
"""Somebody's lawyer or office and what they do, where no comma shuts them in."""
_QUOTE_MARK = re.compile(r"[“”\"]")
_IN_INTERVIEW = re.compile(r" (?:[a-z]+ ){1,3}in (?:the|that) (?:same )?interview\b")
_GIVES_INTERVIEW = re.compile(r"\binterview\w*|\b(?:told|telling) [A-Z]")
"""What is said of whoever speaks to an outlet: "granting an interview", "telling CBS News"."""
_BEHIND_QUOTATION = re.compile(r"[”\"’'] \Z")
_OPENS_WITH_PRONOUN = re.compile(r"(?:[A-Z][a-z]+,? )?(?:[Hh]e|[Ss]he)\b")
_OPENS_CLAUSE = re.compile(
    r"(?:Even |Just |Only )?(?i:though|although|as|while|when|whenever|after|before|since|because|if|once|until|unless)"
    r"(?: [a-z][\w'’-]*)* "
)
"""What opens a sentence whose subject comes behind a clause: "Even as ", "While on the phone "."""
_CLAUSE_STARTS = word_table("and but as that because while when if although though so before after since said says")
_BEFORE_NOUNS = PREPOSITIONS - _CLAUSE_STARTS


class Anaphor(NamedTuple):
    """A word that takes up another, with what tells how its story's places lie to it.

    Attributes:
        span: Where it stands.
        sentence: The number of its sentence.
        line_start: Where its line starts.
        quotes: The numbers of the quotations that it stands in.
    """

    span: Span
    sentence: int
    line_start: int
    quotes: range

    @classmethod
    def of(cls, scene: Scene, span: Span) -> "Anaphor":
        """Find how the word at `span` lies in its story."""
        line_start = scene.text.rfind("\n", 0, span.start) + 1
        return cls(span, scene.cast.sentences.number_at(span.start), line_start, scene.quotes.touching(span))


class Candidate(NamedTuple):
    """One whom a pronoun may mean, where that one stands, and what the place tells by feature."""

    at: int
    speaker: Speaker
    features: dict[str, float]


class Antecedent(NamedTuple):
    """One whom a pronoun may mean, with its weight in nats and its last place."""

    weight: float
    at: int
    speaker: Speaker


def find_candidates(scene: Scene, span: Span, fits: Callable[[Speaker], bool]) -> Iterator[Candidate]:
    """All places before `span` at which one who fits is named, or has spoken."""
    anaphor, sentences = Anaphor.of(scene, span), scene.cast.sentences
    first_in_sentence: dict[int, int] = {}
    for mention, member in scene.cast.between(max(0, span.start - REACH_CHARS), span.start):
        # In "Jane Doe, she said, would go" the name is what is spoken of, in "Jane Doe, his lawyer, said" who speaks.
        is_beside = mention.span.end + len(", ") == span.start and scene.text.startswith(", ", mention.span.end)
        if is_beside and not _OWNS_WHO_SAYS.match(scene.text, span.start):
            continue
        if member not in scene.named:
            scene.named[member] = speaker_of(member)
        speaker = scene.named[member]
        if not fits(speaker) or _only_describes(scene.text, mention):
            continue
        number = sentences.number_at(mention.start)
        if number not in first_in_sentence:
            first_in_sentence[number] = _first_place(scene, number, mention)
        first = first_in_sentence[number] == mention.start
        words = Span(mention.start, mention.span.end)
        features = features_of_words(scene, words, anaphor, first=first)
        features["mentions"] = min(len(member.spans), _MOST_MENTIONS)
        yield Candidate(mention.start, speaker, features)
    for heard in _heard_before(scene, span):
        if not fits(heard.speaker):
            continue
        features = features_of_place(scene, heard.at, anaphor)
        features["in a quotation"] = _is_quoted(scene, Span(heard.at, heard.at + 1), anaphor)
        unnamed = heard.speaker.source.kind is SourceKind.ANONYMOUS
        features["spoke"], features["spoke unnamed"] = not unnamed, unnamed
        yield Candidate(heard.at, heard.speaker, features)


def _only_describes(text: str, mention: Mention) -> bool:
    """Tell whether a word only tells whose or whence the noun behind it is: "Russian" of "Russian forces"."""
    place = match_country(mention.name)
    if not (place and place.how is Match.DEMONYM) and mention.name not in _DIRECTIONS:
        return False
    noun = _NOUN_BEHIND.match(text, mention.span.end)
    return noun is not None and noun[1] not in _VERBS | _NO_VERBS | PREPOSITIONS


def find_named_next(scene: Scene, span: Span, *, unheard: bool) -> Iterator[Candidate]:
    """Who is named only behind a pronoun: "Though she has said so before, Jane Doe …".

    Where nobody was named or heard before (`unheard`), as at the start of a story, that is anybody near.
    """
    sentences = scene.cast.sentences
    number = sentences.number_at(span.start)
    if not (unheard or _OPENS_CLAUSE.fullmatch(scene.text, sentences.starts[number], span.start)):
        return
    last = number + (_UNHEARD_SENTENCES if unheard else 0) + 1
    stop = sentences.starts[last] if last < len(sentences.starts) else len(scene.text)
    for mention, member in scene.cast.between(span.end, stop):
        if member.kind is not MentionKind.PERSON or scene.quotes.holds(mention.start):
            continue
        if unheard or scene.text.endswith(", ", 0, mention.start):
            ahead = sentences.number_at(mention.start) - number
            features = {"named next": 1.0, "sentences back": ahead, "mentions": min(len(member.spans), _MOST_MENTIONS)}
            yield Candidate(mention.start, speaker_of(member), features)
            if not unheard:
                return


def add_context(scene: Scene, span: Span, candidates: Sequence[Candidate]) -> None:
    """Add to the features what the words around the pronoun tell: nobody names himself in what he says."""
    start, end = _quotation_before(scene, span)
    quoted = {member.name for _, member in scene.cast.between(start, end)}
    sentences = scene.cast.sentences
    number = sentences.number_at(span.start) + 1
    stop = sentences.starts[number] if number < len(sentences.starts) else len(scene.text)
    heard = scene.last_heard(start)
    last_at = heard.at if heard else None
    behind = {member.name for _, member in scene.cast.between(span.end, stop)}
    behind -= {speaker.source.name for _, speaker, features in candidates if features.get("named next")}
    in_interview = _IN_INTERVIEW.match(scene.text, span.end) is not None
    for at, speaker, features in candidates:
        features["named in the quotation"] = speaker.source.name in quoted
        features["named behind"] = speaker.source.name in behind
        features["spoke last"] = at == last_at
        features["gave the interview"] = in_interview and _told_interviewer(scene, at)
        features["spoke last, quoted before"] = start < end and at == last_at


def _told_interviewer(scene: Scene, at: int) -> bool:
    """Tell whether the sentence of a place, from there on, tells of an interview that is given."""
    number = scene.cast.sentences.number_at(at) + 1
    ends = [*scene.cast.sentences.starts[number : number + 1], len(scene.text)]
    return _GIVES_INTERVIEW.search(scene.text, at, ends[0]) is not None


def _quotation_before(scene: Scene, span: Span) -> Span:
    """The quotation that ends right before a pronoun in its paragraph; empty where none does."""
    if not _BEHIND_QUOTATION.search(scene.text, max(0, span.start - 3), span.start):
        return Span(span.start, span.start)
    paragraph = scene.text.rfind("\n", 0, span.start) + 1
    marks = [found.start() for found in _QUOTE_MARK.finditer(scene.text, paragraph, span.start - 2)]
    return Span(marks[-1] if marks else paragraph, span.start)


def _heard_before(scene: Scene, span: Span) -> Iterator[Heard]:
    """Who was heard within reach, last first."""
    for heard in reversed(scene.heard):
        if heard.at < span.start - REACH_CHARS:
            return
        if heard.at < span.start:
            yield heard


def join_candidates(candidates: list[Candidate]) -> list[Antecedent]:
    """The candidates by whom they are, likeliest first."""
    by_name: dict[str | None, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        by_name[candidate.speaker.source.name].append(candidate)
    found = (_join_places(places) for places in by_name.values())
    return sorted(found, key=lambda each: (-each.weight, -each.at))


def _join_places(places: list[Candidate]) -> Antecedent:
    """All places of one: together they tell how likely the one is."""
    weighed = [(weigh(each.features), each.at) for each in places]
    most, at = max(weighed)
    weight = most + log(sum(exp(each - most) for each, _ in weighed))
    return Antecedent(weight, at, next(each.speaker for each in places if each.at == at))


def weigh(features: dict[str, float]) -> float:
    """What the features of a place tell together, in nats."""
    return sum([WEIGHTS.get(name, 0.0) * value for name, value in features.items() if value])


def _first_place(scene: Scene, number: int, mention: Mention) -> int:
    """Where the first stands that a sentence speaks of: this one, unless a pronoun opens the sentence."""
    start = scene.cast.sentences.starts[number]
    return start if _OPENS_WITH_PRONOUN.match(scene.text, start) else mention.start


def features_of_place(scene: Scene, at: int, anaphor: Anaphor) -> dict[str, float]:
    """What the distance of a place (its offset) from an anaphor tells."""
    back = anaphor.sentence - scene.cast.sentences.number_at(at)
    return {
        "sentences back": min(back, _MOST_SENTENCES),
        "sentence before": back == 1,
        "same paragraph": at >= anaphor.line_start,
    }


def features_of_words(scene: Scene, words: Span, anaphor: Anaphor, *, first: bool) -> dict[str, float]:
    """What a place tells by its distance and the words next to it: whether somebody acts there, or is acted on."""
    if words not in scene.roles:
        scene.roles[words] = _features_of_role(scene.text, words)
    features = features_of_place(scene, words.start, anaphor)
    features["first in sentence"], features["in a quotation"] = first, _is_quoted(scene, words, anaphor)
    features.update(scene.roles[words])
    return features


def _is_quoted(scene: Scene, words: Span, anaphor: Anaphor) -> bool:
    """Tell whether words stand in a quotation in which the anaphor does not."""
    return any(quote not in anaphor.quotes for quote in scene.quotes.touching(words))


def _features_of_role(text: str, words: Span) -> dict[str, float]:
    verb = _NEXT_WORD.match(text, words.end)
    before = _WORD_BEFORE.search(text, max(0, words.start - 20), words.start)
    word = before[1].casefold() if before else ""
    follows = verb[1] if verb else ""
    acts = follows in _VERBS or (follows not in _NO_VERBS and follows.endswith(("ed", "es", "s")))
    return {
        "behind a preposition": word in _BEFORE_NOUNS,
        "object": word not in _CLAUSE_STARTS and word.endswith(("ed", "ing", "told", "met")),
        "subject": acts and word not in _BEFORE_NOUNS,
    }

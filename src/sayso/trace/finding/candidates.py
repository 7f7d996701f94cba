"""The propositions of a ledger's stories that may be on a claim."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from sayso.claims.passages import Passage
from sayso.claims.propositions import find_propositions, passage_of, sentences_around, words_of
from sayso.ledger import Ledger
from sayso.records import Attribution, MarkKind, Proposition, Reading, Source, Story, join_words
from sayso.sources import STATE, speaks_on_own_page
from sayso.text.sentences import find_sentences
from sayso.trace.finding.anaphors import points_back, says_no_such
from sayso.trace.finding.days import first_day
from sayso.trace.finding.passed_on import find_denied, find_passed_on, is_citing
from sayso.trace.finding.sharing import ClaimWords, find_shared

ENOUGH_SHARE = 0.25
"""Stories whose words weigh so much of what the query's weigh may be on it.

Of the 252 stories that support or deny one of 28 claims of one event (76 stories) 249 do, of 121 of small families all;
at 0.4 it is 236 and 114.
"""

FEWEST_SENTENCES = 70
MOST_SENTENCES = 120
CLOSE_SHARE = 0.4
MOST_WORDLESS = 12
"""Compared are the 70 sentences that share most of a claim's words, and up to 120 that have this much of their weight.

Of those that have none of the words themselves, but stand beside some or under a headline with some, it is the 12
nearest ones: a query in the words of a headline is near to every sentence of its story. A sentence that stands in
several stories counts once.

Counts that are right, F1 of support and B-cubed F1 on the founding event and on the small families in sight: 82.1, 76.9
and 84.0 %, and 56.1, 81.3 and 85.5 %, with 3,475 and 6,900 comparisons. With 80 sentences and no bound on those without
a word it was 82.1, 76.8 and 84.0, and 54.9, 81.3 and 85.1 %, with 3,846 and 8,486. With 60 sentences B-cubed F1 of the
founding event is 83.9 %; with 5 without a word (and 80 in all) that of the families 84.1 %. F1 of denials is the same.
"""

ANSWER_SENTENCES = 2
"""So many sentences before "denied the allegations" may tell what is denied."""

MOST_PASSAGES = 120
"""From more on, a sentence that several stories carry is compared in one context, not in that of each.

On the founding event and in small families F1 is from 120 on what it is without; always so, that of denials on the
founding event falls from 26.7 to 25.0 %.
"""

MOST_STORIES = 300
"""So many stories are looked through, those with most of a claim's words first: 22 ms at a million stories, where all
that have enough of them are up to 6,000."""

_KNOWS = re.compile(
    r"(?:\w+ )?(?:knew|knows|(?:was|were|became|been|is|are) (?:\w+ )?aware|learn(?:ed|t))(?: of| about| that)?"
)
"""Cues that tell what somebody knew."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposition of a story with what is needed to compare and to report it.

    Attributes:
        story: The story.
        proposition, attribution, words: What is said in it, and by whom; None for the story's own voice.
        around: Its sentence with those beside it.
        passage: What is compared.
    """

    story: Story
    proposition: Proposition
    attribution: Attribution | None
    words: str
    around: str
    passage: Passage

    @property
    def who(self) -> Source | None:
        """Who says it; of a story's own voice the body that published it, None for an outlet of news.

        Who is told to know something did not say so: it is the story's own voice.
        """
        if self.attribution and _KNOWS.fullmatch(join_words(self.story.text, self.attribution.cue)):
            return None
        return self.attribution.who if self.attribution else speaks_on_own_page(self.story)


@dataclass(frozen=True, slots=True)
class Candidates:
    """What of a ledger may be on a claim.

    Attributes:
        found: Propositions, story by story.
        other_sources: Whoever else the stories of these name as a source, for other words.
        sentences_aside: How many sentences of the stories looked through were left aside, as others share more words
            with the claim.
        stories_aside: How many stories with enough of the claim's words were not looked through, as others have more;
            at the least, as not all are counted.
    """

    found: tuple[Candidate, ...] = ()
    other_sources: tuple[Source, ...] = ()
    sentences_aside: int = 0
    stories_aside: int = 0


def find_candidates(
    ledger: Ledger, parts: Sequence[Mapping[str, float]], as_of: date | None, *, everything: bool = False
) -> Candidates:
    """The propositions that share most words with a claim, of the stories that do.

    Args:
        ledger: Where to look.
        parts: The words of each part of the claim with their weights.
        as_of: Leave out stories published or changed after this day, and undated ones.
        everything: Take all propositions of all stories that have enough of the words.
    """
    weights = {word: weight for part in parts for word, weight in part.items()}
    if not weights:
        return Candidates()
    with ledger.one_state():
        stories, stories_aside = _find_stories(ledger, weights, as_of, None if everything else MOST_STORIES)
        wanted, sentences_aside = _choose_sentences(ClaimWords(parts), stories, everything=everything)
        readings = ledger.readings(wanted)
    found = [
        candidate
        for story_id, starts in wanted.items()
        for candidate in propositions_of(
            readings[story_id], None if everything else starts | set(_find_answers(readings[story_id], starts))
        )
    ]
    taken = {(one.story.id, one.proposition.attribution) for one in found}
    return Candidates(
        found=_compare_once(found),
        other_sources=tuple(
            attribution.who
            for story_id in wanted
            for place, attribution in enumerate(readings[story_id].attributions)
            if attribution.who and (story_id, place) not in taken
        ),
        sentences_aside=sentences_aside,
        stories_aside=stories_aside,
    )


def _choose_sentences(
    words: ClaimWords, stories: Sequence[Story], *, everything: bool
) -> tuple[dict[str, set[int]], int]:
    """Where in which stories the sentences start that share most with a claim, and how many others there are."""
    shares: dict[str, float] = {}
    wordless: set[str] = set()
    places: dict[str, list[tuple[str, int]]] = {}
    for story in stories:
        sentences = find_sentences(story.text)
        shared = find_shared(words, story.text, story.title).by_sentence(sentences)
        for (start, end), (own, near) in zip(pairwise((*sentences.starts, len(story.text))), shared, strict=True):
            if not (near or everything):
                continue
            sentence = story.text[start:end].strip()
            share = words.share(own, near)
            if share > shares.get(sentence, -1.0):
                shares[sentence] = share
            if not own:
                wordless.add(sentence)
            places.setdefault(sentence, []).append((story.id, start))
    best = sorted(shares, key=lambda sentence: (-shares[sentence], sentence))
    kept = best if everything else _leave_aside(best[: _count_kept([shares[one] for one in best])], wordless)
    wanted: dict[str, set[int]] = {}
    for story_id, start in sorted(place for sentence in kept for place in places[sentence]):
        wanted.setdefault(story_id, set()).add(start)
    return wanted, len(best) - len(kept)


def _compare_once(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Where candidates are many, those that say the same words in the same sentence share one passage.

    Copies have headlines of their own and often lose the sentence before: a sentence that 40 outlets carry would be
    compared 40 times. The context is the longest that one of them gives.
    """
    if len({one.passage for one in candidates}) <= MOST_PASSAGES:
        return tuple(candidates)
    passages: dict[tuple[str, str], Passage] = {}
    for one in candidates:
        key = _said_in(one)
        passages[key] = max(passages.get(key, one.passage), one.passage, key=_most_context)
    return tuple(replace(one, passage=passages[_said_in(one)]) for one in candidates)


def _said_in(candidate: Candidate) -> tuple[str, str]:
    start, end = candidate.proposition.sentence
    return candidate.passage.words, candidate.story.text[start:end]


def _most_context(passage: Passage) -> tuple[int, str]:
    return len(passage.context), passage.context


def _count_kept(shares: Sequence[float]) -> int:
    """How many of sentences are compared by what each shares with the claim, the most first."""
    plain = sum(share >= CLOSE_SHARE for share in shares)
    some = sum(share > 0 for share in shares)
    return max(min(plain, MOST_SENTENCES), min(some, FEWEST_SENTENCES))


def _leave_aside(sentences: Sequence[str], wordless: Set[str]) -> list[str]:
    """Sentences without most of those that have no word of the claim, the nearest first."""
    aside = set([one for one in sentences if one in wordless][MOST_WORDLESS:])
    return [one for one in sentences if one not in aside]


def _find_stories(
    ledger: Ledger, weights: Mapping[str, float], as_of: date | None, most: int | None
) -> tuple[list[Story], int]:
    """The stories that have most of a query's words, by id, and how many more have enough of them."""
    # Which are of the time asked for is only known once they are read, so that with a day all are looked for.
    wanted = ledger.find_stories(weights, ENOUGH_SHARE * sum(weights.values()), most if as_of is None else None)
    stories: list[Story] = []
    at = 0
    while at < len(wanted.story_ids) and (most is None or len(stories) < most):
        batch = wanted.story_ids[at : at + (most or len(wanted.story_ids))]
        told = ledger.stories_by_id(batch)
        stories += [told[one] for one in batch if as_of is None or is_published_by(told[one], as_of)]
        at += len(batch)
    left = stories[most:] if most else []
    kept = sorted(stories[:most], key=lambda story: story.id)
    return kept, wanted.left_aside + len(left) + len(wanted.story_ids) - at


def propositions_of(reading: Reading, starts: Set[int] | None = None) -> Iterator[Candidate]:
    """The propositions of one story; only those of the sentences that start there where this is told."""
    text, title = reading.story.text, reading.story.title
    skip = [mark.span for mark in reading.marks if mark.kind is not MarkKind.DAMAGE]
    sentences, of_nobody = find_sentences(text), find_passed_on(reading.attributions)
    of_nobody |= find_denied(text, reading.attributions)
    for proposition in find_propositions(text, reading.attributions, skip, starts):
        if proposition.attribution in of_nobody:
            continue
        attribution = None if proposition.attribution is None else reading.attributions[proposition.attribution]
        said = _said(text, attribution) if attribution else ""
        passage = passage_of(text, title, proposition, said, _country_of(attribution))
        around = sentences_around(text, proposition, sentences)
        yield Candidate(reading.story, proposition, attribution, words_of(text, proposition), around, passage)


def _find_answers(reading: Reading, starts: Set[int]) -> Iterator[int]:
    """Where the sentences start in which somebody denies what stands in one of these before it, and those between."""
    text, sentences = reading.story.text, find_sentences(reading.story.text)
    wanted = {sentences.number_at(start) for start in starts}
    for attribution in reading.attributions:
        words = " ".join(join_words(text, attribution.content).split())
        is_denied = attribution.grade is not None and attribution.grade.denied
        if says_no_such(words) or (is_denied and points_back(words)):
            number = sentences.number_at(attribution.content[0].start)
            answered = wanted.intersection(range(number - ANSWER_SENTENCES, number))
            yield from sentences.starts[min(answered, default=number + 1) : number + 1]


def _said(text: str, attribution: Attribution) -> str:
    """By whom and how: the source's resolved name and the cue; who is cited said it."""
    name, cue = attribution.who.name if attribution.who else None, join_words(text, attribution.cue)
    return " ".join(filter(None, (name, "said" if is_citing(cue) else cue)))


def _country_of(attribution: Attribution | None) -> str | None:
    """The country whose state says it; None where none does."""
    side = (attribution.who.side if attribution and attribution.who else None) or ""
    return side.removesuffix(STATE) if side.endswith(STATE) else None


def is_published_by(story: Story, as_of: date) -> bool:
    """Tell whether a story's text stood by a day, that day included; an undated one by none."""
    day = first_day(story.published, story.modified)
    return day is not None and day <= as_of.isoformat()

"""What words do with a claim, by what the network tells and by how many of the claim's words are among them."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from sayso.claims.passages import Passage
from sayso.records import Compared
from sayso.trace.finding.query import content_words
from sayso.trace.finding.sharing import ClaimWords, unite

SHARED_ODDS = 2.0
USUAL_SHARE = 1 / 3
"""Passages that share a third of what a claim's words tell state or contradict it as likely as the network says; for
each tenth more or less the logarithm of the odds changes by 0.2.

On the 107 events of several outlets in `training/labels/claims-of-events.jsonl`, which the network before did not learn
from, a logistic regression gave 2.7: F1 of "states" was .444 in place of .427, the area under the curve .794 in place
of .778. From 2 on too many claims that no passage states were then taken for plainly stated, as near misses share most
of their words; with comparison-2 counts of the founding event and the small families in sight were as often right at 2
as at 1.5 (25 and 48 of them for 25 and 49), and dated ones more often (11 of 17 for 9, F1 of denials 62.5 for 53.3 %).
"""

MOST_SHARE = 0.55
MOST_TIMES = 3
"""Beyond this a tenth more counts three times as much.

Of 50 stories whose best passage has six tenths of a claim's words and states it by 0.3 to 0.6, 41 support it; of 99
whose best has four to six tenths, 34. With it stories that support a claim of the founding event are found with F1 80.3
in place of 79.4 %, of the small families 83.9 for 83.7.
"""

FEWEST_PASSAGES = 70
LEAST_SHARE = 0.3
"""Of more passages than 70 those are compared that share so much of a claim's words, or as much as the 70th does.

On the founding event and on the small families in sight `evaluation.claims` tells the same as without, with 2,463 and
6,117 comparisons in place of 2,879 and 6,583. With 60 passages B-cubed F1 of the families falls from 85.5 to 84.7 %;
at 0.35 F1 of support on the founding event from 76.9 to 75.4 %.
"""


def weigh_wording(
    shared: Mapping[Passage, float], passages: Sequence[Passage], compared: Sequence[Compared]
) -> list[Compared]:
    """What each passage does with a claim, in their order.

    "He was unable to sweat" hardly states that he does not cooperate in an investigation, whatever the network says.

    Args:
        shared: How much of the claim's words each passage has, 0 to 1.
        passages: What is compared with it.
        compared: What the network tells of each.
    """
    return [_weigh(told, shared[one]) for one, told in zip(passages, compared, strict=True)]


def share_words(claim: str, passages: Sequence[Passage]) -> dict[Passage, float]:
    """How much of what a claim's words tell each passage has, 0 to 1; a word tells more the fewer passages have it."""
    words = ClaimWords([dict.fromkeys(content_words(claim), 1.0)])
    found = {passage: unite(bit for _, bit in words.find(passage.words)) for passage in passages}
    often = Counter(place for bits in found.values() for place in _places(bits))
    telling = [math.log1p(len(found) / (1 + often[place])) for place in range(len(words))]
    return {passage: sum(telling[place] for place in _places(bits)) / sum(telling) for passage, bits in found.items()}


def share_told_of(claim: str, passage: Passage) -> float:
    """How many of a claim's words stand in a passage, or in what a reader knows beside it, 0 to 1."""
    words = ClaimWords([dict.fromkeys(content_words(claim), 1.0)])
    found = unite(bit for _, bit in words.find(f"{passage.context} {passage.words}"))
    return found.bit_count() / len(words)


def find_near(shared: Mapping[Passage, float]) -> set[Passage]:
    """The passages that share so much with a claim that they are worth a comparison: all where they are few."""
    if len(shared) <= FEWEST_PASSAGES:
        return set(shared)
    least = min(LEAST_SHARE, sorted(shared.values(), reverse=True)[FEWEST_PASSAGES - 1])
    return {passage for passage, share in shared.items() if share >= least}


def _weigh(told: Compared, shared: float) -> Compared:
    unrelated, related, contradicts, states = told.shares
    beyond = max(0, shared - MOST_SHARE)
    more = math.exp(SHARED_ODDS * (shared - USUAL_SHARE + (MOST_TIMES - 1) * beyond))
    whole = unrelated + related + more * (contradicts + states)
    return Compared((unrelated / whole, related / whole, more * contradicts / whole, more * states / whole))


def _places(bits: int) -> Iterator[int]:
    return (place for place in range(bits.bit_length()) if bits >> place & 1)

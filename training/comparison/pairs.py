"""Pairs of a claim and a passage with the relation between them: their drawing, and those of SICK, MRPC and STS."""

import csv
import random
import re
from dataclasses import dataclass, replace

from evaluation.corpora import data_folder
from sayso.claims.passages import Passage
from sayso.records import Relation

NOT_SAID = frozenset({Relation.RELATED, Relation.UNRELATED})
SAME = frozenset({Relation.STATES})
NEAR = frozenset({Relation.RELATED})
FAR = frozenset({Relation.UNRELATED})
AGAINST = frozenset({Relation.CONTRADICTS})

NOT_STATED = frozenset(Relation) - SAME

_FIGURE = re.compile(r"(?<![\w.])\d[\d,]*(?![\w.]*\d)(?!\w)")
_NAME = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)*\b")

SICK_RELATED = 3.0
STS_SAME, STS_RELATED = 4.5, 2.0
"""On the scales of relatedness from 1 to 5 and of similarity from 0 to 5."""


@dataclass(frozen=True)
class Pair:
    """A claim beside a passage.

    Attributes:
        claim, passage: What is compared.
        answers: The relation; several where the annotation does not tell them apart, none where nobody labelled it.
        weight: How much it counts in training.
        group: What it belongs to, such as its story; halves are never cut through a group.
        otherwise: The claim in other words, each saying just the same.
        told: How likely a larger network takes each relation to be, in their order; empty where it was not asked.
        is_hard: Whether a network took it wrongly: no epoch leaves it out.
    """

    claim: str
    passage: Passage
    answers: frozenset[Relation]
    weight: float = 1.0
    group: str = ""
    otherwise: tuple[str, ...] = ()
    told: tuple[float, ...] = ()
    is_hard: bool = False


def read_sick(part: str) -> list[Pair]:
    """SICK (Marelli et al., 2014), `part` train, trial or test_annotated."""
    path = data_folder() / "claims" / "sick" / f"SICK_{part}.txt"
    with path.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    pairs = []
    for row in rows:
        neutral = NEAR if float(row["relatedness_score"]) >= SICK_RELATED else FAR
        answers = {"ENTAILMENT": SAME, "CONTRADICTION": AGAINST, "NEUTRAL": neutral}[row["entailment_judgment"]]
        pairs.append(Pair(row["sentence_B"], Passage(row["sentence_A"]), answers, group=f"sick-{row['pair_ID']}"))
    return pairs


def read_mrpc(part: str) -> list[Pair]:
    """MRPC (Dolan and Brockett, 2005), `part` train or test: paraphrase or not, in news."""
    path = data_folder() / "claims" / "mrpc" / f"msr_paraphrase_{part}.txt"
    with path.open(encoding="utf-8-sig") as lines:
        rows = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    return [
        Pair(one, Passage(other), SAME if same == "1" else NEAR, group=f"mrpc-{first}-{second}")
        for same, first, second, one, other in rows
    ]


def read_sts_scores(name: str) -> list[tuple[float, str, str]]:
    """Similarity from 0 to 5 and two sentences, of a file of STS (Agirre et al., 2012 to 2016); none without a score.

    Args:
        name: The file's, such as "2012.MSRpar.train".
    """
    path = data_folder() / "claims" / "sts" / f"{name}.tsv"
    rows = [line.split("\t")[:3] for line in path.read_text(encoding="utf-8").splitlines()]
    return [(float(score), one, other) for score, one, other in rows if score]


def read_sts(name: str) -> list[Pair]:
    """The same as pairs."""
    pairs = []
    for place, (score, one, other) in enumerate(read_sts_scores(name)):
        near = NEAR if score >= STS_RELATED else FAR
        answers = SAME if score >= STS_SAME else near
        pairs.append(Pair(one, Passage(other), answers, group=f"{name}-{place}"))
    return pairs


def swap(pair: Pair) -> Pair:
    """The claim and the passage of a pair without direction in each other's place."""
    return Pair(pair.passage.words, Passage(pair.claim), pair.answers, pair.weight, pair.group)


def reword(pair: Pair, rng: random.Random) -> Pair:
    """The pair with its claim in any of the wordings that it has."""
    return replace(pair, claim=rng.choice((pair.claim, *pair.otherwise)))


def thin(pairs: list[Pair], most: int, rng: random.Random) -> list[Pair]:
    """At most so many pairs for each claim of those that leave it open, marked as related or not, but all hard ones."""
    kept = [pair for pair in pairs if pair.is_hard or pair.answers not in (NOT_SAID, NEAR)]
    by_claim: dict[tuple[str, str, frozenset[Relation]], list[Pair]] = {}
    for pair in pairs:
        if not pair.is_hard and pair.answers in (NOT_SAID, NEAR):
            by_claim.setdefault((pair.group, pair.claim, pair.answers), []).append(pair)
    for some in by_claim.values():
        kept += rng.sample(some, min(most, len(some)))
    return kept


def sharpen(pairs: list[Pair], rng: random.Random) -> list[Pair]:
    """Claims that words state, with a figure or a name changed: then the words do not state them."""
    names: dict[str, list[str]] = {}
    for pair in pairs:
        names.setdefault(pair.group, []).extend(_NAME.findall(pair.passage.words))
    blunt = []
    for pair in pairs:
        if pair.answers != SAME:
            continue
        if changed := with_other_figure(pair.claim, rng):
            blunt.append(replace(pair, claim=changed, answers=NEAR))
        if changed := with_other_name(pair.claim, names[pair.group], rng):
            blunt.append(replace(pair, claim=changed, answers=NOT_STATED))
    return blunt


def with_other_figure(claim: str, rng: random.Random) -> str | None:
    """The claim with one figure that cannot be taken for the one that stood there; None where it has none."""
    figures = list(_FIGURE.finditer(claim))
    if not figures:
        return None
    one = rng.choice(figures)
    value = int(one[0].replace(",", ""))
    other = max(value + 1, round(value * rng.choice((1.5, 2, 3, 5, 10)))) if rng.random() < 0.6 else max(1, value // 3)
    return f"{claim[: one.start()]}{other:,}{claim[one.end() :]}" if other != value else None


def with_other_name(claim: str, names: list[str], rng: random.Random) -> str | None:
    """The claim with another name of the story for one of its own; None where there is none."""
    own = [found for found in _NAME.finditer(claim) if found.start()]
    others = sorted({name for name in names if name not in claim and not any(part in claim for part in name.split())})
    if not own or not others:
        return None
    one = rng.choice(own)
    return f"{claim[: one.start()]}{rng.choice(others)}{claim[one.end() :]}"

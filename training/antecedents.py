"""How much each sign of an antecedent counts: python -m training.antecedents.

Every pronoun that the annotated stories have for a source is a case, and all places of all who agree with it are its
candidates. The signs get the nats by which the places of the right one are together likeliest among all. What it
prints is the table that `sayso.sources.meaning.antecedents` holds, with the share of pronouns that are right when the
weights are fitted without the story.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from types import ModuleType

import numpy as np

from evaluation.corpora import load_tool
from sayso.cleaning import clean
from sayso.ingest import story_from_text
from sayso.records import ROLES, Attribution, Span, Speech
from sayso.sources.meaning.opening import open_scene
from sayso.sources.meaning.pronouns import pronoun_candidates
from sayso.sources.resolve import hear_sources
from training.ranking import Case, fit_weights, is_right, signs_of
from training.statements import read_statements

FOLDS = 5
PRONOUNS = frozenset({"he", "she", "they", "it", "him", "her"})


def read_cases(story: dict, scorer: ModuleType) -> Iterator[Case]:
    """The pronouns of an annotated story that stand for sources, after all before them were resolved."""
    text = story["text"]
    named = [one for one in story["attributions"] if "source_name" in one]
    gold = scorer.Story(story | {"attributions": named}, {})
    given = story_from_text(text, id=story["id"], title=story.get("title"), outlet=story.get("outlet"))
    attributions = [
        Attribution(*(tuple(Span(*span) for span in one[role]) for role in ROLES), Speech.INDIRECT, 1.0)
        for one in story["attributions"]
    ]
    scene = open_scene(given, clean(given))
    for index, _ in hear_sources(scene, attributions):
        annotated, source = story["attributions"][index], attributions[index].source
        pronoun = source[0].of(text).casefold() if len(source) == 1 else ""
        if pronoun not in PRONOUNS or "source_name" not in annotated:
            continue
        places = pronoun_candidates(scene, source[0], pronoun)
        names = [each.speaker.source.name for each in places]
        right = {name: gold.same(annotated["source_name"], name) for name in names}
        yield Case(
            story["id"],
            pronoun,
            tuple(names),
            tuple(each.features for each in places),
            tuple(right[name] for name in names),
        )


def fold_of(case: Case) -> int:
    """The part of the stories that a case's story is in."""
    return int(hashlib.sha256(case.story.encode()).hexdigest(), 16) % FOLDS


def show_held_out(cases: Sequence[Case], signs: Sequence[str]) -> None:
    """Print how many pronouns are right with weights that their story had no part in."""
    right: dict[str, list[bool]] = defaultdict(list)
    found: dict[str, list[bool]] = defaultdict(list)
    for fold in range(FOLDS):
        weights = fit_weights([case for case in cases if fold_of(case) != fold], signs)
        for case in cases:
            if fold_of(case) == fold:
                right[case.pronoun].append(is_right(case, signs, weights))
                found[case.pronoun].append(any(case.right))
    for pronoun in sorted(right):
        share, among = (100 * float(np.mean(each[pronoun])) for each in (right, found))
        print(f"{pronoun}: {share:.1f} % right, {among:.1f} % among the candidates, of {len(right[pronoun])}")


def main() -> None:
    """Fit and print the weights, with the figures that they give."""
    scorer = load_tool("score_resolution")
    cases = [case for part in read_statements() for story in part for case in read_cases(story, scorer)]
    signs = signs_of(cases)
    show_held_out(cases, signs)
    for sign, nats in zip(signs, fit_weights(cases, signs), strict=True):
        print(f'    "{sign}": {nats:.2f},')


if __name__ == "__main__":
    main()

"""How much the rules should count beside the network: python -m training.weigh [FOLDER].

Over the annotated stories set aside, for each weight in nats: how often the kind of a source is right, and F1 of
denials and of silences. FOLDER is a model folder; by default the shipped one.
"""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

from sayso.attribution.model import AttributionModel, load_model, shipped_folder
from sayso.attribution.network_output import score_window
from sayso.attribution.pieces import cut_pieces
from sayso.attribution.windows import pack_windows
from sayso.cleaning import clean
from sayso.evidence import grade_attributions
from sayso.inference.statements import PARTS, told_of, weigh
from sayso.ingest import story_from_text
from sayso.records import ROLES, Assertion, Attribution, Grade, Source, Span, Speech
from sayso.sources import resolve_sources
from sayso.sources.weighing import weigh_kinds
from training.corpus import IGNORE, piece_ranges
from training.statements import answers_of, cut_ranges, f1_of, read_statements

GRID = (0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 6.0, 12.0)
KINDS, ASSERTIONS, _ = PARTS

Told = tuple[Attribution, list[int]]
"""An attribution with what the network tells of it, and its gold answers."""


def read_told(model: AttributionModel, story: dict) -> Iterator[Told]:
    """The annotated attributions of a story as the network reads them."""
    pieces = cut_pieces(model.tokenizer, story["text"])
    annotated = [(one, [piece_ranges(pieces, one[role]) for role in ROLES]) for one in story["attributions"]]
    for begin, end in pack_windows(pieces, model.target_pieces, model.limit_pieces):
        inside = [(one, roles) for one, roles in annotated if roles[1] and begin <= roles[1][0][0] < end]
        if not inside:
            continue
        votes = score_window(model, pieces, (begin, end)).votes
        for one, roles in inside:
            spans = [tuple(Span(*span) for span in one[role]) for role in ROLES]
            ranges = [[(a - begin, b - begin) for a, b in cut_ranges(role, begin, end)] for role in roles]
            yield Attribution(*spans, Speech.INDIRECT, 1.0, told=told_of(votes, ranges)), answers_of(one)


def rules_of(story: dict, attributions: list[Attribution]) -> tuple[tuple[Source, ...], tuple[Grade, ...]]:
    """What the rules alone say of each attribution."""
    given = story_from_text(story["text"], id=story["id"], outlet=story.get("outlet"))
    marks = clean(given)
    bare = [replace(one, told=None) for one in attributions]
    sources = resolve_sources(given, marks, bare)
    named = [replace(one, who=source) for one, source in zip(bare, sources, strict=True)]
    return sources, grade_attributions(given, marks, named)


def assertion_of(grade: Grade) -> Assertion:
    """What a grade says that its statement does."""
    return Assertion.NEGATED if grade.negated else Assertion.DENIED if grade.denied else Assertion.ASSERTED


def main() -> None:
    """Print a line for each weight."""
    model = load_model(Path(sys.argv[1]) if len(sys.argv) > 1 else shipped_folder())
    read = []
    for story in read_statements()[1]:
        told = list(read_told(model, story))
        attributions = [one for one, _ in told]
        read.append((attributions, np.array([answers for _, answers in told]), *rules_of(story, attributions)))
    gold = np.concatenate([answers for _, answers, *_ in read if len(answers)])
    asked = gold[:, 0] != IGNORE
    for weight in GRID:
        kinds, assertions = [], []
        for attributions, _, sources, grades in read:
            kinds += [KINDS.index(source.kind) for source in weigh_kinds(sources, attributions, weight)]
            assertions += [
                ASSERTIONS.index(weigh(assertion_of(grade), one.told.assertion, weight))
                for one, grade in zip(attributions, grades, strict=True)
            ]
        right = 100 * float((np.array(kinds) == gold[:, 0])[asked].mean())
        shown = ", ".join(
            f"{name} F1 {f1_of(np.array(assertions) == index, gold[:, 1] == index):.1f}"
            for index, name in enumerate(ASSERTIONS)
            if name is not Assertion.ASSERTED
        )
        print(f"{weight:4.1f}: kind {right:.1f} of {asked.sum()}; {shown} of {len(gold)}")


if __name__ == "__main__":
    main()

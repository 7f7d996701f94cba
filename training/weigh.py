"""How much the rules should count beside the network: python -m training.weigh [FOLDER].

Over the annotated stories set aside, for each weight in nats: how often the kind of a source and what a statement does
are right, and F1 of denials and of silences. FOLDER is a model folder; by default the shipped one.
"""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from sayso.attribution.model import AttributionModel, load_model, shipped_folder
from sayso.attribution.network_output import score_window
from sayso.attribution.pieces import Pieces, cut_pieces
from sayso.attribution.windows import pack_windows
from sayso.cleaning import clean
from sayso.evidence import grade_attributions
from sayso.inference.statements import PARTS, told_of, weigh
from sayso.ingest import story_from_text
from sayso.records import ROLES, Assertion, Attribution, Grade, Source, Span, Speech
from sayso.sources import resolve_sources
from sayso.sources.weighing import weigh_kinds
from training.corpus import piece_ranges
from training.statements import answers_of, read_statements

GRID = (0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 6.0, 12.0)
ASSERTIONS = PARTS[1]


def read_told(model: AttributionModel, pieces: Pieces, attributions: list[Attribution]) -> Iterator[Attribution]:
    """The attributions with what the network tells of each."""
    for begin, end in pack_windows(pieces, model.target_pieces, model.limit_pieces):
        votes = None
        for one in attributions:
            roles = [piece_ranges(pieces, [list(span) for span in getattr(one, role)]) for role in ROLES]
            if not roles[1] or not begin <= roles[1][0][0] < end:
                continue
            if votes is None:
                votes = score_window(model, pieces, (begin, end)).votes
            inside = [
                [(max(a, begin) - begin, min(b, end) - begin) for a, b in ranges if a < end and b > begin]
                for ranges in roles
            ]
            yield replace(one, told=told_of(votes, inside))


def rules_of(story: dict, attributions: list[Attribution]) -> tuple[tuple[Source, ...], tuple[Grade, ...]]:
    """What the rules alone say of each attribution."""
    given = story_from_text(story["text"], id=story["id"], outlet=story.get("outlet"))
    marks = clean(given)
    bare = [replace(one, told=None) for one in attributions]
    sources = resolve_sources(given, marks, bare)
    named = [replace(one, who=source) for one, source in zip(bare, sources, strict=True)]
    return sources, grade_attributions(given, marks, named)


def main() -> None:
    """Print a line for each weight."""
    model = load_model(Path(sys.argv[1]) if len(sys.argv) > 1 else shipped_folder())
    read = []
    for story in read_statements()[1]:
        spans = {
            tuple(tuple(Span(*span) for span in one[role]) for role in ROLES): answers_of(one)
            for one in story["attributions"]
        }
        pieces = cut_pieces(model.tokenizer, story["text"])
        told = list(read_told(model, pieces, [Attribution(*key, Speech.INDIRECT, 1.0) for key in spans]))
        gold = [spans[one.source, one.cue, one.content] for one in told]
        read.append((told, gold, *rules_of(story, told)))
    for weight in GRID:
        kinds, assertions = [], []
        for told, gold, sources, grades in read:
            weighed = weigh_kinds(sources, told, weight)
            kinds += [
                PARTS[0].index(source.kind) == answer[0]
                for source, answer in zip(weighed, gold, strict=True)
                if answer[0] >= 0
            ]
            assertions += [
                (weigh(_by_rule(grade), one.told.assertion, weight), answer[1])
                for one, grade, answer in zip(told, grades, gold, strict=True)
                if one.told
            ]
        shown = ", ".join(f"{name} F1 {_f1(assertions, index):.1f}" for index, name in enumerate(ASSERTIONS) if index)
        print(f"{weight:4.1f}: kind {100 * sum(kinds) / len(kinds):.1f} of {len(kinds)}; {shown} of {len(assertions)}")


def _by_rule(grade: Grade) -> int:
    name = Assertion.NEGATED if grade.negated else Assertion.DENIED if grade.denied else Assertion.ASSERTED
    return ASSERTIONS.index(name)


def _f1(pairs: list[tuple[int, int]], index: int) -> float:
    both = sum(told == wanted == index for told, wanted in pairs)
    either = sum((told == index) + (wanted == index) for told, wanted in pairs)
    return 200 * both / max(1, either)


if __name__ == "__main__":
    main()

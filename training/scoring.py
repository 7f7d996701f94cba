"""What a network reads in annotated stories, and how right it is."""

from types import ModuleType

import torch

from sayso.attribution.network.decoding import DecodingOptions, Scores, decode
from training.corpus import Example, batches_with_windows
from training.device import half_precision
from training.network import AttributionNetwork

KEYS = (
    "link",
    "link_exact",
    "exact_source",
    "exact_cue",
    "exact_content",
    "token_source",
    "token_cue",
    "token_content",
)


WindowScores = list[tuple[Example, int, int, Scores]]


@torch.no_grad()
def score_windows(network: AttributionNetwork, examples: list[Example], budget_pieces: int = 4096) -> WindowScores:
    """The network's output for every window, in the precision of training."""
    network.eval()
    found: WindowScores = []
    distance = network.distance.detach().cpu().numpy()
    for batch, windows in batches_with_windows(examples, budget_pieces):
        with half_precision():
            output = network(batch.ids, batch.shape, batch.mask)
        tags, pair, null = (part.float().cpu().numpy() for part in output[:3])
        for row, (example, (begin, end)) in enumerate(windows):
            inside = slice(1, end - begin + 1)
            found.append(
                (example, begin, end, Scores(tags[row, inside], pair[row, inside], null[row, inside], distance))
            )
    network.train()
    return found


def read_attributions(windows: WindowScores, options: DecodingOptions) -> dict[str, dict]:
    """Decode windows into the scorer's shape, by story."""
    stories: dict[str, dict] = {}
    for example, begin, end, scores in windows:
        story = stories.setdefault(example.story["id"], {"id": example.story["id"], "attributions": []})

        def spans(ranges: list[tuple[int, int]], shift: int = begin, pieces=example.pieces) -> list[list[int]]:
            return [list(span) for a, b in ranges for span in pieces.spans(shift + a, shift + b)]

        for found in decode(scores, example.pieces.first[begin:end], example.pieces.line_start[begin:end], options):
            story["attributions"].append(
                {
                    "source": spans([found.source] if found.source else []),
                    "cue": spans([found.cue]),
                    "content": spans(list(found.contents)),
                }
            )
    return stories


def evaluate(scorer: ModuleType, windows: WindowScores, options: DecodingOptions) -> dict[str, dict[str, float]]:
    """The scorer's precision, recall and F1 by measure."""
    gold = {example.story["id"]: example.story for example, *_ in windows}
    return scorer.score(gold, read_attributions(windows, options))


def show(scores: dict[str, dict[str, float]]) -> str:
    """F1 by measure, in one line."""
    return " ".join(f"{key} {scores[key]['f1']}" for key in KEYS)

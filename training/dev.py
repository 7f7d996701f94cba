"""How right a network is on the dev parts of the corpora."""

from dataclasses import dataclass
from types import ModuleType

from tokenizers import Tokenizer

from evaluation.corpora import data_folder, load_tool, read_lines
from sayso.attribution.network.decoding import DecodingOptions
from training.certainty import measure_events
from training.corpus import Example, make_example
from training.factuality import Sentence, read_factuality
from training.network import AttributionNetwork
from training.scoring import evaluate, score_windows, show


@dataclass(frozen=True)
class Dev:
    """The dev parts of PolNeAR, where attributions are learnt, and of UW, where events are."""

    stories: list[Example]
    events: list[Sentence]
    scorer: ModuleType

    @classmethod
    def read(cls, tokenizer: Tokenizer, with_stories: bool = True, with_events: bool = True) -> "Dev":
        """Read the corpora."""
        stories = read_lines(data_folder() / "attribution" / "polnear_dev.jsonl.gz") if with_stories else []
        return cls(
            [make_example(tokenizer, story) for story in stories],
            read_factuality(tokenizer, "uw", "dev") if with_events else [],
            load_tool("score_attribution"),
        )

    def score(self, network: AttributionNetwork) -> dict[str, dict]:
        """How right a network is on each."""
        scores = {}
        if self.stories:
            scores["dev"] = evaluate(self.scorer, score_windows(network, self.stories), DecodingOptions())
        if self.events:
            scores["events"] = measure_events(network, self.events)
        return scores

    def show(self, scores: dict[str, dict]) -> str:
        """F1 by measure, and how right events are."""
        shown = {"dev": lambda some: f"PolNeAR dev {show(some)}", "events": lambda some: f"UW dev {some}"}
        return "; ".join(shown[name](some) for name, some in scores.items())

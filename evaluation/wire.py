"""What is found of the attributions of three wire stories annotated in full: python -m evaluation.wire."""

from types import ModuleType

from evaluation.calling import parser_for
from evaluation.corpora import data_folder, load_tool, read_lines
from sayso.ingest import story_from_text
from sayso.pipeline.method import read_story
from sayso.pipeline.models import shipped_model
from sayso.records import Reading
from sayso.shapes import attribution_shape

FOUND_IOU = 0.5


def main() -> None:
    """Print each gold attribution with the overlap of the best content read, then the marks."""
    parser_for("wire", __doc__).parse_args()
    scorer = load_tool("score_attribution")
    stories = read_lines(data_folder() / "attribution" / "wire_gold.jsonl")
    for story in stories:
        reading = read_story(shipped_model(), story_from_text(story["text"], id=story["id"]))
        overlaps = [content_overlap(scorer, gold, reading) for gold in story["attributions"]]
        found = sum(overlap >= FOUND_IOU for overlap in overlaps)
        print(f"{story['id']}: {found} of {len(overlaps)} found")
        for gold, overlap in zip(story["attributions"], overlaps, strict=True):
            print(
                f"  {overlap:.2f}  {gold['words']['source']} {gold['words']['cue']} {gold['words']['content'][0][:70]}"
            )
        for mark in reading.marks:
            print(f"  {mark.kind}: {mark.span.of(story['text'])!r} ({mark.reason}) {dict(mark.values)}")


def content_overlap(scorer: ModuleType, gold: dict, reading: Reading) -> float:
    """The best overlap (IoU over characters) of one gold content with any content read."""
    text = reading.story.text
    wanted = scorer.chars(gold["content"], text, True)
    contents = (attribution_shape(attribution)["content"] for attribution in reading.attributions)
    return max((scorer.iou(wanted, scorer.chars(content, text, True)) for content in contents), default=0.0)


if __name__ == "__main__":
    main()

"""Benchmarks are kept by what they are of, and drawn; what is told of a world is read as it was written."""

import re
from pathlib import Path

import numpy as np
import pytest
from onnxruntime import InferenceSession

from evaluation import bench, limits, told_world
from evaluation.bench import Figure
from evaluation.bench_picture import draw
from evaluation.growth import swapped_worlds
from evaluation.told_world import World
from sayso.records import Attribution, Event, Span, Speech, Story, Told


def adding(stories: int, value: float, commit: str = "abc") -> Figure:
    return Figure("adding", stories, "sayso", "KB a story on disk", "2 x Z80", value, commit)


def test_a_figure_takes_the_place_of_the_one_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "RESULTS", tmp_path / "results.csv")
    bench.keep([adding(10_000, 14.0), adding(1_000, 20.0)])
    bench.keep([adding(10_000, 12.0, "def")])
    assert (tmp_path / "results.csv").read_text(encoding="utf-8").splitlines() == [
        "what,stories,who,unit,machine,value,commit",
        "adding,1000,sayso,KB a story on disk,2 x Z80,20.0,abc",
        "adding,10000,sayso,KB a story on disk,2 x Z80,12.0,def",
    ]
    picture = draw(tmp_path / "results.csv").read_text(encoding="utf-8")
    (points,) = re.findall(r'points="([^"]+)"', picture)
    (left, upper), (right, lower) = ([float(place) for place in point.split(",")] for point in points.split())
    assert left < right
    assert upper < lower


def test_the_network_of_one_product_multiplies() -> None:
    session = InferenceSession(limits.product_network(3, 2))
    (product,) = session.run(None, {"a": np.ones((4, 3), np.uint8)})
    assert product.shape == (4, 2)
    assert product.dtype == np.int32


def test_what_is_told_is_read_as_it_was_written() -> None:
    one = Attribution(
        (Span(0, 3),),
        (Span(4, 8),),
        (Span(9, 12), Span(14, 20)),
        Speech.MIXED,
        0.5,
        told=Told((0.5,) * 6, (1.0,), (0.2,)),
    )
    telling = (
        (one, Attribution((), (Span(1, 2),), (), Speech.DIRECT, 0.25)),
        (Event(Span(9, 12), 0.5, -1.5, (0.1, 0.9)),),
    )
    assert told_world.read_telling(told_world.telling_shape(telling)) == telling


def test_worlds_go_on_from_any_story() -> None:
    base = [Story(f"s{number}", f"the words of story {number}", published=f"2024-01-0{number}") for number in (1, 2, 3)]
    world = World(base, [((), ())] * 3)
    every = [next(world.stories_from(place)) for place in range(7)]
    assert [original.id for original, _ in every] == ["s1", "s2", "s3", "s1", "s2", "s3", "s1"]
    assert [swapped for _, swapped in every] == [
        story for story, _ in zip(swapped_worlds(base), range(7), strict=False)
    ]

from dataclasses import fields

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.records import TextPrint
from sayso.reuse.fingerprints import Fingerprints, read_fingerprints, unpack_fingerprints
from sayso.reuse.pairs import pair_stories
from tests.reuse.ledgers import quote, write_words
from tests.reuse.texts import write_text

PARAGRAPHS = [*write_text(40, 12, 25), *(quote(write_words(41 + number, 9)) for number in range(4))]
TEXTS = st.lists(st.lists(st.sampled_from(PARAGRAPHS), max_size=8).map("\n\n".join), max_size=12)


def columns(found: Fingerprints) -> dict[str, tuple[str, list[int]]]:
    values = {field.name: np.asarray(getattr(found, field.name)) for field in fields(found)}
    return {name: (value.dtype.kind, value.tolist()) for name, value in values.items()}


@given(TEXTS | st.lists(st.text(max_size=120), max_size=6))
def test_packed_fingerprints_are_unpacked_as_they_were(texts: list[str]) -> None:
    found = read_fingerprints(texts)
    packed = found.pack()
    assert len(packed) == len(texts)
    assert columns(unpack_fingerprints([TextPrint(n, *one) for n, one in enumerate(packed, 1)])) == columns(found)


@given(TEXTS, st.data())
def test_packed_fingerprints_may_be_put_together_anew(texts: list[str], data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(texts))))
    packed = read_fingerprints(texts).pack()
    again = unpack_fingerprints([TextPrint(1 + number, *packed[number]) for number in order])
    assert columns(again) == columns(read_fingerprints([texts[number] for number in order]))


@settings(deadline=None)
@given(TEXTS)
def test_the_fingerprints_of_a_text_do_not_depend_on_those_beside_it(texts: list[str]) -> None:
    # Paragraphs that are short quotations stand last in one text and first in the next.
    assert read_fingerprints(texts).pack() == [read_fingerprints([text]).pack()[0] for text in texts]


def test_a_quotation_ends_where_its_text_ends() -> None:
    beside = ["The mayor told her that “we leave at dawn”", "“They leave at dusk”, was the answer that she gave to him"]
    assert read_fingerprints(beside).pack() == [read_fingerprints([one]).pack()[0] for one in beside]


@settings(deadline=None)
@given(TEXTS, st.data())
def test_pairs_among_some_stories_share_what_they_shared(texts: list[str], data: st.DataObject) -> None:
    pairs = pair_stories(read_fingerprints(texts))
    numbers = st.lists(st.integers(0, len(texts) - 1), unique=True) if texts else st.just([])
    some = np.array(data.draw(numbers), np.int64)
    among = pairs.among(some)
    assert len(among.size) == len(some)
    assert (np.diff(among.keys) > 0).all()
    assert (among.one < among.other).all()
    one, other = (side.ravel() for side in np.meshgrid(np.arange(len(some)), np.arange(len(some))))
    apart = one != other
    one, other = one[apart], other[apart]
    there, here = pairs.find(some[one], some[other]), among.find(one, other)
    assert ((there >= 0) == (here >= 0)).all()
    there, here = there[there >= 0], here[here >= 0]
    for column in ("shared", "told"):
        assert getattr(among, column)[here].tolist() == getattr(pairs, column)[there].tolist()
    for column in ("size", "size_told", "rank"):
        assert getattr(among, column).tolist() == getattr(pairs, column)[some].tolist()

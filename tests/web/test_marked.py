from hypothesis import given
from hypothesis import strategies as st

from sayso.records import Attribution, Reading, Span, Speech, Story
from sayso.text.lines import line_spans
from sayso.web.marked import cut_paragraphs

TEXT = "“It is over,” the minister said.\n\nNobody answered. It was late.\nSo it ended."


@st.composite
def spans(draw: st.DrawFn) -> tuple[Span, ...]:
    places = sorted(draw(st.sets(st.integers(0, len(TEXT)), min_size=2, max_size=4)))
    return tuple(Span(start, end) for start, end in zip(places[::2], places[1::2], strict=False))


@given(st.lists(st.builds(Attribution, spans(), spans(), spans(), st.just(Speech.MIXED), st.just(0.5)), max_size=4))
def test_the_pieces_of_a_paragraph_are_its_words_and_each_knows_its_statements(found: list[Attribution]) -> None:
    paragraphs = cut_paragraphs(Reading(Story("a", TEXT), (), tuple(found)))
    lines = line_spans(TEXT)
    assert ["".join(piece.text for piece in one.pieces) for one in paragraphs] == [line.of(TEXT) for line in lines]
    for line, paragraph in zip(lines, paragraphs, strict=True):
        at = line.start
        for piece in paragraph.pieces:
            held = {
                number
                for number, one in enumerate(found)
                for span in (*one.source, *one.cue, *one.content)
                if span.start <= at < span.end
            }
            assert set(piece.statements) == held
            at += len(piece.text)

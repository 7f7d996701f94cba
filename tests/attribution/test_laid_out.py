from sayso.attribution.laid_out import find_laid_out, with_laid_out
from sayso.records import Attribution, Span, Speech

POST = "The bridge will open on Monday.\n— Olena P. Brodie (@mayorbrodie) March 5, 2024"
SIGNED = "“We were not asked.”\n― Kim Lee, who lives there"
TURNS = "REYES: Will it open?\nMAYOR BRODIE: On Monday.\nREYES: Was anybody hurt?"


def test_all_that_is_laid_out_is_found_in_the_order_of_the_text() -> None:
    text = f"{TURNS}\n{SIGNED}\n{POST}"
    sources = [one.source[0].of(text) for one in find_laid_out(text)]
    assert sources == ["REYES", "MAYOR BRODIE", "REYES", "Kim Lee, who lives there", "Olena P. Brodie"]


def test_what_touches_a_span_to_skip_is_left_out() -> None:
    assert find_laid_out(SIGNED, [Span(0, 5)]) == ()


def test_what_was_found_stays_and_another_part_is_not_looked_at() -> None:
    (post,) = find_laid_out(POST)
    whole = Span(0, len(POST))
    found = (Attribution(post.source, post.cue, (Span(0, 10),), Speech.INDIRECT, 0.5),)
    assert with_laid_out([post], found, whole) == found
    assert with_laid_out([post], (), whole) == (post,)
    assert with_laid_out([post], (), Span(0, 5)) == ()

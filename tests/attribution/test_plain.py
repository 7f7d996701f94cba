from sayso.attribution.plain.plain import find_plain, with_plain
from sayso.records import Attribution, Span, Speech, join_words

POST = "The bridge will open on Monday.\n— Olena P. Brodie (@mayorbrodie) March 5, 2024"
SIGNED = "“We were not asked.”\n― Kim Lee, who lives there"
TURNS = "REYES: Will it open?\nMAYOR BRODIE: On Monday.\nREYES: Was anybody hurt?"


def test_all_that_is_plain_is_found_in_the_order_of_the_text() -> None:
    text = f"{TURNS}\n{SIGNED}\nNobody was reportedly hurt.\n{POST}"
    sources = [join_words(text, one.source) for one in find_plain(text, (), ())]
    assert sources == ["REYES", "MAYOR BRODIE", "REYES", "Kim Lee, who lives there", "", "Olena P. Brodie"]


def test_what_touches_a_span_to_skip_is_left_out() -> None:
    assert find_plain(SIGNED, (), [Span(0, 5)]) == ()


def test_what_was_found_stays_and_another_part_is_not_looked_at() -> None:
    (post,) = find_plain(POST, (), ())
    whole = Span(0, len(POST))
    found = (Attribution(post.source, post.cue, (Span(0, 10),), Speech.INDIRECT, 0.5),)
    assert with_plain([post], found, whole) == found
    assert with_plain([post], (), whole) == (post,)
    assert with_plain([post], (), Span(0, 5)) == ()


def test_a_turn_of_which_only_the_first_words_were_found_is_told_whole() -> None:
    text = f"{TURNS}\nMAYOR BRODIE: No. We were lucky."
    *_, turn = find_plain(text, (), ())
    found = Attribution(
        turn.source, turn.cue, (Span(turn.content[0].start, turn.content[0].start + 3),), Speech.INDIRECT, 0.9
    )
    (whole,) = with_plain([turn], (found,), Span(0, len(text)))
    assert join_words(text, whole.content) == "No. We were lucky."
    assert whole.score == found.score


def test_what_stands_within_a_found_one_is_left_out() -> None:
    text = "Police say the man reportedly fled."
    found = (Attribution((Span(0, 6),), (Span(7, 10),), (Span(11, 34),), Speech.INDIRECT, 0.9),)
    assert with_plain(find_plain(text, (), ()), found, Span(0, len(text))) == found


def test_a_piece_of_content_that_is_plainly_anothers_is_taken_off() -> None:
    text = "It leaks, a cook said. Kettle did not respond to a request for comment."
    leaks, request = Span(0, 8), Span(text.index("a request"), len(text) - 1)
    cook = Attribution((Span(10, 16),), (Span(17, 21),), (leaks, request), Speech.INDIRECT, 0.9)
    found = with_plain(find_plain(text, (), ()), (cook,), Span(0, len(text)))
    assert [join_words(text, one.content) for one in found] == ["It leaks", "to a request for comment"]

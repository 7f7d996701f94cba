"""Datelines, credits, bylines, captions and promo lines, on invented sentences."""

import pytest

from sayso.cleaning import clean
from sayso.records import Mark, MarkKind, Story

BODY = "The bridge over the river was shut on Monday, the mayor said, after a barge had struck its northern pier."


def marks_of(text: str, kind: MarkKind, published: str | None = None) -> list[Mark]:
    return [mark for mark in clean(Story(id="s", text=text, published=published)) if mark.kind is kind]


@pytest.mark.parametrize(
    ("dateline", "values"),
    [
        ("KYIV, Ukraine (AP) —", {"place": "KYIV, Ukraine", "agency": "AP"}),
        ("WASHINGTON (Reuters) -", {"place": "WASHINGTON", "agency": "Reuters"}),
        ("Kyiv. Dec 14. INTERFAX-UKRAINE -", {"place": "Kyiv", "agency": "Interfax-Ukraine", "date": "2024-12-14"}),
        ("LONDON, Dec 14 (Reuters) –", {"place": "LONDON", "agency": "Reuters", "date": "2024-12-14"}),
        ("SEOUL, Dec. 14 (Yonhap) --", {"place": "SEOUL", "agency": "Yonhap", "date": "2024-12-14"}),
        ("Paris, 14 December (AFP) -", {"place": "Paris", "agency": "AFP", "date": "2024-12-14"}),
        ("Washington (CNN)", {"place": "Washington", "outlet": "CNN"}),
        ("Kyiv, AFP.", {"place": "Kyiv", "agency": "AFP"}),
        ("DES MOINES, Iowa —", {"place": "DES MOINES, Iowa"}),
        ("WASHINGTON/MOSCOW (Reuters) -", {"place": "WASHINGTON/MOSCOW", "agency": "Reuters"}),
        ("KYIV:", {"place": "KYIV"}),
    ],
)
def test_dateline_before_the_first_words(dateline: str, values: dict[str, str]) -> None:
    text = f"{dateline} {BODY}"
    (mark,) = marks_of(text, MarkKind.DATELINE, published="2024-12-15")
    assert mark.span.of(text) == dateline
    assert dict(mark.values) == values


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Friday, January 4, 2019\xa0\n\n", "2019-01-04"),
        ("2024-12-16 | 05:41\n\n", "2024-12-16"),
        (" date 2024-12-14 ", "2024-12-14"),
        ("Bridge shut after barge strikes pier Sunday, October 21, 2007\n\n", "2007-10-21"),
        ("Updated: July 16, 2018 — 7:15 AM EDT\n\n", "2018-07-16"),
    ],
)
def test_date_on_its_own(text: str, date: str) -> None:
    (mark,) = marks_of(text + BODY, MarkKind.DATELINE)
    assert dict(mark.values) == {"date": date}


def test_year_nearest_to_publication() -> None:
    (mark,) = marks_of(f"SEOUL, Dec. 30 (Yonhap) -- {BODY}", MarkKind.DATELINE, published="2025-01-02T08:00:00Z")
    assert mark.values["date"] == "2024-12-30"


def test_no_date_where_the_year_cannot_be_known() -> None:
    (mark,) = marks_of(f"SEOUL, Dec. 30 (Yonhap) -- {BODY}", MarkKind.DATELINE)
    assert "date" not in mark.values


@pytest.mark.parametrize("opening", ["EXCLUSIVE —", "BREAKING:", "The AP:", "ANNA SMITH:", "A dash —"])
def test_no_dateline(opening: str) -> None:
    assert not marks_of(f"{opening} {BODY}", MarkKind.DATELINE)


def test_speakers_of_a_transcript_are_no_places() -> None:
    assert not marks_of(f"BAKER: {BODY}\nMILLER: {BODY}\nBAKER: {BODY}", MarkKind.DATELINE)


@pytest.mark.parametrize(
    ("credit", "values"),
    [
        ("(MENAFN- UkrinForm)", {"outlet": "MENAFN", "agency": "UkrinForm"}),
        ("(AP) —", {"agency": "AP"}),
        ("(CNN)", {"outlet": "CNN"}),
    ],
)
def test_credit_before_the_first_words(credit: str, values: dict[str, str]) -> None:
    text = f"{credit} {BODY}"
    (mark,) = marks_of(text, MarkKind.CREDIT)
    assert mark.span.of(text) == credit
    assert dict(mark.values) == values


@pytest.mark.parametrize(
    ("credit", "values"),
    [
        ("Source: Reuters", {"agency": "Reuters"}),
        ("Source: Ministry of Bridges (MoB)", {"source": "Ministry of Bridges (MoB)"}),
        ("This article first appeared on The River Post.", {"outlet": "The River Post"}),
        ("Originally published by The River Post.", {"outlet": "The River Post"}),
        ("This article was originally published by Tidewater.", {"outlet": "Tidewater"}),
        ("This story was first published on May 5, 2024.", {}),
        ("This essay first appeared in English.", {}),
        ("Reporting by Ann Smith; editing by Bob Roe", {}),
        ("(Additional reporting by Ann Smith; Editing by Bob Roe.)", {}),
        ("© 2024 The Associated Press. All rights reserved.", {"agency": "AP"}),
        ("The post Bridge shut appeared first on River Post.", {}),
        ("With AFP inputs", {"agency": "AFP"}),
        ("(With inputs from agencies.)", {}),
        ("— Reuters", {"agency": "Reuters"}),
        ("ab/cd (AFP, Reuters, dpa)", {"agency": "AFP"}),
        ("By AFP", {"agency": "AFP"}),
        ("MENAFN14122024000193011044ID1108993319", {"outlet": "MENAFN"}),
        ("Smith reported from Riverton and Roe-Lee from Washington.", {}),
        ("Roe reported from Oakford, Calif.; Smith, from the United Nations.", {}),
        ("AP White House correspondent Ann Smith reported from Washington.", {"agency": "AP"}),
        ("Smith reported from Riverton, Ohio. Bob Roe in Oberdorf contributed.", {}),
        ("Ann Smith contributed.", {}),
        ("Associated Press writer Ann Smith in Riverton contributed to this report.", {"agency": "AP"}),
    ],
)
def test_credit_after_the_last_words(credit: str, values: dict[str, str]) -> None:
    text = f"{BODY}\n\n{credit}"
    marks = marks_of(text, MarkKind.CREDIT)
    assert text[marks[0].span.start : marks[-1].span.end] == credit
    assert dict(marks[0].values) == values


@pytest.mark.parametrize(
    "sentence",
    [
        "Reuters reported from Riverton.",
        "CNN reported from Riverton and Oberdorf.",
        "BBX reported from Riverton.",
        "The River Post reported from Riverton.",
        "He reported from Riverton.",
        "Smith reported from Riverton that the pier was safe.",
        "Smith contributed to the fund.",
    ],
)
def test_reports_in_the_last_line_are_no_credit(sentence: str) -> None:
    assert not marks_of(f"{BODY}\n\n{sentence}", MarkKind.CREDIT)


def test_reporters_within_the_story_are_no_credit() -> None:
    filler = "\n\n".join([BODY] * 8)
    assert not marks_of(f"{BODY}\n\nSmith reported from Riverton.\n\n{filler}", MarkKind.CREDIT)


def test_contributors_glued_to_the_last_paragraph() -> None:
    text = f"{BODY} Ann J. Smith contributed to this report."
    (mark,) = marks_of(text, MarkKind.CREDIT)
    assert mark.span.of(text) == "Ann J. Smith contributed to this report."


@pytest.mark.parametrize(
    "sentence",
    [
        "The pier is safe, an engineer told Reuters.",
        "The pier is safe, according to the AP.",
        "Reuters reported that the pier was safe.",
        "The Associated Press reports:",
        "The story first appeared in a rival paper.",
        "Source: the barge had no lights, and nobody saw it",
    ],
)
def test_agencies_named_in_a_sentence_are_no_credit(sentence: str) -> None:
    assert not marks_of(f"{BODY}\n\n{sentence}\n\n{BODY}", MarkKind.CREDIT)


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("By JANE DOE, Associated Press", "JANE DOE"),
        ("Jane Doe | The Hill", "Jane Doe"),
        ("By Jane Doe, John van der Berg and J. R. Smith", "Jane Doe, John van der Berg and J. R. Smith"),
        ("By José Núñez - August 22, 2012", "José Núñez"),
        ("By By Jane Doe", "Jane Doe"),
        ("By by Jane Doe, Staff Writer", "Jane Doe"),
    ],
)
def test_byline(byline: str, author: str) -> None:
    text = f"{byline}\n\n{BODY}"
    (mark,) = marks_of(text, MarkKind.BYLINE)
    assert mark.span.of(text) == byline
    assert mark.values["author"] == author


def test_byline_with_a_place() -> None:
    text = f"By John Smith in Moscow\n\n{BODY}"
    (byline,) = marks_of(text, MarkKind.BYLINE)
    (dateline,) = marks_of(text, MarkKind.DATELINE)
    assert (byline.span.of(text), dict(byline.values)) == ("By John Smith", {"author": "John Smith"})
    assert (dateline.span.of(text), dict(dateline.values)) == ("in Moscow", {"place": "Moscow"})


def test_sentences_that_open_with_by_are_no_bylines() -> None:
    assert not marks_of(f"By Monday Morning Riverton had two open lanes again.\n{BODY}", MarkKind.BYLINE)
    assert not marks_of(f"By preliminary data the number exceeds 3,000, he wrote.\n{BODY}", MarkKind.BYLINE)


@pytest.mark.parametrize(
    "caption",
    [
        "Image: Ann Smith.",
        "Photo: Ann Smith/Getty Images",
        "File photo: the bridge in May",
        "FILE - In this May 3, 2020 file photo, a barge passes the bridge.",
        "A barge passes the bridge on Monday. (AP Photo/Ann Smith)",
        "Credit: Getty Images",
        "A barge passes the bridge. (Ann Smith/Reuters)",
        "Cars wait at the bridge in an undated file photo. (REUTERS)",
        "A barge passes the bridge. Image: Ann Smith.",
    ],
)
def test_caption(caption: str) -> None:
    text = f"{BODY}\n\n{caption}\n\n{BODY}"
    (mark,) = marks_of(text, MarkKind.CAPTION)
    assert mark.span.of(text) == caption


def test_a_photograph_in_a_sentence_is_no_caption() -> None:
    assert not marks_of(f"{BODY}\n\nA photo (taken by AP) was shown to the court in Gettysburg.", MarkKind.CAPTION)


@pytest.mark.parametrize(
    "promo",
    [
        "Read also: Ten bridges that fell",
        "READ MORE: Ten bridges that fell",
        "Related: Ten bridges that fell",
        "More:Ten bridges that fell",
        "City has money to mend bridges:comments on the barge crash",
        "Ten bridges that fell in one winter (12.03.2025)",
        "Click here to see the bridge.",
        "Subscribe to our newsletter",
        "Follow us on Twitter",
        "Follow Ann Smith on Twitter @annsmith.",
        "Sign up for our newsletter",
        "ADVERTISEMENT",
        "Share this:",
        "Watch: the bridge at night",
        "Story continues below",
        "( Also on RIVER POST: Ten bridges that fell)",
        "Ten bridges that fell Read more",
        "Thank you for visiting riverpost.example. You are using a browser version with few features. Use a newer one.",
        "We want to hear from you: Do you cross the bridge by car? Tell us.",
        "Bridge Talk: Sign up for our weekly engineering newsletter",
        "Advertisement embed-more-topicStory continues below",
        "Our website is the place for the latest news of the river. Please bookmark riverpost.example.",
        "For the latest breaking news and stories from the river, sign up for our newsletters .",
        "For more, download our app.",
        "Join our commenting forum",
        "Join thought-provoking conversations, follow other readers and see their replies",
        "Comments",
        "12 comments",
        "Would you like to comment on this article?",
        "Sign up (it's quick and free) or sign in now.",
        "Please read our Comment Policy before commenting.",
        "Get daily River news",
        "Get the stories of the river delivered to your inbox. By signing up, you agree to our terms.",
        "Enjoying our latest content? Log in or create an account to continue",
        "Read the original article.",
        "Skip to main content",
        "Show all 50",
        "Loading tide tables ...",
        "Thanks for signing up!",
        "Keep an eye on your inbox for the latest river news.",
        "There was an error processing your subscription.",
        "Like this story? Share it with a friend!",
        "Reach the reporters on Twitter at http://twitter.example/annsmith",
        "Ann Smith can be reached at smith@riverpost.example.",
        "The views and opinions expressed in the article do not necessarily reflect those of the River Post.",
        "Also on river.example Ten bridges that fell",
        "Follow The River Post Opinion section on Facebook.",
    ],
)
def test_promo(promo: str) -> None:
    text = f"{BODY}\n\n{promo}\n\n{BODY}"
    (mark,) = marks_of(text, MarkKind.PROMO)
    assert mark.span.of(text) == promo


def test_call_glued_to_a_paragraph() -> None:
    text = f"{BODY} Sign up here. {BODY}"
    (mark,) = marks_of(text, MarkKind.PROMO)
    assert mark.span.of(text) == "Sign up here."


@pytest.mark.parametrize(
    "line",
    [
        "A heavy price for the river towns",
        "Smith: we will rebuild the bridge",
        "Ann Smith:we will rebuild the bridge by May",
        "Here is what the mayor wrote on Monday:",
        "“Read more books,” the mayor said.",
        "Watch the river, she told them, and you will see barges every day.",
        "Related questions were left open.",
        "More than a hundred cars waited.",
        "Comments made by the mayor drew anger.",
        "“We want to hear from you,” the mayor told the town.",
        "We want to hear from you, the mayor told the town.",
        "For the latest flood they had to sign up for help at the hall.",
        "For more of the same, drivers sign up to the ferry list.",
        "Get daily tests, the doctors told the crew.",
        "Our website was down, the mayor said.",
        "The views expressed by drivers reflect those of the town, the mayor said.",
        "Like this story, the bridge has no end.",
        "Loading barges at night is forbidden ...",
        "The mayor can be reached at any hour, she said.",
        "Advertisements for the bridge show a tower.",
        "More: that is what she wanted, and it is what the council gave her, " + "with money for two piers, " * 10,
    ],
)
def test_lines_of_the_story_are_no_promo(line: str) -> None:
    assert not marks_of(f"{BODY}\n\n{line}\n\n{BODY}", MarkKind.PROMO)


def test_a_line_in_capitals_between_two_paragraphs_is_another_storys_headline() -> None:
    shouted = "HALE COMPARES BRIDGE TO A SIEVE"
    (mark,) = marks_of(f"{BODY}\n\n{shouted}\n\n{BODY}", MarkKind.PROMO)
    assert mark.span.of(f"{BODY}\n\n{shouted}\n\n{BODY}") == shouted
    assert not marks_of(f"{shouted}\n\n{BODY}\n\n{BODY}", MarkKind.PROMO)

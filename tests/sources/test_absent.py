"""Who speaks where no source stands, and who says "I"."""

import pytest

from tests.sources.stories import names_of


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("<s>Peter Lang</s> <c>said</c> so and <c>called</c> it bad.", ["Peter Lang"] * 2),
        ("<s>Peter Lang</s> <c>said</c> it <c>was expected</c> so.", ["Peter Lang", None]),
        ("Still in his first week of <c>admitting</c> it, <s>Peter Lang</s> <c>said</c> so.", ["Peter Lang"] * 2),
        ("<s>Peter Lang</s> <c>told</c> CNN so. <c>Asked about</c> it, he left.", ["Peter Lang", "CNN"]),
        ("In an interview with NBC's Ann Bell he left. When <c>asked about</c> it, he stayed.", ["Ann Bell"]),
        ("They left. When <c>asked about</c> it, they stayed.", [None]),
        ("There are conflicting <c>reports</c> that it rained.", ["reports"]),
        ("After the count, Peter Lang <c>seemed confident</c> that it rained.", ["Peter Lang"]),
        ("Peter Lang met the press but <c>denied</c> it.", ["Peter Lang"]),
        ("It rained, and <c>begs</c> the question.", [None]),
        ("Peter Lang <c>was quoted as saying</c> that it rained.", ["Peter Lang"]),
        ("It <c>was widely quoted as</c> proof of rain.", [None]),
        ("<s>Whoever saw it</s> <c>knows</c> it. <s>Anyone</s> <c>says</c> so.", [None, None]),
        ("<s>Everyone at the pier</s> <c>says</c> so.", ["everyone at the pier"]),
    ],
)
def test_absent_sources(marked: str, names: list[str | None]) -> None:
    assert names_of(marked) == names


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("<s>I</s> recall how Peter Lang fought.", ["author of the story"]),
        ("<s>We</s> favor disclosure.", ["The Porto Herald"]),
        ("Peter Lang left.\n<s>I</s> could not be more glad. — Leader Lang (@leader) March 25", ["Peter Lang"]),
    ],
)
def test_own_voice(marked: str, names: list[str]) -> None:
    assert names_of(marked, outlet="The Porto Herald") == names


@pytest.mark.parametrize(
    ("title", "marked", "names"),
    [
        ("Read Ann Bell's letter", "Ann Bell wrote it.\n<s>I</s> hope so.", ["Ann Bell"]),
        ("The Porto Herald interviews Ann Bell on rain", "Ann Bell swims. Why? <s>I</s> hope so.", ["Ann Bell"]),
        (
            "Diver tells The Porto Herald of rain",
            "Ann Bell: <s>I</s> swim.\nIvo Tan: No.\nAnn Bell: Yes.",
            ["Ann Bell"],
        ),
        (
            "Ann Bell discusses rain with The Porto Herald",
            "Ann Bell: <s>We</s> swim.\nIvo Tan: No.",
            ["Ann Bell and team"],
        ),
        ("Ann Bell on rain", "Ann Bell: <s>We</s> swim.\nIvo Tan: No.", ["Ann Bell"]),
        ("Interview with Ann Bell", "Ann Bell dives.\n<s>My father</s> knew.", ["father of Ann Bell"]),
        ("Rain", "<s>I</s> know. <s>My father</s> knew.", ["author of the story", "father"]),
        ("Why Ann Bell left", "Ann Bell left.\n<s>I</s> hope so.", ["author of the story"]),
        ("Why it rained", "<s>I</s> hope so.\nIvo Tan is the editor of a weekly.", ["Ivo Tan"]),
        ("OPINION: Rain", "<s>We</s> hope so.", ["author of the story"]),
        ("Statement by Ivo Tan, Chief Executive", "To all: <s>I</s> am sorry.", ["Ivo Tan"]),
        ("Rain", "COMMENT\nGrivo Tan\n\n<s>I</s> know Peter Lang. <s>He</s> sailed.", ["Grivo Tan", "Peter Lang"]),
        ("Rain", "Ann Bell\n\n<s>I</s> know Peter Lang.", ["Ann Bell"]),
        ("Rain", "NEW PORTO\n\n<s>I</s> know Peter Lang.", ["author of the story"]),
        ("Rain", "<s>Ann Bell</s> issued this statement:\nIt is good. <s>We</s> hope so.", ["Ann Bell"] * 2),
    ],
)
def test_whose_words_a_story_gives(title: str, marked: str, names: list[str]) -> None:
    assert names_of(marked, title=title, outlet="The Porto Herald") == names


def test_labels_in_quotation_marks_open_turns() -> None:
    story = (
        "Wikinews reporter Ann Bell met Ivo Tan. 'AB: Why? :'IT:' <s>I</s> <c>thought</c> so. 'AB: Oh? :'IT:' Yes. "
        "'AB: And? :'IT:' No."
    )
    assert names_of(story) == ["Ivo Tan"]


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("<s>Peter Lang</s> said so.\n'<s>I</s> never knew how it got in.", ["Peter Lang"] * 2),
        ("<s>Peter Lang</s> said it was “all wet”, <s>I</s> wrote then.", ["Peter Lang", "author of the story"]),
        ("Here is what Peter Lang had to say.\nQ: Why?\nA: <s>I</s> like it.\nQ: And now?", ["Peter Lang"]),
        ("Here is what Peter Lang had to say.\nQ: <s>We</s> wonder why.\nA: Rain.", ["The Porto Herald"]),
        ("<s>Peter Lang</s> said so.\nInterview Highlights\nOn rain\n<s>I</s> like it.", ["Peter Lang"] * 2),
        ("Peter Lang left. <s>I</s> like it.\nANN BELL, PORTO\n<s>I</s> do too.", ["Ann Bell", "author of the story"]),
        ("Here is Peter Lang.\n((WN)) Do <s>you</s> swim?\n((WN)) Why?\n((WN)) Where?", ["Peter Lang"]),
        ("((Ivo Tan)) No.\n((WN)) Do <s>you</s> swim?\n((Ann Bell)) Yes.\nIvo Tan and Ann Bell ran.", ["Ann Bell"]),
        ("Authored by Ann Bell via Tide,\nPeter Lang left. <s>I</s> like it.", ["Ann Bell"]),
        ("<s>I, a fisherman's son,</s> like it.", ["author of the story"]),
    ],
)
def test_first_person(marked: str, names: list[str]) -> None:
    assert names_of(marked, outlet="The Porto Herald") == names


@pytest.mark.parametrize(
    ("outlet", "name"),
    [("tidecheck.org", "TideCheck"), ("nytimes.com", "The New York Times"), ("rain.com", "rain.com")],
)
def test_host_of_an_outlet_that_says_we(outlet: str, name: str) -> None:
    assert names_of("<s>We</s> rate it true. TideCheck rates all that.", outlet=outlet) == [name]


def test_the_letter_of_a_question_is_nobody_whom_they_means() -> None:
    names = names_of("Q: <s>They</s> say that it rained.\nA: Yes.\nQ: And now?\nA: No.", title="A chat")
    assert names == [None]

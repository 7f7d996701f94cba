import pytest

from tests.evidence.reports import chains, said

POLL = "Marsh poll"


def asked(text, *statements):
    """The chains of statements (source, cue, content, name, kind) behind the outlet."""
    return [chain[1:] for chain in chains(text, *(said(text, *statement) for statement in statements))]


def test_goes_on_with_the_poll_that_an_earlier_share_answered():
    text = (
        "The Marsh poll found 54 percent of voters think the bridge is safe. The council met on Monday.\n"
        "Another 12% hope it is. Councillors fear it is not."
    )
    assert asked(
        text,
        ("The Marsh poll", "found", "54 percent of voters think the bridge is safe", POLL, "document"),
        ("54 percent of voters", "think", "the bridge is safe", "54 percent of voters", "collective"),
        ("Another 12%", "hope", "it is", "another 12%", "collective"),
        ("Councillors", "fear", "it is not", "councillors", "collective"),
    ) == [(), (POLL,), (POLL,), ()]


@pytest.mark.parametrize(
    ("text", "poll"),
    [
        ("In a Herald/Marsh national poll, most drivers said the bridge was safe.", ("Herald/Marsh national poll",)),
        ("The Marsh poll came out. On Monday most drivers said the bridge was safe.", ()),
        ("In a new poll, most drivers said the bridge was safe.", ()),
    ],
)
def test_takes_the_poll_that_a_sentence_names(text, poll):
    assert asked(text, ("most drivers", "said", "the bridge was safe", "most drivers", "collective")) == [poll]


def test_tells_no_poll_of_a_person():
    text = "After a Marsh poll, the mayor said the bridge was safe."
    assert asked(text, ("the mayor", "said", "the bridge was safe", "Ann Smith", "person")) == [()]

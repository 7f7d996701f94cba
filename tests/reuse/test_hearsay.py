import pytest

from sayso.reuse.hearsay import find_heard, outlet_key

OUTLETS = {outlet_key(name) for name in ("reuters.com", "The Guardian", "BBC News", "Harborton Herald", "Fox News")}


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("The minister told Reuters on Monday.", {"Reuters": True}),
        ("She told the Harborton Herald she would resign.", {"harborton herald": True}),
        ("In an interview with the BBC, he said no.", {"BBC": True}),
        ("“No,” he told Fox News Sunday.", {"Fox News": True}),
        ("The plan was first reported by The Guardian.", {"The Guardian": False}),
        ("On Monday Reuters first reported that he had left.", {"Reuters": False}),
        ("He left, according to Reuters.", {"Reuters": False}),
        ("Reuters reported it; he told Reuters so.", {"Reuters": True}),
        ("Police reported a theft. He told Nora Field so. Reuters has an office there.", {}),
        ("told ", {}),
        (" reported", {}),
    ],
)
def test_which_outlets_a_text_rests_on(text: str, heard: dict[str, bool]) -> None:
    assert find_heard(text, OUTLETS) == heard

"""Which report, letter or lawsuit a bare noun means."""

import pytest

from tests.sources.stories import names_of


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("A new Harbour News poll came out. <s>The poll</s> found so.", ["Harbour News poll"]),
        ("The analysis by Lang & Company was late. <s>The report</s> says so.", ["analysis by Lang & Company"]),
        ("Peter Lang's suit was filed. <s>The lawsuit</s> states so.", ["suit of Peter Lang"]),
        ("Peter Lang sued the Harbour Office. <s>The complaint</s> states so.", ["lawsuit of Peter Lang"]),
        ("Rain Watch, a green group, sued. <s>The lawsuit</s> states so.", ["lawsuit of Rain Watch"]),
        ("The Clean Rain Act passed. Congress must act. <s>The bill</s> bans it.", ["Clean Rain Act"]),
        ("The Harbour Council adopted Resolution 12. <s>The resolution</s> bans it.", ["resolution"]),
        ("A Harbour Herald poll came. <s>The poll of 1,002 adults</s> found so.", ["Harbour Herald poll"]),
        ("<s>Lawyers for Peter Lang</s> spoke. <s>The statement</s> said no.", ["lawyers for Peter Lang"] * 2),
        ("Peter Lang's re-election campaign sued. <s>The lawsuit</s> states so.", ["lawsuit of Peter Lang campaign"]),
        ("Maria Novak sent a long letter to the board. <s>The letter</s> says so.", ["letter of Maria Novak"]),
        ("Maria Novak's book, “Salt Roads,” is out. <s>The book</s> claims so.", ["Salt Roads"]),
        (
            "The Lang Foundation's “Annual Report on Fishing” came. <s>The report</s> shows it.",
            ["Annual Report on Fishing"],
        ),
        (
            "<s>A new survey of adults</s> finds so. The Harbour Poll found more.",
            ["Harbour Poll"],
        ),
        (
            "<s>A new Lang Foundation survey of adults</s> finds so. The Harbour Poll found more.",
            ["new Lang Foundation survey of adults"],
        ),
        ("A Porto law enforcement officer left. <s>The law</s> says so.", ["law"]),
        ("In Friday's report it rained. <s>The report</s> says so.", ["report"]),
        ("According to <s>transcripts of talks reviewed by Harbour News</s>, it rained.", ["transcripts of talks"]),
        ("According to <s>a police report first obtained by the Porto Herald</s>, it rained.", ["police report"]),
        (
            "The Lang survey came. <s>The Lang survey</s> found so. <s>The Tan report</s> said no.",
            ["Lang survey", "Tan report"],
        ),
    ],
)
def test_texts(marked: str, names: list[str]) -> None:
    assert names_of(marked) == names


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("Porto Police issued <s>a statement</s> saying so. Peter Lang left.", ["Porto Police"]),
        ("<s>A communique</s> from Porto Police says so.", ["Porto Police"]),
        ("<s>The Turkish statement</s> called for it.", ["Government of Turkey"]),
        ("<s>The reports from inside the courtroom</s> say so.", ["reports from inside the courtroom"]),
    ],
)
def test_statements(marked: str, names: list[str]) -> None:
    assert names_of(marked) == names


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        (
            (
                "<s>A new report</s> <c>said</c> no. <s>The Harbour Times</s> <c>reported</c> rain. Some left. "
                "<s>The paper</s> <c>said</c> so."
            ),
            ["new report", "Harbour Times", "Harbour Times"],
        ),
        (
            (
                "<s>The Harbour Times</s> <c>reported</c> rain. <s>A study</s> <c>found</c> more. Some left. "
                "<s>The paper</s> <c>said</c> so."
            ),
            ["Harbour Times", "study", "study"],
        ),
        (
            "They count the numbers of female Kettle gulls. <s>The figures</s> say so.",
            ["figures"],
        ),
        ("They built a study of how salt dissolves in Kettle tides. <s>The study</s> says so.", ["study"]),
        ("They read a study by divers at Kettle Works. <s>The study</s> says so.", ["study by divers at Kettle Works"]),
        ("Delegates passed the Tide Force party platform. <s>The platform</s> says so.", ["Tide Force party platform"]),
        ("The Tide Force video platform was down. <s>The platform</s> said so.", ["platform"]),
    ],
)
def test_which_text_or_outlet_a_bare_noun_means(marked: str, names: list[str]) -> None:
    assert names_of(marked) == names

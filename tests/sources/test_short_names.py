"""Which long name a body's or a medium's short one means."""

import pytest

from tests.sources.stories import names_of


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("They told the Associated Press. <s>The AP</s> said so.", "Associated Press"),
        ("The Novak Foundation met Peter Novak. <s>Novak</s> said so.", "Peter Novak"),
        ("The Porto Attorney’s Office left. <s>The Attorney's Office</s> said so.", "Porto Attorney’s Office"),
        ("An Islamic State fighter left. <s>ISIS</s> said so.", "Islamic State"),
        ("Customs and Border Protection came. <s>CBP</s> said so.", "Customs and Border Protection"),
        ("Al-Qaeda in the Islamic Maghreb came. <s>AQIM</s> said so.", "Al-Qaeda in the Islamic Maghreb"),
        ("The Church News Network came. <s>CNN</s> said so.", "CNN"),
        ("The US Department of Trade left. <s>The Trade Department</s> said so.", "US Department of Trade"),
        ("The Rain Committee of Porto left. <s>The Rain Committee</s> said so.", "Rain Committee of Porto"),
        ("The Porto Committee for the Press left. <s>The Porto Committee</s> said so.",
         "Porto Committee for the Press"),
        ("Lanterna Motor Co. left. <s>Lanterna</s> said so.", "Lanterna Motor Co"),
        ("ABC News left. <s>ABC</s> said so.", "ABC News"),
        ("General Motors left. <s>GM</s> said so.", "General Motors"),
        ("The Justice Department left. <s>The DOJ</s> said so.", "Justice Department"),
        ("Voice of America left. <s>VOA</s> said so.", "Voice of America"),
        ("The Centers for Medicare and Medicaid Services left. <s>CMS</s> said so.",
         "Centers for Medicare and Medicaid Services"),
        ("The Federal Reserve met in the Atlanta Fed. <s>The Fed</s> said so.", "Federal Reserve"),
        ("The Pew Research Center left. <s>Pew</s> said so.", "Pew Research Center"),
        ("The New York Times and the Porto Post wrote. <s>The Times</s> said so.", "The New York Times"),
        ("They post often. The Porto Post wrote. <s>The Post</s> said so.", "Porto Post"),
        ("The New York Times met the Porto Times. <s>The Times</s> said so.", "The Times"),
        ("The Environmental Protection Agency left. <s>EPA officials</s> said so.", "EPA officials"),
    ],
)  # fmt: skip
def test_short_names(marked: str, name: str) -> None:
    assert names_of(marked) == [name]


@pytest.mark.parametrize(
    ("marked", "outlet", "names"),
    [
        ("<s>The Star</s> said so.", "The Star (Kenya)", ["The Star (Kenya)"]),
        ("<s>The Mercury</s> said so.", "Porto Mercury", ["Porto Mercury"]),
        ("<s>An earlier version of this article</s> said so.", "Porto Mercury", ["Porto Mercury"]),
        ("<s>An earlier version of the bill</s> said so.", "Porto Mercury", ["earlier version of the bill"]),
    ],
)
def test_an_outlet_that_speaks_of_itself_is_the_storys_own(marked: str, outlet: str, names: list[str]) -> None:
    assert names_of(marked, outlet=outlet) == names


@pytest.mark.parametrize("title", ["", "Brig. "])
def test_a_surname_of_two_words_is_one_whose_name_ends_in_it(title: str) -> None:
    assert names_of(f"{title}Omar Abu Sarr, the bosun, left. <s>Abu Sarr</s> said no.") == ["Omar Abu Sarr"]

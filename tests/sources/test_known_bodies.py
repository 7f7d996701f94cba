"""Which body, medium or office holder a description means."""

import pytest

from sayso.records import SourceKind
from tests.sources.stories import names_of, resolve_marked


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        (
            "<s>Cybersecurity firm Lanterna</s> spoke. <s>The Harbour Council</s> hired it, <s>the company</s> said.",
            ["Lanterna", "Harbour Council", "Lanterna"],
        ),
        ("The Porto County Sheriff's Office came. <s>The office</s> did not say.", ["Porto County Sheriff's Office"]),
        ("<s>Northwind</s> spoke. <s>The ride-hailing giant</s> said so.", ["Northwind", "Northwind"]),
        ("<s>Northwind</s> spoke. <s>The streaming service</s> said so.", ["Northwind", "Northwind"]),
        ("<s>Northwind</s> spoke. <s>The health service</s> said so.", ["Northwind", "health service"]),
        ("Coast Airlines flew. Peter Lang left. <s>The airline</s> said so.", ["Coast Airlines"]),
        ("They sued CNN, claiming <s>the network</s> lied.", ["CNN"]),
        ("The Lang administration left. Tan came. Now <s>the administration</s> says no.", ["Lang administration"]),
        ("<s>Fox News</s> cheered. But <s>the liberal media</s> said no.", ["Fox News", "liberal media"]),
        ("<s>The Supreme Court</s> agreed. <s>the company</s> said no.", ["Supreme Court", "company"]),
        ("Congress met. <s>the justice department</s> said no.", ["justice department"]),
        ("Per <s>the Institute for Justice</s>, it rained.", ["Institute for Justice"]),
        ("<s>The liberal activist group March.org</s> said so.", ["March.org"]),
        ("<s>Many Democrats from coal states</s> said so.", ["many Democrats from coal states"]),
        ("<s>Those very same senators</s> said so.", ["senators"]),
        ("<s>Chinese state media</s> said so.", ["Chinese state media"]),
        ("The Federal Bureau of Investigation came. <s>The FBI</s> left.", ["Federal Bureau of Investigation"]),
        ("<s>The FBI</s> left.", ["FBI"]),
        ("The man was shot by Porto police. <s>Police</s> said so.", ["Porto police"]),
        ("<s>Norfolk Police</s> met. Kettle left. <s>The force</s> said so.", ["Norfolk Police"] * 2),
        ("Porto police met Lisbon police. <s>Police</s> said so.", ["police"]),
        ("Porto police met the Faro Sheriff's Office. <s>Police</s> said so.", ["police"]),
        ("The Rain Committee met. <s>The panel</s> said so.", ["Rain Committee"]),
        ("The Porto Institute of Arts shut. <s>The museum</s> said so.", ["Porto Institute of Arts"]),
        ("<s>KXYZ</s> told it. <s>The station</s> said so.", ["KXYZ"] * 2),
        (
            "<s>The United Nations Children's Fund</s> came. <s>NATO</s> left. <s>The U.N. agency</s> said so.",
            ["United Nations Children's Fund", "NATO", "United Nations Children's Fund"],
        ),
        ("<s>The Trade Department</s> met. <s>The group</s> said so.", ["Trade Department", "group"]),
        ("Germany and Austria met. <s>The country</s> said so.", ["Government of Austria"]),
        ("Austria shut its border with Hungary. <s>The country</s> said so.", ["Government of Austria"]),
        ("Finland borders on Russia. <s>The Nordic country</s> said so.", ["Government of Finland"]),
        (
            "Fighters of al-Harbour in the Porto Peninsula (AHPP) left. <s>AHPP</s> said so.",
            ["al-Harbour in the Porto Peninsula"],
        ),
        ("It rained. <s>The country</s> said so.", ["country"]),
        ("FBI Porto came. <s>The FBI</s> left.", ["FBI"]),
        ("The New York Times wrote. <s>The NYT</s> said so.", ["The New York Times"]),
        ("They met Google. It rained. <s>The company</s> said so.", ["Google"]),
        ("They met the Taliban. <s>The group</s> said so. <s>The armed group</s> left.", ["Taliban"] * 2),
        ("Rain Aid came. <s>The parent company</s> said so.", ["parent company"]),
        ("<s>Lanterna</s> spoke. <s>The German airline</s> said so.", ["Lanterna"] * 2),
        ("<s>Oxfam</s> spoke. <s>The New Harbour-based charity</s> said so.", ["Oxfam"] * 2),
        ("Democrats met. <s>The party</s> said so.", ["Democrats"]),
        ("Democrats met Liberals. <s>The party</s> said so.", ["party"]),
        ("The Bank of Chile met. <s>The central bank</s> said so.", ["Bank of Chile"]),
        ("The Bank of America met. <s>The central bank</s> said so.", ["central bank"]),
        ("Austria voted. Peter Lang left. <s>The regime</s> said no.", ["Government of Austria"]),
        ("The 7th U.S. Circuit Court of Appeals met. <s>The panel</s> agreed.", ["7th U.S. Circuit Court of Appeals"]),
        ("The Harbour Initiative began. <s>The initiative</s> grew.", ["Harbour Initiative"]),
        ("They read the Harbour Herald. <s>The news agency</s> said no.", ["Harbour Herald"]),
        ("<s>CNN</s> aired it. <s>The broadcaster</s> said no.", ["CNN"] * 2),
        (
            "<s>A new report</s> came. The Harbour Herald met. <s>The paper</s> said so.",
            ["new report", "Harbour Herald"],
        ),
        ("They like the Rules of the Harbour. <s>The Rules</s> say so.", ["Rules of the Harbour"]),
        ("<s>The Synod for the Rains of the Coast</s> met.", ["Synod for the Rains of the Coast"]),
        ("The Harbour Post wrote. <s>The Post article</s> said so.", ["Harbour Post"]),
        ("Carmaker Acme will close its Lindow plant, <s>the company</s> said.", ["Acme"]),
        ("Tiderock is to close its Munich plant, <s>the company</s> said.", ["Tiderock"]),
        ("The hospital chain Medica will close its clinic in Vienna, <s>the company</s> announced.", ["Medica"]),
        ("Tide Bank will cut jobs in London, <s>the bank</s> said.", ["Tide Bank"]),
        ("Lindow Rovers have sold Paul Tan to Madrid, <s>the club</s> said.", ["Lindow Rovers"]),
        ("Lindow Lorn was sacked in Madrid, <s>the club</s> said.", ["club"]),
        ("In a video on Telegram, <s>the group</s> said so.", ["group"]),
        ("Advent Capital Management LLC came. <s>Advent</s> said so.", ["Advent Capital Management LLC"]),
    ],
)
def test_bodies(marked: str, names: list[str]) -> None:
    assert names_of(marked) == names


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("A man familiar with the talks came. <s>a person close to Peter Lang</s> spoke. <s>The person</s> said so.",
         ["person close to Peter Lang"] * 2),
        ("<s>one Lang ally</s> spoke. <s>The source</s> said so.", ["one Lang ally"] * 2),
        ("Peter Lang met Ann Bell. <s>Ann Bell</s> spoke. <s>The businessman</s> left.", ["Ann Bell", "Peter Lang"]),
        ("Secretary of State Peter Lang left. <s>The secretary of state</s> said so.", ["Peter Lang"]),
        ("Attorney General Peter Lang met General Paul Tan. <s>The attorney general</s> spoke.", ["Peter Lang"]),
        ("Mayor Peter Lang ran. <s>the former mayor</s> said so.", ["Peter Lang"]),
        ("Peter Lang, 74, met Ann Bell, 50. <s>The 50-year-old retiree</s> said so.", ["Ann Bell"]),
        ("Chinese President Li Wen met Donald Trump. Donald Trump left. <s>The president</s> spoke.", ["Donald Trump"]),
        ("Vice President Peter Lang left. <s>The president</s> said so.", ["president"]),
        ("Peter Lang, ex-adviser to President Donald Trump, met Donald Trump. He left. <s>The president</s> spoke.",
         ["Donald Trump"]),
        ("Donald Trump left. <s>The commander in chief</s> said so.", ["Donald Trump"]),
        ("<s>The top Republican in the Senate, Minority Leader Peter Lang,</s> said so.", ["Peter Lang"]),
        ("<s>The Senate's top Democrat, Majority Leader Peter Lang of Nevada,</s> said so.", ["Peter Lang"]),
        ("<s>A spokesman for Chairman Peter Lang (R-Santa Clara)</s> said so.", ["spokesman for Chairman Peter Lang"]),
        ("Mitt Lang spoke. <s>Mr. Lang</s> said so. His father, George Lang, left.", ["Mitt Lang"]),
        ("<s>Lang</s> Says He Paid\nPeter Lang left.", ["Peter Lang"]),
        ("Officials Falsely Attack Peter Lang\nPeter Lang left. <s>Lang</s> said so.", ["Peter Lang"]),
        ("Ben Doe of Mother Jones left. <s>Ben Doe of Mother Jones</s> said so.", ["Ben Doe"]),
        ("<s>Even Peter Lang</s> said so.", ["Peter Lang"]),
    ],
)  # fmt: skip
def test_persons_described(marked: str, names: list[str]) -> None:
    assert names_of(marked, published="2018-08-13") == names


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        (
            "Peter Lang met Paul Tan and Ann Bell. <s>Lang, Tan and Bell</s> wrote.",
            ["Peter Lang, Paul Tan and Ann Bell"],
        ),
        ("Peter Lang met Ann Bell. <s>he and Bell</s> wrote.", ["Peter Lang and Ann Bell"]),
        (
            "<s>Peter Lang, Republican of Maine, and Ann Bell, Republican of Ohio,</s> said.",
            ["Peter Lang and Ann Bell"],
        ),
        ("<s>Lawyers for Lang, Tan and Bell</s> said no.", ["lawyers for Lang, Tan and Bell"]),
    ],
)
def test_several(marked: str, names: list[str]) -> None:
    assert names_of(marked) == names


def test_the_label_of_a_turn_is_no_regulator() -> None:
    marked = "PRESENTER: Welcome.\n\nANN BELL: Hello.\n\nPRESENTER: <s>The regulator</s> said so.\n\nANN BELL: No."
    assert names_of(marked) == ["regulator"]


def test_the_dutch_company_is_called_so_by_no_name() -> None:
    assert names_of("Head of the Dutch company Kettle Peter Lang left. <s>The company</s> said so.") != [
        "Dutch company"
    ]


def test_a_body_called_by_another_name_is_not_meant() -> None:
    marked = "The Novak camp wept, and so did the Roe camp. It rained on the Roe camp. <s>The Novak camp</s> said no."
    assert names_of(marked) == ["Novak camp"]


def test_a_city_hall_is_a_body() -> None:
    assert resolve_marked("It rained. <s>City Hall</s> said no.")[0].kind is SourceKind.ORGANISATION


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("Two of the crew, from Ghelt, drowned.", "lift company"),
        ("It sank in the Ghelts. Boats of the Ghelts came.", "operator"),
    ],
)
def test_a_company_is_not_called_like_a_place(before: str, words: str) -> None:
    assert names_of(f"{before} <s>The {words}</s> said no.") == [words]

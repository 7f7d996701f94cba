import pytest

from sayso.evidence.via.media import Newsstand, canonical_outlet
from sayso.records import Attribution, Mark, MarkKind, Span, Speech, Story
from tests.evidence.reports import chains, grade, grade_story, said

OUTLET = "Example News"


@pytest.mark.parametrize(
    ("marked", "media"),
    [
        ("<The mayor> {told} Reuters |the bridge was shut|.", ("Reuters",)),
        ("In an interview with KXYZ, <the mayor> {said} |the bridge was shut|.", ("KXYZ",)),
        ("Asked by Reuters, <the mayor> {said} |the bridge was shut|.", ("Reuters",)),
        ("|The bridge was shut|, <the mayor> {told} a KXYZ reporter.", ("KXYZ",)),
        ("<The mayor> {told} the Springfield Gazette |the bridge was shut|.", ("Springfield Gazette",)),
        ("<The mayor> {told} Ann Smith of CNN |the bridge was shut|.", ("CNN",)),
        ("In an interview with Daily Planet News, <the mayor> {said} |the bridge was shut|.", ("Daily Planet News",)),
        ("Speaking to the Daily Tidesman, <the mayor> {said} |the bridge was shut|.", ("Daily Tidesman",)),
        ("In an interview with magazine The Oak, <the mayor> {said} |the bridge was shut|.", ("The Oak",)),
        ("Speaking on al-Nahar TV, <the mayor> {said} |the bridge was shut|.", ("al-Nahar TV",)),
        ("Per Reuters, <the mayor> {said} |the bridge was shut|.", ("Reuters",)),
        ("TASS {quoted} <the mayor> {as saying} |the bridge was shut|.", ("TASS",)),
        ("According to Yonhap, <the ministry> {said} |the bridge was shut|.", ("Yonhap",)),
        ("According to investigators, <the driver> {said} |the bridge was shut|.", ("investigators",)),
        ("<The ministry> {said} |the bridge was shut|, the BBC reported.", ("BBC",)),
        ("<The ministry> {said} |the bridge was shut|, as quoted by the Harbour Herald.", ("Harbour Herald",)),
        ("<Officials quoted by the Harbour Herald> {said} |the bridge was shut|.", ("Harbour Herald",)),
        ("Speaking to a TV audience, <the mayor> {said} |the bridge was shut|.", ()),
        ("<A memo obtained by the Harbour Herald> {says} |the bridge was shut|.", ("Harbour Herald",)),
        ("<A memo reviewed by the mayor> {says} |the bridge was shut|.", ()),
        (
            "|“The bridge was shut,”| {said} <the mayor> in an email to The Springfield Times.",
            ("The Springfield Times",),
        ),
        ("|“It was shut,”| <the mayor> {told} Reuters. |“It is open now.”|", ("Reuters",)),
        ("<The mayor> {told} |Reuters the bridge was shut|.", ("Reuters",)),
        ("<The mayor> {told} CNN and the Harbour Herald |the bridge was shut|.", ("CNN", "Harbour Herald")),
        ("<The mayor> {told} “Harbour News Sunday” |the bridge was shut|.", ("Harbour News Sunday",)),
        ("<The mayor> {told} Ann Smith on Harbour News |the bridge was shut|.", ("Harbour News",)),
        ("In the CNN interview, <the mayor> {said} |the bridge was shut|.", ("CNN",)),
        ("<The mayor> {said} on CNN Sunday |the bridge was shut|.", ("CNN",)),
        ("<The mayor> {said} Sunday on CNN |the bridge was shut|.", ("CNN",)),
        ("<The mayor> {said} on “Face the Nation” |the bridge was shut|.", ("Face the Nation",)),
        ("<The mayor> {said} on Harbour Day |the bridge was shut|.", ()),
        ("<The mayor> {told} the Associated Press |the bridge was shut|.", ("Associated Press",)),
        ("<The mayor> {told} the Post |the bridge was shut|.", ("The Post",)),
        ("<The mayor> {said} |the bridge was shut| in response to Reuters's request.", ()),
        ("<The mayor> {told} several outlets including Reuters |the bridge was shut|.", ("Reuters",)),
        ("<The mayor> {told} KXYZ-TV |the bridge was shut|.", ("KXYZ-TV",)),
        ("<The mayor> {told} The Springfielder |the bridge was shut|.", ("The Springfielder",)),
        ("<The mayor> {told} The Hague |the bridge was shut|.", ()),
        ("<The mayor> {told} The Ruritanian Prospect |the bridge was shut|.", ("The Ruritanian Prospect",)),
        ("<The mayor> {told} The Home Office |the bridge was shut|.", ()),
        ("In an interview with the German magazine, <the mayor> {said} |the bridge was shut|.", ()),
        ("<The mayor> {commented on} |the bridge to The EastHarbour|.", ("The EastHarbour",)),
        ("Per Hürriyet Daily News, <the mayor> {said} |the bridge was shut|.", ("Hürriyet Daily News",)),
        ("<The mayor> {told} NBC |the bridge was shut|.", ("NBC",)),
        ("<Two divers questioned by Reuters> {said} |the bridge was shut|.", ("Reuters",)),
        ("<Two divers contacted by AFP> {said} |the bridge was shut|.", ("AFP",)),
        ("It rained on Leyte, Philippines. <The mayor> {told} CNN Philippines |it was shut|.", ("CNN Philippines",)),
        ("In a Springfield Times op-ed, <the mayor> {wrote} |the bridge was shut|.", ("Springfield Times",)),
        ("During a BBC Radio interview, <the mayor> {said} |the bridge was shut|.", ("BBC Radio",)),
        ("On the television programme Harbour Tonight, <the mayor> {said} |it was shut|.", ("Harbour Tonight",)),
        ("<The mayor> {said} |the bridge was shut|, in a translation by the BBC.", ("BBC",)),
        ("<The mayor> {told} |MSNBC Jones “was a great man”|. Jones died in May.", ("MSNBC",)),
        ("<The mayor> {told} reporters |the bridge was shut|.", ()),
        ("<The mayor> {told} Porto reporters |the bridge was shut|.", ()),
        ("After the Tide Herald reported it, <the mayor> {said} |the bridge was shut|.", ("Tide Herald",)),
        ("<The mayor> {told} a Porto radio station |the bridge was shut|.", ("Porto radio station",)),
        ("<The mayor> {told} an NBC television station |the bridge was shut|.", ("NBC",)),
        ("<The mayor> {told} Argentine television |the bridge was shut|.", ()),
        ("<The mayor> {said} on a radio show Monday |the bridge was shut|.", ()),
        ("<The mayor> {told} the Sunday Times |the bridge was shut|.", ("Sunday Times",)),
        ("<The mayor> {told} journalists from AFP |the bridge was shut|.", ("AFP",)),
        ("<The mayor> {told} Ohio's O Globe newspaper |the bridge was shut|.", ("O Globe",)),
        ("<The mayor> {told} Ohio's Channel Nine |the bridge was shut|.", ("Channel Nine",)),
        ("<The mayor> {told} radio station Europe 1 |the bridge was shut|.", ("Europe 1",)),
        ("<The mayor> {told} Reuters |12 bridges were shut|.", ("Reuters",)),
        ("<The mayor> {told} CNN affiliate KTLA |the bridge was shut|.", ("KTLA",)),
        ("<The mayor> {told} CNN Ruritania |the bridge was shut|. It rained in Ruritania.", ("CNN Ruritania",)),
        ("<The mayor> {said} on MSNBC's talk show Morning Harbour |the bridge was shut|.", ("MSNBC",)),
        ("<The mayor> {said} on the talk show Morning Harbour |the bridge was shut|.", ("Morning Harbour",)),
        ("<The mayor> {told} Harbour.co.uk |the bridge was shut|.", ("Harbour.co.uk",)),
        ("<The mayor> {commented on} |the bridge's end to The Harbour Times|.", ("The Harbour Times",)),
        ("As reported by The Harbour Times, <the mayor> {said} |the bridge was shut|.", ("The Harbour Times",)),
        ("The Nordpost news agency {quoted} <the mayor> {as saying} |the bridge was shut|.", ()),
        ("The Interfax news agency {quoted} <the mayor> {as saying} |the bridge was shut|.", ("Interfax",)),
        ("<The mayor> {was quoted as saying} by Xinhua |the bridge was shut|.", ("Xinhua",)),
        ("Per the BBC Trust, <the mayor> {said} |the bridge was shut|.", ()),
        ("<The mayor> {told} a news conference |the bridge was shut|.", ()),
        ("<The mayor> {told} Parliament |the bridge was shut|.", ()),
        ("<The mayor> {told} Vice President Smith |the bridge was shut|.", ()),
        ("<The mayor> {told} the Energy Agency |the bridge was shut|.", ()),
        ("<The mayor> {told} Capitol Hill |the bridge was shut|.", ()),
        ("<The mayor> {told} The Hill |the bridge was shut|.", ("The Hill",)),
        ("<The mayor> {told} Sky Italia |the bridge was shut|.", ("Sky Italia",)),
        ("<The mayor> {told} Ann Smith |the bridge was shut|.", ()),
        ("<The mayor> {told} Example News |the bridge was shut|.", ()),
        ("{According to} <a poll published by NBC News>, |the bridge was shut|.", ("NBC News",)),
        ("<The mayor> {told} CNN on Monday |the bridge was shut|.", ("CNN",)),
        ("<The mayor> {told} CNN on July 3 |the bridge was shut|.", ("CNN",)),
        ("<The mayor> {told} KXYZ4 |the bridge was shut|.", ("KXYZ4",)),
        ("In a statement issued to FOX 4, <the mayor> {said} |the bridge was shut|.", ("FOX 4",)),
        ("In an op-ed for the Harbour Register, <the mayor> {said} |the bridge was shut|.", ("Harbour Register",)),
        ("In another Harbour Radio interview, <the mayor> {said} |the bridge was shut|.", ("Harbour Radio",)),
        ("<The mayor> {told} Ruritania's state-run Interfax |the bridge was shut|.", ("Interfax",)),
        ("Quoted by the Harbour Herald, <the mayor> {said} |the bridge was shut|.", ("Harbour Herald",)),
        ("|The bridge was shut|, <the mayor> {said}, the Harbour Herald notes.", ("Harbour Herald",)),
        ("<The mayor> {said} on “State of the Union” |the bridge was shut|.", ("State of the Union",)),
        ("On CNN's Harbour Day, <the mayor> {said} |the bridge was shut|.", ("CNN",)),
        ("<The mayor> {told} radio host Ann Bell on Ohio's AM 710 |it was shut|.", ("AM 710",)),
        ("<The mayor> {told} the Saturday edition of the Harbour Herald |it was shut|.", ("Harbour Herald",)),
        ("In a taping of CNN's Harbour Night, <the mayor> {said} |the bridge was shut|.", ("CNN",)),
        ("In an interview with New York radio host Ann Bell, <the mayor> {said} |it was shut|.", ()),
        ("Interviewed by the FBI, <the mayor> {said} |the bridge was shut|.", ()),
        ("<The mayor> {called} on the Harbour Herald |to say sorry|.", ()),
        ("<Reuters> {reported} |the bridge was shut|.", ()),
        ("{According to} <the Springfield Gazette>, |the bridge was shut|.", ()),
        ("The BBC reported rain. <The mayor> {said} |the bridge was shut|.", ()),
        ("<The mayor> {said} |“I told Reuters the bridge was shut.”|", ()),
    ],
)
def test_medium(marked: str, media: tuple[str, ...]) -> None:
    assert grade(marked, OUTLET).via == (OUTLET, *media)


@pytest.mark.parametrize(
    ("outlet", "name"),
    [
        ("menafn.com", "MENAFN"),
        ("www.reuters.com", "Reuters"),
        ("The Associated Press", "AP"),
        ("town.example", "town.example"),
    ],
)
def test_outlet(outlet: str, name: str) -> None:
    assert grade("<The mayor> {said} |the bridge was shut|.", outlet).via == (name,)


def test_what_an_archive_adds_to_an_outlet_makes_no_second_one() -> None:
    text = "(CNN) -- The mayor said the bridge was shut."
    mark = Mark(MarkKind.CREDIT, Span(0, 5), "agency in front", (("agency", "CNN"),))
    attribution = said(text, "The mayor", "said", "the bridge was shut")
    assert chains(text, attribution, outlet="CNN (Web News)", marks=(mark,)) == [("CNN (Web News)",)]


@pytest.mark.parametrize(
    ("host", "credited", "via"),
    [
        ("cbsnews.com", "CBS", ("cbsnews.com",)),
        ("harbourherald.com", "Harbour Herald", ("harbourherald.com",)),
        ("harbourherald.com", "Tide Times", ("harbourherald.com", "Tide Times")),
        ("Beacon Wire", "BW", ("Beacon Wire",)),
        ("BHS Beacon Harbour Service", "BHS", ("BHS Beacon Harbour Service",)),
        ("Aberdale Press", "AP", ("Aberdale Press", "AP")),
        ("Beacon Wire", "BX", ("Beacon Wire", "BX")),
    ],
)
def test_an_outlet_credits_itself_no_second_time(host: str, credited: str, via: tuple[str, ...]) -> None:
    text = f"({credited}) -- The mayor said the bridge was shut."
    mark = Mark(MarkKind.CREDIT, Span(0, len(credited) + 2), "outlet in front", {"outlet": credited})
    attribution = said(text, "The mayor", "said", "the bridge was shut")
    assert chains(text, attribution, outlet=host, marks=(mark,)) == [via]


@pytest.mark.parametrize("outlet", ["harbour-herald.com", "harbourherald.co.uk", "theharbourherald.com"])
def test_who_told_the_outlet_itself_came_through_it_once(outlet: str) -> None:
    assert grade("<The mayor> {told} the Harbour Herald |the bridge was shut|.", outlet).via == (outlet,)


def test_who_told_the_outlet_by_its_short_name_came_through_it_once() -> None:
    assert grade("<The mayor> {told} the BBC |the bridge was shut|.", "BBC News").via == ("BBC News",)


def test_no_outlet() -> None:
    assert grade("<The mayor> {said} |the bridge was shut|.", None).via == ()


def test_outlet_is_the_source() -> None:
    assert grade("<Reuters> {learned} |the bridge was shut|.", "Reuters").via == ()


@pytest.mark.parametrize("outlet", ["Harbour News Online", "Harbour News (Web)", "Harbour - News", "harbournews.com"])
def test_a_desk_of_the_outlet_is_the_source(outlet: str) -> None:
    source = "HarbourNews.com" if outlet.endswith(".com") else "Harbour News"
    assert grade(f"<{source}> {{learned}} |the bridge was shut|.", outlet).via == ()


def test_syndication_mark() -> None:
    text = "(MENAFN- UkrinForm) The mayor said the bridge was shut."
    mark = Mark(MarkKind.CREDIT, Span(0, 19), "a syndicator's mark", {"outlet": "MENAFN", "agency": "UkrinForm"})
    attribution = said(text, "The mayor", "said", "the bridge was shut")
    assert chains(text, attribution, outlet="MENAFN", marks=(mark,)) == [("MENAFN", "Ukrinform")]


def test_credits_that_pass_on_and_those_that_do_not() -> None:
    text = "Source: TASS\nThe mayor said the bridge was shut.\nIt rained all day in the town.\nSource: Reuters"
    attribution = said(text, "The mayor", "said", "the bridge was shut")
    head = Mark(MarkKind.CREDIT, Span(0, 12), "a line that names the source", {"agency": "TASS"})
    foot = Mark(MarkKind.CREDIT, Span(len(text) - 15, len(text)), "a line that names the source", {"agency": "Reuters"})
    picture = Mark(MarkKind.CAPTION, Span(0, 12), "a picture's credit", {"agency": "AFP"})
    assert chains(text, attribution, marks=(head, foot, picture)) == [(OUTLET, "TASS")]


def test_agency_of_the_page() -> None:
    text = "The mayor said the bridge was shut."
    story = Story(id="s", text=text, outlet=OUTLET, agency="AFP via France 24")
    (graded,) = grade_story(story, (said(text, "The mayor", "said", "the bridge was shut"),))
    assert graded.via == (OUTLET, "France 24", "AFP")


def test_nested() -> None:
    text = "Merkel told CNN that doctors had told her he was ill."
    outer = said(text, "Merkel", "told", "that doctors had told her he was ill", name="Angela Merkel")
    inner = said(text, "doctors", "had told", "he was ill", name="doctors", kind="collective")
    assert chains(text, outer, inner) == [(OUTLET, "CNN"), (OUTLET, "CNN", "Angela Merkel")]


@pytest.mark.parametrize("cue", ["rejected", "responded to", "called baseless"])
def test_who_only_reacts_passes_nothing_on(cue: str) -> None:
    text = f"The mayor {cue} the residents' claims that the bridge was unsafe."
    outer = said(text, "The mayor", cue, "the residents' claims that the bridge was unsafe", name="Ann Smith")
    inner = said(text, "residents'", "claims", "that the bridge was unsafe", name="residents", kind="collective")
    assert chains(text, outer, inner) == [(OUTLET,), (OUTLET,)]


def test_own_words_are_not_passed_on() -> None:
    text = "“I think it is late,” Merkel said. She said she hopes for rain."
    outer = said(text, "Merkel", "said", "“I think it is late,”", name="Angela Merkel")
    inner = said(text, "I", "think", "it is late", name="Angela Merkel")
    third = said(text, "She", "hopes", "for rain", name="Angela Merkel")
    assert chains(text, inner, outer, third) == [(OUTLET,)] * 3
    assert chains(text, said(text, "I", "think", "it is late"), outer)[0] == (OUTLET,)


def test_medium_beside() -> None:
    text = "According to Yonhap, quoting KCNA, the army is on alert."
    passer = said(text, "Yonhap", "According to", "the army is on alert", name="Yonhap", kind="media")
    cited = said(text, "KCNA", "quoting", "the army is on alert", name="KCNA", kind="media")
    assert chains(text, passer, cited) == [(OUTLET,), (OUTLET, "Yonhap")]


def test_medium_is_carried_on() -> None:
    text = "The mayor told CBC News the bridge was shut.\n\n“We are sorry,” she said. The union said it was late."
    first = said(text, "The mayor", "told", "the bridge was shut", name="Ann Smith")
    second = said(text, "she", "she said"[4:], "“We are sorry,”", name="Ann Smith")
    third = said(text, "The union", "said it"[:4], "it was late", name="union", kind="organisation")
    assert chains(text, first, second, third) == [(OUTLET, "CBC News"), (OUTLET, "CBC News"), (OUTLET,)]


def test_a_medium_is_carried_on_past_words_of_nobody() -> None:
    text = "It rained. It rained. It rained. It rained. The board told CNN it was late. It was asked why. Lang said no."
    first = said(text, "The board", "told", "it was late", name="board", kind="organisation")
    asked = said(text, "", "was asked", "why")
    last = said(text, "Lang", "said", "no", name="board", kind="organisation")
    assert chains(text, first, asked, last)[2] == (OUTLET, "CNN")


def test_the_interview_that_a_story_is_about_is_where_all_was_said() -> None:
    text = (
        "The mayor wants out. She told CNN it was late.\n\nThe union disagrees.\n\nA driver said no.\n\n"
        "“I am tired,” she added.\n\nSmith tweeted a joke."
    )
    first = said(text, "The mayor", "wants", "out", name="Ann Smith")
    second = said(text, "She", "told", "it was late", name="Ann Smith")
    driver = said(text, "A driver", "said", "no", name="driver")
    fourth = said(text, "she", "added", "“I am tired,”", name="Ann Smith")
    tweet = said(text, "Smith", "tweeted", "a joke", name="Ann Smith")
    met = (OUTLET, "CNN")
    assert chains(text, first, second, driver, fourth, tweet) == [met, met, (OUTLET,), met, (OUTLET,)]


def test_an_interview_is_told_of_before_its_first_words() -> None:
    text = "Ann Smith sat down with the Harbour Herald on Monday. It was hot. She said that she was tired."
    assert chains(text, said(text, "She", "said", "that she was tired", name="Ann Smith")) == [
        (OUTLET, "Harbour Herald")
    ]


def test_a_body_gives_no_interview_to_last_a_story() -> None:
    text = "The union told CNN it was late.\n\nA driver said no.\n\nIt was hot.\n\nIts union warned it was dark."
    first = said(text, "The union", "told", "it was late", name="union", kind="organisation")
    driver = said(text, "A driver", "said", "no", name="driver")
    last = said(text, "Its union", "warned", "it was dark", name="union", kind="organisation")
    assert chains(text, first, driver, last) == [(OUTLET, "CNN"), (OUTLET,), (OUTLET,)]


def test_a_medium_named_before_is_meant_by_its_kind() -> None:
    text = (
        "The mayor told the Harbour Herald it was shut. A driver informed the newspaper it was open. A clerk said no."
    )
    mayor = said(text, "The mayor", "told", "it was shut")
    driver = said(text, "A driver", "informed", "it was open")
    clerk = said(text, "A clerk", "said", "no")
    assert chains(text, mayor, driver, clerk) == [(OUTLET, "Harbour Herald"), (OUTLET, "Harbour Herald"), (OUTLET,)]


def test_no_medium_is_meant_where_none_was_named() -> None:
    text = "A driver told the newspaper it was open."
    assert chains(text, said(text, "A driver", "told", "it was open")) == [(OUTLET,)]


def test_caller_knows_an_outlet() -> None:
    text = "The mayor told Nedelja the bridge was shut."
    attribution = said(text, "The mayor", "told", "the bridge was shut")
    story = Story(id="s", text=text, outlet=OUTLET)
    table = {"Nedelja": "Nedelja (Sofia)"}
    (graded,) = grade_story(story, (attribution,), find_outlet=table.get)
    assert graded.via == (OUTLET, "Nedelja (Sofia)")


@pytest.mark.parametrize(
    ("words", "name"), [("the BBC", "BBC"), ("Thomson Reuters", "Reuters"), ("Pa", None), ("BBC reporters", None)]
)
def test_canonical_outlet(words: str, name: str | None) -> None:
    assert canonical_outlet(words) == name


@pytest.mark.parametrize(
    ("agency", "via"),
    [("AFP", ["Example News", "AFP"]), ("own reporting", ["Example News"]), ("none named", ["Example News"])],
)
def test_only_a_name_in_the_page_s_agency_field_passes_words_on(agency: str, via: list[str]) -> None:
    text = "The mayor said the road is open."
    attribution = Attribution((Span(0, 9),), (Span(10, 14),), (Span(15, 31),), Speech.INDIRECT, 1.0)
    (graded,) = grade_story(Story("s", text, outlet="Example News", agency=agency), (attribution,))
    assert list(graded.via) == via


def test_each_told_its_own() -> None:
    text = "Police told Reuters the bridge was shut, while a driver informed the BBC it was open."
    police = said(text, "Police", "told", "the bridge was shut")
    driver = said(text, "a driver", "informed", "it was open")
    assert chains(text, police, driver, outlet=OUTLET) == [(OUTLET, "Reuters"), (OUTLET, "BBC")]


@pytest.mark.parametrize(
    ("told", "via"),
    [("the editor of Foreign Affairs", "Foreign Affairs"), ("the Ministry of Foreign Affairs", None)],
)
def test_the_ministry_of_a_field_is_no_paper_of_that_name(told: str, via: str | None) -> None:
    assert Newsstand({"Foreign Affairs": "Foreign Affairs"}.get, ()).name(told) == via

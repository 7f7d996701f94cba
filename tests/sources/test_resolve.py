"""Whom the words of a source mean within one story."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.cleaning import clean
from sayso.records import Attribution, SourceKind, Span, Speech, Story
from sayso.sources import resolve_sources
from sayso.sources.meaning.opening import open_scene
from tests.sources.stories import names_of, read_marked, resolve_marked


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("<s>Novak</s> said so. Ferry captain Maria Novak sailed home.", ["Maria Novak"]),
        ("President Maria Novak arrived. <s>The President</s> said it rained.", ["Maria Novak"]),
        ("Maria Novak, the harbour master of Porto, left. <s>She</s> said it rained.", ["Maria Novak"]),
        ("Maria Novak met Peter Lang. <s>He</s> said it rained and <s>she</s> agreed.", ["Peter Lang", "Maria Novak"]),
        ("Minister Peter Lang left. <s>The 44-year-old minister</s> said so.", ["Peter Lang"]),
        ("<s>Peter Lang, 44, the mayor of Porto,</s> said so.", ["Peter Lang"]),
        ("<s>the city's police chief, Peter Lang,</s> said so.", ["Peter Lang"]),
        ("<s>US Secretary of Trade Peter Lang</s> said so.", ["Peter Lang"]),
        ("<s>Mayor of Porto Peter Lang</s> said so.", ["Peter Lang"]),
        ("<s>Peter Lang said</s> it rained.", ["Peter Lang"]),
        ("Peter Lang left. <s>His associates</s> said so.", ["associates of Peter Lang"]),
        ("Peter Lang left. According to <s>him</s>, it rained. In <s>his</s> words, a lot.", ["Peter Lang"] * 2),
        ("Peter Lang, <s>who</s> said so, left.", ["Peter Lang"]),
        ("<s>Peter Lang and Maria Novak</s> said so.", ["Peter Lang and Maria Novak"]),
        ("<s>The speaker of the parliament Peter Lang</s> said so.", ["Peter Lang"]),
        ("<s>the study's lead author, doctoral candidate Maria Novak,</s> said so.", ["Maria Novak"]),
        ("<s>Gov. Peter Lang</s> left. <s>The governor</s> said it rained.", ["Peter Lang"] * 2),
        ("<s>Peter Lang</s> said so. <s>The lawmaker</s> said it rained.", ["Peter Lang"] * 2),
        ("President Peter Lang left. Ann Lang, Ann Lang and Ann Lang met. <s>Lang</s> said so.", ["Ann Lang"]),
        (
            "President Donald Trump left. Ivanka Trump met Ivanka Trump. <s>Trump</s> said so.",
            ["Donald Trump"],
        ),
        ("Peter Lang Jr. met Peter Lang. <s>Lang</s> said so.", ["Peter Lang"]),
        ("Maria Novak's lawyer, Peter Lang, left. <s>Novak's lawyer</s> said so.", ["Peter Lang"]),
        ("<s>Mayor Peter Lang sought to backtrack on words of last year that</s> were cited.", ["Peter Lang"]),
        (
            "Peter Lang, Maria Novak and Ann Bell met. <s>Lang, Novak, and Bell</s> wrote.",
            ["Peter Lang, Maria Novak and Ann Bell"],
        ),
        ("According to <s>his publicist</s>, Peter Lang died.", ["publicist of Peter Lang"]),
        ("In <s>his evening address President Peter Lang</s> said so.", ["Peter Lang"]),
        ("Maria Novak left. <s>Minister Maria</s> Novak said so.", ["Maria Novak"]),
        ("He accused Facebook. <s>Facebook</s> said no.", ["Facebook"]),
        ("<s>Mayor Peter Lang (D-Ohio) and Sen. Maria Novak (R-Iowa)</s> wrote.", ["Peter Lang and Maria Novak"]),
        ("<s>Reps. Peter Lang, Dwyn Noir, Eliot Bell and Ann Novak</s> wrote.",
         ["Peter Lang, Dwyn Noir, Eliot Bell and Ann Novak"]),
        ("<s>Facebook, Telegram, Lanterna, and other companies</s> left.",
         ["Facebook, Telegram, Lanterna and other companies"]),
        ("<s>Lawyers for Peter Lang, Ann Novak and Eva Bell</s> left.",
         ["lawyers for Peter Lang, Ann Novak and Eva Bell"]),
        ("Peter Novak left. Sleepy Peter Novak! <s>Novak</s> said so.", ["Peter Novak"]),
        ("<s>one former Lang clerk, Harbour University law professor Dwyn Noir,</s> said so.", ["Dwyn Noir"]),
        ("<s>Rain Veterans of Porto (RVP) founder Peter Lang</s> said so.", ["Peter Lang"]),
        ("Prime Minister Peter Lang left. <s>Israel's prime minister</s> said so.", ["Peter Lang"]),
        ("French President Peter Lang left. <s>Israel's president</s> said so.", ["president of Israel"]),
        ("<s>Russia's ambassador</s> left. Russia's ambassador to Italy, Peter Lang, sang.", ["Peter Lang"]),
        ("Sen. Peter Lang met Ivan Bell. Bell sang. <s>The Ohio Democrat</s> said so.", ["Peter Lang"]),
        ("Peter Lang sparred with Reuters’s Paul Tan after <s>the “Meet the Town” host</s> rang him.", ["Paul Tan"]),
        ("Peter Lang left. Dunya Raske was not always so. Dunya Raske sang. <s>The star</s> said so.", ["Dunya Raske"]),
        ("Peter Lang ran. <s>Team Lang</s> said so. <s>Lang</s> did not.", ["Team Lang", "Peter Lang"]),
        ("According to <s>Naunihal Lang, a political scientist at Porto College</s>, it rained.", ["Naunihal Lang"]),
        ("Peter Lang left. It followed <s>a Porto federal judge that</s> ruled so.", ["Porto federal judge"]),
        ("Peter Lang (R-Iowa) met Ivan Bell (D-Ohio). <s>The Iowa Republican</s> said so.", ["Peter Lang"]),
        ("Peter Lang left. <s>Lang's close friend, Sen. Ann Novak (R-Iowa),</s> sang.", ["Ann Novak"]),
        ("Peter Lang left. <s>The former secretary of trade</s> said so.", ["Peter Lang"]),
        ("Peter Lang left. <s>The former Porto official</s> said so.", ["former Porto official"]),
        ("President Peter Lang left. <s>The president himself</s> said so.", ["Peter Lang"]),
        ("Peter Novak left. <s>The Novaks</s> said so.", ["Novaks"]),
        ("<s>aides like Peter Lang and Ann Novak</s> said so.", ["aides like Peter Lang and Ann Novak"]),
        ("<s>Some voters such as Peter Lang</s> said so.", ["some voters such as Peter Lang"]),
        ("<s>Peter Lang and Ann Novak</s> spoke. <s>Neither of them</s> said so.",
         ["Peter Lang and Ann Novak"] * 2),
        ("<s>Rep. Peter J. Lang Jr., New Jersey Democrat,</s> said so.", ["Peter J. Lang Jr"]),
        ("<s>PRESIDENT PETER LANG</s>: We will do so.", ["Peter Lang"]),
        ("<s>Special Agent in Charge Dwyn Lang</s> said so.", ["Dwyn Lang"]),
        ("<s>Ohio Division of Elections Director Peter Lang</s> said so.", ["Peter Lang"]),
        ("<s>WHO Director-General Dwyn Lang</s> said so.", ["Dwyn Lang"]),
        ("<s>Peter Murphy</s> sang. <s>MURPHY</s> said so. PETER MURPHY left.", ["Peter Murphy"] * 2),
        ("Peter Lang left. Then <s>Sleepy Peter Lang</s> said so.", ["Peter Lang"]),
        ("Texas Senator Peter Lang left. Ohio Senator Ann Bell left. <s>The Texas senator</s> left.", ["Peter Lang"]),
        ("Sen. Peter Lang (R-Mich.) met Sen. Ann Bell (R-Ohio). <s>The Michigan Republican</s> left.", ["Peter Lang"]),
        ("Sen. Peter Lang of Utah met Sen. Ann Bell of Ohio. <s>The Utah senator</s> left.", ["Peter Lang"]),
        ("Rain Board chair Peter Lang left. <s>The chairman</s> said so.", ["Peter Lang"]),
        ("The singer Peter Page left. <s>Page</s> said so.", ["Peter Page"]),
        ("<s>A leading hydrographer, Dwyn Lang of the University of Porto,</s> said so.", ["Dwyn Lang"]),
        ("<s>Lang et al</s> found it. The chemist Peter Lang wrote.", ["Peter Lang and colleagues"]),
    ],
)  # fmt: skip
def test_persons(marked: str, names: list[str]) -> None:
    assert names_of(marked) == names


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("<s>Germany</s> said so.", ["Government of Germany"]),
        ("<s>Moscow</s> said so, and <s>the Kremlin</s> agreed.", ["Government of Russia"] * 2),
        ("<s>The German government</s> said so.", ["Government of Germany"]),
        ("The Tidal Rescue Agency (TRA) met. <s>TRA</s> said so.", ["Tidal Rescue Agency"]),
        ("<s>TRA</s> said so. The Tidal Rescue Agency (TRA) met.", ["Tidal Rescue Agency"]),
        ("The Tidal Rescue Agency met. <s>The agency</s> said so. <s>It</s> added more.", ["Tidal Rescue Agency"] * 2),
        ("The Tidal Rescue Agency met. <s>Its Telegram channel</s> said so.", ["Tidal Rescue Agency"]),
        ("<s>The Porto Supreme Court</s> met. <s>The Supreme Court</s> said so.", ["Porto Supreme Court"] * 2),
        ("<s>The Tides Guild</s> and <s>the Authors Guild</s> said so.", ["Tides Guild", "Authors Guild"]),
        ("German guards left Germany. <s>The government</s> said so.", ["Government of Germany"]),
        (
            "VIENNA, March 11 (Xinhua) -- The Austrian flew to London. <s>The government</s> said no.",
            ["Government of Austria"],
        ),
        (
            "VIENNA (Reuters) - Malta, where a Maltese ship left Malta, is shut. <s>The government</s> said no.",
            ["Government of Malta"],
        ),
        ("<s>A statement by the Tidal Rescue Agency</s> said so.", ["Tidal Rescue Agency"]),
        ("<s>A tweet on Monday by Peter Lang</s> said so.", ["Peter Lang"]),
        ("<s>Initial reports from Porto hospital</s> said so.", ["Porto hospital"]),
        ("<s>The Tidal Rescue Agency's website</s> said so.", ["Tidal Rescue Agency"]),
        ("<s>the anonymous Telegram channel Tide Whisper</s> said so.", ["Tide Whisper"]),
        ("<s>the Tide Whisper Telegram channel</s> said so.", ["Tide Whisper"]),
        ("<s>the Tide Whisper channel on messaging app Telegram</s> said so.", ["Tide Whisper"]),
        ("<s>a Telegram channel</s> said so.", ["Telegram channel"]),
        ("It rained, according to <s>what the harbour office</s> said.", ["harbour office"]),
        (
            "<s>an Interpol spokesperson</s> said so. <s>The spokesperson</s> added more.",
            ["spokesperson for Interpol"] * 2,
        ),
        ("<s>a spokesman for the German government</s> said so.", ["spokesman for the Government of Germany"]),
    ],
)
def test_bodies(marked: str, names: list[str]) -> None:
    assert names_of(marked) == names


@pytest.mark.parametrize(
    ("marked", "name", "kind"),
    [
        ("It <c>was reported</c> that it rained.", None, SourceKind.ANONYMOUS),
        ("<s>No one</s> said so.", None, SourceKind.ANONYMOUS),
        ("<s>a senior US defence official</s> said so.", "senior US defence official", SourceKind.ANONYMOUS),
        ("<s>Officials</s> said so.", "officials", SourceKind.COLLECTIVE),
        ("<s>A new study</s> <c>found</c> it.", "new study", SourceKind.DOCUMENT),
        ("<s>Local media</s> reported it.", "local media", SourceKind.MEDIA),
        ("<s>police</s> said so.", "police", SourceKind.ORGANISATION),
    ],
)
def test_unnamed(marked: str, name: str | None, kind: SourceKind) -> None:
    (source,) = resolve_marked(marked)
    assert (source.name, source.kind) == (name, kind)


def test_the_insider_is_the_unnamed_source_heard_last() -> None:
    assert names_of("<s>A harbour source</s> said so. “No,” <s>the insider</s> said.") == ["harbour source"] * 2


def test_goes_on_in_the_same_sentence() -> None:
    assert names_of("<s>Peter Lang</s> <c>said</c> so, <c>adding</c> that it rained.") == ["Peter Lang"] * 2


@pytest.mark.parametrize(
    ("marked", "outlet", "name"),
    [
        ("President Lang met Russian President Vladimir Putin. Putin left. <s>The president</s> said so.", "", "Lang"),
        ("Mr. Trump met Russian President Vladimir Putin in Rome. <s>The president</s> said so.", "cnn.com", "Trump"),
        ("Russian President Vladimir Putin left. <s>The president</s> said so.", "cnn.com", "Vladimir Putin"),
    ],
)
def test_own_president(marked: str, outlet: str, name: str) -> None:
    assert names_of(marked, outlet=outlet, published="2018-07-15") == [name]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("Tide Force will run. Tide Force met, <s>the party</s> said.", "Tide Force"),
        ("Porto rose. It rained, <s>the party</s> said.", "party"),
        (
            "Vice President Peter Lang left. President Ann Bell stayed. <s>The former vice president</s> said so.",
            "Peter Lang",
        ),
        ("<s>One trade expert</s> warned. <s>Olga Holt, director of the Tide Program</s>, said so.", "Olga Holt"),
        ("First Lady Melania Trump met Donald J. Trump. <s>Trump</s> said so.", "Donald J. Trump"),
    ],
)
def test_who_is_meant(marked: str, name: str) -> None:
    assert names_of(marked)[0] == name


def test_a_surname_in_front_is_whose_name_it_begins() -> None:
    assert names_of("Cho Dael-ho left. <s>Cho</s> said so.") == ["Cho Dael-ho"]


def test_turns_of_an_interview() -> None:
    marked = "Peter Lang met the Gazette.\n\n((WN))  Does it rain?\n\n((Peter Lang))  <s>I</s> <c>think</c> it does."
    assert names_of(marked) == ["Peter Lang"]


def test_the_label_of_the_outlet_names_nobody() -> None:
    story, _ = read_marked("Peter Lang dives.\n\n((WN))  Does it rain?\n\n((Peter Lang))  Yes.", outlet="Wikinews")
    assert [member.name for member in open_scene(story, ()).cast.members()] == ["Peter Lang"]


def test_name_stands_in_the_text() -> None:
    marked = "<s>Novak</s> said so. Ferry captain Maria Novak sailed home."
    (source,) = resolve_marked(marked)
    text = marked.replace("<s>", "").replace("</s>", "")
    assert [span.of(text) for span in source.named_in] == ["Maria Novak"]
    assert source.score < 1


_PIECES = st.sampled_from(
    [
        "Maria Novak",
        "President ",
        "the ",
        "of ",
        " and ",
        "he",
        "WHO",
        ", ",
        ". ",
        "\n",
        "(",
        ")",
        "“",
        "'s ",
        "Germany",
        " said",
        "who ",
    ]
)
_TEXTS = st.lists(_PIECES | st.text(max_size=4), max_size=30).map("".join)


@settings(max_examples=200, deadline=None)
@given(st.data(), _TEXTS)
def test_one_source_each_on_any_text(data: st.DataObject, text: str) -> None:
    offsets = st.integers(0, len(text))
    spans = st.lists(st.tuples(offsets, offsets).map(lambda pair: Span(*sorted(pair))), max_size=2).map(tuple)
    drawn = data.draw(st.lists(st.tuples(spans, spans, spans), max_size=5))
    attributions = [Attribution(*parts, Speech.INDIRECT, 1.0) for parts in drawn]
    sources = resolve_sources(Story("s", text), (), attributions)
    assert len(sources) == len(attributions)
    for source in sources:
        assert 0 <= source.score <= 1
        assert all(0 <= span.start <= span.end <= len(text) for span in source.named_in)


def test_links_run_into_a_name_are_no_part_of_it() -> None:
    marked = "<s>Sen. Jane RoeJane Ann RoeHarbour board keeps its pier MORE (R-Texas)</s> said so. <s>Roe</s> left."
    story, attributions = read_marked(marked)
    sources = resolve_sources(story, clean(story), attributions)
    assert {(source.name, source.side) for source in sources} == {("Jane Roe", "Republican Party")}


@pytest.mark.parametrize(
    ("before", "outlet", "names"),
    [
        ("Here is what Peter Lang had to say.", "The Porto Herald", ["The Porto Herald", "Peter Lang"]),
        ("It rained.", None, ["interviewer", "interviewee"]),
    ],
)
def test_the_letters_of_an_interview_are_who_asks_and_who_answers(
    before: str, outlet: str | None, names: list[str]
) -> None:
    marked = f"{before}\n<s>Q</s>: Why?\n<s>A</s>: Rain.\nQ: And now?\nA: Rain."
    assert names_of(marked, **({"outlet": outlet} if outlet else {})) == names

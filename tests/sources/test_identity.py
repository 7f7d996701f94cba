from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.records import Judgement, JudgementKind, Source, SourceKind, Verdict
from sayso.sources.identity.identity import identity_of
from sayso.sources.joining.joining import SourceGroup, apply_judgements, join_sources

DAY = "2024-12-14"
PERSON, ORGANISATION, MEDIA = SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.MEDIA
COLLECTIVE, DOCUMENT, ANONYMOUS = SourceKind.COLLECTIVE, SourceKind.DOCUMENT, SourceKind.ANONYMOUS


def key(name: str | None, kind: SourceKind = PERSON, day: str | None = DAY, **known: str) -> str:
    return identity_of(Source(name, kind, **known), day).key


def identified(name: str | None, kind: SourceKind = PERSON, day: str | None = DAY, **known: str) -> Source:
    source = Source(name, kind, **known)
    return replace(source, identity=identity_of(source, day))


def keys_of(groups: Sequence[SourceGroup]) -> set[frozenset[str]]:
    return {frozenset(group.keys) for group in groups}


def judge(one: Source, other: Source, verdict: Verdict, judged_at: str = "2024-12-20T10:00:00Z") -> Judgement:
    assert one.identity is not None
    assert other.identity is not None
    return Judgement(
        JudgementKind.SAME_SOURCE, one.identity.key, other.identity.key, verdict, "an analyst", judged_at=judged_at
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hillary Rodham Clinton", "Hillary Clinton"),
        ("Joseph R. Biden Jr.", "Joe Biden"),
        ("Charles E. Schumer", "Chuck Schumer"),
    ],
)
def test_officials_and_leaders_have_one_key_in_every_spelling(one: str, other: str) -> None:
    assert key(one) == key(other)
    assert key("Donald Trump Jr.") != key("Donald Trump")


@pytest.mark.parametrize(
    "name",
    ["Volodymyr Zelenskyy", "Vladimir Zelensky", "Zelenskiy", "Зеленський", "president of Ukraine", "leader of Ukraine",
     "Ukrainian President"],
)  # fmt: skip
def test_a_leader_is_one_by_every_name(name: str) -> None:
    assert key(name) == key("Volodymyr Zelensky")


def test_a_leader_by_surname_needs_role_and_country_or_a_notable_name() -> None:
    full = key("Kim Jong-un")
    assert key("Kim") != full
    assert key("Kim", side="South Korea (state)", role="spokesperson") != full
    assert key("Kim", role="Supreme Leader of North Korea") == full
    assert key("Putin") == key("Vladimir Putin")
    assert key("Putin", role="owner of a bakery") != key("Vladimir Putin")
    assert key("Trump", side="Australia (state)") != key("Donald Trump")


def test_roles_hold_over_a_time() -> None:
    assert key("president of the United States") == key("Joe Biden")
    assert key("president of the United States", day="2025-02-01") == key("Donald Trump")
    assert key("Yoon", role="President of South Korea") == key("Yoon Suk-yeol")
    assert key("Yoon", role="President of South Korea", day="2025-07-01") != key("Yoon Suk-yeol")
    assert key("president of Ukraine", day=None) != key("Volodymyr Zelensky")
    assert key("former president of the United States") != key("Joe Biden")
    assert key("vice president of the United States") != key("Joe Biden")


def test_initials_and_other_given_names_stay_apart() -> None:
    assert len({key("J. Smith"), key("John Smith"), key("Jane Smith"), key("Smith")}) == 4


def test_a_surname_alone_is_known_only_on_its_day() -> None:
    assert key("Smith") != key("Smith", day="2024-12-15")
    assert key("Smith", affiliation="Acme") != key("Smith", affiliation="Example Ltd")


def test_who_is_known_on_a_day_alone_is_known_in_a_year_alone_where_no_more_is_told() -> None:
    assert len({key("Smith", day=date) for date in (None, "2023", "2024", "2024-12", DAY)}) == 5
    assert key("Smith", day=f"{DAY}T23:30:00-05:00") == key("Smith", day=DAY)


@pytest.mark.parametrize("date", ["2025", "2025-01"])
def test_nobody_is_known_by_an_office_in_a_year_or_month_alone(date: str) -> None:
    assert key("president of the United States", day=date) not in {key("Joe Biden"), key("Donald Trump")}


def test_bodies_are_one_by_acronym_long_form_and_article() -> None:
    assert key("HUR", ORGANISATION) == key("Main Intelligence Directorate of Ukraine's Defense Ministry", ORGANISATION)
    ministry = key("Ministry of Defence of Ukraine", ORGANISATION)
    assert key("Ukraine's Defense Ministry", ORGANISATION) == ministry
    assert key("the Defence Ministry", ORGANISATION, side="Ukraine (state)") == ministry
    assert key("the Defence Ministry", ORGANISATION, side="Russia (state)") != ministry
    assert key("the Example Fund", ORGANISATION) == key("Example Fund", ORGANISATION)
    assert key("The Guardian", MEDIA) == key("Guardian", MEDIA)
    assert key("Government of Ukraine", ORGANISATION) != key("Government of Russia", ORGANISATION)


def test_a_campaign_is_one_by_whichever_words_news_has_for_it() -> None:
    keys = {
        key(name, ORGANISATION)
        for name in ("Jane R. Doe campaign", "campaign of Jane Doe", "Jane Doe Campaign", "Jane Doe camp")
    }
    assert len(keys) == 1
    assert key("Harbour Refugee Camp", ORGANISATION) != key("Harbour Refugee campaign", ORGANISATION)


def test_an_administration_is_one_by_whichever_words_news_has_for_it() -> None:
    names = ("Trump administration", "Donald Trump Administration", "administration of Donald Trump")
    assert {key(name, ORGANISATION) for name in names} == {"body:administration of donald trump"}
    assert key("Bush administration", ORGANISATION) == "body:bush administration"  # there were two
    assert key("Federal Rain Administration", ORGANISATION) == "body:federal rain administration"


def test_what_every_place_has_is_known_only_on_its_day() -> None:
    assert key("police", ORGANISATION) != key("police", ORGANISATION, day="2024-12-15")


def test_anonymous_sources_are_never_one_across_outlets() -> None:
    words = "senior US defence official"
    met = key(words, ANONYMOUS, met_by="AFP")
    assert met == key("a senior U.S. defence official", ANONYMOUS, met_by="Agence France-Presse")
    assert met != key(words, ANONYMOUS, met_by="Reuters")
    assert key(None, ANONYMOUS) != key(None, ANONYMOUS, day="2024-12-15")


def test_groups_and_documents_need_equal_words_and_affiliation() -> None:
    assert key("officials", COLLECTIVE, affiliation="NATO") == key("the officials", COLLECTIVE, affiliation="NATO")
    assert key("officials", COLLECTIVE, affiliation="NATO") != key("officials", COLLECTIVE, affiliation="UN")
    assert key("report", DOCUMENT) != key("report", DOCUMENT, day="2024-12-15")
    assert key("Government of Russia and Government of North Korea", COLLECTIVE) == key(
        "Pyongyang and Moscow", COLLECTIVE
    )


def test_a_surname_joins_the_only_full_name_it_can_mean() -> None:
    full, short = identified("Jane Example"), identified("Example", day="2024-12-16")
    (group,) = join_sources([full, short])
    assert group.name == "Jane Example"
    assert group.joins[0].reason == "Jane Example is the only Example here"
    assert len(join_sources([full, short, identified("John Example")])) == 3
    assert (
        len(
            join_sources(
                [identified("Jane Example", side="France (state)"), identified("Example", side="Mali (state)")]
            )
        )
        == 2
    )


def test_a_name_that_may_be_anybodys_is_a_bodys_where_another_story_has_it_for_one() -> None:
    (group,) = join_sources([identified("Hoteles Orilla"), identified("Hoteles Orilla", ORGANISATION)])
    assert (group.kind, group.joins[0].reason) == (ORGANISATION, "one name, read as a body's elsewhere")
    for person in (identified("Hoteles Orilla", role="mayor"), identified("Jane Orilla")):
        assert len(join_sources([person, identified(person.name, ORGANISATION)])) == 2


def test_a_surname_in_front_needs_to_be_confirmed() -> None:
    full = identified("Kim Jong-un", side="North Korea (state)")
    assert len(join_sources([full, identified("Kim")])) == 2
    assert len(join_sources([full, identified("Kim", side="South Korea (state)")])) == 2
    assert len(join_sources([full, identified("Kim", side="North Korea (state)")])) == 1


def test_short_given_names_join_long_ones() -> None:
    pat, patrick = identified("Pat Ryder", role="Pentagon spokesman"), identified("Patrick Ryder")
    surname = identified("Ryder", day="2024-12-16")
    (group,) = join_sources([pat, patrick, surname])
    assert set(group.keys) == {source.identity.key for source in (pat, patrick, surname) if source.identity}
    assert len(join_sources([pat, identified("Patrick Rider")])) == 2


def test_a_middle_name_may_be_left_out_but_not_be_another() -> None:
    short, full = identified("Virginia Example"), identified("Virginia Roberts Example")
    other = identified("Virginia Smith Example")
    assert len(join_sources([short, full])) == 1
    assert len(join_sources([full, other])) == 2
    assert len(join_sources([identified("Kim Jong Un"), identified("Kim Un")])) == 2
    german = identified("Virginia Example", side="Germany (state)")
    assert len(join_sources([german, replace(full, side="France (state)")])) == 2


def test_a_leader_is_not_the_child_of_the_same_name() -> None:
    leader, child = identified("Donald Trump"), identified("Donald Trump Jr")
    senator, full = identified("Peter Lang"), identified("Peter Lang Jr")
    assert len(keys_of(join_sources([leader, child]))) == 2
    assert len(keys_of(join_sources([senator, full]))) == 1


def test_what_stands_before_a_name_makes_no_other_of_it() -> None:
    titled, name = identified("New York Geoffrey Lang"), identified("Geoffrey Lang")
    assert len(join_sources([titled, name])) == 1
    assert len(join_sources([titled, identified("Lang Geoffrey")])) == 2
    assert len(join_sources([name, identified("Version for Geoffrey Lang")])) == 2


def test_what_somebody_is_of_a_body_is_no_name_of_it() -> None:
    assert len(join_sources([identified("CEO of Kettle"), identified("Kettle")])) == 2


def test_a_misprint_of_a_given_name_is_no_other_name() -> None:
    right = identified("Kirstjen Lang")
    assert len(join_sources([right, identified("Kirtsjen Lang")])) == 1
    assert len(join_sources([right, identified("Kirby Lang")])) == 2
    assert len(join_sources([identified("Maria Lang"), identified("Mario Lang")])) == 2


def test_a_misprint_of_a_long_surname_is_no_other_name() -> None:
    right = identified("Ivo Papadopoulos")
    assert len(join_sources([right, identified("Ivo Papadopolous")])) == 1
    assert len(join_sources([right, identified("Ada Papadopolous")])) == 2
    assert len(join_sources([right, identified("Ivo Papadakis")])) == 2
    assert len(join_sources([identified("Ivo Larsen"), identified("Ivo Larson")])) == 2


def test_an_acronym_joins_its_long_form() -> None:
    long, short = identified("Example Relief Fund", ORGANISATION), identified("ERF", ORGANISATION)
    assert len(join_sources([long, short])) == 1
    assert len(join_sources([long, short, identified("Eastern River Forum", ORGANISATION)])) == 3


def test_judgements_stand_over_every_join() -> None:
    full, short, other = identified("Jane Example"), identified("Example"), identified("Max Muster")
    groups = join_sources([full, short, other])
    assert len(apply_judgements(groups, [judge(full, short, Verdict.NO)])) == 3
    judged = apply_judgements(groups, [judge(full, other, Verdict.YES)])
    assert len(judged) == 1
    assert judged[0].reason.startswith(("judged by an analyst", "Jane Example is"))


def test_what_is_judged_apart_is_not_brought_together_by_a_third() -> None:
    full, short, other = identified("Jane Example"), identified("Example"), identified("Max Muster")
    judgements = [judge(full, other, Verdict.NO), judge(short, other, Verdict.YES)]
    groups = apply_judgements(join_sources([full, short, other]), judgements)
    assert len(groups) == 2
    assert all(
        not {full.identity.key, other.identity.key} <= set(g.keys) for g in groups if full.identity and other.identity
    )


def test_judgements_on_other_sources_change_nothing() -> None:
    groups = join_sources([identified("Jane Example")])
    assert apply_judgements(groups, [judge(identified("Max Muster"), identified("A. Nother"), Verdict.YES)]) == groups


def test_a_source_without_identity_is_an_error() -> None:
    with pytest.raises(ValueError, match="has no identity; give it one by identity_of first"):
        join_sources([Source("Jane Example", PERSON)])


NAMES = ["Kim", "Kim Jong-un", "Kim Yong-hyun", "Lee", "Lee Seong-kweun", "Example", "Jane Example", "Pat Example",
         "Patrick Example", "Zelensky", "Volodymyr Zelenskyy", "president of Ukraine"]  # fmt: skip
SOURCES = st.builds(
    identified,
    st.sampled_from(NAMES),
    day=st.sampled_from([DAY, "2024-12-16"]),
    side=st.sampled_from(["North Korea (state)", "South Korea (state)", "Ukraine (state)", ""]),
)


@given(st.lists(SOURCES, max_size=12).flatmap(lambda sources: st.tuples(st.just(sources), st.permutations(sources))))
def test_joining_is_free_of_order(sources: tuple[list[Source], list[Source]]) -> None:
    given_order, other_order = sources
    assert join_sources(given_order) == join_sources(other_order)


@given(st.lists(SOURCES, min_size=2, max_size=8), st.data())
def test_judging_is_free_of_order_and_never_joins_what_is_judged_apart(
    sources: list[Source], data: st.DataObject
) -> None:
    unique = list({source.identity.key: source for source in sources if source.identity}.values())
    pairs = st.tuples(st.sampled_from(unique), st.sampled_from(unique)).filter(lambda pair: pair[0] != pair[1])
    drawn = data.draw(st.lists(pairs, max_size=4, unique_by=lambda p: frozenset(map(id, p)))) if len(unique) > 1 else []
    judgements = [judge(*pair, data.draw(st.sampled_from(Verdict))) for pair in drawn]
    groups = apply_judgements(join_sources(sources), judgements)
    shuffled = data.draw(st.permutations(judgements))
    assert keys_of(groups) == keys_of(apply_judgements(join_sources(sources[::-1]), shuffled))
    for judgement in judgements:
        if judgement.verdict is Verdict.NO:
            assert not any({judgement.one, judgement.other} <= set(group.keys) for group in groups)

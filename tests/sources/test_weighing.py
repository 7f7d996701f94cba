"""What kind a source is, by rules and model together."""

import pytest

from sayso.records import Attribution, Source, SourceKind, Span, Speech, Told
from sayso.sources.meaning.weighing import weigh_kinds

KINDS = list(SourceKind)


def told(kind: SourceKind, likelihood: float, *, words: bool = True) -> Attribution:
    rest = (1 - likelihood) / (len(KINDS) - 1)
    likely = tuple(likelihood if each is kind else rest for each in KINDS)
    return Attribution(
        (Span(0, 1),) if words else (), (), (), Speech.INDIRECT, 1.0, told=Told(likely, (1.0, 0.0, 0.0), (1.0, 0, 0, 0))
    )


def test_a_sure_model_gives_another_kind_and_says_so() -> None:
    (source,) = weigh_kinds([Source("Grivik", SourceKind.ORGANISATION)], [told(SourceKind.PERSON, 0.999)])
    assert source.kind is SourceKind.PERSON
    assert "as read" in source.reason


def test_capitals_alone_are_no_person() -> None:
    source = Source("GRIVK", SourceKind.ORGANISATION)
    assert weigh_kinds([source], [told(SourceKind.PERSON, 0.999)]) == [source]
    (weighed,) = weigh_kinds([source], [told(SourceKind.MEDIA, 0.9)])
    assert weighed.kind is SourceKind.MEDIA


def test_an_unsure_model_changes_nothing() -> None:
    source = Source("Grivik", SourceKind.ORGANISATION)
    assert weigh_kinds([source], [told(SourceKind.PERSON, 0.2)]) == [source]


@pytest.mark.parametrize(
    "source",
    [
        Source("companies", SourceKind.COLLECTIVE, score=0.9),
        Source("campaign of Ada Holt", SourceKind.ORGANISATION, score=0.9),
        Source("Harbour Committee", SourceKind.ORGANISATION),
        Source("Harbour Herald columnist", SourceKind.PERSON, score=0.9),
        Source("Harbour officials", SourceKind.COLLECTIVE, score=0.7),
        Source("two unnamed officials", SourceKind.ANONYMOUS, score=0.6),
        Source("Ada Holt and Ivo Tan", SourceKind.COLLECTIVE),
        Source("Ada Holt", SourceKind.PERSON),
        Source("Harbour Herald", SourceKind.MEDIA),
    ],
)
def test_what_a_rule_knows_stands_against_a_sure_model(source: Source) -> None:
    assert weigh_kinds([source], [told(SourceKind.DOCUMENT, 0.8)]) == [source]


@pytest.mark.parametrize(
    ("source", "likely"),
    [
        (Source("controller", SourceKind.ORGANISATION, score=0.6), 0.9),
        (Source("Grivik", SourceKind.ORGANISATION), 0.9),
        (Source("CNQ", SourceKind.MEDIA), 0.999),
    ],
)
def test_what_a_rule_only_guesses_gives_way(source: Source, likely: float) -> None:
    (weighed,) = weigh_kinds([source], [told(SourceKind.DOCUMENT, likely)])
    assert weighed.kind is SourceKind.DOCUMENT


def test_a_journalist_of_a_named_outlet_speaks_in_a_role() -> None:
    sources = [Source(name, SourceKind.ANONYMOUS) for name in ("reporter for the Harbour Herald", "local reporter")]
    unread = Attribution((Span(0, 1),), (), (), Speech.INDIRECT, 1.0)
    assert [source.kind for source in weigh_kinds(sources, [unread] * 2)] == [SourceKind.PERSON, SourceKind.ANONYMOUS]


def test_a_source_that_is_not_found_may_plainly_be_a_person() -> None:
    nobody = Source(None, SourceKind.ANONYMOUS)
    (weighed,) = weigh_kinds([nobody], [told(SourceKind.PERSON, 0.999)])
    assert (weighed.name, weighed.kind) == (None, SourceKind.PERSON)


def test_an_unsure_model_tells_nothing_of_an_outlet() -> None:
    source = Source("Harbour Herald", SourceKind.MEDIA)
    assert weigh_kinds([source], [told(SourceKind.PERSON, 0.5)]) == [source]


def test_one_source_has_one_kind_wherever_it_speaks() -> None:
    sources = [Source("Grivik", SourceKind.ORGANISATION)] * 3
    read = [told(SourceKind.PERSON, 0.999), told(SourceKind.PERSON, 0.999), told(SourceKind.ORGANISATION, 0.6)]
    assert len({source.kind for source in weigh_kinds(sources, read)}) == 1


def test_nobody_stays_anonymous() -> None:
    nobody = Source(None, SourceKind.ANONYMOUS)
    assert weigh_kinds([nobody], [told(SourceKind.PERSON, 0.999, words=False)]) == [nobody]


def test_without_a_model_the_rules_decide() -> None:
    source = Source("Grivik", SourceKind.ORGANISATION)
    unread = Attribution((Span(0, 1),), (), (), Speech.INDIRECT, 1.0)
    assert weigh_kinds([source], [unread]) == [source]


@pytest.mark.parametrize(
    ("source", "read"),
    [
        (Source("geologist on site", SourceKind.ANONYMOUS, score=0.9), SourceKind.DOCUMENT),
        (Source("lawyers for Kettle", SourceKind.COLLECTIVE, score=0.9), SourceKind.PERSON),
        (Source("firemen", SourceKind.COLLECTIVE, score=0.6), SourceKind.PERSON),
    ],
)
def test_a_noun_rules_out_what_it_cannot_be(source: Source, read: SourceKind) -> None:
    assert weigh_kinds([source], [told(read, 0.9999)])[0].kind is source.kind


def test_a_name_that_ends_in_a_persons_noun_rules_out_nothing() -> None:
    (weighed,) = weigh_kinds([Source("Harbour Pilot", SourceKind.ORGANISATION)], [told(SourceKind.MEDIA, 0.9999)])
    assert weighed.kind is SourceKind.MEDIA

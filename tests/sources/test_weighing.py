"""What kind a source is, by rules and model together."""

from sayso.records import Attribution, Source, SourceKind, Span, Speech, Told
from sayso.sources.weighing import weigh_kinds

KINDS = list(SourceKind)


def told(kind: SourceKind, likelihood: float) -> Attribution:
    rest = (1 - likelihood) / (len(KINDS) - 1)
    likely = tuple(likelihood if each is kind else rest for each in KINDS)
    return Attribution((Span(0, 1),), (), (), Speech.INDIRECT, 1.0, told=Told(likely, (1.0, 0.0, 0.0), (1.0, 0, 0, 0)))


def test_a_sure_model_gives_another_kind_and_says_so() -> None:
    (source,) = weigh_kinds([Source("Grivik", SourceKind.ORGANISATION)], [told(SourceKind.PERSON, 0.999)])
    assert source.kind is SourceKind.PERSON
    assert "as read" in source.reason


def test_an_unsure_model_changes_nothing() -> None:
    source = Source("Grivik", SourceKind.ORGANISATION)
    assert weigh_kinds([source], [told(SourceKind.PERSON, 0.5)]) == [source]


def test_one_source_has_one_kind_wherever_it_speaks() -> None:
    sources = [Source("Grivik", SourceKind.ORGANISATION)] * 3
    read = [told(SourceKind.PERSON, 0.999), told(SourceKind.PERSON, 0.999), told(SourceKind.ORGANISATION, 0.6)]
    assert len({source.kind for source in weigh_kinds(sources, read)}) == 1


def test_nobody_stays_anonymous() -> None:
    nobody = Source(None, SourceKind.ANONYMOUS)
    assert weigh_kinds([nobody], [told(SourceKind.PERSON, 0.999)]) == [nobody]


def test_without_a_model_the_rules_decide() -> None:
    source = Source("Grivik", SourceKind.ORGANISATION)
    unread = Attribution((Span(0, 1),), (), (), Speech.INDIRECT, 1.0)
    assert weigh_kinds([source], [unread]) == [source]

"""Kinds by head noun."""

import pytest

from sayso.records import SourceKind
from sayso.sources.names.kinds import kind_of_description
from tests.sources.stories import resolve_marked


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("fire officer", SourceKind.PERSON),
        ("spokeswoman", SourceKind.PERSON),
        ("senior official", SourceKind.ANONYMOUS),
        ("government sources", SourceKind.ANONYMOUS),
        ("unknown author", SourceKind.ANONYMOUS),
        ("residents", SourceKind.COLLECTIVE),
        ("beekeepers", SourceKind.COLLECTIVE),
        ("fire service", SourceKind.ORGANISATION),
        ("state media", SourceKind.MEDIA),
        ("news agency", SourceKind.MEDIA),
        ("space agency", SourceKind.ORGANISATION),
        ("autopsy", SourceKind.DOCUMENT),
        ("opinion polling", SourceKind.DOCUMENT),
        ("news sources", SourceKind.MEDIA),
        ("county clerk", SourceKind.PERSON),
        ("medical examiner", SourceKind.PERSON),
        ("grandmother", SourceKind.ANONYMOUS),
        ("42-year-old", SourceKind.ANONYMOUS),
        ("hospital staff", SourceKind.COLLECTIVE),
        ("carmaker", SourceKind.ORGANISATION),
        ("54%", SourceKind.COLLECTIVE),
        ("several former smiths", SourceKind.COLLECTIVE),
        ("two hundred of those", SourceKind.COLLECTIVE),
        ("2012 report", SourceKind.DOCUMENT),
        ("residents here", SourceKind.COLLECTIVE),
        ("people briefed", SourceKind.COLLECTIVE),
        ("another consumer", SourceKind.ANONYMOUS),
        ("senior aide", SourceKind.ANONYMOUS),
        ("Harbour Herald reporter", SourceKind.PERSON),
        ("satellite imagery", SourceKind.DOCUMENT),
        ("ferry waitress", SourceKind.ANONYMOUS),
        ("ex-boyfriend", SourceKind.ANONYMOUS),
        ("ex-officials", SourceKind.COLLECTIVE),
        ("mother-in-law", SourceKind.ANONYMOUS),
        ("wedding guest", SourceKind.ANONYMOUS),
        ("honorary consul", SourceKind.PERSON),
        ("fishing community", SourceKind.COLLECTIVE),
        ("cops", SourceKind.ORGANISATION),
        ("Senate measure", SourceKind.DOCUMENT),
        ("Swiss paper", SourceKind.MEDIA),
        ("company e-mail", SourceKind.DOCUMENT),
        ("one entry", SourceKind.DOCUMENT),
        ("defense", SourceKind.ORGANISATION),
        ("discussion paper", SourceKind.DOCUMENT),
        ("twenty-eight of them", SourceKind.COLLECTIVE),
        ("parish curate", SourceKind.PERSON),
        ("party platform", SourceKind.DOCUMENT),
        ("gaming platform", SourceKind.ORGANISATION),
    ],
)
def test_kind_of_description(words: str, kind: SourceKind) -> None:
    assert kind_of_description(words, words.split()[-1]) is kind


@pytest.mark.parametrize("before", ["The website", "The online outlet", "The news site"])
def test_what_is_called_a_site_before_its_name_is_a_medium_whatever_its_name(before: str) -> None:
    (source,) = resolve_marked(f"<s>{before} Kettle Corp</s> wrote so.")
    assert (source.name, source.kind) == ("Kettle Corp", SourceKind.MEDIA)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("the ruling Coastal Rally", SourceKind.ORGANISATION),
        ("The governing Ulba Front", SourceKind.ORGANISATION),
        ("Ulba Front", SourceKind.PERSON),
    ],
)
def test_what_rules_is_a_party(words: str, kind: SourceKind) -> None:
    assert [source.kind for source in resolve_marked(f"<s>{words}</s> said so.")] == [kind]

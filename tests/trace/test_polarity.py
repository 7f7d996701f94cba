"""What a story says is not so, as the shipped models read it: neither stated, nor lost."""

import pytest

from sayso.trace import Trace
from tests.trace.test_end_to_end import at, trace_stories


def trace_text(claim: str, text: str) -> Trace:
    return trace_stories(claim, [at("Harbour Herald", "2024-03-05", text)])


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("a player refused a drugs test", "“No player refused a drugs test in March,” a spokesperson for the FA said."),
        ("Danny Okoro refused a drugs test", "“I have never refused a drugs test,” said Danny Okoro."),
        ("patients were hurt", "Nobody was hurt, Health Minister Andrej Lovrek said."),
        ("a ransom was paid", "Asked whether a ransom had been paid, Health Minister Andrej Lovrek said no."),
        ("Hackers stole data on 40,000 patients", "Hackers stole data on 14,000 patients, not 40,000, police said."),
        ("patient data was stolen", "The ministry denied on Wednesday the media reports that patient data was stolen."),
    ],
)
def test_what_is_not_so_is_not_stated(claim: str, text: str) -> None:
    assert trace_text(claim, text).support == ()


def test_who_says_so_denies_it() -> None:
    (denial,) = trace_text("data left the building", "“No data left the building,” said Andrej Lovrek.").denials
    assert denial.name == "Andrej Lovrek"


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("Hackers stole data on 14,000 patients", "Hackers stole data on 14,000 patients, not 40,000, police said."),
        ("Three people died in the fire", "Three people died in the fire, not five, police said."),
    ],
)
def test_what_is_so_is_stated(claim: str, text: str) -> None:
    assert trace_text(claim, text).support == ("0",)

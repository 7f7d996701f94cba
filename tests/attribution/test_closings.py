"""Who is told last in a sentence, on invented sentences."""

import pytest

from sayso.attribution.plain.closings import find_closings
from tests.attribution.forms import told_in


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "More than 40 boats sank, not the nine that the port admits to, the Boatmen's Union has alleged.",
            *("the Boatmen's Union", "has alleged", "More than 40 boats sank, not the nine that the port admits to"),
        ),
        (
            "Olga Brandt left the island by night, two people in the ferry trade told the Herald. They hid.",
            *("two people in the ferry trade", "told", "Olga Brandt left the island by night"),
        ),
        (
            "The bridge had been closed since May, survivors and an employee have told the Nation.",
            *("survivors and an employee", "have told", "The bridge had been closed since May"),
        ),
        (
            "The lorry crossed at noon, the head of the customs service, Jane Roe, told a briefing in Tartu.",
            *("the head of the customs service, Jane Roe,", "told", "The lorry crossed at noon"),
        ),
        (
            "OSLO (Nordwire) - At least six skiers were buried on Monday, state media is reporting.",
            *("state media", "is reporting", "At least six skiers were buried on Monday"),
        ),
        (
            "The wages had been paid to every man, it said in a written answer.",
            *("it", "said", "The wages had been paid to every man"),
        ),
        (
            "The day shift was sent home again, a passer-by reported on X.",
            *("a passer-by", "reported", "The day shift was sent home again"),
        ),
        (
            "All nine locks will stay shut through the week, according to a statement from the Canal Agency.",
            *("a statement from the Canal Agency", "according to", "All nine locks will stay shut through the week"),
        ),
        (
            "The gate was locked, the boatmen's union maintains.",
            *("the boatmen's union", "maintains", "The gate was locked"),
        ),
        (
            "The toll stands at 12 in the town, per court documents.",
            *("court documents", "per", "The toll stands at 12 in the town"),
        ),
        (
            "A third of the sheds had burnt down, by the council's own estimate.",
            *("the council", "'s own estimate", "A third of the sheds had burnt down"),
        ),
        (
            "Smugglers laid the mines near Tarvo, alleges Admiral Arne Koss.",
            *("Admiral Arne Koss", "alleges", "Smugglers laid the mines near Tarvo"),
        ),
        (
            "Forty huts burnt down on the bank, say American and Dutch experts.",
            *("American and Dutch experts", "say", "Forty huts burnt down on the bank"),
        ),
        (
            "The lock will stay open for good, promises Jane Roe, the head of the port.",
            *("Jane Roe, the head of the port", "promises", "The lock will stay open for good"),
        ),
        (
            "Nobody had opened the sluices in time, the river authority made clear on Wednesday.",
            *("the river authority", "made clear", "Nobody had opened the sluices in time"),
        ),
        (
            "A tanker had been haggled over for a week, two people close to the matter have told the Herald.",
            *("two people close to the matter", "have told", "A tanker had been haggled over for a week"),
        ),
        (
            "The harbour bosses paid in cash, the Courier can reveal.",
            *("the Courier", "can reveal", "The harbour bosses paid in cash"),
        ),
    ],
)  # fmt: skip
def test_all_before_the_last_comma_is_said_by_whoever_stands_behind_it(
    text: str, source: str, cue: str, content: str
) -> None:
    assert told_in(text, find_closings) == [(source, cue, content)]


def test_who_passes_a_closing_on_stands_behind_it() -> None:
    text = "Forty men laid down their arms near the mill, the General Staff said on Facebook, Nordwire reports."
    assert told_in(text, find_closings) == [
        ("Nordwire", "reports", "Forty men laid down their arms near the mill, the General Staff said on Facebook"),
        ("the General Staff", "said", "Forty men laid down their arms near the mill"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "In a statement late on Monday, the ministry said.",
        "After he had read the letter, the minister told reporters.",
        "The mayor had stayed away, more than the police had claimed.",
        "He rose at once, the man who led the union later said.",
        "For months the council kept silent, rather than challenging the governor's claims.",
        "Nobody knew of it, a lack of staff revealed.",
        "“The dam will hold,” he wrote, and the dam broke, the union said.",
        "It rained, the ministry said.",
        "The gate had been locked, the mayor was told.",
        "Tickets went up once more, at nine euros per head.",
        "At least nine men are lost at sea, says port official\n\nThe boat sank at dawn.",
        "Jane Roe, who leads the port workers, stressed safety on board.",
        "Ann Doe, a teacher from the town, said the council deserved better.",
        "A raise was agreed on by both sides, confirmed on Monday.",
    ],
)
def test_what_is_no_clause_or_stands_beside_a_quotation_is_left_to_the_network(text: str) -> None:
    assert told_in(text, find_closings) == []

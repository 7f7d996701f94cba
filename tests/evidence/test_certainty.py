import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.evidence import BY_MODEL
from sayso.evidence.grading.certainty import LEAST_PRESENCE
from sayso.records import Attribution as Said
from sayso.records import Certainty, Event, Polarity, Span, Speech, Story, Told
from tests.evidence.reports import grade, grade_story, report

DATA = Path(os.environ.get("SAYSO_DATA", Path(__file__).parents[2].parent / "shared" / "data"))
SEED = (
    "“Today, we already have preliminary data that the Russians have begun to use North Korean soldiers in their "
    "assaults. A significant number of them. The Russians include them in combined units and use them in operations in "
    "the Kursk region. So far, only there. But we have information suggesting their use could extend to other parts of "
    "the frontline. There are also already noticeable losses in this category,”"
)

CERTAIN = [
    "<The minister> {said} |the bridge will open in May|.",
    "<The minister> {said} |the bridge would open on May 5|.",
    "<The mayor> {claimed} |the fire was started on purpose|.",
    "<The captain> {said} |he could not swim|.",
    "<The pilot> {said} |he could see the lake|.",
    "<The crew> {did} all they could, |which|.",
    "<The guard> {said} |visitors may only enter at noon|.",
    "<The bishop> {wrote} |“May God protect the town.”|",
    "<The general> {praised} |the military might of the country|.",
    "<The coach> {said} |the team would play as soon as possible|.",
    "<The nurse> {said} |smokers are twice as likely to fall ill|.",
    "<The clerk> {said} |rents rose faster than expected|.",
    "<The court> {said} |he appeared in court on Monday|.",
    "<The police> {said} |the two suspects were held|.",
    "<The police> {said} |a suspected arsonist was held|.",
    "<The envoy> {warned} |his country would strike back if it was attacked|.",
    "<The board> {asked} |residents to leave their homes|.",
    "<The union> {asked for} |a rise of three per cent|.",
    "<The board> {suggested} |building a second bridge|.",
    "<The coast guard> {appeared to confirm} |the sinking|.",
    "<The coast guard> {seems to have told the crew} |to turn back|.",
    "<The mayor> {believes in} |cheap ferries|.",
    "<A poll> {shows} |the mayor ahead among likely voters|.",
    "<The mayor> {said} |there is no known risk to the harbour|.",
    "<The mayor> {said} |the captain does not know the coast|.",
    "<The mayor> {said} |the road is closed, possibly because of the storm|.",
    "<The mayor> {said} |“it was a potentially harmful toy”|.",
    "<The driver> {said} |“I thought we had hit a tree.”|",
    "<The mayor> {said} |the town has a plan that may help others|.",
    "<The mayor> {said} |the harbour is safe because ships could turn|.",
    "<The mayor> {said} |“we could have helped them”|.",
    "<The mayor> {said} |they could easily mend the pipe|.",
    "<The mayor> {said} |he believes in God|.",
    "<The mayor> {said} |the flames could already be seen|.",
    "<The minister> {ordered} |the ships to return|.",
    "<The king> {hinted} |that the talks would end|.",
    "<The mayor> {said} |the police had opened a preliminary investigation|.",
]
PROBABLE = [
    "<The minister> {said} |that there is preliminary evidence that the dam was hit|.",
    "<The minister> {said} |it is likely that the dam was hit|.",
    "<The minister> {said} |the dam was probably hit|.",
    "<The minister> {said} |“I think the dam was hit.”|",
    "<The minister> {said} |“I don't think the dam was hit.”|",
    "<Police> {believe} |the fire was started on purpose|.",
    "<Police> {suspect} |the fire was started on purpose|.",
    "<The bank> {expects} |prices to fall|.",
    "<The bank> {said they believe} |prices fell|.",
    "<The report> {said} |the fall appears to be due to the drought|.",
    "<The agency> {said} |the storm is expected to reach the coast|.",
    "<The agency> {said} |the storm, which grew overnight, is likely to reach the coast|.",
    "<Findings> {suggest} |the wall is older|.",
    "<The agency> {said} |the wind was estimated to have reached 90 kilometres an hour|.",
    "<The mayor> {said} |“As far as I know, nobody was hurt.”|",
    "|The ship| {is believed} |to have sunk|.",
    "<The mayor> {said} |it is more likely than not that the road will open|.",
    "<The mayor> {said} |it is reasonable to assume that the pipe burst|.",
    "<The agency> {estimated} |that a third of the harbour is polluted|.",
    "<The crew> {felt} |that the owner cared little|.",
    "<Many residents> {are skeptical} |that the bridge will be built|.",
    "<The mayor> {said} |he doubted that the bridge would be built|.",
    "<The mayor> {said} |as far as he knows, nobody was hurt|.",
]
POSSIBLE = [
    "<The union> {is worried about} |the closure|.",
    "<The minister> {said} |the dam may have been hit|.",
    "<The minister> {said} |the dam might be hit|.",
    "<The minister> {said} |the fire could spread|.",
    "<The minister> {said} |it is possible “that the fire will spread”|.",
    "<The minister> {said} |perhaps the fire will spread|.",
    "<The minister> {said} |police could not rule out a crime|.",
    "<The minister> {said} |there is a possibility that the fire spreads|.",
    "<The union> {fears} |that the plant will close|.",
    "<The expert> {said} |the disease, the fourth of its kind, may spread|.",
    "<The expert> {said} |that the storm, which may have turned, could have been the reason|.",
    "<The expert> {suspects} |the fire may spread|.",
    "<Villagers> {are feared} |to have been buried|.",
]
UNKNOWN = [
    "<The board> {is considering} |a second bridge|.",
    "<A reporter> {asked} |“You lived here for years. Is the bridge safe?”|",
    "<The board> {is going to ask about} |the bridge|.",
    "<The mayor> {said} |police do not know who lit the fire|.",
    "<The editor> {asked} |whether the bridge was safe|.",
    "<The editor> {asked} |“Who built this bridge?”|",
    "<The editor> {hopes} |the bridge is safe|.",
    "<The editor> {said} |“I hope the bridge is safe.”|",
    "<The editor> {said} |it is not clear who built the bridge|.",
    "<The editor> {said} |it was unclear who built the bridge|.",
    "<The editor> {wondered} |whether the bridge was safe|.",
    "<The court> {examined} |whether the bridge was safe|.",
    "<The editor> {said} |it is too early to say who built the bridge|.",
    "<The editor> {said} |“I can't guarantee the bridge is safe.”|",
]


@pytest.mark.parametrize(
    ("marked", "level"),
    [(marked, Certainty.CERTAIN) for marked in CERTAIN]
    + [(marked, Certainty.PROBABLE) for marked in PROBABLE]
    + [(marked, Certainty.POSSIBLE) for marked in POSSIBLE]
    + [(marked, Certainty.UNKNOWN) for marked in UNKNOWN],
)
def test_level(marked: str, level: Certainty) -> None:
    assert grade(marked).certainty is level


@pytest.mark.parametrize("marked", PROBABLE + POSSIBLE + UNKNOWN)
def test_ground_of_doubt(marked: str) -> None:
    text, _ = report(marked)
    (ground,) = [ground for ground in grade(marked).grounds if ground.field == "certainty"]
    assert ground.span.of(text)
    assert ground.words == ground.span.of(text)


def test_question_and_telling_are_told_apart() -> None:
    assert grade("<The mayor> {said} |“And who would pay? We are poor.”|").certainty is Certainty.CERTAIN
    assert grade("<The mayor> {wrote} |“They woke me up with it: Who would do that?”|").certainty is Certainty.CERTAIN


def test_not_knowing_only_leads_in() -> None:
    told = grade("<The driver> {said} |“I don't know what he was doing. The truck was in the middle of the road.”|")
    assert told.certainty is Certainty.CERTAIN
    assert not told.negated


@pytest.mark.parametrize(
    ("marked", "polarity"),
    [
        ("<The mayor> {said} |the bridge is safe|.", Polarity.POSITIVE),
        ("<The mayor> {said} |the bridge is not safe|.", Polarity.NEGATIVE),
        ("<The mayor> {said} |nobody was hurt|.", Polarity.NEGATIVE),
        ("<The mayor> {does not believe} |the bridge is safe|.", Polarity.NEGATIVE),
        ("<The mayor> {denied} |that the bridge is unsafe|.", Polarity.NEGATIVE),
        ("<The mayor> {said} |the bridge is safe because it does not swing|.", Polarity.POSITIVE),
    ],
)
def test_polarity(marked: str, polarity: Polarity) -> None:
    assert grade(marked).polarity is polarity


def test_clauses_of_the_seed() -> None:
    text = f"{SEED} Zelensky said."
    cue = text.index("said.")
    said = Said((Span(cue - 9, cue - 1),), (Span(cue, cue + 4),), (Span(0, len(SEED)),), Speech.DIRECT, 1.0)
    (graded,) = grade_story(Story(id="seed", text=text), (said,))
    assert graded.certainty is Certainty.PROBABLE
    levels = {clause.span.of(text): clause.certainty for clause in graded.clauses}
    assert next(level for words, level in levels.items() if words.startswith("Today")) is Certainty.PROBABLE
    assert levels["A significant number of them"] is Certainty.PROBABLE
    assert levels["So far, only there"] is Certainty.CERTAIN
    assert next(level for words, level in levels.items() if "could extend" in words) is Certainty.POSSIBLE
    assert levels["There are also already noticeable losses in this category"] is Certainty.CERTAIN


def test_no_clauses_where_all_are_alike() -> None:
    assert grade("<The mayor> {said} |“The road is open. The bridge is open.”|").clauses == ()


def event(text: str, word: str, factuality: float, likelihood: tuple[float, ...], presence: float = 0.9) -> Event:
    start = text.index(word)
    return Event(Span(start, start + len(word)), presence, factuality, likelihood)


def test_an_event_in_doubt_lowers_the_confidence_and_decides_nothing() -> None:
    marked = "<The mayor> {said} |the bridge opened|."
    text, _ = report(marked)
    doubted = grade(marked, events=(event(text, "opened", 0.2, (0.01, 0.2, 0.6, 0.19)),))
    plain = grade(marked, events=(event(text, "opened", 2.9, (0.9, 0.1, 0.0, 0.0)),))
    assert (doubted.certainty, plain.certainty) == (Certainty.CERTAIN, Certainty.CERTAIN)
    assert doubted.factuality == 0.2
    assert doubted.score < plain.score
    unsure = event(text, "opened", 0.2, (0.01, 0.2, 0.6, 0.19), presence=LEAST_PRESENCE / 2)
    assert grade(marked, events=(unsure,)).factuality is None


def test_words_that_hold_back_outweigh_an_event() -> None:
    marked = "<The mayor> {said} |the bridge may have opened|."
    text, _ = report(marked)
    graded = grade(marked, events=(event(text, "opened", 2.9, (0.9, 0.1, 0.0, 0.0)),))
    assert graded.certainty is Certainty.POSSIBLE
    assert graded.score < grade(marked).score


@pytest.mark.parametrize(
    ("marked", "likely", "level"),
    [
        ("<The mayor> {said} |the bridge was shut|.", 0.8, Certainty.CERTAIN),
        ("<The mayor> {said} |the bridge was shut|.", 0.99, Certainty.PROBABLE),
        ("<The mayor> {said} |the bridge may be shut|.", 0.8, Certainty.POSSIBLE),
    ],
)
def test_the_model_outweighs_the_rules_where_it_is_far_surer(marked: str, likely: float, level: Certainty) -> None:
    text, attribution = report(marked)
    told = Told((1 / 6,) * 6, (1.0, 0.0, 0.0), ((1 - likely) / 2, likely, (1 - likely) / 2, 0.0))
    (graded,) = grade_story(Story(id="s", text=text), (replace(attribution, told=told),))
    assert graded.certainty is level
    by_model = [ground.words for ground in graded.grounds if ground.reason == BY_MODEL]
    assert by_model == (["said"] if level is Certainty.PROBABLE else [])


@pytest.mark.skipif(not (DATA / "attribution").is_dir(), reason=f"no data under {DATA}: set SAYSO_DATA")
def test_wire_gold() -> None:
    for line in (DATA / "attribution" / "wire_gold.jsonl").read_text("utf-8").splitlines():
        story = json.loads(line)
        roles = ("source", "cue", "content")
        attributions = [
            Said(*(tuple(Span(*span) for span in one[role]) for role in roles), Speech(one["speech"]), 1.0)
            for one in story["attributions"]
        ]
        grades = grade_story(Story(id=story["id"], text=story["text"]), attributions)
        expected = [(one["certainty"], one["denied"], one["negated"]) for one in story["attributions"]]
        assert [(str(one.certainty), one.denied, one.negated) for one in grades] == expected

import pytest

from sayso.records import Evidence
from tests.evidence.reports import grade


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("<The mayor> {said} |there is preliminary evidence that the dam was hit|.", Evidence.PRELIMINARY_DATA),
        ("<The mayor> {said} |the police opened a preliminary investigation|.", Evidence.UNSPECIFIED),
        ("<The mayor> {said} |a preliminary investigation found that the dam was hit|.", Evidence.PRELIMINARY_DATA),
        ("<Preliminary findings> {suggest} |the dam was hit|.", Evidence.PRELIMINARY_DATA),
        ("<The minister> {said} |intelligence reports show that the dam was hit|.", Evidence.INTELLIGENCE),
        ("<The Intelligence Directorate> {said} |the dam was hit|.", Evidence.INTELLIGENCE),
        ("{According to} <a poll>, |half of the voters are undecided|.", Evidence.POLL),
        ("<The clinic> {said} |blood tests found the poison|.", Evidence.TEST),
        ("<An autopsy> {found} |the poison|.", Evidence.TEST),
        ("<The mayor> {said} |he was told that the dam was hit|.", Evidence.ANOTHER_SOURCE),
        ("<The mayor> {said} |according to doctors he was poisoned|.", Evidence.ANOTHER_SOURCE),
        ("<The Gazette>, citing officials, {reported} |the dam was hit|.", Evidence.ANOTHER_SOURCE),
        ("{According to} <court documents>, |he was paid|.", Evidence.DOCUMENT),
        ("<The lawyer> {said} |records show he was paid|.", Evidence.DOCUMENT),
        ("<A neighbour> {said} |“I saw the flames.”|", Evidence.EYEWITNESS),
        ("<A witness> {said} |the flames were high|.", Evidence.EYEWITNESS),
        ("<The bank> {said} |it will close ten branches|.", Evidence.OWN_PLANS),
        ("<The bank> {plans} |to close ten branches|.", Evidence.OWN_PLANS),
        ("<A spokeswoman> {said} |the department will look into it|.", Evidence.OWN_PLANS),
        ("<The general> {announced} |that troops would leave|.", Evidence.OWN_PLANS),
        ("<The Acme Group> {said} |“Acme Group will not sell,”|.", Evidence.OWN_PLANS),
        ("<The mayor> {said} |the bridge opened|.", Evidence.UNSPECIFIED),
        ("<The mayor> {said} |polling stations were open|.", Evidence.UNSPECIFIED),
        ("<The mayor> {said} |the tests were difficult|.", Evidence.UNSPECIFIED),
        ("<The bank> {would not commit} |to a date|.", Evidence.UNSPECIFIED),
        ("<The mayor> {said} |it would rain|.", Evidence.OWN_PLANS),
    ],
)
def test_basis(marked: str, kind: Evidence) -> None:
    graded = grade(marked)
    assert graded.evidence is kind
    grounds = [ground for ground in graded.grounds if ground.field == "evidence"]
    assert len(grounds) == (kind is not Evidence.UNSPECIFIED)

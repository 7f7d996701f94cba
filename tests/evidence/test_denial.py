import pytest

from sayso.evidence.grading.assertion import Sign, find_sign
from sayso.evidence.words.clauses import cut_propositions, find_main
from sayso.evidence.words.words import Wording, Words
from tests.evidence.reports import grade, report

DENIED = [
    "<The ministry> {has refused} |to believe the board that the dam leaks|.",
    "<The ministry> {refused} |to accept the board's findings that the dam leaks|.",
    "<The ministry> {denied} |that it had sold the arms|.",
    "<The ministry> {denied} |any involvement|.",
    "<The ministry> {denied} |selling the arms|.",
    "|The claim| {was denied by} <the ministry>.",
    "<The ministry> {dismissed} |the claim as groundless|.",
    "<The ministry> {dismissed} |reports that it had sold arms|.",
    "<The ministry> {downplayed earlier reports} |that it had sold arms|.",
    "<The ministry> {rejected} |the allegations|.",
    "<The court> {rejected arguments} |that the law was void|.",
    "<The ministry> {painted} |the story as a smear|.",
    "<The ministry> {quashed} |rumours of a sale|.",
    "<The secretary> {belied reports} |that two schools were closed|.",
    "<The ministry> {said} |“No, it was a gift”|.",
    "<The ministry> {said} |“It was in May. The whole story is simply ridiculous”|.",
    "<The ministry> {refuted} |the story|.",
    "Asked whether |it had sold the arms|, <the ministry> {said} |no|.",
    "<The ministry> {disputed} |the findings|.",
    "<The ministry> {called} |the statement “absolutely false”|.",
    "<The ministry> {called} |it a lie|.",
    "<The ministry> {labelled} |the report fake news|.",
    "<The ministry> {said} |it was not true|.",
    "<The ministry> {said} |the report is false|.",
    "<The ministry> {said} |the accusations were completely baseless|.",
    "<The ministry> {said} |there is no evidence that arms were sold|.",
    "<The ministry> {said} |it had no record of any such sale|.",
    "<The ministry> {said} |it had nothing to do with the sale|.",
    "<The ministry> {denied} |her claims|.",
    "<The ministry> {denied} |election meddling|.",
    "<The ministry> {said} |it strongly denies selling arms|.",
    "<The ministry> {said} |some of the claims are simply not true|.",
    "<The ministry> {said} |the story is nothing but a fabricated tale|.",
    "<The ministry> {insisted} |it played no role in the sale|.",
    "<The ministry> {said} |the charges are self-serving and not credible|.",
    "The ministry is accused of a sale. <A clerk> {said} |no arms were sold|.",
    "The sale was investigated for a year. <The report> {found} |no evidence of a crime|.",
    "<The driver> {pleaded} |not guilty|.",
    "<The ministry> {pushed back} |against the reports|.",
    "<The ministry> {poured cold water on} |the report that it had sold the dam|.",
    "<The ministry> {shrugged off} |claims that it had sold the dam|.",
    "<The ministry> {batted down the suggestion} |that it had sold arms|.",
    "<The study's critic> {disagreed with} |the findings|.",
    "He is accused of selling arms. <The dealer> {said} |he did not sell any|.",
    "It was described as a forced camp. <The church> {said} |she was never forced to stay|.",
    "<The ministry> {called} |it a pack of lies|.",
    "<The ministry> {said} |the report is perhaps the greatest hoax of all|.",
    "<The ministry> {said} |the account proved untrue|.",
    "<The ministry> {said} |the sale never took place|.",
    "<The ministry> {said} |the story does not hold water|.",
    "<The ministry> {said} |what is told of the arrest does not correspond to reality|.",
    "<The union> {said} |the figure of 47 was wrong|.",
    "<The ministry> {said} |any suggestion of a sale “is a flat-out lie”|.",
    "<The ministry> {said} |the account is based on a lie|.",
    "He is accused of a sale. <The clerk> {said} |the minister did not know about it|.",
    "<The ministry> {maintains} |its innocence|.",
    "<The ministry> {dismissed} |the idea that it sold arms|.",
    "<The ministry> {shot down} |an explanation that it sold arms|.",
    "<The ministry> {retracted} |its report of a sale|.",
    "<The ministry> {countered} |claims that it sold arms|.",
    "He is accused of a sale. <The clerk> {said} |there was nothing improper about it|.",
    "He is accused of a sale. <The clerk> {said} |he did not engage in any wrongdoing|.",
    "It was alleged that arms had been sold. <The hospital> {reported} |no traces of arms were found|.",
    "<The ministry> {said} |the accusations against its clerks are overblown|.",
    "<The ministry> {said} |the story has been taken out of context|.",
]
PLAIN = [
    "<The ministry> {refused} |to accept the offer of the board|.",
    "<The critic> {counters} |that similar arguments were used before|.",
    "<The ministry> {dismissed} |the inquiry as a witch hunt|.",
    "<The mayor> {labelled} |the inquiry a “rigged witch hunt”|.",
    "They blamed the mayor. <He> {said} |ties had never been worse|.",
    "They alleged a sale. <The mayor> {said} |he had not thought of that|.",
    "They alleged a sale. <The mayor> {said} |he was not concerned about it|.",
    "<The ministry> {rejected} |the offer|.",
    "<The ministry> {pushed back} |the date of the sale|.",
    "<The senate> {rejected} |a version of the bill|.",
    "<The ministry> {dismissed} |the suggestion that it should resign|.",
    "<The judge> {dismissed} |a lawsuit|.",
    "<The court> {denied} |him bail|.",
    "<The judge> {denied} |the ministry's request for a stay|.",
    "<The ministry> {disputed} |whether the letter should be read|.",
    "<The ministry> {described} |the arrest as “false imprisonment”|.",
    "<The ministry> {called on} |everyone to fight false information|.",
    "The sale is alleged. <The ministry> {admitted} |it had no evidence that arms were sold|.",
    "The sale is alleged. <The ministry> {said} |the claim could turn out to be false|.",
    "The sale is alleged. <The ministry> {said} |they are not going to get the truth|.",
    "The sale is alleged. <The ministry> {said} |they were not successful|.",
    "The sale is alleged. <The ministry> {said} |we have a list of it we did not have then|.",
    "<The ministry> {contradicted} |advice from its doctors|.",
    "<The guards> {denied} |entry to the hall|.",
    "<The ministry> {did not deny} |the claim|.",
    "<The ministry> {confirmed} |the claim|.",
    "<The ministry> {said} |it will not sell arms|.",
    "<The mayor> {said} |the bridge was not built of stone|.",
    "He is accused of selling arms. <The dealer> {said} |he would not sell any|.",
    "He is accused of selling arms. <The dealer> {said} |he was no longer in business|.",
    "He is accused of selling arms. <The dealer> {does not believe} |they were sold|.",
    "<The ministry> {called} |it a stunt|.",
    "The rebels claimed the town. <The official> {said} |the soldiers are untested and had not seen battle|.",
    "<The ministry> {said} |that not having a passport was usual|.",
    "<The mayor> {disagreed with} |the plan|.",
    "<The mayor> {rejected} |the idea of a new bridge|.",
    "<The mayor> {called} |the plan absurd|.",
    "<The mayor> {disavowed} |his old friends|.",
    "<The town> {is in a heated dispute} |over the bridge|.",
    "<The minister> {insisted} |the bridge was not worth it|.",
]


@pytest.mark.parametrize("marked", DENIED)
def test_denied(marked: str) -> None:
    graded = grade(marked)
    assert graded.denied
    assert not graded.negated
    assert graded.grounds[0].field == "denied"


@pytest.mark.parametrize("marked", PLAIN)
def test_not_denied(marked: str) -> None:
    assert not grade(marked).denied


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The dealer denied the claim. <He> {said} |he did not sell any arms|.", Sign.DENIAL),
        ("He is accused of a sale. <He> {said} |he did not sell any arms|.", Sign.ANSWER),
        ("He is a dealer. <He> {said} |he did not sell any arms|.", Sign.MAY_DENY),
        ("He is a dealer. <He> {said} |it was a gift and there was nothing illegal about it|.", Sign.MAY_DENY),
    ],
)
def test_how_plainly_a_no_denies_depends_on_what_stands_before(marked: str, wanted: Sign) -> None:
    text, attribution = report(marked)
    wording = Wording.of(Words.of(text), attribution)
    propositions = cut_propositions(wording)
    sign, _ = find_sign(wording, propositions, find_main(propositions))
    assert sign is wanted


SILENT = [
    "<The ministry> {declined to say} |whether it sold arms|.",
    "<The ministry> {declined} |to comment|.",
    "<The ministry> {refused to give} |any details|.",
    "<The ministry> {refused} |to admit that the dam leaked|.",
    "<The ministry> {again declined to share} |a list of buyers|.",
    "<The ministry> {has said} |very little so far about the sale|.",
    "<The ministry> {said} |there would be no comment until the sale is over|.",
    "<The ministry> {did not say} |whether it sold arms|.",
    "<The ministry> did not {say} |whether it sold arms|.",
    "<The ministry> {has not commented on} |the sale|.",
    "<The ministry> {would not confirm} |the sale|.",
    "<The ministry> {could not confirm} |the sale|.",
    "<The ministry> {neither confirmed nor denied} |the sale|.",
    "<The ministry> {gave} no details of |the sale|.",
    "<The ministry> had not, by late Monday, {announced} |the sale|.",
    "<The list> {does} not, however, name |any ships|.",
    "<The clerk> {said} |he had no idea when it would be sold|.",
    "<The clerk> {is not sure} |which ship was sold|.",
    "<The clerk> {said} |he could not speak of the sale|.",
    "<The clerk> {said} |he did not immediately know the date|.",
    "<The ministry> {gave no indication} |of when it would answer|.",
    "<The ministry> {has yet to respond} |to the letter|.",
    "<The ministry> {would not commit} |to a date|.",
    "<The ministry> {did not immediately announce} |the name|.",
    "|No injuries| {were reported}.",
    "No |injuries| {were reported}.",
    "<Police> {reported} |no injuries|.",
    "|No cause| {was immediately known}.",
    "<No group> {has claimed} |responsibility|.",
    "<Neither side> {commented on} |the talks|.",
    "|Whether he will stay| {was not made clear}.",
    "<The ministry> {said} |it would not comment|.",
    "<The ministry> {said} |“No comment.”|",
    "{Without mentioning} |any dates|, <the ministry> agreed.",
    "<The ministry> {declined to provide} |a breakdown of the sales|.",
    "<The ministry> {declined to give} |the nationalities of the buyers|.",
    "<The ministry> {said} |it was “a matter for the courts”|.",
    "<The ministry> {said} |it did not have any comment|.",
    "<The agency> {has not been able to independently confirm} |the sale|.",
    "<The owner> {could not be reached} |for comment|.",
    "<The owner> {did not respond} |to a request for comment|.",
    "<The owner> {did not immediately return} |calls seeking comment|.",
    "<The owner> {was not immediately available} |for comment|.",
    "|Calls| to <the owner> {went unanswered}.",
    "|Efforts to reach| <the owner> for comment {proved abortive}.",
    "An |email| to <the owner> {was not immediately returned}.",
    "<The minister> {said} |that he had no details to share|.",
]
SPOKEN = [
    "<The clerk> {said} |he has not talked to the owner|.",
    "<The clerk> {is sure} |which ship was sold|.",
    "<The ministry> {said} |it will not sell arms|.",
    "<The ministry> {not only said} |that it sold arms but gave the price|.",
    "<The ministry> {did not deny} |the sale|.",
    "<The ministry> {did not rule out} |a sale|.",
    "<The players> {refused} |to leave the pitch|.",
    "<The owner> {did not return} |the ship|.",
    "<The ministry> {does not support} |the plan|.",
    "<Members> {do not agree} |that the plan is good|.",
    "<An official who declined to be named> {said} |the sale went ahead|.",
    "<An official> who declined to be named {said} |the sale went ahead|.",
    "<Doctors> {reported} |no traces of poison|.",
    "<The ministry> {said} |the sale did not take place|.",
    "<The inspectors> {did not find} |a trace of the arms|.",
    "No less <a judge> {wrote} |that the sale was legal|.",
    "<Nobody> {wants} |the plan|.",
    "<The ministry> {claimed} |the sale was legal|.",
]


@pytest.mark.parametrize("marked", SILENT)
def test_negated(marked: str) -> None:
    graded = grade(marked)
    assert graded.negated
    assert not graded.denied
    assert graded.certainty == "unknown"
    assert graded.clauses == ()
    assert graded.grounds[0].field == "negated"


@pytest.mark.parametrize("marked", SPOKEN)
def test_not_negated(marked: str) -> None:
    assert not grade(marked).negated

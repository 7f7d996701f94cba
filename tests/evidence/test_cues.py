"""The forms of the verbs of reporting."""

import re

import pytest

from sayso.evidence.words.cues import _DOUBLED, _DOUBLED_OR_NOT, _IRREGULAR_PAST, _VERBS, ACTS, Act, _forms
from sayso.text.word_tables import word_table

VERBS = sorted({verb for verbs in _VERBS.values() for verb in verbs.split()})
IRREGULAR = word_table("""
    bear beat become begin bend bet bite blow break bring build buy cast catch choose come cut deal do draw drink drive
    eat fall feed feel fight find fly forget get give go grow have hear hide hit hold keep know lead leave lend let lie
    lose make mean meet pay put read ride ring rise run say see seek sell send set shake shoot sing sit sleep speak
    spend stand steal strike swear take teach tell think throw understand wear win write""")
PREFIXES = ("", "be", "fore", "for", "gain", "mis", "out", "over", "re", "un", "under", "up", "with")


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("quip", "quip quips quipped quipping"),
        ("agree", "agree agrees agreed agreeing"),
        ("undertake", "undertake undertakes undertook undertaken undertaking"),
        ("gainsay", "gainsay gainsays gainsaid gainsaying"),
        ("foresee", "foresee foresees foresaw foreseen foreseeing"),
        ("bet", "bet bets bet betting"),
        ("label", "label labels labeled labelled labeling labelling"),
        ("reply", "reply replies replied replying"),
        ("portray", "portray portrays portrayed portraying"),
        ("stress", "stress stresses stressed stressing"),
        ("quash", "quash quashes quashed quashing"),
        ("belie", "belie belies belied belying"),
        ("deny", "deny denies denied denying"),
        ("reveal", "reveal reveals revealed revealing"),
        ("offer", "offer offers offered offering"),
    ],
)
def test_forms_are_those_of_english(verb: str, forms: str) -> None:
    assert _forms(verb) == tuple(forms.split())


def test_verbs_of_one_short_syllable_double_their_last_consonant() -> None:
    short = [verb for verb in VERBS if re.fullmatch(r"[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]", verb)]
    assert {"ban", "quip", "slam"} <= set(short)
    assert [verb for verb in short if verb + verb[-1] + "ing" not in _forms(verb)] == []
    assert [verb for verb in short if verb + "ing" in _forms(verb) or verb + "ed" in _forms(verb)] == []


def test_long_vowels_and_clusters_are_not_doubled() -> None:
    long = [verb for verb in VERBS if re.search(r"(?:[aeiou]{2}[^aeiou]|[^aeiou]{2}|[wxy])$", verb) and verb != "quip"]
    assert {"claim", "warn", "vow"} <= set(long)
    assert [verb for verb in long if verb + verb[-1] + "ing" in _forms(verb)] == []


def test_irregular_verbs_have_no_regular_past() -> None:
    regular = {f"{verb}d" if verb.endswith("e") else f"{verb}ed": verb for verb in IRREGULAR}
    wrong = {prefix + form for prefix in PREFIXES for form in regular} & set(ACTS)
    assert wrong == {"forecasted", "belied"}  # which is used beside "forecast", and no form of "lie"


def test_tables_are_of_verbs_of_reporting() -> None:
    assert _IRREGULAR_PAST.keys() | _DOUBLED | _DOUBLED_OR_NOT <= set(VERBS)


def test_no_form_ends_as_no_english_word_does() -> None:
    impossible = re.compile(r"[^e]eing$|eeed$|[^aeiou]yed$|[^aeiou]ys$|[sc]hs$|xs$|sss$")
    assert [form for form in ACTS if impossible.search(form)] == []


def test_a_doubled_or_irregular_form_tells_its_act() -> None:
    told = {form: ACTS.get(form) for form in ("quipped", "undertook", "labelled", "agreeing", "gainsaid")}
    assert told == {
        "quipped": Act.ASSERT,
        "undertook": Act.PLAN,
        "labelled": Act.CALL,
        "agreeing": Act.ASSERT,
        "gainsaid": Act.DENY,
    }

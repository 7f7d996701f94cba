"""Whom a lead describes, and the story then names."""

import pytest

from tests.sources.stories import names_of, resolve_marked


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("<s>A former sailor of the line</s> says so. <s>Ulba Dorr</s>, who left in May, showed a list.", "Ulba Dorr"),
        ("<s>A woman who lived there</s> says so.\n\n“It rained. It did,” said <s>Ulba Dorr</s>, 74.", "Ulba Dorr"),
        ("<s>The harbour minister</s> did not hide it. “It rained. It did,” said <s>Ulba Dorr</s>.", "Ulba Dorr"),
        (
            (
                "<s>A Porto Hall aide</s> drew anger over rain. It rained. It snowed. It froze. It was dry. The words "
                "were those of press aide Ulba Dorr. <s>Dorr</s> said no."
            ),
            "Ulba Dorr",
        ),
        (
            (
                "<s>A top Democrat on the Rain Committee</s> said its chairman, Rep. Ulba Dorr, a Democrat, left. "
                "It rained. <s>Rep. Ann Bell</s>, D-Ohio, said no. <s>Dorr</s> did too."
            ),
            "Ann Bell",
        ),
        ("<s>A man</s> told the Harbour Herald so. <s>Ulba Dorr</s> left.", "man"),
        ("<s>A woman</s> says so. The rain fell. <s>Ulba Dorr</s> left.", "woman"),
        ("<s>A woman</s> says so. “It rained,” said shipmate <s>Ulba Dorr</s>.", "woman"),
        ("<s>A woman</s> says so. <s>Ulba Dorr</s>, mayor of Porto, left.", "woman"),
        ("It rained. " * 40 + "<s>A woman</s> says so. <s>Ulba Dorr</s>, 74, left.", "woman"),
    ],
)
def test_described_in_the_lead(marked: str, name: str) -> None:
    assert names_of(marked)[0] == name


def test_a_description_with_a_country_is_the_role_of_whom_it_means() -> None:
    described, _ = resolve_marked("<s>Peru's health minister</s> said so. <s>Ulba Dorr</s> said it rained.")
    assert (described.name, described.role, described.side) == ("Ulba Dorr", "Peru's health minister", "Peru (state)")


def test_a_courtesy_title_further_down_says_nothing_of_who_is_named() -> None:
    lead = (
        "<s>A nurse</s> has come forward. <s>Mary Roe, 52, who left in May,</s> said so. It rained. <s>Ms Roe</s> ate."
    )
    assert names_of(lead) == ["Mary Roe"] * 3

"""Several who are listed, or of whom some are named as examples."""

import pytest

from sayso.records import SourceKind
from tests.sources.stories import resolve_marked

_TOGETHER = SourceKind.COLLECTIVE


@pytest.mark.parametrize(
    ("marked", "name", "kind"),
    [
        (
            "<s>Sen. Peter Lang (D-Ohio) and Rep. Maria Novak (R-Iowa)</s> said so.",
            "Peter Lang and Maria Novak",
            _TOGETHER,
        ),
        (
            "<s>Sen. Peter Lang of Ohio and two hopefuls, Sens. Maria Novak of Iowa and Ann Bell of Utah,</s> said so.",
            "Peter Lang, Maria Novak and Ann Bell",
            _TOGETHER,
        ),
        (
            "<s>Reps. Peter Lang, Maria Novak and Ann Bell</s> said so.",
            "Peter Lang, Maria Novak and Ann Bell",
            _TOGETHER,
        ),
        (
            "<s>Facebook, Twitter, YouTube, and other companies</s> said so.",
            "Facebook, Twitter, YouTube and other companies",
            _TOGETHER,
        ),
        (
            "<s>Germany, France and Austria</s> said so.",
            "Government of Germany, Government of France and Government of Austria",
            _TOGETHER,
        ),
        ("<s>Fox News and other outlets</s> said so.", "Fox News and other outlets", SourceKind.MEDIA),
        ("<s>senators such as Sen. Peter Lang</s> said so.", "senators such as Peter Lang", _TOGETHER),
        (
            "In Porto, <s>critical members like Senator Maria Novak</s> said so.",
            "critical members like Maria Novak",
            _TOGETHER,
        ),
        (
            "<s>Representatives Peter Lang, Ann Bell, and Ulf Dorr, who sit on boards of Tide and Rain,</s> said.",
            "Peter Lang, Ann Bell and Ulf Dorr",
            _TOGETHER,
        ),
        ("<s>American and British intelligence sources</s> said so.", None, SourceKind.ANONYMOUS),
    ],
)
def test_several(marked: str, name: str | None, kind: SourceKind) -> None:
    (source,) = resolve_marked(marked)
    assert source.kind is kind
    assert name is None or source.name == name


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("<s>Peter Lang, president and founder,</s> said so.", "Peter Lang"),
        ("<s>Peter Lang, husband of Maria Novak and brother of Ann Bell,</s> said so.", "Peter Lang"),
        ("<s>Senator Peter Lang (D-Ohio)</s> said so.", "Peter Lang"),
        ("Some believe <s>Peter Lang and 20 percent</s> said so.", "Peter Lang"),
    ],
)
def test_one_with_more_about_him_is_no_list(marked: str, name: str) -> None:
    (source,) = resolve_marked(marked)
    assert (source.name, source.kind) == (name, SourceKind.PERSON)

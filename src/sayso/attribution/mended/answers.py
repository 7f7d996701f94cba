"""What a bare "no" or "yes" answers: "Asked whether she had taken it, he said no" is of her having taken it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.records import Attribution, Span

_ASKED = re.compile(
    r"\b(?:[Aa]sked|[Pp]ressed|[Qq]uestioned)(?: \w+)? (?:whether|if) (?P<what>[^.!?\n;:“”\"]{4,200}?),? "
    r"(?=[^,.!?\n;:]{1,80}\Z)"
)
_BARE = re.compile(r"[“\"]?(?:no|yes)[.!,]?[”\"]?", re.IGNORECASE)
_REACH_CHARS = 300


def complete_answers(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, with what was asked as the content of a bare answer, before the answer itself."""
    return [_with_question(text, one) for one in attributions]


def _with_question(text: str, attribution: Attribution) -> Attribution:
    content = attribution.content
    if len(content) != 1 or not attribution.cue or not _BARE.fullmatch(text, *content[0]):
        return attribution
    asked = _ASKED.search(text, max(0, content[0].start - _REACH_CHARS), content[0].start - 1)
    return replace(attribution, content=(Span(*asked.span("what")), *content)) if asked else attribution

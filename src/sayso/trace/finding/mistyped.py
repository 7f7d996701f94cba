"""What is meant where words that were typed stand nowhere, as they may be mistyped: "casulties" for casualties."""

from collections.abc import Iterable

from sayso.ledger import Ledger
from sayso.sources.known.common_words import is_common


def meant_claim(ledger: Ledger, claim: str, absent: Iterable[str]) -> str | None:
    """A claim with words of the stories for those of it that no story has and that may be mistyped; else None."""
    return ledger.meant_in_texts(claim, _unusual(absent))


def meant_search(ledger: Ledger, typed: str) -> str | None:
    """What was typed with words of statements for those that none has and that may be mistyped; else None."""
    return ledger.meant_in_statements(typed, _unusual(ledger.unsaid_words(typed)))


def _unusual(words: Iterable[str]) -> list[str]:
    """Those that news does not use: a usual word is none mistyped, though no story here has it."""
    return [word for word in words if not is_common(word.casefold())]

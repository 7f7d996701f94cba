"""Two texts of one story, compared word by word."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.errors import UsageError
from sayso.ledger import Ledger
from sayso.ledger.rows import hash_text
from sayso.records import Change, Revision
from sayso.reuse import compare_texts
from sayso.shapes import Json

FACTS = {
    "outlet": "Outlet",
    "byline": "By",
    "agency": "Agency",
    "published": "Published",
    "modified": "Changed",
    "address": "Address",
}
"""What is told beside the text where it differs, as a page calls it."""


@dataclass(frozen=True, slots=True)
class ComparedPiece:
    """Words of either text or of both.

    Attributes:
        text: They.
        change: Which change they are part of, from 1; None where both texts have them.
        is_new: Whether it is the newer text that has them.
    """

    text: str
    change: int | None = None
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class ComparedTexts:
    """Two texts of a story.

    Attributes:
        kept: All texts of it that are kept, oldest first.
        older, newer: The two that are compared; the same one where there is no other.
        changes: What differs in the text, in order.
        title_changes: What differs in the headline.
    """

    kept: tuple[Revision, ...]
    older: Revision
    newer: Revision
    changes: tuple[Change, ...]
    title_changes: tuple[Change, ...]

    @property
    def pieces(self) -> tuple[ComparedPiece, ...]:
        """The newer text, with what was taken out of the older one where it stood."""
        return tuple(_cut(self.older.story.text, self.newer.story.text, self.changes))

    @property
    def title_pieces(self) -> tuple[ComparedPiece, ...]:
        """The same of the headline."""
        return tuple(_cut(self.older.story.title or "", self.newer.story.title or "", self.title_changes))

    @property
    def facts(self) -> dict[str, tuple[str, str]]:
        """What else differs, older and newer, by what it is."""
        told = {
            called: (getattr(self.older.story, name), getattr(self.newer.story, name)) for name, called in FACTS.items()
        }
        return {name: (old or "none", new or "none") for name, (old, new) in told.items() if old != new}


def compare_revisions(
    ledger: Ledger, story_id: str, older: int | None = None, newer: int | None = None
) -> ComparedTexts:
    """Compare two texts of a story.

    Args:
        ledger: Where it is.
        story_id: The story.
        older: The number of the older text, from 1; that before the newer one by default.
        newer: That of the newer text; the newest one by default.

    Raises:
        UsageError: there is no such story or text.
    """
    kept = ledger.revisions(story_id)
    last = len(kept) if newer is None else newer
    numbers = (max(1, last - 1) if older is None else older, last)
    for number in numbers:
        if not 1 <= number <= len(kept):
            raise UsageError(
                f"there is no text {number} of story {story_id}", f"a number from 1 to {len(kept)}", "Choose another"
            )
    old, new = (kept[number - 1] for number in numbers)
    return ComparedTexts(
        kept=kept,
        older=old,
        newer=new,
        changes=compare_texts(old.story.text, new.story.text),
        title_changes=compare_texts(old.story.title or "", new.story.title or ""),
    )


def compared_texts_shape(told: ComparedTexts) -> Json:
    """Two compared texts as JSON; `before` and `after` are [start, end) of the older and the newer text."""
    return {
        "id": told.newer.story.id,
        "kept": [
            {
                "number": one.number,
                "added_at": one.added_at,
                "title": one.story.title,
                "sha256": hash_text(one.story.text),
            }
            for one in told.kept
        ],
        "older": told.older.number,
        "newer": told.newer.number,
        "changes": _changes(told.older.story.text, told.newer.story.text, told.changes),
        "title_changes": _changes(told.older.story.title or "", told.newer.story.title or "", told.title_changes),
        "facts": {name: {"older": old, "newer": new} for name, (old, new) in told.facts.items()},
    }


def _changes(older: str, newer: str, changes: Iterable[Change]) -> list[Json]:
    return [
        {
            "before": list(one.before),
            "after": list(one.after),
            "taken_out": one.before.of(older),
            "put_in": one.after.of(newer),
        }
        for one in changes
    ]


def _cut(older: str, newer: str, changes: Iterable[Change]) -> Iterator[ComparedPiece]:
    at = 0
    for number, change in enumerate(changes, start=1):
        if newer[at : change.after.start]:
            yield ComparedPiece(newer[at : change.after.start])
        if change.before.of(older):
            yield ComparedPiece(change.before.of(older), number)
        if change.after.of(newer):
            yield ComparedPiece(change.after.of(newer), number, is_new=True)
        at = change.after.end
    if newer[at:]:
        yield ComparedPiece(newer[at:])

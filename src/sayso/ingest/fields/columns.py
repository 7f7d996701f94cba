"""Which column or key of a table holds what."""

from dataclasses import dataclass, fields, replace

from sayso.errors import UsageError


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """The name of the column or key for each field of a story; only the one for the text must be there.

    The names that it starts with are those of sayso's own JSON lines.
    """

    text: str = "text"
    id: str = "id"
    title: str = "title"
    outlet: str = "outlet"
    agency: str = "agency"
    byline: str = "byline"
    published: str = "published"
    modified: str = "modified"
    url: str = "url"
    canonical_url: str = "canonical_url"
    originals: str = "originals"
    note: str = "note"

    @classmethod
    def parse(cls, pairs: str) -> "ColumnMapping":
        """Read "text=body,outlet=source"; fields that are not named keep their own name.

        Raises:
            UsageError: a part is no pair, or names no field of a story.
        """
        known = [field.name for field in fields(cls)]
        named: dict[str, str] = {}
        for pair in filter(None, (part.strip() for part in pairs.split(","))):
            field, separator, column = (part.strip() for part in pair.partition("="))
            if not separator or not column or field not in known:
                raise UsageError(
                    f'"{pair}" among the columns',
                    f"field=column pairs, with one of the fields {', '.join(known)}",
                    'Write for example "text=body,outlet=source"',
                )
            named[field] = column
        return replace(cls(), **named)

    def items(self) -> list[tuple[str, str]]:
        """Pairs of field and column, in the order of the fields."""
        return [(field.name, getattr(self, field.name)) for field in fields(self)]

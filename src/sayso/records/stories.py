"""A story as one outlet published it, and one that could not be read."""

import re
from dataclasses import dataclass, field

from sayso.errors import SaysoError
from sayso.records.addresses import are_of_one_site

_BY = re.compile(r"\A(?:by\b:?\s*)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Story:
    """One article as one outlet published it at one time.

    Attributes:
        id: The id it came with, or the SHA-256 of its text (hexadecimal).
        text: The story as stored; every offset points into it.
        title: Headline.
        outlet: Who published it: the name of the outlet, or the host of its address where no name is known.
        agency: The news agency credited by the page's own metadata.
        byline: Who wrote it, as printed.
        published, modified: When, as the outlet says.
        url: The address it was fetched from.
        canonical_url: The address that the page itself calls its own, on the site it was fetched from. One of another
            site is that of the original, and goes to `originals`.
        originals: Addresses of the pages that its own page says it was made from, be they known or not: by a canonical
            link to another site, or by schema.org's isBasedOn.
        language: ISO 639-1 code, detected.
        encoding: Character encoding that its bytes were read with.
        note: What a reader must know wherever the story is shown: a licence's credit, "a retelling".
        raw: The bytes that it was taken from: those of a page or file of its own; out of a larger file those of its
            record (a line, a row under the header, an item). None where nothing but its text came.
    """

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    agency: str | None = None
    byline: str | None = None
    published: str | None = None
    modified: str | None = None
    url: str | None = None
    canonical_url: str | None = None
    originals: tuple[str, ...] = ()
    language: str | None = None
    encoding: str | None = None
    note: str | None = None
    raw: bytes | None = field(default=None, repr=False, compare=False)

    def __post_init__(self) -> None:
        named = self.canonical_url
        if named and self.url and not are_of_one_site(named, self.url):
            object.__setattr__(self, "canonical_url", None)
            object.__setattr__(self, "originals", (named, *(other for other in self.originals if other != named)))

    @property
    def author(self) -> str | None:
        """Who wrote it, by its byline without the "by" that it opens with, be that there once, twice or not at all."""
        return None if self.byline is None else _BY.sub("", self.byline)

    @property
    def address(self) -> str | None:
        """The address that tells this story from others: its canonical one if it has one."""
        return self.canonical_url or self.url


@dataclass(frozen=True, slots=True)
class Rejection:
    """A story that could not be read, and why: what came, what was wanted, what to do next.

    `where` names it as the user would: a path, an address, "stories.jsonl line 12".
    """

    where: str
    came: str
    wanted: str
    remedy: str

    @classmethod
    def because(cls, where: str, error: SaysoError) -> "Rejection":
        """The rejection that an error amounts to."""
        return cls(where, error.came, error.wanted, error.remedy)

    def __str__(self) -> str:
        return f"{self.where}: {self.came}. Wanted: {self.wanted}. {self.remedy}."

"""Names for things in linked data: addresses where a story has one, else names under a host that cannot exist."""

from urllib.parse import quote

from sayso.records import Attribution, Story
from sayso.shapes import Json

NAMESPACE = "https://sayso.invalid/"
"""sayso has no site, and ".invalid" (RFC 2606) never resolves: these names tell things apart and lead nowhere."""
TERMS = f"{NAMESPACE}terms#"


def local_name(text: str) -> str:
    """Any text as the local part of a name, letters, digits, "-", "_" and "%" alone: quoted, and no two alike."""
    return quote(text, safe="").replace(".", "%2E").replace("~", "%7E")


def story_name(story_id: str) -> str:
    """A story."""
    return f"{NAMESPACE}story/{local_name(story_id)}"


def statement_name(story_id: str, place: int) -> str:
    """A statement of a story, by its place among them."""
    return f"{NAMESPACE}statement/{statement_local(story_id, place)}"


def statement_local(story_id: str, place: int) -> str:
    """The local part of a statement's name."""
    return local_name(f"{story_id}/{place + 1}")


def claim_name(claim: str) -> str:
    """A claim, by its words."""
    return f"{NAMESPACE}claim/{local_name(claim)}"


def source_name(key: str) -> str:
    """A source, by the key of its identity."""
    return f"{NAMESPACE}source/{local_name(key)}"


def web_address(story: Story) -> str | None:
    """Where a story stands on the web; None where nothing that is an address is known."""
    address = story.address or ""
    return quote(address, safe="%/:=&?~#+!$,;'@()*[]") if address.startswith(("http://", "https://")) else None


def grade_terms(attribution: Attribution) -> Json:
    """How sure a source is and on what it rests, in the words of sayso; {} where that was not read."""
    grade = attribution.grade
    if grade is None:
        return {}
    terms: Json = {"certainty": str(grade.certainty), "polarity": str(grade.polarity), "evidence": str(grade.evidence)}
    if grade.denied:
        terms["assertion"] = "denied"
    if grade.negated:
        terms["assertion"] = "nothing asserted"
    return terms

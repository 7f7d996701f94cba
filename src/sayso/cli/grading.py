"""Who a source is and how sure it is, put into a few words for the terminal."""

from rich.text import Text

from sayso.records import Attribution, Certainty, Evidence, Grade, Source, SourceKind

CERTAINTY_STYLES = {
    Certainty.CERTAIN: "",
    Certainty.PROBABLE: "yellow",
    Certainty.POSSIBLE: "magenta",
    Certainty.UNKNOWN: "dim",
}
DENIED_STYLE = "bold red"
NO_ONE = "(no one named)"


def source_text(attribution: Attribution, written: str) -> Text:
    """Who it was: the name, then what the story calls it where that differs, its role and its side.

    Args:
        attribution: Whose source.
        written: The story's words for it.
    """
    who = attribution.who
    text = Text(name_of(who, written), style="bold cyan")
    if who is None:
        return text
    facts = [f"“{written}”"] if written and (who.name or "").casefold() not in written.casefold() else []
    facts += _offices_of(who)
    if who.kind not in (SourceKind.PERSON, SourceKind.ORGANISATION):
        facts.insert(0, str(who.kind))
    if facts:
        text.append("\n" + " · ".join(facts), style="not bold dim")
    return text


def _offices_of(who: Source) -> list[str]:
    """Role, affiliation and side of a source, without what its name or one of these before says already."""
    told = [who.name or ""]
    for fact in filter(None, (who.role, who.affiliation, who.side)):
        if not any(fact.casefold() in one.casefold() for one in told):
            told.append(fact)
    return told[1:]


def name_of(who: Source | None, written: str) -> str:
    """The name of a source, or what the story calls it."""
    return (who.name if who else None) or written or NO_ONE


def grade_text(grade: Grade) -> Text:
    """How sure, the evidence and the words that tell both."""
    text = Text(verdict_of(grade), style=DENIED_STYLE if grade.denied else CERTAINTY_STYLES[grade.certainty])
    if told := grounds_of(grade, "certainty", "denied", "negated"):
        text.append(f"\n{told}", style="not bold dim")
    if grade.evidence is not Evidence.UNSPECIFIED:
        text.append(f"\non {grade.evidence}", style="not bold cyan")
        if told := grounds_of(grade, "evidence"):
            text.append(f" {told}", style="not bold dim")
    return text


def verdict_of(grade: Grade) -> str:
    """In a word or two: denies it, says nothing, or how certain."""
    if grade.denied:
        return "denies it"
    if grade.negated:
        return "says nothing"
    return str(grade.certainty)


def grounds_of(grade: Grade, *fields: str) -> str:
    """The words that some fields of a grade rest on, in quotation marks."""
    return ", ".join(dict.fromkeys(f"“{ground.words}”" for ground in grade.grounds if ground.field in fields))


def remarks_of(attribution: Attribution, written: str) -> str:
    """What there is to know of a statement beyond its words: who, how sure, on what, through whom; "" if nothing."""
    remarks = []
    if attribution.who and attribution.who.name and attribution.who.name.casefold() not in written.casefold():
        remarks.append(attribution.who.name)
    if grade := attribution.grade:
        if grade.denied or grade.certainty is not Certainty.CERTAIN:
            told = grounds_of(grade, "certainty", "denied", "negated")
            remarks.append(f"{verdict_of(grade)}: {told}" if told else verdict_of(grade))
        if grade.evidence is not Evidence.UNSPECIFIED:
            remarks.append(f"on {grade.evidence}")
        if len(grade.via) > 1:
            remarks.append("via " + ", ".join(grade.via))
    return " · ".join(remarks)

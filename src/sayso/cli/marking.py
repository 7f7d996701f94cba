"""A reading drawn on the terminal: the story with its parts marked, then a table of who said what."""

from collections import Counter

from rich.table import Table
from rich.text import Text

from sayso.cli.grading import grade_text, source_text
from sayso.records import ROLES, Attribution, Mark, MarkKind, Reading, Speech, Statement, Story, join_words

STYLES = {"source": "bold cyan", "cue": "yellow", "content": "green"}
DAMAGE_STYLE = "red underline"
SHADED_STYLE = "dim italic"
LONGEST_CUE_CHARS = 14
"""Width of the column with the cue; longer ones go on in the next line."""
LONGEST_CELL_CHARS = 220
"""Longer contents lose their middle in the table, as they stand in full in the text above it."""


def heading(reading: Reading) -> Text:
    """Title, outlet, date and address of a story, and what must be known of it."""
    story = reading.story
    text = Text()
    text.append(story.title or "(no title)", style="bold")
    facts = [story.outlet, dates(story), story.author and f"by {story.author}", story.address]
    if known := " · ".join(fact for fact in facts if fact):
        text.append(f"\n{known}", style="dim")
    if len(chain := usual_chain(reading)) > 1:
        text.append(f"\nvia {', '.join(chain)}", style="dim")
    if story.note:
        text.append(f"\n{story.note}", style="italic magenta")
    return text


def dates(dated: Story | Statement) -> str:
    """When a story was published, and when last changed if that was another day."""
    published = dated.published or "undated"
    if dated.modified and dated.modified[:10] != published[:10]:
        return f"{published}, changed {dated.modified}"
    return published


def marked_text(reading: Reading) -> Text:
    """The story's text with sources, cues and contents in colour and the number of each attribution at its cue."""
    story = reading.story
    text = Text(story.text)
    for attribution in reading.attributions:
        for role in reversed(ROLES):
            for span in getattr(attribution, role):
                text.stylize(STYLES[role], *span)
    for mark in reading.marks:
        text.stylize(_mark_style(mark), *mark.span)
    return _with_numbers(text, reading.attributions)


def _with_numbers(text: Text, attributions: tuple[Attribution, ...]) -> Text:
    numbered = Text()
    at = 0
    cues = sorted((attribution.cue[-1].end, number) for number, attribution in enumerate(attributions, start=1))
    for end, number in cues:
        numbered.append_text(text[at:end])
        numbered.append(f"[{number}]", style="bold yellow")
        at = end
    numbered.append_text(text[at:])
    return numbered


def attribution_table(reading: Reading) -> Table:
    """Who, how, how sure, words and where, a row for every attribution."""
    table = Table(box=None, padding=(0, 1), header_style="bold", expand=True)
    table.add_column("#", justify="right")
    table.add_column("who", ratio=3, overflow="fold")
    table.add_column("how", min_width=len(Speech.INDIRECT), max_width=LONGEST_CUE_CHARS, overflow="fold")
    table.add_column("how sure", min_width=13, ratio=3, overflow="fold")
    table.add_column("words", style=STYLES["content"], ratio=5, overflow="fold")
    table.add_column("where", justify="right", style="dim", no_wrap=True)
    text = reading.story.text
    usual = usual_chain(reading)
    for number, attribution in enumerate(reading.attributions, start=1):
        how = Text(str(attribution.speech))
        how.append(f"\n{join_words(text, attribution.cue)}", style=STYLES["cue"])
        table.add_row(
            str(number),
            source_text(attribution, join_words(text, attribution.source)),
            how,
            grade_text(attribution.grade) if attribution.grade else "",
            _words_with_chain(reading, attribution, usual),
            f"{attribution.content[0].start}–{attribution.content[-1].end}",
        )
    return table


def usual_chain(reading: Reading) -> tuple[str, ...]:
    """Through whom most of a story's statements came; () where nothing was graded."""
    chains = Counter(attribution.grade.via for attribution in reading.attributions if attribution.grade)
    return chains.most_common(1)[0][0] if chains else ()


def _words_with_chain(reading: Reading, attribution: Attribution, usual: tuple[str, ...]) -> Text:
    words = Text(shorten(join_words(reading.story.text, attribution.content)))
    if attribution.grade and attribution.grade.via != usual:
        words.append(f"\nvia {', '.join(attribution.grade.via)}", style="not bold dim")
    return words


def mark_table(reading: Reading) -> Table:
    """What cleaning shaded or found damaged, with the reason."""
    table = Table(box=None, padding=(0, 1), show_header=False, expand=True)
    table.add_column("kind", style="dim")
    table.add_column("words", ratio=1)
    table.add_column("reason", style="dim", ratio=1)
    for mark in reading.marks:
        words = Text(shorten(mark.span.of(reading.story.text)), style=_mark_style(mark))
        table.add_row(str(mark.kind), words, Text(mark.reason))
    return table


def _mark_style(mark: Mark) -> str:
    return DAMAGE_STYLE if mark.kind is MarkKind.DAMAGE else SHADED_STYLE


def shorten(words: str) -> str:
    """Words on one line, a long middle left out."""
    words = " ".join(words.split())
    if len(words) <= LONGEST_CELL_CHARS:
        return words
    half = LONGEST_CELL_CHARS // 2
    start, end = words[:half].rsplit(" ", 1)[0], words[-half:].split(" ", 1)[-1]
    return f"{start} ‹{len(words) - len(start) - len(end)} characters› {end}"

"""Reading: stories from texts, pages, tables, feeds and addresses."""

from sayso.ingest.columns import ColumnMapping
from sayso.ingest.formats import Format
from sayso.ingest.inputs import Input, find_inputs
from sayso.ingest.reading import read_input
from sayso.ingest.stories import story_from_text

__all__ = ["ColumnMapping", "Format", "Input", "find_inputs", "read_input", "story_from_text"]

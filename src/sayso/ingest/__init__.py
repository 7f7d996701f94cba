"""Reading: stories from texts, pages, tables, feeds and addresses."""

from sayso.ingest.fields.columns import ColumnMapping
from sayso.ingest.fields.stories import story_from_text
from sayso.ingest.inputs import Input, find_inputs
from sayso.ingest.raw.formats import Format
from sayso.ingest.reading import read_input

__all__ = ["ColumnMapping", "Format", "Input", "find_inputs", "read_input", "story_from_text"]

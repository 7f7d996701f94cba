"""Carrying off what a ledger holds: tables, documents of standards, and the report of a claim.

>>> from sayso import Ledger, export                                                    # doctest: +SKIP
>>> with Ledger("war.sayso", create=False) as ledger:                                   # doctest: +SKIP
...     statements = export.table_frame(export.whole_ledger(ledger), "statements")
"""

from sayso.export.citation import cite_claim
from sayso.export.content import Content, one_claim, one_story, whole_ledger
from sayso.export.files import read_rows
from sayso.export.formats import MEDIA_TYPES, ZIP, Format, export, save_text
from sayso.export.report import POLICY, ClaimReport, make_report, write_report
from sayso.export.tables import SCHEMAS, table_frame, tables_of

__all__ = [
    "MEDIA_TYPES",
    "POLICY",
    "SCHEMAS",
    "ZIP",
    "ClaimReport",
    "Content",
    "Format",
    "cite_claim",
    "export",
    "make_report",
    "one_claim",
    "one_story",
    "read_rows",
    "save_text",
    "table_frame",
    "tables_of",
    "whole_ledger",
    "write_report",
]

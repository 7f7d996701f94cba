"""The ledger: one SQLite file that keeps stories, their revisions, and who said what in each."""

from sayso.ledger.judgements import check_claim, fold_claim, matter_of, split_claim
from sayso.ledger.ledger import Ledger
from sayso.ledger.search import split_words
from sayso.ledger.source_records import SourceRecord
from sayso.ledger.statements import Statements
from sayso.ledger.store import Added

__all__ = [
    "Added",
    "Ledger",
    "SourceRecord",
    "Statements",
    "check_claim",
    "fold_claim",
    "matter_of",
    "split_claim",
    "split_words",
]

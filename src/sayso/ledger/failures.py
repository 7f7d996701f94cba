"""What SQLite and the system report about a ledger, told as a LedgerError: the one place where it is translated."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sayso.errors import InputError, LedgerError

_CAUSES: dict[str, tuple[str, str, str]] = {
    "SQLITE_FULL": (
        "the disk is full, so {path} could not be written",
        "room for the ledger to grow",
        "Free some space and run the same command again: what was added before is kept, nothing is half written",
    ),
    "SQLITE_IOERR": (
        "the disk refused to read or write {path}",
        "a disk with room, and no limit on the size of files that the ledger has reached",
        "Check the disk, its free space and its limits, then run the same command again: nothing is half written",
    ),
    "SQLITE_BUSY": (
        "{path} is being written by another program, which did not finish in time",
        "a ledger that one program writes at a time",
        "Wait until the other program is done, or stop it, and run the same command again",
    ),
    "SQLITE_READONLY": (
        "{path} may only be read",
        "a ledger that may be written, in a folder that may be written",
        "Change its permissions, or copy it to a folder of your own",
    ),
    "SQLITE_CANTOPEN": (
        "{path} cannot be opened",
        "a ledger that may be read, in a folder that may be written (SQLite keeps two small files beside it)",
        "Check the permissions of the file and its folder, or copy it to a folder of your own",
    ),
    "SQLITE_NOTADB": (
        "{path} is no SQLite file",
        "a ledger made by sayso",
        "Check the path, or name a file that does not exist yet to begin a new ledger",
    ),
    "SQLITE_CORRUPT": (
        "{path} is damaged",
        "a ledger as sayso left it",
        "Restore it from a copy, or save what can be saved with: sqlite3 LEDGER .recover",
    ),
    "SQLITE_CONSTRAINT": (
        "a row breaks the rules of {path} ({detail})",
        "rows that keep the ledger's rules",
        "Report this with the story that caused it: it is a defect of sayso",
    ),
    "SQLITE_TOOBIG": (
        "a text or page is too large for {path}",
        "at most 1 GB for one text or page",
        "Split the story, or leave its page out",
    ),
}
_ALIASES = {"SQLITE_LOCKED": "SQLITE_BUSY", "SQLITE_PERM": "SQLITE_READONLY", "SQLITE_AUTH": "SQLITE_READONLY"}
_OTHER = (
    "SQLite could not work with {path} ({detail})",
    "a ledger made by sayso",
    "Check the file with: sqlite3 LEDGER 'PRAGMA integrity_check'",
)
_MISUSED = (
    "{path} was not asked as SQLite is asked ({detail})",
    "an open ledger, asked by the thread that opened it, with text and numbers",
    "Mend the call: the file itself is at no fault",
)


@contextmanager
def telling_failures(path: Path) -> Iterator[None]:
    """Raise what SQLite and the system report about this ledger as a LedgerError.

    Raises:
        LedgerError: SQLite reported an error within, or the system refused to look at the file.
        InputError: A text holds half a character (a lone surrogate), which no Unicode encoding can write.
    """
    try:
        yield
    except UnicodeEncodeError as error:
        raise InputError(
            f"half a character ({error.object[error.start]!r}) in {error.object[: error.end][-40:]!r}",
            "text of whole Unicode characters",
            "Read the story again with the encoding that it was written in",
        ) from error
    except UnicodeDecodeError as error:
        # Python cannot read what SQLite says, as it quotes a part of the schema that was overwritten.
        raise damage(path, f"SQLite meets what is no text ({error})") from error
    except OSError as error:
        came, wanted, remedy = _CAUSES["SQLITE_CANTOPEN"]
        raise LedgerError(came.format(path=path), wanted, remedy) from error
    except sqlite3.Error as error:
        came, wanted, remedy = _cause_of(error)
        raise LedgerError(came.format(path=path, detail=error), wanted, remedy) from error


def damage(path: Path, detail: str) -> LedgerError:
    """The error for a ledger whose rows are not as they were written."""
    _, wanted, remedy = _CAUSES["SQLITE_CORRUPT"]
    return LedgerError(f"{path} is damaged: {detail}", wanted, remedy)


def not_sqlite(path: Path) -> LedgerError:
    """The error for a file that SQLite did not write."""
    came, wanted, remedy = _CAUSES["SQLITE_NOTADB"]
    return LedgerError(came.format(path=path), wanted, remedy)


def _cause_of(error: sqlite3.Error) -> tuple[str, str, str]:
    if isinstance(error, sqlite3.ProgrammingError | sqlite3.InterfaceError):
        return _MISUSED
    # Extended names add a suffix: SQLITE_IOERR_WRITE, SQLITE_CORRUPT_VTAB. Python raises text that is no UTF-8
    # without any name.
    name = getattr(error, "sqlite_errorname", None)
    if name is None:
        return _CAUSES["SQLITE_CORRUPT"] if "decode to UTF-8" in str(error) else _OTHER
    primary = "_".join(name.split("_")[:2])
    return _CAUSES.get(_ALIASES.get(primary, primary), _OTHER)

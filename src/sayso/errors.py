"""What can go wrong, told so that the reader knows what to do next."""


class SaysoError(Exception):
    """An error in three parts.

    Attributes:
        came: What sayso was given or met ("stories.csv is empty").
        wanted: What it can work with ("a file with at least one story").
        remedy: What to do next ("check that the export finished").
    """

    def __init__(self, came: str, wanted: str, remedy: str) -> None:
        super().__init__(came, wanted, remedy)
        self.came = came
        self.wanted = wanted
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.came}. Wanted: {self.wanted}. {self.remedy}."


class UsageError(SaysoError):
    """The command or call itself is off: a path that is not there, an option that does not fit."""


class InputError(SaysoError):
    """A story, page or file cannot be read as one."""


class LedgerError(SaysoError):
    """The ledger file cannot be opened, read or written."""


class ModelError(SaysoError):
    """The model folder is incomplete, damaged or of another version."""

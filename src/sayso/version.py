"""The version of the code, which every row of a ledger names."""

__version__ = "0.1.0"

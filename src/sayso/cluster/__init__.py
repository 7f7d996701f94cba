"""Archives that are too large for one ledger: the same stages as one plan of Daft, on one machine or on many."""

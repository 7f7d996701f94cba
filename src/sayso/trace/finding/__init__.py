"""From a question to the words of the ledger that may be on what it asks."""

"""The words of an attribution: its clauses, and what single words and phrases tell."""

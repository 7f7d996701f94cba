"""Watching: feeds polled politely for months, and what is told when a claim that is followed stands otherwise."""

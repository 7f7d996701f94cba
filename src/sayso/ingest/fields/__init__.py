"""What a story holds beside its text, and how formats tell it."""

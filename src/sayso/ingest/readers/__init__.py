"""A reader for every format."""

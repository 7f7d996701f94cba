"""Measurements of sayso against gold and against its peers; none of it is part of the package."""

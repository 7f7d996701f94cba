"""Which sources of one set of results are one."""

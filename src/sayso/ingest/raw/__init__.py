"""Bytes from files, object storage and hosts, and of which format they are."""

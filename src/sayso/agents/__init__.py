"""For assistants: what a ledger knows, as tools of the Model Context Protocol."""

from sayso.agents.server import create_server

__all__ = ["create_server"]

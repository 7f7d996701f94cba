"""The desk: what a ledger knows, as pages and as JSON over HTTP."""

from sayso.web.app import create_app

__all__ = ["create_app"]

"""Attributions that need no network, as the form of the text leaves no doubt of them."""

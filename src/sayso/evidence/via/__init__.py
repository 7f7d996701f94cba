"""Through whom a statement came."""

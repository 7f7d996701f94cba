"""What is known by name offline: countries, bodies, given names, and who is in office."""

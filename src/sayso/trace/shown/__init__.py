"""A trace as it is shown: its graph, its growth over time, and as JSON."""

"""What the network tells of a text, window by window, and what attributions that makes."""

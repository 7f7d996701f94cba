"""The names and phrases of a story: where each starts and ends, of what kind it is, and what stands beside it."""

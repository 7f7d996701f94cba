"""Which words of which stories state a claim, and which contradict it."""

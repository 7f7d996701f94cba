"""What words do with a claim: they state it, deny it, or neither."""

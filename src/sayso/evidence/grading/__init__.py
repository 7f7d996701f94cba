"""What a source commits to, how sure it is, what it denies, and what it says that rests on."""

"""The sides that sources speak for, by what a story says of them."""

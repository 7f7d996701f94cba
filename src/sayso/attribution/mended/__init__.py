"""What the rules of the language put right in what the network found."""

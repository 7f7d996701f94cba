"""Training of the network that compares words of stories with a claim."""

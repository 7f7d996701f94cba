"""The attribute stage: who says what in a story, read by the shipped model."""

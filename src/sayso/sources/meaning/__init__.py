"""Whom the words of an attribution mean: pronouns, titles, descriptions, and who speaks where no words say so."""

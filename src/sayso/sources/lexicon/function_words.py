"""Words that hold a sentence together and name nobody: pronouns, determiners, prepositions, and the words of saying."""

from sayso.text.word_tables import word_table

MALE_PRONOUNS = word_table("he him his himself")
FEMALE_PRONOUNS = word_table("she her hers herself")
THING_PRONOUNS = word_table("it its itself")
PLURAL_PRONOUNS = word_table("they them their theirs themselves both")
RELATIVE_PRONOUNS = word_table("who whom which that whose")
SPEAKER_PRONOUNS = word_table("i me my mine myself we us our ours ourselves let s")
"""With what is left of "let's" where the rest of it is the cue's."""
HEARER_PRONOUNS = word_table("you your yours yourself")
DETERMINERS = word_table("the a an this that these those his her its their our my your")
POSSESSIVE_DETERMINERS = word_table("his her its their my our")
INDEFINITE = word_table("a an one another some several many other two three four five")

PREPOSITIONS = word_table(
    "of from by sent made written given shared for in at on "
    "with to about against among near inside outside into over under within including "
    "between who whom whose which that familiar close speaking according based named called known presiding "
    "representing documenting studying working living when after while because like such "
    "identified posted published released conducted led signed issued filed obtained reviewed"
)
"""Words that end the part of a phrase in which its head noun stands."""

SAYING_WORDS = word_table(
    "said says say saying told tells tell telling claimed reported stated announced "
    "announces confirmed confirms denied denies added adds noted warned warns wrote writes tweeted believe "
    "believes thinks described describes called argued argues suggested suggests explained insisted has "
    "had have was is also"
)

"""From a question put as one would ask it to the words to look for."""

from sayso.ledger import split_words

_LISTED = (
    "a an the and or of in on at to by for from with as about into over that this these those there it its "
    "who whom whose what which when where why how whether if "
    "do does did done is are was were be been being am has have had having will would shall should can could may might "
    "must not any some many much "
    "say says said saying tell tells told claim claims claimed report reports reported true "
    "deny denies denied confirm confirms confirmed admit admits admitted warn warns warned announce announces announced"
)
QUESTION_WORDS = frozenset(_LISTED.split())
"""English words that ask rather than name what is asked about. Words of saying are among them because they stand in the
cue, which is not searched."""

_SIGNS = "?!.,;:…“”\"'’‘()"


def content_words(query: str) -> list[str]:
    """The words of a query that name what it is about; all of them where every word is a question word.

    Past the first word, a capital makes a name of a question word: "May", "The Hague".
    """
    words = split_words(query)
    bare = [word.strip(_SIGNS) for word in words]
    about = [
        words[index] for index, word in enumerate(bare) if (word if index else word.casefold()) not in QUESTION_WORDS
    ]
    return about or words

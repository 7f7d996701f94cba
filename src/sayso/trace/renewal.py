"""Whether a trace that was told a moment ago would be told the same today."""

from sayso.ledger import Ledger
from sayso.ledger.latest import State, came_since
from sayso.trace.comparing.reports import split_parts
from sayso.trace.finding.candidates import ENOUGH_SHARE
from sayso.trace.finding.query import weigh_words
from sayso.trace.finding.questions import read_question
from sayso.trace.trace import Trace


def still_holds(ledger: Ledger, told: Trace, since: State) -> bool:
    """Tell whether no text that came in bears on a trace: none has enough of its words or is of a story in it.

    What is left out is that new stories make words more or less rare, and that the original of a story of the trace
    comes in without any of its words; so a trace is told anew after a while all the same.

    Args:
        ledger: Where to look.
        told: The trace.
        since: The state of the ledger that it was told from.
    """
    silent, around = (one.story_id for one in told.no_comment), (one.story_id for one in told.lineages)
    stories = {*told.support, *told.deny, *silent, *around}
    if came_since(ledger.connection, since.text, stories):
        return False
    parts = [weigh_words(ledger, part).weights for part in split_parts(read_question(told.claim).claim)]
    weights = {word: weight for part in parts for word, weight in part.items()}
    return (
        not weights
        or not ledger.find_stories(weights, ENOUGH_SHARE * sum(weights.values()), most=1, after=since.text).story_ids
    )

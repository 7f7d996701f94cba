"""Whose government "the country" or "the regime" is: that of the country told of last, or of the only one nearby."""

from sayso.sources.known.gazetteer import find_country
from sayso.sources.meaning.naming import speaker_of
from sayso.sources.meaning.speakers import Scene, Speaker
from sayso.sources.names.phrases import Phrase


def find_only_country_near(scene: Scene, phrase: Phrase) -> Speaker | None:
    """The government of the one country named outside quotations in this sentence or the two before."""
    numbers = scene.cast.sentences
    start = numbers.starts[max(0, numbers.number_at(phrase.core.start) - 2)]
    near = scene.cast.between(start, phrase.core.start)
    named = {member for mention, member in near if find_country(member.name) and not scene.quotes.holds(mention.start)}
    return speaker_of(named.pop(), 0.6, "the only country named nearby") if len(named) == 1 else None


def find_last_country(scene: Scene, phrase: Phrase) -> Speaker | None:
    """The government of the country told of last, here or one sentence before: one that spoke, opens it or is named."""
    numbers = scene.cast.sentences
    start = numbers.starts[max(0, numbers.number_at(phrase.core.start) - 1)]
    near = [pair for pair in scene.cast.between(start, phrase.core.start) if find_country(pair[1].name)]
    named = [member for _, member in near]
    spoke = [each.speaker.member for each in scene.heard if start <= each.at < phrase.core.start]
    spoken = [member for member in spoke if member in named]
    opens = (pair for pair in near if numbers.start_at(pair[0].start) == pair[0].start)
    opening = [member for mention, member in opens if not scene.text.startswith(" and", mention.span.end)]
    return speaker_of((spoken or opening or named)[-1], 0.6, "the country told of last") if near else None

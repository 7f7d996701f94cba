"""Whose government "the country" or "the regime" is: that of the country told of last, or of the only one nearby."""

from collections import Counter

from sayso.records import Source, SourceKind
from sayso.sources.known.gazetteer import find_country
from sayso.sources.meaning.naming import speaker_of
from sayso.sources.meaning.speakers import Scene, Speaker
from sayso.sources.names.people import Member
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
    return _government_of((spoken or opening or named)[-1], "the country told of last") if near else None


def find_kingdom(scene: Scene) -> Speaker | None:
    """The government of the country that a story names most, where "the kingdom" stands far from its name."""
    named = Counter(country for member in scene.cast.named if (country := find_country(member.name)))
    most = named.most_common(1)[0][0] if named else None
    member = next((each for each in scene.cast.named if find_country(each.name) == most), None) if most else None
    return _government_of(member, "the country that the story names most") if member else None


def _government_of(member: Member, reason: str) -> Speaker:
    """A country of the cast as its government, by whatever name it stands there: "Saudi" of "the Saudi economy"."""
    speaker, country = speaker_of(member, 0.6, reason), find_country(member.name)
    if speaker.source.kind is not SourceKind.COLLECTIVE or country is None:
        return speaker
    government = Source(f"Government of {country.name_in_text}", SourceKind.ORGANISATION, reason=reason, score=0.6)
    return Speaker(government, words=frozenset({"government"}))

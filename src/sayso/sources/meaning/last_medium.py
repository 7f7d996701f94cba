"""Which outlet "the story", "the report" or "the newspaper" is of: the last one heard, or named nearby."""

from dataclasses import replace

from sayso.records import SourceKind
from sayso.sources.meaning.naming import speaker_of
from sayso.sources.meaning.speakers import Scene, Speaker
from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.phrases import Phrase

_OF_ANYBODY = frozenset({"report", "reports", "editorial", "profile"})


def find_publisher(scene: Scene, phrase: Phrase, head: str) -> Speaker | None:
    """Whose "the story" or "the report" is, where an outlet was the last to speak or is the last one named nearby.

    "The report" may be of anybody: then an outlet must have spoken last, and nearby.
    """
    heard = scene.last_heard(phrase.core.start)
    numbers = scene.cast.sentences
    start = numbers.starts[max(0, numbers.number_at(phrase.core.start) - 2)]
    if heard and heard.at >= start and heard.speaker.source.kind is SourceKind.MEDIA and heard.speaker.source.name:
        source = replace(heard.speaker.source, reason=f'"the {head}" of the outlet heard last', score=0.7)
        return replace(heard.speaker, source=source)
    return None if head in _OF_ANYBODY else last_named_medium(scene, phrase, head)


def last_named_medium(scene: Scene, phrase: Phrase, head: str) -> Speaker | None:
    """The last medium named in this sentence or the two before, whether it spoke or not."""
    numbers = scene.cast.sentences
    start = numbers.starts[max(0, numbers.number_at(phrase.core.start) - 2)]
    near = [member for _, member in scene.cast.between(start, phrase.core.start) if member.kind is MentionKind.MEDIA]
    return speaker_of(near[-1], 0.6, f'"the {head}": the last medium named') if near else None

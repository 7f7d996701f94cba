"""Whom "the former" and "the latter" mean: of the two named last, the first and the second."""

from sayso.sources.meaning.naming import speaker_of
from sayso.sources.meaning.speakers import Scene, Speaker
from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.people import Member
from sayso.sources.names.phrases import Phrase

_COUNTED_BACK = {"the latter": 1, "the former": 2}
_REACH_SENTENCES = 1


def find_of_two(scene: Scene, phrase: Phrase) -> Speaker | None:
    """The one that "the latter" or "the former" means, of those named in this sentence and the one before."""
    words = phrase.core.of(scene.text).casefold()
    if words not in _COUNTED_BACK:
        return None
    sentences = scene.cast.sentences
    first = sentences.starts[max(0, sentences.number_at(phrase.core.start) - _REACH_SENTENCES)]
    named: list[Member] = []
    for _, member in scene.cast.between(first, phrase.core.start):
        named = [one for one in named if one is not member] + [member]
    if not named:
        return None
    alike = [one for one in named if (one.kind is MentionKind.PERSON) == (named[-1].kind is MentionKind.PERSON)]
    back = _COUNTED_BACK[words]
    return speaker_of(alike[-back], 0.7, f'"{words}" of those named last') if len(alike) >= back else None

"""How the words of a candidate are told: as a denial, and by what between their source and them."""

import re
from itertools import pairwise

from sayso.evidence.words.cues import ACTS, Act
from sayso.records import join_words
from sayso.trace.finding.candidates import Candidate

BETWEEN_CHARS = 120
REPORTED = r"(?:reports?|claims?|rumou?rs?|suggestions?|allegations?|accusations?|stories)"
_REPORTS = re.compile(REPORTED, re.IGNORECASE)


def is_denial(candidate: Candidate) -> bool:
    """Tell whether words are told as a denial, or hold that of a source within them: "Ada has denied that"."""
    grade = candidate.attribution.grade if candidate.attribution else None
    if grade is None or grade.denied:
        return grade is not None
    text, spans = candidate.story.text, candidate.proposition.spans
    left_out = (text[one.end : other.start] for one, other in pairwise(spans))
    return any(ACTS.get(word) is Act.DENY for gap in left_out for word in gap.casefold().split())


def words_before(candidate: Candidate) -> str:
    """The text between a source and what it says; empty where this stands first, or far from it.

    Of what mere reports say, it begins with their sentence: "Ada Strand denied media reports that".
    """
    attribution, text = candidate.attribution, candidate.story.text
    if attribution is None:
        return ""
    content = attribution.content[0].start
    if not attribution.source or _REPORTS.fullmatch(join_words(text, attribution.cue)):
        return text[max(candidate.proposition.sentence.start, content - BETWEEN_CHARS) : content]
    between = text[attribution.source[-1].end : content]
    return between if len(between) <= BETWEEN_CHARS else ""

"""From the words that each attribution gives for its source to who that is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.records import Attribution, Mark, MarkKind, Source, SourceKind, Span, Story
from sayso.sources.lexicon import DETERMINERS, RELATIVE_PRONOUNS
from sayso.sources.meaning.behind_fields import resolve_behind_field
from sayso.sources.meaning.carriers import carried_by
from sayso.sources.meaning.descriptions import resolve_description
from sayso.sources.meaning.first_person import is_on_air, own_outlet, whose_letter, whose_turn
from sayso.sources.meaning.full_names import with_full_name
from sayso.sources.meaning.interviewers import find_interviewer
from sayso.sources.meaning.joined import resolve_joined, resolve_others, with_colleagues
from sayso.sources.meaning.meeting import as_unnamed
from sayso.sources.meaning.named import resolve_apposition, resolve_named
from sayso.sources.meaning.naming import speaker_of, speaker_of_label, strip_possessive
from sayso.sources.meaning.nationals import find_national, find_state_claiming
from sayso.sources.meaning.office_holders import resolve_office_holder
from sayso.sources.meaning.opening import open_scene
from sayso.sources.meaning.pairs import find_another, find_same, find_two
from sayso.sources.meaning.parts import resolve_part
from sayso.sources.meaning.pronouns import PRONOUNS, resolve_pronoun
from sayso.sources.meaning.relatives import find_antecedent, find_hidden
from sayso.sources.meaning.seats import find_body_at_seat
from sayso.sources.meaning.short_outlets import resolve_short_outlet
from sayso.sources.meaning.speakers import NOBODY, Heard, Scene, Speaker
from sayso.sources.meaning.weighing import weigh_kinds
from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.people import Member
from sayso.sources.names.phrases import Phrase, read_phrase, trim_source
from sayso.sources.offices.home import home_of
from sayso.sources.sides.leaders_bodies import resolve_leaders_body
from sayso.sources.sides.sides import give_side

_GOING_ON = re.compile(r"(?:and |also |even |then |later |but |further |\w+ly )*(?P<verb>[\w-]+)", re.IGNORECASE)
_ASKED = re.compile(r"\b(?:asked|pressed|questioned)\b", re.IGNORECASE)
_CLAUSE_BEFORE = re.compile(r"(?:,|\b(?:and|but|or|then|also|later)|[\"”’])\s+\Z")
_NO_SUBJECT = re.compile(
    r"\b(?:is|are|was|were|be|been|being|am|['’](?:s|m|re)|reportedly|allegedly|asked|hears?|heard|unknown|expected|"
    r"thought|believed|understood|rumou?red|"
    r"(?:drawn|draws|drew|faces|faced|facing|sparked|come under) (?:\w+ )?(?:criticism|backlash|fire|ire|calls|"
    r"scrutiny))\b",
    re.IGNORECASE,
)
"""Words of a cue that leaves open who spoke: "it was reported", "asked about"."""
_IS_QUOTED = re.compile(r"\b(?:is|are|was|were|been|being) (?:\w+ )?quoted\b")
_REPORTS = re.compile(r"(?:[a-z]+ )?reports?(?= of\b| about\b| that\b|\Z)", re.IGNORECASE)
"""A cue that names its own source."""
_VERB = re.compile(r"[a-z]+(?:ed|s|d|ght)\b(?! of)")
_NOBODY_SPEAKS = re.compile(
    r"^(?:(?:no|nobody|no one|none)\b(?! of us| \d)|(?:whoever|anyone|anybody)\b)", re.IGNORECASE
)
_PART_OF = re.compile(
    r"(?:an? )?cop(?:y|ies) of (?=the |an? |his |her |its |their )|(?:one part|another part|part|parts|much|most) of "
    r"(?=.*(?:statement|post|message|speech|opinion|tweet|letter|ruling|testimony|email|agreement|deal|bill|report)s?\b)",
    re.IGNORECASE,
)
_LED_BY_PRONOUN = re.compile(r"(?P<pronoun>I|[Hh]e|[Ss]he)(?:,| (?!and\b|or\b|who\b))")
"""A pronoun with more words behind it than are the source's: "I, a fisherman's son", "She later"."""
_BOTH = re.compile(r"(?:both|neither|either) (?:of )?", re.IGNORECASE)
_AND_OTHERS = re.compile(
    r"(.+?)(?:['’]s)? (?:et al\b|and (?:his |her |their )?(?P<others>colleagues|team)\b).*", re.DOTALL
)
_SIGNS_OF_OTHERS = ("et al", "colleagues", "team")
_OWNING = ("'s", "’s", "s'", "s’")
_LONGEST_DEPTH = 3
_RUN_ON_WORDS = 5
_VERB_ENDINGS = ("ed", "ght", "ew", "ok")


def resolve_sources(story: Story, marks: Sequence[Mark], attributions: Sequence[Attribution]) -> tuple[Source, ...]:
    """Say who each attribution's source is, by this story alone and the tables of names.

    The cast of the story is gathered first, so that a surname finds a full name that comes later; the attributions are
    then resolved in the order in which their sources stand, each leaning on those before.

    Returns:
        One Source for each attribution, in their order.
    """
    story = _without_promos(story, marks)
    scene = open_scene(story, marks, attributions)
    sources = dict(hear_sources(scene, attributions))
    for index, attribution in enumerate(attributions):
        if not attribution.source and sources[index].name is None:
            sources[index] = _look_ahead(scene, attribution) or sources[index]
    weighed = weigh_kinds([sources[index] for index in range(len(attributions))], attributions)
    home = home_of(scene.story)
    sided = {source: give_side(with_full_name(source, scene.text, home), scene) for source in set(weighed)}
    return tuple(sided[source] for source in weighed)


def _without_promos(story: Story, marks: Sequence[Mark]) -> Story:
    """The story with spaces in place of links to others, which may be run into its names."""
    text = story.text
    for mark in marks:
        if mark.kind is MarkKind.PROMO:
            text = f"{text[: mark.span.start]}{' ' * (mark.span.end - mark.span.start)}{text[mark.span.end :]}"
    return story if text == story.text else replace(story, text=text)


def hear_sources(scene: Scene, attributions: Sequence[Attribution]) -> Iterator[tuple[int, Source]]:
    """The number and the source of each attribution in reading order; the scene has then heard all up to it."""
    for index in sorted(range(len(attributions)), key=lambda each: _place(attributions[each])):
        yield index, _resolve_next(scene, attributions[index])


def _resolve_next(scene: Scene, attribution: Attribution) -> Source:
    """Who an attribution's source is; the scene has heard all before it, and hears this one."""
    speaker = _resolve(scene, attribution)
    if is_on_air(scene, speaker):
        speaker = own_outlet(scene)
    source = as_unnamed(scene, attribution, speaker.source)
    if source is not speaker.source:
        speaker = replace(speaker, source=source)
    if attribution.source and source.name and not _is_answered(scene, attribution.source[0]):
        scene.heard.append(Heard(attribution.source[0].start, speaker))
    return source


def _is_answered(scene: Scene, span: Span) -> bool:
    """Tell whether a source only owns what another speaks of in the same sentence: "Kyiv rejected Moscow's claim"."""
    heard = scene.last_heard(span.start)
    is_owner = span.of(scene.text).endswith(_OWNING)
    return is_owner and heard is not None and heard.at >= scene.cast.sentences.start_at(span.start)


def _place(attribution: Attribution) -> int:
    return (attribution.source or attribution.cue or attribution.content or (Span(0, 0),))[0].start


def _resolve(scene: Scene, attribution: Attribution) -> Speaker:
    spans = [trim_source(scene.text, span) for span in attribution.source]
    span = next((each for each in spans if each.start < each.end), None)
    if span is None:
        return _go_on(scene, attribution)
    return resolve_words(scene, span)


def _go_on(scene: Scene, attribution: Attribution) -> Speaker:
    """Who speaks where no source stands: the last speaker if his sentence goes on ("adding"), or whose turn it is."""
    if not attribution.cue:
        return NOBODY
    cue = attribution.cue[0]
    if _ASKED.search(cue.of(scene.text)):
        return find_interviewer(scene, cue)
    if reports := _REPORTS.match(scene.text, *cue):
        return Speaker(Source(reports[0].casefold(), SourceKind.MEDIA, named_in=(cue,), score=0.7))
    here = scene.cast.sentences.start_at(cue.start)
    if _IS_QUOTED.search(cue.of(scene.text)):
        near = scene.cast.between(here, cue.start)
        return _as_going_on(speaker_of(near[-1][1])) if near and near[-1][0].span.end == cue.start - 1 else NOBODY
    if _NO_SUBJECT.search(cue.of(scene.text)):
        return NOBODY
    heard = scene.last_heard(cue.start)
    if heard and heard.at >= here and _continues(scene, cue):
        return _as_going_on(heard.speaker)
    turn = whose_turn(scene, cue)
    if turn.source.name:
        return _as_going_on(turn)
    subject = _subject_before(scene, here, cue)
    # "Hilly land, thought to …": a word that only a sentence's start makes big is no name.
    is_name = subject and (subject.kind is not MentionKind.UNCLEAR or len(subject.spans) > 1 or " " in subject.name)
    return _as_going_on(speaker_of(subject)) if subject and is_name else NOBODY


def _subject_before(scene: Scene, start: int, cue: Span) -> Member | None:
    """Who stands right before a verb that has no source, or opens the sentence that it goes on with."""
    near = [pair for pair in scene.cast.between(start, cue.start) if pair[1].kind is not MentionKind.PLACE]
    if near and near[-1][0].span.end == cue.start - 1 and _VERB.match(scene.text, *cue):
        return near[-1][1]
    if near and near[0][0].start == start and _continues(scene, cue):
        return near[0][1]
    return None


def _look_ahead(scene: Scene, attribution: Attribution) -> Source | None:
    """Who speaks later in a sentence that a participle opens: "Announcing the plan, Jane Doe said"."""
    cue = attribution.cue[0] if attribution.cue else None
    if cue is None or not cue.of(scene.text).endswith("ing"):
        return None
    sentences = scene.cast.sentences
    number = sentences.number_at(cue.start)
    after = [each for each in scene.heard if each.at > cue.end and sentences.number_at(each.at) == number]
    return _as_going_on(after[0].speaker).source if after else None


def _continues(scene: Scene, cue: Span) -> bool:
    """Tell whether a cue without a subject takes that of its sentence: "saying", "and called"."""
    verb = _GOING_ON.match(scene.text, *cue)
    if verb is None:
        return False
    joined = _CLAUSE_BEFORE.search(scene.text, max(0, cue.start - 12), cue.start) or verb.start("verb") > cue.start
    return verb["verb"].endswith("ing") or bool(joined and verb["verb"].endswith(_VERB_ENDINGS))


def _as_going_on(speaker: Speaker) -> Speaker:
    return replace(speaker, source=replace(speaker.source, reason="goes on in the same sentence or turn", score=0.7))


def resolve_words(scene: Scene, span: Span, depth: int = 0) -> Speaker:
    """Whom a source's words name.

    Args:
        scene: The story and who was heard in it.
        span: The words, trimmed.
        depth: How many wrappers ("a statement by") were taken off.
    """
    span = _complete(scene, span)
    words = strip_possessive(span.of(scene.text))
    if words.casefold() in PRONOUNS and (len(words) < 2 or not words.isupper()):
        return _resolve_pronoun(scene, span, words, depth)
    if led := _LED_BY_PRONOUN.match(words):
        return resolve_pronoun(scene, Span(span.start, span.start + led.end("pronoun")))
    if lettered := whose_letter(scene, span):
        return lettered
    if _NOBODY_SPEAKS.match(words) or words.casefold() in DETERMINERS:
        return NOBODY
    for turn in scene.turns:
        if turn.name == words and (labelled := speaker_of_label(scene, words)):
            return labelled
        if turn.span.start == span.start and turn.span.end < span.end:
            return resolve_words(scene, Span(turn.span.end, span.end), depth)
    if known := (
        find_two(scene, words, span.start)
        or find_another(scene, words, span.start)
        or find_same(scene, words, span.start)
        or resolve_part(scene, span)
    ):
        return known
    if share := _BOTH.match(scene.text, *span) or _PART_OF.match(scene.text, *span):
        return resolve_words(scene, Span(share.end(), span.end), depth)
    has_team = any(sign in words for sign in _SIGNS_OF_OTHERS)
    if has_team and (team := _AND_OTHERS.match(scene.text, *span)):
        leader = resolve_words(scene, Span(span.start, team.end(1)), depth + 1)
        return with_colleagues(leader, team["others"] or "colleagues")
    phrase = read_phrase(scene.text, span, scene.cast)
    return (
        _resolve_carried(scene, phrase, depth)
        or _resolve_run_on(scene, phrase)
        or resolve_short_outlet(scene, phrase)
        or resolve_leaders_body(scene, phrase)
        or find_state_claiming(scene, phrase)
        or find_national(scene, phrase)
        or resolve_joined(scene, phrase)
        or find_body_at_seat(scene.text, phrase.core)
        or resolve_named(scene, phrase)
        or resolve_behind_field(scene, phrase)
        or resolve_others(scene, phrase)
        or resolve_apposition(scene, phrase)
        or resolve_office_holder(scene, phrase)
        or resolve_description(scene, phrase)
    )


def _resolve_pronoun(scene: Scene, span: Span, words: str, depth: int) -> Speaker:
    """Whom a pronoun means; a relative one what it stands behind."""
    found = NOBODY
    is_relative = words.casefold() in RELATIVE_PRONOUNS and depth < _LONGEST_DEPTH
    if is_relative and (hidden := find_hidden(scene, span)):
        return hidden
    if is_relative and (antecedent := find_antecedent(scene, span)):
        found = resolve_words(scene, antecedent, depth + 1)
        # One person who is only described is likelier in apposition to a name of the sentence.
        if found.member or found.plural or found.source.kind not in (SourceKind.PERSON, SourceKind.ANONYMOUS):
            return found
    meant = resolve_pronoun(scene, Span(span.start, span.start + len(words)))
    return meant if meant.source.name else found


def _complete(scene: Scene, span: Span) -> Span:
    """The words with the whole of a person's name that they cut: "President Jane" of "President Jane Doe"."""
    near = scene.cast.between(span.start, span.end)
    cut = near and near[-1][1].kind is MentionKind.PERSON and near[-1][0].span.end > span.end
    return Span(span.start, near[-1][0].span.end) if cut else span


def _resolve_carried(scene: Scene, phrase: Phrase, depth: int) -> Speaker | None:
    """Whose words a wrapper carries: "a statement by Jane Doe"."""
    maker = carried_by(scene, phrase) if depth < _LONGEST_DEPTH else None
    if maker is None or maker.start >= maker.end:
        return None
    found = resolve_words(scene, trim_source(scene.text, maker), depth + 1)
    if not found.source.name:
        return None
    reason = f"{phrase.head.casefold()} of {found.source.name}"
    return replace(found, source=replace(found.source, reason=reason))


def _resolve_run_on(scene: Scene, phrase: Phrase) -> Speaker | None:
    """The person at the head of words that run on into a clause: "President Jane Doe sought to backtrack on …"."""
    near = scene.cast.between(phrase.left.start, phrase.left.end)
    if not near or near[0][1].kind is not MentionKind.PERSON or near[0][0].start > phrase.core.start + len("the "):
        return None
    tail = scene.text[near[0][0].span.end : phrase.core.end].split()
    runs_on = len(tail) >= _RUN_ON_WORDS and tail[0].islower() and tail[0].endswith(_VERB_ENDINGS)
    return speaker_of(near[0][1], 0.8, "named at the head of a clause") if runs_on else None

"""Who says "I" and "we": whose turn of an interview it is, whose quotation or post, or the author of the story."""

import re
from dataclasses import replace

from sayso.records import Source, SourceKind, Span
from sayso.sources.identity.publishers import find_publishing_body
from sayso.sources.known.gazetteer import gender_of
from sayso.sources.meaning.lists import speak_as_one
from sayso.sources.meaning.naming import as_person, speaker_of, speaker_of_label
from sayso.sources.meaning.speakers import AUTHOR, NOBODY, OWN_PAGE, OWN_VOICE, Heard, Scene, Speaker
from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.people import Member
from sayso.text.on_air import find_on_air
from sayso.text.outlets import find_publisher
from sayso.text.turns import ANSWER, QUESTION

_SIGNED = re.compile(r"[^\n]{0,600}?\s[—–-]+ ?(?P<name>[A-Z][^\n(@]{2,40}) \(@\w+\)")
"""A post as stories show it: its words, a dash, its author's name and handle."""
_SEVERAL = frozenset({"we", "us", "our", "ours", "ourselves"})
_ALONE = re.compile(r"\bI\b(?![.’'])")
_OPINION = re.compile(r"opinion\b|op-ed\b", re.IGNORECASE)
_OPENS_SINGLE = re.compile(r"['‘](?=\w|\Z)")
_CLOSES_SINGLE = re.compile(r"[,.!?…]['’](?!\w)")
_TOLD_OF_AUTHOR = re.compile(
    r"(?:, | is )(?:an?|the|one of|editor|senior|deputy|co-)[^.\n]{0,80}?\b(?:writer|editor|columnist|fellow|professor"
    r"|author|reporter|correspondent|host|director|founder|president|chairman|contributor|analyst|attorney|lecturer)\b"
)
_HIGHLIGHTS = re.compile(r"^(?:Interview|Conversation) (?i:highlights|excerpts)\b", re.MULTILINE)
"""The heading over what somebody said in an interview, told by the paragraph and without quotation marks."""
_NAME = r"(?P<name>[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){1,3})"
_TITLED = re.compile(
    rf"(?:[\w-]+ )?(?i:statement|apology|remarks|letter|message|speech|address|testimony) (?:by|from|of) {_NAME}"
    r"(?:, (?P<role>[^.,:;|]{3,60}))?(?=[.,:;|]|\Z)"
)
"""A title that says whose words a text is: "Statement by Jane Doe, Chief Executive"."""
_HEADED = re.compile(
    rf"\s*(?P<kind>(?i:comment|opinion|column|analysis|viewpoint|op-ed)s?\s*\n\s*)?(?:[Bb]y )?{_NAME}[ \t]*(?=\n|,)"
)
"""The head of a column: its kind, which may be left out as a page's own, and below it its author's name."""
_AUTHORED = re.compile(r"^(?:Authored|Written) by (?=[A-Z])", re.MULTILINE)
_SIGNATURE = re.compile(r"^(?P<name>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){1,3}), [A-Z][A-Z .'’-]+$", re.MULTILINE)
"""What signs a letter on a page of readers' letters: "JANE DOE, HARBOUR TOWN"."""
_INTERVIEW = re.compile(r"\b[Ii]nterviews?\b")
_ASKING = re.compile(r"^[^\n“\"]*\?[ ”]*$", re.MULTILINE)
_LEAST_QUESTIONS = 2
"""So many paragraphs ask where a story is an interview and not a report on one."""
_LONGEST_QUESTION_WORDS = 80
"""A longer paragraph with a question at its end is an answer that asks back."""
_LETTERS = {QUESTION: "interviewer", ANSWER: "interviewee"}
_HOST = re.compile(r"(?:www\.)?(?P<label>[\w-]+)(?:\.\w{2,4}){1,2}")
_FOOT_CHARS = 700
"""What a story says of its author stands first or within so many characters of its end."""
_OWN_WORDS = re.compile(
    r"\b(?:interview\w*|read|text|transcript|letter|testimony|statement|remarks|speech)\b", re.IGNORECASE
)
"""What a title says of a story that gives somebody's own words: "Read Jane Doe's letter"."""


def whose_turn(scene: Scene, span: Span, *, hearer: bool = False) -> Speaker:
    """Whose turn of an interview a place stands in, or who hears it; nobody where it stands in none."""
    turns = [turn for turn in scene.turns if turn.span.start < span.start]
    if hearer and turns:
        others = [turn for turn in scene.turns if turn.name != turns[-1].name]
        if not others:  # the answers stand without labels
            return _interviewee(scene, scene.turns[0].span.start)
        answers = [turn for turn in others if turn.span.start > span.start]
        turns = answers[:1] or [turn for turn in others if turn.span.start < span.start]
    if turns and (labelled := speaker_of_label(scene, turns[-1].name)):
        return labelled
    if turns and turns[-1].name == QUESTION:
        return own_outlet(scene)
    if turns and turns[-1].name == ANSWER:
        return _interviewee(scene, scene.turns[0].span.start)
    for _, member in scene.cast.between(*turns[-1].span) if turns else ():
        return as_person(speaker_of(member, 0.9, "whose turn it is"))
    if not turns and _is_interview(scene):
        return _unlabelled_turn(scene, span, hearer=hearer)
    return _interviewee(scene, begins) if not turns and (begins := _start_of_highlights(scene, span)) else NOBODY


def whose_letter(scene: Scene, span: Span) -> Speaker | None:
    """Who asks or answers behind the letter that opens a turn, "Q:" or "A:"; None where words are no such letter."""
    role = _LETTERS.get(span.of(scene.text))
    if role is None or not any(turn.span.start <= span.start < turn.span.end for turn in scene.turns):
        return None
    meant = whose_turn(scene, Span(span.end, span.end))
    source = Source(role, SourceKind.PERSON, role=role, named_in=(span,), reason="whose turn it is", score=0.6)
    return meant if meant.source.name else Speaker(source)


def _unlabelled_turn(scene: Scene, span: Span, *, hearer: bool) -> Speaker:
    """Who asks or answers in an interview without labels: a paragraph that ends by asking is the outlet's."""
    asking = [found for found in _ASKING.finditer(scene.text) if found[0].count(" ") < _LONGEST_QUESTION_WORDS]
    asked = [found for found in asking if found.start() <= span.start]
    if len(asking) < _LEAST_QUESTIONS or not (asked or scene.turns):
        return NOBODY
    asks = not asked or span.start < asked[-1].end()
    if asks is not hearer:
        return own_outlet(scene)
    return _interviewee(scene, asked[0].start() if asked else scene.turns[0].span.start)


def _is_interview(scene: Scene) -> bool:
    """Tell whether the title says that a story is an interview: "… tells The Herald", of that paper."""
    title, outlet = scene.story.title or "", scene.story.outlet or ""
    told = (
        outlet and outlet in title and re.search(rf"\b(?:tells?|with|talks to|speaks to) {re.escape(outlet)}\b", title)
    )
    return bool(_INTERVIEW.search(title) or told)


def _start_of_highlights(scene: Scene, span: Span) -> int | None:
    """Where the heading stands behind which a story gives an interview word by word; None before it."""
    found = _HIGHLIGHTS.search(scene.text, 0, span.start)
    return found.start() if found else None


def _interviewee(scene: Scene, begins: int) -> Speaker:
    """Who answers in an interview: whom its title names, else the person heard or named last before it begins."""
    if _is_interview(scene) and (titled := _named_in(scene, scene.story.title or "")):
        return as_person(speaker_of(titled, 0.8, "whose interview it is, by the title"))
    heard = (each.speaker for each in reversed(scene.heard) if each.at < begins)
    found = next((each for each in heard if each.source.kind is SourceKind.PERSON and each.member), None)
    named = [member for _, member in scene.cast.between(0, begins) if member.kind is MentionKind.PERSON]
    if found is None and named:
        found = speaker_of(named[-1])
    return _with_reason(found, "who answers in the interview") if found else NOBODY


def _named_in(scene: Scene, title: str) -> Member | None:
    """The first person of the cast whose surname stands in the title; of unclear names all of one must."""
    persons = (member for member in scene.cast.members() if member.kind is MentionKind.PERSON)
    unclear = (member for member in scene.cast.members() if member.kind is MentionKind.UNCLEAR)
    return next((member for member in persons if member.name.split()[-1] in title), None) or next(
        (member for member in unclear if f"interviews {member.name}" in title and " " in member.name), None
    )


def _with_team(speaker: Speaker) -> Speaker:
    """Who "we" are to one who answers alone: a founder and those of the house, a researcher and hers."""
    return speak_as_one(f"{speaker.source.name} and team", SourceKind.COLLECTIVE, speaker.source.named_in)


def _with_reason(speaker: Speaker, reason: str) -> Speaker:
    return replace(speaker, source=replace(speaker.source, reason=reason, score=0.8))


def first_person(scene: Scene, span: Span, *, hearer: bool = False) -> Speaker:
    """Who says "I" or "we", or is told "you": by turn, quotation, post or letter, else the author of the story."""
    turn = whose_turn(scene, span, hearer=hearer)
    several = span.of(scene.text).casefold() in _SEVERAL
    if turn.source.name:
        shared = several and turn.source.kind is SourceKind.PERSON and _is_interview(scene)
        return _with_team(turn) if shared else turn
    if scene.quotes.holds(span.start):
        heard = _speaker_near(scene, span)
        return heard.speaker if heard else NOBODY
    if letter := _SIGNATURE.search(scene.text, span.end):
        source = Source(letter["name"], SourceKind.PERSON, named_in=(Span(*letter.span("name")),), score=0.8)
        return _with_reason(Speaker(source), "signs the letter")
    if signed := _SIGNED.match(scene.text, span.start):
        near = scene.cast.between(*signed.span("name"))
        if near:
            return as_person(speaker_of(near[-1][1], 0.9, "signs the post"))
    if _near_quotation(scene, span) and (heard := _speaker_near(scene, span)):
        return heard.speaker
    title = scene.story.title or ""
    own_words = _OWN_WORDS.search(title) or _is_interview(scene)
    if not hearer and own_words and (titled := _named_in(scene, title)):
        one = as_person(speaker_of(titled, 0.6, "whose words the title announces"))
        return _with_team(one) if several and _is_interview(scene) else one
    if hearer or any(each.span.start < span.start for each in scene.turns):
        return NOBODY
    if told := _TITLED.match(title):
        return _author(Source(told["name"], SourceKind.PERSON, role=told["role"]))
    return own_outlet(scene) if several and not _speaks_alone(scene) else find_author(scene)


def _speaks_alone(scene: Scene) -> bool:
    """Tell whether a story is the word of one author, who says "I" in it or gives an opinion."""
    if _OPINION.match(scene.story.title or ""):
        return True
    return any(not scene.quotes.holds(found.start()) for found in _ALONE.finditer(scene.text))


def own_outlet(scene: Scene) -> Speaker:
    """The outlet, which says "we" in an unsigned leader; a body in what it publishes itself."""
    if body := find_publishing_body(scene.story):
        return Speaker(replace(body, side=None, reason=OWN_PAGE, score=0.8))
    outlet = _outlet_shown(scene)
    own = Source(outlet, SourceKind.MEDIA, reason=OWN_VOICE, score=0.6)
    return Speaker(own) if outlet else NOBODY


def is_on_air(scene: Scene, speaker: Speaker) -> bool:
    """Tell whether a speaker is a presenter or reporter of the broadcast, and so the outlet's own voice."""
    name = speaker.source.name or ""
    is_named = speaker.source.kind is SourceKind.PERSON or name.isupper()
    return is_named and scene.story.outlet is not None and name.casefold() in find_on_air(scene.text)


def _outlet_shown(scene: Scene) -> str | None:
    """The outlet's name; of a host the one of the table, or how the story writes it: "FactCheck" of "factcheck.org"."""
    outlet = scene.story.outlet
    host = _HOST.fullmatch(outlet or "")
    if outlet is None or host is None:
        return outlet
    if known := find_publisher(outlet):
        return known.name
    written = re.search(rf"\b(?=[A-Z0-9]){re.escape(host['label'])}\b", scene.text, re.IGNORECASE)
    return written[0] if written and written[0] != host["label"] else outlet


def find_author(scene: Scene) -> Speaker:
    """The author of the story: the one whom its first or last words introduce as a writer, else unnamed."""
    foot = len(scene.text) - _FOOT_CHARS
    headed = _HEADED.match(scene.text)
    if headed and (headed["kind"] or gender_of(headed["name"].split()[0])):
        return _author(Source(headed["name"], SourceKind.PERSON, named_in=(Span(*headed.span("name")),)))
    if authored := _AUTHORED.search(scene.text):
        for mention, member in scene.cast.between(authored.end(), authored.end() + 1):
            return as_person(speaker_of(member, 0.8, f'"{authored[0]}{mention.name}"'))
    for mention, member in scene.cast.between(0, 1) + scene.cast.between(max(1, foot), len(scene.text)):
        opens = mention.start == 0 or scene.text[mention.start - 1] == "\n"
        personal = member.kind in (MentionKind.PERSON, MentionKind.UNCLEAR)
        if opens and personal and _TOLD_OF_AUTHOR.match(scene.text, mention.span.end):
            return as_person(speaker_of(member, 0.8, "introduced as the author"))
    return AUTHOR


def _author(source: Source) -> Speaker:
    return _with_reason(Speaker(source), OWN_VOICE)


def _near_quotation(scene: Scene, span: Span) -> bool:
    """Tell whether a mark of quotation, or a colon before its paragraph, opens one though none was found there."""
    start = scene.text.rfind("\n", 0, span.start) + 1
    before = scene.text[start : span.start]
    opened = before.count("“") > before.count("”") or before.count('"') % 2
    return scene.text[:start].rstrip().endswith(":") or bool(opened) or _in_single_marks(before)


def _in_single_marks(before: str) -> bool:
    """Tell whether a paragraph opens with a single mark, as British papers quote, that is not closed yet."""
    return _OPENS_SINGLE.match(before) is not None and _CLOSES_SINGLE.search(before) is None


def _speaker_near(scene: Scene, span: Span) -> Heard | None:
    return min(scene.heard, key=lambda heard: abs(heard.at - span.start), default=None)

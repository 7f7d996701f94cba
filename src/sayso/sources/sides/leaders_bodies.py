"""Bodies told as their leader's: "Her government", "his military intelligence" of a head of state are the state's."""

import re

from sayso.records import Source, SourceKind, Span
from sayso.sources.known.countries import STATE
from sayso.sources.known.gazetteer import find_country
from sayso.sources.meaning.pronouns import resolve_pronoun
from sayso.sources.meaning.speakers import Scene, Speaker
from sayso.sources.names.phrases import Phrase
from sayso.sources.sides.sides import give_side

_HIS = re.compile(
    r"(?P<whose>his|her) (?P<body>(?:own )?(?:[a-z]+ )?(?:government|administration|military|army|navy|air force|"
    r"armed forces|troops|police|intelligence(?: (?:agency|service))?|ministry))",
    re.IGNORECASE,
)


def resolve_leaders_body(scene: Scene, phrase: Phrase) -> Speaker | None:
    """The state's body that "his" or "her" in front gives to whoever leads the state."""
    his = _HIS.fullmatch(scene.text, *phrase.core)
    if his is None:
        return None
    leader = resolve_pronoun(scene, Span(*his.span("whose"))).source
    side = give_side(leader, scene).side if leader.kind is SourceKind.PERSON else None
    country = find_country(side.removesuffix(STATE)) if side and side.endswith(STATE) else None
    if country is None:
        return None
    body = his["body"].removeprefix("own ")
    name = f"{'Government' if body in ('government', 'administration') else body} of {country.name_in_text}"
    reason = f'"{his["whose"].casefold()}": {leader.name}, who speaks for the state'
    source = Source(name, SourceKind.ORGANISATION, named_in=(phrase.core,), reason=reason, score=0.95)
    return Speaker(source, words=frozenset(body.split()) | {"agency", "service"})

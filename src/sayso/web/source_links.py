"""Where the name of a source leads: to its page, or to what was said under that name where it has none."""

from collections.abc import Iterable, Iterator
from urllib.parse import quote, urlencode

from sayso.ledger import Ledger
from sayso.records import Origin, Report, Source
from sayso.trace import Trace
from sayso.web.story_page import StoryPage


def address_source(identity: str) -> str:
    """The address of a source's page."""
    return f"/sources/{quote(identity, safe='')}"


def address_said(name: str) -> str:
    """The address of what was said under a name."""
    return f"/said?{urlencode({'name': name})}"


def link_sources(ledger: Ledger, trace: Trace) -> dict[str, str]:
    """Where each name that the page of a claim shows leads; one that several go by leads to what all of them said."""
    keys: dict[str, set[str]] = {}
    for name, found in _named(trace):
        keys.setdefault(name, set()).update(found)
    pages = _pages(ledger, set().union(*keys.values()))
    return {name: _address(name, [pages[key] for key in found if key in pages]) for name, found in keys.items()}


def link_speakers(ledger: Ledger, page: StoryPage) -> dict[str, str]:
    """Where those lead whose words a story has, as was read and as was decided, by the keys of their identities."""
    read = (one.who for one in page.reading.attributions if one.who)
    judged = (*page.judged.values(), *(one.judgement for one in page.made))
    names = {who.identity.key: who.name for who in read if who.identity and who.name}
    names |= {one.other: one.name for one in judged if one.name}
    pages = _pages(ledger, names)
    return {key: pages.get(key) or address_said(name) for key, name in names.items()}


def _pages(ledger: Ledger, keys: Iterable[str]) -> dict[str, str]:
    return {key: address_source(key) for key in ledger.source_names(keys)}


def _address(name: str, pages: list[str]) -> str:
    return pages[0] if len(pages) == 1 else address_said(name)


def _named(trace: Trace) -> Iterator[tuple[str, set[str]]]:
    """The names that are shown of a trace, with the keys of those who may be meant."""
    for origin in (*trace.origins, *trace.denials):
        if origin.name:
            yield origin.name, _keys_of(origin, origin.name)
    for report in (*trace.no_comment, *(variant.first for variant in trace.variants)):
        if report.source and report.source.name:
            yield report.source.name, _keys([report.source])


def _keys_of(origin: Origin, name: str) -> set[str]:
    """Those of its reports who go by the name of an origin; all where none does, as where an office was made out."""
    told = [who for report in origin.reports if (who := _whose(report))]
    return _keys(who for who in told if who.identity and name in (who.name, who.identity.name)) or _keys(told)


def _whose(report: Report) -> Source | None:
    return report.rests_on or report.source


def _keys(sources: Iterable[Source]) -> set[str]:
    return {who.identity.key for who in sources if who.identity}

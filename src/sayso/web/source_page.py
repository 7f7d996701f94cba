"""A source as its page shows it: what it said, when and on what, under which names and offices, and how that fared."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace

from sayso.ledger import Ledger, SourceRecord
from sayso.ledger.judged_statements import mark_judged
from sayso.ledger.latest import State
from sayso.ledger.source_statements import Grades, NameGiven, Office, SourceStatements, has_news_of
from sayso.records import Judgement, JudgementKind, Statement, Verdict
from sayso.shapes import Json, judgement_shape, statement_shape
from sayso.sources import SourceGroup, apply_judgements
from sayso.text.word_tables import word_table
from sayso.trace import Trace
from sayso.trace.deciding import find_source
from sayso.trace.finding.query import QUESTION_WORDS
from sayso.web.periods import Chart, chart_days
from sayso.web.standing_of import TracedClaim, find_traced_claims

STATEMENTS_AT_ONCE = 30
CONTENTS_READ = 1000
"""Topics are told from so many statements, the newest."""

TOPICS = 14
WORDS_WEIGHED = 60
"""So many of a source's words, those in most of its statements, are looked up in the ledger."""

FEWEST_LETTERS = 4
ALIKE_SHOWN = 6
_EMPTY = QUESTION_WORDS | word_table(
    "also already again another because before been being both each even every first further just like make made more "
    "most much only other others same some such take taken than their them then they very well were when while your"
)
"""Words that are on nothing."""

_WORD = re.compile(rf"[^\W\d_]{{{FEWEST_LETTERS},}}")


@dataclass(frozen=True, slots=True)
class Topic:
    """A word that a source says more often than the stories at large have it, and in how many statements."""

    word: str
    statements: int


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision on whether this source is another one, and what that one goes by."""

    judgement: Judgement
    other: str
    name: str

    @property
    def is_same(self) -> bool:
        """Whether they were decided to be one."""
        return self.judgement.verdict is Verdict.YES


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A source.

    Attributes:
        identity: The key that it was asked by.
        name, kind: What it goes by, and what it is.
        identities: The keys of all that are taken for it, by what was decided.
        names: The names that stories give it.
        offices: As what it speaks, and when.
        chart: How many statements there are of each day, month or year.
        undated: How many are of no day.
        grades: How sure it is, on what it rests, and how often it denies.
        topics: The words that tell most of what it speaks on.
        traced: The claims traced on this desk that it is an origin of.
        traced_in_all: How many claims were traced.
        decided: The decisions on who else it is or is not.
        alike: Other sources that share a name with it and were not decided on.
        given: Decisions that words are its.
        statements: Some of its statements, newest first.
        total: How many there are, of those asked for.
        offset: How many were passed over.
        about, when_said: What was asked for.
    """

    identity: str
    name: str
    kind: str
    identities: tuple[str, ...]
    names: tuple[NameGiven, ...]
    offices: tuple[Office, ...]
    chart: Chart
    undated: int
    grades: Grades
    topics: tuple[Topic, ...]
    decided: tuple[Decided, ...]
    alike: tuple[SourceRecord, ...]
    given: tuple[Judgement, ...]
    statements: tuple[Statement, ...]
    total: int
    offset: int = 0
    about: str = ""
    when_said: str = ""
    traced: tuple[TracedClaim, ...] = ()
    traced_in_all: int = 0

    @property
    def sides(self) -> tuple[str, ...]:
        """For whom it speaks, where that is not itself."""
        own = {one.name for one in self.names}
        return tuple(dict.fromkeys(one.side for one in self.offices if one.side and one.side not in own))

    @property
    def next_offset(self) -> int | None:
        """Where the next statements begin; None where these are the last."""
        after = self.offset + len(self.statements)
        return after if after < self.total else None


def read_source_page(
    ledger: Ledger,
    typed: str,
    *,
    about: str = "",
    when_said: str = "",
    limit: int = STATEMENTS_AT_ONCE,
    offset: int = 0,
) -> SourcePage:
    """A source.

    Args:
        ledger: Where to look.
        typed: The key of its identity, or a name that one source alone goes by.
        about: Words that must all be in a statement that is shown.
        when_said: The beginning of the date of those that are.
        limit: How many to show.
        offset: How many to pass over.

    Raises:
        UsageError: no source is called so, or several are.
    """
    same = ledger.judgements(JudgementKind.SAME_SOURCE)
    asked, _ = find_source(ledger, typed)
    group, elsewhere = _join_judged(ledger, asked, same)
    said = SourceStatements(ledger, group.keys)
    days, names = said.days(), said.names()
    words = ledger.judgements(JudgementKind.ATTRIBUTION)
    statements, total = said.newest(limit, offset, about, when_said)
    decided = tuple(_tell_decided(asked, group.keys, elsewhere, same))
    name = group.name or "no source given"
    return SourcePage(
        identity=asked,
        name=name,
        kind=str(group.kind),
        identities=group.keys,
        names=names,
        offices=said.offices(),
        chart=chart_days(days),
        undated=days.get(None, 0),
        grades=said.grades(),
        topics=_find_topics(ledger, said.contents(CONTENTS_READ), [one.name or "" for one in names]),
        decided=decided,
        alike=_find_alike(ledger, name, {*group.keys, *(one.other for one in decided)}) if group.name else (),
        given=tuple(one for one in words if one.other in group.keys),
        statements=mark_judged(statements, words),
        total=total,
        offset=offset,
        about=about,
        when_said=when_said,
    )


def with_traces(page: SourcePage, traces: Sequence[Trace]) -> SourcePage:
    """A page with the claims that were traced."""
    return replace(page, traced=find_traced_claims(traces, frozenset(page.identities)), traced_in_all=len(traces))


def still_lists(ledger: Ledger, page: SourcePage, since: State) -> bool:
    """Tell whether no text that came in changes what a page lists: it knew those of a state of the ledger."""
    return not has_news_of(ledger, page.identities, since.text)


def source_page_shape(page: SourcePage) -> Json:
    """A source's page as JSON."""
    told = {
        name: getattr(page, name)
        for name in ("identity", "name", "kind", "identities", "undated", "traced_in_all", "total", "next_offset")
    }
    return told | {
        "names": [asdict(one) for one in page.names],
        "offices": [asdict(one) for one in page.offices],
        "over_time": asdict(page.chart),
        "grades": asdict(page.grades),
        "topics": [asdict(one) for one in page.topics],
        "traced": [asdict(one) | {"alone": one.is_alone} for one in page.traced],
        "decided": [judgement_shape(one.judgement) for one in page.decided],
        "alike": [asdict(one) for one in page.alike],
        "given": [judgement_shape(one) for one in page.given],
        "statements": [statement_shape(one) for one in page.statements],
    }


def _join_judged(ledger: Ledger, asked: str, same: Sequence[Judgement]) -> tuple[SourceGroup, dict[str, str]]:
    """The source with all that it was decided to be, and the names of all that were decided on."""
    keys = {asked, *(key for one in same for key in (one.one, one.other))}
    surest = {one.identity.key: one for one in reversed(ledger.resolved_sources(keys)) if one.identity}
    groups = apply_judgements([SourceGroup((one,), ()) for one in surest.values()], same)
    names = {key: one.identity.name or key for key, one in surest.items() if one.identity}
    return next(group for group in groups if asked in group.keys), names


def _tell_decided(
    asked: str, keys: Iterable[str], names: dict[str, str], same: Iterable[Judgement]
) -> Iterator[Decided]:
    mine = set(keys)
    for judgement in same:
        pair = {judgement.one, judgement.other}
        if pair & mine:
            other = min(pair - mine or pair - {asked})
            yield Decided(judgement, other, names.get(other, other))


def _find_alike(ledger: Ledger, name: str, known: set[str]) -> tuple[SourceRecord, ...]:
    """Other sources that have the last word of a name."""
    last = name.split()[-1]
    if not any(character.isalnum() for character in last):
        return ()
    return tuple(one for one in ledger.sources(last, besides=known) if one.name)[:ALIKE_SHOWN]


def _find_topics(ledger: Ledger, contents: Iterable[str], names: Iterable[str]) -> tuple[Topic, ...]:
    """The words that stand in more of some statements than the stories of the ledger at large lead to expect."""
    own = {_stem(word) for name in names for word in _WORD.findall(name.casefold())}
    spelled: dict[str, Counter[str]] = {}
    for content in contents:
        for word in set(_WORD.findall(content)):
            spelled.setdefault(_stem(word.casefold()), Counter())[word] += 1
    counts = Counter({stem: found.total() for stem, found in spelled.items() if stem not in own | _EMPTY})
    texts = max(1, ledger.newest_revision())
    weights = {}
    for stem, count in counts.most_common(WORDS_WEIGHED):
        word = spelled[stem].most_common(1)[0][0]
        weights[word, count] = count * math.log((texts + 1) / (ledger.count_texts(word) + 1))
    best = sorted(weights, key=lambda one: (-weights[one], one))
    return tuple(Topic(*one) for one in best[:TOPICS] if weights[one] > 0)


def _stem(word: str) -> str:
    """A word without the ending of its plural."""
    return word.removesuffix("s")

"""What became of a claim that is followed since it was last looked at, and which stories did it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.ledger import Ledger
from sayso.ledger.following import find_followed, follow, get_followed
from sayso.ledger.latest import State, came_since, count_changes
from sayso.ledger.schema import now
from sayso.records import Followed, Origin, Report, Seen
from sayso.shapes import Json
from sayso.trace.shown.shape import report_shape
from sayso.trace.trace import Trace, trace


@dataclass(frozen=True, slots=True)
class Development:
    """A followed claim then and now.

    Attributes:
        followed: The claim, with what was seen of it then.
        now: What it rests on now.
        brought_by: Reports in stories that came since, of each story one, those first whose origin is new.
        new_origins: Origins and denials that rest on such stories alone.
        was_judged: Whether decisions were made since.
    """

    followed: Followed
    now: Seen
    brought_by: tuple[Report, ...]
    new_origins: tuple[Origin, ...]
    was_judged: bool

    @property
    def has_turned(self) -> bool:
        """Whether the standing or the count of origins is another one than then."""
        then = self.followed.seen
        return (then.standing, then.origins) != (self.now.standing, self.now.origins)

    @property
    def has_changed(self) -> bool:
        """Whether anything that is told of it is otherwise than then, be it only that more stories carry it."""
        return self.has_turned or bool(self.brought_by) or self.followed.seen.reports != self.now.reports


def seen_of(traced: Trace, changes: State) -> Seen:
    """What is seen of a claim.

    Args:
        traced: The claim, traced.
        changes: The state of the ledger before it was.
    """
    return Seen(
        standing=traced.standing,
        reports=traced.reports,
        outlets=traced.outlets,
        origins=traced.independent_origins,
        names=tuple(dict.fromkeys(origin.name for origin in traced.origins if origin.name)),
        newest_revision=changes.text,
        newest_judgement=changes.judgement,
        looked_at=now(),
    )


def follow_claim(ledger: Ledger, claim: str, who: str) -> Development:
    """Trace a claim, follow it from there where it is not followed yet, and tell what became of it.

    Raises:
        UsageError: it holds no word.
        LedgerError: the ledger cannot be read or written.
    """
    changes = count_changes(ledger.connection)
    traced = trace(ledger, claim)
    followed = find_followed(ledger, claim) or follow(ledger, claim, seen_of(traced, changes), who)
    return compare_with_seen(ledger, followed, traced, changes)


def tell_development(ledger: Ledger, claim: str) -> Development:
    """Trace a followed claim, and tell what became of it.

    Raises:
        UsageError: it is not followed.
        LedgerError: the ledger cannot be read.
    """
    followed = get_followed(ledger, claim)
    changes = count_changes(ledger.connection)
    return compare_with_seen(ledger, followed, trace(ledger, followed.claim), changes)


def compare_with_seen(ledger: Ledger, followed: Followed, traced: Trace, changes: State) -> Development:
    """As `tell_development`, of a claim that has been traced, without a day."""
    origins = (*traced.origins, *traced.denials)
    then = followed.seen
    came = came_since(ledger.connection, then.newest_revision, {r.story_id for one in origins for r in one.reports})
    new = tuple(one for one in origins if one.name and all(report.story_id in came for report in one.reports))
    return Development(
        followed=followed,
        now=seen_of(traced, changes),
        brought_by=_one_a_story([r for one in (*new, *origins) for r in one.reports if r.story_id in came]),
        new_origins=new,
        was_judged=changes[1] > then.newest_judgement,
    )


def _one_a_story(reports: Sequence[Report]) -> tuple[Report, ...]:
    first: dict[str, Report] = {}
    for report in reports:
        first.setdefault(report.story_id, report)
    return tuple(first.values())


def development_shape(development: Development) -> Json:
    """A followed claim as JSON: what it rested on then, what now, and what did it."""
    return {
        "claim": development.followed.claim,
        "who": development.followed.who,
        "changed": development.has_changed,
        "then": seen_shape(development.followed.seen),
        "now": seen_shape(development.now),
        "brought_by": [report_shape(report) for report in development.brought_by],
        "new_origins": [one.name for one in development.new_origins],
        "judged_since": development.was_judged,
    }


def seen_shape(seen: Seen) -> Json:
    """What was seen of a claim, as JSON."""
    return {
        "standing": str(seen.standing),
        "reports": seen.reports,
        "outlets": seen.outlets,
        "independent_origins": seen.origins.likely,
        "independent_origins_range": [seen.origins.least, seen.origins.most],
        "origins": list(seen.names),
        "looked_at": seen.looked_at,
    }

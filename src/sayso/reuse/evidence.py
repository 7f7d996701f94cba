"""What is known of stories beside their text: when and by whom they were published, what they say of their source."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.records import Story
from sayso.reuse.credits import credited_agency, own_agency
from sayso.reuse.families import Families
from sayso.reuse.headlines import Headlines, read_headlines
from sayso.reuse.hearsay import find_heard, outlet_key, owner_of
from sayso.reuse.links import Links
from sayso.reuse.pairs import Ints, find_keys

Bools = NDArray[np.bool_]

_SECONDS_A_DAY = 86_400
_NO_DATE = float("nan")
_NONE = -1
_NO_KEYS = np.zeros(0, np.int64)


class Heard(NamedTuple):
    """What speaks for it that some stories are the parents of others, one by one; see `Evidence`."""

    named: Bools
    quoted: Bools
    cited: Bools
    of_one_owner: Bools


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of stories beside their text, one of each a story, and of pairs of them.

    Attributes:
        days: When published; NaN where not known.
        publishes: Whether the outlet is the agency that the story's family could credit.
        credits: Whether it credits an agency that is not its outlet.
        headlines: The headlines.
        outlet_names: Its outlet, empty where not known.
        outlet: The number of that, by whatever name.
        owner: The number of who owns that; -1 where not known.
        points: Whether its page names a story that is not among these as its original.
        named: Sorted keys of stories and those that their pages name as their originals.
        told: Sorted keys of stories and outlets of which they say that something was told to them.
        reported: Sorted keys of stories and outlets of which they say that they reported it.
    """

    days: NDArray[np.float64]
    publishes: Bools
    credits: Bools
    headlines: Headlines
    outlet_names: Sequence[str]
    outlet: Ints
    owner: Ints
    points: Bools
    named: Ints
    told: Ints
    reported: Ints

    def hear(self, here: Ints, there: Ints) -> Heard:
        """What speaks for it that stories, one by one, are made from others.

        That the page of one names the other as its original; that it says that something was told to the other's
        outlet, or that this reported it, which is not its own outlet; that the two are of two outlets of one owner.
        """
        apart = self.outlet[here] != self.outlet[there]
        owned = (self.owner[here] == self.owner[there]) & (self.owner[here] != _NONE)
        return Heard(
            named=self._among(self.named, here, there),
            quoted=self._among(self.told, here, self.outlet[there]) & apart,
            cited=self._among(self.reported, here, self.outlet[there]) & apart,
            of_one_owner=owned & apart,
        )

    def _among(self, keys: Ints, one: Ints, other: Ints) -> Bools:
        if not len(keys):
            return np.zeros(len(one), bool)
        found: Bools = find_keys(keys, one * len(self.days) + other) >= 0
        return found


def days_of(published: str | None) -> float:
    """Days since 1970; NaN where the day is not known."""
    try:
        moment = datetime.fromisoformat(published or "")
    except ValueError:
        return _NO_DATE
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() / _SECONDS_A_DAY


def gather_evidence(told: Sequence[Story]) -> Evidence:
    """What is known of stories before their families are."""
    names = [story.outlet or "" for story in told]
    return Evidence(
        days=np.array([days_of(story.published) for story in told]),
        publishes=np.array([own_agency(story) is not None for story in told], bool),
        credits=np.zeros(len(told), bool),
        headlines=read_headlines([story.title or "" for story in told]),
        outlet_names=names,
        outlet=_number([outlet_key(name) for name in names]),
        owner=_number([owner_of(name) for name in names]),
        points=np.zeros(len(told), bool),
        named=_NO_KEYS,
        told=_NO_KEYS,
        reported=_NO_KEYS,
    )


def hear_families(
    told: Sequence[Story], families: Families, evidence: Evidence, links: Links, number_of: Mapping[str, int]
) -> Evidence:
    """Read what stories that have kin say of where they are from: of others it tells nothing.

    Args:
        told: The stories.
        families: Their families.
        evidence: What is known of them so far.
        links: What their pages name.
        number_of: The numbers of the stories that are named and among these, by their ids.
    """
    count = len(told)
    merged = np.zeros(count, bool)
    merged[list(families.others)] = True
    has_kin = merged | (np.bincount(families.label, minlength=count)[families.label] > 1)
    by_agency = np.zeros(count, bool)
    by_agency[families.label[evidence.publishes]] = True
    crediting = np.zeros(count, bool)
    for number in np.flatnonzero(by_agency[families.label] & ~evidence.publishes).tolist():
        crediting[number] = credited_agency(told[number]) is not None
    points = np.zeros(count, bool)
    named = []
    for number in _naming(told, links):
        others = [number_of.get(other, _NONE) for other in links.named.get(told[number].id, ())]
        named += [number * count + other for other in others if other not in (_NONE, number)]
        points[number] = told[number].id in links.missing or _NONE in others
    told_to, reported = _hear_outlets(told, evidence, np.flatnonzero(has_kin).tolist())
    return replace(
        evidence, credits=crediting, points=points, named=_sort(named), told=_sort(told_to), reported=_sort(reported)
    )


def _naming(told: Sequence[Story], links: Links) -> list[int]:
    if not links.named and not links.missing:
        return []
    return [number for number, story in enumerate(told) if story.id in links.named or story.id in links.missing]


def _hear_outlets(told: Sequence[Story], evidence: Evidence, asked: Sequence[int]) -> tuple[list[int], list[int]]:
    """The keys of stories and outlets that they rest on: those told something, and those that reported it."""
    outlets = zip(evidence.outlet_names, evidence.outlet.tolist(), strict=True)
    numbers = {outlet_key(name): number for name, number in outlets if name}
    keys: tuple[list[int], list[int]] = ([], [])
    for story in asked:
        for key, is_told in find_heard(told[story].text, numbers.keys()).items():
            keys[0 if is_told else 1].append(story * len(told) + numbers[key])
    return keys


def _number(names: Sequence[str | None]) -> Ints:
    """Numbers for names, the same for the same; -1 for none."""
    numbers: dict[str | None, int] = {None: _NONE}
    return np.array([numbers.setdefault(name, len(numbers) - 1) for name in names], np.int64)


def _sort(keys: list[int]) -> Ints:
    return np.unique(np.array(keys, np.int64))

"""Lineage out of a ledger: of one story at the cost of those it shares words with, or of all."""

import shutil
from collections.abc import Callable, Iterable, Set
from dataclasses import replace
from functools import cached_property
from threading import Lock

import numpy as np

from sayso.errors import LedgerError
from sayso.ledger import Ledger
from sayso.records import Judgement, JudgementKind, Lineage, TextPrint, Verdict
from sayso.reuse.detect import find_texts, tell_lineage
from sayso.reuse.extents import align
from sayso.reuse.fingerprints import read_fingerprints, unpack_fingerprints
from sayso.reuse.judged import apply_copy_judgements, with_shared_text
from sayso.reuse.links import find_links
from sayso.reuse.neighbours import Near, Neighbours
from sayso.reuse.pairs import pair_stories, rank_stories
from sayso.reuse.postings import Postings, folder_of

PRINTED_AT_ONCE = 256
_printing, _filing = Lock(), Lock()
"""Fifty readers of a desk that meet new stories together would else all make the same fingerprints and files."""


def _tell_nobody(count: int) -> None:
    pass


class ReuseIndex:
    """What the stories of a ledger share, kept up to date as it grows.

    The fingerprints are in the ledger; the files by which they are found lie beside it, in "war.sayso-index", and are
    made anew where they are missing.
    """

    def __init__(self, ledger: Ledger, *, with_judgements: bool = True) -> None:
        """Look at a ledger's index.

        Args:
            ledger: Whose.
            with_judgements: Whether what analysts decided on copies stands over what the texts tell.
        """
        self._ledger = ledger
        self._with_judgements = with_judgements

    @cached_property
    def _postings(self) -> Postings:
        return Postings(self._ledger)

    def update(self, tell: Callable[[int], None] = _tell_nobody) -> None:
        """Take in the stories added since.

        Args:
            tell: Called with the number of stories done, now and again.

        Raises:
            LedgerError: The ledger cannot be read or written; what was told is in it.
        """
        self.print_texts(tell)
        with _filing:
            self._postings.update()

    def print_texts(self, tell: Callable[[int], None] = _tell_nobody) -> None:
        """Make the fingerprints of the stories added since: all that `lineage_among` asks for. See `update`."""
        prints, newest = self._ledger.prints, self._ledger.newest_revision()
        with _printing:
            # Whoever waited finds done what was there when it asked.
            while prints.newest() < newest and (texts := prints.texts_missing(PRINTED_AT_ONCE)):
                packed = read_fingerprints([text for _, text in texts]).pack()
                prints.write(TextPrint(number, *one) for (number, _), one in zip(texts, packed, strict=True))
                tell(len(texts))

    def rebuild(self, tell: Callable[[int], None] = _tell_nobody) -> None:
        """Make all anew from the texts; see `update`."""
        self._ledger.prints.forget()
        self.remake_files()
        self.update(tell)

    def remake_files(self) -> None:
        """Delete the files beside the ledger; the next update makes them from its fingerprints."""
        shutil.rmtree(folder_of(self._ledger), ignore_errors=True)
        self._postings = Postings(self._ledger)

    def lineage_of_all(self, *, with_extents: bool = True) -> tuple[Lineage, ...]:
        """The lineage of every story that the last update took in, by id."""
        every = self._tell(self._ledger.prints.latest_of_all(), None, with_extents=with_extents)
        return self._judge(every, self._judgements(), with_extents=with_extents)

    def lineage_of(self, story_ids: Iterable[str], *, with_extents: bool = True) -> tuple[Lineage, ...]:
        """The lineage of some stories and of all in their families, by id: what `lineage_of_all` tells of them.

        Its cost is that of the stories that share words with these, not that of the ledger.
        """
        neighbours = Neighbours(self._ledger, self._postings)
        return self._lineage_among(neighbours, set(story_ids), with_extents=with_extents)

    def lineage_among(self, story_ids: Iterable[str]) -> tuple[Lineage, ...]:
        """The lineage of some stories as it would be were there no others, by id.

        Its cost is theirs alone, however large the ledger is: two copies of a story that is not among them are one
        family still, as they share its words. Stories that an analyst tied to these are taken in with them.
        """
        among = set(story_ids)
        judgements = self._judgements()
        while (
            more := {
                story_id
                for judgement in judgements
                if {judgement.one, judgement.other} & among
                for story_id in (judgement.one, judgement.other)
            }
            - among
        ):
            among |= more
        told = self._tell(self._ledger.prints.latest(among), None, with_extents=True)
        return self._judge(told, judgements, with_extents=True)

    def lineage_around(self, story_id: str, *, with_extents: bool = True) -> tuple[Lineage, ...]:
        """The lineage of a story, of its families, of whom it has words from, and of those who have words of these.

        Raises:
            LedgerError: The story is not among those that the last update took in.
        """
        prints = self._ledger.prints
        neighbours = Neighbours(self._ledger, self._postings)
        near = neighbours.gather(prints.latest([story_id]))
        borrowers = {story.id for story in prints.stories(near.borrowers).values()}
        told = self._tell(near.texts, near, with_extents=False)
        inner = {one.story_id for one in _with_kin(told, {story_id})}
        lenders = {
            parent.story_id
            for one in told
            if one.story_id in inner
            for parent in one.parents
            if one.story_id == story_id or parent.story_id not in inner
        }
        asked = {story_id} | borrowers | lenders | self._judged_with(story_id)
        lineages = self._lineage_among(neighbours, asked, with_extents=with_extents)
        kin = {one.story_id for one in _with_kin(lineages, {story_id})}
        shown = kin | {one.story_id for one in _with_kin(lineages, lenders)}
        around = (
            one for one in lineages if one.story_id in shown or any(parent.story_id in kin for parent in one.parents)
        )
        return _holding(story_id, around)

    def lineage_beside(self, story_id: str) -> tuple[Lineage, ...]:
        """About the lineage of a story, of its families, of its parents and of those made from it, without extents.

        It is told by the texts that share words with the story itself or with its parents: whom the others share words
        with is not looked for. In a world of 10,000 stories, in families of up to 60, that takes a twentieth of the
        time of `lineage_around`; of 120 stories 118 have the same likeliest parent and 119 the same kind.

        Raises:
            LedgerError: The story is not among those that the last update took in.
        """
        neighbours = Neighbours(self._ledger, self._postings)
        asked = {story_id} | self._judged_with(story_id)
        told = self._tell_beside(neighbours, asked)
        parents = {parent.story_id for one in told if one.story_id == story_id for parent in one.parents}
        if not parents <= asked:
            told = self._tell_beside(neighbours, asked | parents)
        told = self._judge(told, self._judgements(), with_extents=False)
        kin = {one.story_id for one in _with_kin(told, {story_id})}
        kin |= {parent.story_id for one in told if one.story_id == story_id for parent in one.parents}
        beside = (
            one for one in told if one.story_id in kin or any(parent.story_id == story_id for parent in one.parents)
        )
        return _holding(story_id, beside)

    def _tell_beside(self, neighbours: Neighbours, story_ids: Set[str]) -> tuple[Lineage, ...]:
        near = neighbours.look_beside(self._ledger.prints.latest(story_ids))
        return self._tell(near.texts, near, with_extents=False)

    def _lineage_among(self, neighbours: Neighbours, story_ids: Set[str], *, with_extents: bool) -> tuple[Lineage, ...]:
        """As `lineage_of`, given what is known already of the stories around."""
        judgements = self._judgements()
        asked = set(story_ids)
        while True:
            near = neighbours.gather(self._ledger.prints.latest(asked))
            found = _with_kin(self._tell(near.texts, near, with_extents=with_extents), asked)
            # A judgement brings in the families of both its stories, and those may bring in more.
            reached = {one.story_id for one in found}
            more = {
                story_id
                for judgement in judgements
                if {judgement.one, judgement.other} & reached
                for story_id in (judgement.one, judgement.other)
            }
            if more <= asked:
                return _with_kin(self._judge(found, judgements, with_extents=with_extents), story_ids)
            asked |= more

    def _judged_with(self, story_id: str) -> set[str]:
        """The stories that were judged to be a copy of one or not, or it of them, itself among them."""
        of = [one for one in self._judgements() if story_id in (one.one, one.other)]
        return {other for judgement in of for other in (judgement.one, judgement.other)}

    def _judgements(self) -> tuple[Judgement, ...]:
        return self._ledger.judgements(JudgementKind.COPY) if self._with_judgements else ()

    def _judge(
        self, lineages: tuple[Lineage, ...], judgements: tuple[Judgement, ...], *, with_extents: bool
    ) -> tuple[Lineage, ...]:
        """The lineages as they were judged, with the text that a story shares with the one it was judged to be from."""
        judged = apply_copy_judgements(lineages, judgements)
        if not with_extents or judged == lineages:
            return judged
        yes = [(one.one, one.other) for one in judgements if one.verdict is Verdict.YES]
        stories = self._ledger.stories_by_id({story_id for pair in yes for story_id in pair})
        shared = {
            (here, there): align(stories[here].text, stories[there].text)
            for here, there in yes
            if here in stories and there in stories
        }
        return with_shared_text(judged, shared)

    def _tell(self, revisions: Iterable[int], near: Near | None, *, with_extents: bool) -> tuple[Lineage, ...]:
        prints = {one.revision: one for one in self._ledger.prints.of(revisions)}
        found_stories = self._ledger.prints.stories(prints)
        numbers, stories = list(found_stories), list(found_stories.values())
        links = find_links(stories, self._ledger.stories_at)
        texts = find_texts(stories, links)
        first = [numbers[index] for index in texts.first]
        found = unpack_fingerprints([prints[number] for number in first])
        if near:
            rows = np.array([near.row[near.texts[number]] for number in first], np.int64)
            pairs = replace(near.pairs.among(rows), rank=rank_stories(found))
        else:
            pairs = pair_stories(found)
        lineages = tell_lineage(stories, texts, found, pairs, links, with_extents=with_extents)
        return tuple(sorted(lineages, key=lambda one: one.story_id))


def _holding(story_id: str, lineages: Iterable[Lineage]) -> tuple[Lineage, ...]:
    """Lineages, among them that of the story that they were asked for.

    Raises:
        LedgerError: It is not there, as others added, changed or forgot the story meanwhile.
    """
    told = tuple(lineages)
    if all(one.story_id != story_id for one in told):
        raise LedgerError(
            f'story "{story_id}" was added, changed or forgotten while its lineage was looked for',
            "a story that stays as it is meanwhile",
            "Ask again",
        )
    return told


def _with_kin(lineages: Iterable[Lineage], story_ids: Set[str]) -> tuple[Lineage, ...]:
    """The lineages of stories and of all that have a family in common with one."""
    every = tuple(lineages)
    families = {family for one in every if one.story_id in story_ids for family in one.families}
    return tuple(one for one in every if families & set(one.families))

from sayso.records import ReuseKind
from sayso.reuse import detect_lineage
from tests.reuse.ledgers import by_story
from tests.reuse.texts import make_story, write_text

FIRST, SECOND = write_text(0), write_text(1)


def test_families_of_a_merged_story_go_by_names_of_their_own() -> None:
    """Whatever its id: that of a merged story does not stand for both."""
    stories = [make_story(f"b{number}", FIRST[:number], 2 + number) for number in (5, 6)]
    stories += [make_story(f"c{number}", SECOND[:number], 2 + number) for number in (5, 6)]
    stories.append(make_story("a", [*FIRST[:4], *SECOND[:4]], 20))
    found = by_story(detect_lineage(stories))
    assert found["a"].kind is ReuseKind.MERGED
    assert len(set(found["a"].families)) == 2
    assert not set(found["b5"].families) & set(found["c5"].families)


def test_a_merged_story_has_kin_in_each_of_its_families() -> None:
    one, two, three, four = write_text(720, 1, 27), write_text(721, 1, 22), write_text(722, 2, 23), write_text(723, 1)
    stories = [
        make_story("a", one, 20),
        make_story("c", two, 16),
        make_story("y", [*two, *three, *four], 17),
        make_story("z", [*one, three[1]], 19),
    ]
    found = detect_lineage(stories)
    for lineage in found:
        assert len(set(lineage.families)) == len(lineage.families)
        if lineage.kind is ReuseKind.MERGED:
            for family in lineage.families:
                assert any(family in other.families for other in found if other is not lineage)

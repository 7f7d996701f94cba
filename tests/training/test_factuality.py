import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.factuality import grid_of, join_tokens


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ("The mayor did n't say .", "The mayor didn't say."),
        ("`` It is over , '' he said .", '"It is over," he said.'),
        ("last month 's fire -LRB- in Harborton -RRB- cost $ 5", "last month's fire (in Harborton) cost $5"),
        ('She said " no " twice', 'She said "no" twice'),
    ],
)
def test_tokens_are_set_as_print_has_them(tokens: str, text: str) -> None:
    assert join_tokens(tokens.split(" "))[0] == text


@given(st.lists(st.sampled_from(["a", "ferry", "n't", ",", '"', "''", "``", "(", ")", "$", "'s"]), min_size=1))
def test_every_token_starts_where_it_is_said_to(tokens: list[str]) -> None:
    text, starts = join_tokens(tokens)
    printed = ['"' if token in ("''", "``") else token for token in tokens]
    assert [text[at : at + len(token)] for at, token in zip(starts, printed, strict=True)] == printed


def test_the_grid_has_its_steps_half_way_between_the_scale_s() -> None:
    labels = np.array([3.0, -3.0, 2.4, -1.6, 1.4, 0.6, 0.4, 0.0])
    assert grid_of(labels).tolist() == [0, 0, 1, 1, 2, 2, 3, 3]

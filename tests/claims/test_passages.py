import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from sayso.attribution.network.model import shipped_folder
from sayso.claims.passages import CLAIM_PIECES, CONTEXT_PIECES, WORDS_PIECES, PairPieces, Passage, cut_pair
from sayso.inference.folder import TOKENIZER_FILE

TOKENIZER = Tokenizer.from_file(str(shipped_folder() / TOKENIZER_FILE))
TOKENIZER.no_truncation()
TOKENIZER.no_padding()
FIRST, BETWEEN = TOKENIZER.token_to_id("[CLS]"), TOKENIZER.token_to_id("[SEP]")
WORDS = st.lists(
    st.sampled_from(["harbour", "Ida", "Strand", "reopens", "-", "unreadableness", "12,000", "Århus"])
).map(" ".join)


def pieces_of(text: str) -> list[int]:
    return list(TOKENIZER.encode(text, add_special_tokens=False).ids)


def fields_of(pair: PairPieces) -> list[list[int]]:
    fields: list[list[int]] = [[]]
    for piece in pair.ids.tolist()[1:]:
        if piece == BETWEEN:
            fields.append([])
        else:
            fields[-1].append(piece)
    assert fields.pop() == []
    return fields


def test_claim_words_and_context_stand_in_this_order() -> None:
    pair = cut_pair(TOKENIZER, "The harbour reopens", Passage("it will reopen", "Ida Strand said"))
    assert pair.ids[0] == FIRST
    assert fields_of(pair) == [
        pieces_of("The harbour reopens"),
        pieces_of("it will reopen"),
        pieces_of("Ida Strand said"),
    ]


def test_a_passage_without_context_has_no_field_for_it() -> None:
    assert len(fields_of(cut_pair(TOKENIZER, "The harbour reopens", Passage("it will reopen")))) == 2


@given(WORDS, WORDS, WORDS)
def test_only_the_words_of_the_passage_are_its_part(claim: str, words: str, context: str) -> None:
    pair = cut_pair(TOKENIZER, claim, Passage(words, context))
    assert len(pair) == len(pair.ids) == len(pair.parts)
    assert pair.ids[pair.parts == 1].tolist() == [*pieces_of(words)[:WORDS_PIECES], BETWEEN]


@pytest.mark.parametrize(
    ("field", "kept"), [(0, slice(CLAIM_PIECES)), (1, slice(WORDS_PIECES)), (2, slice(-CONTEXT_PIECES, None))]
)
def test_what_is_too_long_keeps_its_start_and_a_context_its_end(field: int, kept: slice) -> None:
    texts = ["a", "b", "c"]
    texts[field] = " ".join(str(number) for number in range(400))
    pair = cut_pair(TOKENIZER, texts[0], Passage(*texts[1:]))
    assert fields_of(pair)[field] == pieces_of(texts[field])[kept]

"""The options that trainings have in common."""

import argparse
from pathlib import Path

BUDGET_PIECES = 2560
"""Pieces in a batch of stories."""


def add_minutes(parser: argparse.ArgumentParser) -> None:
    """The option of a training that the clock ends."""
    parser.add_argument(
        "--minutes", type=float, default=None, help="stop after so many, in place of epochs; the rate goes by the clock"
    )


def add_invented(parser: argparse.ArgumentParser) -> None:
    """The option of a training that learns invented events as it learns all other stories."""
    parser.add_argument("--invented", action="store_true", help="learn the stories of invented events, too")


def add_options(parser: argparse.ArgumentParser, epochs: int, rate: float, head_rate: float) -> None:
    """The options that every training of attributions has, with these defaults."""
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=epochs)
    add_minutes(parser)
    parser.add_argument("--rate", type=float, default=rate)
    parser.add_argument("--head-rate", type=float, default=head_rate)
    parser.add_argument("--budget-pieces", type=int, default=BUDGET_PIECES)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--events-of", type=Path, default=None, help="a run of training.label_events to learn from too")
    parser.add_argument("--stories-alone", action="store_true", help="learn no events")
    parser.add_argument(
        "--stories", type=at_least_one, default=None, help="for a trial the first N, and as few of the events"
    )


def at_least_one(typed: str) -> int:
    """A number of things that a training wants one of at least.

    Raises:
        argparse.ArgumentTypeError: it is none.
    """
    if not typed.isdecimal() or int(typed) < 1:
        raise argparse.ArgumentTypeError(f"{typed!r} was given, and 1 or more is wanted")
    return int(typed)

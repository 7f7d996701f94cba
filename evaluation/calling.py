"""How evaluations are called: `python -m evaluation.NAME --help` tells what is measured, and with which arguments."""

from argparse import ArgumentParser, RawDescriptionHelpFormatter


def parser_for(name: str, about: str | None) -> ArgumentParser:
    """What reads the arguments of an evaluation.

    Args:
        name: Its module's.
        about: What it measures: its module's docstring.
    """
    return ArgumentParser(
        prog=f"python -m evaluation.{name}", description=about, formatter_class=RawDescriptionHelpFormatter
    )

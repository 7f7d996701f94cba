"""What is to be watched: the addresses that are given, that stand in a list, or that an OPML file lists."""

from collections.abc import Iterable

from sayso.errors import InputError, UsageError
from sayso.ingest import Format, Input, find_inputs
from sayso.ingest.raw.files import read_whole
from sayso.ingest.readers.listings import read_list
from sayso.settings import LARGEST_FILE_BYTES


def find_feeds(targets: Iterable[str]) -> list[str]:
    """The addresses of the feeds and sitemaps that some targets name, in their order, each once.

    Args:
        targets: Addresses; files of addresses, one a line; OPML files; files of sitemaps of sitemaps, which list
            sitemaps; folders of such files.

    Raises:
        UsageError: a target names no feed.
    """
    inputs = [source for target in targets for source in find_inputs(target)]
    return list(dict.fromkeys(address for source in inputs for address in _addresses_of(source)))


def _addresses_of(source: Input) -> list[str]:
    if source.format is Format.ADDRESS:
        return [source.path]
    if source.refusal or source.format not in (Format.OPML, Format.SITEMAP):
        raise UsageError(
            f"{source.where} is no list of feeds",
            "addresses of feeds, one a line, or an OPML file",
            "Name the feed itself by its address",
        )
    try:
        listed = read_list(read_whole(source.path, LARGEST_FILE_BYTES))
    except InputError as error:
        raise UsageError(f"{source.where}: {error.came}", error.wanted, error.remedy) from error
    if any(one.is_page for one in listed):
        raise UsageError(
            f"{source.where} lists pages, which a file cannot tell changes of",
            "addresses of feeds, or an OPML file",
            "Name the sitemap by its address; sayso add reads the pages of the file",
        )
    return [one.url for one in listed]

"""XML as it may be read from anyone: no entities, nothing outside the file, and a bounded depth."""

from lxml import etree

from sayso.errors import InputError

_FIRST_PROBLEM_CHARS = 120


def parse_xml(data: bytes, what: str) -> etree._Element:
    """Parse XML; libxml2 itself refuses elements nested more than 256 deep.

    Args:
        data: The whole file.
        what: What it ought to be ("a NewsML-G2 file").

    Raises:
        InputError: it is not well-formed, nested too deep, or declares entities of its own.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(
            f"XML that cannot be followed ({str(error)[:_FIRST_PROBLEM_CHARS]})", what, "Check that it came whole"
        ) from error
    except ValueError as error:
        raise InputError(f"no XML ({error})", what, "Check that it came whole") from error
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and next(declared.iterentities(), None) is not None:
        raise InputError("XML that declares entities of its own", what, "Save it again without its DOCTYPE")
    return root


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace; empty for a comment or an instruction."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def words_of(element: etree._Element | None) -> str | None:
    """The words within an element, with single spaces; None where there are none."""
    return None if element is None else " ".join("".join(element.itertext()).split()) or None

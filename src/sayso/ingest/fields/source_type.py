"""What a publisher says of how a text came about, by IPTC's digital source types: machine-made ones are noted.

https://cv.iptc.org/newscodes/digitalsourcetype/
"""

_MACHINE_MADE = {
    "trainedalgorithmicmedia": "made by a generative model",
    "compositewithtrainedalgorithmicmedia": "made in part by a generative model",
    "compositesynthetic": "made in part by a machine",
    "algorithmicmedia": "made by a machine",
    "algorithmicallyenhanced": "edited by a machine",
    "datadrivenmedia": "made by a machine from data",
}
_ENDING = "digitalsource"  # of schema.org's names


def note_of_source_type(code: object) -> str | None:
    """What a reader must know of a text of this digital source type; None where people made it, or nothing is said.

    Args:
        code: The type as an address, a QCode ("digsrctype:dataDrivenMedia"), a bare code, or as schema.org names it
            ("DataDrivenMediaDigitalSource").
    """
    if not isinstance(code, str):
        return None
    name = code.strip().rstrip("/").replace(":", "/").rpartition("/")[2]
    told = _MACHINE_MADE.get(name.lower().removesuffix(_ENDING))
    return f"{told}, as its publisher says ({name})" if told else None


def join_notes(*notes: str | None) -> str | None:
    """Several notes as one; None where there are none."""
    return "; ".join(filter(None, notes)) or None

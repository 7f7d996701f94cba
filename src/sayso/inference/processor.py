"""What the processor can do that decides how int8 networks are run on it."""

import re
from pathlib import Path

PROCESSOR_FILE = Path("/proc/cpuinfo")
"""Where Linux tells of the processor; other systems have no such file."""

_FLAGS = re.compile(r"^flags\s*:(?P<flags>.*)$", re.MULTILINE)
_EXACT = frozenset({"avx512_vnni", "avx_vnni"})


def adds_int8_exactly(file: Path = PROCESSOR_FILE) -> bool:
    """Tell whether the processor is known to add int8 products in 32 bits (VNNI), so that none overflows.

    False also where nothing is known: whoever asks then takes the way that is exact on every processor.
    """
    try:
        told = file.read_text(encoding="ascii", errors="replace")
    except OSError:
        return False
    found = _FLAGS.search(told)
    return found is not None and not _EXACT.isdisjoint(found["flags"].split())

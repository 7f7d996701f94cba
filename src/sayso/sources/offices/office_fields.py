"""The fields that offices are of: "health" of the Health Ministry, "parks" of a city's parks department."""

import re

_SHARED = (
    r"interior|finance|health|justice|education|transport(?:ation)?|energy|agriculture|environment(?:al)?|culture|"
    r"labou?r|economy|tourism|police|housing|water"
)
LOCAL_FIELD = rf"(?:{_SHARED}|home|fire|planning|public (?:works|safety|health)|parks)"
"""Of the offices of cities and of members of a union."""
NATIONAL_FIELD = (
    rf"(?:{_SHARED}|(?:home|foreign)(?! affairs)|defen[cs]e|trade|information|railways?|industry|commerce|treasury|"
    r"security|(?:civil )?aviation|shipping|maritime|migration|immigration|(?:food )?safety|digital|"
    r"(?:social |public )?(?:affairs|welfare|services)|(?:work and )?pensions|sports?|science|development|"
    r"fisheries|mining|mines|climate|communications?|infrastructure|civil protection|emergenc(?:y|ies)|"
    r"foreign affairs|external affairs|internal affairs|home affairs|public order|equality|children|family)"
)
"""Of the offices of a whole state.

No words are fields in two ways: a run of them that is no office after all would be tried in all of these.
"""
_FIELD = re.compile(rf"(?!treasury){NATIONAL_FIELD}|{LOCAL_FIELD}", re.IGNORECASE)


def is_field(words: str) -> bool:
    """Tell whether words are what an office is of, and name no body: "Public Health", "Police"."""
    return _FIELD.fullmatch(words) is not None

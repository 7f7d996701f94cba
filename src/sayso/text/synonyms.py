"""Words that news uses for one another: "casualties" for "killed or wounded", "troops" for "soldiers"."""

from sayso.text.word_tables import word_table

_GROUPS = (
    "killed killing dead died deaths fatalities casualties losses",
    "wounded injured injuries hurt casualties losses",
    "attack assault strike raid offensive",
    "bombing bomb blast explosion",
    "shooting shot gunfire",
    "soldiers troops servicemen forces",
    "rebels insurgents militants fighters",
    "plane jet airliner aircraft",
    "ship vessel boat",
    "village settlement town",
    "meddling meddled interference interfered",
    "spies spying espionage",
    "summit meeting talks",
    "agreement accord deal pact treaty",
    "protest demonstration rally march",
    "protesters demonstrators",
    "investigation probe inquiry",
    "law legislation bill",
    "ruling verdict judgment",
    "unlawful illegal",
    "arrested detained custody",
    "jailed imprisoned prison",
    "charged indicted charges indictment",
    "accused alleged allegations accusations",
    "election vote ballot polls",
    "resign resignation quit",
    "sacked fired dismissed",
    "suspended suspension halted",
    "withdraw withdrawal scrap",
    "ban banned prohibited",
    "fire blaze burning",
    "quake earthquake tremor",
    "flood flooding floods",
    "storm hurricane typhoon cyclone",
    "sick ill illness disease",
    "vaccine vaccination jab",
    "company firm",
    "buy purchase acquire takeover acquisition",
    "layoffs redundancies",
    "tariffs duties",
    "children kids",
    "refugees migrants",
    "licence license permit",
    "houses homes",
    "lorry truck",
    "workers employees staff",
    "pupils students schoolchildren",
    "lawsuit sued suing",
    "hack hacked breach cyberattack",
    "leak leaked disclosed",
    "outbreak epidemic",
    "contaminated contamination tainted",
    "missing unaccounted",
    "deported deportation expelled expulsion",
    "ceasefire truce",
    "bribes bribery kickbacks",
    "hostages captives",
    "crash crashed accident",
    "strike walkout stoppage",
)

_OTHERS: dict[str, set[str]] = {}
for _group in map(word_table, _GROUPS):
    for _word in _group:
        _OTHERS.setdefault(_word, set()).update(_group - {_word})


def synonyms_of(word: str) -> frozenset[str]:
    """Other words for a word of a claim."""
    return frozenset(_OTHERS.get(word.casefold(), ()))

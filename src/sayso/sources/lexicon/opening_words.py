"""What has a capital at the start of a sentence, and is no name."""

from sayso.sources.lexicon.person_words import GROUP_NOUNS
from sayso.text.word_tables import word_table

NOT_NAMES = word_table(
    "The A An This That These Those He She It They We I You His Her Its Their Our My Your And But Or Nor So Yet "
    "For If When While As At By In On Of To From With After Before Since Until During Although Though Because "
    "However Meanwhile According Also Both Some Many Most Several Other Others Another Such No Not None Neither "
    "Either One Two Three Four Five Six Seven Eight Nine Ten There Here What Who Whom Whose Which Why How Where "
    "Then Than Now Today Yesterday Tomorrow Earlier Later Last Next First Second Early Late Monday Tuesday "
    "Wednesday Thursday Friday Saturday Sunday January February March April May June July August September "
    "October November December Yes Well Just Only Even Still Despite Among Over Under Between About Around "
    "Against Through Once Again Asked Following Including More Less All Any Each Every Few Much Speaking Citing "
    "Writing Responding Initial Local Sources Source Categories Related Read Advertisement Details Background "
    "Photo Image File Let Do Does Did Is Are Was Were Be Has Have Had Can Could Would Will Should Might Must "
    "Shall Having Being Additionally Furthermore Moreover Therefore Thus Instead Perhaps Maybe Sometimes "
    "Recently Currently Afterwards Nevertheless Nonetheless Thereafter Soon Whenever Like Back Curiously Lastly "
    "Initially Further Social True Multiple Never Always Often Whether Nobody Everyone Someone Everything "
    "Up Finally Nothing Something People's Given Courtesy Beside Nowhere Elsewhere Twenty Thirty Forty Fifty Sixty "
    "Seventy Eighty Ninety Feb Apr Jul Aug Sept Oct Nov Dec "
    "Consequently Similarly Unfortunately Fortunately Obviously Clearly Apparently Ironically Notably Sadly Frankly "
    "Essentially Eventually Ultimately Certainly Specifically Generally Typically Usually Historically Previously "
    "Subsequently Accordingly Naturally Presumably Reportedly Supposedly Hopefully Importantly Interestingly "
    "Separately Somebody Updated Posted Published Neighbouring Neighboring Nearby Okay OK Yeah Hey Oh Wow Hello GMT UTC"
)
"""Capitalised at the start of a sentence, and no part of a name."""

COMMON_STARTS = frozenset(noun.capitalize() for noun in GROUP_NOUNS) | word_table(
    "Police Shares Stocks Carmaker Automaker Drugmaker Chipmaker Planemaker Steelmaker Retailer Insurer Lender Brewer "
    "Reports Experiments Charges Photos Videos Image Multiple Aides Associates Relatives Sources Results "
    "Part Parts Half Rival Airline Brokerage"
)
"""Common nouns that often open a sentence."""

"""What media and platforms are called."""

from sayso.text.word_tables import word_table

MEDIA_NOUNS = word_table(
    "newspaper newspapers agency channel broadcaster magazine daily tabloid weekly radio television tv press "
    "media outlet outlets network publication publications portal news newswire paper papers journal station "
    "broadcasters show programme"
)
"""What media are called; some of them count only after "news", "state" or the like."""

SURE_MEDIA_NOUNS = MEDIA_NOUNS - word_table(
    "agency channel network portal paper papers journal station daily weekly outlet"
)

MEDIA_NAME_WORDS = word_table(
    "Times Post Herald Tribune Guardian Telegraph Gazette Journal News Broadcasting Radio TV Television Press "
    "Daily Chronicle Observer Independent Mirror Globe Mail Sun Star Examiner Courier Reporter Standard Today "
    "Weekly Magazine Inquirer Dispatch Insider Atlantic Reuters Media Network Sentinel Bulletin Argus Pravda "
    "Show Ledger Register Echo Advocate Digest Docket"
)
"""Words that end the names of newspapers and broadcasters."""

PLATFORMS = word_table("twitter facebook instagram telegram youtube tiktok")
"""Where words are posted; alone and with a capital, the company."""

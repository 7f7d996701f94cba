"""What languages are called in English, by their codes in ISO 639-1."""

_NAMES = (
    "af Afrikaans, am Amharic, an Aragonese, ar Arabic, as Assamese, az Azerbaijani, be Belarusian, bg Bulgarian, "
    "bn Bengali, br Breton, bs Bosnian, ca Catalan, cs Czech, cy Welsh, da Danish, de German, dz Dzongkha, el Greek, "
    "en English, eo Esperanto, es Spanish, et Estonian, eu Basque, fa Persian, fi Finnish, fo Faroese, fr French, "
    "ga Irish, gl Galician, gu Gujarati, he Hebrew, hi Hindi, hr Croatian, ht Haitian, hu Hungarian, hy Armenian, "
    "id Indonesian, is Icelandic, it Italian, ja Japanese, jv Javanese, ka Georgian, kk Kazakh, km Khmer, kn Kannada, "
    "ko Korean, ku Kurdish, ky Kyrgyz, la Latin, lb Luxembourgish, lo Lao, lt Lithuanian, lv Latvian, mg Malagasy, "
    "mk Macedonian, ml Malayalam, mn Mongolian, mr Marathi, ms Malay, mt Maltese, my Burmese, nb Norwegian, "
    "ne Nepali, nl Dutch, nn Norwegian, no Norwegian, oc Occitan, or Odia, pa Punjabi, pl Polish, ps Pashto, "
    "pt Portuguese, qu Quechua, ro Romanian, ru Russian, rw Kinyarwanda, se Northern Sami, si Sinhala, sk Slovak, "
    "sl Slovenian, so Somali, sq Albanian, sr Serbian, sv Swedish, sw Swahili, ta Tamil, te Telugu, tg Tajik, "
    "th Thai, ti Tigrinya, tk Turkmen, tl Tagalog, tr Turkish, ug Uyghur, uk Ukrainian, ur Urdu, uz Uzbek, "
    "vi Vietnamese, vo Volapük, wa Walloon, xh Xhosa, yi Yiddish, zh Chinese, zu Zulu"
)
_BY_CODE = dict(one.split(" ", 1) for one in _NAMES.split(", "))


def name_language(code: str | None) -> str:
    """The English name of a language: "Turkish" for "tr"; a code that is not known as it stands."""
    if not code or code == "und":
        return "an unknown language"
    return _BY_CODE.get(code.partition("-")[0].casefold(), code)

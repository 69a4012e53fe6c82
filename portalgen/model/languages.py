"""The codes of languages and countries, and the names by which people write a language instead.

ISO 639-1 and ISO 3166-1; languages that have three letters are not listed. Variants are those that
are registered (BCP 47), so that a name of a country is not taken for one. Each line of names begins
with the tag that is meant by them.
"""

import re
from collections.abc import Iterator

_LANGUAGES = """
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da
    de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy
    hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg
    li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or
    os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw
    ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
_COUNTRIES = """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR
    BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ
    EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW
    GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY
    KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV
    MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY
    QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG
    TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA
    ZM ZW
"""
_VARIANTS = """
    1606nict 1694acad 1901 1959acad 1994 1996 abl1943 akuapem alalc97 aluku ao1990 aranes arevela
    arevmda asante auvern baku1926 balanka barla basiceng bauddha biscayan biske bohoric boont
    bornholm cisaup colb1945 cornu creiss dajnko ekavsk emodeng fonipa fonkirsh fonnapa fonupa
    fonxsamp gallo gascon grclass grital grmistr hepburn heploc hognorsk hsistemo ijekavsk itihasa
    ivanchov jauer jyutping kkcor kociewie kscor laukika lemosin lengadoc lipaw luna1918 mdcegyp
    mdctrans metelko monoton ndyuka nedis newfound nicard njiva nulik osojs oxendict pahawh2
    pahawh3 pahawh4 pamaka peano petr1708 pinyin polyton provenc puter rigik rozaj rumgr scotland
    scouse simple solba sotav spanglis surmiran sursilv sutsilv synnejyl tarask tongyong tunumiit
    uccor ucrcor ulster unifon vaidika valencia vallader vecdruka vivaraup wadegile xsistemo
"""
_NAMES = """
    ar-EG arabic
    bg-BG bulgarian
    ca-ES catalan català
    cs-CZ czech čeština
    cy-GB welsh cymraeg
    da-DK danish dansk
    de-DE german deutsch alemán allemand
    el-GR greek
    en-US english american englisch inglés anglais
    es-ES spanish español spanisch castellano espagnol
    et-EE estonian eesti
    eu-ES basque euskara
    fa-IR persian
    fi-FI finnish suomi
    fr-FR french français französisch francés
    ga-IE irish gaeilge
    gl-ES galician galego
    he-IL hebrew
    hi-IN hindi
    hr-HR croatian hrvatski
    hu-HU hungarian magyar
    id-ID indonesian indonesia
    is-IS icelandic íslenska
    it-IT italian italiano italienisch
    ja-JP japanese
    ko-KR korean
    lt-LT lithuanian lietuvių
    lv-LV latvian latviešu
    nb-NO norwegian norsk
    nl-NL dutch nederlands
    pl-PL polish polski
    pt-BR portuguese português
    ro-RO romanian română
    ru-RU russian
    sk-SK slovak slovenčina
    sl-SI slovenian slovenščina
    sr-RS serbian
    sv-SE swedish svenska
    th-TH thai
    tr-TR turkish türkçe
    uk-UA ukrainian
    ur-PK urdu
    vi-VN vietnamese
    zh-CN chinese
"""
# Codes of countries that are written where the one of a language belongs, and the other way.
_MISTAKEN_LANGUAGES = """
    at:de cn:zh cz:cs dk:da gb:en gr:el il:he in:hi jp:ja kr:ko mx:es ua:uk us:en
    deu:de eng:en esp:es fra:fr fre:fr ger:de ita:it nld:nl por:pt spa:es sp:es
"""
_MISTAKEN_COUNTRIES = "EN:GB UK:GB USA:US DEU:DE GER:DE AUT:AT CHE:CH ESP:ES MEX:MX GBR:GB CAN:CA"

LANGUAGES = frozenset(_LANGUAGES.split())
COUNTRIES = frozenset(_COUNTRIES.split())
VARIANTS = frozenset(_VARIANTS.split())


def language_meant(text: str) -> str | None:
    """Return the tag that is meant by a name of a language or by a tag with a slip."""
    from difflib import get_close_matches

    first, *rest = re.split(r"[-_ ]", text.strip())
    language = first.lower()
    language = _pairs(_MISTAKEN_LANGUAGES).get(language, language)
    if language in LANGUAGES:
        country = rest[-1].upper() if rest else ""
        country = _pairs(_MISTAKEN_COUNTRIES).get(country, country)
        return f"{language}-{country}" if country in COUNTRIES else language
    names = dict(_named_languages())
    close = get_close_matches(first.lower(), names, n=1, cutoff=0.75)
    return names[close[0]] if close else None


def _named_languages() -> Iterator[tuple[str, str]]:
    """Yield the names of languages, in English and their own, with the tag that each means."""
    for line in _NAMES.strip().splitlines():
        tag, *names = line.split()
        yield from ((name, tag) for name in names)


def _pairs(text: str) -> dict[str, str]:
    return dict(pair.split(":") for pair in text.split())

"""Streets in running text: a house number and a street's name, in the order of English, or of the continent."""

import re

_TYPES_EN = (
    "Street|Str|St|Road|Rd|Avenue|Ave|Av|Boulevard|Blvd|Drive|Dr|Lane|Ln|Court|Ct|Place|Pl|Plaza|Plz|Square|Sq|Terrace|Ter"
    "|Tce|Trail|Trl|Parkway|Pkwy|Pky|Highway|Hwy|Way|Circle|Cir|Crescent|Cres|Cr|Close|Grove|Gardens|Gdns|Row|Walk|Mews|Hill"
    "|Quay|Esplanade|Esp|Parade|Pde|Promenade|Turnpike|Tpke|Pike|Loop|Run|Crossing|Xing|Expressway|Expy|Freeway|Fwy|Alley"
    "|Bypass|Causeway|Commons|Cove|Glen|Green|Heights|Landing|Manor|Meadows?|Mill|Park|Path|Point|Ridge|Rise|Station|View"
    "|Vista|Wharf|Wynd|Yard|Broadway|Marg|Nagar|Salai|Chowk|Colony|Layout"
)
_DIRECTION = r"(?:N\.?[EW]?|S\.?[EW]?|E|W|North|South|East|West|North-?east|North-?west|South-?east|South-?west)"
_NUMBER = r"(?<![\w.,/#$€£:(-])(?<!\d )(?:No\.? ?)?\d{1,6}(?: ?[-–/] ?\d{1,5})?(?:-?[A-Za-z])?(?: 1/2)?"
_WORD = (
    r"(?:[NSEW]{1,2}\.|St\.|Ste\.|Mt\.|Ft\.|Dr\.|[A-Z]\.|[A-ZÀ-Þ][\w'’&-]{0,30}|\d{1,3}(?:st|nd|rd|th)"
    r"|of|the|de|la|del|los|las|du|van|on|and)"
)
_NUMBERED = r"(?:State |County |US |U\.S\. )?(?:Highway|Hwy\.?|Route|Rte\.?|Road) \d{1,4}[A-Z]?|US[- ]\d{1,3}|Avenue [A-Z]|Avenue of the [A-Z]\w+"
STREET_EN = re.compile(
    rf"{_NUMBER},? (?:(?:{_DIRECTION}\.? )?(?:{_NUMBERED}|Broadway)|(?:{_WORD} ){{1,5}}?(?:(?i:{_TYPES_EN})\b\.?))"
    rf"(?: {_DIRECTION}\b\.?(?! [A-Z][a-z]+,? [A-Z]{{2}}\b))?(?![\w'’])"
)
"""`41 W Broad Street`, `1745 38th St.`, `11380 Prosperity Farms Rd`, `500 Highway 17`."""

_UNIT_WORD = "Suite|Ste|Unit|Apt|Apartment|Room|Rm|Office|Floor|Level|Lvl|Building|Bldg|Shop|Studio|Bureau|Boîte|Bte|Bus|Tower|Flat"
UNIT = re.compile(
    rf"[\s,·•–-]*(?:\b(?i:{_UNIT_WORD})\b\.?\s?#?\s?(?:[A-Z]?-?\d[\w-]{{0,6}}|[A-Z]\d?\b(?!\w))|#\s?[A-Z]?-?\d[\w-]{{0,6}}"
    r"|\d{1,2}(?:st|nd|rd|th|e|er|ème) (?i:Floor|étage)\b|(?i:(?:Ground|First|Second|Third|Fourth|Fifth|Lower|Upper|Top) (?:Floor|Level))\b)"
)
"""`, Suite 202`, ` #4B`, `, 2nd Floor`: what stands behind a street in the same building."""

UNIT_BEFORE = re.compile(
    r"\b(?i:Suite|Ste|Unit|Level|Shop|Floor|Flat|Apartment|Office|Room)\.? ?[A-Z]?\d{1,4}[A-Z]?(?:,\s*| )\Z"
)
"""`Level 2, ` before a house number, as Australia and Great Britain write it."""

_NUMBER_EU = r"\d{1,4}(?: ?(?:bis|ter|quater|[A-Za-z](?![\wÀ-ÿ])))?(?: ?[-–/] ?\d{1,4}[A-Za-z]?)?"
_TYPES_FR = (
    "rue|avenue|av\\.|boulevard|boul\\.|bd|bld|place|pl\\.|chemin|ch\\.|route|rte|allée|allee|impasse|quai|cours|chaussée|chaussee|square"
    "|passage|clos|drève|sentier|faubourg|voie|esplanade|venelle|montée|traverse|rond-point|parvis"
)
_TYPES_ES = (
    "calle|c/|c\\.|avenida|avda\\.?|avd\\.?|av\\.?|paseo|pº|plaza|pza\\.?|pl\\.|carretera|ctra\\.?|camino|ronda|travesía|rambla"
    "|glorieta|vía|gran vía|carrer|avinguda|passeig|plaça"
)
_NAME_EU = r"[^\n\d,;:|!?()<>@]{2,50}?"
STREET_EU = re.compile(
    rf"(?<![\w-])(?:{_NUMBER_EU},? (?i:{_TYPES_FR}) (?!\d){_NAME_EU}(?=[\n,]| ?[-–(]|\Z| (?:B-?|F-?)?\d{{4,5}} )"
    rf"|(?i:{_TYPES_FR}|{_TYPES_ES}) ?{_NAME_EU},? ?(?:n[°ºo]\.? ?|nr\.? |núm\. ?)?{_NUMBER_EU}(?!\w)"
    rf"|(?:[A-ZÄÖÜ][\wÄÖÜäöüß.-]{{0,30}}[ -]){{0,4}}[A-ZÄÖÜ][\wÄÖÜäöüß-]{{0,30}}"
    r"(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer|chaussee|markt|graben|steig|straat|laan|plein|steenweg|dreef|lei|kaai|dijk)"
    rf" {_NUMBER_EU}(?!\w)"
    rf"|(?:(?:Am|An|Auf|Im|In|Zum|Zur|Unter|Alte[rn]?|Neue[rn]?) (?:der |den |dem )?)?(?:[A-ZÄÖÜ][\wäöüß.-]{{1,30}} ){{0,2}}"
    rf"(?:Straße|Strasse|Str\.|Weg|Platz|Allee|Gasse|Ring|Damm|Ufer|Markt) {_NUMBER_EU}(?!\w))"
)
"""`12, rue de la Gare`, `Chaussée de Dave 116`, `Hauptstraße 5a`, `C/ Mayor 12`, `Kerkstraat 3`."""

PO_BOX = re.compile(r"\b(?i:P\.? ?O\.? ?Box|Post Office Box|GPO Box|Postfach|Apartado|BP) ?\d{1,7}\b")

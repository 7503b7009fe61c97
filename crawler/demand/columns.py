"""Which column of an export holds what: by the name in its language, else by where it stands."""

import difflib
import re
import unicodedata
from collections.abc import Mapping, Sequence

from crawler.demand.numbers import Unreadable, count, share

NEEDED = ("clicks", "impressions")

_NAMES: tuple[tuple[str, str], ...] = (
    ("ctr", "ctr klickrate klickfrekvens klikfrequentie klikpercentage clickthrough tasadeclics tauxdeclics taxadecliques "
            "percentualedi clicratio 点击率 點閱率 クリック率 클릭률"),
    ("clicks", "clicks clics clic clique klick klik 点击 點擊 クリック 클릭 клик нажат tiklama"),
    ("impressions", "impression impresi impress vertoning wyswietlen zobrazen visning 展示 曝光 表示回数 노출 показ gosterim "
                    "goruntulen"),
    ("position", "position posicion posizion posicao positie pozycj pozice posisi posisj placering konum ranking 排名 順位 순위 позиц"),
    ("other", "site property website propiedad propriete propriedade proprieta searchtype"),
    ("query", "quer requet suchanfrag suchbegriff consult zoekopdracht zoekterm keyword searchterm motcle zapytan sorgu dotaz "
              "sokfrag sogeord hakusana 查询 查詢 クエリ 검색어 запрос"),
    ("page", "page pagin seite url landing strona adres address sayfa strank sida 网页 網頁 ページ 페이지 страниц"),
    ("date", "date datum data fecha dag tag jour giorno dia day 日期 日付 날짜 дата tarih"),
    ("country", "countr pays pais paes land laender lander kraj 国家 國家 国 국가 стран ulke"),
    ("device", "device dispositiv appareil gerat dispositiv apparaat apparaten urzadzen enhet 设备 裝置 デバイス 기기 устройств cihaz"),
    ("appearance", "appearance apparence apparition aparienc aspecto aspetto darstellung uiterlijk weergave 外观 検索での見え方"),
)  # fmt: skip
"""Beginnings of words, without accents, in the order in which they are looked for: "URL clicks" are clicks. Names of several
words are written together. Languages: en es fr de it pt nl in full, the larger others as far as known."""

_KNOWN = tuple((role, tuple(names.split())) for role, names in _NAMES)
_WHOLE = frozenset("data dag tag jour dia day land giorno site url".split())
"""Names that other words begin with."""

_ALIKE = 0.82
"""Likeness of a misspelt name: "impresions", "clciks"."""

_MARK = re.compile(r"[\W_]+")


def role_of(name: str) -> str | None:
    """What a column of this name holds; null where the name is in no list."""
    words = _MARK.sub(" ", _plain(name)).split()
    together = "".join(words)
    for role, stems in _KNOWN:
        if any(_begins(stem, words, together) for stem in stems):
            return role
    spellings = {stem: role for role, stems in _KNOWN for stem in stems if len(stem) >= 4}
    near = [match for word in words for match in difflib.get_close_matches(word[:30], spellings, 1, _ALIKE)]
    return spellings[near[0]] if near else None


def named_columns(header: Sequence[str]) -> dict[str, int]:
    """Place of each column by its role. Of two with one role (an export that compares two periods) it is the first."""
    roles: dict[str, int] = {}
    for place, name in enumerate(header[:100]):
        role = role_of(name)
        if role and role != "other":
            roles.setdefault(role, place)
    return roles


def compares_periods(header: Sequence[str]) -> bool:
    """Whether clicks or impressions stand twice."""
    roles = [role_of(name) for name in header[:100]]
    return any(roles.count(role) > 1 for role in NEEDED)


def columns_by_place(rows: Sequence[Sequence[str]]) -> Mapping[str, int] | None:
    """Columns of a table whose header is in no language we know: its first column, clicks, impressions, CTR and position,
    as Search Console has them. Null where the values are not such."""
    full = [row for row in rows if any(cell.strip() for cell in row)]
    if not full or any(len(row) != 5 for row in full):
        return None
    try:
        counts = [(count(row[1]), count(row[2])) for row in full]
        rates = [share(row[3]) for row in full]
    except Unreadable:
        return None
    if any(clicks is not None and shown is not None and clicks > shown for clicks, shown in counts):
        return None
    if not any(rate and (rate[1] or rate[0] <= 1) for rate in rates):
        return None
    return {"unknown": 0, "clicks": 1, "impressions": 2, "ctr": 3, "position": 4}


def _begins(stem: str, words: Sequence[str], together: str) -> bool:
    if not stem.isascii():
        return stem in together
    if stem in _WHOLE:
        return stem in words
    return together.startswith(stem) or any(word.startswith(stem) for word in words)


def _plain(name: str) -> str:
    """Folded, without the accents of Latin letters."""
    text = unicodedata.normalize("NFKC", name).casefold().replace("ß", "ss").replace("ı", "i").replace("ł", "l")
    if any(c >= "\u3040" for c in text):
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))

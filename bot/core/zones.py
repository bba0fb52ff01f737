"""Time zones by every name people give them; which zones there are is handed in."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from bot.core.folding import folded
from bot.core.hangul import jamo

# Where two zones fit equally well, the one that stands higher here is found first.
_ALIASES = {
    "Asia/Seoul": "kst|utc+9|gmt+9|korea|south korea|rok|busan|incheon|daegu|pyeongtaek"
    "|서울|한국|대한민국|부산|인천|대구|평택|한국표준시",
    "America/New_York": "et|est|edt|eastern|washington|washington dc|dc|ny|nyc|new york city|boston"
    "|philadelphia|atlanta|miami|워싱턴|뉴욕|보스턴|애틀랜타|미국|미국 동부|미 동부",
    "America/Los_Angeles": "pt|pst|pdt|pacific|la|california|san francisco|seattle|san diego"
    "|로스앤젤레스|엘에이|샌프란시스코|시애틀|미국 서부|미 서부",
    "America/Chicago": "ct|cst|cdt|central|dallas|houston|austin|texas"
    "|시카고|댈러스|휴스턴|미국 중부",
    "America/Denver": "mt|mst|mdt|mountain|colorado|덴버|미국 산악",
    "America/Phoenix": "arizona|피닉스",
    "America/Anchorage": "alaska|akst|akdt|앵커리지|알래스카",
    "Pacific/Honolulu": "hst|hawaii|하와이|호놀룰루",
    "Pacific/Guam": "괌|chst",
    "Asia/Tokyo": "japan|jst|osaka|도쿄|동경|오사카|일본",
    "UTC": "utc|gmt|z|zulu|coordinated universal time|greenwich|협정 세계시|세계 표준시|그리니치",
    "Europe/London": "uk|britain|england|bst|런던|영국",
    "Europe/Brussels": "belgium|nato|eu|브뤼셀|벨기에",
    "Europe/Paris": "france|cet|cest|파리|프랑스",
    "Europe/Berlin": "germany|munich|frankfurt|베를린|독일",
    "Europe/Zurich": "geneva|switzerland|제네바|취리히|스위스",
    "Europe/Warsaw": "poland|바르샤바|폴란드",
    "Europe/Kyiv": "ukraine|kiev|키이우|우크라이나",
    "Europe/Moscow": "russia|msk|모스크바|러시아",
    "Asia/Pyongyang": "north korea|평양|북한",
    "Asia/Shanghai": "china|beijing|베이징|북경|상하이|중국",
    "Asia/Taipei": "taiwan|타이베이|대만",
    "Asia/Hong_Kong": "hkt|홍콩",
    "Asia/Singapore": "sgt|싱가포르",
    "Asia/Manila": "philippines|마닐라|필리핀",
    "Asia/Ho_Chi_Minh": "vietnam|hanoi|ho chi minh city|하노이|호찌민|베트남",
    "Asia/Jakarta": "indonesia|wib|자카르타|인도네시아",
    "Asia/Bangkok": "thailand|방콕|태국",
    "Asia/Kolkata": "india|delhi|new delhi|mumbai|뉴델리|델리|뭄바이|인도",
    "Asia/Dubai": "uae|abu dhabi|두바이|아부다비",
    "Asia/Riyadh": "saudi arabia|리야드|사우디아라비아",
    "Australia/Sydney": "canberra|aest|aedt|시드니|캔버라|호주",
    "Pacific/Auckland": "new zealand|wellington|nzst|nzdt|오클랜드|뉴질랜드",
    "America/Toronto": "ottawa|canada|토론토|오타와|캐나다",
    "America/Mexico_City": "mexico|멕시코시티|멕시코",
    "America/Sao_Paulo": "brazil|brasilia|상파울루|브라질",
}
# Names that say nothing of a place: the second is whatever the host of the bot is set to.
_NOWHERE = frozenset(("Factory", "localtime"))
_CLOSE = 0.86
_DIGIT = re.compile(r"\d")
_GAP = re.compile(r"[\s_/]+")


def offset(zone: str, now: datetime) -> timedelta:
    """How far that zone's clocks are ahead of UTC at that moment."""
    return now.astimezone(ZoneInfo(zone)).utcoffset() or timedelta()


class Zones:
    """These IANA names, found by themselves, by their cities, and by what people say instead."""

    def __init__(self, names: tuple[str, ...]) -> None:
        known = frozenset(names) - _NOWHERE
        self._zones = {
            _key(alias): zone
            for zone, aliases in _ALIASES.items()
            for alias in aliases.split("|")
            if zone in known
        }
        # Five hours behind is what `Etc/GMT+5` means: it is for those who write it whole.
        self._inverted = {_key(name): name for name in known if name.startswith("Etc/")}
        places = known - set(self._inverted.values())
        # An alias goes first: IANA has an `EST` too, which knows no summer.
        for name in (*(zone for zone in _ALIASES if zone in places), *sorted(places)):
            self._zones.setdefault(_key(name), name)
            self._zones.setdefault(_key(name.rpartition("/")[2]), name)

    def named(self, word: str) -> str | None:
        """The zone of exactly that name, city or alias; case, underscores and slashes aside."""
        key = _key(word)
        return self._zones.get(key) or self._inverted.get(key)

    def search(self, query: str, most: int) -> tuple[str, ...]:
        """The zones that the query begins, stands in, or is a typo of, best first."""
        key = _key(query)
        ranked = sorted(
            (rank, place, zone)
            for place, (spelt, zone) in enumerate(self._zones.items())
            if (rank := _rank(key, spelt)) is not None
        )
        found = [*(zone for *_, zone in ranked), *self._near(key, most)]
        return tuple(dict.fromkeys(found))[:most]

    def _near(self, key: str, most: int) -> Iterator[str]:
        """The zones that a typo may have meant; a number is no typo of another (`UTC-5`)."""
        if _DIGIT.search(key):
            return
        nearest = process.extract(
            key,
            self._zones.keys(),
            scorer=JaroWinkler.normalized_similarity,
            score_cutoff=_CLOSE,
            limit=most,
        )
        yield from (self._zones[spelt] for spelt, *_ in nearest)


def _key(word: str) -> str:
    """The word as it is looked up; Hangul letter by letter, so that half a syllable begins one."""
    return jamo(_GAP.sub(" ", folded(word)).strip())


def _rank(key: str, spelt: str) -> int | None:
    """0 for the whole name, 1 for its beginning, 2 for another part; None for none of it."""
    place = spelt.find(key)
    if place < 0:
        return None
    return 2 if place else int(spelt != key)

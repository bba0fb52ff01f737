"""Makes a screenshot small: 256 colours, which a page of text hardly needs.

https://www.w3.org/TR/png/ ; only what Chromium writes is read: eight bits a channel, no alpha.
"""

import struct
import zlib
from collections import Counter
from collections.abc import Callable, Iterator

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {2: 3, 6: 4}
MOST = 256


def paletted(png: bytes) -> bytes:
    """The same picture with the colours that it has most of; each other one is the nearest."""
    kept: dict[bytes, bytes] = {}
    for kind, body in _chunks(png):
        kept[kind] = kept.get(kind, b"") + body
    width, height, _, kind, *_ = struct.unpack(">IIBBBBB", kept[b"IHDR"])
    rows = list(_rows(zlib.decompress(kept[b"IDAT"]), width, height, _CHANNELS[kind]))
    counted = Counter(colour for row in rows for colour in row)
    colours = [colour for colour, _ in counted.most_common(MOST)]
    places = {colour: place for place, colour in enumerate(colours)}
    for colour in counted:
        places.setdefault(colour, min(range(len(colours)), key=_distance(colours, colour)))
    drawn = b"".join(b"\0" + bytes(places[colour] for colour in row) for row in rows)
    shape = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    return _SIGNATURE + b"".join(
        _chunk(*one)
        for one in (
            (b"IHDR", shape),
            (b"PLTE", bytes(value for colour in colours for value in colour)),
            (b"IDAT", zlib.compress(drawn, 9)),
            (b"IEND", b""),
        )
    )


def _distance(colours: list[tuple[int, ...]], wanted: tuple[int, ...]) -> Callable[[int], int]:
    return lambda place: sum((a - b) ** 2 for a, b in zip(colours[place], wanted, strict=True))


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(_SIGNATURE)
    while place < len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        yield png[place + 4 : place + 8], png[place + 8 : place + 8 + length]
        place += length + 12


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _rows(raw: bytes, width: int, height: int, channels: int) -> Iterator[list[tuple[int, ...]]]:
    """Every row's colours, with the filter of its row undone."""
    length = width * channels
    above = bytearray(length)
    for number in range(height):
        start = number * (length + 1)
        line = bytearray(raw[start + 1 : start + 1 + length])
        _unfiltered(raw[start], line, above, channels)
        yield list(zip(*(line[one::channels] for one in range(3)), strict=True))
        above = line


def _unfiltered(kind: int, line: bytearray, above: bytearray, step: int) -> None:
    for place in range(len(line)):
        left = line[place - step] if place >= step else 0
        corner = above[place - step] if place >= step else 0
        added = (0, left, above[place], (left + above[place]) // 2, 0)[kind]
        if kind == 4:
            added = _paeth(left, above[place], corner)
        line[place] = (line[place] + added) & 255


def _paeth(left: int, above: int, corner: int) -> int:
    guess = left + above - corner
    away = [(abs(guess - one), order, one) for order, one in enumerate((left, above, corner))]
    return min(away)[2]

"""What a scanned or typed code means, how it is printed, and its QR picture.

A code is a letter for its kind and eleven random Crockford characters: ``T`` a class ticket, ``P`` a person,
``G`` a gift. It is printed in groups of four; its QR holds ``MDI1.`` and the code, so that a scan is known
from typing.
"""

import re
import struct
import zlib
from dataclasses import dataclass
from typing import Literal

from mdi_desk.kernel.ids import CROCKFORD, code, normal_code

Kind = Literal["ticket", "person", "gift", "order", "unknown"]

PREFIX = "MDI1."
LENGTH = 12
LETTERS: dict[str, Kind] = {"T": "ticket", "P": "person", "G": "gift"}
LONGEST = 256  # longer texts are no code of anybody's

_ORDER = re.compile(r"MDI[ -]?(\d{4})[ -]?(\d{5,9})", re.IGNORECASE | re.ASCII)
_PLAIN = re.compile(r"[0-9A-Z]{12}|[0-9A-Z]{4}([ -])[0-9A-Z]{4}\1[0-9A-Z]{4}", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class Code:
    """A code's kind and its one spelling: what the database holds. An unknown one keeps the stripped text."""

    kind: Kind
    value: str

    @property
    def shown(self) -> str:
        """As printed: groups of four, an order number as it is."""
        return grouped(self.value) if self.kind in LETTERS.values() else self.value


def classify(text: str) -> Code:
    """The meaning of a scanned or typed text. Never fails: what is no code of ours is ``unknown``.

    Case, dashes, and I, L, O read as 1, 1, 0 do not matter. Spaces or dashes must stand after each four
    characters, so that a name of twelve letters is not taken for a code.
    """
    plain = text[: LONGEST + 1].strip()
    if len(text) > LONGEST:
        return Code("unknown", plain[:LONGEST])
    body = plain
    if body[: len(PREFIX)].upper() == PREFIX:
        body = body[len(PREFIX) :].strip()
    order = _ORDER.fullmatch(body)
    if order is not None:
        return Code("order", f"MDI-{order[1]}-{order[2]}")
    if _PLAIN.fullmatch(body):
        value = normal_code(body)
        kind = LETTERS.get(value[0])
        if kind is not None and all(char in CROCKFORD for char in value):
            return Code(kind, value)
    return Code("unknown", plain)


def new_code(kind: Literal["ticket", "person", "gift"]) -> str:
    """A fresh code of `kind`; 55 random bits, no character doubled beside itself."""
    letter = next(char for char, meaning in LETTERS.items() if meaning == kind)
    while True:
        tail = code(LENGTH - 1)
        if tail[0] != letter:
            return letter + tail


def grouped(value: str) -> str:
    """``T7K29QWM4XAB`` as ``T7K2-9QWM-4XAB``."""
    return "-".join(value[i : i + 4] for i in range(0, len(value), 4))


def qr_text(value: str) -> str:
    """What the QR picture of a code holds."""
    return PREFIX + value


def qr_matrix(text: str) -> tuple[tuple[bool, ...], ...]:
    """The modules of the QR code of `text`, row by row, dark is True, without the quiet zone (level M).

    Raises ValueError when the text is too long for any QR code.
    """
    import qrcode
    from qrcode.exceptions import DataOverflowError

    made = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, border=0)
    made.add_data(text)
    try:
        made.make(fit=True)
    except (DataOverflowError, ValueError) as e:  # it raises now the one, now the other
        raise ValueError("too long for a QR code") from e
    return tuple(tuple(bool(dark) for dark in row) for row in made.get_matrix())


def make_qr_png(text: str, scale: int = 8) -> bytes:
    """A black and white PNG of the QR code of `text`, `scale` pixels a module, with a quiet zone of four."""
    if scale < 1:
        raise ValueError("scale must be at least 1")
    quiet = 4
    rows = qr_matrix(text)
    side = (len(rows) + 2 * quiet) * scale
    light = b"\0" + _bits([True] * side)
    lines = [light * (quiet * scale)]
    for row in rows:
        modules = [False] * quiet + list(row) + [False] * quiet
        lines.append((b"\0" + _bits([not dark for dark in modules for _ in range(scale)])) * scale)
    lines.append(light * (quiet * scale))
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(kind, data)
        for kind, data in ((b"IHDR", header), (b"IDAT", zlib.compress(b"".join(lines), 9)), (b"IEND", b""))
    )


def _bits(pixels: list[bool]) -> bytes:
    value = 0
    for white in pixels:
        value = value << 1 | white
    spare = -len(pixels) % 8
    return (value << spare).to_bytes((len(pixels) + spare) // 8, "big")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

"""A signature as the pen gave it, kept untouched, and apart from that its drawing and a judgement of it.

`Ink` holds raw samples and packs them without loss. `outline` draws them (see `inkline`); `path_data` and
`parse_path` turn the drawing into text and back. `judge` says in one sentence why something is too simple.
"""

import hashlib
import math
import struct
import zlib
from dataclasses import dataclass

from mdi_desk.kernel.inkline import Sample, Stroke, stroke_outline
from mdi_desk.kernel.inklive import LiveStroke
from mdi_desk.kernel.inkpath import Contour, bounds, parse_path, path_data
from mdi_desk.kernel.words import tr

__all__ = [
    "BASELINE",
    "Contour",
    "Ink",
    "LiveStroke",
    "Sample",
    "Stroke",
    "bounds",
    "judge",
    "outline",
    "parse_path",
    "path_data",
]

BASELINE = 0.75  # of a pad's height: where people sign, on the screen and on paper
VERSION = 1
MOST_BYTES = 32_000_000  # unpacked; a long signature has 0.05 million
_FINEST = 20  # grids down to 2^-20 are stored as whole numbers
_EXACT = 2.0**50


@dataclass(frozen=True, slots=True)
class Ink:
    """The strokes of one signature on a pad of `width` x `height` device independent pixels.

    `device` says what drew it: ``pen``, ``touch``, ``mouse``, or several joined by ``+``. Raises ValueError
    for an empty stroke and for numbers that are not finite.
    """

    strokes: tuple[Stroke, ...]
    width: float
    height: float
    device: str

    def __post_init__(self) -> None:
        numbers = [self.width, self.height]
        for stroke in self.strokes:
            if not stroke:
                raise ValueError("a stroke needs at least one sample")
            for s in stroke:
                numbers += (s.t_ms, s.x, s.y, s.tilt_x, s.tilt_y)
                if s.pressure is not None:
                    numbers.append(s.pressure)
        if not all(map(math.isfinite, numbers)):
            raise ValueError("ink must be finite numbers")

    @property
    def sample_count(self) -> int:
        """How many reports of the pen there are."""
        return sum(map(len, self.strokes))

    @property
    def duration_ms(self) -> float:
        """From the first touch to the last lift."""
        times = [s.t_ms for stroke in self.strokes for s in stroke]
        return max(times) - min(times) if times else 0.0

    def raw(self) -> bytes:
        """The samples as canonical bytes: the same ink gives the same bytes on every machine."""
        device = self.device.encode()
        out = bytearray(_whole(len(device)) + device + struct.pack(">dd", self.width, self.height))
        out += _whole(len(self.strokes))
        for stroke in self.strokes:
            out += _whole(len(stroke))
        samples = [s for stroke in self.strokes for s in stroke]
        missing = [s.pressure is None for s in samples]
        out += _flags(missing)
        for column in (
            [s.t_ms for s in samples],
            [s.x for s in samples],
            [s.y for s in samples],
            [s.pressure for s in samples if s.pressure is not None],
            [s.tilt_x for s in samples],
            [s.tilt_y for s in samples],
        ):
            out += _column(column)
        return bytes(out)

    def digest(self) -> bytes:
        """SHA-256 of `raw()`: what the evidence page prints."""
        return hashlib.sha256(self.raw()).digest()

    def pack(self) -> bytes:
        """The samples, small: a version byte, then the deflated `raw()`. `unpack` gives back an equal Ink."""
        return bytes((VERSION,)) + zlib.compress(self.raw(), 9)

    @classmethod
    def unpack(cls, data: bytes) -> "Ink":
        """The Ink that was packed; ValueError for anything that is none."""
        if not data or data[0] != VERSION:
            raise ValueError("unknown version of ink")
        engine = zlib.decompressobj()
        try:
            body = engine.decompress(data[1:], MOST_BYTES)
        except zlib.error as e:
            raise ValueError("damaged ink") from e
        if not engine.eof or engine.unused_data:
            raise ValueError("damaged ink")
        reader = _Reader(body)
        try:
            ink = reader.ink()
        except (struct.error, IndexError, UnicodeDecodeError, OverflowError) as e:
            raise ValueError("damaged ink") from e
        if not reader.at_end():
            raise ValueError("damaged ink")
        return ink


def outline(ink: Ink) -> tuple[Contour, ...]:
    """The drawing: rings to be filled together with the non-zero winding rule. Empty only for empty ink."""
    return tuple(ring for stroke in ink.strokes for ring in stroke_outline(stroke))


def judge(ink: Ink) -> str | None:
    """Why this can't count as a signature, in one sentence for the signer; None when it can.

    Only nothing, dots, one or two straight lines, or something tiny is refused: short names, initials, and
    names of few strokes pass. A mark with a witness is not judged.
    """
    if not ink.strokes:
        return tr("The box is still empty: sign on the line.")
    points = [(s.x, s.y) for stroke in ink.strokes for s in stroke]
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    if all(_tap(stroke) for stroke in ink.strokes):
        return tr("That is only a dot: write your name as on paper, or ask the staff to witness a mark.")
    if math.hypot(max(xs) - min(xs), max(ys) - min(ys)) < 10:
        return tr("That is too small to read: sign again, larger.")
    lines = [stroke for stroke in ink.strokes if not _tap(stroke)]
    if len(lines) <= 2 and all(_straight(stroke) for stroke in lines):
        if len(lines) == 1:
            return tr("That is only a line: write your name as on paper, or ask the staff to witness a mark.")
        return tr("That is only two lines: write your name as on paper, or ask the staff to witness a mark.")
    return None


def _tap(stroke: Stroke) -> bool:
    xs, ys = [s.x for s in stroke], [s.y for s in stroke]
    return math.hypot(max(xs) - min(xs), max(ys) - min(ys)) < 3


def _straight(stroke: Stroke) -> bool:
    """Under 3 pixels from the best line on the average, no hook, and no way wasted going to and fro."""
    if len(stroke) <= 2:
        return True
    n = len(stroke)
    mx, my = sum(s.x for s in stroke) / n, sum(s.y for s in stroke) / n
    sxx = sum((s.x - mx) ** 2 for s in stroke)
    syy = sum((s.y - my) ** 2 for s in stroke)
    sxy = sum((s.x - mx) * (s.y - my) for s in stroke)
    angle = 0.5 * math.atan2(2 * sxy, sxx - syy)
    ux, uy = math.cos(angle), math.sin(angle)
    strays = [abs(uy * (s.x - mx) - ux * (s.y - my)) for s in stroke]
    xs, ys = [s.x for s in stroke], [s.y for s in stroke]
    size = math.hypot(max(xs) - min(xs), max(ys) - min(ys))
    if sum(strays) / n >= 3 or max(strays) > max(5.0, 0.04 * size):
        return False
    way, last = 0.0, stroke[0]
    for s in stroke[1:]:
        # In steps of 2 pixels, so that a slow mouse's staircase is not taken for writing.
        step = math.hypot(s.x - last.x, s.y - last.y)
        if step >= 2:
            way, last = way + step, s
    return way <= 1.4 * size


# ---- packing ------------------------------------------------------------------------------------------


def _whole(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def _flags(flags: list[bool]) -> bytes:
    """One byte when all are alike, else 2 and a bit for each."""
    if not any(flags):
        return b"\0"
    if all(flags):
        return b"\1"
    value = sum(1 << i for i, flag in enumerate(flags) if flag)
    return b"\2" + value.to_bytes((len(flags) + 7) // 8, "little")


def _column(values: list[float]) -> bytes:
    """Differences on the coarsest grid of halves, quarters ... that holds all; else 255 and plain doubles."""
    for fine in range(_FINEST + 1):
        scaled = [v * 2.0**fine for v in values]
        if all(v.is_integer() and abs(v) < _EXACT for v in scaled):
            if any(v == 0 and math.copysign(1, v) < 0 for v in scaled):
                break
            out, before = bytearray((fine,)), 0
            for v in scaled:
                step, before = int(v) - before, int(v)
                out += _whole(step << 1 if step >= 0 else ~step << 1 | 1)
            return bytes(out)
    return b"\xff" + struct.pack(f">{len(values)}d", *values)


class _Reader:
    def __init__(self, body: bytes) -> None:
        self._body, self._at = body, 0

    def at_end(self) -> bool:
        return self._at == len(self._body)

    def take(self, count: int) -> bytes:
        if count > len(self._body) - self._at:
            raise IndexError
        self._at += count
        return self._body[self._at - count : self._at]

    def whole(self) -> int:
        value = shift = 0
        while True:
            byte = self.take(1)[0]
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                return value
            shift += 7
            if shift > 63:
                raise IndexError

    def column(self, count: int) -> list[float]:
        fine = self.take(1)[0]
        if fine == 0xFF:
            return list(struct.unpack(f">{count}d", self.take(8 * count)))
        if fine > _FINEST:
            raise IndexError
        out: list[float] = []
        value = 0
        for _ in range(count):
            step = self.whole()
            value += ~(step >> 1) if step & 1 else step >> 1
            out.append(value / 2.0**fine)
        return out

    def flags(self, count: int) -> list[bool]:
        kind = self.take(1)[0]
        if kind > 2:
            raise IndexError
        if kind < 2:
            return [bool(kind)] * count
        value = int.from_bytes(self.take((count + 7) // 8), "little")
        return [bool(value >> i & 1) for i in range(count)]

    def ink(self) -> Ink:
        device = self.take(self.whole()).decode()
        width, height = struct.unpack(">dd", self.take(16))
        counts = [self.whole() for _ in range(self._few(self.whole()))]
        total = self._few(sum(counts))
        missing = self.flags(total)
        t, x, y = self.column(total), self.column(total), self.column(total)
        given = iter(self.column(missing.count(False)))
        tilt_x, tilt_y = self.column(total), self.column(total)
        samples = [
            Sample(t[i], x[i], y[i], None if missing[i] else next(given), tilt_x[i], tilt_y[i])
            for i in range(total)
        ]
        strokes, at = [], 0
        for count in counts:
            strokes.append(tuple(samples[at : at + count]))
            at += count
        return Ink(tuple(strokes), width, height, device)

    def _few(self, count: int) -> int:
        # Each thing counted takes a byte at least: a larger number is damage, and must not cost memory.
        if count > len(self._body):
            raise IndexError
        return count

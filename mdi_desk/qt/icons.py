"""The one icon set: Phosphor, read straight from the font that qtawesome carries, coloured by token.

Importing qtawesome itself costs a quarter of a second, because it prepares every font it knows. The desk
needs one font and the table of its characters, so it opens those two files (7 ms, at the first icon).
Icons take their colour while being painted, so that a switch of theme needs no new icons.
"""

import importlib.util
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPainterPath, QPen, QPixmap, QRawFont

from mdi_desk.qt.theme import current

GRID = 256.0
_STROKE = 16.0

# What Phosphor 1 lacks, drawn on its grid of 256 with its stroke of 16: M x y, L x y, C x1 y1 x2 y2 x y, Z.
_OWN = {
    "signature": (
        "M 20 176 C 72 172 110 104 110 68 C 112 40 82 44 74 84 C 64 136 60 196 84 196"
        " C 108 196 116 136 138 136 C 154 136 138 172 156 172"
        " C 172 172 174 150 190 150 C 202 150 206 164 236 160"
    ),
    "cash-register": (
        "M 32 160 L 224 160 L 224 208 L 32 208 Z M 48 160 L 64 96 L 192 96 L 208 160 "
        "M 88 96 L 88 56 L 168 56 L 168 96 M 100 128 L 108 128 M 124 128 L 132 128 M 148 128 L 156 128 "
        "M 112 184 L 144 184"
    ),
    "kanban": (
        "M 40 56 L 216 56 L 216 104 L 40 104 Z M 40 104 L 40 200 L 96 200 L 96 56 M 96 160 L 160 160 L 160 56"
    ),
}


@cache
def _font_files() -> tuple[Path, Path]:
    found = importlib.util.find_spec("qtawesome")
    if found is None or found.origin is None:
        raise RuntimeError("the icon font is missing: install qtawesome")
    folder = Path(found.origin).parent / "fonts"
    faces, tables = sorted(folder.glob("phosphor-*.ttf")), sorted(folder.glob("phosphor-charmap-*.json"))
    if not faces or not tables:
        raise RuntimeError(f"no Phosphor font in {folder}")
    return faces[-1], tables[-1]


@cache
def characters() -> dict[str, str]:
    """Every icon's name and its character in the font."""
    table = json.loads(_font_files()[1].read_text(encoding="ascii"))
    return {name: chr(int(code, 16)) for name, code in table.items()}


@cache
def _raw_font() -> QRawFont:
    made = QRawFont(str(_font_files()[0]), GRID)
    if not made.isValid():
        raise RuntimeError("the icon font cannot be read")
    return made


@cache
def outline(name: str) -> QPainterPath:
    """The icon's filled outline on a grid of 256 by 256. KeyError when there is no such icon.

    Names may carry qtawesome's prefix ("ph.sun") or not ("sun"); "-fill" and "-bold" choose the weight.
    """
    bare = name.removeprefix("ph.")
    if bare.removesuffix("-fill") in _OWN:
        return _drawn(bare.removesuffix("-fill"), filled=bare.endswith("-fill"))
    face = _raw_font()
    glyph = face.glyphIndexesForString(characters()[bare])[0]
    path = face.pathForGlyph(glyph)
    # The glyphs stand on a base line; the box of every Phosphor glyph is the em square.
    return path.translated(0, face.ascent() - (face.ascent() + face.descent() - GRID) / 2)


def _drawn(name: str, filled: bool) -> QPainterPath:
    line = QPainterPath()
    words = iter(_OWN[name].split())
    for word in words:
        numbers = [float(next(words)) for _ in range({"M": 2, "L": 2, "C": 6, "Z": 0}[word])]
        if word == "M":
            line.moveTo(*numbers)
        elif word == "L":
            line.lineTo(*numbers)
        elif word == "C":
            line.cubicTo(*numbers)
        else:
            line.closeSubpath()
    from PySide6.QtGui import QPainterPathStroker

    stroker = QPainterPathStroker(
        QPen(
            Qt.GlobalColor.black,
            _STROKE * (1.5 if filled else 1),
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.RoundCap,
            Qt.PenJoinStyle.RoundJoin,
        )
    )
    stroked = stroker.createStroke(line)
    stroked.setFillRule(Qt.FillRule.WindingFill)
    return stroked


def paint(painter: QPainter, name: str, where: QRectF | QRect, colour_role: str) -> None:
    """Paint the icon into the square `where` with the colour of the token `colour_role`."""
    box = QRectF(where)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / GRID, box.height() / GRID)
    painter.fillPath(outline(name), current().colour(colour_role))
    painter.restore()


@dataclass(frozen=True, slots=True)
class _Look:
    name: str
    role: str
    off_role: str


class _Engine(QIconEngine):
    """Draws at whatever size and scale is asked, in the colour worn at that moment."""

    def __init__(self, look: _Look) -> None:
        super().__init__()
        self._look = look

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        box = QRectF(0, 0, side, side)
        box.moveCenter(QPointF(QRectF(rect).center()))
        role = self._look.off_role if mode == QIcon.Mode.Disabled else self._look.role
        paint(painter, self._look.name, box, role)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return made

    def clone(self) -> QIconEngine:
        return _Engine(self._look)


def icon(name: str, colour_role: str = "text", off_role: str = "text-faint") -> QIcon:
    """The icon `name` as a QIcon that follows the theme. KeyError when there is no such icon."""
    outline(name)
    return QIcon(_Engine(_Look(name, colour_role, off_role)))


def pixmap(name: str, size: int, colour_role: str = "text", ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of `size` logical pixels for a screen of `ratio`, in the colours worn now."""
    side = round(size * ratio)
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    paint(painter, name, QRectF(0, 0, side, side), colour_role)
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made

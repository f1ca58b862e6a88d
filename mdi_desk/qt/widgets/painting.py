"""How chips, avatars and key hints are drawn: shared by the widgets and by the cells of tables."""

from functools import lru_cache
from math import floor
from typing import Literal

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QStaticText,
    QTransform,
)

from mdi_desk.kernel.words import tr
from mdi_desk.qt import icons
from mdi_desk.qt.theme import code_font, current, font

ChipKind = Literal["ok", "warn", "bad", "neutral", "accent", "pending"]

CHIP_HEIGHT = 22
_CHIP_PAD = 8.5
_CHIP_ICON = 14
HINT_HEIGHT = 19
_HINT_PAD = 5.5

# kind -> (words, ground) tokens
CHIP_COLOURS: dict[str, tuple[str, str]] = {
    "ok": ("ok", "ok-soft"),
    "warn": ("warn", "warn-soft"),
    "bad": ("bad", "bad-soft"),
    "neutral": ("text-muted", "neutral-soft"),
    "accent": ("accent", "accent-soft"),
    "pending": ("pending", "pending-soft"),
}


def initials(name: str) -> str:
    """The first letters of the first and the last word of `name`, upper case; "" for an empty name."""
    words = [word for word in name.replace("(", " ").split() if word[0].isalnum()]
    ends = words[:1] + words[1:][-1:]
    return "".join(word[0] for word in ends).upper()


def rounded(
    painter: QPainter,
    box: QRectF,
    radius: float,
    fill: QColor | None,
    line: QColor | None = None,
    width: float = 1.0,
) -> None:
    """A rounded rectangle inside `box`: its line lies wholly within, so that neighbours stay sharp."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if line is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        painter.setPen(QPen(line, width))
        half = width / 2
        box = box.adjusted(half, half, -half, -half)
        radius = max(0.0, radius - half)
    if fill is None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setBrush(fill)
    painter.drawRoundedRect(box, radius, radius)


@lru_cache(maxsize=4096)
def _advance(text: str, key: str) -> float:
    return QFontMetricsF(_font(key)).horizontalAdvance(text)


@lru_cache(maxsize=64)
def _font(key: str) -> QFont:
    role, _, pixels = key.partition("@")
    if role == "code":
        return code_font(int(pixels) if pixels else None)
    return font(role, int(pixels) if pixels else None)


@lru_cache(maxsize=4096)
def _shaped(text: str, key: str) -> QStaticText:
    """Shaping a line costs most of painting it; the same words come again with every scroll."""
    made = QStaticText(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.prepare(QTransform(), _font(key))
    return made


@lru_cache(maxsize=64)
def _line_height(key: str) -> float:
    return QFontMetricsF(_font(key)).height()


def _line(
    painter: QPainter, left: float, middle: float, text: str, key: str, *, capitals: bool = False
) -> None:
    # Capitals fill the middle of their line, small letters stand below it: those go up to the whole pixel.
    top = middle - _line_height(key) / 2
    painter.setFont(_font(key))
    painter.drawStaticText(QPointF(left, round(top) if capitals else floor(top)), _shaped(text, key))


def chip_width(text: str, icon: str = "") -> float:
    """Logical pixels a chip needs for `text` and, when given, an icon."""
    return 2 * _CHIP_PAD + _advance(text, "caption-medium") + ((_CHIP_ICON + 4) if icon else 0)


def paint_chip(
    painter: QPainter, left: float, middle: float, text: str, kind: str, icon: str = "", most: float = 10_000
) -> float:
    """Paint a chip from `left`, centred on the height `middle`, at most `most` wide; returns its width."""
    words, ground = CHIP_COLOURS[kind]
    worn = current()
    width = min(chip_width(text, icon), most)
    box = QRectF(left, round(middle - CHIP_HEIGHT / 2), width, CHIP_HEIGHT)
    rounded(painter, box, worn.radius.chip, worn.colour(ground))
    at = box.left() + _CHIP_PAD
    if icon:
        icons.paint(
            painter, icon, QRectF(at - 1, box.center().y() - _CHIP_ICON / 2, _CHIP_ICON, _CHIP_ICON), words
        )
        at += _CHIP_ICON + 4
    room = box.right() - _CHIP_PAD - at
    if room + 0.5 < _advance(text, "caption-medium"):
        text = QFontMetricsF(_font("caption-medium")).elidedText(text, Qt.TextElideMode.ElideRight, room)
    painter.setPen(worn.colour(words))
    _line(painter, at, box.center().y(), text, "caption-medium")
    return width


def paint_avatar(painter: QPainter, box: QRectF, letters: str, photo: QPixmap | None = None) -> None:
    """A round avatar filling the square `box`: the photo, cut to the circle, or the initials."""
    worn = current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if photo is not None and not photo.isNull():
        circle = QPainterPath()
        circle.addEllipse(box)
        painter.save()
        painter.setClipPath(circle)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        side = min(photo.width(), photo.height())
        source = QRect((photo.width() - side) // 2, (photo.height() - side) // 3, side, side)
        painter.drawPixmap(box, photo, QRectF(source))
        painter.restore()
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(worn.colour("avatar"))
    painter.drawEllipse(box)
    painter.setPen(worn.colour("on-avatar"))
    small = box.width() < 36
    key = f"strong@{11 if small else round(box.width() / 3.2)}"
    _line(
        painter, box.center().x() - _advance(letters, key) / 2, box.center().y(), letters, key, capitals=True
    )


def hint_width(text: str) -> float:
    """Logical pixels a key hint needs."""
    return max(HINT_HEIGHT, 2 * _HINT_PAD + _advance(text, "caption@11"))


def paint_hint(
    painter: QPainter,
    left: float,
    middle: float,
    text: str,
    words: QColor,
    line: QColor,
    ground: QColor | None = None,
) -> float:
    """Paint a key as a small outlined cap; returns its width."""
    width = hint_width(text)
    box = QRectF(left, round(middle - HINT_HEIGHT / 2), width, HINT_HEIGHT)
    rounded(painter, box, 4, ground, line)
    painter.setPen(words)
    _line(painter, box.center().x() - _advance(text, "caption@11") / 2, box.center().y(), text, "caption@11")
    return width


def paint_text(
    painter: QPainter, where: QRectF, text: str, role: str = "body", colour: str = "text", right: bool = False
) -> None:
    """One line of text, elided at its end, vertically in the middle of `where`."""
    wide = _advance(text, role)
    if wide > where.width():
        text = QFontMetricsF(_font(role)).elidedText(text, Qt.TextElideMode.ElideRight, where.width())
        wide = _advance(text, role)
    painter.setPen(current().colour(colour))
    _line(painter, where.right() - wide if right else where.left(), where.center().y(), text, role)


def text_width(text: str, role: str = "body") -> float:
    """Logical pixels `text` needs in one line."""
    return _advance(text, role)


def focus_ring(
    painter: QPainter, box: QRectF, radius: float, colour: str = "accent", inset: float = 0.0
) -> None:
    """The ring that says where the keys go: two pixels, inside `box`."""
    rounded(
        painter,
        box.adjusted(inset, inset, -inset, -inset),
        max(2.0, radius - inset),
        None,
        current().colour(colour),
        2.0,
    )


def key_text(sequence: str) -> str:
    """A portable key sequence as it stands on keys: "Ctrl+K" -> "Ctrl K", "Return" -> "Enter"."""
    names = {
        "Return": tr("Enter"),
        "Escape": tr("Esc"),
        "Esc": tr("Esc"),
        "Up": "↑",
        "Down": "↓",
        "Left": "←",
        "Right": "→",
        "Del": tr("Delete"),
        "Delete": tr("Delete"),
    }
    parts = [part for part in sequence.replace("++", "+Plus").split("+") if part]
    return " ".join(names.get(part, "+" if part == "Plus" else part) for part in parts)


def middle(box: QRectF | QRect) -> QPointF:
    """The centre of `box`, exactly."""
    return QRectF(box).center()

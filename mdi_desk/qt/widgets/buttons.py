"""Buttons, painted by hand so that icon, words and key hint stand exactly where the drawings have them."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QShortcutEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from mdi_desk.qt import icons
from mdi_desk.qt.theme import current
from mdi_desk.qt.widgets import painting

ButtonKind = Literal["plain", "primary", "danger", "risky", "ghost"]
ButtonSize = Literal["small", "normal", "large"]

_PAD = {"small": 13, "normal": 14, "large": 18}
_ICON = 16
_GAP = 7


class Button(QPushButton):
    """A button of the desk.

    `kind`: plain, primary (the one next step), danger (something is lost), risky
    (leads to the question before that), ghost (no outline).
    `icon` names an icon. `shortcut` is a portable key sequence: it works in the whole window and, with
    `hint`, stands in the button as a key cap. `size`: small (30), normal (34) or large (44 pixels).
    A disabled button keeps `why_not` as its tool tip.
    """

    def __init__(
        self,
        text: str = "",
        kind: ButtonKind = "plain",
        icon: str = "",
        shortcut: str = "",
        parent: QWidget | None = None,
        *,
        size: ButtonSize = "normal",
        hint: bool = True,
        run: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind: ButtonKind = kind
        self._icon, self._size = icon, size
        self._hint = painting.key_text(shortcut) if shortcut and hint else ""
        self._hot = False
        self._tip = ""
        if shortcut:
            self.setShortcut(shortcut)
        self.setProperty("kind", kind)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        if run is not None:
            self.clicked.connect(lambda _checked=False: run())

    @property
    def kind(self) -> ButtonKind:
        """plain, primary, danger, risky or ghost."""
        return self._kind

    def set_kind(self, kind: ButtonKind) -> None:
        """Become another kind of button."""
        self._kind = kind
        self.setProperty("kind", kind)
        self.update()

    def set_icon(self, name: str) -> None:
        """Show another icon, or none for ""."""
        self._icon = name
        self.updateGeometry()
        self.update()

    def set_hint(self, key: str) -> None:
        """Show `key` as a cap without taking it as a shortcut."""
        self._hint = painting.key_text(key)
        self.updateGeometry()
        self.update()

    def set_why_not(self, sentence: str | None) -> None:
        """Grey the button and say why, or give it back with None."""
        self.setEnabled(sentence is None)
        self.setToolTip(sentence or self._tip)
        self.setAccessibleDescription(sentence or self._tip)

    def set_tip(self, sentence: str) -> None:
        """The tool tip while the button can be used."""
        self._tip = sentence
        self.setToolTip(sentence)

    def _role(self) -> str:
        return "medium@15" if self._size == "large" else "medium"

    def _height(self) -> int:
        height = current().height
        return {"small": 30, "normal": height.control, "large": height.control_large}[self._size]

    def _content_width(self) -> float:
        parts = []
        if self._icon:
            parts.append(float(_ICON))
        if self.text():
            parts.append(painting.text_width(self.text(), self._role()))
        if self._hint:
            parts.append(painting.hint_width(self._hint))
        return sum(parts) + _GAP * max(0, len(parts) - 1)

    def sizeHint(self) -> QSize:
        side = _PAD[self._size] + 1
        return QSize(round(self._content_width() + 2 * side + 0.49), self._height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QShortcutEvent) and not event.isAmbiguous():
            # Qt would press the button for a tenth of a second first; a clerk's key works at once.
            self.click()
            return True
        return super().event(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hot = True
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hot = False
        super().leaveEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt's own push buttons answer to Space only; a clerk presses Enter.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def _colours(self) -> tuple[str | None, str | None, str]:
        """Ground, line and words of this kind in this state, as token names."""
        on, down, hot = self.isEnabled(), self.isDown() or self.isChecked(), self._hot
        if self._kind == "primary":
            ground = (
                "accent-off" if not on else "accent-pressed" if down else "accent-hover" if hot else "accent"
            )
            return ground, None, "on-accent" if on else "on-accent-off"
        if self._kind == "danger":
            return (
                ("bad-hover" if hot or down else "bad") if on else "neutral-soft",
                None,
                "on-bad" if on else "text-faint",
            )
        bare = None if self._kind == "ghost" else "raise"
        surface = "pressed" if down and on else "hover" if hot and on else bare
        words = "text-faint" if not on else "text-muted" if self._kind == "ghost" and not hot else "text"
        if self._kind == "risky" and on:
            words = "bad"
        return surface, None if self._kind == "ghost" else "line", words

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter = current(), QPainter(self)
        box, radius = QRectF(self.rect()), float(worn.radius.control)
        ground, line, words = self._colours()
        painting.rounded(
            painter, box, radius, worn.colour(ground) if ground else None, worn.colour(line) if line else None
        )
        if self.hasFocus():
            filled = self._kind in ("primary", "danger") and self.isEnabled()
            painting.focus_ring(painter, box, radius, words if filled else "accent", 2.0 if filled else 0.0)
        at = box.left() + max(
            _PAD[self._size] if self.text() else 0.0, (box.width() - self._content_width()) / 2
        )
        if not self.text() and not self._hint:
            at = box.left() + (box.width() - _ICON) / 2
        middle = box.height() / 2
        if self._icon:
            icons.paint(painter, self._icon, QRectF(at, middle - _ICON / 2, _ICON, _ICON), words)
            at += _ICON + _GAP
        if self.text():
            wide = painting.text_width(self.text(), self._role())
            painting.paint_text(
                painter, QRectF(at, 0, wide + 2, box.height()), self.text(), self._role(), words
            )
            at += wide + _GAP
        if self._hint:
            colour = worn.colour(words)
            quiet = self._kind in ("plain", "risky", "ghost")
            painting.paint_hint(
                painter,
                at,
                middle,
                self._hint,
                worn.colour("text-muted") if quiet else colour,
                worn.colour("line") if quiet else colour,
            )


class IconButton(Button):
    """A button with an icon alone; `name` says what it does, to readers of screens and as the tool tip."""

    def __init__(
        self,
        icon: str,
        name: str,
        kind: ButtonKind = "ghost",
        shortcut: str = "",
        parent: QWidget | None = None,
        *,
        size: ButtonSize = "normal",
        run: Callable[[], object] | None = None,
    ) -> None:
        super().__init__("", kind, icon, shortcut, parent, size=size, hint=False, run=run)
        self.setAccessibleName(name)
        self.set_tip(name)

    def sizeHint(self) -> QSize:
        return QSize(self._height() + (10 if self.kind == "plain" else 0), self._height())

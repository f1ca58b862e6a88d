"""Sheets: questions and forms that lie over the window, never a second event loop.

A sheet dims what is behind it, keeps the focus and the keys to itself, closes with Escape and gives the
focus back where it was. Shortcuts of the page behind do not fire while a sheet lies on top of it.
"""

from typing import Self

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from mdi_desk.kernel.words import tr
from mdi_desk.qt.theme import current
from mdi_desk.qt.widgets import painting
from mdi_desk.qt.widgets.basics import Label
from mdi_desk.qt.widgets.blocks import Scroll
from mdi_desk.qt.widgets.buttons import Button, IconButton

_MARGIN = 24
SHADOW = 26


class _Panel(QFrame):
    """The white sheet itself, with a soft shadow painted by its parent."""

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = current()
        painting.rounded(
            QPainter(self), QRectF(self.rect()), worn.radius.pad, worn.colour("raise"), worn.colour("line")
        )


class Sheet(QWidget):
    """`content` on a sheet over a window.

    Attributes: ``content``; ``foot``, the row of buttons (hidden while empty; use `add_button`).
    Signals: ``closed()`` once, however it is closed.
    """

    closed = Signal()

    def __init__(self, content: QWidget, *, title: str = "", width: int = 480, closable: bool = True) -> None:
        super().__init__()
        self.content = content
        self._wish, self._closable = width, closable
        self._before: QWidget | None = None
        self._done = False
        self.setAccessibleName(title)
        self._panel = _Panel(self)
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(23, 16, 12, 6)
        self._title = Label(title, "name", wrap=True)
        head.addWidget(self._title, 1)
        self._cross = IconButton("x", tr("Close"), size="small")
        self._cross.clicked.connect(self.close_sheet)
        head.addWidget(self._cross, 0, Qt.AlignmentFlag.AlignTop)
        self._cross.setVisible(closable)
        column.addWidget(self._head)
        self._head.setVisible(bool(title) or closable)
        self._scroll = Scroll()
        self._scroll.body.setContentsMargins(23, 6, 23, 20)
        self._scroll.body.addWidget(content)
        column.addWidget(self._scroll, 1)
        self._foot = QWidget()
        self.foot = QHBoxLayout(self._foot)
        self.foot.setContentsMargins(23, 2, 23, 20)
        self.foot.setSpacing(10)
        self.foot.addStretch(1)
        self._foot.hide()
        column.addWidget(self._foot)
        content.installEventFilter(self)

    @classmethod
    def open_over(
        cls, window: QWidget, content: QWidget, title: str = "", *, width: int = 480, closable: bool = True
    ) -> "Sheet":
        """Lay `content` over `window` and return the open sheet."""
        return Sheet(content, title=title, width=width, closable=closable).show_over(window)

    def add_button(self, button: QWidget) -> None:
        """Add to the row of buttons, from left to right; the primary one last."""
        self._foot.show()
        self.foot.addWidget(button)
        button.show()

    def set_title(self, title: str) -> None:
        """Change the title."""
        self._title.setText(title)
        self.setAccessibleName(title)
        self._head.setVisible(bool(title) or self._closable)

    def show_over(self, window: QWidget) -> Self:
        """Lie down over the top-level window of `window`, take the focus."""
        top = window.window()
        self._before = QApplication.focusWidget()
        self.setParent(top)
        top.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()
        self._place()
        self._focus_first()
        return self

    def _focus_first(self) -> None:
        chain = self._chain()
        inside = [widget for widget in chain if self.content.isAncestorOf(widget) or widget is self.content]
        buttons = [widget for widget in chain if self._foot.isAncestorOf(widget)]
        fields = [widget for widget in inside if isinstance(widget, QLineEdit | QPlainTextEdit)]
        for widget in fields[:1] or buttons[-1:] or inside[:1] or chain[:1]:
            widget.setFocus(Qt.FocusReason.PopupFocusReason)
            return
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_sheet(self) -> None:
        """Go away and give the focus back."""
        if self._done:
            return
        self._done = True
        self.hide()
        parent = self.parentWidget()
        if parent is not None:
            parent.removeEventFilter(self)
        before = self._before
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()
        self.deleteLater()

    def is_open(self) -> bool:
        """Whether it still lies there."""
        return not self._done

    # -- keeping the focus and the keys ---------------------------------------------------------------------

    def _chain(self) -> list[QWidget]:
        """What can take the focus by Tab, in its order."""
        found: list[QWidget] = []
        widget = self.nextInFocusChain()
        while widget is not self and widget is not None:
            if (
                self.isAncestorOf(widget)
                and widget.isEnabled()
                and widget.isVisibleTo(self)
                and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
                and widget.focusProxy() is None
            ):
                found.append(widget)
            widget = widget.nextInFocusChain()
        return found

    def focusNextPrevChild(self, forward: bool) -> bool:
        chain = self._chain()
        if not chain:
            return True
        here = QApplication.focusWidget()
        at = chain.index(here) if here in chain else (-1 if forward else 0)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        target = chain[(at + (1 if forward else -1)) % len(chain)]
        target.setFocus(reason)
        self._scroll.ensureWidgetVisible(target, 0, 24)
        return True

    def event(self, event: QEvent) -> bool:
        # Key events climb from the focused widget to its parents. Accepting the question here keeps the key
        # from the shortcuts of the page behind; it then comes back as a plain key press.
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self._closable:
                self.close_sheet()
            return
        pressed = QKeySequence(event.keyCombination())
        buttons = [
            button for button in self.findChildren(Button) if button.isVisible() and button.isEnabled()
        ]
        for button in buttons:
            if not button.shortcut().isEmpty() and button.shortcut() == pressed:
                button.click()
                return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            for button in buttons:
                if button.kind in ("primary", "danger") and self._foot.isAncestorOf(button):
                    button.click()
                    return
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    # -- size and look --------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        resized = watched is self.parent() and event.type() == QEvent.Type.Resize
        grown = watched is self.content and event.type() == QEvent.Type.LayoutRequest
        if (resized or grown) and not self._done:
            self._place()
        return False

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        self.setGeometry(parent.rect())
        width = min(self._wish, parent.width() - 2 * _MARGIN)
        inner = width - 48
        content = self.content
        layout = content.layout()
        if layout is not None:
            layout.activate()
        tall = content.heightForWidth(inner) if content.hasHeightForWidth() else content.sizeHint().height()
        tall = max(tall, content.minimumSizeHint().height(), content.minimumHeight())
        height = tall + 28
        for part in (self._head, self._foot):
            if not part.isHidden():
                height += max(part.sizeHint().height(), part.heightForWidth(width - 2))
        height = min(height, parent.height() - 2 * _MARGIN)
        top = max(_MARGIN, min((parent.height() - height) // 2, round(parent.height() * 0.16)))
        self._panel.setGeometry(QRect(QPoint((parent.width() - width) // 2, top), self._panel.size()))
        self._panel.resize(width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, worn = QPainter(self), current()
        painter.fillRect(self.rect(), worn.colour("scrim"))
        box = QRectF(self._panel.geometry())
        shade = worn.colour("shadow")
        # Many faint layers, each a pixel wider: no edge of its own is seen.
        for spread in range(SHADOW, 0, -1):
            shade.setAlpha(max(1, round(7 * (1 - spread / SHADOW) ** 2)))
            painting.rounded(
                painter,
                box.adjusted(-spread, -spread + 8, spread, spread + 8),
                worn.radius.pad + spread,
                shade,
            )


class ConfirmSheet(Sheet):
    """Asks before something is done; says what will be lost. Signals: ``confirmed(str)`` with the reason,
    ``closed()`` in any case. With `reason_required` the button waits for a reason.
    """

    confirmed = Signal(str)

    def __init__(
        self,
        title: str,
        text: str,
        confirm: str,
        danger: bool = False,
        reason_required: bool = False,
        *,
        reason_label: str = "",
        cancel: str = "",
    ) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(text, "body", wrap=True))
        super().__init__(content, title=title, width=440)
        self._reason: QLineEdit | None = None
        if reason_required:
            column.addSpacing(4)
            name = reason_label or tr("Reason")
            column.addWidget(Label(name, "field"))
            self._reason = QLineEdit()
            self._reason.setAccessibleName(name)
            self._reason.setMaxLength(500)
            self._reason.textChanged.connect(self._reason_typed)
            column.addWidget(self._reason)
        no = Button(cancel or tr("Cancel"))
        no.clicked.connect(self.close_sheet)
        self._yes = Button(confirm, "danger" if danger else "primary")
        self._yes.clicked.connect(self._confirm)
        self.add_button(no)
        self.add_button(self._yes)
        # Enter must not destroy anything by habit: a dangerous question starts on Cancel.
        self._first = no if danger else self._yes
        self._reason_typed()

    def _focus_first(self) -> None:
        (self._reason or self._first).setFocus(Qt.FocusReason.PopupFocusReason)

    def _reason_typed(self) -> None:
        if self._reason is not None:
            self._yes.set_why_not(None if self._reason.text().strip() else tr("Write a reason first."))

    def _confirm(self) -> None:
        reason = self._reason.text().strip() if self._reason is not None else ""
        self.close_sheet()
        self.confirmed.emit(reason)

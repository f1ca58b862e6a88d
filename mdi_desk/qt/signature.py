"""The pad people sign on: pen, finger or mouse, drawn without lag, raw samples kept as they came.

Longer than 400 lines: the three devices, the drawing and the keys of one widget share one state.
"""

import time
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEventPoint,
    QFocusEvent,
    QHideEvent,
    QInputDevice,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QPointingDevice,
    QResizeEvent,
    QTabletEvent,
    QTouchEvent,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from mdi_desk.kernel.ink import BASELINE, Contour, Ink, LiveStroke, Sample, Stroke, bounds
from mdi_desk.kernel.inkline import stroke_outline
from mdi_desk.kernel.words import tr
from mdi_desk.qt import theme

INSET = 36.0  # of the baseline from both sides
BATCH = 32  # settled pieces that are filled together
QUIET_MS = 500  # after pen or finger, mouse presses are echoes of the same hand
ECHO_PX = 16.0
_PLACE, _FORCE = 256, 32768  # the grid samples are kept on: far finer than any digitiser


def configure_application() -> None:
    """Every report of pen and mouse, not one for each frame. Call before the application object is made."""
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_CompressHighFrequencyEvents, False)
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_CompressTabletEvents, False)


def painter_path(contours: Iterable[Contour]) -> QPainterPath:
    """The rings as one path with the non-zero winding rule, ready to fill."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for contour in contours:
        path.moveTo(*contour.start)
        for (cx, cy), (x, y) in contour.curves():
            path.quadTo(cx, cy, x, y)
        path.closeSubpath()
    return path


def ink_colour() -> QColor:
    """The ink of the running theme: its text, a little towards the accent."""
    tokens = theme.current()
    text, accent = tokens.colour("text"), tokens.colour("accent")
    share = 0.2
    return QColor.fromRgbF(
        *(
            a + share * (b - a)
            for a, b in zip(text.getRgbF()[:3], accent.getRgbF()[:3], strict=True)  # type: ignore[index]
        )
    )


class SignaturePad(QWidget):
    """A box to sign in. Undo the last stroke with Ctrl+Z, clear with Delete.

    While a pen is in use, fingers and mouse are ignored. Resizing redraws from the samples: the ink keeps its
    shape, and what is added after it fits to what was there.

    Signals: ``changed()`` after a stroke was finished or undone, or everything cleared.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, caption: str | None = None) -> None:
        super().__init__(parent)
        self._caption = caption
        self._strokes: list[tuple[Stroke, QPainterPath, str]] = []
        self._active: list[Sample] = []
        self._source = ""
        self._finger = -1
        self._live = LiveStroke()
        self._damp: list[Contour] = []  # settled, but not yet in the picture
        self._tail = QPainterPath()  # that, and the way from there to the pen
        self._zero: float | None = None
        self._box: tuple[float, float] | None = None  # the size of the pad when the first stroke began
        self._last_pen = self._last_finger = -1e12
        self._dry: QPixmap | None = None  # finished strokes
        self._wet: QPixmap | None = None  # the settled part of the stroke that is being drawn
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setTabletTracking(
            True
        )  # a hovering pen is news too: its stroke has ended, and the mouse is its echo
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setMinimumSize(260, 150)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.theme_changes.changed.connect(self._redraw)
        self._name()

    # ---- what others use ----------------------------------------------------------------------------------

    def ink(self) -> Ink:
        """The finished strokes as they came: milliseconds since the first touch, pixels of the pad."""
        width, height = self._box or (float(self.width()), float(self.height()))
        devices = "+".join(sorted({source for _, _, source in self._strokes}))
        return Ink(tuple(stroke for stroke, _, _ in self._strokes), width, height, devices)

    def is_empty(self) -> bool:
        """True when nothing is drawn, nor being drawn."""
        return not self._strokes and not self._active

    def undo_stroke(self) -> None:
        """Take back the last stroke, or the one being drawn."""
        if self._active:
            self._drop_active()
        elif self._strokes:
            self._strokes.pop()
        else:
            return
        self._after_removal()

    def clear(self) -> None:
        """Take back everything."""
        if self.is_empty():
            return
        self._drop_active()
        self._strokes.clear()
        self._after_removal()

    def set_caption(self, caption: str | None) -> None:
        """The word under the line; None for the usual one."""
        self._caption = caption
        self.update()

    def sizeHint(self) -> QSize:
        """As in the drawings."""
        return QSize(373, 300)

    # ---- pen, finger, mouse -------------------------------------------------------------------------------

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A pen: draws with its tip; its other end is ignored."""
        event.accept()
        if event.pointerType() == QPointingDevice.PointerType.Eraser:
            return
        self._last_pen = self._now(event.timestamp())
        kind = event.type()
        if kind == QEvent.Type.TabletPress:
            if event.button() == Qt.MouseButton.LeftButton:
                self.setFocus(Qt.FocusReason.MouseFocusReason)
                self._make_way(event.position())
                self._begin("pen", event.timestamp(), event.position(), *_force(event))
        elif self._source == "pen" and self._active:
            # Some drivers forget the button in moves, but then the pressure speaks; hovering has neither.
            held = event.buttons() & Qt.MouseButton.LeftButton or event.pressure() > 0
            lost = kind == QEvent.Type.TabletMove and not held
            if not lost:
                self._extend(event.timestamp(), event.position(), *_force(event))
            if lost or kind == QEvent.Type.TabletRelease:
                self._finish()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A mouse, unless it is the echo of a pen or a finger."""
        event.accept()
        if event.button() == Qt.MouseButton.LeftButton and not self._echo(event):
            self._begin("mouse", event.timestamp(), event.position(), None, 0.0, 0.0)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick dots are two dots."""
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Goes on with a stroke of the mouse."""
        event.accept()
        if self._source == "mouse" and self._active:
            if event.buttons() & Qt.MouseButton.LeftButton:
                self._extend(event.timestamp(), event.position(), None, 0.0, 0.0)
            else:
                self._finish()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ends a stroke of the mouse."""
        event.accept()
        if event.button() == Qt.MouseButton.LeftButton and self._source == "mouse" and self._active:
            self._extend(event.timestamp(), event.position(), None, 0.0, 0.0)
            self._finish()

    def event(self, event: QEvent) -> bool:
        """Touches, and the pad's own keys before any shortcut of the window takes them."""
        if isinstance(event, QTouchEvent):
            event.accept()
            self._touch(event)
            return True
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._own(event):
            event.accept()
            return True
        return super().event(event)

    def _touch(self, event: QTouchEvent) -> None:
        now = self._now(event.timestamp())
        self._last_finger = now
        if event.type() == QEvent.Type.TouchCancel:
            if self._source == "touch" and self._active:
                self._drop_active()
                self._after_removal()
            return
        if (self._source == "pen" and self._active) or abs(now - self._last_pen) < QUIET_MS:
            return  # the palm of the hand that holds the pen
        device = event.pointingDevice()
        presses = device is not None and bool(device.capabilities() & QInputDevice.Capability.Pressure)
        for point in event.points():
            force = point.pressure() if presses else None
            state = point.state()
            if state == QEventPoint.State.Pressed and not (self._source == "touch" and self._active):
                self.setFocus(Qt.FocusReason.MouseFocusReason)
                self._make_way(point.position())
                self._finger = point.id()
                self._begin("touch", event.timestamp(), point.position(), force, 0.0, 0.0)
            elif point.id() == self._finger and self._source == "touch" and self._active:
                if state in (QEventPoint.State.Updated, QEventPoint.State.Released):
                    self._extend(event.timestamp(), point.position(), force, 0.0, 0.0)
                if state == QEventPoint.State.Released:
                    self._finish()

    def _echo(self, event: QMouseEvent) -> bool:
        if self._active and self._source != "mouse":
            return True
        now = self._now(event.timestamp())
        return abs(now - self._last_pen) < QUIET_MS or abs(now - self._last_finger) < QUIET_MS

    def _make_way(self, position: QPointF) -> None:
        """A pen or finger begins: what the mouse, or the palm, has just drawn for the same touch goes."""
        if self._active:
            if self._source in ("mouse", "touch"):
                self._drop_active()
            else:
                self._finish()
            return
        if not self._strokes:
            return
        stroke, _, source = self._strokes[-1]
        x, y = self._place(position)
        recent = self._last_pen - (self._zero or 0.0) - stroke[-1].t_ms < QUIET_MS
        near = all(abs(s.x - x) + abs(s.y - y) < ECHO_PX for s in stroke)
        if source == "mouse" and len(stroke) <= 3 and near and recent:
            self._strokes.pop()
            self._dry = None

    # ---- a stroke -----------------------------------------------------------------------------------------

    def _begin(
        self, source: str, stamp: int, position: QPointF, force: float | None, tilt_x: float, tilt_y: float
    ) -> None:
        if self._active:
            self._finish()
        if self._box is None:
            self._box = (float(self.width()), float(self.height()))
        self._source, self._live, self._tail = source, LiveStroke(), QPainterPath()
        self._extend(stamp, position, force, tilt_x, tilt_y)

    def _extend(
        self, stamp: int, position: QPointF, force: float | None, tilt_x: float, tilt_y: float
    ) -> None:
        now = self._now(stamp)
        if self._zero is None:
            self._zero = now
        x, y = self._place(position)
        pressure = None if force is None else round(force * _FORCE) / _FORCE
        sample = Sample(now - self._zero, x, y, pressure, float(tilt_x), float(tilt_y))
        if self._active and sample == self._active[-1]:
            return
        self._active.append(sample)
        self._live.add(sample)
        dirty = self._tail.boundingRect()
        self._damp += self._live.settled()
        if len(self._damp) > BATCH:
            # In batches: each seam between two fillings is a hair darker than a line.
            self._paint_into(self._layer("_wet"), painter_path(self._damp[:-1]))
            self._damp = self._damp[-1:]
        self._tail = painter_path((*self._damp, *self._live.tail()))
        self._touch_up(dirty.united(self._tail.boundingRect()))

    def _finish(self) -> None:
        stroke = tuple(self._active)
        contours = stroke_outline(stroke)
        path = painter_path(contours)
        self._strokes.append((stroke, path, self._source))
        if self._dry is not None:
            self._paint_into(self._dry, path)
        box = bounds(contours)
        dirty = self._drop_active()
        if box is not None:
            dirty = dirty.united(QRectF(QPointF(box[0], box[1]), QPointF(box[2], box[3])))
        self._touch_up(dirty)
        self._name()
        self.changed.emit()

    def _drop_active(self) -> QRectF:
        """Forget the stroke being drawn; the part of the box that it covered."""
        covered = self._tail.boundingRect()
        for s in self._active:
            covered = covered.united(QRectF(s.x - 3, s.y - 3, 6, 6))
        self._active, self._tail, self._live, self._source = [], QPainterPath(), LiveStroke(), ""
        self._damp, self._wet = [], None
        return covered

    def _after_removal(self) -> None:
        self._dry = None
        if self.is_empty():
            self._box = self._zero = None
        self._name()
        self.update()
        self.changed.emit()

    def _now(self, stamp: int) -> float:
        # Some drivers, and events made by programs, carry no time.
        return float(stamp) if stamp else float(int(time.monotonic() * 1000))

    def _place(self, position: QPointF) -> tuple[float, float]:
        """A point of the widget in the box's coordinates."""
        inverse, _ = self._view().inverted()
        p = inverse.map(position)
        return round(p.x() * _PLACE) / _PLACE, round(p.y() * _PLACE) / _PLACE

    def _view(self) -> QTransform:
        """From the box (the pad as it was when the signing began) to the widget: whole, and on the line."""
        if self._box is None:
            return QTransform()
        width, height = self._box
        scale = min(self.width() / width, self.height() / height)
        left = (self.width() - scale * width) / 2
        return QTransform(scale, 0, 0, scale, left, BASELINE * (self.height() - scale * height))

    # ---- painting -----------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box, the line, dry ink, wet ink; only what needs it."""
        tokens = theme.current()
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        edge = 2.0 if focused else 1.0
        painter.setPen(QPen(tokens.colour("accent" if focused else "line"), edge))
        painter.setBrush(tokens.colour("panel" if self.isEnabled() else "bg"))
        frame = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        painter.drawRoundedRect(frame, tokens.radius.pad, tokens.radius.pad)
        self._paint_line(painter, tokens)
        painter.drawPixmap(0, 0, self._layer("_dry"))
        if self._wet is not None:
            painter.drawPixmap(0, 0, self._wet)
        if not self._tail.isEmpty():
            painter.setTransform(self._view(), True)
            painter.fillPath(self._tail, ink_colour())
        painter.end()

    def _paint_line(self, painter: QPainter, tokens: theme.Tokens) -> None:
        y = round(self.height() * BASELINE) + 0.5
        inset = min(INSET, self.width() * 0.1)
        line = tokens.colour("text-faint")
        line.setAlphaF(0.55)
        painter.setPen(QPen(line, 1))
        painter.drawLine(QPointF(inset, y), QPointF(self.width() - inset, y))
        # The cross is drawn: not every font has one.
        painter.setPen(QPen(tokens.colour("text-faint"), 1.3, c=Qt.PenCapStyle.RoundCap))
        arm, cx, cy = 3.2, inset + 4.5, y + 18
        painter.drawLine(QPointF(cx - arm, cy - arm), QPointF(cx + arm, cy + arm))
        painter.drawLine(QPointF(cx - arm, cy + arm), QPointF(cx + arm, cy - arm))
        font = self.font()
        font.setPixelSize(tokens.size.caption)
        painter.setFont(font)
        left = round(cx + 9)
        words = painter.fontMetrics().elidedText(
            self._caption or tr("signature"),
            Qt.TextElideMode.ElideRight,
            max(0, round(self.width() - inset - left)),
        )
        box = QRect(left, round(cy) - 10, self.width() - left, 20)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)

    def _layer(self, name: str) -> QPixmap:
        layer: QPixmap | None = getattr(self, name)
        ratio = self.devicePixelRatioF()
        size = self.size() * ratio
        if layer is not None and layer.size() == size and layer.devicePixelRatio() == ratio:
            return layer
        layer = QPixmap(size)
        layer.setDevicePixelRatio(ratio)
        layer.fill(Qt.GlobalColor.transparent)
        setattr(self, name, layer)
        if name == "_dry":
            for _, path, _ in self._strokes:
                self._paint_into(layer, path)
        return layer

    def _paint_into(self, layer: QPixmap, path: QPainterPath) -> None:
        painter = QPainter(layer)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(self._view(), True)
        painter.fillPath(path, ink_colour())
        painter.end()

    def _touch_up(self, box: QRectF) -> None:
        if not box.isNull():
            self.update(self._view().mapRect(box).adjusted(-2, -2, 2, 2).toAlignedRect())

    def _redraw(self) -> None:
        """Forget the pictures; the samples make them anew."""
        self._dry = None
        if self._active:
            samples, self._live, self._wet = self._active, LiveStroke(), None
            for sample in samples:
                self._live.add(sample)
            self._damp = list(self._live.settled())
            self._tail = painter_path((*self._damp, *self._live.tail()))
        self.update()

    # ---- the rest of a widget -----------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The ink is drawn again for the new size."""
        super().resizeEvent(event)
        if not self._strokes and not self._active:
            self._box = None
        self._redraw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Z takes back a stroke; Delete or Backspace clears."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_stroke()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _own(self, event: QKeyEvent) -> bool:
        return event.matches(QKeySequence.StandardKey.Undo) or event.key() in (
            Qt.Key.Key_Delete,
            Qt.Key.Key_Backspace,
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The frame shows it."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The frame shows it."""
        super().focusOutEvent(event)
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        """A stroke that is cut off by a closing view is kept as far as it went."""
        if self._active:
            self._finish()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """A new language or state is shown."""
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.EnabledChange):
            self._name()
            self.update()
        super().changeEvent(event)

    def _name(self) -> None:
        self.setAccessibleName(tr("Signature box"))
        self.setAccessibleDescription(
            tr("Signed") if self._strokes else tr("Empty: sign with pen, finger or mouse")
        )


def _force(event: QTabletEvent) -> tuple[float | None, float, float]:
    device = event.pointingDevice()
    capable = device is None or bool(device.capabilities() & QInputDevice.Capability.Pressure)
    return (event.pressure() if capable else None), event.xTilt(), event.yTilt()

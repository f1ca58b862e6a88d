"""The pad with real events: pen, finger and mouse, and everything that drivers get wrong."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QInputDevice,
    QMouseEvent,
    QPointingDevice,
    QTabletEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mdi_desk.kernel.ink import Ink, Sample, Stroke, judge
from mdi_desk.qt import theme
from mdi_desk.qt.signature import SignaturePad, configure_application, ink_colour
from tests.kernel.ink_samples import signature

PEN = QPointingDevice(
    "pen",
    71,
    QInputDevice.DeviceType.Stylus,
    QPointingDevice.PointerType.Pen,
    QInputDevice.Capability.Position
    | QInputDevice.Capability.Pressure
    | QInputDevice.Capability.XTilt
    | QInputDevice.Capability.YTilt,
    1,
    3,
)
NONE, LEFT = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton


class Pen:
    """Synthetic pen events with the pen's own clock."""

    def __init__(self, pad: SignaturePad, clock: int = 100_000) -> None:
        self.pad, self.clock = pad, clock

    def send(self, kind: QEvent.Type, s: Sample, device: QPointingDevice = PEN, *, held: bool = True) -> None:
        at = QPointF(s.x, s.y)
        event = QTabletEvent(
            kind,
            device,
            at,
            self.pad.mapToGlobal(at),
            s.pressure or 0.0,
            s.tilt_x,
            s.tilt_y,
            0.0,
            0.0,
            0.0,
            Qt.KeyboardModifier.NoModifier,
            NONE if kind == QEvent.Type.TabletMove else LEFT,
            LEFT if held and kind != QEvent.Type.TabletRelease else NONE,
        )
        event.setTimestamp(self.clock + int(s.t_ms))
        QCoreApplication.sendEvent(self.pad, event)

    def draw(self, stroke: Stroke) -> None:
        self.send(QEvent.Type.TabletPress, stroke[0])
        for s in stroke[1:-1]:
            self.send(QEvent.Type.TabletMove, s)
        self.send(QEvent.Type.TabletRelease, stroke[-1])

    def sign(self, ink: Ink) -> None:
        for stroke in ink.strokes:
            self.draw(stroke)


def mouse(pad: SignaturePad, kind: QEvent.Type, x: float, y: float, clock: int) -> None:
    at = QPointF(x, y)
    released = kind == QEvent.Type.MouseButtonRelease
    event = QMouseEvent(
        kind,
        at,
        pad.mapToGlobal(at),
        NONE if kind == QEvent.Type.MouseMove else LEFT,
        NONE if released else LEFT,
        Qt.KeyboardModifier.NoModifier,
    )
    event.setTimestamp(clock)
    QCoreApplication.sendEvent(pad, event)


def drag(pad: SignaturePad, points: list[tuple[float, float]], clock: int) -> None:
    """At 125 Hz; with `clock` 0 no event carries a time."""
    step = 8 if clock else 0
    mouse(pad, QEvent.Type.MouseButtonPress, *points[0], clock)
    for i, point in enumerate(points[1:]):
        mouse(pad, QEvent.Type.MouseMove, *point, clock + step * (i + 1))
    mouse(pad, QEvent.Type.MouseButtonRelease, *points[-1], clock + step * len(points))


def ink_pixels(pad: SignaturePad) -> int:
    """How many pixels of the pad are as dark as ink."""
    image = pad.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    wanted = ink_colour()
    return sum(
        1
        for y in range(image.height())
        for x in range(image.width())
        if abs(QColor(image.pixel(x, y)).lightness() - wanted.lightness()) < 12
    )


@pytest.fixture
def pad(qtbot: QtBot, qapp: QApplication) -> SignaturePad:
    theme.apply(qapp, "light")
    made = SignaturePad()
    qtbot.addWidget(made)
    made.resize(373, 300)
    made.show()
    return made


def test_compression_is_off() -> None:
    configure_application()
    for name in ("AA_CompressHighFrequencyEvents", "AA_CompressTabletEvents"):
        assert not QCoreApplication.testAttribute(getattr(Qt.ApplicationAttribute, name))


def test_a_pen_signs_and_nothing_is_lost(pad: SignaturePad) -> None:
    wanted = signature()
    told = []
    pad.changed.connect(lambda: told.append(1))
    assert pad.is_empty()
    Pen(pad).sign(wanted)
    got = pad.ink()
    assert not pad.is_empty()
    assert len(told) == 2
    assert got.device == "pen"
    assert (got.width, got.height) == (373, 300)
    assert [len(s) for s in got.strokes] == [len(s) for s in wanted.strokes]
    for a, b in zip((s for k in got.strokes for s in k), (s for k in wanted.strokes for s in k), strict=True):
        assert a.t_ms == b.t_ms  # the event's own time
        assert abs(a.x - b.x) <= 1 / 512
        assert abs(a.y - b.y) <= 1 / 512
        assert a.pressure == pytest.approx(b.pressure, abs=1e-4)
        assert (a.tilt_x, a.tilt_y) == (32.0, -12.0)
    assert judge(got) is None
    assert Ink.unpack(got.pack()) == got
    assert len(got.pack()) < 4000
    assert ink_pixels(pad) > 300


def test_a_mouse_signs(pad: SignaturePad) -> None:
    drag(pad, [(60 + 4 * i, 120 + (30 if i % 2 else -30)) for i in range(40)], 5000)
    (stroke,) = pad.ink().strokes
    assert pad.ink().device == "mouse"
    assert all(s.pressure is None for s in stroke)
    assert stroke[0].t_ms == 0
    assert stroke[-1].t_ms == 320


def test_a_finger_signs_and_a_second_finger_does_not_disturb(pad: SignaturePad, qtbot: QtBot) -> None:
    screen = QTest.createTouchDevice()
    touch = QTest.touchEvent(pad, screen)
    touch.press(0, pad.rect().center(), pad).commit()
    for i in range(1, 30):
        touch.move(0, pad.rect().center() + QPointF(3 * i, (i % 7) * 4).toPoint(), pad)
        if i == 10:
            touch.press(1, pad.rect().bottomRight() - QPointF(20, 20).toPoint(), pad)
        elif i > 10:
            touch.stationary(1)
        touch.commit()
    touch.release(0, pad.rect().center() + QPointF(87, 4).toPoint(), pad)
    touch.release(1, pad.rect().bottomRight() - QPointF(20, 20).toPoint(), pad).commit()
    ink = pad.ink()
    assert ink.device == "touch"
    assert len(ink.strokes) == 1
    assert max(s.x for s in ink.strokes[0]) < 300


def test_mouse_presses_that_echo_the_pen_are_dropped(pad: SignaturePad) -> None:
    stroke = signature().strokes[1]
    pen = Pen(pad)
    # The echo before: a press and release where the pen comes down.
    down = pen.clock + int(stroke[0].t_ms)
    mouse(pad, QEvent.Type.MouseButtonPress, stroke[0].x, stroke[0].y, down - 4)
    mouse(pad, QEvent.Type.MouseButtonRelease, stroke[0].x, stroke[0].y, down - 2)
    pen.send(QEvent.Type.TabletPress, stroke[0])
    for i, s in enumerate(stroke[1:-1]):
        pen.send(QEvent.Type.TabletMove, s)
        if i % 5 == 0:  # during
            mouse(pad, QEvent.Type.MouseButtonPress, s.x, s.y, pen.clock + int(s.t_ms))
            mouse(pad, QEvent.Type.MouseMove, s.x + 2, s.y, pen.clock + int(s.t_ms))
    pen.send(QEvent.Type.TabletRelease, stroke[-1])
    after = pen.clock + int(stroke[-1].t_ms)
    drag(pad, [(stroke[-1].x, stroke[-1].y)] * 2, after + 3)
    ink = pad.ink()
    assert ink.device == "pen"
    assert [len(s) for s in ink.strokes] == [len(stroke)]
    drag(pad, [(50, 50), (60, 90), (70, 50)], after + 5000)  # a real mouse, later
    assert pad.ink().device == "mouse+pen"


def test_the_pen_wins_over_a_mouse_that_is_down(pad: SignaturePad) -> None:
    pen = Pen(pad)
    stroke = signature().strokes[1]
    mouse(pad, QEvent.Type.MouseButtonPress, 10, 10, pen.clock - 900)
    mouse(pad, QEvent.Type.MouseMove, 14, 14, pen.clock - 890)
    pen.draw(stroke)
    assert [len(s) for s in pad.ink().strokes] == [len(stroke)]


def test_a_lost_release_ends_the_stroke(pad: SignaturePad) -> None:
    pen = Pen(pad)
    first, second = signature().strokes
    pen.send(QEvent.Type.TabletPress, first[0])
    for s in first[1:50]:
        pen.send(QEvent.Type.TabletMove, s)
    pen.draw(second)
    assert [len(s) for s in pad.ink().strokes] == [50, len(second)]
    mouse(pad, QEvent.Type.MouseButtonPress, 20, 20, 900_000)
    mouse(pad, QEvent.Type.MouseMove, 40, 40, 900_010)
    pad.hide()
    assert len(pad.ink().strokes) == 3


def test_hovering_after_a_lost_release_draws_nothing(pad: SignaturePad) -> None:
    pen, stroke = Pen(pad), signature().strokes[1]
    pen.send(QEvent.Type.TabletPress, stroke[0])
    for s in stroke[1:20]:
        pen.send(QEvent.Type.TabletMove, s)
    for s in stroke[20:]:
        pen.send(QEvent.Type.TabletMove, s._replace(pressure=0.0), held=False)
    assert [len(s) for s in pad.ink().strokes] == [20]


def test_a_driver_that_forgets_the_button_in_moves(pad: SignaturePad) -> None:
    pen, stroke = Pen(pad), signature().strokes[1]
    pen.send(QEvent.Type.TabletPress, stroke[0])
    for s in stroke[1:-1]:
        pen.send(QEvent.Type.TabletMove, s, held=False)
    pen.send(QEvent.Type.TabletRelease, stroke[-1])
    assert [len(s) for s in pad.ink().strokes] == [len(stroke)]


def test_the_other_end_of_the_pen_draws_nothing(pad: SignaturePad) -> None:
    eraser = QPointingDevice(
        "eraser", 72, QInputDevice.DeviceType.Stylus, QPointingDevice.PointerType.Eraser,
        QInputDevice.Capability.Position, 1, 1,
    )  # fmt: skip
    pen = Pen(pad)
    for kind in (QEvent.Type.TabletPress, QEvent.Type.TabletMove, QEvent.Type.TabletRelease):
        pen.send(kind, Sample(0, 50, 50, 0.5), eraser)
    assert pad.is_empty()


def test_a_dot_is_kept(pad: SignaturePad) -> None:
    before = ink_pixels(pad)
    Pen(pad).draw((Sample(0, 100, 100, 0.5), Sample(20, 100, 100, 0.0)))
    assert len(pad.ink().strokes) == 1
    assert ink_pixels(pad) > before
    assert "dot" in (judge(pad.ink()) or "")


def test_events_without_a_clock_get_one(pad: SignaturePad) -> None:
    drag(pad, [(60 + 4 * i, 120 + i % 9) for i in range(20)], 0)
    drag(pad, [(60, 120), (90, 140)], 0)
    assert len(pad.ink().strokes) == 2
    assert all(s.t_ms >= 0 for k in pad.ink().strokes for s in k)


def test_resizing_loses_no_ink(pad: SignaturePad) -> None:
    Pen(pad).sign(signature())
    before, pixels = pad.ink(), ink_pixels(pad)
    for size in (QSize(600, 500), QSize(260, 160), QSize(373, 300)):
        pad.resize(size)
        assert pad.ink() == before
        assert not pad.is_empty()
        assert ink_pixels(pad) > 100
    assert ink_pixels(pad) == pixels
    # What is added at another size fits to what was there.
    pad.resize(746, 600)
    mouse(pad, QEvent.Type.MouseButtonPress, 200, 200, 900_000)
    mouse(pad, QEvent.Type.MouseButtonRelease, 200, 200, 900_001)
    added = pad.ink().strokes[-1][0]
    assert (added.x, added.y) == (100, 100)
    assert (pad.ink().width, pad.ink().height) == (373, 300)


def test_resizing_while_drawing(pad: SignaturePad) -> None:
    pen, stroke = Pen(pad), signature().strokes[0]
    pen.send(QEvent.Type.TabletPress, stroke[0])
    for s in stroke[1:200]:
        pen.send(QEvent.Type.TabletMove, s)
    pad.resize(373, 301)
    assert ink_pixels(pad) > 100
    pad.resize(373, 300)
    for s in stroke[200:-1]:
        pen.send(QEvent.Type.TabletMove, s)
    pen.send(QEvent.Type.TabletRelease, stroke[-1])
    assert len(pad.ink().strokes[0]) == len(stroke)


def test_undo_and_clear_by_key(pad: SignaturePad, qtbot: QtBot) -> None:
    empty = ink_pixels(pad)
    Pen(pad).sign(signature())
    told = []
    pad.changed.connect(lambda: told.append(1))
    assert pad.hasFocus() or pad.focusPolicy() == Qt.FocusPolicy.StrongFocus
    QTest.keyClick(pad, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(pad.ink().strokes) == 1
    QTest.keyClick(pad, Qt.Key.Key_Delete)
    assert pad.is_empty()
    assert len(told) == 2
    assert ink_pixels(pad) == empty
    pad.undo_stroke()
    pad.clear()
    assert len(told) == 2
    assert pad.ink() == Ink((), 373, 300, "")


def test_only_what_changed_is_painted(
    pad: SignaturePad, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    pen, stroke = Pen(pad), signature().strokes[0]
    qtbot.waitExposed(pad)
    pen.send(QEvent.Type.TabletPress, stroke[0])
    QApplication.processEvents()
    areas = []
    painted = pad.paintEvent
    monkeypatch.setattr(
        pad, "paintEvent", lambda e: (areas.append(e.rect().width() * e.rect().height()), painted(e))[1]
    )
    for s in stroke[1:120]:
        pen.send(QEvent.Type.TabletMove, s)
        QApplication.processEvents()
    assert areas
    assert max(areas) < 373 * 300 / 4


def test_what_is_drawn_live_is_what_stays(pad: SignaturePad) -> None:
    """Lifting the pen does not make the ink jump."""
    pen, stroke = Pen(pad), signature().strokes[0]
    pen.send(QEvent.Type.TabletPress, stroke[0])
    for s in stroke[1:-1]:
        pen.send(QEvent.Type.TabletMove, s)
    live = pad.grab().toImage()
    pen.send(QEvent.Type.TabletRelease, stroke[-1])
    dry = pad.grab().toImage()
    strong = sum(
        1
        for y in range(live.height())
        for x in range(live.width())
        if abs(QColor(live.pixel(x, y)).lightness() - QColor(dry.pixel(x, y)).lightness()) > 150
    )
    assert strong < 0.06 * ink_pixels(pad)


def test_colours_follow_the_theme(pad: SignaturePad, qapp: QApplication) -> None:
    Pen(pad).sign(signature())
    light = ink_pixels(pad)
    theme.apply(qapp, "dark")
    assert ink_colour().lightness() > 200
    assert abs(ink_pixels(pad) - light) < 0.5 * light
    theme.apply(qapp, "light")


def test_a_screen_reader_knows_it(pad: SignaturePad) -> None:
    assert pad.accessibleName() == "Signature box"
    assert "Empty" in pad.accessibleDescription()
    Pen(pad).sign(signature())
    assert pad.accessibleDescription() == "Signed"

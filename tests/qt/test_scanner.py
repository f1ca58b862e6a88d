"""Scans told from typing, in real fields with real key events; codes read from pictures."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QDate, QEvent, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage, QKeyEvent, QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QDateEdit,
    QDialog,
    QDoubleSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from mdi_desk.kernel.codes import classify, make_qr_png
from mdi_desk.kernel.errors import UserError
from mdi_desk.qt.scanner import MOST_KEYS, WedgeFilter, decode_clipboard, decode_file, decode_image

CODE = "MDI1.T7K29QWM4XAB"
BARE = "T7K29QWM4XAB"


class Wedge:
    """Sends keys with the clock of the events, not of the test."""

    def __init__(self, heard: list[str]) -> None:
        self.heard = heard
        self.now = 5000

    def key(self, widget: QWidget, key: int, text: str, gap: int, mods: object = None) -> None:
        self.now += gap
        held = mods or Qt.KeyboardModifier.NoModifier
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, held, text)  # type: ignore[call-overload]
            event.setTimestamp(self.now)
            event.ignore()
            target = QApplication.focusWidget() or widget
            QApplication.sendEvent(target, event)

    def type(self, widget: QWidget, text: str, gap: int, *, enter: bool = True) -> None:
        self.now += 1000
        for char in text:
            self.key(widget, ord(char.upper()) if ord(char) < 128 else 0, char, gap)
        if enter:
            self.key(widget, Qt.Key.Key_Return, "\r", gap)


@pytest.fixture
def wedge(qapp: QApplication) -> Iterator[Wedge]:
    heard: list[str] = []
    watcher = WedgeFilter()
    watcher.scanned.connect(heard.append)
    qapp.installEventFilter(watcher)
    yield Wedge(heard)
    qapp.removeEventFilter(watcher)


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[QWidget], QWidget]:
    def show(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        widget.show()
        widget.activateWindow()
        widget.setFocus()
        qtbot.waitUntil(widget.hasFocus)
        return widget

    return show


@pytest.mark.parametrize("gap", [1, 4, 8, 13, 30])
@pytest.mark.parametrize("code", [CODE, BARE, "MDI-2026-00042"])
def test_a_scan_leaves_the_field_as_it_was(wedge: Wedge, shown, gap: int, code: str) -> None:
    edit = shown(QLineEdit("half a name"))
    entered = []
    edit.returnPressed.connect(lambda: entered.append(1))
    edit.setSelection(5, 6)
    wedge.type(edit, code, gap)
    assert wedge.heard == [code]
    assert edit.text() == "half a name"
    assert edit.selectedText() == "a name"
    assert not entered


@pytest.mark.parametrize("gap", [31, 35, 60, 200])
def test_typing_is_typing(wedge: Wedge, shown, gap: int) -> None:
    edit = shown(QLineEdit())
    entered = []
    edit.returnPressed.connect(lambda: entered.append(1))
    wedge.type(edit, BARE, gap)
    assert wedge.heard == []
    assert edit.text() == BARE
    assert entered == [1]


def test_keys_of_a_typist_go_through_at_once(wedge: Wedge, shown) -> None:
    edit = shown(QLineEdit())
    for i, char in enumerate("hallo"):
        wedge.key(edit, ord(char.upper()), char, 5)
        assert edit.text() == "hallo"[: i + 1]


def test_five_quick_keys_and_enter_are_typing(wedge: Wedge, shown) -> None:
    edit = shown(QLineEdit())
    wedge.type(edit, "12345", 4)
    assert wedge.heard == []
    assert edit.text() == "12345"


def test_typing_then_a_scan_keeps_what_was_typed(wedge: Wedge, shown) -> None:
    edit = shown(QLineEdit())
    wedge.type(edit, "Ngo", 120, enter=False)
    wedge.type(edit, CODE, 4)
    assert wedge.heard == [CODE]
    assert edit.text() == "Ngo"
    assert edit.cursorPosition() == 3
    wedge.type(edit, "zi", 120, enter=False)
    assert edit.text() == "Ngozi"


def test_selection_from_right_to_left_comes_back(wedge: Wedge, shown) -> None:
    edit = shown(QLineEdit("abcdef"))
    edit.setSelection(5, -3)
    assert edit.cursorPosition() == 2
    wedge.type(edit, BARE, 4)
    assert (edit.selectedText(), edit.cursorPosition()) == ("cde", 2)


def test_the_prefix_is_swallowed_to_its_end_and_needs_no_enter(wedge: Wedge, shown, qtbot: QtBot) -> None:
    edit = shown(QLineEdit("x"))
    wedge.type(edit, CODE, 4, enter=False)
    assert edit.text() == "x"
    qtbot.waitUntil(lambda: wedge.heard == [CODE], timeout=2000)


def test_two_scans_in_a_row(wedge: Wedge, shown) -> None:
    edit = shown(QLineEdit())
    wedge.type(edit, CODE, 2)
    wedge.type(edit, BARE, 2)
    assert wedge.heard == [CODE, BARE]
    assert edit.text() == ""


def test_caps_lock_is_undone_by_the_meaning(wedge: Wedge, shown) -> None:
    edit = shown(QLineEdit())
    wedge.type(edit, CODE.lower(), 4)
    assert classify(wedge.heard[0]).value == BARE


def test_shift_keys_between_the_letters_do_not_disturb(wedge: Wedge, shown) -> None:
    edit = shown(QLineEdit())
    wedge.now += 1000
    for char in BARE:
        wedge.key(edit, Qt.Key.Key_Shift, "", 1, Qt.KeyboardModifier.ShiftModifier)
        wedge.key(edit, ord(char), char, 2, Qt.KeyboardModifier.ShiftModifier)
    wedge.key(edit, Qt.Key.Key_Enter, "\r", 3)
    assert wedge.heard == [BARE]


def test_a_password_manager_that_types_is_left_alone(wedge: Wedge, shown) -> None:
    edit = shown(QLineEdit())
    edit.setEchoMode(QLineEdit.EchoMode.Password)
    wedge.type(edit, "hunter2hunter2", 2)
    assert wedge.heard == []
    assert edit.text() == "hunter2hunter2"
    wedge.type(edit, CODE, 2)
    assert wedge.heard == [CODE]
    assert edit.text() == "hunter2hunter2"


def test_a_held_key_is_no_scanner(wedge: Wedge, shown) -> None:
    edit = shown(QLineEdit())
    for i in range(12):
        wedge.now += 25
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a", i > 0)
        event.setTimestamp(wedge.now)
        QApplication.sendEvent(edit, event)
    wedge.key(edit, Qt.Key.Key_Return, "\r", 20)
    assert wedge.heard == []
    assert edit.text() == "a" * 12


def test_the_default_button_is_not_pressed(wedge: Wedge, qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    edit, button = QLineEdit(), QPushButton("Pay")
    button.setDefault(True)
    layout = QVBoxLayout(dialog)
    layout.addWidget(edit)
    layout.addWidget(button)
    pressed = []
    button.clicked.connect(lambda: pressed.append(1))
    dialog.show()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    wedge.type(edit, BARE, 4)
    assert wedge.heard == [BARE]
    assert not pressed
    assert dialog.isVisible()
    wedge.type(edit, "abcdefgh", 60)
    assert pressed == [1]


def test_enter_as_a_shortcut_is_not_triggered(wedge: Wedge, qtbot: QtBot) -> None:
    """By the window, as the platform sends keys: shortcuts are asked first."""
    window = QWidget()
    qtbot.addWidget(window)
    edit = QLineEdit(window)
    fired = []
    for key in ("Return", "Enter", "K"):
        shortcut = QShortcut(QKeySequence(key), window)
        shortcut.activated.connect(lambda k=key: fired.append(k))
    window.show()
    window.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    handle = window.windowHandle()
    from PySide6.QtTest import QTest

    for char in BARE:
        QTest.keyClick(handle, char)
    QTest.keyClick(handle, Qt.Key.Key_Return)
    assert wedge.heard == [BARE]
    assert edit.text() == ""
    assert fired == []


@pytest.mark.parametrize("kind", [QPlainTextEdit, QTextEdit])
def test_long_texts_come_back(wedge: Wedge, shown, kind) -> None:
    edit = shown(kind())
    edit.setPlainText("first\nsecond line\nthird")
    cursor = edit.textCursor()
    cursor.setPosition(8)
    cursor.setPosition(14, cursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    wedge.type(edit, BARE, 4)
    assert wedge.heard == [BARE]
    assert edit.toPlainText() == "first\nsecond line\nthird"
    assert edit.textCursor().selectedText() == "cond l"
    assert edit.textCursor().position() == 14


def test_numbers_and_dates_come_back(wedge: Wedge, shown) -> None:
    number, amount, day = QSpinBox(), QDoubleSpinBox(), QDateEdit(QDate(2026, 11, 20))
    number.setMaximum(10**9)
    number.setValue(17)
    amount.setMaximum(1e9)
    amount.setValue(12.5)
    for field in (number, amount, day):
        shown(field)
        wedge.type(field, "123456789", 4)
    assert wedge.heard == ["123456789"] * 3
    assert number.value() == 17
    assert number.lineEdit().text() == "17"
    assert amount.value() == 12.5
    assert day.date() == QDate(2026, 11, 20)


def test_a_table_neither_jumps_nor_opens_an_editor(wedge: Wedge, shown) -> None:
    table = QTableWidget(5, 1)
    for row, name in enumerate(("Ana", "Tom", "Minh", "Paul", "Zoë")):
        table.setItem(row, 0, QTableWidgetItem(name))
    table.setCurrentCell(2, 0)
    shown(table)
    wedge.type(table, CODE, 4)
    assert wedge.heard == [CODE]
    assert (table.currentRow(), [i.row() for i in table.selectedIndexes()]) == (2, [2])
    assert table.item(2, 0).text() == "Minh"
    wedge.type(table, BARE, 4)
    assert wedge.heard == [CODE, BARE]
    assert table.state() == QTableWidget.State.NoState
    assert [table.item(r, 0).text() for r in range(5)] == ["Ana", "Tom", "Minh", "Paul", "Zoë"]


@pytest.mark.parametrize(
    "text",
    [
        "T7K2\0" * 4,
        "אבגדהוז12",
        "'; drop table x; --",
        "مرحبا بكم هنا",
        "😀" * 8,
        "\x1b[2J" * 4,
        "{name}%s{0}",
    ],
)
def test_hostile_texts_are_delivered_or_ignored(wedge: Wedge, shown, text: str) -> None:
    edit = shown(QLineEdit("kept"))
    wedge.type(edit, text, 3)
    assert edit.text() == "kept"
    assert wedge.heard == ["".join(c for c in text if c.isprintable())]
    assert classify(wedge.heard[0]).kind == "unknown"


def test_an_endless_scan_is_taken_back_and_ignored(wedge: Wedge, shown) -> None:
    edit = shown(QLineEdit("kept"))
    wedge.type(edit, "7" * (MOST_KEYS + 50), 1)
    assert wedge.heard == []
    assert edit.text() == "kept"
    wedge.type(edit, BARE, 3)
    assert wedge.heard == [BARE]


def test_one_key_with_ten_megabytes(wedge: Wedge, shown) -> None:
    edit = shown(QLineEdit("kept"))
    wedge.now += 1000
    for _ in range(6):
        wedge.key(edit, 0, "9" * 1_700_000, 2)
    wedge.key(edit, Qt.Key.Key_Return, "\r", 2)
    assert edit.text() == "kept"
    assert wedge.heard == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(keys=st.lists(st.tuples(st.text(max_size=2), st.integers(0, 80)), max_size=30))
def test_no_keys_do_any_harm(wedge: Wedge, shown, keys: list[tuple[str, int]]) -> None:
    edit = QLineEdit("start")
    edit.show()
    edit.setFocus()
    for text, gap in keys:
        wedge.key(edit, ord(text[0]) if text and ord(text[0]) < 128 else 0, text, gap)
    before = len(wedge.heard)
    wedge.key(edit, Qt.Key.Key_Return, "\r", 500)
    assert len(wedge.heard) <= before + 1
    edit.deleteLater()


def test_a_field_that_closes_during_the_scan(wedge: Wedge, shown) -> None:
    edit = shown(QLineEdit("x"))
    other = shown(QLineEdit("y"))
    edit.setFocus()
    wedge.type(edit, BARE[:8], 4, enter=False)
    import shiboken6

    shiboken6.delete(edit)
    for char in BARE[8:]:
        wedge.key(other, ord(char), char, 4)
    wedge.key(other, Qt.Key.Key_Return, "\r", 4)
    assert wedge.heard == [BARE]


# ---- pictures


def picture(text: str, scale: int = 6) -> QImage:
    return QImage.fromData(make_qr_png(text, scale))


def test_pictures_are_read(tmp_path: Path, qapp: QApplication) -> None:
    one = picture(CODE)
    assert decode_image(one) == [CODE]
    for name in ("code.png", "ngủ – 'x'.jpg", "code.bmp"):
        assert one.save(str(tmp_path / name))
        assert decode_file(tmp_path / name) == [CODE]
    misnamed = tmp_path / "photo.jpg"
    misnamed.write_bytes((tmp_path / "code.png").read_bytes())
    assert decode_file(misnamed) == [CODE]
    assert decode_image(QImage()) == []


def test_two_codes_turned_inverted_and_coloured(qapp: QApplication) -> None:
    sheet = QImage(900, 1200, QImage.Format.Format_RGB32)
    sheet.fill(QColor("#cde"))
    painter = QPainter(sheet)
    painter.translate(450, 300)
    painter.rotate(31)
    painter.drawImage(-120, -120, picture("MDI1.P0123456789A"))
    painter.resetTransform()
    other = picture(CODE)
    other.invertPixels()
    painter.drawImage(300, 800, other)
    painter.end()
    assert decode_image(sheet) == ["MDI1.P0123456789A", CODE]


def test_a_picture_without_a_code(qapp: QApplication) -> None:
    blank = QImage(300, 200, QImage.Format.Format_RGB32)
    blank.fill(QColor("white"))
    assert decode_image(blank) == []


@pytest.mark.parametrize("bad", ["text", "cut", "empty", "folder", "gone", "noise", "nul"])
def test_what_is_no_picture_is_said_in_one_sentence(tmp_path: Path, qapp: QApplication, bad: str) -> None:
    file = tmp_path / "thing.png"
    png = make_qr_png(CODE, 6)
    if bad == "folder":
        file.mkdir()
    elif bad == "nul":
        file = Path(str(file) + "\0")
    elif bad != "gone":
        file.write_bytes({"text": b"hello", "cut": png[:120], "empty": b"", "noise": os.urandom(4000)}[bad])
    with pytest.raises(UserError) as told:
        decode_file(file)
    assert told.value.message.endswith(".")
    assert told.value.message.count(".") <= 3
    assert "\n" not in told.value.message


def test_a_bomb_is_refused(tmp_path: Path, qapp: QApplication) -> None:
    import struct
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 6, 0, 0, 0)
    bomb = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    file = tmp_path / "bomb.png"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bomb)
    with pytest.raises(UserError, match="too large"):
        decode_file(file)


def test_the_clipboard(tmp_path: Path, qapp: QApplication) -> None:
    from PySide6.QtCore import QMimeData

    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    assert decode_clipboard(clipboard) == []
    clipboard.setImage(picture(CODE))
    assert decode_clipboard(clipboard) == [CODE]
    clipboard.setText(f"  {BARE}\n")
    assert decode_clipboard(clipboard) == [BARE]
    picture(CODE).save(str(tmp_path / "a.png"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.png"))])
    clipboard.setMimeData(data)
    assert decode_clipboard(clipboard) == [CODE]
    clipboard.setText("z" * 10_000_000)
    assert decode_clipboard(clipboard) == []
    clipboard.clear()

"""What a field looked like before a scanner typed into it, and how to put it back."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDateTimeEdit,
    QDoubleSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTextEdit,
    QWidget,
)

Restore = Callable[[], None]


def remember(widget: QWidget) -> Restore | None:
    """How to put `widget` back to its present content and cursor; None where keys change nothing."""
    if isinstance(widget, QLineEdit):
        return _line(widget)
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return _text(widget)
    if isinstance(widget, QAbstractSpinBox):
        return _spin(widget)
    if isinstance(widget, QComboBox):
        return _combo(widget)
    if isinstance(widget, QAbstractItemView):
        return _items(widget)
    return None


def _line(edit: QLineEdit) -> Restore:
    text, modified = edit.text(), edit.isModified()
    select = _selection(edit)

    def restore() -> None:
        completer = edit.completer()
        popup = completer.popup() if completer is not None else None
        if popup is not None:
            popup.hide()
        if edit.text() != text:
            edit.setText(text)
            edit.setModified(modified)
            edit.textEdited.emit(text)  # who listened to the keys hears that they are gone
        select()

    return restore


def _selection(edit: QLineEdit) -> Restore:
    cursor, start, length = edit.cursorPosition(), edit.selectionStart(), edit.selectionLength()

    def restore() -> None:
        if start < 0:
            edit.setCursorPosition(cursor)
        elif cursor == start:
            edit.setSelection(start + length, -length)  # the cursor stands before what is selected
        else:
            edit.setSelection(start, length)

    return restore


def _text(edit: QPlainTextEdit | QTextEdit) -> Restore | None:
    if edit.isReadOnly():
        return None
    cursor = edit.textCursor()
    position, anchor, held = cursor.position(), cursor.anchor(), cursor.selection()

    def restore() -> None:
        start = min(position, anchor)
        now = edit.textCursor()
        end = now.position()
        now.beginEditBlock()
        now.setPosition(start)
        now.setPosition(max(start, end), QTextCursor.MoveMode.KeepAnchor)
        now.removeSelectedText()
        if position != anchor:
            now.insertFragment(held)
        now.endEditBlock()
        now.setPosition(anchor)
        now.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        edit.setTextCursor(now)

    return restore


def _spin(spin: QAbstractSpinBox) -> Restore:
    edit = spin.lineEdit()
    text = edit.text()
    select = _selection(edit)
    number = spin.value() if isinstance(spin, QSpinBox | QDoubleSpinBox) else 0
    moment = spin.dateTime() if isinstance(spin, QDateTimeEdit) else None
    section = spin.currentSectionIndex() if isinstance(spin, QDateTimeEdit) else 0

    def restore() -> None:
        if isinstance(spin, QSpinBox):
            spin.setValue(int(number))
        elif isinstance(spin, QDoubleSpinBox):
            spin.setValue(number)
        elif isinstance(spin, QDateTimeEdit) and moment is not None:
            spin.setDateTime(moment)
            spin.setCurrentSectionIndex(section)
        if edit.text() != text:
            edit.setText(text)
        select()

    return restore


def _combo(box: QComboBox) -> Restore:
    row = box.currentIndex()

    def restore() -> None:
        box.setCurrentIndex(row)

    return restore


def _items(view: QAbstractItemView) -> Restore | None:
    chosen = cast("QItemSelectionModel | None", view.selectionModel())  # None without a model
    if chosen is None:
        return None
    current, selection = QPersistentModelIndex(chosen.currentIndex()), chosen.selection()

    def restore() -> None:
        focus = QApplication.focusWidget()
        if focus is not None and focus is not view and view.isAncestorOf(focus):
            # Typing has opened an editor in the cell: Escape leaves the cell as it was.
            escape = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(focus, escape)
        flag = chosen.SelectionFlag
        model = chosen.model()
        index = model.index(current.row(), current.column(), current.parent()) if current.isValid() else None
        chosen.setCurrentIndex(index or QModelIndex(), flag.NoUpdate)
        chosen.select(selection, flag.ClearAndSelect)

    return restore

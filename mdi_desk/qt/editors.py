"""The editors of a form's fields: one for each `FieldKind`, reading and showing exactly its kind of value.

An editor never guesses: what cannot be read is a `Wrong` with a sentence, an empty field is the kind's empty
value.

Longer than most: one small class for each kind of field.
"""

import datetime as dt
import re
import time
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from mdi_desk.kernel.forms import FieldSpec
from mdi_desk.kernel.words import tr
from mdi_desk.qt import show
from mdi_desk.qt.calendar import Calendar
from mdi_desk.qt.widgets import IconButton, Label, restyle

_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
_PHONE = re.compile(r"[+(\d][\d\s().\-/]{4,}(\s*(x|ext\.?)\s*\d+)?", re.IGNORECASE)
_TIME = re.compile(r"(\d{1,2})[:.h]?(\d{2})?")


class Wrong(ValueError):
    """What was typed is not a value of this kind; the text is the sentence to show."""


class Editor(QWidget):
    """One field's editor. Signals: ``changed()`` on every change, ``entered()`` when Enter asks to submit."""

    changed = Signal()
    entered = Signal()

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__()
        self.spec = spec
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(6)

    def target(self) -> QWidget:
        """What takes the focus and carries the accessible name."""
        raise NotImplementedError

    def value(self) -> object:
        """The value typed; raises `Wrong`."""
        raise NotImplementedError

    def set_value(self, value: object) -> None:
        """Show `value`; None is the empty value."""
        raise NotImplementedError

    def empty_value(self) -> object:
        """What an empty field of this kind is."""
        return None

    def is_empty(self) -> bool:
        """Whether nothing is filled in."""
        try:
            return self.value() in (None, "", ())
        except Wrong:
            return False

    def mark(self, sentence: str) -> None:
        """Show the field as wrong, or as right with ""."""
        target = self.target()
        target.setAccessibleDescription(sentence or self.spec.hint)
        wrong = "true" if sentence else "false"
        if target.property("wrong") != wrong:
            target.setProperty("wrong", wrong)
            restyle(target)


class TextEditor(Editor):
    """One line: text, e-mail, phone."""

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__(spec)
        self.field = QLineEdit()
        self.field.setMaxLength(500)
        self.row.addWidget(self.field)
        self.field.textChanged.connect(self.changed)
        self.field.returnPressed.connect(self.entered)
        if spec.kind == "email":
            self.field.setInputMethodHints(Qt.InputMethodHint.ImhEmailCharactersOnly)
        elif spec.kind == "phone":
            self.field.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)

    def target(self) -> QWidget:
        return self.field

    def empty_value(self) -> object:
        return ""

    def value(self) -> object:
        text = self.field.text().strip()
        if text and self.spec.kind == "email" and not _EMAIL.fullmatch(text):
            raise Wrong(tr("Write an e-mail address, such as ana@example.org."))
        if text and self.spec.kind == "phone" and not _PHONE.fullmatch(text):
            raise Wrong(tr("Write a telephone number, such as (304) 555-0142."))
        return text

    def set_value(self, value: object) -> None:
        text = "" if value is None else str(value)
        self.field.setText(show.phone(text) if self.spec.kind == "phone" else text)
        self.field.setCursorPosition(0)


class LongTextEditor(Editor):
    """Several lines; Tab leaves, Ctrl+Enter submits."""

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__(spec)
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(96)
        self.field.installEventFilter(self)
        self.row.addWidget(self.field)
        self.field.textChanged.connect(self.changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.entered.emit()
                return True
        return False

    def target(self) -> QWidget:
        return self.field

    def empty_value(self) -> object:
        return ""

    def value(self) -> object:
        return self.field.toPlainText().strip()

    def set_value(self, value: object) -> None:
        self.field.setPlainText("" if value is None else str(value))


class WordsEditor(TextEditor):
    """Several words with commas between; doubled ones once."""

    def empty_value(self) -> object:
        return ()

    def value(self) -> object:
        words = (word.strip() for word in re.split(r"[,;]", self.field.text()))
        return tuple(dict.fromkeys(word for word in words if word))

    def set_value(self, value: object) -> None:
        words = value if isinstance(value, tuple | list | set | frozenset) else ()
        self.field.setText(", ".join(str(word) for word in words))


class IntegerEditor(TextEditor):
    """A whole number, or nothing."""

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__(spec)
        self.field.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)

    def empty_value(self) -> object:
        return None

    def value(self) -> object:
        text = re.sub(r"[\s\u00a0\u202f]", "", self.field.text()).replace("−", "-")
        if not text:
            return None
        try:
            return int(text)
        except ValueError:
            raise Wrong(tr("Write a whole number.")) from None

    def set_value(self, value: object) -> None:
        self.field.setText("" if value is None else str(value))


class MoneyEditor(TextEditor):
    """An amount of `currency`, kept as whole minor units: never a float."""

    def __init__(self, spec: FieldSpec, currency: str) -> None:
        super().__init__(spec)
        self._currency = currency
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.field.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        sign = show.money(0, currency).strip("0.,\u202f ")
        self.row.addWidget(Label(sign, "muted"))
        self.field.editingFinished.connect(self._tidy)

    def empty_value(self) -> object:
        return None

    def value(self) -> object:
        try:
            return show.read_money(self.field.text(), self._currency)
        except ValueError:
            example = show.amount(18500, self._currency)
            raise Wrong(tr("Write an amount, such as {example}.", example=example)) from None

    def set_value(self, value: object) -> None:
        self.field.setText(show.amount(value, self._currency) if isinstance(value, int) else "")

    def _tidy(self) -> None:
        try:
            minor = self.value()
        except Wrong:
            return
        tidy = show.amount(minor, self._currency) if isinstance(minor, int) else ""
        if tidy != self.field.text():
            self.field.setText(tidy)


class DateEditor(TextEditor):
    """A date as it is typed in the running language, or none; a calendar opens beside it (Alt+Down)."""

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__(spec)
        self.field.setPlaceholderText(show.date_pattern())
        self.field.installEventFilter(self)
        self.field.editingFinished.connect(self._tidy)
        self._button = IconButton("calendar-blank", tr("Choose a date"), "plain")
        self._button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._button.clicked.connect(self.open_calendar)
        self.row.addWidget(self._button)
        self._popup: QFrame | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            if event.key() == Qt.Key.Key_Down and alt:
                self.open_calendar()
                return True
        return False

    def empty_value(self) -> object:
        return None

    def value(self) -> object:
        try:
            return show.read_date(self.field.text())
        except ValueError:
            raise Wrong(
                tr("Write a date, such as {example}.", example=show.typed_date(dt.date(2026, 3, 25)))
            ) from None

    def set_value(self, value: object) -> None:
        self.field.setText(show.typed_date(value) if isinstance(value, dt.date) else "")

    def _tidy(self) -> None:
        try:
            found = self.value()
        except Wrong:
            return
        text = show.typed_date(found) if isinstance(found, dt.date) else ""
        if text != self.field.text():
            self.field.setText(text)

    def open_calendar(self) -> None:
        """Open the calendar below the field, at the date typed."""
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(popup)
        column.setContentsMargins(8, 8, 8, 8)
        calendar = Calendar()
        try:
            found = self.value()
        except Wrong:
            found = None
        if isinstance(found, dt.date):
            calendar.setSelectedDate(QDate(found.year, found.month, found.day))
        column.addWidget(calendar)
        calendar.clicked.connect(self._chosen)
        calendar.activated.connect(self._chosen)
        self._popup = popup
        popup.move(self.field.mapToGlobal(QPoint(0, self.field.height() + 4)))
        popup.show()
        calendar.setFocus()

    def _chosen(self, day: QDate) -> None:
        self.field.setText(show.typed_date(dt.date(day.year(), day.month(), day.day())))
        if self._popup is not None:
            popup, self._popup = self._popup, None
            popup.close()
            self.field.setFocus()


class DateTimeEditor(DateEditor):
    """A date and a time of day in `zone`, kept as an aware datetime; both or neither."""

    def __init__(self, spec: FieldSpec, zone: ZoneInfo) -> None:
        super().__init__(spec)
        self._zone = zone
        self.time = QLineEdit()
        self.time.setPlaceholderText(tr("hh:mm"))
        self.time.setFixedWidth(78)
        self.time.setAccessibleName(tr("{label}, time", label=spec.label))
        self.time.textChanged.connect(self.changed)
        self.time.returnPressed.connect(self.entered)
        self.row.addWidget(self.time)

    def value(self) -> object:
        day, text = super().value(), self.time.text().strip()
        if day is None and not text:
            return None
        found = _TIME.fullmatch(text)
        if not isinstance(day, dt.date) or found is None:
            raise Wrong(
                tr(
                    "Write a date and a time, such as {example} 09:30.",
                    example=show.typed_date(dt.date(2026, 3, 25)),
                )
            )
        hour, minute = int(found[1]), int(found[2] or 0)
        if hour > 23 or minute > 59:
            raise Wrong(tr("Write the time as hours and minutes, such as 09:30."))
        return dt.datetime(day.year, day.month, day.day, hour, minute, tzinfo=self._zone)

    def set_value(self, value: object) -> None:
        if isinstance(value, dt.datetime):
            here = value.astimezone(self._zone)
            super().set_value(here.date())
            self.time.setText(show.clock(here))
        else:
            super().set_value(None)
            self.time.clear()

    def _tidy(self) -> None:
        try:
            found = show.read_date(self.field.text())
        except ValueError:
            return
        if show.typed_date(found) != self.field.text():
            self.field.setText(show.typed_date(found))


_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class _Combo(QComboBox):
    """A choice found by typing its words; the wheel does not change it while one scrolls past.

    A space within a second of the last letter belongs to the words ("Range B"); otherwise it opens the list.
    """

    REST = 1.0

    def __init__(self) -> None:
        super().__init__()
        self._typed, self._last = "", 0.0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        now = time.monotonic()
        going_on = bool(self._typed) and now - self._last < self.REST
        if (
            text.isprintable()
            and text
            and (not text.isspace() or going_on)
            and not event.modifiers() & _COMMANDS
        ):
            self._typed = (self._typed if going_on else "") + text
            self._last = now
            place = self.findText(self._typed, Qt.MatchFlag.MatchStartsWith)
            if place >= 0:
                self.setCurrentIndex(place)
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ChoiceEditor(Editor):
    """One of the choices; an optional field can be left without one."""

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__(spec)
        self.field = _Combo()
        self.field.setMaxVisibleItems(12)
        self._values: list[object] = []
        if not spec.required:
            self._add(None, "–")
        for value, label in spec.choices:
            self._add(value, label)
        if spec.required:
            self.field.setCurrentIndex(-1)
            self.field.setPlaceholderText(tr("Choose"))
        self.row.addWidget(self.field)
        self.field.currentIndexChanged.connect(self.changed)

    def _add(self, value: object, label: str) -> None:
        self._values.append(value)
        self.field.addItem(label)

    def target(self) -> QWidget:
        return self.field

    def value(self) -> object:
        place = self.field.currentIndex()
        return self._values[place] if place >= 0 else None

    def set_value(self, value: object) -> None:
        place = self._values.index(value) if value in self._values else (-1 if self.spec.required else 0)
        self.field.setCurrentIndex(place)


class YesNoEditor(Editor):
    """A box to tick; its label stands beside it."""

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__(spec)
        self.field = QCheckBox(spec.label)
        self.row.addWidget(self.field, 1)
        self.field.toggled.connect(self.changed)

    def target(self) -> QWidget:
        return self.field

    def empty_value(self) -> object:
        return False

    def is_empty(self) -> bool:
        return not self.field.isChecked()

    def value(self) -> object:
        return self.field.isChecked()

    def set_value(self, value: object) -> None:
        self.field.setChecked(bool(value))


class PasswordEditor(TextEditor):
    """A password: hidden unless shown, and a hint while Caps Lock is on. Signal: ``caps(bool)``."""

    caps = Signal(bool)

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__(spec)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.field.installEventFilter(self)
        self._eye = IconButton("eye", tr("Show password"), "plain")
        self._eye.clicked.connect(self.toggle)
        self.row.addWidget(self._eye)
        self.caps_on = False

    def value(self) -> object:
        return self.field.text()

    def set_value(self, value: object) -> None:
        self.field.setText("" if value is None else str(value))

    def toggle(self) -> None:
        """Show or hide what is typed."""
        hidden = self.field.echoMode() == QLineEdit.EchoMode.Password
        self.field.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self._eye.set_icon("eye-slash" if hidden else "eye")
        name = tr("Hide password") if hidden else tr("Show password")
        self._eye.setAccessibleName(name)
        self._eye.set_tip(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Qt cannot be asked for the lock; a capital without Shift, or a small letter with it, gives it away.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            text = event.text()
            if event.key() == Qt.Key.Key_CapsLock:
                self._set_caps(not self.caps_on)
            elif len(text) == 1 and text.upper() != text.lower():
                shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._set_caps(text.isupper() != shift)
        return False

    def _set_caps(self, on: bool) -> None:
        if on != self.caps_on:
            self.caps_on = on
            self.caps.emit(on)


def editor(spec: FieldSpec, currency: str, zone: ZoneInfo) -> Editor:
    """The editor for `spec`."""
    match spec.kind:
        case "long_text":
            return LongTextEditor(spec)
        case "date":
            return DateEditor(spec)
        case "datetime":
            return DateTimeEditor(spec, zone)
        case "money":
            return MoneyEditor(spec, currency)
        case "integer":
            return IntegerEditor(spec)
        case "choice":
            return ChoiceEditor(spec)
        case "yes_no":
            return YesNoEditor(spec)
        case "words":
            return WordsEditor(spec)
        case "password":
            return PasswordEditor(spec)
        case _:
            return TextEditor(spec)


def display(spec: FieldSpec, value: object, currency: str, zone: ZoneInfo) -> str:
    """`value` as it is read, "–" for none; a password is never shown."""
    if spec.kind == "yes_no":
        return tr("Yes") if value else tr("No")
    if spec.kind == "password":
        return "••••••••"
    if value in (None, "", ()):
        return "–"
    if spec.kind == "choice":
        return next((label for choice, label in spec.choices if choice == value), str(value))
    if spec.kind == "money" and isinstance(value, int):
        return show.money(value, currency)
    if isinstance(value, dt.datetime):
        return show.moment(value.astimezone(zone))
    if isinstance(value, dt.date):
        return show.date(value)
    if spec.kind == "phone":
        return show.phone(str(value))
    if isinstance(value, tuple | list):
        return ", ".join(str(word) for word in value)
    return str(value)

"""One station's desk as the steps of the day speak of it: rows, cards, sheets."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)  # fmt: skip

from mdi_desk.app.seat import Seat
from mdi_desk.app.tour.stage import Stage
from mdi_desk.qt.tables import Table
from mdi_desk.qt.widgets import ConfirmSheet, Sheet


class Scene:
    """The desk of `station` on `stage`, for whoever sits there now."""

    def __init__(self, stage: Stage, station: str) -> None:
        self.stage = stage
        self.door, self.driver = stage.desk(station)

    @property
    def seat(self) -> Seat:
        """The signed-in person's place."""
        assert self.door.seat is not None
        return self.door.seat  # type: ignore[no-any-return]

    def shot(self, name: str) -> None:
        """A picture of this desk."""
        self.stage.book.pictures_of(self.driver.shot(name).name)

    # -- coming and going ----------------------------------------------------------------------------

    def sign_in(self, name: str) -> None:
        """Pick the person on the sign-in page and press Enter."""
        login = self.stage.account(name).login
        page = self.door.sign_in_page
        assert page is not None
        self.driver.click(self.driver.find(QWidget, f"person_{login}"))
        self.driver.wait(lambda: page.submit.hasFocus(), "the sign-in button")
        self.driver.key(Qt.Key.Key_Return)
        self.driver.wait(lambda: self.door.seat is not None, f"the desk of {name}", 20)
        self.driver.wait(lambda: self.seat.desk.live.online, "the live connection")
        self.stage.book.count("sign_ins")

    def switch_user(self) -> None:
        """Leave; the next person finds the sign-in page."""
        self.door.switch_user()
        self.driver.wait(lambda: self.door.sign_in_page is not None, "the sign-in page")

    # -- where am I ----------------------------------------------------------------------------------

    def view_key(self) -> str:
        """The key of the view in front."""
        view = self.seat.shell.view()
        return view.key if view is not None else ""

    def settle(self) -> None:
        """Until nothing is being asked any more."""
        self.driver.rest(60)
        self.driver.wait(lambda: self.seat.desk.runner.under_way == 0, "the desk to come to rest")
        self.driver.rest(120)

    def wait_for(self, name: str, what: str) -> None:
        """Until a widget of that object name is visible."""
        self.driver.wait(
            lambda: any(w.isVisible() for w in self.door.frame.findChildren(QWidget, name)), what
        )

    def open_sheets(self) -> list[Sheet]:
        """The sheets that lie over the desk, the uppermost last."""
        return [sheet for sheet in self.door.frame.findChildren(Sheet) if sheet.is_open()]

    # -- the roster ----------------------------------------------------------------------------------

    def open_class(self, course: str) -> None:
        """From Today by keyboard: choose the class of `course` and open its roster."""
        self.driver.ctrl(Qt.Key.Key_1)
        self.wait_for("class_card", "the classes of today")
        self.settle()
        cards = [w for w in self.door.frame.findChildren(QWidget, "class_card") if w.isVisible()]
        card = next(card for card in cards if card.klass is not None and card.klass.course_name == course)  # type: ignore[attr-defined]
        card.setFocus()
        self.driver.key(Qt.Key.Key_Return)
        self.driver.wait(lambda: self.view_key() == "roster", "the roster")
        self.settle()

    def choose(self, name: str) -> None:
        """Put the mark on somebody's row, as the arrow keys do, and wait for their card."""
        table = self.driver.find(Table, "roster_table")
        table.setFocus()
        rows = table.rows_model().rows
        place = next(place for place, row in enumerate(rows) if row.name == name)
        now = table.currentIndex().row()
        for _ in range(abs(place - now)):
            self.driver.key(Qt.Key.Key_Down if place > now else Qt.Key.Key_Up)
        self.wait_card(name)

    def wait_card(self, name: str) -> None:
        """Until the check-in card shows `name` with its gate."""
        card = self.driver.find(QWidget, "check_in_card")
        self.driver.wait(lambda: name in _texts(card), f"the card of {name}")
        self.settle()

    def wait_gate_clear(self) -> None:
        """Until the primary button of the card can be pressed."""
        self.driver.wait(lambda: self._button("check_in") is not None, "a clear gate")
        self.settle()
        self.driver.find(Table, "roster_table").setFocus()

    def _button(self, name: str) -> QAbstractButton | None:
        for button in self.door.frame.findChildren(QAbstractButton, name):
            if button.isVisible() and button.isEnabled():
                return button
        return None

    def wait_status(self, text: str, seconds: float = 15) -> None:
        """Until the card's status block says `text`."""
        block = "check_in_status"

        def says() -> bool:
            return any(
                text.lower() in " ".join(_texts(w)).lower()
                for w in self.door.frame.findChildren(QWidget, block)
                if w.isVisible()
            )

        self.driver.wait(says, f"the card to say “{text}”", seconds)
        self.settle()

    # -- the waiver ----------------------------------------------------------------------------------

    def read_and_consent(self) -> None:
        """Scroll the text to its end and tick the consent."""
        area = self.driver.find(QScrollArea, "waiver_text")
        area.setFocus()
        bar = area.verticalScrollBar()
        for _ in range(20):
            if bar.value() >= bar.maximum():
                break
            self.driver.key(Qt.Key.Key_PageDown)
            self.driver.rest(40)
        consent = self.driver.find(QCheckBox, "consent")
        self.driver.wait(consent.isEnabled, "the consent to be open")
        consent.setFocus()
        self.driver.key(Qt.Key.Key_Space)
        self.driver.rest()

    def choose_relationship(self, index: int = 0) -> None:
        """Say what the guardian is to the minor, unless that is on file."""
        boxes = [box for box in self.door.frame.findChildren(QComboBox, "relationship") if box.isVisible()]
        for box in boxes:
            if box.isEnabled() and box.currentIndex() < 1:
                box.setCurrentIndex(index + 1 if box.itemData(0) is None else index)

    def finish_signing(self) -> None:
        """Press the one button at the end and wait until the desk is back."""
        button = self.driver.find(QAbstractButton, "sign_finish")
        self.driver.wait(button.isEnabled, "the signature to be ready")
        self.driver.click(button)
        self.driver.wait(lambda: not self._lies_over("waiver_capture"), "the waiver to be done")
        self.stage.book.count("waivers_signed")

    def _lies_over(self, name: str) -> bool:
        return any(widget.isVisible() for widget in self.door.frame.findChildren(QWidget, name))

    # -- papers --------------------------------------------------------------------------------------

    def save_pdf(self, button: str, name: str) -> None:
        """Press a Save button, type the file's name into the dialog, and wait for the paper."""
        self.save_pdf_by(lambda: self.driver.click(self.driver.find(QAbstractButton, button)), name)

    def save_pdf_by(self, ask: Callable[[], None], name: str) -> None:
        """The same when `ask` opens the dialog."""
        path = self.stage.out / name
        path.unlink(missing_ok=True)
        ask()
        dialog = self.driver.find(QFileDialog)
        dialog.setDirectory(str(self.stage.out))
        dialog.activateWindow()
        line = self.driver.find(QLineEdit, "fileNameEdit", dialog)
        line.setFocus()
        self.driver.wait(line.hasFocus, "the dialog's line for the name")
        line.selectAll()
        self.driver.type(name, pause=36)
        self.driver.rest(120)
        self.driver.key(Qt.Key.Key_Return)
        self.driver.wait(path.is_file, f"the paper {name}")
        # A window manager gives the focus back; without a screen there is none.
        self.door.frame.activateWindow()
        self.settle()
        self.stage.book.papers.append(name)

    # -- sheets --------------------------------------------------------------------------------------

    def field(self, name: str) -> QLineEdit:
        """The line to type in of that object name."""
        return self.driver.find(QLineEdit, name)

    def type_reason(self, text: str) -> None:
        """Type the reason that a confirmation asks for."""
        sheet = self.driver.find(ConfirmSheet)
        fields = [*sheet.findChildren(QLineEdit), *sheet.findChildren(QPlainTextEdit)]
        next(field for field in fields if field.isVisible()).setFocus()
        self.driver.type(text)

    def confirm(self) -> None:
        """Press the confirmation's own button; what follows is not waited for."""
        sheet = self.driver.find(ConfirmSheet)
        buttons = [b for b in sheet.findChildren(QAbstractButton) if b.isVisible() and b.isEnabled()]
        primary = [b for b in buttons if getattr(b, "kind", "") in ("primary", "danger")]
        self.driver.click(primary[-1])


def _texts(widget: QWidget) -> list[str]:
    found = []
    for child in widget.findChildren(QWidget):
        text = getattr(child, "text", None)
        if callable(text) and child.isVisible():
            found.append(str(text()))
    return found

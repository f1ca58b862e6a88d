"""The first thing a person sees: who are you, and your password. Also the lock, and an own password."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from mdi_desk.kernel.words import tr, trn
from mdi_desk.qt.theme import current
from mdi_desk.qt.widgets import Avatar, Banner, Button, IconButton, Label, LinkLabel, Mark, Scroll, Tappable

CARD = 392


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can be chosen on the sign-in page. `password` is known in the sample institute only."""

    login: str
    name: str
    detail: str = ""
    password: str = ""


class PasswordField(QWidget):
    """A password with show and hide, and a line that says when Caps Lock is on.

    Signal: ``entered()`` on Enter.
    """

    entered = Signal()

    def __init__(self, label: str, name: str = "password") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(label, "field"))
        row = QHBoxLayout()
        row.setSpacing(6)
        self.edit = QLineEdit()
        self.edit.setObjectName(name)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setAccessibleName(label)
        self.edit.setMinimumHeight(38)
        self.edit.installEventFilter(self)
        row.addWidget(self.edit, 1)
        self._eye = IconButton("eye", tr("Show the password"), run=self._show_or_hide)
        self._eye.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row.addWidget(self._eye)
        column.addLayout(row)
        self.caps = Label("", "warn")
        self.caps.hide()
        column.addWidget(self.caps)
        self.edit.returnPressed.connect(self.entered)

    def text(self) -> str:
        """What was typed."""
        return self.edit.text()

    def clear(self) -> None:
        """Empty the field and hide it again."""
        self.edit.clear()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)

    def _show_or_hide(self) -> None:
        hidden = self.edit.echoMode() == QLineEdit.EchoMode.Password
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self._eye.set_icon("eye-slash" if hidden else "eye")

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._look_at_caps(event)
        return False

    def _look_at_caps(self, event: QKeyEvent) -> None:
        # Qt does not tell the state of Caps Lock: a capital without Shift gives it away, the key toggles it.
        text = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self._caps(not self.caps.isVisible())
        elif len(text) == 1 and text.isalpha():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._caps(text.isupper() != shift)

    def _caps(self, on: bool) -> None:
        self.caps.setText(tr("Caps Lock is on.") if on else "")
        self.caps.setVisible(on)


class _Panel(QWidget):
    """The white card in the middle of the page."""

    def __init__(self, width: int = CARD) -> None:
        super().__init__()
        self.setFixedWidth(width)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(28, 26, 28, 26)
        self.body.setSpacing(14)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, worn = QPainter(self), current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(worn.colour("line"))
        painter.setBrush(worn.colour("panel"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, worn.radius.pad, worn.radius.pad)


def _field(label: str, name: str) -> tuple[QVBoxLayout, QLineEdit]:
    column = QVBoxLayout()
    column.setSpacing(6)
    column.addWidget(Label(label, "field"))
    edit = QLineEdit()
    edit.setObjectName(name)
    edit.setAccessibleName(label)
    edit.setMinimumHeight(38)
    column.addWidget(edit)
    return column, edit


class SignInPage(QWidget):
    """Staff number and password; the people known here to pick from; the server behind a link.

    Signals: ``wanted(login, password, remember)``; ``server_wanted(url)``, "" for this computer's own;
    ``language_wanted(code)``; ``password_chosen(new)`` after `ask_new_password`; ``picked(login)`` when
    somebody known here was picked; ``help_wanted()`` on F1.
    """

    wanted = Signal(str, str, bool)
    server_wanted = Signal(str)
    language_wanted = Signal(str)
    password_chosen = Signal(str)
    picked = Signal(str)
    help_wanted = Signal()

    def __init__(self, *, can_remember: bool, language: str) -> None:
        super().__init__()
        self.setObjectName("page")
        self._can_remember, self._language = can_remember, language
        self._people: tuple[Person, ...] = ()
        self._trouble: Callable[[str], str | None] = lambda _password: None
        QShortcut(QKeySequence("F1"), self).activated.connect(self.help_wanted)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._door())
        self._stack.addWidget(self._choosing())

    # -- the door ------------------------------------------------------------------------------------

    def _door(self) -> QWidget:
        page = QWidget()
        outer = QVBoxLayout(page)
        # From the top, not the middle: the fields hardly move when a sentence appears above them.
        outer.setContentsMargins(0, 104, 0, 24)
        row = QHBoxLayout()
        outer.addLayout(row)
        outer.addStretch(1)
        row.setSpacing(20)
        row.addStretch(1)
        panel = _Panel()
        body = panel.body
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Mark(size=30))
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(Label("MDI Desk", "name"))
        self._where = Label("", "caption")
        names.addWidget(self._where)
        head.addLayout(names, 1)
        body.addLayout(head)
        self.banner = Banner(closable=False)
        body.addWidget(self.banner)
        column, self.login = _field(tr("Staff number"), "login")
        self.login.setPlaceholderText(tr("for example 4"))
        self.login.returnPressed.connect(self._on_login)
        body.addLayout(column)
        self.password = PasswordField(tr("Password"))
        self.password.entered.connect(self._submit)
        body.addWidget(self.password)
        self.remember = QCheckBox(tr("Remember on this computer"))
        self.remember.setVisible(self._can_remember)
        body.addWidget(self.remember)
        self.submit = Button(tr("Sign in"), "primary", size="large", run=self._submit)
        self.submit.setObjectName("sign_in")
        self.submit.set_hint("Return")
        body.addWidget(self.submit)
        links = QHBoxLayout()
        self._server_link = LinkLabel(tr("Server"))
        self._server_link.opened.connect(self._toggle_server)
        other = "Français" if self._language == "en" else "English"
        self._language_link = LinkLabel(other)
        self._language_link.setObjectName("language_link")
        self._language_link.opened.connect(self._other_language)
        links.addWidget(self._server_link)
        links.addStretch(1)
        links.addWidget(self._language_link)
        body.addLayout(links)
        self._server_box = QWidget()
        box = QVBoxLayout(self._server_box)
        box.setContentsMargins(0, 0, 0, 0)
        inner, self.server = _field(tr("Server address"), "server")
        self.server.setPlaceholderText("postgresql://desk.example.org/mdi")
        box.addLayout(inner)
        box.addWidget(Label(tr("Empty: the institute on this computer."), "caption"))
        box.addWidget(Button(tr("Use this server"), run=self._use_server))
        self._server_box.hide()
        body.addWidget(self._server_box)
        row.addWidget(panel, 0, Qt.AlignmentFlag.AlignTop)
        self._list = _Panel(340)
        self._list.hide()
        row.addWidget(self._list, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        return page

    def set_people(self, people: Sequence[Person], title: str, note: str = "") -> None:
        """Offer `people` beside the card; none hides the list."""
        self._people = tuple(people)
        body = self._list.body
        while (item := body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._list.setVisible(bool(people))
        if not people:
            return
        body.addWidget(Label(title, "heading"))
        if note:
            body.addWidget(Label(note, "caption", wrap=True))
        scroll = Scroll(spacing=2)
        for number, person in enumerate(self._people):
            line = Tappable(name=f"{person.name}, {person.detail}")
            line.setProperty("number", number)
            line.chosen.connect(self._picked)
            line.setObjectName(f"person_{person.login}")
            line.row.addWidget(Avatar(person.name, 30))
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(Label(person.name, "medium"))
            if person.detail:
                words.addWidget(Label(person.detail, "caption"))
            line.row.addSpacing(4)
            line.row.addLayout(words, 1)
            scroll.body.addWidget(line)
        scroll.body.addStretch(1)
        scroll.setFixedHeight(min(52 * len(self._people) + 4, 416))
        body.addWidget(scroll)

    def _picked(self) -> None:
        person = self._people[self.sender().property("number")]
        self.login.setText(person.login)
        self.password.clear()
        self.say("")
        if person.password:
            self.password.edit.setText(person.password)
            self.submit.setFocus()
        else:
            self.password.edit.setFocus()
            self.picked.emit(person.login)

    def offer_password(self, login: str, password: str | None) -> None:
        """What the keyring remembers, into a field that is still empty and still that person's."""
        if password and self.login.text() == login and not self.password.text():
            self.password.edit.setText(password)
            self.remember.setChecked(True)
            self.submit.setFocus()

    def allow_remembering(self, there: bool) -> None:
        """Offer to remember the password: only where the computer has a keyring of its own."""
        self.remember.setVisible(there)

    def set_server(self, shown: str) -> None:
        """Which server a sign-in goes to, as a person reads it."""
        self._where.setText(shown)

    def say(self, text: str, kind: str = "bad") -> None:
        """One sentence at the top of the card: an error, or what is under way. Empty hides it."""
        self.banner.say(text, kind)  # type: ignore[arg-type]

    def set_busy(self, busy: bool, why: str = "") -> None:
        """While something is under way nothing can be sent; what was typed stays."""
        self.submit.set_why_not((why or tr("Just a moment.")) if busy else None)

    def come(self) -> None:
        """To the front: an empty password, and the focus where the typing goes on."""
        self._stack.setCurrentIndex(0)
        self.password.clear()
        (self.password.edit if self.login.text() else self.login).setFocus()

    def _on_login(self) -> None:
        self.password.edit.setFocus()

    def _submit(self) -> None:
        if not self.submit.isEnabled():
            return
        if not self.login.text().strip():
            self.say(tr("Type your staff number, or pick your name."))
            self.login.setFocus()
            return
        if not self.password.text():
            self.say(tr("Type your password."))
            self.password.edit.setFocus()
            return
        self.wanted.emit(self.login.text(), self.password.text(), self.remember.isChecked())

    def _toggle_server(self) -> None:
        self._server_box.setVisible(not self._server_box.isVisible())
        if self._server_box.isVisible():
            self.server.setFocus()

    def _use_server(self) -> None:
        self.server_wanted.emit(self.server.text().strip())

    def _other_language(self) -> None:
        self.language_wanted.emit("fr" if self._language == "en" else "en")

    # -- choosing an own password --------------------------------------------------------------------

    def _choosing(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.addStretch(1)
        panel = _Panel()
        body = panel.body
        body.addWidget(Label(tr("Choose your password"), "title"))
        self._why = Label("", "muted", wrap=True)
        body.addWidget(self._why)
        self.choose_banner = Banner(closable=False)
        body.addWidget(self.choose_banner)
        self.new = PasswordField(tr("New password"), "new_password")
        self.again = PasswordField(tr("The same again"), "new_password_again")
        self.new.edit.textChanged.connect(self._judge)
        self.again.edit.textChanged.connect(self._judge)
        self.new.entered.connect(lambda: self.again.edit.setFocus())
        self.again.entered.connect(self._choose)
        body.addWidget(self.new)
        body.addWidget(self.again)
        self._rule = Label("", "caption", wrap=True)
        body.addWidget(self._rule)
        self.choose = Button(tr("Save and go on"), "primary", size="large", run=self._choose)
        self.choose.setObjectName("choose_password")
        body.addWidget(self.choose)
        row.addWidget(panel, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        return page

    def ask_new_password(self, trouble: Callable[[str], str | None]) -> None:
        """Ask for an own password; `trouble` says what is wrong with one, while it is typed."""
        self._trouble = trouble
        self._why.setText(
            tr("Welcome. Your first password was known to somebody else; choose one that only you know.")
        )
        self.new.clear()
        self.again.clear()
        self._judge()
        self._stack.setCurrentIndex(1)
        self.new.edit.setFocus()

    def say_choice(self, text: str) -> None:
        """An error about the chosen password."""
        self.choose_banner.say(text, "bad")

    def _judge(self) -> None:
        new, again = self.new.text(), self.again.text()
        wrong = self._trouble(new)
        if wrong is None and new != again:
            wrong = tr("Type the same password in both fields.")
        self._rule.setText(wrong or tr("This password will do."))
        self._rule.set_role("caption" if wrong else "ok")
        self.choose.set_why_not(wrong)

    def _choose(self) -> None:
        if self.choose.isEnabled():
            self.password_chosen.emit(self.new.text())


class LockPage(QWidget):
    """Over the shell while the person is away. Signals: ``unlock_wanted(password)``, ``switch_wanted()``."""

    unlock_wanted = Signal(str)
    switch_wanted = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("page")
        row = QHBoxLayout(self)
        row.addStretch(1)
        panel = _Panel()
        body = panel.body
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Avatar(name, 44))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(name, "name"))
        self._note = Label("", "caption")
        words.addWidget(self._note)
        head.addLayout(words, 1)
        body.addLayout(head)
        self.banner = Banner(closable=False)
        body.addWidget(self.banner)
        self.password = PasswordField(tr("Password"), "unlock_password")
        self.password.entered.connect(self._unlock)
        body.addWidget(self.password)
        self.unlock = Button(tr("Unlock"), "primary", size="large", run=self._unlock)
        self.unlock.setObjectName("unlock")
        self.unlock.set_hint("Return")
        body.addWidget(self.unlock)
        self.switch = Button(tr("Switch user"), run=self.switch_wanted.emit)
        self.switch.setObjectName("switch_user")
        body.addWidget(self.switch)
        row.addWidget(panel, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self.set_waiting(0)

    def set_waiting(self, waiting: int) -> None:
        """How many operations are still in the journal; they are sent on while the desk is locked."""
        self._note.setText(
            trn("Locked · {n} operation waits", "Locked · {n} operations wait", waiting)
            if waiting
            else tr("Locked")
        )

    def come(self) -> None:
        """To the front with an empty field that has the focus."""
        self.password.clear()
        self.say("")
        self.password.edit.setFocus()

    def say(self, text: str) -> None:
        """One sentence about a failed unlocking."""
        self.banner.say(text, "bad")

    def _unlock(self) -> None:
        if self.password.text():
            self.unlock_wanted.emit(self.password.text())

"""The shell: sidebar, omnibox, one view at a time, status bar. It knows `View` and `Target`, no domain."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from mdi_desk.app.finder import Command, Group, Hit
from mdi_desk.app.omnibox import Results
from mdi_desk.app.views import VIEWS, ViewSpec
from mdi_desk.app.wiring import Desk
from mdi_desk.kernel.changes import Change
from mdi_desk.kernel.targets import Target
from mdi_desk.kernel.words import language, tr
from mdi_desk.qt.view import View
from mdi_desk.qt.widgets import Banner, Button, Sidebar, StatusBar, TopBar


class Shell(QWidget):
    """The signed-in person's window content.

    Signals: ``lock_wanted()``, ``switch_wanted()``, ``language_wanted(code)``, ``theme_wanted(mode)``,
    ``help_wanted(page)``, ``shortcuts_wanted()``, ``order_wanted(id)``, ``scan_wanted(text)``,
    ``image_wanted()`` (choose a picture of a code), ``journal_wanted()``, ``news_wanted()``, ``escaped()``.
    """

    lock_wanted = Signal()
    switch_wanted = Signal()
    language_wanted = Signal(str)
    theme_wanted = Signal(str)
    help_wanted = Signal(str)
    shortcuts_wanted = Signal()
    order_wanted = Signal(object)
    scan_wanted = Signal(str)
    image_wanted = Signal()
    journal_wanted = Signal()
    news_wanted = Signal()
    escaped = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("shell")
        self._desk = desk
        self._specs = tuple(spec for spec in VIEWS if desk.context.actor.may(spec.needs))
        self._views: dict[str, View] = {}
        self._back: list[tuple[str, Target | None]] = []
        self._here: tuple[str, Target | None] | None = None
        self._build()
        desk.context.runner.changed.connect(self.heard)
        self._keys()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.sidebar = Sidebar()
        self.sidebar.chosen.connect(self.show_view)
        row.addWidget(self.sidebar)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        self.top = TopBar(tr("Find a person, order or code, or type a command"))
        self.top.field.setObjectName("omnibox")
        self.top.field.searched.connect(self._search)
        self.top.field.cleared.connect(self._to_view)
        self.top.bell.setObjectName("bell")
        self.top.bell_rung.connect(self.news_wanted)
        right.addWidget(self.top)
        self.offline = Banner(closable=False)
        self.offline.setObjectName("offline_banner")
        self._offline_room = QWidget()
        room = QVBoxLayout(self._offline_room)
        room.setContentsMargins(20, 12, 20, 0)
        room.addWidget(self.offline)
        self._offline_room.hide()
        right.addWidget(self._offline_room)
        self.stack = QStackedWidget()
        right.addWidget(self.stack, 1)
        self.status = StatusBar()
        self.status.set_station(self._desk.context.station)
        self.status.set_who(self._desk.who)
        self.status.set_language(language())
        self.status.who_pressed.connect(self.lock_wanted)
        self.status.connection_pressed.connect(self.journal_wanted)
        self.status.language_chosen.connect(self.language_wanted)
        self.status.help_pressed.connect(self._help)
        right.addWidget(self.status)
        row.addLayout(right, 1)
        self.results = Results(self, self.top.field)
        self.results.opened.connect(self.open)
        self._sections()
        if self._may("today"):
            self._add_booking()

    def _add_booking(self) -> None:
        from mdi_desk.domains.training import access

        if self._desk.context.actor.may(access.BOOK):
            button = Button(tr("Booking"), icon="plus", run=self._booking)
            button.setObjectName("new_booking")
            button.set_tip(tr("Choose a class, then add a person to it"))
            self.top.add(button)

    def _booking(self) -> None:
        here = self.view()
        if here is not None and here.key == "roster":
            for action in here.actions():
                if action.name == "add_person":
                    action.run()
                    return
        self.show_view("classes")
        self._desk.context.toasts.say(tr("Choose the class, then press Ctrl+N to add the person."))

    def _sections(self) -> None:
        sections: dict[str, list[tuple[str, str, str, int]]] = {}
        for spec in self._specs:
            if spec.section():
                sections.setdefault(spec.section(), []).append((spec.key, spec.text(), spec.icon, 0))
        self.sidebar.set_sections(list(sections.items()))

    def _keys(self) -> None:
        keys: tuple[tuple[str, Callable[[], None]], ...] = (
            ("Ctrl+K", self.focus_omnibox),
            ("F1", self._help),
            ("F5", self.refresh),
            ("Ctrl+L", self.lock_wanted.emit),
            ("Alt+Left", self.back),
        )
        for sequence, run in keys:
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.activated.connect(run)
        for number, spec in enumerate((s for s in self._specs if s.section()), start=1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(_Go(self, spec.key))

    def say_offline(self, sentence: str) -> None:
        """A strip over every view while the server is away; "" takes it off."""
        self.offline.say(sentence, "warn", tr("Try again"))
        self._offline_room.setVisible(bool(sentence))

    # -- moving about --------------------------------------------------------------------------------

    def _may(self, key: str) -> bool:
        return any(spec.key == key for spec in self._specs)

    def _spec(self, key: str) -> ViewSpec | None:
        return next((spec for spec in self._specs if spec.key == key), None)

    def view(self) -> View | None:
        """The view in front."""
        found = self.stack.currentWidget()
        return found if isinstance(found, View) else None

    def first(self) -> bool:
        """Open this person's first view; False when their job opens none yet."""
        for spec in self._specs:
            if spec.section():
                self.show_view(spec.key)
                return True
        return False

    def show_view(self, key: str, target: Target | None = None) -> None:
        """Bring the view `key` to the front, made when first wanted, showing `target` where it can."""
        spec = self._spec(key)
        if spec is None:
            return
        if self._here is not None and self._here != (key, target):
            self._back = [*self._back[-30:], self._here]
        if self._here is not None and self._here[0] != key:
            # What was said about the last page is old news on this one.
            self._desk.context.toasts.clear()
        self._come(spec, target)

    def _come(self, spec: ViewSpec, target: Target | None) -> None:
        view = self._views.get(spec.key)
        if view is None:
            view = spec.make(self._desk)
            view.go.connect(self.open)
            view.say.connect(self._say)
            self._views[spec.key] = view
            self.stack.addWidget(view)
        self._here = (spec.key, target)
        self.stack.setCurrentWidget(view)
        self.sidebar.set_current(spec.under or spec.key)
        view.open(target)
        if not view.isAncestorOf(self.focusWidget() or self):
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, text: str, kind: str) -> None:
        self._desk.context.toasts.say(text, kind)

    def back(self) -> None:
        """The view before this one."""
        while self._back:
            key, target = self._back.pop()
            spec = self._spec(key)
            if spec is not None:
                self._come(spec, target)
                return

    def open(self, target: Target) -> None:
        """Open whatever `target` means, when this person may."""
        if target.kind == "view":
            self.show_view(target.name, target)
        elif target.kind in ("class", "booking"):
            self.show_view("roster", target)
        elif target.kind == "person":
            self.show_view("person", target)
        elif target.kind == "order":
            self.order_wanted.emit(target.id)
        elif target.kind == "back":
            self.back()
        elif target.kind == "command":
            for command in self.commands():
                if command.name == target.name:
                    command.run()
                    return

    def here(self) -> Target | None:
        """Where the person is, so that a rebuilt shell (another language) can go on there."""
        if self._here is None:
            return None
        key, target = self._here
        return target or Target("view", name=key)

    def refresh(self) -> None:
        """Ask for everything of the view in front again."""
        if (view := self.view()) is not None:
            view.refresh()

    def refresh_all(self) -> None:
        """The connection is back: every view that was made asks again."""
        for view in self._views.values():
            view.refresh()

    def heard(self, change: Change) -> None:
        """News for every view that was made."""
        for view in self._views.values():
            view.heard(change)

    def delivered(self, operation: UUID) -> None:
        """Every view hears that a pending operation was answered, then looks again."""
        for view in self._views.values():
            view.delivered(operation)
        self.refresh_all()

    # -- omnibox -------------------------------------------------------------------------------------

    def focus_omnibox(self) -> None:
        """To the field, with its text marked, and the commands shown."""
        self.top.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top.field.selectAll()
        if not self.top.field.text():
            self._search("")

    def _to_view(self) -> None:
        if (view := self.view()) is not None:
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _search(self, text: str) -> None:
        from mdi_desk.app.finder import matching

        typed = text.strip()
        if not typed:
            if self.top.field.hasFocus():
                hits: tuple[Hit, ...] = matching("", self.commands(), most=9)
                self.results.show_groups((Group(tr("Commands"), hits),), "")
            return
        desk, actor, commands = self._desk, self._desk.context.actor, self.commands()
        desk.context.runner.ask(
            lambda: desk.finder.find(actor, typed, commands),
            owner=self,
            then=lambda groups: self._found(groups, typed),
            key="omnibox",
        )

    def _found(self, groups: tuple[Group, ...], typed: str) -> None:
        if self.top.field.hasFocus() and self.top.field.text().strip() == typed:
            self.results.show_groups(groups, typed)

    def commands(self) -> tuple[Command, ...]:
        """What can be done from the omnibox: this view's actions, then where to go, then the desk."""
        out: list[Command] = []
        view = self.view()
        for action in view.actions() if view is not None else ():
            may = action.needs is None or self._desk.context.actor.may(action.needs)
            if may and action.shown and (action.why_not is None or action.why_not() is None):
                out.append(
                    Command(
                        f"do.{action.name}",
                        action.text,
                        action.icon or "lightning",
                        action.run,
                        action.shortcut,
                    )
                )
        number = 0
        for spec in self._specs:
            if spec.section():
                number += 1
                out.append(Command(f"go.{spec.key}", tr("Go to {view}", view=spec.text()), spec.icon,
                                   _Go(self, spec.key), f"Ctrl+{number}"))  # fmt: skip
        out += [
            Command("lock", tr("Lock the desk"), "lock", self.lock_wanted.emit, "Ctrl+L"),
            Command("switch", tr("Switch user"), "sign-out", self.switch_wanted.emit),
            Command("image", tr("Read a code from a picture"), "image", self.image_wanted.emit, "Ctrl+O"),
            Command("light", tr("Light colours"), "sun", lambda: self.theme_wanted.emit("light")),
            Command("dark", tr("Dark colours"), "moon", lambda: self.theme_wanted.emit("dark")),
            Command(
                "system", tr("Colours of the system"), "circle-half", lambda: self.theme_wanted.emit("system")
            ),
            Command("en", tr("Speak English"), "translate", lambda: self.language_wanted.emit("en")),
            Command("fr", tr("Speak French"), "translate", lambda: self.language_wanted.emit("fr")),
            Command("help", tr("Help for this view"), "question", self._help, "F1"),
            Command("keys", tr("Shortcuts of this view"), "keyboard", self.shortcuts_wanted.emit, "?"),
        ]
        return tuple(out)

    # -- help ----------------------------------------------------------------------------------------

    def _help(self) -> None:
        view = self.view()
        self.help_wanted.emit(view.help_page if view is not None and view.help_page else "today")

    def shortcut_groups(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """The keys of the view in front and of the desk, for the shortcut sheet."""
        view = self.view()
        own = list(view.shortcuts()) if view is not None else []
        if view is not None:
            known = {key for key, _ in own}
            own += [
                (action.shortcut, action.text)
                for action in view.actions()
                if action.shortcut and action.shortcut not in known
                and (action.needs is None or self._desk.context.actor.may(action.needs))
            ]  # fmt: skip
        desk = [
            ("Ctrl+K", tr("Find anything")), ("F1", tr("Help")), ("?", tr("This list")),
            ("F5", tr("Refresh")),
            ("Ctrl+1", tr("The views of the sidebar, by their place")), ("Alt+Left", tr("Back")),
            ("Ctrl+O", tr("Read a code from a picture")), ("Ctrl+L", tr("Lock the desk")),
        ]  # fmt: skip
        title = view.title() if view is not None else ""
        return [(title, own), (tr("Everywhere"), desk)] if own else [(tr("Everywhere"), desk)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == "?" and not isinstance(self.focusWidget(), QLineEdit | QPlainTextEdit | QTextEdit):
            self.shortcuts_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class _Go:
    """Runs `show_view(key)`; an object, because a lambda in a loop would see the last key only."""

    def __init__(self, shell: Shell, key: str) -> None:
        self._shell, self._key = shell, key

    def __call__(self) -> None:
        self._shell.show_view(self._key)

"""Who may sit down: from the first window to a signed-in desk, lock, switch of user and back to the door.

One `Door` owns one window, at most one desk, and the embedded server's hold. It lives in the GUI thread; what
takes time runs in its own small runner, which outlives the desks.
"""

import contextlib
import time
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from mdi_desk.app import station as memory
from mdi_desk.app.config import Config
from mdi_desk.app.entering import Entered, choose_password, enter, prove, reach, revive, silent, warm_up
from mdi_desk.app.frame import Frame
from mdi_desk.app.language import Language
from mdi_desk.app.signin import LockPage, Person, SignInPage
from mdi_desk.kernel.errors import DeskError, Unavailable
from mdi_desk.kernel.words import language, tr
from mdi_desk.qt import theme
from mdi_desk.qt.helping import HelpPanel
from mdi_desk.qt.runner import TaskRunner
from mdi_desk.qt.widgets import ConfirmSheet

IDLE_LOOK_MS = 15_000
REVIVE_MS = 8_000
UNSEEN_MS = 400
_ACTIVITY = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.TabletPress}
)


class Door(QObject):
    """See the module.

    Attributes:
        frame: the window.
        sign_in_page: while nobody is signed in.
        seat: the signed-in person's place, None while nobody is.
        memory: what this station remembers, kept in `memory_file`.
        last_activity: monotonic seconds of the last key or pointer event.

    Signals: ``entered()`` once a desk stands in the window; ``left()`` when it is gone.
    """

    entered = Signal()
    left = Signal()

    def __init__(self, app: QApplication, config: Config, *, own_server: Any = None) -> None:
        super().__init__(app)
        self._app, self._config = app, config
        self.memory_file = config.folder / "station.json"
        self.memory = memory.read(self.memory_file)
        self.language = Language(app)
        self.language.use(config.language or self.memory.language)
        theme.apply(app, config.theme or self.memory.theme)  # type: ignore[arg-type]
        self.frame = Frame(self._closing)
        self._runner = TaskRunner(self)
        self._opened: Any = own_server
        self._server: Any = None
        self._sample: tuple[Any, ...] = ()
        self._people: tuple[Person, ...] = ()
        self._entered: Entered | None = None
        self._keyring = False
        self._begun = False
        self.sign_in_page: SignInPage | None = None
        self._lock: LockPage | None = None
        self.seat: Any = None
        self.last_activity = time.monotonic()
        self._idle = QTimer(self)
        self._idle.setInterval(IDLE_LOOK_MS)
        self._idle.timeout.connect(self.look_at_idle)
        self._revival = QTimer(self)
        self._revival.setInterval(REVIVE_MS)
        self._revival.timeout.connect(self._revive)

    # -- opening -------------------------------------------------------------------------------------

    def open(self) -> None:
        """Show the window at once; the server is started or reached once it has been seen.

        Not before: what the workers import would keep the window from being painted.
        """
        self._show_sign_in()
        self.frame.seen.connect(self._begin)
        QTimer.singleShot(UNSEEN_MS, self._begin)
        self.frame.show()
        # The window's own handle hears keys and pointers only; a filter on the application hears everything.
        if (handle := self.frame.windowHandle()) is not None:
            handle.installEventFilter(self)

    def _begin(self) -> None:
        """Once: when the window has been seen, or could have been (one that starts as an icon never is)."""
        if not self._begun:
            self._begun = True
            self._reach_server()

    @property
    def desk(self) -> Any:
        """The desk of the signed-in person, None while nobody is."""
        return self.seat.desk if self.seat is not None else None

    def _reach_server(self) -> None:
        page = self.sign_in_page
        if page is None:
            return
        url = self._config.database_url or self.memory.server_url
        page.say(tr("Opening the institute…"), "neutral")
        self._runner.ask(warm_up, owner=self, then=self._warm, failed=silent, key="warm_up")
        if self._opened is not None:
            self._reached(self._opened)
            return
        self._runner.ask(
            lambda: reach(self._config, url),
            owner=self,
            then=lambda opened: self.answered(url, opened),
            failed=lambda error: self._not_answered(url, error),
        )

    def _wants(self, url: str) -> bool:
        return url == (self._config.database_url or self.memory.server_url) and self._opened is None

    def answered(self, url: str, opened: Any) -> None:
        """A server was reached; one that nobody wants any more is let go of again."""
        if self._wants(url):
            self._reached(opened)
        else:
            self._runner.tell(opened.leave, owner=self)

    def _not_answered(self, url: str, error: Exception) -> None:
        if self._wants(url):
            self._unreached(error)

    def _warm(self, _nothing: None) -> None:
        """Last of all: looking for a keyring takes as long as reaching the server, and is an offer only."""
        self._runner.ask(memory.keyring_there, owner=self, then=self._keyring_found, key="keyring")

    def _keyring_found(self, there: bool) -> None:
        self._keyring = there
        if self.sign_in_page is not None:
            self.sign_in_page.allow_remembering(there and not self._people)

    def _reached(self, opened: Any) -> None:
        self._opened = opened
        self._server = opened.server
        page = self.sign_in_page
        if page is None:
            return
        page.set_busy(False)
        page.say("")
        self._sample = tuple(opened.accounts or ())
        self._fill(page)

    def _fill(self, page: SignInPage) -> None:
        if self._server is not None:
            page.set_server(self._server.shown[:1].upper() + self._server.shown[1:])
        if self._sample:
            from mdi_desk.domains.admin.records import job_name

            self._people = tuple(Person(a.login, a.name, job_name(a.job), a.password) for a in self._sample)
            page.set_people(
                self._people,
                tr("Sample institute"),
                tr("Nothing here is real. Choose somebody to try their desk."),
            )
        else:
            known = tuple(Person(k.login, k.name) for k in self.memory.people)
            page.set_people(known, tr("At this desk"))
        page.come()

    def _picked(self, login: str) -> None:
        """Somebody known here was picked: their password may be in the keyring."""
        page, server = self.sign_in_page, self._server
        if page is None or server is None or not self._keyring:
            return
        self._runner.ask(
            lambda: memory.remembered(server.shown, login),
            owner=page,
            then=lambda password: page.offer_password(login, password),
            key="remembered",
        )

    def _help(self) -> None:
        """F1 before anybody is signed in."""
        found = self.frame.findChild(HelpPanel, "door_help")
        if found is not None:
            found.setObjectName("")
            found.hide()
            found.deleteLater()
            return
        panel = HelpPanel(self.frame)
        panel.setObjectName("door_help")
        panel.closed.connect(self._help)
        panel.setGeometry(
            self.frame.width() - panel.width() - 12, 12, panel.width(), self.frame.height() - 24
        )
        panel.open("sign-in")
        panel.show()
        panel.raise_()

    def _unreached(self, error: Exception) -> None:
        if self.sign_in_page is not None:
            self.sign_in_page.set_busy(False)
            self.sign_in_page.say(error.message if isinstance(error, DeskError) else str(error))
        if not isinstance(error, DeskError):
            raise error

    def _show_sign_in(self, said: str = "") -> None:
        old = self.sign_in_page
        page = SignInPage(can_remember=not self._people and self._keyring, language=language())
        page.wanted.connect(self._wanted)
        page.server_wanted.connect(self._use_server)
        page.language_wanted.connect(self.speak)
        page.password_chosen.connect(self._own_password)
        page.picked.connect(self._picked)
        page.help_wanted.connect(self._help)
        self.sign_in_page = page
        if self._server is None:
            page.set_busy(True, tr("The server is being reached."))
        self._fill(page)
        page.say(said)
        self.frame.bring(page)
        page.come()
        if old is not None:
            self.frame.drop(old)

    def _use_server(self, url: str) -> None:
        self._remember(replace(self.memory, server_url=url))
        if self._opened is not None:
            opened, self._opened = self._opened, None
            self._runner.tell(opened.leave, owner=self)
        self._server, self._sample, self._people = None, (), ()
        if self.sign_in_page is not None:
            self.sign_in_page.set_busy(True, tr("The server is being reached."))
        self._reach_server()

    # -- entering ------------------------------------------------------------------------------------

    def _wanted(self, typed: str, password: str, keep: bool) -> None:
        page = self.sign_in_page
        if page is None or self._server is None:
            return
        login = memory.staff_login(typed)
        page.set_busy(True, tr("Signing in…"))
        page.say("")
        config, server = self._config, self._server

        def entered(found: Entered) -> None:
            if keep:
                self._runner.tell(lambda: memory.remember(server.shown, login, password), owner=self)
            self._came_in(found)

        self._runner.tell(
            lambda: enter(config, server, login, password), owner=page, then=entered, failed=self._refused
        )

    def _refused(self, error: Exception) -> None:
        page, server = self.sign_in_page, self._server
        if page is not None:
            if getattr(error, "why", "") == "password" and self._keyring and server is not None:
                # A remembered password that does not open any more must not come back.
                login = memory.staff_login(page.login.text())
                self._runner.tell(lambda: memory.remember(server.shown, login, None), owner=self)
            page.set_busy(False)
            page.say(error.message if isinstance(error, DeskError) else tr("Signing in failed. Try again."))
            page.password.edit.setFocus()
            page.password.edit.selectAll()
        if not isinstance(error, DeskError):
            raise error

    def _came_in(self, found: Entered) -> None:
        page = self.sign_in_page
        if page is None:
            return
        page.set_busy(False)
        if found.session.hello.get("must_change"):
            from mdi_desk.domains.admin.records import password_trouble

            self._entered = found
            login, first = found.session.login, found.password
            page.ask_new_password(
                lambda new: password_trouble(new, login=login, name="", first_password=first)
            )
            return
        self._sit_down(found)

    def _own_password(self, new: str) -> None:
        found = self._entered
        if found is None or self.sign_in_page is None:
            return
        config, server = self._config, self._server
        self._runner.tell(
            lambda: choose_password(config, server, found, new),
            owner=self.sign_in_page,
            then=self._chosen,
            failed=self._not_chosen,
        )

    def _chosen(self, found: Entered) -> None:
        self._entered = None
        self._sit_down(found)

    def _not_chosen(self, error: Exception) -> None:
        if self.sign_in_page is not None:
            self.sign_in_page.say_choice(error.message if isinstance(error, DeskError) else str(error))
        if not isinstance(error, DeskError):
            raise error

    def _sit_down(self, found: Entered) -> None:
        from mdi_desk.app.seat import Seat

        if self.frame.findChild(HelpPanel, "door_help") is not None:
            self._help()
        if self.sign_in_page is not None:
            self.sign_in_page.password.clear()
        hello = found.session.hello
        self._remember(self.memory.with_person(found.session.login, hello["name"]))
        self.seat = Seat(found.session, found.journal, self._config.station, found.session_id)
        self.desk.live.state_changed.connect(self._on_link)
        self.seat.lock_wanted.connect(self.lock)
        self.seat.switch_wanted.connect(self.switch_user)
        self.seat.language_wanted.connect(self.speak)
        self.seat.theme_wanted.connect(self.wear)
        self.seat.signed_out.connect(self._thrown_out)
        self.frame.bring(self.seat)
        if self.sign_in_page is not None:
            self.frame.drop(self.sign_in_page)
            self.sign_in_page = None
        self.seat.start()
        self._idle.start()
        self.last_activity = time.monotonic()
        self.entered.emit()

    def _on_link(self, state: str, _error: object) -> None:
        if state == "lost" and self._opened is not None and self._opened.reach is not None:
            self._revival.start()
        else:
            self._revival.stop()

    def _revive(self) -> None:
        """Our own embedded server has gone: start it again, so that what waits is sent."""
        folder = self._config.folder
        self._runner.tell(lambda: revive(folder), owner=self, failed=silent, key="revive")

    # -- locking and leaving -------------------------------------------------------------------------

    def lock(self) -> None:
        """Cover the desk; it goes on listening and sending, and opens again with the password."""
        if self.seat is None or self._lock is not None:
            return
        self.seat.close_sheets()
        page = LockPage(self.desk.context.actor.name)
        page.set_waiting(self.desk.live.waiting)
        self.desk.live.waiting_changed.connect(page.set_waiting)
        page.unlock_wanted.connect(self._unlock)
        page.switch_wanted.connect(self.switch_user)
        self._lock = page
        self.frame.bring(page)
        page.come()

    def _unlock(self, password: str) -> None:
        page, desk = self._lock, self.desk
        if page is None or desk is None:
            return
        self._runner.ask(
            lambda: prove(desk.session, password), owner=page, then=self._unlocked, failed=self._not_unlocked
        )

    def _unlocked(self, _nothing: object) -> None:
        page, self._lock = self._lock, None
        if page is not None and self.seat is not None:
            self.frame.bring(self.seat)
            self.frame.drop(page)
            self.last_activity = time.monotonic()

    def _not_unlocked(self, error: Exception) -> None:
        if self._lock is not None:
            if isinstance(error, Unavailable):
                self._lock.say(
                    tr("The server can’t be reached to check the password. Try again in a moment.")
                )
            elif getattr(error, "why", "") == "password":
                self._lock.say(tr("The password is wrong. Type it again."))
            else:
                self._lock.say(error.message if isinstance(error, DeskError) else str(error))
            self._lock.password.edit.selectAll()

    def switch_user(self) -> None:
        """The desk is left in order, and the door stands open for the next person."""
        self._leave("switched")
        self._show_sign_in()

    def _thrown_out(self, error: object) -> None:
        self._leave("revoked")
        self._show_sign_in(error.message if isinstance(error, DeskError) else "")

    def _leave(self, reason: str = "logout") -> None:
        self._idle.stop()
        self._revival.stop()
        seat, self.seat = self.seat, None
        page, self._lock = self._lock, None
        if seat is not None:
            seat.leave(reason)
            self.frame.drop(seat)
        if page is not None:
            self.frame.drop(page)
        self.left.emit()

    def _closing(self) -> bool:
        """Whether the window may go; what is half typed is asked about first."""
        if self.seat is not None and self.seat.unsaved():
            sheet = ConfirmSheet(
                tr("Close the desk?"),
                tr("Something is typed and not saved. It is lost when the desk closes."),
                tr("Close"),
                danger=True,
                cancel=tr("Stay"),
            )
            sheet.confirmed.connect(self._close_anyway)
            sheet.show_over(self.frame)
            return False
        self.close()
        return True

    def _close_anyway(self, _reason: str) -> None:
        self.close()
        self.frame.close()

    def close(self) -> None:
        """Everything ends: the desk, this door's own tasks, and the hold on the embedded server."""
        if (handle := self.frame.windowHandle()) is not None:
            handle.removeEventFilter(self)
        self._leave()
        self._runner.shutdown()
        opened, self._opened = self._opened, None
        if opened is not None:
            opened.leave()

    # -- what the person chose -----------------------------------------------------------------------

    def speak(self, code: str) -> None:
        """Another language, at once: the shell is built anew and goes on where it was."""
        self.language.use(code)
        self._remember(replace(self.memory, language=code))
        if self.seat is not None:
            self.seat.rebuild()
        elif self.sign_in_page is not None:
            self._show_sign_in()

    def wear(self, mode: str) -> None:
        """Light, dark, or as the system is."""
        theme.apply(self._app, mode)  # type: ignore[arg-type]
        self._remember(replace(self.memory, theme=mode))

    def _remember(self, new: memory.Station) -> None:
        self.memory = new
        # A read-only profile costs the memory, not the work.
        with contextlib.suppress(OSError):
            memory.write(self.memory_file, new)

    # -- idleness ------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _ACTIVITY:
            self.last_activity = time.monotonic()
        return False

    def look_at_idle(self) -> None:
        """Lock when nobody has touched the desk for the set minutes."""
        if time.monotonic() - self.last_activity > self.memory.idle_minutes * 60:
            self.lock()

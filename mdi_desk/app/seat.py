"""A signed-in person at their desk: the shell, its presenter, scans, news, help, and the live connection."""

from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from mdi_desk.app.finder import Hit
from mdi_desk.app.window import Shell
from mdi_desk.app.wiring import Desk, build_desk
from mdi_desk.db.session import DeskSession
from mdi_desk.journal.operation import Outcome
from mdi_desk.journal.store import Journal
from mdi_desk.kernel.clock import now
from mdi_desk.kernel.codes import classify
from mdi_desk.kernel.errors import DeskError
from mdi_desk.kernel.targets import Target
from mdi_desk.kernel.words import tr
from mdi_desk.qt.context import Fail
from mdi_desk.qt.helping import HelpPanel, open_shortcuts
from mdi_desk.qt.notify import CrashRelay, News, NewsList, Presenter
from mdi_desk.qt.runner import TaskRunner
from mdi_desk.qt.scanner import WedgeFilter
from mdi_desk.qt.widgets import Chip, EmptyState, Label, Scroll, Sheet, Tappable, Toasts

HEARTBEAT_MS = 60_000
UNEXPLAINED_MS = 600
IMAGES = "*.png *.jpg *.jpeg *.webp *.bmp *.gif"


class Seat(QWidget):
    """See the module. Made for one session; `leave` ends it.

    Signals: ``lock_wanted()``, ``switch_wanted()``, ``language_wanted(code)``, ``theme_wanted(mode)``,
    ``signed_out(DeskError)`` when this login may not work here any more.
    """

    lock_wanted = Signal()
    switch_wanted = Signal()
    language_wanted = Signal(str)
    theme_wanted = Signal(str)
    signed_out = Signal(object)

    def __init__(self, session: DeskSession, journal: Journal, station: str, session_id: UUID) -> None:
        super().__init__()
        self.setObjectName("seat")
        self.setAcceptDrops(True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.toasts = Toasts(self)
        self.news = NewsList(self)
        self.presenter: Presenter | None = None
        self.desk: Desk = build_desk(
            session, journal, station=station, window=self, toasts=self.toasts, fail=self._presenting
        )
        self._gone = False
        self._from_picture = False
        self._lost_at: str | None = None
        self._linked = False
        self._session_id = session_id
        self._heartbeat = QTimer(self)
        self._heartbeat.setInterval(HEARTBEAT_MS)
        self._heartbeat.timeout.connect(self._beat)
        self._help: HelpPanel | None = None
        self.shell = self._make_shell()
        live = self.desk.live
        live.state_changed.connect(self._on_state)
        live.waiting_changed.connect(self._on_waiting)
        live.delivered.connect(self._on_delivered)
        live.alarmed.connect(self._on_alarm)
        self._wedge = WedgeFilter(self)
        self._wedge.scanned.connect(self.scanned)
        for keys, run in (("Ctrl+O", self.choose_image), ("Ctrl+Shift+V", self.paste_image)):
            QShortcut(QKeySequence(keys), self).activated.connect(run)

    def _presenting(self, runner: TaskRunner) -> Fail:
        """The presenter needs the window, the views need its door: made as soon as the runner exists."""

        def fail(error: Exception, *, owner: QWidget | None = None, retry: Any = None) -> None:
            if self.presenter is not None:
                self.presenter.show(error, owner=owner, retry=retry)

        runner.failed.connect(self._take)
        return fail

    def _take(self, failure: object) -> None:
        if self.presenter is not None:
            self.presenter.take(failure)

    def _make_shell(self) -> Shell:
        shell = Shell(self.desk)
        self.presenter = Presenter(self, self.toasts, shell.status)
        self.presenter.signed_out.connect(self._on_signed_out)
        self._relay = CrashRelay(self.presenter)
        self._relay.install()
        shell.lock_wanted.connect(self.lock_wanted)
        shell.switch_wanted.connect(self.switch_wanted)
        shell.language_wanted.connect(self.language_wanted)
        shell.theme_wanted.connect(self.theme_wanted)
        shell.help_wanted.connect(self.show_help)
        shell.shortcuts_wanted.connect(self.show_shortcuts)
        shell.order_wanted.connect(self.show_order)
        shell.image_wanted.connect(self.choose_image)
        shell.journal_wanted.connect(self._try_again)
        shell.news_wanted.connect(self.show_news)
        shell.offline.acted.connect(self._try_again)
        shell.escaped.connect(self._escaped)
        self.news.changed.connect(shell.top.set_news)
        self._row.insertWidget(0, shell, 1)
        self._show_connection(shell)
        return shell

    def start(self) -> None:
        """Listen, send what waits, scan, and open the first view."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusWindowChanged.connect(self._front_changed)
        app.installEventFilter(self._wedge)
        self.desk.feed.start()
        self.desk.sender.use(self.desk.session)
        self.desk.sender.start()
        self._heartbeat.start()
        if not self.shell.first():
            nothing = EmptyState(
                "door",
                tr("Nothing opens for your job yet"),
                tr("Ask an administrator whether you should have another job as well."),
            )
            self.shell.stack.addWidget(nothing)
            self.shell.stack.setCurrentWidget(nothing)

    def _front_changed(self, front: QWindow | None) -> None:
        """Scans belong to the desk in front, when a process has several."""
        app = QApplication.instance()
        own = self.window().windowHandle()
        if app is None or front is None or own is None or front.objectName() != own.objectName():
            return
        app.removeEventFilter(self._wedge)
        if front is own:
            app.installEventFilter(self._wedge)

    def rebuild(self) -> None:
        """The same place in another language: the shell is built anew, the session goes on."""
        here = self.shell.here()
        self.close_sheets()
        self.toasts.clear()
        self._relay.remove()
        old = self.shell
        self.news.changed.disconnect(old.top.set_news)
        self.desk.runner.changed.disconnect(old.heard)
        self._row.removeWidget(old)
        old.hide()
        old.deleteLater()
        self.close_help()
        self.shell = self._make_shell()
        self.shell.top.set_news(self.news.unread)
        self.shell.show()
        if here is not None:
            self.shell.open(here)
        else:
            self.shell.first()

    def _beat(self) -> None:
        """Say that somebody still sits here; the server says whether they may."""
        desk = self.desk
        desk.runner.ask(
            lambda: desk.session.call("core.session_touch", self._session_id),
            owner=self,
            then=self._beaten,
            failed=_passed_over,
            key="heartbeat",
        )

    def _beaten(self, alive: object) -> None:
        if alive is False:
            self._on_signed_out("")

    def leave(self, reason: str = "logout") -> None:
        """End everything that was started for this person. Safe to call twice.

        `reason` goes into the list of sign-ins: logout, switched, revoked, lost.
        """
        if self._gone:
            return
        self._gone = True
        self._heartbeat.stop()
        self._relay.remove()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusWindowChanged.disconnect(self._front_changed)
            app.removeEventFilter(self._wedge)
        self.close_sheets()
        self.desk.close(self._session_id, reason)

    # -- the connection ------------------------------------------------------------------------------

    def _show_connection(self, shell: Shell) -> None:
        live = self.desk.live
        shell.status.set_connection("online" if live.online else "offline", live.waiting)

    def _on_state(self, state: str, error: object) -> None:
        if state == "signed_out":
            if isinstance(error, DeskError):
                self._on_signed_out(error.message)
            else:
                # The sender found the line cut; the feed is just asking the server why.
                QTimer.singleShot(UNEXPLAINED_MS, self._on_signed_out_unexplained)
            return
        # News since the sign-in come by the feed: what the first views ask now needs no second asking.
        fresh = not self._linked and state == "live" and self.desk.session.since is not None
        self._linked = True
        self._show_connection(self.shell)
        if fresh:
            return
        if self._lost_at is None and state != "live":
            self._lost_at = self.desk.context.show.time(now())
            self.shell.say_offline(
                tr(
                    "No connection since {time}. Check-ins, attendance and waivers are kept here and sent "
                    "later; bookings, payments and changes must wait.",
                    time=self._lost_at,
                )
            )
        elif state == "live":
            self._lost_at = None
            self.shell.say_offline("")
        if state == "live":
            if self.presenter is not None:
                self.presenter.reachable()
            self.desk.sender.look()
            self.shell.refresh_all()
            # An admin who signs this person out cuts the connections; the login itself still works.
            self._beat()
        else:
            self.desk.sender.lost()

    def _on_waiting(self, _waiting: int) -> None:
        self._show_connection(self.shell)

    def _on_delivered(self, outcome: Outcome) -> None:
        """The journal brought an operation home: say so, honestly, and show it everywhere."""
        label = outcome.operation.label
        refused = isinstance(outcome.result, dict) and outcome.result.get("result") == "refused"
        if outcome.state == "green" and not refused:
            text, kind = tr("Confirmed: {what}", what=label), "ok"
        else:
            why = outcome.error.message if outcome.error is not None else tr("Look at it and decide.")
            text, kind = tr("Refused by the server: {what}. {why}", what=label, why=why), "bad"
        self.toasts.say(text, kind)
        self.news.add(News(text, kind, _target_of(outcome)))
        self.shell.delivered(outcome.operation.op_id)

    def _on_alarm(self) -> None:
        self.toasts.say(
            tr("The server says that its data are damaged. Stop working here and call your administrator."),
            "bad",
            stays_ms=600_000,
        )

    def _on_signed_out_unexplained(self) -> None:
        self._on_signed_out("")

    def _on_signed_out(self, sentence: str) -> None:
        if not self._gone:
            self.signed_out.emit(DeskError(sentence or tr("Your session was ended. Sign in again.")))

    def _try_again(self) -> None:
        self.desk.feed.look()
        self.desk.sender.look()
        waiting = self.desk.live.waiting
        if waiting:
            self.toasts.say(tr("Sending again. What waits is safe on this computer."), "pending")
        else:
            self.toasts.say(tr("Nothing waits; everything is stored on the server."), "ok")

    # -- scans ---------------------------------------------------------------------------------------

    def scanned(self, text: str) -> None:
        """A code was read, from whatever: open what it stands for."""
        code = classify(text)
        if code.kind == "unknown":
            self._unknown()
            return
        desk, actor = self.desk, self.desk.context.actor
        desk.runner.ask(
            lambda: desk.finder.code(actor, code.value), owner=self, then=self._scan_found, key="scan"
        )

    def _scan_found(self, hit: Hit | None) -> None:
        if hit is None:
            self._unknown()
            return
        if self.unsaved():
            self.toasts.say(tr("Save or close what you are typing first, then scan again."), "warn")
            return
        self.close_sheets()
        self.shell.top.field.clear()
        # The page that opens can tell a scan from a click: a ticket that comes a second time must be noticed.
        self.shell.open(replace(hit.target, name="scan"))
        if self._from_picture:
            self._from_picture = False
            self.toasts.say(tr("Read from the picture: {name}", name=hit.title), "ok")

    def _unknown(self) -> None:
        self.toasts.say(tr("Unknown code. Scan again, or find the person by name."), "warn")

    def choose_image(self) -> None:
        """Read a code from a picture file."""
        dialog = QFileDialog(self, tr("Choose a picture of a code"))
        dialog.setNameFilter(tr("Pictures ({kinds})", kinds=IMAGES))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.read_image)
        dialog.open()

    def read_image(self, path: str) -> None:
        """Read the code in the picture at `path`, off the GUI thread."""
        from mdi_desk.qt.scanner import decode_file

        self.desk.runner.ask(lambda: decode_file(Path(path)), owner=self, then=self._decoded, key="image")

    def paste_image(self) -> None:
        """Read the code in the clipboard's picture or text."""
        from mdi_desk.qt.scanner import decode_image

        board = QApplication.clipboard()
        image = board.image()
        if image.isNull():
            self.scanned(board.text())
            return
        self.desk.runner.ask(lambda: decode_image(image), owner=self, then=self._decoded, key="image")

    def _decoded(self, texts: list[str]) -> None:
        known = [text for text in texts if classify(text).kind != "unknown"]
        if not known:
            self.toasts.say(tr("There is no readable code in this picture. Try a sharper one."), "warn")
        elif len(known) > 1:
            self.toasts.say(
                tr("There is more than one code in this picture. Cut out the one you mean."), "warn"
            )
        else:
            self._from_picture = True
            self.scanned(known[0])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _picture(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if path := _picture(event.mimeData()):
            self.read_image(path)

    # -- panels --------------------------------------------------------------------------------------

    def show_help(self, page: str) -> None:
        """F1: the help of this view over the right of the work; F1 again puts it away."""
        if self._help is not None and self._help.page == page:
            self.close_help()
            return
        if self._help is None:
            self._help = HelpPanel(self)
            self._help.setObjectName("help")
            self._help.closed.connect(self.close_help)
            self._place_help()
            self._help.show()
        self._help.raise_()
        self._help.open(page)

    def _escaped(self) -> None:
        """Escape puts away what lies nearest: the help, else the page."""
        if self._help is not None:
            self.close_help()
        else:
            self.shell.back()

    def _place_help(self) -> None:
        if self._help is not None:
            top, foot = self.shell.top.height(), self.shell.status.height()
            wide = self._help.width()
            self._help.setGeometry(self.width() - wide - 12, top + 12, wide, self.height() - top - foot - 24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_help()

    def close_help(self) -> None:
        """Put the help away."""
        if self._help is not None:
            self._help.hide()
            self._help.deleteLater()
            self._help = None
            if (view := self.shell.view()) is not None:
                view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_shortcuts(self) -> None:
        """?: the keys of this view."""
        open_shortcuts(self, self.shell.shortcut_groups())

    def show_order(self, order_id: UUID) -> None:
        """An order with its lines and payments."""
        from mdi_desk.domains.sales.ui.order import OrderSheet

        OrderSheet(self.desk.context, self.desk.sales, order_id).show_over(self)

    def show_news(self) -> None:
        """What is behind the bell."""
        show = self.desk.context.show
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        scroll = Scroll(spacing=2)
        sheet = Sheet(page, title=tr("Notifications"), width=460)
        for item in self.news.items:
            line = Tappable(name=item.text)
            line.row.addWidget(Label(show.moment(item.at), "number-caption"), 0, Qt.AlignmentFlag.AlignTop)
            line.row.addSpacing(8)
            line.row.addWidget(Label(item.text, "body", wrap=True), 1)
            line.row.addWidget(Chip(_WORD[item.kind]() if item.kind in _WORD else "", item.kind))  # type: ignore[arg-type]
            if item.target is not None:
                line.chosen.connect(sheet.close_sheet)
                line.chosen.connect(_Open(self.shell, item.target))
            scroll.body.addWidget(line)
        if self.news.items:
            scroll.body.addStretch(1)
            scroll.setMinimumHeight(min(420, 60 * len(self.news.items)))
            column.addWidget(scroll)
        else:
            column.addWidget(
                EmptyState("bell", tr("Nothing new"), tr("What was sent late, or refused, is told here."))
            )
        self.news.mark_read()
        sheet.show_over(self)

    def unsaved(self) -> bool:
        """Whether something half typed or half signed lies open."""
        for thing in (
            *self.window().findChildren(Sheet),
            *self.window().findChildren(QWidget, "waiver_capture"),
        ):
            dirty = getattr(thing, "dirty", None)
            if thing.isVisible() and callable(dirty) and dirty():
                return True
        return False

    def close_sheets(self) -> None:
        """Close whatever lies over the desk."""
        for sheet in self.window().findChildren(Sheet):
            if sheet.is_open():
                sheet.close_sheet()


def _passed_over(_error: Exception) -> None:
    """A heartbeat that was not heard: the feed tells whether the server is gone."""


class _Open:
    """Opens `target` in the shell when called."""

    def __init__(self, shell: Shell, target: Target) -> None:
        self._shell, self._target = shell, target

    def __call__(self) -> None:
        self._shell.open(self._target)


_WORD = {"ok": lambda: tr("Confirmed"), "bad": lambda: tr("Refused"), "pending": lambda: tr("Pending")}


def _target_of(outcome: Outcome) -> Target | None:
    booking = outcome.operation.args.get("booking_id")
    return Target("booking", UUID(str(booking))) if booking else None


def _picture(data: QMimeData) -> str:
    paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 else ""

"""Errors say whose fault it is: one presenter decides where each is shown.

A field's error stands beside the field; the person's own errors in the page's banner; "cannot be reached" in
the status bar with Retry; a confirmation asks and sends again; a conflict offers to look again or to
compare; a bug of ours shows one crash sheet per traceback, with a report id and without anybody's data.
"""

import hashlib
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import TracebackType

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QVBoxLayout, QWidget

from mdi_desk.kernel.errors import (
    Cancelled,
    Conflict,
    Invalid,
    NeedsConfirmation,
    SignedOut,
    Unavailable,
    UserError,
)
from mdi_desk.kernel.targets import Target
from mdi_desk.kernel.words import tr
from mdi_desk.qt.forms import FormWidget
from mdi_desk.qt.runner import Failure
from mdi_desk.qt.widgets import Banner, Button, ConfirmSheet, Label, Sheet, StatusBar, Toasts

log = logging.getLogger("mdi_desk.crash")
Retry = Callable[[], object]


@dataclass(frozen=True, slots=True)
class CrashReport:
    """A bug as it may leave the workstation: the kind of error and where, never its message or any value.

    `number` is the same for the same traceback: "K3QF-81ZC".
    """

    number: str
    text: str


def crash_report(error: BaseException) -> CrashReport:
    """The report of `error`, following its causes. Messages are left out: they may name people."""
    lines: list[str] = []
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        kind = type(link)
        lines.append(f"{kind.__module__}.{kind.__qualname__}")
        for frame in traceback.extract_tb(link.__traceback__):
            parts = frame.filename.replace("\\", "/").split("/")
            at = max((i for i, part in enumerate(parts) if part in ("mdi_desk", "site-packages")), default=-2)
            lines.append(f"  {'/'.join(parts[at:])}:{frame.lineno} {frame.name}")
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    text = "\n".join(lines)
    digest = int.from_bytes(hashlib.sha256(text.encode()).digest()[:5])
    alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    code = "".join(alphabet[digest >> shift & 31] for shift in range(35, -1, -5))
    return CrashReport(f"{code[:4]}-{code[4:]}", text)


class Presenter(QObject):
    """Shows every error of the desk. Lives in the GUI thread, like all it touches.

    Signals: ``signed_out(str)`` when the login may no longer work here: lock, and say the sentence.
    """

    signed_out = Signal(str)

    def __init__(self, window: QWidget, toasts: Toasts, status: StatusBar | None = None) -> None:
        super().__init__(window)
        self._window, self._toasts, self._status = window, toasts, status
        self._shown: set[str] = set()

    def take(self, failure: object) -> None:
        """Slot for `Runner.failed`: what no screen took itself."""
        if isinstance(failure, Failure):
            owner = failure.owner if isinstance(failure.owner, QWidget) else None
            self.show(failure.error, owner=owner, retry=failure.retry)

    def show(
        self,
        error: BaseException,
        *,
        owner: QWidget | None = None,
        retry: Retry | None = None,
        form: FormWidget | None = None,
        confirmed: Retry | None = None,
        look_again: Retry | None = None,
        compare: Callable[[object], object] | None = None,
    ) -> None:
        """Show `error` where it belongs.

        `owner` is the widget it happened in: its page's banner, or its only form, is used. `retry` sends the
        same call again. `confirmed` sends it with the confirmation given. For a conflict `look_again`
        reloads and `compare(theirs)` shows both sides.
        """
        if owner is not None and not shiboken6.isValid(owner):
            owner = None
        if isinstance(error, Cancelled | KeyboardInterrupt):
            return
        if isinstance(error, SignedOut):
            self.signed_out.emit(error.message)
        elif isinstance(error, Invalid):
            self._invalid(error, owner, form)
        elif isinstance(error, NeedsConfirmation) and confirmed is not None:
            sheet = ConfirmSheet(tr("Are you sure?"), error.message, tr("Go ahead"))
            sheet.confirmed.connect(lambda _reason: confirmed())
            sheet.show_over(owner or self._window)
        elif isinstance(error, Conflict):
            self._conflict(error, owner, look_again or getattr(owner, "refresh", None), compare)
        elif isinstance(error, UserError):
            self._user(error.message, owner, "bad")
        elif isinstance(error, Unavailable):
            self._unavailable(error, owner, retry)
        else:
            self._crash(error)

    # -- each its own place ----------------------------------------------------------------------------------

    def _invalid(self, error: Invalid, owner: QWidget | None, form: FormWidget | None) -> None:
        found = form or _only_form(owner)
        left = list(error.fields.values())
        if found is not None and error.fields:
            left = found.errors(error.fields)
            if not left:
                return
        self._user(
            " ".join([error.message, *left]) if left and left != [error.message] else error.message,
            owner,
            "bad",
        )

    def _user(self, sentence: str, owner: QWidget | None, kind: str) -> None:
        banner = _banner_of(owner)
        if banner is not None:
            banner.say(sentence, "warn" if kind == "warn" else "bad")
        else:
            self._toasts.say(sentence, kind)

    def _unavailable(self, error: Unavailable, owner: QWidget | None, retry: Retry | None) -> None:
        if self._status is None:
            self._user(error.message, owner, "warn")
            return
        self._status.offer(error.message, tr("Try again") if retry is not None else "", retry)

    def reachable(self) -> None:
        """The server answers again: take the remark out of the status bar."""
        if self._status is not None:
            self._status.offer("")

    def _conflict(
        self,
        error: Conflict,
        owner: QWidget | None,
        look_again: Retry | None,
        compare: Callable[[object], object] | None,
    ) -> None:
        if look_again is None and compare is None:
            self._user(error.message, owner, "bad")
            return
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Label(error.message, "body", wrap=True))
        sheet = Sheet(content, title=tr("Changed by somebody else meanwhile"), width=460)
        ways: list[tuple[str, Callable[[], object]]] = []
        if look_again is not None:
            ways.append((tr("Load theirs"), look_again))
        if compare is not None:
            ways.append((tr("Compare"), lambda: compare(error.theirs)))
        for place, (words, run) in enumerate(ways):
            button = Button(words, "primary" if place == len(ways) - 1 else "plain")
            button.clicked.connect(sheet.close_sheet)
            button.clicked.connect(lambda _checked=False, run=run: run())
            sheet.add_button(button)
        sheet.show_over(owner or self._window)

    def _crash(self, error: BaseException) -> None:
        report = crash_report(error)
        log.error("report %s\n%s", report.number, report.text)
        if report.number in self._shown:
            return
        self._shown.add(report.number)
        CrashSheet(report).show_over(self._window)


class CrashSheet(Sheet):
    """A bug of ours: what to do, the report's number, and the report itself, with nothing of anybody in
    it.
    """

    def __init__(self, report: CrashReport) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(
            Label(
                tr(
                    "This is our mistake, not yours. What was saved is safe; the last step may not have been "
                    "done. Look again, and if it happens once more, send us the report."
                ),
                wrap=True,
            )
        )
        column.addWidget(Label(tr("Report {number}", number=report.number), "strong"))
        details = QPlainTextEdit(report.text)
        details.setReadOnly(True)
        details.setFixedHeight(120)
        details.setTabChangesFocus(True)
        details.setAccessibleName(tr("Report"))
        column.addWidget(details)
        column.addWidget(
            Label(
                tr("It says where in the program it happened, and nothing about any person."),
                "caption",
                wrap=True,
            )
        )
        super().__init__(content, title=tr("Something went wrong"), width=520)
        self.report = report
        copy = Button(tr("Copy report"), icon="copy")
        copy.clicked.connect(self._copy)
        done = Button(tr("Continue"), "primary")
        done.clicked.connect(self.close_sheet)
        self.add_button(copy)
        self.add_button(done)
        self._first = done

    def _focus_first(self) -> None:
        self._first.setFocus(Qt.FocusReason.PopupFocusReason)

    def _copy(self) -> None:
        QApplication.clipboard().setText(f"{self.report.number}\n{self.report.text}")


def _banner_of(widget: QWidget | None) -> Banner | None:
    """The banner of the page that `widget` is on."""
    while widget is not None:
        banner = getattr(widget, "banner", None)
        if isinstance(banner, Banner) and shiboken6.isValid(banner):
            return banner
        widget = widget.parentWidget()
    return None


def _only_form(owner: QWidget | None) -> FormWidget | None:
    if owner is None:
        return None
    if isinstance(owner, FormWidget):
        return owner
    forms = [form for form in owner.findChildren(FormWidget) if form.isVisible()]
    return forms[0] if len(forms) == 1 else None


class CrashRelay(QObject):
    """Brings uncaught errors of any thread to the presenter.

    `sys.excepthook` may run in a worker: it emits a signal and touches nothing else. Signal:
    ``caught(object)``.
    """

    caught = Signal(object)

    def __init__(self, presenter: Presenter) -> None:
        super().__init__(presenter)
        self._presenter = presenter
        self._before = (sys.excepthook, threading.excepthook)
        self.caught.connect(self._arrived, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Catch what nobody catches, in every thread."""
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread

    def remove(self) -> None:
        """Put back what was there."""
        sys.excepthook, threading.excepthook = self._before

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
            return
        self.caught.emit(error)

    def _uncaught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
            self.caught.emit(args.exc_value)

    def _arrived(self, error: object) -> None:
        if isinstance(error, BaseException):
            self._presenter.show(error)


@dataclass(slots=True)
class News:
    """One notification behind the bell. `kind` as for chips; `target` is what it opens."""

    text: str
    kind: str = "neutral"
    target: Target | None = None
    at: datetime = field(default_factory=lambda: datetime.now(UTC))
    read: bool = False


class NewsList(QObject):
    """What is behind the bell, newest first, at most `most`. Signal: ``changed(int)`` with how many are
    unread.
    """

    changed = Signal(int)

    def __init__(self, parent: QObject | None = None, *, most: int = 100) -> None:
        super().__init__(parent)
        self._most = most
        self._items: list[News] = []

    @property
    def items(self) -> tuple[News, ...]:
        """Everything, newest first."""
        return tuple(self._items)

    @property
    def unread(self) -> int:
        """How many have not been seen."""
        return sum(not item.read for item in self._items)

    def add(self, news: News) -> None:
        """Put it on top."""
        self._items.insert(0, news)
        del self._items[self._most :]
        self.changed.emit(self.unread)

    def mark_read(self) -> None:
        """All have been seen."""
        for item in self._items:
            item.read = True
        self.changed.emit(0)

    def clear(self) -> None:
        """Another person signs in."""
        self._items.clear()
        self.changed.emit(0)

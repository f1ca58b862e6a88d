"""Tickets: one with its code to scan, or those of a whole class; saved as PDF or printed."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mdi_desk.domains.training.records import Ticket, age_rule
from mdi_desk.domains.training.service import TrainingService
from mdi_desk.kernel.codes import grouped, make_qr_png, qr_text
from mdi_desk.kernel.errors import NotFound
from mdi_desk.kernel.words import tr, trn
from mdi_desk.qt import show as shown
from mdi_desk.qt import theme
from mdi_desk.qt.context import Context, Institute
from mdi_desk.qt.papers import Papers
from mdi_desk.qt.widgets import Button, Label, Sheet, Skeleton

QR_SIDE = 208


class QrPicture(QWidget):
    """A QR code, always dark on white: scanners need that in the dark theme too."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ticket_qr")
        self._image: QImage | None = None
        self.setFixedSize(QSize(QR_SIDE, QR_SIDE))

    def show_png(self, png: bytes, code: str) -> None:
        """Show the picture of `code`."""
        self._image = QImage.fromData(png)
        self.setAccessibleName(tr("QR code {code}", code=code))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.current().colour("line"))
        painter.setBrush(Qt.GlobalColor.white)
        radius = float(theme.current().radius.card)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        if self._image is not None:
            # Whole pixels for each module: a blurred edge is a scanner's trouble.
            ratio = self.devicePixelRatioF()
            side = int((min(self.width(), self.height()) - 14) * ratio)
            scaled = self._image.scaled(
                side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.FastTransformation
            )
            scaled.setDevicePixelRatio(ratio)
            edge = (self.width() - scaled.width() / ratio) / 2
            painter.drawImage(QRectF(edge, edge, scaled.width() / ratio, scaled.height() / ratio), scaled)


class TicketSheet(Sheet):
    """The tickets of `booking_ids`."""

    def __init__(self, context: Context, training: TrainingService, booking_ids: Sequence[UUID]) -> None:
        self._whole = QWidget()
        many = len(booking_ids) > 1
        super().__init__(self._whole, title=tr("Tickets") if many else tr("Ticket"), width=420)
        self.setObjectName("ticket_sheet")
        self._context = context
        self._tickets: tuple[Ticket, ...] = ()
        self._papers = Papers(context, self._whole)
        self._column = QVBoxLayout(self._whole)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._wait = Skeleton(rows=5)
        self._column.addWidget(self._wait)
        self._print = Button(tr("Print"), icon="printer", run=self._print_it)
        self._print.setObjectName("ticket_print")
        self._save = Button(tr("Save PDF"), "primary", "download-simple", run=self._save_it)
        self._save.setObjectName("ticket_save")
        self.add_button(self._print)
        self.add_button(self._save)
        for button in (self._print, self._save):
            button.set_why_not(tr("Looking …"))
        actor, ids = context.actor, tuple(booking_ids)

        def read() -> tuple[tuple[Ticket, ...], bytes]:
            found = training.tickets(actor, ids)
            if not found:
                raise NotFound(tr("There is no ticket: the booking is cancelled."))
            return found, make_qr_png(qr_text(found[0].code)) if len(found) == 1 else b""

        context.runner.ask(read, owner=self, then=self._came, failed=self._failed)

    def _came(self, answer: tuple[tuple[Ticket, ...], bytes]) -> None:
        self._tickets, png = answer
        self._wait.hide()
        for button in (self._print, self._save):
            button.set_why_not(None)
        if len(self._tickets) == 1:
            self._show_one(self._tickets[0], png)
        else:
            first = self._tickets[0]
            count = trn("{n} ticket, a page", "{n} tickets, a page each", len(self._tickets))
            self._column.addWidget(Label(first.course_name, "heading", wrap=True))
            self._column.addWidget(Label(self._when(first), "muted", wrap=True))
            self._column.addSpacing(8)
            self._column.addWidget(Label(count, "body", wrap=True))
        self._save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, error: Exception) -> None:
        self.close_sheet()
        self._context.fail(error, owner=self._context.window)

    def _show_one(self, ticket: Ticket, png: bytes) -> None:
        picture = QrPicture()
        picture.show_png(png, ticket.code)
        self._column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addSpacing(6)
        code = Label(grouped(ticket.code), "strong")
        code.setObjectName("ticket_code")
        code.setFont(theme.code_font(17))
        code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._column.addWidget(code, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addSpacing(12)
        self._column.addWidget(Label(ticket.person_name, "name", wrap=True))
        self._column.addWidget(Label(ticket.course_name, "medium", wrap=True))
        where = " · ".join(part for part in (ticket.location_name, ticket.instructor_name) if part)
        for line in (self._when(ticket), where):
            self._column.addWidget(Label(line, "muted", wrap=True))
        if ticket.due_minor:
            due = shown.money(ticket.due_minor, ticket.currency)
            self._column.addWidget(Label(tr("{money} due", money=due), "warn"))

    def _when(self, ticket: Ticket) -> str:
        show = self._context.show
        start, end = show.here(ticket.starts_at), show.here(ticket.ends_at)
        return f"{shown.day(start.date())} · {shown.span(start, end)}"

    # -- paper ---------------------------------------------------------------------------------------

    def _name(self) -> str:
        first = self._tickets[0]
        if len(self._tickets) == 1:
            return tr("Ticket {code}", code=first.code)
        day = self._context.show.here(first.starts_at).date().isoformat()
        return tr("Tickets {course} {day}", course=first.course_name.replace("/", "-"), day=day)

    def _pdf(self) -> bytes:
        return tickets_pdf(self._tickets, self._context.institute)

    def _save_it(self) -> None:
        self._papers.save(self._pdf, self._name())

    def _print_it(self) -> None:
        self._papers.print(self._pdf, self._name())


def tickets_pdf(tickets: Sequence[Ticket], institute: Institute) -> bytes:
    """The PDF of tickets, a page each. Takes a moment: not for the GUI thread."""
    from mdi_desk.domains.training.pdf import TicketPaper, ticket_pdf

    contact = tuple(line for line in (institute.address, shown.phone(institute.phone)) if line)
    return ticket_pdf(
        *(
            TicketPaper(
                institute=institute.name,
                code=ticket.code,
                person=ticket.person_name,
                course=ticket.course_name,
                starts_at=ticket.starts_at,
                ends_at=ticket.ends_at,
                zone=institute.zone.key,
                place=ticket.location_name,
                address=ticket.location_addr or "",
                instructor=ticket.instructor_name or "",
                order_number=ticket.order_number or "",
                bring=_bring(ticket),
                note=_note(ticket),
                contact=contact,
                paper="a4" if institute.paper == "a4" else "letter",
            )
            for ticket in tickets
        )
    )


def _bring(ticket: Ticket) -> tuple[str, ...]:
    lines = list(ticket.gear_required)
    if ticket.needs_waiver:
        lines.append(tr("Ten minutes to sign the waiver at the desk, if you have not yet"))
    return tuple(lines)


def _note(ticket: Ticket) -> str:
    parts = []
    if ticket.min_age:
        parts.append(tr("Age: {rule}.", rule=age_rule(ticket.min_age, ticket.guardian_min_age)))
    if ticket.due_minor:
        parts.append(tr("{money} due at check-in.", money=shown.money(ticket.due_minor, ticket.currency)))
    return " ".join(parts)

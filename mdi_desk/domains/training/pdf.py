"""The class ticket on paper: one page for each, with its code as QR and in letters."""

import io
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from mdi_desk.kernel import pdf
from mdi_desk.kernel.clock import now
from mdi_desk.kernel.codes import grouped, qr_text
from mdi_desk.kernel.words import tr

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_QR = 148.0
_PAD = 26.0


@dataclass(frozen=True, slots=True)
class TicketPaper:
    """What one ticket shows. `starts_at` and `ends_at` are aware and printed in `zone`; `bring` are short
    lines; `contact` the institute's address and phone, a line each."""

    institute: str
    code: str
    person: str
    course: str
    starts_at: datetime
    ends_at: datetime
    zone: str
    place: str = ""
    address: str = ""
    instructor: str = ""
    order_number: str = ""
    bring: tuple[str, ...] = ()
    note: str = ""
    contact: tuple[str, ...] = ()
    paper: pdf.Paper = "letter"
    made_at: datetime = field(default_factory=now)


def ticket_pdf(*papers: TicketPaper) -> bytes:
    """One PDF with a page for each ticket, at least one. The QR code is a vector shape."""
    from reportlab.pdfgen.canvas import Canvas

    if not papers:
        raise ValueError("no ticket to print")
    first = papers[0]
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=pdf.page_size(first.paper), **pdf.canvas_options())
    pdf.set_date(canvas, first.made_at)
    title = tr("Ticket {code}", code=grouped(first.code)) if len(papers) == 1 else tr("Tickets")
    pdf.describe(
        canvas, f"{title} · {first.course}", first.institute, first.person if len(papers) == 1 else ""
    )
    for number, paper in enumerate(papers, 1):
        size = pdf.page_size(paper.paper)
        canvas.setPageSize(size)
        _page(canvas, paper, size)
        about = f"{paper.institute} · {paper.course} · {grouped(paper.code)}"
        pdf.footer(canvas, about, number, len(papers), size)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _page(canvas: "Canvas", paper: TicketPaper, size: tuple[float, float]) -> None:
    width, height = size
    left, right = pdf.MARGIN, width - pdf.MARGIN
    top = height - pdf.MARGIN
    word = tr("Class ticket")
    room = right - left - pdf.text_width(word, "Inter-Medium", 10) - 20
    pdf.put(
        canvas,
        pdf.fitted(paper.institute, "Inter-SemiBold", 13, room),
        left,
        top - 12,
        "Inter-SemiBold",
        13,
    )
    pdf.put(canvas, word, right, top - 12, "Inter-Medium", 10, "text-muted", align="right")
    bottom = _card(canvas, paper, left, right, top - 32)
    _below(canvas, paper, left, right, bottom - 34)


def _card(canvas: "Canvas", paper: TicketPaper, left: float, right: float, top: float) -> float:
    """The framed ticket; returns its lower edge. It grows with long names and titles, nothing is cut."""
    stub = right - _QR - 2 * _PAD  # where the part with the code begins
    x, room = left + _PAD, stub - left - 2 * _PAD
    measured = _details(None, paper, x, top - _PAD, room)
    bottom = min(top - (_QR + 2 * _PAD + 44), measured - _PAD + 6)
    canvas.setFillColor(pdf.colour("panel"))
    canvas.setStrokeColor(pdf.colour("line"))
    canvas.setLineWidth(1)
    canvas.roundRect(left, bottom, right - left, top - bottom, 12, stroke=1, fill=1)
    canvas.setDash(1.5, 4)
    canvas.setLineCap(1)
    canvas.setStrokeColor(pdf.colour("text-faint"))
    canvas.line(stub, bottom + 14, stub, top - 14)
    canvas.setDash()
    _details(canvas, paper, x, top - _PAD, room)
    centre = (stub + right) / 2
    y = (top + bottom) / 2 - _QR / 2 + 16
    pdf.qr(canvas, qr_text(paper.code), centre - _QR / 2, y, _QR)
    pdf.put(canvas, grouped(paper.code), centre, y - 24, "Inter-SemiBold", 13, align="centre", spread=0.7)
    return bottom


def _details(canvas: "Canvas | None", paper: TicketPaper, x: float, top: float, room: float) -> float:
    """Draws who, what, when and where downwards; without a canvas only measures. Returns the last y."""
    from reportlab.platypus import Paragraph

    def flow(text: str, y: float, face: pdf.Face, size: float, leading: float, role: str = "text") -> float:
        paragraph = Paragraph(pdf.markup(text), pdf.style(face, size, leading, role))
        _, height = paragraph.wrap(room, 10_000)
        if canvas is not None:
            paragraph.drawOn(canvas, x, y - height)
        return y - float(height)

    zone = ZoneInfo(paper.zone)
    start, end = paper.starts_at.astimezone(zone), paper.ends_at.astimezone(zone)
    day = pdf.day_words(start.date())
    named = "" if (end.tzname() or "+").startswith(("+", "-")) else f" {end.tzname()}"
    hours = f"{pdf.hour_words(start, zone)} – {pdf.hour_words(end, zone)}{named}"
    if end.date() != start.date():
        hours = tr(
            "{start} until {day}, {end}",
            start=pdf.hour_words(start, zone),
            day=pdf.day_words(end.date()),
            end=pdf.hour_words(end, zone) + named,
        )
    # A long word is never broken: the name is set smaller until it fits.
    widest = max(pdf.text_width(word, "Inter-Bold", 21) for word in (paper.person.split() or [""]))
    large = max(9.0, 21 * min(1.0, room / max(widest + 1, 1), 70 / max(len(paper.person), 1)))
    y = flow(paper.person, top, "Inter-Bold", large, large * 1.24)
    y = flow(paper.course, y - 3, "Inter-Medium", 12.5, 17, "accent")
    for label, lines in (
        (tr("Date and time"), (day[:1].upper() + day[1:], hours)),
        (tr("Place"), (paper.place, paper.address)),
        (tr("Instructor"), (paper.instructor,)),
        (tr("Order"), (paper.order_number,)),
    ):
        shown = [line for line in lines if line]
        if not shown:
            continue
        y = flow(label, y - 13, "Inter-Medium", 8.5, 12, "text-muted")
        y = flow(shown[0], y - 1, "Inter-SemiBold", 11.5, 15.5)
        for line in shown[1:]:
            y = flow(line, y, "Inter", 10.5, 14.5)
    return y


def _below(canvas: "Canvas", paper: TicketPaper, left: float, right: float, top: float) -> None:
    """How to use it, what to bring, whom to ask; set smaller when it is too much for the page."""
    from reportlab.platypus import KeepInFrame, Paragraph, Spacer

    body, head = pdf.style("Inter", 10.5, 15.5), pdf.style("Inter-SemiBold", 11.5, 18)
    faint = pdf.style("Inter", 9.5, 14, "text-muted")
    dotted = pdf.style(
        "Inter", 10.5, 16.5, leftIndent=14, bulletColor=pdf.colour("accent"), bulletFontName="Inter-Bold"
    )
    show = tr(
        "Show this code, on paper or on your phone. Come 15 minutes early: there may be a form to sign."
    )
    story = [Paragraph(pdf.markup(tr("At the front desk")), head), Paragraph(pdf.markup(show), body)]
    if paper.bring:
        story += [Spacer(1, 16), Paragraph(pdf.markup(tr("Please bring")), head)]
        story += [Paragraph(pdf.markup(line), dotted, bulletText="•") for line in paper.bring]
    if paper.note:
        story += [Spacer(1, 16), Paragraph(pdf.markup(tr("Good to know")), head)]
        story.append(Paragraph(pdf.markup(paper.note), body))
    if paper.contact:
        lines = "\n".join((paper.institute, *paper.contact))
        story += [Spacer(1, 16), Paragraph(pdf.markup(tr("Questions?")), head)]
        story.append(Paragraph(pdf.markup(lines), faint))
    frame = KeepInFrame(right - left, max(60.0, top - 60), story, mode="shrink")
    _, height = frame.wrapOn(canvas, right - left, max(60.0, top - 60))
    frame.drawOn(canvas, left, top - height)

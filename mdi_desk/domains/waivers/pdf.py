"""The signed waiver on paper: what was read, the ink on its line, and a page of evidence.

It is a simple electronic signature with strong evidence; the paper claims nothing more.
"""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Literal
from zoneinfo import ZoneInfo

from mdi_desk.kernel import pdf
from mdi_desk.kernel.clock import now
from mdi_desk.kernel.ink import BASELINE, Contour, bounds, parse_path
from mdi_desk.kernel.words import tr

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Flowable

_LINE = 250.0  # of the signature line
_ABOVE, _BELOW = 86.0, 16.0  # room for ink over and under it
_MOST = 0.8  # points for a pixel of the pad: ink keeps the weight of a pen


@dataclass(frozen=True, slots=True)
class WaiverPaper:
    """One signed waiver as plain values. Moments are aware and printed in `zone`; digests are hex.

    `title`, `body` (paragraphs parted by an empty line) and `consent` are the exact words that were signed.
    `signed_at` is the station's clock, `recorded_at` the server's (None while it is not yet there).
    `ink_path` is the text of `kernel.ink.path_data` on a pad of `ink_width` x `ink_height`. Fields of the
    evidence that are None or empty are left out. `device` is what drew the ink (pen, touch, mouse, joined by
    a plus), `device_name` the make of it.
    """

    institute: str
    title: str
    body: str
    consent: str
    locale: str
    version: str
    text_sha256: str
    participant: str
    participant_birth: date | None
    signer: str
    ink_path: str
    ink_width: float
    ink_height: float
    ink_samples: int
    ink_sha256: str
    signed_at: datetime
    recorded_at: datetime | None
    zone: str
    signature_id: str
    op_id: str
    evidence_sha256: str
    signer_kind: Literal["self", "guardian"] = "self"
    relationship: str = ""
    by_mark: bool = False
    mark_witness: str = ""
    valid_until: datetime | None = None
    station: str = ""
    course: str = ""
    place: str = ""
    device: str = ""
    device_name: str = ""
    screen: str = ""
    ip_address: str = ""
    staff_witness: str = ""
    dwell_ms: int | None = None
    scrolled_to_end: bool | None = None
    consent_given: bool | None = None
    consent_version: str = ""
    revoked_at: datetime | None = None
    revoke_reason: str = ""
    contact: tuple[str, ...] = ()
    paper: pdf.Paper = "letter"
    made_at: datetime = field(default_factory=now)


def waiver_pdf(paper: WaiverPaper) -> bytes:
    """The PDF: the text in the signer's language, the signature as a vector, then the evidence on a new page.

    ValueError when the stored ink is damaged: a waiver is never printed without its signature.
    """
    from reportlab.platypus import BaseDocTemplate, Frame, KeepTogether, PageBreak, PageTemplate

    contours = parse_path(paper.ink_path)
    if not contours:
        raise ValueError("this waiver has no ink")
    size = pdf.page_size(paper.paper)
    name = f"{paper.title} · {paper.participant}"

    def furniture(canvas: "Canvas", page: int, pages: int) -> None:
        if page == 1:
            pdf.describe(canvas, name, paper.institute, paper.signer)
        _head(canvas, paper, size)
        about = f"{paper.title} · " + tr("version {version}", version=paper.version)
        pdf.footer(canvas, f"{paper.participant} · {paper.signature_id} · {about}", page, pages, size)

    out = io.BytesIO()
    document = BaseDocTemplate(out, pagesize=size)
    width = size[0] - 2 * pdf.MARGIN
    box = Frame(pdf.MARGIN, 58, width, size[1] - 58 - 84, 0, 0, 0, 0)
    document.addPageTemplates(PageTemplate(frames=[box]))
    words, last = _text(paper)
    # What is signed stands over the signature: the last words, the whole consent, the ink, on one page.
    signed = KeepTogether([*last, *_signature(paper, contours)])
    story = [*words, signed, PageBreak(), *_evidence(paper, width)]
    document.build(story, canvasmaker=pdf.canvas_maker(furniture, paper.made_at))
    return out.getvalue()


def _head(canvas: "Canvas", paper: WaiverPaper, size: tuple[float, float]) -> None:
    top = size[1] - 50
    right = size[0] - pdf.MARGIN
    word = tr("Signed waiver") if paper.revoked_at is None else tr("Signed waiver, revoked")
    room = right - pdf.MARGIN - pdf.text_width(word, "Inter-Medium", 9.5) - 20
    institute = pdf.fitted(paper.institute, "Inter-SemiBold", 11, room)
    pdf.put(canvas, institute, pdf.MARGIN, top, "Inter-SemiBold", 11)
    role = "text-muted" if paper.revoked_at is None else "bad"
    pdf.put(canvas, word, right, top, "Inter-Medium", 9.5, role, align="right")
    canvas.setStrokeColor(pdf.colour("line"))
    canvas.setLineWidth(0.6)
    canvas.line(pdf.MARGIN, top - 11, right, top - 11)


def _text(paper: WaiverPaper) -> tuple[list["Flowable"], list["Flowable"]]:
    """Title, whose waiver it is, and every word that was read; and the last of it, with the consent."""
    from reportlab.platypus import Paragraph, Spacer

    body = pdf.style("Inter", 10.5, 16, spaceAfter=8)
    about = [paper.participant]
    if paper.participant_birth is not None:
        about.append(tr("born {day}", day=pdf.birth_words(paper.participant_birth)))
    about.append(tr("version {version}", version=paper.version))
    story: list[Flowable] = [
        Paragraph(pdf.markup(paper.title), pdf.style("Inter-Bold", 20, 25)),
        Paragraph(pdf.markup(" · ".join(about)), pdf.style("Inter", 10, 14, "text-muted")),
        Spacer(1, 16),
    ]
    parts = [Paragraph(pdf.markup(part), body) for part in _paragraphs(paper.body)]
    story += parts[:-1]
    last: list[Flowable] = parts[-1:]
    if paper.consent.strip():
        last.append(Spacer(1, 4))
        box: dict[str, Any] = {
            "backColor": pdf.colour("bg"),
            "borderColor": pdf.colour("line"),
            "borderWidth": 0.6,
            "borderRadius": 6,
            "borderPadding": (9, 12, 9, 12),
            "leftIndent": 12,
            "rightIndent": 12,
            "spaceBefore": 8,
            "spaceAfter": 14,
        }
        look = pdf.style("Inter", 9.5, 14, **box)
        last += [Paragraph("<br/><br/>".join(map(pdf.markup, _paragraphs(paper.consent))), look)]
    return story, last


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"\n\s*\n", pdf.clean(text)) if part.strip()]


def _signature(paper: WaiverPaper, contours: Sequence[Contour]) -> list["Flowable"]:
    """The line with its ink and what is written under it."""
    from reportlab.platypus import Paragraph, Spacer

    zone = ZoneInfo(paper.zone)
    name = pdf.style("Inter-SemiBold", 11, 15)
    plain = pdf.style("Inter", 9.5, 14, "text-muted")
    if paper.by_mark:
        who = tr("{name}, by a mark", name=paper.signer)
    else:
        who = paper.signer
    lines: list[Flowable] = [
        Spacer(1, 18),
        _ink_line(contours, paper.ink_height),
        Spacer(1, 5),
        Paragraph(pdf.markup(who), name),
    ]
    if paper.signer_kind == "guardian":
        signs = tr("Signs as guardian of {name}", name=paper.participant)
        if paper.relationship:
            signs += " · " + tr("relationship: {relationship}", relationship=paper.relationship)
        lines.append(Paragraph(pdf.markup(signs), plain))
    if paper.by_mark and paper.mark_witness:
        lines.append(
            Paragraph(pdf.markup(tr("The mark was witnessed by {name}", name=paper.mark_witness)), plain)
        )
    lines.append(Paragraph(pdf.markup(pdf.moment_words(paper.signed_at, zone)), plain))
    if paper.place:
        lines.append(Paragraph(pdf.markup(paper.place), plain))
    return lines


def _ink_line(contours: Sequence[Contour], height: float) -> "Flowable":
    """The signature line with the ink where it stood to the line of the pad."""
    from reportlab.platypus import Flowable

    box = bounds(contours)
    assert box is not None  # the caller has refused empty ink
    left, top, right, bottom = box
    base = height * BASELINE
    # Who signed far above the line, or far below it, is brought to it; the shape stays.
    gap = base - bottom
    shift = gap - min(max(gap, -0.35 * (bottom - top)), 0.12 * height)  # downwards, in pixels of the pad
    above, below = max(base - top - shift, 1.0), max(bottom + shift - base, 0.0)
    scale = min(_MOST, (_LINE - 12) / max(right - left, 1.0), _ABOVE / above)
    if below > 0:
        scale = min(scale, _BELOW / below)

    class Line(Flowable):  # type: ignore[misc]
        def wrap(self, _width: float, _height: float) -> tuple[float, float]:
            return _LINE, _ABOVE + _BELOW

        def draw(self) -> None:
            canvas = self.canv
            canvas.setStrokeColor(pdf.colour("text-faint"))
            canvas.setLineWidth(0.7)
            canvas.line(0, _BELOW, _LINE, _BELOW)
            room = _LINE - (right - left) * scale
            pdf.draw_ink(
                canvas,
                contours,
                min(18.0, room / 2) - left * scale,
                _BELOW + (base - shift) * scale,
                scale,
            )

    return Line()


def _evidence(paper: WaiverPaper, width: float) -> list["Flowable"]:
    from reportlab.platypus import Paragraph, Spacer, Table

    label, value = pdf.style("Inter", 8.8, 12.5, "text-muted"), pdf.style("Inter", 9.2, 12.5)
    group = pdf.style("Inter-SemiBold", 10.5, 14)
    story: list[Flowable] = [
        Paragraph(pdf.markup(tr("Evidence of the signing")), pdf.style("Inter-Bold", 16, 21)),
        Paragraph(
            pdf.markup(
                tr(
                    "A simple electronic signature. This page says how it was made. Its SHA-256 sums are of"
                    " the text, the ink and the evidence as they are stored: whatever is changed, however"
                    " little, gives another sum."
                )
            ),
            pdf.style("Inter", 9.5, 14, "text-muted"),
        ),
    ]
    for title, rows in _facts(paper):
        shown = [(name, text) for name, text in rows if text]
        if not shown:
            continue
        cells = [[Paragraph(pdf.markup(n), label), Paragraph(pdf.markup(t), value)] for n, t in shown]
        table = Table(cells, colWidths=[128, width - 128], hAlign="LEFT")
        table.setStyle(
            [
                ("FONTNAME", (0, 0), (-1, -1), "Inter"),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 6),
                ("TOPPADDING", (0, 0), (-1, -1), 2.6),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 2.9),
                ("LINEABOVE", (0, 0), (-1, -1), 0.5, pdf.colour("line-soft")),
            ]
        )
        story += [Spacer(1, 11), Paragraph(pdf.markup(title), group), Spacer(1, 3), table]
    return story


def _facts(paper: WaiverPaper) -> list[tuple[str, list[tuple[str, str]]]]:
    """The evidence in groups of label and text; an empty text is left out."""
    zone = ZoneInfo(paper.zone)
    signs = tr("as guardian") if paper.signer_kind == "guardian" else tr("for themselves")
    if paper.relationship and paper.signer_kind == "guardian":
        signs = tr("as guardian ({relationship})", relationship=paper.relationship)
    born = pdf.birth_words(paper.participant_birth) if paper.participant_birth else ""
    who = [
        (tr("Signed by"), f"{paper.signer}, {signs}"),
        (
            tr("Participant"),
            ", ".join(filter(None, (paper.participant, born and tr("born {day}", day=born)))),
        ),
        (tr("Staff witness"), paper.staff_witness),
        (tr("Mark witnessed by"), paper.mark_witness if paper.by_mark else ""),
    ]
    when = [
        (tr("Station's clock"), pdf.moment_words(paper.signed_at, zone)),
        (
            tr("Server's clock"),
            pdf.moment_words(paper.recorded_at, zone) if paper.recorded_at else tr("not yet recorded"),
        ),
        (tr("Valid until"), pdf.moment_words(paper.valid_until, zone) if paper.valid_until else ""),
        (
            tr("Revoked"),
            ": ".join(filter(None, (pdf.moment_words(paper.revoked_at, zone), paper.revoke_reason)))
            if paper.revoked_at
            else "",
        ),
    ]
    where = [
        (tr("Institute"), ", ".join((paper.institute, *paper.contact))),
        (tr("Class"), paper.course),
        (tr("Place"), paper.place),
        (tr("Station"), paper.station),
        (tr("Signed with"), _device(paper.device, paper.device_name)),
        (tr("Screen"), paper.screen),
        (tr("Network address"), paper.ip_address),
    ]
    read = [
        (
            tr("Text"),
            f"{paper.title}, " + tr("version {version}", version=paper.version) + f" ({paper.locale})",
        ),
        (tr("SHA-256 of the text"), paper.text_sha256),
        (tr("Time on the text"), "" if paper.dwell_ms is None else _seconds(paper.dwell_ms)),
        (tr("Scrolled to the end"), _yes(paper.scrolled_to_end)),
        (tr("Agreed to sign on screen"), _yes(paper.consent_given)),
        (
            tr("Consent text"),
            tr("version {version}", version=paper.consent_version) if paper.consent_version else "",
        ),
    ]
    proof = [
        (tr("Samples of the pen"), str(paper.ink_samples)),
        (tr("SHA-256 of the samples"), paper.ink_sha256),
        (tr("Signature number"), paper.signature_id),
        (tr("Operation"), paper.op_id),
        (tr("SHA-256 of the evidence"), paper.evidence_sha256),
    ]
    return [
        (tr("Who"), who),
        (tr("When"), when),
        (tr("Where"), where),
        (tr("What was read"), read),
        (tr("Sums and numbers"), proof),
    ]


def _device(kinds: str, name: str) -> str:
    words = {"pen": tr("pen"), "touch": tr("finger"), "mouse": tr("mouse")}
    said = ", ".join(words.get(kind, kind) for kind in kinds.split("+") if kind)
    return f"{said} ({name})" if said and name else said or name


def _seconds(ms: int) -> str:
    minutes, seconds = divmod(max(0, ms) // 1000, 60)
    if minutes:
        return tr("{minutes} min {seconds} s", minutes=minutes, seconds=seconds)
    return tr("{seconds} s", seconds=seconds)


def _yes(value: bool | None) -> str:
    return "" if value is None else tr("yes") if value else tr("no")

"""What all papers share: page sizes, the bundled font, colours, numbered pages, vector QR codes, vector ink.

reportlab is imported when the first paper is made. The same content of the same moment gives the same bytes.
Sizes are PDF points (1/72 inch), y upwards; colours are the light tokens'.
"""

import html
import json
import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, Literal
from zoneinfo import ZoneInfo

from mdi_desk.kernel.codes import qr_matrix
from mdi_desk.kernel.inkpath import Contour
from mdi_desk.kernel.paths import resource
from mdi_desk.kernel.words import language, tr

if TYPE_CHECKING:
    from reportlab.lib.colors import Color
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfgen.canvas import Canvas

Paper = Literal["letter", "a4"]
Face = Literal["Inter", "Inter-Medium", "Inter-SemiBold", "Inter-Bold"]

SIZES: dict[str, tuple[float, float]] = {"letter": (612.0, 792.0), "a4": (595.2756, 841.8898)}
MARGIN = 54.0
INK = "#14213D"  # a blue-black pen, dark enough for any printer


def page_size(paper: str) -> tuple[float, float]:
    """Width and height of ``letter`` or ``a4``; ValueError for another name."""
    try:
        return SIZES[paper]
    except KeyError:
        raise ValueError(f"unknown paper size {paper!r}") from None


@cache
def load_fonts() -> None:
    """Register the bundled faces with reportlab."""
    from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
    from reportlab.pdfbase.ttfonts import TTFont

    files = {"Inter": "Regular", "Inter-Medium": "Medium", "Inter-SemiBold": "SemiBold", "Inter-Bold": "Bold"}
    for name, face in files.items():
        registerFont(TTFont(name, str(resource("fonts", f"Inter-{face}.ttf"))))
    registerFontFamily("Inter", "Inter", "Inter-SemiBold", "Inter", "Inter-SemiBold")


@cache
def _colours() -> dict[str, str]:
    tokens = json.loads(resource("style", "tokens.json").read_text(encoding="utf-8"))
    light: dict[str, str] = tokens["light"]
    return light


def colour(role: str) -> "Color":
    """The colour of a token's role in the light mode, or of a ``#RRGGBB``."""
    from reportlab.lib.colors import HexColor

    return HexColor(role if role.startswith("#") else _colours()[role])


def clean(text: str) -> str:
    """`text` as it can be printed: composed letters, no control characters but line ends."""
    composed = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in composed if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs"))


def markup(text: str) -> str:
    """`text` for a reportlab paragraph: nothing in it is taken for a tag, line ends stay."""
    return html.escape(clean(text), quote=False).replace("\n", "<br/>")


def style(face: Face, size: float, leading: float, role: str = "text", **more: Any) -> "ParagraphStyle":
    """A paragraph style in the bundled font; `more` goes to reportlab."""
    from reportlab.lib.styles import ParagraphStyle

    load_fonts()
    return ParagraphStyle(
        f"{face} {size} {role}",
        fontName=face,
        fontSize=size,
        leading=leading,
        textColor=colour(role),
        splitLongWords=1,
        **more,
    )


# ---- words about time -----------------------------------------------------------------------------------


def day_words(day: date, locale: str | None = None) -> str:
    """A day in full words: ``Friday, November 20, 2026``."""
    from babel.dates import format_date

    return format_date(day, "full", locale=locale or language())


def birth_words(day: date) -> str:
    """A birth date without its weekday: ``November 20, 1990``."""
    from babel.dates import format_date

    return format_date(day, "long", locale=language())


def hour_words(moment: datetime, zone: ZoneInfo) -> str:
    """The time of day in `zone`: ``2:00 PM``, ``14:00``."""
    from babel.dates import format_time

    return plain_spaces(format_time(moment.astimezone(zone), "short", locale=language()))


def moment_words(moment: datetime, zone: ZoneInfo) -> str:
    """A moment that leaves no doubt: local date, time to the second, zone and offset."""
    from babel.dates import format_date, format_time

    local = moment.astimezone(zone)
    day = format_date(local.date(), "long", locale=language())
    hour = plain_spaces(format_time(local, "medium", locale=language()))
    offset = local.strftime("%z")
    return f"{day}, {hour} ({zone.key}, UTC{offset[:3]}:{offset[3:5]})"


def plain_spaces(text: str) -> str:
    """Narrow and no-break spaces as ordinary ones, so that what is copied from the paper can be searched."""
    return re.sub("[\u00a0\u202f]", " ", text)


# ---- pages ----------------------------------------------------------------------------------------------

Furniture = Callable[["Canvas", int, int], None]


def canvas_maker(furniture: Furniture, made_at: datetime) -> type["Canvas"]:
    """A canvas class for reportlab that calls ``furniture(canvas, page, pages)`` on each page, once it is
    known how many there are. `made_at` becomes the file's date."""
    from reportlab.pdfgen.canvas import Canvas as Base

    class Numbered(Base):  # type: ignore[misc]
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **{**kwargs, **canvas_options()})
            set_date(self, made_at)
            self._kept: list[dict[str, Any]] = []

        def showPage(self) -> None:  # noqa: N802
            self._kept.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            pages = self._kept
            for number, page in enumerate(pages, 1):
                self.__dict__.update(page)
                furniture(self, number, len(pages))
                super().showPage()
            super().save()

    return Numbered


def canvas_options() -> dict[str, Any]:
    """What every canvas is made with: our font from the first line, the running language, steady bytes."""
    load_fonts()
    return {"invariant": 1, "lang": language(), "initialFontName": "Inter"}


def set_date(canvas: "Canvas", made_at: datetime) -> None:
    """The file says it was made at this moment: so the same paper has the same bytes."""
    stamp = canvas._doc._timeStamp
    utc = made_at.astimezone(UTC)
    stamp.t, stamp.lt = utc.timestamp(), utc.timetuple()
    stamp.YMDhms, stamp.dhh, stamp.dmm, stamp.tzname = tuple(stamp.lt)[:6], 0, 0, "UTC"


def describe(canvas: "Canvas", title: str, author: str, subject: str = "") -> None:
    """Title, author and subject of the file."""
    canvas.setTitle(clean(title))
    canvas.setAuthor(clean(author))
    canvas.setSubject(clean(subject))
    canvas.setCreator("MDI Desk")
    canvas.setProducer("MDI Desk")


def footer(canvas: "Canvas", left: str, page: int, pages: int, size: tuple[float, float]) -> None:
    """A hair line, what the paper is about, and "Page 1 of 2"."""
    width = size[0]
    canvas.setStrokeColor(colour("line"))
    canvas.setLineWidth(0.6)
    canvas.line(MARGIN, 44, width - MARGIN, 44)
    number = tr("Page {page} of {pages}", page=page, pages=pages)
    put(canvas, number, width - MARGIN, 30, "Inter", 8, "text-muted", align="right")
    room = width - 2 * MARGIN - text_width(number, "Inter", 8) - 16
    put(canvas, fitted(left, "Inter", 8, room), MARGIN, 30, "Inter", 8, "text-muted")


# ---- text on a canvas -----------------------------------------------------------------------------------


def text_width(text: str, face: Face, size: float) -> float:
    """The printed width of one line."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    load_fonts()
    return float(stringWidth(clean(text), face, size))


def fitted(text: str, face: Face, size: float, room: float) -> str:
    """`text`, shortened with an ellipsis where it is wider than `room`."""
    line = " ".join(clean(text).split())
    if text_width(line, face, size) <= room:
        return line
    while line and text_width(line.rstrip() + "…", face, size) > room:
        line = line[:-1]
    return line.rstrip() + "…"


def put(
    canvas: "Canvas",
    text: str,
    x: float,
    y: float,
    face: Face,
    size: float,
    role: str = "text",
    *,
    align: Literal["left", "right", "centre"] = "left",
    spread: float = 0.0,
) -> None:
    """One line with its baseline at `y`; `spread` is extra room between letters."""
    load_fonts()
    line = clean(text)
    canvas.setFillColor(colour(role))
    canvas.setFont(face, size)
    width = text_width(line, face, size) + spread * max(0, len(line) - 1)
    left = x - (width if align == "right" else width / 2 if align == "centre" else 0)
    canvas.drawString(left, y, line, charSpace=spread)


def block(canvas: "Canvas", text: str, x: float, top: float, room: float, look: "ParagraphStyle") -> float:
    """A paragraph from `top` downwards; returns the y where it ends."""
    from reportlab.platypus import Paragraph

    paragraph = Paragraph(markup(text), look)
    _, height = paragraph.wrap(room, 10_000)
    paragraph.drawOn(canvas, x, top - height)
    return top - float(height)


# ---- drawings -------------------------------------------------------------------------------------------


def qr(canvas: "Canvas", text: str, x: float, y: float, side: float) -> None:
    """The QR code of `text` as one vector shape, without quiet zone, lower left corner at (x, y)."""
    rows = qr_matrix(text)
    module = side / len(rows)
    path = canvas.beginPath()
    for i, row in enumerate(rows):
        start = 0
        while start < len(row):
            if not row[start]:
                start += 1
                continue
            end = start
            while end < len(row) and row[end]:
                end += 1
            # A hair of overlap downwards: no viewer then shows seams between the rows.
            path.rect(
                x + start * module, y + side - (i + 1) * module - 0.02, (end - start) * module, module + 0.02
            )
            start = end
    canvas.setFillColor(colour("#000000"))
    canvas.drawPath(path, stroke=0, fill=1, fillMode=1)


def draw_ink(canvas: "Canvas", contours: Sequence[Contour], x: float, y: float, scale: float) -> None:
    """Ink as one vector path: the pad's upper left corner comes to (x, y), a pixel is `scale` points."""
    path = canvas.beginPath()
    for contour in contours:
        ax, ay = contour.start
        path.moveTo(x + ax * scale, y - ay * scale)
        for (cx, cy), (ex, ey) in contour.curves():
            # PDF has cubic curves only: the same curve with its control split in two.
            path.curveTo(
                x + (ax + 2 * (cx - ax) / 3) * scale,
                y - (ay + 2 * (cy - ay) / 3) * scale,
                x + (ex + 2 * (cx - ex) / 3) * scale,
                y - (ey + 2 * (cy - ey) / 3) * scale,
                x + ex * scale,
                y - ey * scale,
            )
            ax, ay = ex, ey
        path.close()
    canvas.setFillColor(colour(INK))
    canvas.drawPath(path, stroke=0, fill=1, fillMode=1)

"""Tickets, read back: the words are there, the code scans off the page, nothing runs off it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mdi_desk.domains.training.pdf import TicketPaper, ticket_pdf
from mdi_desk.kernel import words
from tests.support.papers import Pdf

TICKET = TicketPaper(
    institute="Mountaineer Defense Institute",
    code="T7K29QWM4XAB",
    person="Nguyễn Thị Ánh Tuyết",
    course="Handgun fundamentals",
    starts_at=datetime(2026, 11, 21, 14, tzinfo=UTC),
    ends_at=datetime(2026, 11, 21, 18, 30, tzinfo=UTC),
    zone="America/New_York",
    place="Range A",
    address="1200 Ridge Road, Charleston, WV 25301",
    instructor="Kwame Boateng-Addo",
    order_number="MDI-2026-00042",
    bring=("A photo ID", "Closed shoes"),
    note="Ammunition is included.",
    contact=("+1 304 555 0142",),
    made_at=datetime(2026, 11, 20, 9, tzinfo=UTC),
)


def scanned(picture: Path) -> list[str]:
    import zxingcpp
    from PIL import Image

    with Image.open(picture) as image:
        return [found.text for found in zxingcpp.read_barcodes(image.convert("L"))]


def test_a_ticket_says_who_what_when_where(tmp_path: Path) -> None:
    pdf = Pdf(ticket_pdf(TICKET), tmp_path)
    info, text = pdf.info(), pdf.text()
    assert info["Title"] == "Ticket T7K2-9QWM-4XAB · Handgun fundamentals"
    assert info["Author"] == "Mountaineer Defense Institute"
    assert info["Pages"] == "1"
    assert info["Page size"] == "612 x 792 pts (letter)"
    for shown in (
        "Nguyễn Thị Ánh Tuyết", "Handgun fundamentals", "T7K2-9QWM-4XAB", "Saturday, November 21, 2026",
        "9:00 AM – 1:30 PM EST", "Range A", "1200 Ridge Road", "Kwame Boateng-Addo", "MDI-2026-00042",
        "A photo ID", "Ammunition is included.", "+1 304 555 0142", "Page 1 of 1",
    ):  # fmt: skip
        assert shown in text
    assert pdf.images() == 0
    assert all("Inter" in name for name in pdf.fonts())


@pytest.mark.parametrize("dpi", [60, 100, 200])
def test_the_code_scans_off_the_page(tmp_path: Path, dpi: int) -> None:
    pdf = Pdf(ticket_pdf(TICKET), tmp_path)
    assert scanned(pdf.picture(1, dpi)) == ["MDI1.T7K29QWM4XAB"]


def test_several_on_one_file_in_both_sizes(tmp_path: Path) -> None:
    pdf = Pdf(ticket_pdf(TICKET, replace(TICKET, code="TABCDEFGHJKM", paper="a4", person="Li Wu")), tmp_path)
    assert pdf.info()["Pages"] == "2"
    assert "Li Wu" in pdf.text(2)
    assert "Li Wu" not in pdf.text(1)
    assert scanned(pdf.picture(1)) == ["MDI1.T7K29QWM4XAB"]
    assert scanned(pdf.picture(2)) == ["MDI1.TABCDEFGHJKM"]
    pdf = Pdf(ticket_pdf(replace(TICKET, paper="a4")), tmp_path)
    assert pdf.info()["Page size"] == "595.276 x 841.89 pts (A4)"
    with pytest.raises(ValueError, match="no ticket"):
        ticket_pdf()


def test_french(tmp_path: Path) -> None:
    words.use({"Class ticket": "Billet de cours"}.get, "fr")  # type: ignore[arg-type]
    try:
        text = Pdf(ticket_pdf(TICKET), tmp_path).text()
    finally:
        words.use(None)
    assert "Billet de cours" in text
    assert "Samedi 21 novembre 2026" in text
    assert "09:00 – 13:30" in text


def test_over_midnight_and_over_the_change_of_the_clock(tmp_path: Path) -> None:
    long = replace(
        TICKET, starts_at=datetime(2026, 11, 1, 2, tzinfo=UTC), ends_at=datetime(2026, 11, 1, 14, tzinfo=UTC)
    )
    text = Pdf(ticket_pdf(long), tmp_path).text()
    assert "Saturday, October 31, 2026" in text
    assert "10:00 PM until Sunday, November 1, 2026, 9:00" in text  # twelve hours, but eleven on the wall


def test_long_names_and_hostile_words_stay_on_the_page(tmp_path: Path) -> None:
    hard = replace(
        TICKET,
        person="Maximiliane Konstantina von Hohenzollern-Sigmaringen und zu Schönborn-Wiesentheid",
        course="<b>Rifle & carbine</b> </para> {x} %s \x00\x1b[2J " + "very long title " * 12,
        institute="Institute " * 30,
        bring=tuple(f"Thing number {i} that must be brought along" for i in range(40)),
        note="word " * 400 + "end.",
    )
    pdf = Pdf(ticket_pdf(hard), tmp_path)
    text = " ".join(pdf.text().split())
    assert pdf.info()["Pages"] == "1"
    assert "Sigmaringen" in text
    assert "<b>Rifle & carbine</b> </para> {x} %s" in text
    assert "Thing number 39" in text
    assert "end." in text
    assert scanned(pdf.picture(1)) == ["MDI1.T7K29QWM4XAB"]


def test_decomposed_letters_are_composed(tmp_path: Path) -> None:
    import unicodedata

    apart = unicodedata.normalize("NFD", TICKET.person)
    assert "Nguyễn Thị Ánh Tuyết" in Pdf(ticket_pdf(replace(TICKET, person=apart)), tmp_path).text()


def test_the_same_ticket_has_the_same_bytes() -> None:
    assert ticket_pdf(TICKET) == ticket_pdf(replace(TICKET))
    assert ticket_pdf(TICKET) != ticket_pdf(replace(TICKET, made_at=TICKET.made_at + timedelta(days=1)))

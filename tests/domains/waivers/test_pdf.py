"""Signed waivers, read back: every word, the ink as a shape, and the evidence."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from mdi_desk.domains.waivers.pdf import WaiverPaper, waiver_pdf
from mdi_desk.kernel import words
from mdi_desk.kernel.ink import Ink, Sample, outline, path_data
from tests.kernel.ink_samples import signature
from tests.support.papers import Pdf

INK = signature()
BODY = """I take part in live-fire training at my own risk.

J’ai lu – “tout” – et j’accepte: ß, Ł, ğ, ø.
Second line of the same paragraph.

I have been shown the emergency exits."""
PAPER = WaiverPaper(
    institute="Mountaineer Defense Institute",
    title="Release of liability",
    body=BODY,
    consent="I agree to sign on this screen instead of on paper.",
    locale="en",
    version="3",
    text_sha256="ab" * 32,
    participant="Nguyễn Thị Ánh Tuyết",
    participant_birth=date(2011, 2, 28),
    signer="Kwame Boateng-Addo",
    ink_path=path_data(outline(INK)),
    ink_width=INK.width,
    ink_height=INK.height,
    ink_samples=INK.sample_count,
    ink_sha256=INK.digest().hex(),
    signed_at=datetime(2026, 11, 20, 14, 6, 31, tzinfo=UTC),
    recorded_at=datetime(2026, 11, 20, 14, 6, 33, tzinfo=UTC),
    zone="America/New_York",
    signature_id="019a9f2c-7a31-7c2e-9d10-5f2b7f8d2a11",
    op_id="019a9f2c-7a31-7c2e-9d10-5f2b7f8d2a12",
    evidence_sha256="cd" * 32,
    signer_kind="guardian",
    relationship="father",
    valid_until=datetime(2027, 11, 20, 14, 6, 33, tzinfo=UTC),
    station="front-1",
    place="Charleston",
    device="pen",
    screen="1280 × 800",
    ip_address="10.0.0.4",
    staff_witness="Ama Serwaa",
    dwell_ms=83_000,
    scrolled_to_end=True,
    consent_given=True,
    consent_version="1",
    contact=("1200 Ridge Road",),
    made_at=datetime(2026, 11, 20, 14, 7, tzinfo=UTC),
)


def dark(picture: Path, box: tuple[float, float, float, float]) -> int:
    """How many pixels in a box (parts of the page) are as blue-black as ink."""
    from PIL import Image

    with Image.open(picture) as image:
        w, h = image.size
        part = image.convert("RGB").crop((int(box[0] * w), int(box[1] * h), int(box[2] * w), int(box[3] * h)))
        pixels = part.tobytes()
    return sum(
        1
        for r, g, b in zip(pixels[::3], pixels[1::3], pixels[2::3], strict=True)
        if abs(r - 0x14) + abs(g - 0x21) + abs(b - 0x3D) < 24
    )


def test_every_word_and_the_evidence(tmp_path: Path) -> None:
    pdf = Pdf(waiver_pdf(PAPER), tmp_path)
    info, first, second = pdf.info(), pdf.text(1), pdf.text(2)
    assert info["Title"] == "Release of liability · Nguyễn Thị Ánh Tuyết"
    assert info["Author"] == "Mountaineer Defense Institute"
    assert info["Pages"] == "2"
    assert info["CreationDate"] == "Fri Nov 20 14:07:00 2026 UTC"
    for shown in (
        "Release of liability",
        "Nguyễn Thị Ánh Tuyết",
        "born February 28, 2011",
        "at my own risk.",
        "J’ai lu – “tout” – et j’accepte: ß, Ł, ğ, ø.",
        "Second line",
        "emergency exits",
        "I agree to sign on this",
        "Kwame Boateng-Addo",
        "Signs as guardian of Nguyễn Thị Ánh Tuyết",
        "relationship: father",
        "Page 1 of 2",
    ):
        assert shown in first
    for shown in (
        "Kwame Boateng-Addo, as guardian (father)",
        "Ama Serwaa",
        "November 20, 2026, 9:06:31 AM (America/New_York, UTC-05:00)",
        "9:06:33 AM",
        "front-1",
        "10.0.0.4",
        "1280 × 800",
        "ab" * 32,
        "cd" * 32,
        INK.digest().hex(),
        "394",
        "1 min 23 s",
        PAPER.op_id,
        PAPER.signature_id,
        "version 3 (en)",
        "version 1",
        "A simple electronic signature",
    ):
        assert shown in second
    both = (first + second).lower()
    assert "advanced" not in both
    assert "qualified" not in both
    assert all("Inter" in name for name in pdf.fonts())


def test_the_ink_is_a_shape_on_its_line(tmp_path: Path) -> None:
    pdf = Pdf(waiver_pdf(PAPER), tmp_path)
    assert pdf.images() == 0
    small, large = pdf.picture(1, 72), None
    seen = dark(small, (0.05, 0.2, 0.6, 0.6))
    large = pdf.picture(1, 288)
    sharp = dark(large, (0.05, 0.2, 0.6, 0.6))
    assert seen > 40
    assert sharp > 16 * seen  # a bitmap would only grow by sixteen, blurred; a shape is solid
    assert dark(large, (0.05, 0.62, 0.95, 0.9)) == 0


@pytest.mark.parametrize(
    "samples",
    [
        ((Sample(0, 180, 120, None), Sample(9, 180, 120, None)),),  # a dot
        (tuple(Sample(i * 8, 2 + i * 3.7, 4 + (i % 9), None) for i in range(100)),),  # along the upper edge
        (tuple(Sample(i * 8, 100 + i % 30, 296 - (i % 5), None) for i in range(100)),),  # under the line
        (tuple(Sample(i * 8, 10 + i % 7, i * 2.9, None) for i in range(100)),),  # upright
    ],
)
def test_ink_anywhere_on_the_pad_lands_on_the_line(
    tmp_path: Path, samples: tuple[tuple[Sample, ...], ...]
) -> None:
    ink = Ink(samples, 373, 300, "mouse")
    pdf = Pdf(waiver_pdf(replace(PAPER, ink_path=path_data(outline(ink)))), tmp_path)
    assert pdf.info()["Pages"] == "2"
    page = pdf.picture(1, 144)
    assert dark(page, (0.05, 0.2, 0.6, 0.6)) > 3
    assert dark(page, (0.0, 0.0, 1.0, 0.2)) == dark(page, (0.6, 0.2, 1.0, 1.0)) == 0


def test_long_texts_flow_and_the_signature_stays_whole(tmp_path: Path) -> None:
    for times in range(30, 46, 3):
        pdf = Pdf(
            waiver_pdf(replace(PAPER, body="\n\n".join(f"Clause {i}. {BODY}" for i in range(times)))),
            tmp_path,
        )
        pages = int(pdf.info()["Pages"])
        assert pages >= 5
        assert f"Clause {times - 1}." in pdf.text()
        signing = next(p for p in range(1, pages) if "Signs as guardian" in pdf.text(p))
        assert signing == pages - 1
        shared = " ".join(pdf.text(signing).split())
        assert "emergency exits" in shared, "the last of the text stands over the signature"
        assert PAPER.consent in shared
        assert dark(pdf.picture(signing, 72), (0.05, 0.05, 0.6, 0.95)) > 40


def test_a_mark_with_its_witness(tmp_path: Path) -> None:
    text = Pdf(
        waiver_pdf(replace(PAPER, by_mark=True, mark_witness="Mina Öz", signer_kind="self", relationship="")),
        tmp_path,
    ).text()
    assert "Kwame Boateng-Addo, by a mark" in text
    assert text.count("Mina Öz") == 2
    assert "Kwame Boateng-Addo, for themselves" in text
    assert "guardian" not in text


def test_what_is_not_known_is_left_out(tmp_path: Path) -> None:
    bare = replace(
        PAPER,
        participant_birth=None,
        recorded_at=None,
        valid_until=None,
        station="",
        place="",
        screen="",
        ip_address="",
        staff_witness="",
        dwell_ms=None,
        scrolled_to_end=None,
        consent_given=None,
        consent_version="",
        consent="",
        contact=(),
        paper="a4",
    )
    pdf = Pdf(waiver_pdf(bare), tmp_path)
    text = pdf.text()
    assert "None" not in text
    assert "born" not in text
    assert "Station  " not in text
    assert "not yet recorded" in text
    assert "A4" in pdf.info()["Page size"]


def test_revoked_is_said_on_every_page(tmp_path: Path) -> None:
    gone = replace(
        PAPER, revoked_at=datetime(2026, 12, 1, tzinfo=UTC), revoke_reason="Signed for the wrong person"
    )
    pdf = Pdf(waiver_pdf(gone), tmp_path)
    assert "Signed waiver, revoked" in pdf.text(1)
    assert "Signed for the wrong person" in " ".join(pdf.text(2).split())


def test_french(tmp_path: Path) -> None:
    words.use({"Signed waiver": "Décharge signée"}.get, "fr")  # type: ignore[arg-type]
    try:
        text = Pdf(waiver_pdf(PAPER), tmp_path).text()
    finally:
        words.use(None)
    assert "Décharge signée" in text
    assert "20 novembre 2026" in text
    assert "28 février 2011" in text


def test_never_without_its_ink() -> None:
    with pytest.raises(ValueError, match="no ink"):
        waiver_pdf(replace(PAPER, ink_path=""))
    with pytest.raises(ValueError, match="ink"):
        waiver_pdf(replace(PAPER, ink_path="M0 0L5 5"))


def test_hostile_words_are_words(tmp_path: Path) -> None:
    hard = replace(
        PAPER,
        participant="<script>&amp;</script> Robert'); DROP",
        signer="</para><b>x",
        title="{title} %s " + "long " * 60,
        body="<img src='file:///etc/passwd'/>\n\n\x00\x07done",
    )
    text = " ".join(Pdf(waiver_pdf(hard), tmp_path).text().split())
    for shown in (
        "<script>&amp;</script> Robert'); DROP",
        "</para><b>x",
        "<img src='file:///etc/passwd'/>",
        "done",
    ):
        assert shown in text


def test_the_same_waiver_has_the_same_bytes() -> None:
    assert waiver_pdf(PAPER) == waiver_pdf(replace(PAPER))

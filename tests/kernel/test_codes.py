"""What scanned texts mean, and that the pictures of codes read back."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdi_desk.kernel import codes
from mdi_desk.kernel.codes import Code, classify, grouped, make_qr_png, new_code, qr_matrix, qr_text
from mdi_desk.kernel.ids import CROCKFORD


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("MDI1.T7K29QWM4XAB", "ticket", "T7K29QWM4XAB"),
        ("mdi1.t7k29qwm4xab", "ticket", "T7K29QWM4XAB"),  # caps lock
        ("T7K2-9QWM-4XAB", "ticket", "T7K29QWM4XAB"),
        (" T7K2 9QWM 4XAB\r\n", "ticket", "T7K29QWM4XAB"),
        ("P0123456789A", "person", "P0123456789A"),
        ("PO1234S6789A", "person", "P01234S6789A"),  # O for 0
        ("GABCDEFGHJKM", "gift", "GABCDEFGHJKM"),
        ("MDI-2026-00042", "order", "MDI-2026-00042"),
        ("mdi-2026-00042", "order", "MDI-2026-00042"),
        ("MDI1.MDI-2026-00042", "order", "MDI-2026-00042"),
        ("Graham Greene", "unknown", "Graham Greene"),
        ("X7K29QWM4XAB", "unknown", "X7K29QWM4XAB"),
        ("T7K29QWM4XA", "unknown", "T7K29QWM4XA"),
        ("T7K29QWM4XAU", "unknown", "T7K29QWM4XAU"),  # no U in the alphabet
        ("T7K2-9QWM 4XAB", "unknown", "T7K2-9QWM 4XAB"),
        ("T٧K29QWM4XAB", "unknown", "T٧K29QWM4XAB"),  # digits of another script
        ("MDI-2026-٠٠٠٤٢", "unknown", "MDI-2026-٠٠٠٤٢"),
        ("", "unknown", ""),
        ("\0", "unknown", "\0"),
        ("'; drop table core.person; --", "unknown", "'; drop table core.person; --"),
    ],
)
def test_meaning(text: str, kind: str, value: str) -> None:
    assert classify(text) == Code(kind, value)  # type: ignore[arg-type]


@given(st.text())
def test_any_text_has_a_meaning(text: str) -> None:
    found = classify(text)
    assert found.kind in {"ticket", "person", "gift", "order", "unknown"}
    assert len(found.value) <= codes.LONGEST
    assert classify(found.value) == found


def test_ten_megabytes_are_no_code() -> None:
    assert classify("T" * 10_000_000).kind == "unknown"


@pytest.mark.parametrize("kind", ["ticket", "person", "gift"])
def test_new_codes_are_their_kind_and_never_doubled(kind: str) -> None:
    made = [new_code(kind) for _ in range(300)]  # type: ignore[arg-type]
    assert len(set(made)) == 300
    for value in made:
        assert classify(qr_text(value)) == Code(kind, value)  # type: ignore[arg-type]
        assert classify(grouped(value).lower()) == Code(kind, value)  # type: ignore[arg-type]
        assert all(a != b for a, b in pairwise(value))
        assert set(value) <= set(CROCKFORD)


def test_shown() -> None:
    assert classify("T7K29QWM4XAB").shown == "T7K2-9QWM-4XAB"
    assert classify("MDI-2026-00042").shown == "MDI-2026-00042"


@pytest.mark.parametrize("text", ["MDI1.T7K29QWM4XAB", "Nguyễn Thị Ánh", "x" * 500])
def test_the_picture_reads_back(text: str, tmp_path: object) -> None:
    import io

    import zxingcpp
    from PIL import Image

    picture = Image.open(io.BytesIO(make_qr_png(text, 4)))
    picture.load()
    side = len(qr_matrix(text))
    assert picture.size == ((side + 8) * 4, (side + 8) * 4)
    (found,) = zxingcpp.read_barcodes(picture.convert("L"))
    assert found.text == text


def test_what_no_qr_code_holds() -> None:
    with pytest.raises(ValueError, match=r"too long"):
        make_qr_png("x" * 5000)
    with pytest.raises(ValueError, match=r"scale"):
        make_qr_png("x", 0)

"""Ink: nothing of it is lost, it is drawn whole, and only what is too simple is refused."""

import math
import struct
import zlib
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mdi_desk.kernel.ink import (
    Contour,
    Ink,
    LiveStroke,
    Sample,
    bounds,
    judge,
    outline,
    parse_path,
    path_data,
)
from mdi_desk.kernel.inkline import NIB, THICK, by_pressure, by_speed, stroke_outline
from tests.kernel.ink_samples import NAME, signature, stroke

number = st.floats(allow_nan=False, allow_infinity=False, width=64)
place = st.one_of(
    st.floats(-500, 3000, allow_nan=False),
    st.integers(-500, 3000).map(float),
    st.integers(-100_000, 700_000).map(lambda n: n / 256),
)
sample = st.builds(
    Sample, number, number, number, st.none() | st.floats(0, 1, allow_nan=False), number, number
)
any_ink = st.builds(
    Ink,
    st.lists(st.lists(sample, min_size=1, max_size=12).map(tuple), max_size=5).map(tuple),
    number,
    number,
    st.text(max_size=20),
)


@st.composite
def drawn(draw: st.DrawFn) -> tuple[Sample, ...]:
    """A stroke as a pad could give it, however odd: standing clocks, jumps, equal points."""
    points = draw(st.lists(st.tuples(place, place), min_size=1, max_size=40))
    steps = draw(st.lists(st.integers(-3, 400), min_size=len(points), max_size=len(points)))
    forces = draw(
        st.none() | st.lists(st.floats(0, 1, allow_nan=False), min_size=len(points), max_size=len(points))
    )
    t, out = 0, []
    for i, (x, y) in enumerate(points):
        t += steps[i]
        out.append(Sample(float(t), x, y, forces[i] if forces else None))
    return tuple(out)


def as_the_pad(s: Sample) -> Sample:
    """On the grid that the pad keeps."""
    force = round((s.pressure or 0) * 32768) / 32768
    return s._replace(x=round(s.x * 256) / 256, y=round(s.y * 256) / 256, pressure=force)


def area(contour: Contour) -> float:
    points = contour.points
    return (
        sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(points, (*points[1:], points[0]), strict=True))
        / 2
    )


def inside(contours: tuple[Contour, ...], x: float, y: float) -> bool:
    """Whether the non-zero winding of all rings covers the point."""
    winding = 0
    for contour in contours:
        way = [contour.start]
        for (cx, cy), (ex, ey) in contour.curves():
            sx, sy = way[-1]
            for u in (0.25, 0.5, 0.75, 1.0):
                a, b, c = (1 - u) ** 2, 2 * (1 - u) * u, u * u
                way.append((a * sx + b * cx + c * ex, a * sy + b * cy + c * ey))
        for (x0, y0), (x1, y1) in pairwise((*way, way[0])):
            side = (x1 - x0) * (y - y0) - (x - x0) * (y1 - y0)
            if y0 <= y < y1 and side > 0:
                winding += 1
            elif y1 <= y < y0 and side < 0:
                winding -= 1
    return winding != 0


@given(any_ink)
def test_packing_loses_nothing(ink: Ink) -> None:
    again = Ink.unpack(ink.pack())
    assert again == ink
    assert again.raw() == ink.raw()
    # -0.0 == 0.0: the bits count too
    assert [math.copysign(1, s.x) for k in again.strokes for s in k] == [
        math.copysign(1, s.x) for k in ink.strokes for s in k
    ]


def test_a_signature_packs_small_and_its_drawing_too() -> None:
    ink = signature()
    on_grid = Ink(tuple(tuple(map(as_the_pad, one)) for one in ink.strokes), 373, 300, "pen")
    assert ink.sample_count > 300
    assert len(on_grid.pack()) < 4_500
    assert len(path_data(outline(ink))) < 10_000


@given(st.binary(max_size=300))
def test_garbage_is_refused_not_crashed_on(data: bytes) -> None:
    for blob in (data, b"\1" + data, b"\1" + zlib.compress(data)):
        try:
            ink = Ink.unpack(blob)
        except ValueError:
            continue
        assert Ink.unpack(ink.pack()) == ink


def test_every_cut_and_every_flipped_byte_is_refused_or_read_as_ink() -> None:
    packed = signature(rate_hz=60).pack()
    for cut in range(0, len(packed), 7):
        with pytest.raises(ValueError, match=r"ink"):
            Ink.unpack(packed[:cut])
    for at in range(1, len(packed), 11):
        with pytest.raises(ValueError, match=r"ink"):  # the deflated stream carries its own checksum
            Ink.unpack(packed[:at] + bytes((packed[at] ^ 0x55,)) + packed[at + 1 :])


def test_a_counted_bomb_costs_nothing() -> None:
    body = b"\0" + struct.pack(">dd", 1, 1) + b"\xff\xff\xff\xff\x0f"
    with pytest.raises(ValueError, match=r"damaged"):
        Ink.unpack(b"\1" + zlib.compress(body))
    with pytest.raises(ValueError, match=r"damaged"):
        Ink.unpack(b"\1" + zlib.compress(bytes(40_000_000)))


@pytest.mark.parametrize("bad", [math.nan, math.inf])
def test_only_finite_ink(bad: float) -> None:
    with pytest.raises(ValueError, match=r"finite"):
        Ink(((Sample(0, bad, 0),),), 10, 10, "pen")
    with pytest.raises(ValueError, match=r"sample"):
        Ink(((),), 10, 10, "pen")


@settings(max_examples=150, deadline=None)
@given(drawn())
def test_every_stroke_is_drawn_closed_turning_one_way_and_reaches_its_end(one: tuple[Sample, ...]) -> None:
    rings = stroke_outline(one)
    assert rings
    assert all(len(r.points) >= 3 for r in rings)
    for r in rings:
        assert list(r.curves())[-1][1] == pytest.approx(r.start)
    assert all(math.isfinite(v) for r in rings for p in r.points for v in p)
    end, widest = one[-1], NIB * THICK * 1.12 / math.cos(math.pi / 12) + 0.7
    assert min(math.hypot(x - end.x, y - end.y) for r in rings for x, y in r.points) <= widest
    box = bounds(rings)
    assert box is not None


@settings(max_examples=100, deadline=None)
@given(drawn())
def test_the_text_of_a_drawing_gives_the_same_drawing(one: tuple[Sample, ...]) -> None:
    rings = stroke_outline(one)
    text = path_data(rings)
    again = parse_path(text)
    assert path_data(again) == text
    assert parse_path(path_data(again)) == again
    for ring, same in zip(rings, again, strict=True):
        for (ax, ay), (bx, by) in zip(ring.points, same.points, strict=True):
            assert abs(ax - bx) < 0.011
            assert abs(ay - by) < 0.011


@pytest.mark.parametrize(
    "text",
    [
        "M",
        "Mxqtz",
        "M1 1q1 1 2 2t1 1z",
        "M1 1q1 1 2 2t-2-2-1z",
        "M1 1q1 1 2 2t-2-2zX",
        "<svg/>",
        "M1 1L2 2z",
        "M1 1q1 nan 2 2t1 1z",
    ],
)
def test_other_text_is_no_drawing(text: str) -> None:
    with pytest.raises(ValueError, match=r"ink"):
        parse_path(text)


def test_no_text_is_no_ring() -> None:
    assert parse_path("") == ()
    assert path_data(()) == ""


@pytest.mark.parametrize("pressure", [True, False])
@pytest.mark.parametrize("rate", [60, 125, 200])
def test_the_drawing_follows_the_pen(pressure: bool, rate: int) -> None:
    """Every sample lies in the ink (or a hair beside it), and there is no hole along the way."""
    one = stroke(NAME, rate_hz=rate, pressure=pressure)
    rings = stroke_outline(one)
    assert all(area(r) < 0 for r in rings)  # all turn the same way: their union has no holes
    missed = [s for s in one if not inside(rings, s.x, s.y)]
    assert len(missed) <= len(one) * 0.02, missed


def test_a_tap_is_a_disc() -> None:
    (ring,) = stroke_outline((Sample(0, 50, 60, 0.4), Sample(8, 50.2, 60.1, 0.6)))
    radii = [math.hypot(x - 50.1, y - 60.05) for x, y in ring.points]
    assert max(radii) - min(radii) < 0.01
    assert NIB * 0.8 < radii[0] < NIB * 2
    assert inside((ring,), 50.1, 60.05)


def test_firm_is_thick_and_fast_is_thin() -> None:
    assert by_pressure(0.1) < by_pressure(0.5) < by_pressure(1.0) <= NIB * THICK
    assert by_speed(0) > by_speed(0.5) > by_speed(3) > 0.4 * NIB


def test_flat_pressure_falls_back_to_speed() -> None:
    flat = tuple(s._replace(pressure=0.5) for s in stroke(NAME))
    none = tuple(s._replace(pressure=None) for s in flat)
    assert stroke_outline(flat) == stroke_outline(none)
    assert stroke_outline(stroke(NAME)) != stroke_outline(none)


def test_a_cusp_stays_sharp_and_a_loop_stays_round() -> None:
    down = [Sample(i * 5.0, 100.0 + i * 0.4, 50.0 + i * 2) for i in range(31)]
    up = [Sample(160 + i * 5.0, 112.0 + i * 0.4, 110.0 - i * 2) for i in range(31)]
    rings = stroke_outline((*down, *up))
    lowest = max(y for r in rings for _, y in r.points)
    assert 110 < lowest < 110 + NIB * THICK + 0.5  # the very tip, not a rounded-off one


def test_a_thick_nib_in_a_tight_turn_leaves_no_hole() -> None:
    turns = [i / 4 for i in range(60)]
    one = tuple(Sample(24 * a, 50 + 3 * math.cos(a), 50 + 3 * math.sin(a), 0.9 if a else 0.8) for a in turns)
    rings = stroke_outline(one)
    assert all(inside(rings, s.x, s.y) for s in one[2:-2])


def test_live_ink_covers_the_same_way() -> None:
    one = stroke(NAME, rate_hz=200)
    live = LiveStroke()
    settled: list[Contour] = []
    for s in one:
        live.add(s)
        settled += live.settled()
    rings = (*settled, *live.tail())
    missed = [s for s in one if not inside(rings, s.x, s.y) and not inside(rings, s.x + 0.8, s.y)]
    assert len(missed) < len(one) * 0.12
    assert inside(rings, one[-1].x, one[-1].y)


def line(*points: tuple[float, float], n: int = 20) -> tuple[Sample, ...]:
    out = []
    for (ax, ay), (bx, by) in pairwise(points):
        for i in range(n):
            out.append(Sample(len(out) * 8.0, ax + (bx - ax) * i / n, ay + (by - ay) * i / n))
    out.append(Sample(len(out) * 8.0, *points[-1]))
    return tuple(out)


def ink(*strokes: tuple[Sample, ...]) -> Ink:
    return Ink(strokes, 373, 300, "mouse")


def test_what_is_too_simple_is_explained() -> None:
    assert "empty" in (judge(ink()) or "")
    assert "dot" in (judge(ink((Sample(0, 5, 5),))) or "")
    assert "dot" in (judge(ink((Sample(0, 5, 5),), (Sample(400, 90, 5),))) or "")
    assert "line" in (judge(ink(line((10, 10), (300, 40)))) or "")
    stairs = tuple(s._replace(y=round(s.y)) for s in line((10, 10), (300, 40), n=300))
    assert "line" in (judge(ink(stairs)) or "")
    assert "two lines" in (judge(ink(line((10, 10), (90, 90)), line((10, 90), (90, 10)))) or "")
    assert "small" in (judge(ink(line((10, 10), (13, 16), (16, 10), (17, 15)))) or "")


@pytest.mark.parametrize(
    "strokes",
    [
        (line((20, 80), (40, 140), (60, 80)),),  # V
        (line((20, 60), (20, 140)), line((20, 100), (60, 60)), line((20, 100), (60, 140))),  # K
        (line((20, 60), (90, 60)), line((55, 60), (55, 130), (45, 120))),  # 丁
        (line((50, 50), (53, 62), (56, 50), (59, 62), (62, 50), (66, 62)),),  # a small, quick m
        (line((10, 100), (20, 96), (30, 104), (40, 95), (50, 105), (60, 97), (20, 98)),),  # low, to and fro
    ],
)
def test_short_names_pass(strokes: tuple[tuple[Sample, ...], ...]) -> None:
    assert judge(ink(*strokes)) is None


def test_the_names_of_the_samples_pass() -> None:
    for rate in (60, 125, 200):
        assert judge(signature(rate_hz=rate)) is None


def test_digest_is_of_the_samples_alone() -> None:
    one = signature()
    assert one.digest() == Ink.unpack(one.pack()).digest()
    moved = ((*one.strokes[0][:-1], one.strokes[0][-1]._replace(x=1.0)), *one.strokes[1:])
    assert Ink(moved, one.width, one.height, one.device).digest() != one.digest()
    assert one.duration_ms > 1000

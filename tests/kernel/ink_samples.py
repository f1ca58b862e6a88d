"""Synthetic handwriting: a pen that flows along a name, slower in the bends, with noise like a real one."""

import math
import random

from mdi_desk.kernel.ink import Ink, Sample, Stroke

# A flowing name in a box of 373 x 300 as cubic pieces, and the bar through it afterwards.
NAME = (
    (48, 192), (57, 152), (76, 96), (86, 95), (97, 95), (86, 150), (68, 200),
    (80, 168), (112, 108), (134, 110), (154, 112), (102, 168), (108, 174), (114, 181), (144, 130),
    (160, 133), (173, 136), (144, 165), (150, 171), (158, 178), (184, 131), (200, 134), (213, 137),
    (184, 165), (192, 171), (202, 178), (224, 130), (240, 133), (253, 136), (228, 163),
    (238, 170), (250, 176),
    (268, 147), (302, 146),
)  # fmt: skip
BAR = ((207, 149), (232, 137), (280, 130), (304, 140))


def stroke(
    points: tuple[tuple[float, float], ...],
    *,
    t0: float = 0.0,
    rate_hz: float = 200.0,
    speed: float = 0.65,
    noise: float = 0.15,
    grid: float = 0.0,
    pressure: bool = True,
    seed: int = 1,
) -> Stroke:
    """A stroke along the cubic pieces of `points` at about `speed` pixels per millisecond."""
    chance = random.Random(seed)
    dense = [
        tuple(
            (1 - u) ** 3 * a[j] + 3 * (1 - u) ** 2 * u * b[j] + 3 * (1 - u) * u * u * c[j] + u**3 * d[j]
            for j in (0, 1)
        )
        for a, b, c, d in zip(points[::3], points[1::3], points[2::3], points[3::3], strict=False)
        for u in (k / 40 for k in range(40))
    ]
    dense.append(points[-1])
    times, t = [0.0], 0.0
    for i in range(1, len(dense)):
        (ax, ay), (bx, by) = dense[i - 1], dense[i]
        (cx, cy) = dense[min(i + 1, len(dense) - 1)]
        ux, uy, vx, vy = bx - ax, by - ay, cx - bx, cy - by
        turn = abs(math.atan2(ux * vy - uy * vx, ux * vx + uy * vy))
        way = math.hypot(bx - ax, by - ay)
        t += way / (speed / (1 + 9 * turn)) + 0.01
        times.append(t)
    out, at, i = [], 0.0, 0
    total = times[-1]
    while at <= total:
        while i < len(times) - 2 and times[i + 1] < at:
            i += 1
        u = (at - times[i]) / max(times[i + 1] - times[i], 1e-9)
        x = dense[i][0] + u * (dense[i + 1][0] - dense[i][0]) + chance.gauss(0, noise)
        y = dense[i][1] + u * (dense[i + 1][1] - dense[i][1]) + chance.gauss(0, noise)
        if grid:
            x, y = round(x / grid) * grid, round(y / grid) * grid
        ax, ay = dense[i]
        bx, by = dense[i + 1]
        down = (by - ay) / max(math.hypot(bx - ax, by - ay), 1e-9)
        ends = min(1.0, (at + 8) / 40, (total - at + 4) / 60)
        force = max(0.02, min(1.0, (0.46 + 0.22 * down) * ends + chance.gauss(0, 0.01)))
        level = round(force * 8191) / 8191 if pressure else None
        out.append(Sample(round(t0 + at), x, y, level, 32.0, -12.0))
        at += 1000 / rate_hz
    out.append(Sample(round(t0 + total + 2), *points[-1], 0.05 if pressure else None, 32.0, -12.0))
    return tuple(out)


def signature(
    *, pressure: bool = True, rate_hz: float = 200.0, noise: float = 0.15, grid: float = 0.0
) -> Ink:
    """The whole name: a flowing stroke, then a quick bar."""
    first = stroke(NAME, rate_hz=rate_hz, noise=noise, grid=grid, pressure=pressure)
    later = first[-1].t_ms + 240
    second = stroke(
        BAR, t0=later, rate_hz=rate_hz, speed=1.1, noise=noise, grid=grid, pressure=pressure, seed=2
    )
    return Ink((first, second), 373.0, 300.0, "pen" if pressure else "mouse")

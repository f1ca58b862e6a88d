"""Days of the institute's zone, and ages."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdi_desk.kernel.clock import age_on, day_span, now

NEW_YORK = ZoneInfo("America/New_York")


def test_now_knows_its_zone() -> None:
    assert now().tzinfo is UTC
    assert abs(now() - datetime.now(UTC)) < timedelta(seconds=5)


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 11, 20), 24), (date(2026, 3, 8), 23), (date(2026, 11, 1), 25)]
)
def test_a_day_is_as_long_as_it_is(day: date, hours: int) -> None:
    start, end = day_span(day, NEW_YORK)
    assert end - start == timedelta(hours=hours)
    assert start.astimezone(NEW_YORK).date() == day
    assert (end - timedelta(microseconds=1)).astimezone(NEW_YORK).date() == day
    assert end.astimezone(NEW_YORK).date() == day + timedelta(days=1)


@given(
    st.dates(date(1990, 1, 1), date(2060, 1, 1)),
    st.sampled_from(
        ["America/New_York", "Asia/Ho_Chi_Minh", "Africa/Abidjan", "Pacific/Auckland", "Europe/Paris"]
    ),
)
def test_days_follow_each_other_without_a_gap(day: date, zone: str) -> None:
    assert day_span(day, ZoneInfo(zone))[1] == day_span(day + timedelta(days=1), ZoneInfo(zone))[0]


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        (date(2008, 11, 20), date(2026, 11, 19), 17),
        (date(2008, 11, 20), date(2026, 11, 20), 18),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(2008, 2, 29), date(2028, 2, 29), 20),
        (date(2026, 11, 20), date(2026, 11, 20), 0),
    ],
)
def test_age(birth: date, day: date, age: int) -> None:
    assert age_on(birth, day) == age

"""The retry table, row by row."""

import pytest

from mdi_desk.kernel.retry import RETRIES, UNKNOWN_MOST, Kind, judge


@pytest.mark.parametrize(
    ("sqlstate", "kind"),
    [
        ("40001", "retry_same"),
        ("40P01", "retry_same"),
        ("55P03", "retry_same"),
        (None, "unknown"),
        ("08000", "unknown"),
        ("08006", "unknown"),
        ("57P01", "unknown"),
        ("57P02", "unknown"),
        ("57P03", "unknown"),
        ("57P05", "unknown"),
        ("25P03", "unknown"),
        ("40003", "unknown"),
        ("25006", "demoted"),
        ("53000", "backoff"),
        ("53100", "backoff"),
        ("53200", "backoff"),
        ("53300", "backoff"),
        ("57014", "once_more"),
        ("23505", "final"),
        ("23514", "final"),
        ("23P01", "final"),
        ("22023", "final"),
        ("22P02", "final"),
        ("P0001", "final"),
        ("42501", "sign_in"),
        ("28000", "sign_in"),
        ("28P01", "sign_in"),
        ("XX001", "alarm"),
        ("XX002", "alarm"),
        ("42883", "final"),  # a bug of ours: repeating it does not mend it
        ("XX000", "final"),
    ],
)
def test_each_row(sqlstate: str | None, kind: Kind) -> None:
    assert judge(sqlstate).kind == kind


@pytest.mark.parametrize("sqlstate", ["01000", "57P01", None])
def test_a_warning_at_commit_is_pending_whatever_it_says(sqlstate: str | None) -> None:
    found = judge(sqlstate, at_commit=True, warning=True)
    assert (found.kind, found.again, found.final) == ("pending", True, False)


def test_a_lost_race_is_tried_six_times_at_growing_pauses_with_jitter() -> None:
    longest = [judge("40001", tries=n, chance=lambda: 1.0) for n in range(1, RETRIES + 1)]
    assert [round(one.delay, 3) for one in longest] == [0.05, 0.1, 0.2, 0.4, 0.8, 1.6]
    assert [one.again for one in longest] == [True] * 5 + [False]
    assert not longest[-1].final, "after the last try it waits as pending, it is not thrown away"
    shortest = judge("40001", tries=3, chance=lambda: 0.0).delay
    assert shortest == pytest.approx(0.1)
    assert len({judge("40001", tries=3).delay for _ in range(20)}) > 1


def test_an_unknown_outcome_is_asked_about_until_answered_with_a_pause_of_five_seconds_at_most() -> None:
    found = [judge(None, tries=n, chance=lambda: 1.0) for n in (1, 2, 5, 50, 10_000)]
    assert all(one.again and not one.final for one in found)
    assert found[0].delay <= 0.1
    assert found[-1].delay == UNKNOWN_MOST


def test_lack_of_room_backs_off_two_to_thirty_seconds() -> None:
    delays = [judge("53100", tries=n, chance=lambda: 0.0).delay for n in (1, 2, 4, 9)]
    assert delays[0] == 2.0
    assert all(2.0 <= one <= 30.0 for one in delays)
    assert judge("53100", tries=9, chance=lambda: 1.0).delay == 30.0


def test_too_slow_is_tried_once_more_and_never_cancelled_into_a_false_no_at_commit() -> None:
    assert judge("57014", tries=1).again
    assert not judge("57014", tries=2).again
    assert not judge("57014", tries=2).final
    assert judge("57014", at_commit=True).kind == "pending"


@pytest.mark.parametrize("sqlstate", ["P0001", "42501", "28000", "XX001"])
def test_some_are_never_repeated_by_themselves(sqlstate: str) -> None:
    found = judge(sqlstate)
    assert not found.again
    assert found.final == (sqlstate == "P0001"), "an operation is only over when the answer is about itself"

"""The words of rosters, bookings and news: chips and one-line sentences."""

from collections.abc import Sequence

from mdi_desk.domains.people.records import Formats
from mdi_desk.domains.training.records.bookings import Mark, Need, News, RosterRow
from mdi_desk.domains.waivers.records import ChipKind, state_chip
from mdi_desk.kernel.words import tr


def attendance_words(attendance: str | None) -> str:
    """An attendance mark in a word; a dash when nobody has been seen yet."""
    if attendance is None:
        return "–"
    return {
        "present": tr("Present"),
        "late": tr("Late"),
        "left": tr("Left"),
        "excused": tr("Excused"),
        "no_show": tr("No-show"),
    }.get(attendance, attendance)


def mark_words(mark: Mark) -> str:
    """A line of a booking's attendance: ``Checked in``, ``Check-in undone``, ``Mark taken back``."""
    if mark.mark is None:
        return tr("Mark taken back")
    known = {"checked_in": tr("Checked in"), "undone": tr("Check-in undone")}
    return known.get(mark.mark) or attendance_words(mark.mark)


def attendance_chip(attendance: str | None) -> tuple[ChipKind, str]:
    """Kind and text of an attendance chip."""
    kinds: dict[str | None, ChipKind] = {
        "present": "ok",
        "late": "warn",
        "left": "neutral",
        "excused": "neutral",
        "no_show": "bad",
    }
    return kinds.get(attendance, "neutral"), attendance_words(attendance)


def waiver_chip(row: RosterRow, show: Formats) -> tuple[ChipKind, str]:
    """Kind and text of the roster's waiver chip."""
    return state_chip(row.waiver_state, row.waiver_until, row.is_minor, show)


def payment_chip(row: RosterRow, show: Formats) -> tuple[ChipKind, str]:
    """Kind and text of the roster's payment chip."""
    if row.payment_state == "paid":
        return "ok", tr("Paid")
    if row.payment_state == "free":
        return "neutral", tr("Free")
    if not row.due_minor:  # an instructor is not told how much
        return ("neutral", tr("Allowed")) if row.payment_state == "allowed" else ("warn", tr("Not paid"))
    due = tr("{money} due", money=show.money(row.due_minor, row.currency))
    if row.payment_state == "allowed":
        return "neutral", tr("{due}, allowed", due=due)
    return "warn", due


def needs_words(needs: Sequence[Need], show: Formats) -> str:
    """The second line of what one seat needs: ``no waiver · $95.00 due · class at 09:00``."""
    at = tr("class at {time}", time=show.time(needs[0].starts_at))
    ordered = sorted(needs, key=lambda need: need.kind == "payment")
    return " · ".join([*(_need_words(need, show) for need in ordered), at])


def _need_words(need: Need, show: Formats) -> str:
    detail = need.detail
    if need.kind == "payment":
        due = int(str(detail.get("due_minor") or 0))
        if not due:  # an instructor is not told how much
            return tr("not paid")
        return tr("{money} due", money=show.money(due, str(detail.get("currency") or "USD")))
    if need.kind == "guardian" or detail.get("state") == "needs_guardian":
        return tr("a guardian must sign")
    if need.kind == "birth_date":
        return tr("no birth date")
    state = str(detail.get("state") or detail.get("waiver_state") or "missing")
    return {
        "expired": tr("waiver expired"),
        "old_version": tr("waiver has a new version"),
        "now_adult": tr("now of age, must sign the waiver"),
    }.get(state, tr("no waiver"))


def news_words(news: News) -> str:
    """What somebody did, below their name in “Just now”: ``Checked in · Front desk 1``."""
    said = {
        "checked_in": tr("Checked in"),
        "waiver_signed": tr("Waiver signed"),
        "booked": tr("Booked"),
        "paid": tr("Payment taken"),
    }.get(news.kind, news.kind)
    return f"{said} · {news.station}" if news.station else said


def mark_refusal(code: str | None) -> str:
    """Why an attendance mark was refused."""
    return {
        "not_checked_in": tr("Check the person in first."),
        "booking_cancelled": tr("This booking is cancelled."),
        "class_cancelled": tr("The class is cancelled."),
        "class_completed": tr("The class is closed."),
    }.get(code or "", tr("The mark was refused."))

"""Every answer the database can give has its words, in plain sentences."""

import re
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from mdi_desk.db import sentences
from mdi_desk.domains.people.records import Formats
from mdi_desk.domains.training.records import Gate, GateCheck, first_step, remedy, remedy_words, words
from mdi_desk.domains.waivers.records import state_chip, state_words
from mdi_desk.kernel.paths import migrations

SQL = migrations() / "sql"
GENERAL = sentences.refusal("no_such_code_at_all", {}).replace("no_such_code_at_all", "{}")


class Plain:
    """Values as they are: enough to see that a sentence carries them."""

    def money(self, minor: int, currency: str) -> str:
        return f"{minor / 100:.2f} {currency}"

    def day(self, value: date | datetime) -> str:
        return f"{value:%d %b %Y}"

    def month(self, value: date | datetime) -> str:
        return f"{value:%b}"

    def time(self, value: datetime) -> str:
        return f"{value:%H:%M}"


SHOW: Formats = Plain()


def test_every_refusal_has_its_sentence() -> None:
    codes = set()
    for path in SQL.rglob("*.sql"):
        text = path.read_text("utf-8")
        codes |= set(re.findall(r"core\.refuse\(\s*'([a-z_]+)'", text))
        codes |= set(re.findall(r"ERRCODE = 'P0001', MESSAGE = '([a-z_]+)'", text))
    # Put together from the class's state: class_cancelled and class_completed.
    codes -= {"class_"}
    codes |= {"class_cancelled", "class_completed"}
    assert len(codes) > 30
    bare = sorted(code for code in codes if sentences.refusal(code, {}) == GENERAL.replace("{}", code))
    assert not bare


def gate_codes() -> dict[str, set[str]]:
    """The codes of each check, read from the gate's own text."""
    text = (SQL / "training" / "gate_of.sql").read_text("utf-8")
    ages = set(re.findall(r"'(birth_date_missing|of_age|with_guardian|too_young)'", text))
    assert len(ages) == 4
    assert {"not_yet", "past", "open"} <= set(re.findall(r"'([a-z_]+)'", text))
    return {
        "booked": {"booked", "booking_cancelled"},
        "paid": {"paid", "free", "unpaid", "unpaid_allowed"},
        "of_age": ages,
        "waiver": {
            "valid",
            "none_needed",
            "missing",
            "expired",
            "old_version",
            "needs_guardian",
            "now_adult",
        },
        "class_open": {"open", "not_yet", "past", "cancelled", "completed"},
    }


GOOD = {
    "booked", "paid", "free", "unpaid_allowed", "of_age", "with_guardian", "valid", "none_needed", "open",
}  # fmt: skip
CODES = [(check, code) for check, codes in gate_codes().items() for code in sorted(codes)]


@pytest.mark.parametrize(("check", "code"), CODES)
def test_every_answer_of_the_gate_has_words_and_a_way_on(check: str, code: str) -> None:
    one = GateCheck(check, code in GOOD, code, {}, False)
    said = words(one, SHOW)
    assert said.title
    assert said.title != code
    assert "{" not in said.title + said.detail
    step = first_step(Gate(one.ok, (one,)))
    if one.ok:
        assert remedy(one) == "none"
        assert step == ""
    else:
        assert step.endswith(".")
        assert "manager to override" not in step
        assert (remedy_words(remedy(one)) == "") == (remedy(one) == "none")


def test_the_card_reads_as_drawn() -> None:
    def said(check: str, code: str, **detail: object) -> tuple[str, str]:
        found = words(GateCheck(check, code in GOOD, code, detail, False), SHOW)
        return found.title, found.detail

    assert said("booked", "booked", seat=4, capacity=12) == ("Booked", "Seat 4 of 12")
    assert said("paid", "paid", amount_minor=18500, currency="USD", method="card") == (
        "Paid",
        "185.00 USD · card",
    )
    assert said("of_age", "of_age", age=38, min_age=18, guardian_min_age=0) == ("Of age", "38 years old")
    assert said("of_age", "with_guardian", age=17, min_age=18) == ("Minor, with a guardian", "17 years old")
    assert said("of_age", "too_young", age=13, min_age=18, guardian_min_age=14) == (
        "Too young",
        "13 years old · 18, or with a guardian from 14",
    )
    assert said("waiver", "missing", current_version="2026-03") == (
        "Waiver missing",
        "version 2026-03 not signed",
    )
    assert said("waiver", "old_version", version="2023-06", current_version="2026-03") == (
        "Waiver out of date",
        "signed version 2023-06, current is 2026-03",
    )
    assert said("waiver", "old_version") == ("Waiver out of date", "there is a newer version")
    assert state_words("old_version", None, "2023-06", SHOW) == (
        "Waiver out of date",
        "signed version 2023-06, a newer one is in force",
    )
    assert said("waiver", "valid", valid_until="2027-05-02T10:00:00+00:00") == (
        "Waiver signed",
        "valid until 02 May 2027",
    )
    assert said("paid", "unpaid", due_minor=18500, currency="USD") == ("Not paid", "185.00 USD due")
    until = datetime(2027, 5, 2, tzinfo=UTC)
    assert state_chip("valid", until, False, SHOW) == ("ok", "Valid to May")
    assert state_chip("valid", until, True, SHOW) == ("ok", "Guardian")
    assert state_chip("missing", None, False, SHOW) == ("warn", "No waiver")
    assert state_chip("expired", until, False, SHOW) == ("bad", "Expired")
    assert state_words("expired", until, "2026-03", SHOW) == (
        "Waiver expired",
        "it was valid until 02 May 2027",
    )


def test_a_step_says_whether_a_manager_may_help() -> None:
    missing = GateCheck("waiver", False, "missing", {}, True)
    young = GateCheck("of_age", False, "too_young", {}, False)
    assert first_step(Gate(False, (missing,))) == "Sign the waiver first, or ask a manager to override."
    assert first_step(Gate(False, (missing, young))) == "Sign the waiver first."
    assert first_step(Gate(True, ())) == ""


def test_the_toolkit_shows_what_the_words_ask_for() -> None:
    from mdi_desk.qt.context import Shown

    show: Formats = Shown(ZoneInfo("America/New_York"))
    at = datetime(2026, 11, 20, 14, 2, tzinfo=UTC)
    assert show.time(at) == "09:02"
    assert show.money(18500, "USD") == "$185.00"
    assert "2026" in show.day(at)


@pytest.mark.parametrize(
    ("until", "said"),
    [
        (date(2026, 11, 30), "Nov"),
        (date(2027, 4, 30), "Apr"),
        (date(2027, 10, 1), "Oct"),
        (date(2027, 11, 20), "Nov 2027"),
        (date(2026, 10, 31), "Oct 2026"),
        (date(2028, 4, 30), "Apr 2028"),
    ],
)
def test_a_month_has_its_year_when_it_could_be_mistaken(
    monkeypatch: pytest.MonkeyPatch, until: date, said: str
) -> None:
    from mdi_desk.qt.context import Shown

    monkeypatch.setattr(Shown, "today", lambda _self: date(2026, 11, 20))
    assert Shown(ZoneInfo("America/New_York")).month(until) == said

"""The check-in card, the gate, and the answers of effects."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from mdi_desk.domains.training.records import (
    Booked,
    CardClass,
    CardGuardian,
    CheckedIn,
    CheckInCard,
    CheckInInfo,
    Gate,
    GateCheck,
    Mark,
    Marked,
    NewBooking,
    Verdict,
)
from mdi_desk.kernel.facts import Facts


def gate_record(facts: Facts) -> Gate:
    """The answer of training.gate()."""
    return Gate(
        ok=facts.yes("ok"),
        checks=tuple(
            GateCheck(
                check=check.text("check"),
                ok=check.yes("ok"),
                code=check.text("code"),
                detail=check.mapping("detail"),
                overridable=check.yes("overridable"),
            )
            for check in facts.each("checks")
        ),
    )


def card_record(answer: object) -> CheckInCard:
    """The answer of training.card(), with the seat and the payment written into the gate's facts."""
    whole = Facts(answer)
    booking, person, held = whole.under("booking"), whole.under("person"), whole.under("class")
    order, entered = whole.maybe_under("order"), whole.maybe_under("check_in")
    guardians = tuple(
        CardGuardian(
            id=one.uuid("id"),
            name=one.text("name"),
            relationship=one.text("relationship"),
            phone=one.maybe_text("phone"),
        )
        for one in person.each("guardians")
    )
    more: dict[str, Mapping[str, object]] = {
        "booked": {"seat": booking.whole("seat"), "capacity": held.whole("capacity")},
        "paid": _payment_facts(order),
        "waiver": {"has_guardian": bool(guardians)},
    }
    gate = gate_record(whole.under("gate"))
    checks = tuple(replace(one, detail={**one.detail, **more.get(one.check, {})}) for one in gate.checks)
    return CheckInCard(
        booking_id=booking.uuid("id"),
        booking_version=booking.whole("version"),
        booking_status=booking.text("status"),
        seat=booking.whole("seat"),
        ticket_code=booking.text("ticket_code"),
        attendance=booking.maybe_text("attendance"),
        notes=booking.maybe_text("notes"),
        unpaid_allowed_reason=booking.maybe_text("unpaid_allowed_reason"),
        person_id=person.uuid("id"),
        person_name=person.text("name"),
        initials=person.text("initials", ""),
        avatar_url=person.maybe_text("avatar_url"),
        age=person.maybe_whole("age"),
        birth_date=person.maybe_day("birth_date"),
        is_minor=person.yes("is_minor"),
        phone=person.maybe_text("phone"),
        email=person.maybe_text("email"),
        locale=person.text("locale", "en-US"),
        since=person.maybe_moment("since"),
        person_notes=person.maybe_text("notes"),
        guardians=guardians,
        klass=CardClass(
            id=held.uuid("id"),
            course_id=held.uuid("course_id"),
            course_name=held.text("course_name"),
            category=held.text("category"),
            instructor_name=held.maybe_text("instructor_name"),
            starts_at=held.moment("starts_at"),
            ends_at=held.moment("ends_at"),
            location_name=held.text("location_name"),
            capacity=held.whole("capacity"),
            booked=held.whole("booked"),
            status=held.text("status"),
            min_age=held.whole("min_age"),
            guardian_min_age=held.maybe_whole("guardian_min_age"),
            gear_required=held.texts("gear_required"),
            price_minor=held.whole("price_minor"),
            currency=held.text("currency"),
        ),
        waiver_template_id=held.maybe_uuid("waiver_template_id"),
        order_id=order.uuid("id") if order else None,
        order_number=order.text("number") if order else None,
        total_minor=order.whole("line_minor") if order else 0,
        due_minor=order.whole("due_minor") if order else 0,
        currency=order.text("currency") if order else "",
        gate=Gate(gate.ok, checks),
        check_in=_check_in(entered) if entered else None,
        marks=tuple(
            Mark(
                mark=one.maybe_text("mark"),
                at=one.moment("at"),
                by=one.text("by", ""),
                station=one.text("station", ""),
                reason=one.maybe_text("reason"),
            )
            for one in whole.each("marks")
        ),
    )


def _payment_facts(order: Facts | None) -> dict[str, object]:
    if order is None:
        return {}
    methods = {payment.text("method") for payment in order.each("payments")}
    found: dict[str, object] = {"amount_minor": order.whole("line_minor")}
    if len(methods) == 1:
        found["method"] = methods.pop()
    return found


def _check_in(facts: Facts) -> CheckInInfo:
    return CheckInInfo(
        at=facts.moment("at"),
        by=facts.text("by", ""),
        station=facts.text("station", ""),
        attendance=facts.text("attendance"),
        override_reason=facts.maybe_text("override_reason"),
    )


def checked_in_record(facts: Facts) -> CheckedIn:
    """The answer of training.check_in()."""
    gate = facts.maybe_under("gate")
    return CheckedIn(
        result=_verdict(facts.text("result")),
        booking_id=facts.uuid("booking_id"),
        class_id=facts.maybe_uuid("class_id"),
        name=facts.text("name", ""),
        at=facts.maybe_moment("at"),
        by=facts.text("by", ""),
        station=facts.text("station", ""),
        attendance=facts.maybe_text("attendance"),
        gate=gate_record(gate) if gate is not None else None,
    )


def _verdict(result: str) -> Verdict:
    known: dict[str, Verdict] = {"checked_in": "checked_in", "already": "already", "refused": "refused"}
    if result not in known:
        raise TypeError(f"no verdict of the gate: {result}")
    return known[result]


def marked_record(booking_id: UUID, facts: Facts) -> Marked:
    """The answer of training.mark()."""
    return Marked(
        result=facts.text("result"),
        booking_id=booking_id,
        class_id=facts.maybe_uuid("class_id"),
        attendance=facts.maybe_text("attendance"),
        code=facts.maybe_text("code"),
    )


def booked_record(new: NewBooking, answer: object | None) -> Booked:
    """The answer of training.book(); None while it waits."""
    if answer is None:
        return Booked(
            booking_id=new.booking_id,
            class_id=new.class_id,
            person_id=new.person_id,
            ticket_code=new.ticket_code,
            seat=None,
            order_id=new.order_id,
            order_number="",
            due_minor=0,
            currency="",
            warnings=(),
            pending=True,
        )
    facts = Facts(answer)
    return Booked(
        booking_id=facts.uuid("booking_id"),
        class_id=facts.uuid("class_id"),
        person_id=new.person_id,
        ticket_code=facts.text("ticket_code"),
        seat=facts.whole("seat"),
        order_id=facts.uuid("order_id"),
        order_number=facts.text("order_number"),
        due_minor=facts.whole("due_minor"),
        currency=facts.text("currency"),
        warnings=facts.texts("warnings"),
    )

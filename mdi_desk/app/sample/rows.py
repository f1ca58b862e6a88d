"""The sample's records as rows of the tables, in the order of `COLUMNS`."""

import json
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

from mdi_desk.app.sample.catalogue import COURSES, PLACES, SETTINGS, Place
from mdi_desk.app.sample.evidence import text_sha256
from mdi_desk.app.sample.people import Chance, Person
from mdi_desk.app.sample.records import Booking, Institute, Klass, Order, Teacher
from mdi_desk.app.sample.texts import TEMPLATE

Row = tuple[Any, ...]
KEY_VERSION = 1

COLUMNS: dict[str, str] = {
    "people.person": """
        id given_name family_name full_name sort_key roles email email_verified phone birth_date
        locale bio auth_provider newsletter_opt id_type id_country id_verified_at id_verified_by
        code notes is_active created_at updated_at""",
    "people.address": """
        id person_id type line1 city region postal_code country is_default created_at updated_at""",
    "people.guardianship": "id person_id guardian_id relationship created_at created_by",
    "waivers.template": "id name created_at",
    "waivers.template_version": "id template_id version status published_at created_at",
    "waivers.template_text": "version_id locale title body consent sha256",
    "waivers.signature": """
        id person_id booking_id version_id waiver_version locale waiver_text text_sha256 signed_name
        signer_kind guardian_id relationship signed_at recorded_at valid_until
        signer_birth_date ink_path ink_width ink_height ink_sealed ink_sha256 ink_samples evidence
        evidence_sha256 station witness_id user_agent op_id created_at""",
    "training.place": "no name address",
    "training.course": """
        id slug name category description short_desc price_minor member_price_minor currency
        duration_hours max_capacity min_age guardian_min_age skill_level prerequisites gear_required
        gear_provided ammo_count image_url thumbnail_url waiver_template_id is_featured sort_order
        created_at updated_at""",
    "training.instructor": """
        id no person_id bio title photo_url credentials specialties created_at updated_at""",
    "training.class": """
        id course_id instructor_id instructor_no starts_at ends_at place_no location_name
        location_addr max_capacity status cancel_reason price_override_minor notes created_at
        updated_at""",
    "training.booking": """
        id class_id person_id seat status ticket_code attendance unpaid_allowed_by
        unpaid_allowed_reason notes booked_at booked_by cancelled_at cancelled_by cancel_reason
        updated_at""",
    "training.check_in": """
        id booking_id class_id attendance waiver_signature_id occurred_at recorded_at account_id
        station gate override_reason op_id""",
    "training.attendance_mark": """
        id booking_id class_id mark reason occurred_at recorded_at account_id station op_id""",
    "sales.customer_order": "id number person_id currency ordered_at ordered_by op_id",
    "sales.order_line": "id order_id booking_id description amount_minor created_at",
    "sales.payment": "id order_id amount_minor method reference taken_at taken_by station op_id",
    "admin.setting": "id key value description data_type created_at updated_at",
}


def as_json(value: object) -> str:
    """`value` as JSON text for a jsonb column."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def people(everybody: Iterable[Person], verifier: UUID | None) -> Iterator[Row]:
    """people.person; `verifier` is the person who looked at identity documents."""
    for one in everybody:
        yield (
            one.id,
            one.given,
            one.family,
            one.full,
            one.sort_key,
            sorted(one.roles),
            one.email,
            one.email_verified,
            one.phone,
            one.birth,
            one.locale,
            one.bio,
            one.auth,
            one.newsletter,
            one.id_type,
            one.id_country,
            one.id_verified_at,
            verifier if one.id_verified_at else None,
            one.code,
            one.notes,
            one.active,
            one.created,
            one.created,
        )


def addresses(chance: Chance, everybody: Iterable[Person]) -> Iterator[Row]:
    """people.address: the default one, and another for bills where there is one."""
    for one in everybody:
        for kind, place in (("primary", one.address), ("billing", one.billing)):
            if place is not None:
                line1, town, region, postal, country = place
                yield (
                    chance.uuid(one.created),
                    one.id,
                    kind,
                    line1,
                    town,
                    region,
                    postal,
                    country,
                    kind == "primary",
                    one.created,
                    one.created,
                )


def guardianships(chance: Chance, everybody: Iterable[Person], by: UUID) -> Iterator[Row]:
    """people.guardianship."""
    for one in everybody:
        if one.guardian is not None:
            yield chance.uuid(one.created), one.id, one.guardian.id, one.relationship, one.created, by


def catalogue(made: Institute, chance: Chance) -> Iterator[tuple[str, list[Row]]]:
    """Settings, the waiver's versions, places, courses and instructors, table by table."""
    opened = min(teacher.person.created for teacher in made.teachers)
    yield (
        "admin.setting",
        [
            (chance.uuid(opened), key, as_json(value), words, kind, opened, opened)
            for key, value, kind, words in SETTINGS
        ],
    )
    yield "waivers.template", [(made.template_id, TEMPLATE, opened)]
    yield (
        "waivers.template_version",
        [
            (
                one.id,
                made.template_id,
                one.name,
                one.status,
                one.published_at,
                one.published_at - timedelta(days=9),
            )
            for one in made.versions
        ],
    )
    yield (
        "waivers.template_text",
        [
            (one.id, text.locale, text.title, text.body, text.consent, text_sha256(text))
            for one in made.versions
            for text in one.texts
        ],
    )
    yield "training.place", places(PLACES)
    yield (
        "training.course",
        [
            (
                made.course_ids[one.slug],
                one.slug,
                one.name,
                one.category,
                one.description,
                one.short,
                one.price,
                one.member_price,
                "USD",
                one.hours,
                one.capacity,
                one.min_age,
                one.guardian_min_age,
                one.level,
                list(one.prerequisites),
                list(one.required),
                list(one.provided),
                one.ammo,
                f"https://www.example.org/courses/{one.slug}.jpg",
                f"https://www.example.org/courses/{one.slug}-small.jpg",
                made.template_id if one.waiver else None,
                one.featured,
                order,
                opened,
                opened,
            )
            for order, one in enumerate(COURSES, start=1)
        ],
    )
    yield "training.instructor", list(instructors(made.teachers))


def places(some: Iterable[Place]) -> list[Row]:
    """training.place."""
    return [(one.no, one.name, one.address) for one in some]


def instructors(some: Iterable[Teacher]) -> Iterator[Row]:
    """training.instructor."""
    for one in some:
        yield (
            one.id,
            one.no,
            one.person.id,
            one.bio,
            one.title,
            f"https://www.example.org/people/{one.person.code.lower()}.jpg",
            list(one.credentials),
            list(one.specialties),
            one.person.created,
            one.person.created,
        )


def classes(some: Iterable[Klass]) -> Iterator[Row]:
    """training.class."""
    for one in some:
        yield (
            one.id,
            one.course_id,
            one.teacher.id,
            one.teacher.no,
            one.starts,
            one.ends,
            one.place.no,
            one.place.name,
            one.place.address,
            one.capacity,
            one.status,
            one.cancel_reason,
            one.price_override,
            one.notes,
            one.created,
            one.created,
        )


def bookings(some: Iterable[Booking]) -> Iterator[Row]:
    """training.booking."""
    for one in some:
        moments = [one.booked_at, one.cancelled_at, one.marked_at, one.check_in.at if one.check_in else None]
        yield (
            one.id,
            one.klass.id,
            one.person.id,
            one.seat,
            one.status,
            one.ticket,
            one.attendance,
            one.unpaid_allowed_by.id if one.unpaid_allowed_by else None,
            one.unpaid_allowed_reason,
            one.notes,
            one.booked_at,
            one.booked_by.id,
            one.cancelled_at,
            one.booked_by.id if one.cancelled_at else None,
            one.cancel_reason,
            max(moment for moment in moments if moment is not None),
        )


def check_ins(chance: Chance, some: Iterable[Booking]) -> Iterator[Row]:
    """training.check_in."""
    for one in some:
        if (done := one.check_in) is not None:
            yield (
                done.id,
                one.id,
                one.klass.id,
                done.attendance,
                done.signature.id if done.signature else None,
                done.at,
                done.at,
                done.account.id,
                done.station,
                as_json(gate(one)),
                done.override_reason,
                chance.uuid(done.at),
            )


def marks(chance: Chance, some: Iterable[Booking]) -> Iterator[Row]:
    """training.attendance_mark: left, excused, no show."""
    for one in some:
        if one.marked_at is not None:
            by = one.klass.teacher.account or one.booked_by
            yield (
                chance.uuid(one.marked_at),
                one.id,
                one.klass.id,
                one.attendance,
                one.mark_reason,
                one.marked_at,
                one.marked_at,
                by.id,
                "Front desk 1",
                chance.uuid(one.marked_at),
            )


def gate(booking: Booking) -> dict[str, object]:
    """The gate's answer as it stood when `booking` was checked in."""
    klass, done = booking.klass, booking.check_in
    assert done is not None
    age = booking.person.age(klass.starts.date())
    minor = age is not None and age < klass.course.min_age
    if not klass.course.waiver:
        waiver = "none_needed"
    else:
        waiver = "valid" if done.signature is not None else "expired"
    overridden = done.override_reason is not None
    answers: tuple[tuple[str, bool, str, dict[str, object], bool], ...] = (
        ("booked", True, "booked", {"seat": booking.seat, "capacity": klass.capacity}, False),
        ("paid", True, "paid" if klass.price else "free", {}, False),
        (
            "of_age",
            True,
            "with_guardian" if minor else "of_age",
            {"age": age, "min_age": klass.course.min_age},
            False,
        ),
        ("waiver", waiver in ("valid", "none_needed"), waiver, {}, overridden),
        ("class_open", True, "open", {}, False),
    )
    return {
        "ok": not overridden,
        "checks": [
            {"check": check, "ok": ok, "code": code, "detail": detail, "overridable": can}
            for check, ok, code, detail, can in answers
        ],
    }


def orders(chance: Chance, some: Iterable[Order]) -> Iterator[Row]:
    """sales.customer_order."""
    for one in some:
        yield (
            one.id,
            one.number,
            one.person.id,
            "USD",
            one.ordered_at,
            one.ordered_by.id,
            chance.uuid(one.ordered_at),
        )


def lines(chance: Chance, some: Iterable[Order]) -> Iterator[Row]:
    """sales.order_line: a seat each, and a correction for each seat that was given back."""
    for order in some:
        for booking in order.bookings:
            klass = booking.klass
            words = f"{klass.course.name}, {klass.starts:%Y-%m-%d}, {booking.person.full}"
            yield chance.uuid(order.ordered_at), order.id, booking.id, words, klass.price, order.ordered_at
            if booking.cancelled_at is not None and klass.price:
                yield (
                    chance.uuid(booking.cancelled_at),
                    order.id,
                    booking.id,
                    f"Cancelled: {words}",
                    -klass.price,
                    booking.cancelled_at,
                )


def payments(chance: Chance, some: Iterable[Order]) -> Iterator[Row]:
    """sales.payment: what is not due any more. Cash is paid on the day of the class, or when ordering for
    later.
    """
    for order in some:
        for method in ("card", "cash"):
            amount = sum(
                one.klass.price for one in order.bookings if one.pays == method and one.status == "booked"
            )
            if amount:
                taken = order.ordered_at + timedelta(seconds=chance.randrange(20, 300))
                reference = f"T{chance.randrange(10**9):09d}" if method == "card" else None
                yield (
                    chance.uuid(taken),
                    order.id,
                    amount,
                    method,
                    reference,
                    taken,
                    order.ordered_by.id,
                    "Till 1",
                    chance.uuid(taken),
                )

"""Searching, listing, reading and changing people and their addresses."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Date,
    Delete,
    Insert,
    Select,
    Text,
    Update,
    and_,
    delete,
    func,
    insert,
    literal,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from mdi_desk.domains.people.models import AddressRow, GuardianshipRow, PersonRow
from mdi_desk.domains.people.records import (
    Address,
    AddressEdit,
    Duplicate,
    GuardianLink,
    Person,
    PersonEdit,
    PersonFilter,
    PersonHit,
)
from mdi_desk.domains.people.records import PersonRow as ListRow
from mdi_desk.kernel.facts import Facts

_DOCUMENT = frozenset({"id_type", "id_country", "id_media_url"})

_HIT = (
    PersonRow.id,
    PersonRow.full_name,
    PersonRow.phone,
    PersonRow.email,
    PersonRow.birth_date,
    PersonRow.is_active,
)


def texts(values: Sequence[str]) -> ColumnElement[Any]:
    """A list as a PostgreSQL text[] parameter."""
    return literal(list(values), ARRAY(Text))


_LINK: tuple[Any, ...] = (
    GuardianshipRow.id,
    PersonRow.id.label("person_id"),
    PersonRow.full_name,
    GuardianshipRow.relationship,
    PersonRow.birth_date,
    PersonRow.phone,
    GuardianshipRow.created_at,
)

_LISTED: tuple[Any, ...] = (
    *_HIT,
    PersonRow.sort_key,
    PersonRow.roles,
    PersonRow.created_at,
    AddressRow.city,
)


def search(words: Sequence[str], limit: int) -> Select[Any]:
    """The hits of folded `words`, best first: ids by the function, rows under the row policies."""
    found = func.people.search(texts(words), limit).table_valued("id", "matched", with_ordinality="place")
    found = found.render_derived(name="s")
    return (
        select(*_HIT, found.c.matched)
        .select_from(found)
        .join(PersonRow, PersonRow.id == found.c.id)
        .order_by(found.c.place)
    )


def hit_record(row: Any) -> PersonHit:
    facts = Facts(row._mapping)
    return PersonHit(
        id=facts.uuid("id"),
        name=facts.text("full_name"),
        phone=facts.maybe_text("phone"),
        email=facts.maybe_text("email"),
        birth_date=facts.maybe_day("birth_date"),
        matched=facts.text("matched", ""),
        is_active=facts.yes("is_active"),
    )


def _list_columns() -> Select[Any]:
    return select(*_LISTED).outerjoin(
        AddressRow, and_(AddressRow.person_id == PersonRow.id, AddressRow.is_default)
    )


def _narrowed(statement: Select[Any], only: PersonFilter) -> Select[Any]:
    if only.active is not None:
        statement = statement.where(PersonRow.is_active == only.active)
    if only.roles:
        statement = statement.where(PersonRow.roles.op("&&")(texts(sorted(only.roles))))
    return statement


def listed(only: PersonFilter) -> Select[Any]:
    """Everybody whom `only` lets through; for a keyset by `LIST_ORDER`."""
    return _narrowed(_list_columns(), only)


LIST_ORDER = (PersonRow.__table__.c.sort_key, PersonRow.__table__.c.id)


def listed_by_words(words: Sequence[str], only: PersonFilter, limit: int) -> Select[Any]:
    """The same columns for the hits of a search, in the order of the list."""
    found = func.people.search(texts(words), limit).table_valued("id", "matched", name="s")
    statement = _list_columns().join(found, found.c.id == PersonRow.id)
    return _narrowed(statement, only).order_by(*LIST_ORDER).limit(limit)


def list_record(row: Any) -> ListRow:
    facts = Facts(row._mapping)
    return ListRow(
        id=facts.uuid("id"),
        name=facts.text("full_name"),
        sort_key=facts.text("sort_key"),
        phone=facts.maybe_text("phone"),
        email=facts.maybe_text("email"),
        birth_date=facts.maybe_day("birth_date"),
        city=facts.maybe_text("city"),
        roles=facts.texts("roles"),
        is_active=facts.yes("is_active"),
        created_at=facts.moment("created_at"),
    )


def person(person_id: UUID, *, documents: bool) -> Select[Any]:
    """A person's row; `documents`: with the identity document, which auditors may not see."""
    columns = [known for known in PersonRow.__table__.columns if documents or known.name not in _DOCUMENT]
    return select(*columns).where(PersonRow.id == person_id)


def person_record(row: Any) -> Person:
    facts = Facts(row._mapping)
    ways = facts.mapping("notification_preferences")
    return Person(
        id=facts.uuid("id"),
        given_name=facts.text("given_name"),
        family_name=facts.text("family_name"),
        full_name=facts.text("full_name"),
        sort_key=facts.text("sort_key"),
        roles=facts.texts("roles"),
        email=facts.maybe_text("email"),
        email_verified=facts.yes("email_verified"),
        phone=facts.maybe_text("phone"),
        birth_date=facts.maybe_day("birth_date"),
        locale=facts.text("locale"),
        timezone=facts.maybe_text("timezone"),
        avatar_url=facts.maybe_text("avatar_url"),
        bio=facts.maybe_text("bio"),
        auth_provider=facts.text("auth_provider"),
        newsletter_opt=facts.yes("newsletter_opt"),
        is_profile_public=facts.yes("is_profile_public"),
        allow_contact_by_sponsors=facts.yes("allow_contact_by_sponsors"),
        notify_email=ways.get("email") is True,
        notify_sms=ways.get("sms") is True,
        notify_whatsapp=ways.get("whatsapp") is True,
        id_type=facts.maybe_text("id_type"),
        id_country=facts.maybe_text("id_country"),
        id_media_url=facts.maybe_text("id_media_url"),
        id_verified_at=facts.maybe_moment("id_verified_at"),
        id_verified_by=facts.maybe_uuid("id_verified_by"),
        code=facts.text("code"),
        notes=facts.maybe_text("notes"),
        is_active=facts.yes("is_active"),
        last_login_at=facts.maybe_moment("last_login_at"),
        created_at=facts.moment("created_at"),
        updated_at=facts.moment("updated_at"),
        version=facts.whole("version"),
    )


def at_station(station: str) -> Select[Any]:
    """Tells the audit where the plain edits of this transaction are made; functions say it themselves."""
    return select(func.set_config("mdi.station", station, True))


def save_person(edit: PersonEdit, values: Mapping[str, object]) -> Update:
    """The optimistic update: no row when somebody saved meanwhile. `values` are normalised columns."""
    ways = {"email": edit.notify_email, "sms": edit.notify_sms, "whatsapp": edit.notify_whatsapp}
    return (
        update(PersonRow)
        .where(PersonRow.id == edit.id, PersonRow.version == edit.version)
        .values(
            **values,
            # Merged, not replaced: ways that this desk does not know stay as they are.
            notification_preferences=PersonRow.notification_preferences.op("||")(literal(ways, JSONB)),
        )
    )


def by_code(code: str) -> Select[Any]:
    return select(PersonRow.id).where(PersonRow.code == code)


def name_of(person_id: UUID) -> Select[Any]:
    return select(PersonRow.full_name).where(PersonRow.id == person_id)


def guardians(person_id: UUID) -> Select[Any]:
    """The living guardianships in which `person_id` is the minor, with the guardian."""
    return _links(GuardianshipRow.guardian_id, GuardianshipRow.person_id == person_id)


def wards(person_id: UUID) -> Select[Any]:
    """The living guardianships in which `person_id` is the guardian, with the minor."""
    return _links(GuardianshipRow.person_id, GuardianshipRow.guardian_id == person_id)


def _links(other: Any, where: ColumnElement[bool]) -> Select[Any]:
    return (
        select(*_LINK)
        .join(PersonRow, PersonRow.id == other)
        .where(where, GuardianshipRow.ended_at.is_(None))
        .order_by(PersonRow.sort_key, PersonRow.id)
    )


def link_record(row: Any) -> GuardianLink:
    facts = Facts(row._mapping)
    return GuardianLink(
        id=facts.uuid("id"),
        person_id=facts.uuid("person_id"),
        name=facts.text("full_name"),
        relationship=facts.text("relationship"),
        birth_date=facts.maybe_day("birth_date"),
        phone=facts.maybe_text("phone"),
        since=facts.moment("created_at"),
    )


def addresses(person_id: UUID) -> Select[Any]:
    return (
        select(*AddressRow.__table__.columns)
        .where(AddressRow.person_id == person_id)
        .order_by(AddressRow.is_default.desc(), AddressRow.created_at, AddressRow.id)
    )


def address(address_id: UUID) -> Select[Any]:
    return select(*AddressRow.__table__.columns).where(AddressRow.id == address_id)


def address_record(row: Any) -> Address:
    facts = Facts(row._mapping)
    return Address(
        id=facts.uuid("id"),
        person_id=facts.uuid("person_id"),
        type=facts.text("type"),
        line1=facts.maybe_text("line1"),
        line2=facts.maybe_text("line2"),
        city=facts.maybe_text("city"),
        region=facts.maybe_text("region"),
        postal_code=facts.maybe_text("postal_code"),
        country=facts.text("country"),
        is_default=facts.yes("is_default"),
        created_at=facts.moment("created_at"),
        updated_at=facts.moment("updated_at"),
        version=facts.whole("version"),
    )


def _address_values(edit: AddressEdit) -> dict[str, object]:
    return {
        "type": edit.type,
        "line1": edit.line1.strip() or None,
        "line2": edit.line2.strip() or None,
        "city": edit.city.strip() or None,
        "region": edit.region.strip() or None,
        "postal_code": edit.postal_code.strip() or None,
        "country": edit.country.strip().upper(),
        "is_default": edit.is_default,
    }


def other_defaults_off(edit: AddressEdit) -> Update:
    """Makes room for a new main address."""
    return (
        update(AddressRow)
        .where(AddressRow.person_id == edit.person_id, AddressRow.id != edit.id, AddressRow.is_default)
        .values(is_default=False)
    )


def add_address(edit: AddressEdit) -> Insert:
    return insert(AddressRow).values(id=edit.id, person_id=edit.person_id, **_address_values(edit))


def save_address(edit: AddressEdit) -> Update:
    return (
        update(AddressRow)
        .where(AddressRow.id == edit.id, AddressRow.version == edit.version)
        .values(**_address_values(edit))
    )


def remove_address(address_id: UUID, version: int) -> Delete:
    return delete(AddressRow).where(AddressRow.id == address_id, AddressRow.version == version)


def duplicates(words: Sequence[str], email: str | None, phone: str | None, birth_date: object) -> Select[Any]:
    found = func.people.duplicates(
        texts(words), literal(email, Text), literal(phone, Text), literal(birth_date, Date)
    ).table_valued("id", "why", with_ordinality="place")
    found = found.render_derived(name="d")
    return (
        select(*_HIT, found.c.why)
        .select_from(found)
        .join(PersonRow, PersonRow.id == found.c.id)
        .order_by(found.c.place)
    )


def duplicate_record(row: Any) -> Duplicate:
    facts = Facts(row._mapping)
    return Duplicate(
        id=facts.uuid("id"),
        name=facts.text("full_name"),
        why=facts.text("why"),
        phone=facts.maybe_text("phone"),
        email=facts.maybe_text("email"),
        birth_date=facts.maybe_day("birth_date"),
    )

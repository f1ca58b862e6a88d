"""People: finding, reading and changing them. One method, one transaction, one permission."""

from collections.abc import Callable, Mapping, Set
from dataclasses import replace
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from mdi_desk.db.keyset import fetch
from mdi_desk.db.session import DeskSession
from mdi_desk.db.work import UnitOfWork
from mdi_desk.domains.people import access, queries
from mdi_desk.domains.people.records import (
    Address,
    AddressEdit,
    Draft,
    Duplicate,
    HistoryLine,
    IdentityEdit,
    NewPerson,
    Person,
    PersonCard,
    PersonEdit,
    PersonFilter,
    PersonHit,
    PersonRow,
)
from mdi_desk.domains.people.service.columns import contact_columns, name_columns
from mdi_desk.domains.people.service.effects import Effects, waiting_words
from mdi_desk.journal.sender import Sender
from mdi_desk.kernel import fold
from mdi_desk.kernel.access import Actor, needs
from mdi_desk.kernel.changes import Change, Changed
from mdi_desk.kernel.clock import Clock
from mdi_desk.kernel.contact import email_normal, phone_e164
from mdi_desk.kernel.errors import Conflict, Invalid, NotFound, Unavailable
from mdi_desk.kernel.ids import normal_code, uuid7
from mdi_desk.kernel.paging import PAGE_SIZE, Cursor, Page
from mdi_desk.kernel.words import tr

PERSON = "people.person"
EARLIEST_BIRTH = date(1900, 1, 1)


class PeopleService:
    """`zone` is the institute's; `region` (ISO, two letters) the country of numbers written without one."""

    def __init__(
        self, work: DeskSession, sender: Sender, clock: Clock, *, zone: ZoneInfo, region: str = "US"
    ) -> None:
        self._work = work
        self._effects = Effects(work, sender)
        self._clock = clock
        self._zone = zone
        self._region = region

    # -- finding ----------------------------------------------------------------------------------------

    @needs(access.SEARCH)
    def search(self, actor: Actor, text: str, limit: int = 20) -> tuple[PersonHit, ...]:
        """People by the beginnings of words, in any order: names, phone digits, e-mail parts; best first."""
        words = fold.words(text)
        if not words:
            return ()
        with self._work.reading() as unit:
            return tuple(queries.hit_record(row) for row in unit.execute(queries.search(words, limit)))

    @needs(access.READ)
    def page(
        self,
        actor: Actor,
        text: str = "",
        only: PersonFilter | None = None,
        after: Cursor | None = None,
        limit: int = PAGE_SIZE,
    ) -> Page[PersonRow]:
        """The People list by name, a page after the cursor `after`. With `text` its hits, in one page."""
        wanted = only or PersonFilter()
        words = fold.words(text)
        with self._work.reading() as unit:
            if words:
                rows = unit.execute(queries.listed_by_words(words, wanted, limit))
                return Page(tuple(queries.list_record(row) for row in rows))
            if text.strip():
                return Page(())
            return fetch(
                unit.connection,
                queries.listed(wanted),
                queries.LIST_ORDER,
                queries.list_record,
                after,
                limit,
            )

    @needs(access.READ)
    def find_code(self, actor: Actor, code: str) -> UUID | None:
        """Whose own code it is (``P`` and eleven characters); None when nobody's."""
        with self._work.reading() as unit:
            found = unit.execute(queries.by_code(normal_code(code))).scalar_one_or_none()
        return UUID(str(found)) if found is not None else None

    @needs(access.EDIT)
    def duplicates(self, actor: Actor, draft: Draft) -> tuple[Duplicate, ...]:
        """At most five people on file who may be the same as what is typed so far.

        A half-typed phone or e-mail is left out.
        """
        words = fold.words(f"{draft.given_name} {draft.family_name}")
        email = _or_none(email_normal, draft.email)
        phone = _or_none(lambda text: phone_e164(text, self._region), draft.phone)
        if len(words) < 2 and not email and not phone:
            return ()
        with self._work.reading() as unit:
            rows = unit.execute(queries.duplicates(words, email, phone, draft.birth_date))
            return tuple(queries.duplicate_record(row) for row in rows)

    # -- the card ---------------------------------------------------------------------------------------

    @needs(access.READ)
    def card(self, actor: Actor, person_id: UUID) -> PersonCard:
        """A person with addresses, guardians and wards. Raises `NotFound`."""
        with self._work.reading() as unit:
            return self._card(actor, unit, person_id)

    @needs(access.HISTORY)
    def history(
        self, actor: Actor, person_id: UUID, after: Cursor | None = None, limit: int = 50
    ) -> Page[HistoryLine]:
        """What happened to the card, its addresses and guardians, the newest first."""
        with self._work.reading() as unit:
            return fetch(
                unit.connection,
                queries.history(person_id),
                queries.HISTORY_ORDER,
                queries.history_record,
                after,
                limit,
                descending=True,
            )

    # -- changing ---------------------------------------------------------------------------------------

    @needs(access.EDIT)
    def create(self, actor: Actor, new: NewPerson) -> Changed[PersonCard]:
        """A new person, with a guardian where one is given. Raises `Invalid` (fields), `Refused`."""
        wrong: dict[str, str] = {}
        names = name_columns(new.given_name, new.family_name, new.full_name, wrong)
        email, phone = contact_columns(new.email, new.phone, self._region, wrong)
        self._birth_date(new.birth_date, wrong)
        if wrong:
            raise _invalid(wrong)
        args = {
            **names,
            "id": str(new.id),
            "birth_date": new.birth_date.isoformat() if new.birth_date else None,
            "email": email,
            "phone": phone,
            "code": new.code,
            "locale": new.locale,
            "roles": list(new.roles),
            "notes": new.notes.strip() or None,
        }
        if new.guardian is not None:
            args["guardian"] = {
                "guardian_id": str(new.guardian.guardian_id),
                "relationship": new.guardian.relationship,
            }
        answer = self._effects.do(actor, "people.create", new.op_id, args)
        change = _change({new.id}, new.op_id)
        return Changed(self._fresh(actor, new.id, answer.pending), (change,))

    @needs(access.EDIT)
    def save(self, actor: Actor, edit: PersonEdit) -> Changed[PersonCard]:
        """The ordinary fields. Raises `Invalid` (fields), `Conflict` whose `theirs` is the `Person`."""
        wrong: dict[str, str] = {}
        names = name_columns(edit.given_name, edit.family_name, edit.full_name, wrong)
        email, phone = contact_columns(edit.email, edit.phone, self._region, wrong)
        if wrong:
            raise _invalid(wrong)
        values: dict[str, object] = {
            **names,
            "email": email,
            "email_verified": edit.email_verified and email is not None,
            "phone": phone,
            "locale": edit.locale,
            "timezone": edit.timezone.strip() or None,
            "avatar_url": edit.avatar_url.strip() or None,
            "bio": edit.bio.strip() or None,
            "newsletter_opt": edit.newsletter_opt,
            "is_profile_public": edit.is_profile_public,
            "allow_contact_by_sponsors": edit.allow_contact_by_sponsors,
            "notes": edit.notes.strip() or None,
            "is_active": edit.is_active,
        }
        with self._work.unit() as unit:
            unit.execute(queries.at_station(actor.station))
            if unit.execute(queries.save_person(edit, values)).rowcount != 1:
                raise Conflict(_meanwhile(), self._person(actor, unit, edit.id))
            card = self._card(actor, unit, edit.id)
            unit.commit()
        return Changed(card, (_change({edit.id}, uuid7()),))

    @needs(access.BIRTH_DATE_SET)
    def set_birth_date(
        self, actor: Actor, person_id: UUID, birth_date: date, reason: str = "", *, op: UUID | None = None
    ) -> Changed[PersonCard]:
        """Records the birth date; one on file is replaced by a manager only, with a reason (`Refused`)."""
        wrong: dict[str, str] = {}
        self._birth_date(birth_date, wrong)
        if wrong:
            raise _invalid(wrong)
        return self._done(
            actor,
            "people.set_birth_date",
            op,
            person_id,
            {"birth_date": birth_date.isoformat(), "reason": reason.strip() or None},
        )

    @needs(access.EDIT)
    def set_guardian(
        self, actor: Actor, person_id: UUID, guardian_id: UUID, relationship: str, *, op: UUID | None = None
    ) -> Changed[PersonCard]:
        """Records an adult as guardian of a minor. Raises `Refused`."""
        args = {"guardian_id": str(guardian_id), "relationship": relationship}
        return self._done(actor, "people.set_guardian", op, person_id, args, {guardian_id})

    @needs(access.GUARDIAN_END)
    def end_guardian(
        self, actor: Actor, person_id: UUID, guardian_id: UUID, reason: str, *, op: UUID | None = None
    ) -> Changed[PersonCard]:
        """The guardian may no longer sign; waivers already signed stay. Raises `Refused` without a reason."""
        args = {"guardian_id": str(guardian_id), "reason": reason.strip() or None}
        return self._done(actor, "people.end_guardian", op, person_id, args, {guardian_id})

    @needs(access.EDIT)
    def set_identity(
        self, actor: Actor, edit: IdentityEdit, *, op: UUID | None = None
    ) -> Changed[PersonCard]:
        """Puts an identity document on file, its number sealed on this desk. Raises `Invalid` (fields)."""
        wrong: dict[str, str] = {}
        country = (edit.id_country or "").strip().upper()
        number = "".join(edit.id_number.split())
        if edit.id_type is not None:
            if len(country) != 3 or not country.isascii() or not country.isalpha():
                wrong["id_country"] = tr("A country has three capital letters here, for example USA.")
            if not number:
                wrong["id_number"] = tr("Type the number on the document.")
        if wrong:
            raise _invalid(wrong)
        sealed = None
        if edit.id_type is not None:
            sealed = self._effects.sealed(
                number.encode(), "people.person", "id_number_sealed", edit.person_id
            )
        args: dict[str, object] = {
            "id_type": edit.id_type,
            "id_country": country if edit.id_type is not None else None,
            "id_number_sealed": sealed,
            # The look-up index is keyed, and no desk holds that key: the worker writes it.
            "id_number_index": None,
        }
        return self._done(actor, "people.set_identity", op, edit.person_id, args)

    # -- addresses --------------------------------------------------------------------------------------

    @needs(access.EDIT)
    def save_address(self, actor: Actor, edit: AddressEdit) -> Changed[PersonCard]:
        """A new (version 0) or changed address. Raises `Invalid`, `Conflict` (`theirs`: the `Address`)."""
        wrong: dict[str, str] = {}
        country = edit.country.strip().upper()
        if len(country) != 3 or not country.isascii() or not country.isalpha():
            wrong["country"] = tr("A country has three capital letters here, for example USA.")
        if not any(text.strip() for text in (edit.line1, edit.city, edit.region, edit.postal_code)):
            wrong["line1"] = tr("Write at least a street or a city.")
        if wrong:
            raise _invalid(wrong)
        with self._work.unit() as unit:
            unit.execute(queries.at_station(actor.station))
            if edit.is_default:
                unit.execute(queries.other_defaults_off(edit))
            if edit.version == 0:
                unit.execute(queries.add_address(edit))
            elif unit.execute(queries.save_address(edit)).rowcount != 1:
                raise Conflict(_meanwhile(), self._address(unit, edit.id))
            card = self._card(actor, unit, edit.person_id)
            unit.commit()
        return Changed(card, (_change({edit.person_id}, uuid7()),))

    @needs(access.EDIT)
    def remove_address(self, actor: Actor, address_id: UUID, version: int) -> Changed[PersonCard]:
        """Takes an address away. Raises `Conflict` when it was changed, `NotFound` when it is gone."""
        with self._work.unit() as unit:
            unit.execute(queries.at_station(actor.station))
            here = self._address(unit, address_id)
            if unit.execute(queries.remove_address(address_id, version)).rowcount != 1:
                raise Conflict(_meanwhile(), here)
            card = self._card(actor, unit, here.person_id)
            unit.commit()
        return Changed(card, (_change({here.person_id}, uuid7()),))

    # -- inside -----------------------------------------------------------------------------------------

    def _today(self) -> date:
        return self._clock().astimezone(self._zone).date()

    def _person(self, actor: Actor, unit: UnitOfWork, person_id: UUID) -> Person:
        row = unit.execute(queries.person(person_id, documents=actor.may(access.EDIT))).one_or_none()
        if row is None:
            raise NotFound(tr("This person is not there any more, or not for your job."))
        return queries.person_record(row)

    def _address(self, unit: UnitOfWork, address_id: UUID) -> Address:
        row = unit.execute(queries.address(address_id)).one_or_none()
        if row is None:
            raise NotFound(tr("Somebody removed this address meanwhile."))
        return queries.address_record(row)

    def _card(self, actor: Actor, unit: UnitOfWork, person_id: UUID) -> PersonCard:
        person = self._person(actor, unit, person_id)
        checker = None
        if person.id_verified_by is not None:
            checker = unit.execute(queries.name_of(person.id_verified_by)).scalar_one_or_none()
        return PersonCard(
            person=person,
            addresses=tuple(map(queries.address_record, unit.execute(queries.addresses(person_id)))),
            guardians=tuple(map(queries.link_record, unit.execute(queries.guardians(person_id)))),
            wards=tuple(map(queries.link_record, unit.execute(queries.wards(person_id)))),
            today=self._today(),
            id_verified_by_name=checker,
        )

    def _fresh(self, actor: Actor, person_id: UUID, pending: bool) -> PersonCard:
        """The card after an effect. Raises `Unavailable` when the effect waits and the card can't be read."""
        try:
            with self._work.reading() as unit:
                return replace(self._card(actor, unit, person_id), pending=pending)
        except (Unavailable, NotFound) as error:
            if not pending:
                raise
            raise Unavailable(waiting_words()) from error

    def _done(
        self,
        actor: Actor,
        function: str,
        op: UUID | None,
        person_id: UUID,
        args: Mapping[str, object],
        others: Set[UUID] = frozenset(),
    ) -> Changed[PersonCard]:
        """Sends an effect on a card and reads it anew."""
        op_id = op or uuid7()
        answer = self._effects.do(actor, function, op_id, {"person_id": str(person_id), **args})
        change = _change({person_id, *others}, op_id)
        return Changed(self._fresh(actor, person_id, answer.pending), (change,))

    def _birth_date(self, birth_date: date | None, wrong: dict[str, str]) -> None:
        if birth_date is None:
            return
        if birth_date > self._today():
            wrong["birth_date"] = tr("A birth date lies in the past.")
        elif birth_date < EARLIEST_BIRTH:
            wrong["birth_date"] = tr("A birth date lies after 1900.")


def _invalid(wrong: dict[str, str]) -> Invalid:
    return Invalid(next(iter(wrong.values())), wrong)


def _meanwhile() -> str:
    return tr("Somebody changed this meanwhile. Compare both, then save again.")


def _change(ids: set[UUID], op: UUID) -> Change:
    return Change(PERSON, frozenset(ids), str(op))


def _or_none(normal: Callable[[str], str], text: str) -> str | None:
    try:
        return normal(text) if text.strip() else None
    except Invalid:
        return None

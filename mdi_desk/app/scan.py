"""`desk scan`: decodes the codes in picture files, and looks up what they stand for. Nobody is checked in by
it.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mdi_desk.app.config import Config
from mdi_desk.app.station import staff_login
from mdi_desk.kernel import codes
from mdi_desk.kernel.errors import NotFound, UserError
from mdi_desk.kernel.words import tr

if TYPE_CHECKING:
    from mdi_desk.db.session import DeskSession
    from mdi_desk.kernel.access import Actor

LookUp = Callable[[codes.Code], dict[str, Any] | None]


def scan(image: Path, look_up: LookUp | None) -> dict[str, Any]:
    """One picture: ``file``, ``ok``, ``ms``, and ``text`` and ``kind`` of its code (``texts`` when it has
    several),
    the ``result`` of looking it up, or ``error``.
    """
    from mdi_desk.qt.scanner import decode_file

    began = time.perf_counter()
    found: dict[str, Any] = {"file": str(image), "ok": False}
    try:
        texts = decode_file(image)
        if not texts:
            raise UserError(tr("There is no code in this picture."))
        meant = [codes.classify(text) for text in texts]
        # A picture may show other codes too, such as a web address: ours goes first.
        code, text = next(
            ((code, text) for code, text in zip(meant, texts, strict=True) if code.kind != "unknown"),
            (meant[0], texts[0]),
        )
        found |= {"ok": True, "text": text, "kind": code.kind, "code": code.value}
        if len(texts) > 1:
            found["texts"] = texts
        if look_up is not None:
            found["result"] = result = look_up(code)
            if result is None:
                found["ok"] = False
                found["error"] = tr("Nobody and nothing here has this code.")
    except UserError as error:
        found["ok"] = False
        found["error"] = error.message
    found["ms"] = round((time.perf_counter() - began) * 1000, 1)
    return found


@contextmanager
def looker_up(config: Config, login: str | None, password: Callable[[str], str]) -> Iterator[LookUp | None]:
    """What looks codes up as `login`; None when nobody is named. Signs in once for all pictures.

    The sample's passwords are known; anybody else's is asked from `password`.
    """
    if login is None:
        yield None
        return
    login = staff_login(login)
    from mdi_desk.app.database import open_embedded, open_server, read_accounts
    from mdi_desk.app.wiring import actor_of
    from mdi_desk.db.migrate import head
    from mdi_desk.db.session import connect

    opened = open_embedded(config) if config.database_url is None else open_server(config.database_url)
    try:
        known = {account.login: account.password for account in read_accounts(config) or ()}
        session = connect(
            opened.server, login, known.get(login) or password(login), station=config.station, revision=head()
        )
        try:
            desk = _Desk(session, actor_of(session.hello, session.login, config.station))
            yield desk.look_up
        finally:
            session.close()
    finally:
        opened.leave()


class _Desk:
    """The questions of one signed-in person about codes, asked through the services."""

    def __init__(self, session: "DeskSession", actor: "Actor") -> None:
        from zoneinfo import ZoneInfo

        from mdi_desk.app.readonly import ReadsOnly
        from mdi_desk.domains.people.service import PeopleService
        from mdi_desk.domains.sales.service import SalesService
        from mdi_desk.domains.training.service import TrainingService
        from mdi_desk.kernel import clock

        zone = ZoneInfo((session.hello.get("institute") or {}).get("zone") or "UTC")
        sender = ReadsOnly()
        self._actor = actor
        self._training = TrainingService(session, sender, clock.now, zone=zone)
        self._people = PeopleService(session, sender, clock.now, zone=zone)
        self._sales = SalesService(session, sender, clock.now)

    def look_up(self, code: codes.Code) -> dict[str, Any] | None:
        """What the code stands for, as far as this person may know it; None when it stands for nothing."""
        try:
            if code.kind == "ticket":
                return self._ticket(code.value)
            if code.kind == "person":
                return self._person(code.value)
            if code.kind == "order":
                return self._order(code.value)
        except NotFound:
            pass
        return None

    def _ticket(self, code: str) -> dict[str, Any] | None:
        booking_id = self._training.find_ticket(self._actor, code)
        if booking_id is None:
            return None
        card = self._training.card(self._actor, booking_id)
        return {
            "kind": "ticket",
            "booking_id": str(booking_id),
            "name": card.person_name,
            "course": card.klass.course_name,
            "starts_at": card.klass.starts_at.isoformat(),
            "checked_in_at": card.check_in.at.isoformat() if card.check_in is not None else None,
            "ready": card.gate.ok,
            "blockers": [check.code for check in card.gate.checks if not check.ok],
        }

    def _person(self, code: str) -> dict[str, Any] | None:
        person_id = self._people.find_code(self._actor, code)
        if person_id is None:
            return None
        person = self._people.card(self._actor, person_id).person
        return {
            "kind": "person",
            "person_id": str(person_id),
            "name": person.full_name,
            "active": person.is_active,
        }

    def _order(self, number: str) -> dict[str, Any]:
        order = self._sales.order(self._actor, number)
        return {
            "kind": "order",
            "order_id": str(order.id),
            "number": order.number,
            "name": order.person_name,
            "due_minor": order.due_minor,
            "currency": order.currency,
        }

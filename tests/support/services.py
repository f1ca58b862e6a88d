"""A desk without a screen: real services over a real session and a real journal, for one signed-in
account.
"""

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp
from uuid import UUID
from zoneinfo import ZoneInfo

from mdi_desk.db.session import DeskSession
from mdi_desk.domains.admin.service import AdminService
from mdi_desk.domains.people.service import PeopleService
from mdi_desk.domains.sales.service import SalesService
from mdi_desk.domains.training.service import TrainingService
from mdi_desk.domains.waivers.service import WaiverService
from mdi_desk.journal.keys import StationKeys
from mdi_desk.journal.operation import Outcome
from mdi_desk.journal.sender import Sender
from mdi_desk.journal.store import Journal
from mdi_desk.kernel import clock
from mdi_desk.kernel.access import Actor
from mdi_desk.kernel.ids import uuid7
from mdi_desk.kernel.seal import KeyPair, make_keypair
from tests.support.database import Account, Database

ZONE = ZoneInfo("America/New_York")


@dataclass
class Bench:
    """One signed-in desk. `told`: answers that came late. `session` is the way to the raw database."""

    account: Account
    actor: Actor
    session: DeskSession
    sender: Sender
    people: PeopleService
    admin: AdminService
    waivers: WaiverService
    training: TrainingService
    sales: SalesService
    told: list[Outcome] = field(default_factory=list)


class _Ends:
    """Stops a sender, closes its journal, and takes the folder of both away."""

    def __init__(self, sender: Sender, journal: Journal, folder: Path) -> None:
        self._sender = sender
        self._journal = journal
        self._folder = folder

    def close(self) -> None:
        self._sender.stop()
        self._journal.close()
        shutil.rmtree(self._folder)


def sit_down(database: Database, who: str | Account, station: str = "Front desk 1") -> Bench:
    """A desk of `who` (an account, or that of a job); everything ends with the test's database."""
    account = database.login(who) if isinstance(who, str) else who
    session = database.session(account, station=station)
    folder = Path(mkdtemp(prefix="mdi-tests-journal-"))
    keys = StationKeys(folder)
    keys.unlock(account.login, account.password)
    told: list[Outcome] = []
    journal = Journal.open(folder, keys)
    sender = Sender(journal, told.append, lambda _state, _waiting: None)
    database.keep(_Ends(sender, journal, folder))
    sender.start()
    sender.use(session)
    actor = Actor(
        account_id=account.account_id,
        person_id=account.person_id,
        login=account.login,
        name=account.name,
        jobs=frozenset(account.jobs),
        station=station,
    )
    return Bench(
        account=account,
        actor=actor,
        session=session,
        sender=sender,
        people=PeopleService(session, sender, clock.now, zone=ZONE),
        admin=AdminService(session, sender, clock.now, zone=ZONE),
        waivers=WaiverService(session, sender, clock.now),
        training=TrainingService(session, sender, clock.now, zone=ZONE),
        sales=SalesService(session, sender, clock.now),
        told=told,
    )


def add_seal_key(database: Database, key_id: int = 1) -> KeyPair:
    """The institute's key pair: the public half in the database, as the worker would put it."""
    pair = make_keypair()
    database.run(
        "INSERT INTO core.public_key (key_id, purpose, public_key) VALUES (%s, 'seal', %s)",
        key_id,
        pair.public,
    )
    return pair


def add_waiver(database: Database, template: UUID | None = None, *, version: str = "2026-03") -> UUID:
    """A waiver in English and French, published; a later `version` of `template` retires the one before."""
    found = template or uuid7()
    if template is None:
        database.run("INSERT INTO waivers.template (id, name) VALUES (%s, 'Participation')", found)
    database.run(
        "UPDATE waivers.template_version SET status = 'retired'"
        " WHERE template_id = %s AND status = 'published'",
        found,
    )
    made = uuid7()
    database.run(
        "INSERT INTO waivers.template_version (id, template_id, version) VALUES (%s, %s, %s)",
        made,
        found,
        version,
    )
    for locale, title, body, consent in (
        (
            "en",
            "Participation waiver",
            "First paragraph.\n\nSecond paragraph.",
            "I agree to sign on a screen.",
        ),
        ("fr", "Décharge de participation", "Premier.\n\nSecond.", "J’accepte de signer à l’écran."),
    ):
        database.run(
            "INSERT INTO waivers.template_text (version_id, locale, title, body, consent)"
            " VALUES (%s, %s, %s, %s, %s)",
            made,
            locale,
            title,
            body,
            consent,
        )
    database.run(
        "UPDATE waivers.template_version SET status = 'published', published_at = now() WHERE id = %s", made
    )
    return found

"""One station of a race: a process that does what all the others do, at the same instant. Imports little."""

from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier
from typing import Any

import psycopg
from psycopg.types.json import Jsonb

from mdi_desk.kernel.ids import code, uuid7


@dataclass(frozen=True)
class Answer:
    """What one station heard for one call: the result or the refusal, and who, when and where of it."""

    station: int
    subject: str
    result: str
    facts: dict[str, Any]


def work(
    number: int,
    dsn: str,
    function: str,
    rounds: Sequence[dict[str, Any]],
    gate: Barrier,
    answers: "Queue[list[Answer]]",
) -> None:
    """Connect, then do each call of `rounds` when all stations stand at `gate`; put what was heard."""
    heard: list[Answer] = []
    with psycopg.connect(dsn, autocommit=True) as desk:
        for args in rounds:
            call = {**args, "station": f"station {number}"}
            subject = args.get("booking_id", "")
            if "class_id" in args:
                subject = args["class_id"]
                call |= {"person_id": call.pop("people")[number], "ticket_code": "T" + code(11)}
                call |= {name: str(uuid7()) for name in ("booking_id", "order_id", "line_id")}
            gate.wait(60)
            try:
                row = desk.execute(f"SELECT {function}(%s, %s)".encode(), [uuid7(), Jsonb(call)]).fetchone()
                assert row is not None
                heard.append(Answer(number, subject, row[0].get("result", "booked"), row[0]))
            except psycopg.Error as error:
                heard.append(Answer(number, subject, error.diag.message_primary or "", {}))
    answers.put(heard)

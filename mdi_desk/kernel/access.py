"""Who is at the desk and what they may do: the second of the three locks (the database is the third)."""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Concatenate, ParamSpec, TypeVar
from uuid import UUID

from mdi_desk.kernel.errors import Forbidden
from mdi_desk.kernel.words import tr

S = TypeVar("S")
P = ParamSpec("P")
R = TypeVar("R")

JOBS = (
    "frontdesk",
    "instructor",
    "manager",
    "admin",
    "auditor",
    "partner",
    "partner_owner",
    "sales",
    "collections",
)


@dataclass(frozen=True, slots=True)
class Permission:
    """A named right and the jobs that have it."""

    name: str
    jobs: frozenset[str]

    def __post_init__(self) -> None:
        unknown = self.jobs - set(JOBS)
        if unknown:
            raise ValueError(f"{self.name}: no such job: {sorted(unknown)}")


def permission(name: str, *jobs: str) -> Permission:
    """A permission held by `jobs`."""
    return Permission(name, frozenset(jobs))


@dataclass(frozen=True, slots=True)
class Actor:
    """The signed-in person: account and person ids, login, name, jobs, and the station they sit at."""

    account_id: UUID
    person_id: UUID
    login: str
    name: str
    jobs: frozenset[str]
    station: str

    def may(self, wanted: Permission) -> bool:
        """Whether one of the person's jobs has the permission."""
        return bool(self.jobs & wanted.jobs)


def needs(
    wanted: Permission,
) -> Callable[[Callable[Concatenate[S, Actor, P], R]], Callable[Concatenate[S, Actor, P], R]]:
    """Refuse a service method with `Forbidden` unless its actor (first argument) has `wanted`."""

    def wrap(method: Callable[Concatenate[S, Actor, P], R]) -> Callable[Concatenate[S, Actor, P], R]:
        def guarded(self: S, actor: Actor, /, *args: P.args, **kwargs: P.kwargs) -> R:
            if not actor.may(wanted):
                raise Forbidden(tr("Your job does not allow this. Ask a manager."))
            return method(self, actor, *args, **kwargs)

        functools.update_wrapper(guarded, method)
        guarded.needs = wanted  # type: ignore[attr-defined]
        return guarded

    return wrap

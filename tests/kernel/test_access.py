"""The second lock: a service method refuses an actor without the permission, before it does anything."""

import pytest

from mdi_desk.kernel.access import JOBS, Actor, Permission, needs, permission
from mdi_desk.kernel.errors import Forbidden
from mdi_desk.kernel.ids import uuid7

CHECK_IN = permission("training.check_in", "frontdesk", "manager")


def actor(*jobs: str) -> Actor:
    return Actor(uuid7(), uuid7(), "u_000001", "Ánh Đặng", frozenset(jobs), "Desk 1")


class Service:
    def __init__(self) -> None:
        self.done: list[str] = []

    @needs(CHECK_IN)
    def check_in(self, actor: Actor, name: str, *, late: bool = False) -> str:
        """Checks somebody in."""
        self.done.append(name)
        return f"{name} {late}"


@pytest.mark.parametrize("job", JOBS)
def test_each_job(job: str) -> None:
    service = Service()
    if job in ("frontdesk", "manager"):
        assert service.check_in(actor(job), "Ada", late=True) == "Ada True"
    else:
        with pytest.raises(Forbidden, match="Ask a manager"):
            service.check_in(actor(job), "Ada")
        assert service.done == []


def test_one_of_several_jobs_is_enough_and_none_is_none() -> None:
    assert actor("instructor", "manager").may(CHECK_IN)
    assert not actor().may(CHECK_IN)


def test_what_a_method_needs_can_be_read_from_it() -> None:
    assert Service.check_in.needs is CHECK_IN  # type: ignore[attr-defined]
    assert Service.check_in.__doc__ == "Checks somebody in."


def test_a_misspelt_job_is_a_bug_at_start() -> None:
    with pytest.raises(ValueError, match="frontdesc"):
        Permission("x", frozenset({"frontdesc"}))

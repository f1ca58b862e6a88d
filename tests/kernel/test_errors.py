"""Errors say whose fault it is, and nothing but that decides how they are shown."""

import pytest

from mdi_desk.kernel.errors import (
    Cancelled,
    Conflict,
    DeskError,
    Forbidden,
    Invalid,
    NeedsConfirmation,
    NotFound,
    Refused,
    SignedOut,
    Unavailable,
    UserError,
)


@pytest.mark.parametrize("kind", [Invalid, NotFound, Forbidden, Conflict, NeedsConfirmation])
def test_the_person_can_mend_it(kind: type[UserError]) -> None:
    error = kind("Say what to do.")
    assert isinstance(error, UserError)
    assert not isinstance(error, Unavailable)
    assert (error.message, str(error)) == ("Say what to do.", "Say what to do.")


@pytest.mark.parametrize("kind", [Unavailable, SignedOut])
def test_the_person_cannot(kind: type[DeskError]) -> None:
    assert not isinstance(kind("Wait."), UserError)


def test_what_they_carry() -> None:
    fields = {"email": "wrong"}
    invalid = Invalid("x", fields)
    fields["phone"] = "later"
    assert invalid.fields == {"email": "wrong"}, "its own copy"
    assert Invalid("x").fields == {}
    refused = Refused("Full.", "class_full", {"capacity": 3})
    assert (refused.code, refused.detail, refused.message) == ("class_full", {"capacity": 3}, "Full.")
    assert Refused("x", "y").detail == {}
    assert Conflict("x", theirs={"version": 3}).theirs == {"version": 3}
    assert isinstance(Cancelled(), DeskError)

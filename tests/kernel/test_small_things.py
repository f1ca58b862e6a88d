"""The plain records that everything passes around: forms, pages, changes, targets, paths."""

import dataclasses
from uuid import UUID

import pytest

from mdi_desk.kernel.actions import ActionSpec
from mdi_desk.kernel.changes import Change, Changed
from mdi_desk.kernel.forms import FieldSpec, FormSpec
from mdi_desk.kernel.ids import uuid7
from mdi_desk.kernel.paging import Page
from mdi_desk.kernel.paths import migrations, own_files, resource
from mdi_desk.kernel.targets import Target


def test_a_page_changes_its_rows_and_keeps_its_place() -> None:
    page = Page((1, 2, 3), after=("c", 3)).map(str)
    assert page == Page(("1", "2", "3"), after=("c", 3))
    assert Page(()).after is None


@pytest.mark.parametrize(
    "record",
    [
        Change("people.person"),
        Changed("x"),
        Page(()),
        Target("person", UUID(int=1)),
        FieldSpec("email", "email", "E-mail"),
        FormSpec(()),
        ActionSpec("x", "X", lambda: None),
    ],
)
def test_what_crosses_threads_cannot_be_changed(record: object) -> None:
    assert dataclasses.is_dataclass(record)
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(record, dataclasses.fields(record)[0].name, "other")


def test_changes_are_equal_by_what_they_say() -> None:
    person = uuid7()
    assert Change("people.person", frozenset({person}), "op") == Change(
        "people.person", frozenset({person}), "op"
    )
    assert Change("people.person").ids == frozenset()


def test_the_programs_own_files_are_there() -> None:
    assert (own_files() / "resources").is_dir()
    assert resource("style", "tokens.json").is_file()
    assert (migrations() / "sql" / "core").is_dir()

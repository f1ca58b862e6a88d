"""pyproject.toml and the locks say the same, and a lock tells nothing about the machine that made it."""

import re
import tomllib
from functools import cache
from importlib import metadata
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUN = "requirements.lock"
TEST = "requirements-test.lock"


@cache
def entries(lock: str) -> dict[str, Requirement]:
    """Each locked package by its normal name."""
    text = (ROOT / "packaging" / lock).read_text(encoding="ascii")
    lines = [line.rstrip(" \\") for line in text.splitlines() if line[:1].isalnum()]
    found = {canonicalize_name(Requirement(line).name): Requirement(line) for line in lines}
    assert len(found) == len(lines), "a package stands twice in the lock"
    return found


def version(pinned: Requirement) -> str:
    """The one version a locked entry allows."""
    (clause,) = pinned.specifier
    assert clause.operator == "==", f"{pinned} is not pinned"
    return clause.version


def here(requirement: Requirement) -> bool:
    """Whether a requirement counts on this machine (extras are asked for one by one)."""
    return requirement.marker is None or requirement.marker.evaluate({**default_environment(), "extra": ""})


def asked(lock: str) -> list[Requirement]:
    words = list(PROJECT["dependencies"])
    if lock == TEST:
        words += PROJECT["optional-dependencies"]["test"]
    return [Requirement(word) for word in words]


@pytest.mark.parametrize("lock", [RUN, TEST])
def test_each_dependency_is_locked_to_a_version_it_allows(lock: str) -> None:
    for wanted in asked(lock):
        pinned = entries(lock).get(canonicalize_name(wanted.name))
        assert pinned is not None, (
            f"{wanted.name} is in pyproject.toml and not in {lock}: run packaging/make_locks"
        )
        assert wanted.specifier.contains(version(pinned)), (
            f"{lock} has {pinned}, pyproject.toml wants {wanted}"
        )


@pytest.mark.parametrize("lock", [RUN, TEST])
def test_nothing_is_locked_that_nobody_asked_for(lock: str) -> None:
    reached: set[str] = set()
    waiting = [(canonicalize_name(wanted.name), frozenset(wanted.extras)) for wanted in asked(lock)]
    seen = set(waiting)
    while waiting:
        name, extras = waiting.pop()
        if name not in entries(lock) or not here(entries(lock)[name]):
            continue
        reached.add(name)
        for line in metadata.requires(name) or ():
            needed = Requirement(line)
            environments = [{**default_environment(), "extra": extra} for extra in ("", *extras)]
            if needed.marker is None or any(needed.marker.evaluate(each) for each in environments):
                step = (canonicalize_name(needed.name), frozenset(needed.extras))
                if step not in seen:
                    seen.add(step)
                    waiting.append(step)
    # Those with a marker for another system or Python can't be walked to from here.
    present = {name for name, pinned in entries(lock).items() if here(pinned)}
    assert present == reached


@pytest.mark.parametrize("lock", [RUN, TEST])
def test_what_is_installed_is_what_is_locked(lock: str) -> None:
    for name, pinned in entries(lock).items():
        if here(pinned):
            assert metadata.version(name) == version(pinned), f"{name} is not the locked one; run ./desk test"


def test_the_test_lock_contains_the_other() -> None:
    for name, pinned in entries(RUN).items():
        assert str(entries(TEST)[name]) == str(pinned)


@pytest.mark.parametrize("lock", [RUN, TEST])
def test_a_lock_holds_packages_hashes_and_remarks_and_nothing_else(lock: str) -> None:
    name = r"[A-Za-z0-9][A-Za-z0-9._-]*"
    package = re.compile(rf"{name}==[A-Za-z0-9.+!]+( ; [a-z_]+ [^:/]+)? \\")
    digest = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")
    remark = re.compile(rf"    #( via)?( +({name}( \(pyproject\.toml\))?|-c packaging/requirements\.lock))?")
    for line in (ROOT / "packaging" / lock).read_text(encoding="ascii").splitlines():
        assert package.fullmatch(line) or digest.fullmatch(line) or remark.fullmatch(line), line


@pytest.mark.parametrize("lock", [RUN, TEST])
def test_every_package_has_hashes(lock: str) -> None:
    text = (ROOT / "packaging" / lock).read_text(encoding="ascii")
    blocks = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)
    assert all("--hash=sha256:" in block for block in blocks if block.strip())


def test_the_camera_is_the_same_qt_and_stays_an_extra() -> None:
    (camera,) = (Requirement(word) for word in PROJECT["optional-dependencies"]["camera"])
    assert str(camera.specifier) == str(entries(RUN)["pyside6-essentials"].specifier)
    assert "pyside6-addons" not in entries(RUN)
    assert "pyside6" not in entries(RUN), "the meta package brings a whole browser"

"""Who may sign in to the sample."""

import secrets
from dataclasses import dataclass

from mdi_desk.kernel.ids import CROCKFORD


@dataclass(frozen=True, slots=True)
class Login:
    """A login of the sample with its password."""

    jobs: tuple[str, ...]
    name: str
    login: str
    password: str

    @property
    def job(self) -> str:
        """The first of the jobs."""
        return self.jobs[0]

    def as_json(self) -> dict[str, object]:
        """As `db info --json` shows it."""
        return {
            "job": self.job,
            "jobs": list(self.jobs),
            "name": self.name,
            "login": self.login,
            "password": self.password,
        }


def new_password() -> str:
    """A random password that can be read aloud and typed: four groups of four, 80 bits."""
    letters = CROCKFORD.lower()
    return "-".join("".join(secrets.choice(letters) for _ in range(4)) for _ in range(4))

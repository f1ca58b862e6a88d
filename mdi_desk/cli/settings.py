"""The options that stand before every command, kept until the command asks for its settings."""

from dataclasses import dataclass

from mdi_desk.app import config
from mdi_desk.app.config import Config


@dataclass(slots=True)
class Given:
    """What the command line said; None where it said nothing."""

    instance: str | None = None
    station: str | None = None


given = Given()


def settings() -> Config:
    """The settings of this run."""
    return config.load(instance=given.instance, station=given.station)

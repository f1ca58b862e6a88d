"""Use cases of people, and the one way in which every domain's effects are sent."""

from mdi_desk.domains.people.service.columns import contact_columns, name_columns
from mdi_desk.domains.people.service.effects import Answer, Effects, waiting_words
from mdi_desk.domains.people.service.people import PeopleService

__all__ = ["Answer", "Effects", "PeopleService", "contact_columns", "name_columns", "waiting_words"]

"""Use cases of training: the day and its check-ins, seats, and the catalogue."""

from mdi_desk.domains.training.service.training import TrainingService, new_booking

__all__ = ["TrainingService", "new_booking"]

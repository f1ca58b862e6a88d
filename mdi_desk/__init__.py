"""MDI Desk: the front desk of a training institute."""

__version__ = "0.1.0"

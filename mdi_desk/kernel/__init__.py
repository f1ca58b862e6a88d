"""Pure Python that every other wing stands on: no Qt, no SQL."""

"""The versions that a dataset names: of the program, and of its readings."""

PROGRAM_VERSION = "0.1.0"
"""The one place where the version stands; the package takes it from here."""

READER_VERSION = "2"
"""Goes up when the same bytes may give other records than before; every document carries it."""

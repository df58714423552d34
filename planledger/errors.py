"""What stops a command: a line for the user and the exit code that goes with it."""

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes of every command."""

    ALL_CONVERTED = 0
    USAGE = 2
    SOME_NOT_CONVERTED = 3
    INTERRUPTED = 130

    ALL_LOADED = ALL_CONVERTED
    ALL_HELD = ALL_CONVERTED
    SOME_DIFFER = SOME_NOT_CONVERTED


class CommandError(Exception):
    """A command cannot go on. `str()` is one line that says why and what to do."""

    exit_code = Exit.USAGE


class UsageError(CommandError):
    """The command was given something it cannot work with; nothing was read or written."""


class InterruptedRunError(CommandError):
    """The user stopped the run."""

    exit_code = Exit.INTERRUPTED


class DatasetError(CommandError):
    """The dataset cannot be read or written; what it held before is unharmed."""

    exit_code = Exit.SOME_NOT_CONVERTED


class WarehouseError(CommandError):
    """The warehouse cannot be loaded; what it held before is unharmed."""

    exit_code = Exit.SOME_NOT_CONVERTED

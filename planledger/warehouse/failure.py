"""Turns what dlt and warehouses raise into one line that says why, without a password."""

from collections.abc import Iterator
from contextlib import contextmanager

from dlt.common.exceptions import MissingDependencyException, SignalReceivedException

from planledger.errors import CommandError, InterruptedRunError, UsageError, WarehouseError
from planledger.warehouse.destination import Warehouse


@contextmanager
def as_one_line(warehouse: Warehouse) -> Iterator[None]:
    """Raises in place of what a load meets a CommandError; none of them has left a trace in the warehouse."""
    try:
        yield
    except (Exception, KeyboardInterrupt, SignalReceivedException) as error:
        causes = list(_causes(error))
        # dlt wraps an interruption too.
        if any(isinstance(cause, KeyboardInterrupt | SignalReceivedException) for cause in causes):
            raise InterruptedRunError(f"interrupted; {warehouse.shown} is as it was before") from error
        if not _is_foreseen(error):
            raise
        told = next((cause for cause in causes if isinstance(cause, CommandError)), None)
        if told is not None:
            raise told from error
        lacking = next((cause for cause in causes if isinstance(cause, MissingDependencyException)), None)
        if lacking is not None:
            packages = " ".join(f"'{package}'" for package in lacking.dependencies)
            raise UsageError(f"{warehouse.shown}: needs pip install {packages}") from error
        said = warehouse.masked(_line(causes[-1]))
        raise WarehouseError(f"{warehouse.shown}: could not be loaded: {said}; it is as it was before") from error


def _is_foreseen(error: BaseException) -> bool:
    """Whether it comes from the system, from dlt, or from a warehouse's driver, each of which has errors of its own."""
    return isinstance(error, OSError) or type(error).__module__.partition(".")[0] not in ("builtins", "planledger")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """The error, and what caused it, down to the first."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _line(error: BaseException) -> str:
    return next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)

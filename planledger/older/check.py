"""A datapackage.json to its schema version, or to the reason why its dataset cannot be read or written here."""

from pathlib import Path

from models.upgrade import Age, age, refusal
from planledger.datapackage import version_of
from planledger.errors import UsageError


def named_version(manifest: Path) -> str | None:
    """The schema version that a datapackage.json names; None where it is not one of ours."""
    try:
        return version_of(manifest.read_bytes())
    except OSError:
        return None


def readable(manifest: Path) -> Age:
    """How the dataset's version stands to this one. Raises UsageError where it cannot be read, or is no dataset's."""
    version = named_version(manifest)
    if version is None:
        raise UsageError(f"{manifest}: not a Planledger dataset; name the --out of a conversion")
    if age(version) is Age.FOREIGN:
        raise UsageError(f"{manifest}: {refusal(version)}")
    return age(version)


def check_writable(manifest: Path) -> None:
    """Raises UsageError where writing into the dataset would lose what a newer version has put there."""
    version = named_version(manifest)
    if version is None:
        raise UsageError(f"{manifest}: not a Planledger dataset; choose another --out")
    if age(version) in (Age.FOREIGN, Age.NEWER):
        raise UsageError(f"{manifest}: {refusal(version)}, or choose another --out")

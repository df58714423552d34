"""Turns the SQL files in views/ into the views of a warehouse's schema."""

import re
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files

from planledger.warehouse.shape import LASTING

VIEWS = ("actions_due", "owner_workload", "deadlines_by_financial_year", "plan_coverage", "plans_over_time")
"""Each after those that it is made of."""

_OURS = re.compile(rf"\bplanledger\.(?=(?:{'|'.join([*VIEWS, *(table.name for table in LASTING)])})\b)")


@lru_cache(maxsize=8)
def _file(view: str) -> str:
    return files(__package__).joinpath("views", f"{view}.sql").read_text("utf-8")


def view_sql(view: str, schema: str) -> str:
    """The select of a view. The files name the schema planledger; `schema` is its name here, quoted."""
    lines = [line for line in _file(view).splitlines() if not line.startswith("--")]
    return _OURS.sub(f"{schema}.", "\n".join(lines))


def views_sha256() -> str:
    """Changes when a view does."""
    return sha256("".join(map(_file, VIEWS)).encode()).hexdigest()

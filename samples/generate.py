"""The sample plans to PDFs and expected records: `python -m samples.generate [FOLDER]`, this folder by default.

The same words give the same bytes, as long as reportlab and zlib are those named in PINNED.
"""

import sys
from pathlib import Path
from types import ModuleType

from samples.expected import to_json
from samples.layouts import (
    annual_statement,
    audit_tracker,
    business_plan,
    improvement_plan,
    people_strategy,
    performance_report,
    service_plan,
)

LAYOUTS: tuple[ModuleType, ...] = (
    service_plan,
    people_strategy,
    improvement_plan,
    business_plan,
    performance_report,
    annual_statement,
    audit_tracker,
)
PINNED = ("5.1.0", "1.2.13")


def generate(folder: Path) -> list[Path]:
    """Writes every sample into the folder; the PDFs written."""
    written = []
    for layout in LAYOUTS:
        plan, sheet = layout.write(folder)
        text = to_json(sheet.path.name, plan, sheet.page, sheet.pages)
        sheet.path.with_suffix(".expected.json").write_text(text, encoding="utf-8")
        written.append(sheet.path)
    return written


if __name__ == "__main__":
    for path in generate(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent):
        print(path.name)

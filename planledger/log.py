"""The events of a run to lines of JSON for schedulers and log collectors: one object a line, on standard error."""

import json
import sys
from typing import TextIO

from planledger.outcome import Outcome
from planledger.summary import Summary


class Log:
    """A run's log. Every line has an `event`: converting, document, not_converted or finished."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr

    def found(self) -> None:
        """A source was found: not worth a line."""

    def begins(self, documents: int) -> None:
        """So many documents are to be read."""
        self._line("converting", documents=documents)

    def done(self, outcome: Outcome, seconds: float) -> None:
        """One was read, or could not be."""
        self._line(
            "document", **_facts(outcome), pages=outcome.pages, records=outcome.records, seconds=round(seconds, 3)
        )

    def problem(self, outcome: Outcome) -> None:
        """A source that is not converted, in this run or an earlier one."""
        self._line("not_converted", **_facts(outcome))

    def finished(self, summary: Summary) -> None:
        """The run is over."""
        counts = {"documents": summary.sources, "converted": summary.read, "records": summary.records}
        self._line("finished", **counts, statuses=dict(summary.statuses))

    def _line(self, event: str, **facts: object) -> None:
        print(json.dumps({"event": event, **facts}, ensure_ascii=True), file=self._stream, flush=True)


def _facts(outcome: Outcome) -> dict[str, object]:
    return {"name": outcome.name, "status": outcome.status, "reason": outcome.reason}

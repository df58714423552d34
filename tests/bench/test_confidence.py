"""The table of confidence against truth."""

import pandas as pd

from bench.confidence import confidence_table


def test_records_are_counted_by_confidence() -> None:
    judged = pd.DataFrame({"confidence": [1.0, 1.0, 0.95, 0.81, 0.5], "right": [True, False, True, True, False]})
    table = confidence_table(judged)
    assert table["records"].to_list() == [1, 1, 0, 1, 2]
    assert table.loc["1.00", "right"] == 0.5

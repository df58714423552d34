"""A dataset to a warehouse's tables and views; imported by `planledger load` alone, for it needs dlt."""

"""Benchmarks against other tools, run as `python -m bench.NAME`."""

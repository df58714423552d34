"""The dataset checked against its sources and against itself; one check a module, each a pure function to findings."""

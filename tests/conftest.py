"""Settings of the whole test suite."""

from hypothesis import settings

# No time limit for single examples: a busy machine must not fail a test of what is right.
settings.register_profile("planledger", deadline=None)
settings.load_profile("planledger")

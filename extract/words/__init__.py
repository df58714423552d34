"""Word lists as data files."""

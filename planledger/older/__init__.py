"""Datasets of other schema versions: which may be read or written, and how older ones come to this version."""

"""Words of a deadline cell to deadlines: words, then moments, then phrases, each by a table of named rules."""

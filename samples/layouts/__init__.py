"""The drawing: words and plan rows to pages of a PDF."""

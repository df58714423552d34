"""The wording of each sample plan, with its reading stated by hand."""

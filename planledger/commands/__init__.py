"""One module for each command of the command line; each turns its arguments into output and an exit code."""

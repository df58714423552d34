"""The program around the core: command line, dataset reading and writing."""

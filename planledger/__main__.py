"""Runs the command line as `python -m planledger`."""

from planledger.cli import main

if __name__ == "__main__":
    main()

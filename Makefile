# Planledger. `make run` converts the samples, `make test` checks everything; both make .venv first.

# The first of these that is Python 3.11 or later; another one: make run PYTHON=/path/to/python3.12
PYTHON ?= $(firstword $(foreach p,python3 python3.14 python3.13 python3.12 python3.11 python,$(shell \
	$(p) -c 'import sys; print("$(p)" if sys.version_info >= (3, 11) else "")' 2>/dev/null)))
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
PIP := -m pip --disable-pip-version-check

.PHONY: run test lint types unit docs lock clean

run: $(INSTALLED)
	$(BIN)/planledger convert samples --out output

test: lint types unit

lint: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(INSTALLED)
	$(BIN)/mypy

unit: $(INSTALLED)
	$(BIN)/pytest

# What the docs take from the program: the field tables in docs/dataset.md, the README's examples, docs/rules/.
docs: $(INSTALLED)
	$(BIN)/python -m docs.fields
	$(BIN)/python -m docs.shown
	$(BIN)/python -m docs.rules

$(INSTALLED): pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "Planledger needs Python 3.11 or later; none was found. Say where: make PYTHON=..."; exit 1; }
	@echo "Installing into $(VENV) (once; a minute or two)"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python $(PIP) install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch $(INSTALLED)

# Newer versions of what Planledger depends on, written to constraints.txt.
lock:
	rm -rf build/lock
	$(PYTHON) -m venv build/lock
	build/lock/bin/python $(PIP) install --quiet --editable '.[dev]'
	build/lock/bin/python $(PIP) freeze --exclude-editable > constraints.txt
	rm -rf build/lock

clean:
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
	rm -rf output/json output/parquet output/datapackage.json output/.staging output/.state
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Planledger. `make run` converts the samples, `make test` checks everything; both make .venv first.

# The first of these that is Python 3.11 or later; another one: make run PYTHON=/path/to/python3.12
PYTHON ?= $(firstword $(foreach p,python3 python3.14 python3.13 python3.12 python3.11 python,$(shell \
	$(p) -c 'import sys; print("$(p)" if sys.version_info >= (3, 11) else "")' 2>/dev/null)))
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
TESTABLE := $(VENV)/.testable
comma := ,
# Spark's own test runs where there is a JVM for it.
DEV := dev$(if $(shell command -v java 2>/dev/null),$(comma)spark)
PIP := -m pip --disable-pip-version-check

.PHONY: run test lint types unit soak docs lock clean

run: $(INSTALLED)
	$(BIN)/planledger convert samples --out output

test: lint types unit

lint: $(TESTABLE)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(TESTABLE)
	$(BIN)/mypy

unit: $(TESTABLE)
	$(BIN)/pytest

# Some minutes of runs that are killed again and again; their short form is among the tests.
soak: $(TESTABLE)
	$(BIN)/python -m tests.soak

# What the docs take from the program: docs/schema.md, the README's examples, docs/rules/.
docs: $(TESTABLE)
	$(BIN)/python -m docs.schema
	$(BIN)/python -m docs.shown
	$(BIN)/python -m docs.rules

$(INSTALLED): pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "Planledger needs Python 3.11 or later; none was found. Say where: make PYTHON=..."; exit 1; }
	@echo "Installing into $(VENV) (once; a minute or two)"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python $(PIP) install --quiet --constraint constraints.txt --editable .
	@touch $(INSTALLED)

$(TESTABLE): $(INSTALLED)
	@echo "Installing what the tests need into $(VENV) (once; some minutes)"
	$(BIN)/python $(PIP) install --quiet --constraint constraints.txt --editable '.[$(DEV)]'
	@touch $(TESTABLE)

# Newer versions of what Planledger depends on, written to constraints.txt.
lock: $(TESTABLE)
	$(BIN)/python $(PIP) install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --extra dev --extra spark --extra bench --upgrade --no-annotate --no-header \
		--quiet --output-file constraints.txt

clean:
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
	rm -rf output/json output/parquet output/datapackage.json output/.staging output/.state
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

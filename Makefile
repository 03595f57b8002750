# Two commands do all the set-up: `make run` opens the app, `make test` runs every check.
# All they need is Python 3.11 or newer with its venv module, and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN_READY := $(VENV)/.run-ready
TEST_READY := $(VENV)/.test-ready
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: run demo test stress lint screenshots tables catalog bench holidays wheel clean

run: $(RUN_READY)
	@$(BIN)/relance

demo: $(RUN_READY)
	@$(BIN)/relance demo

test: lint
	$(BIN)/python -m pytest -n auto

stress: $(TEST_READY)
	$(BIN)/python -m tests.stress
	$(BIN)/python -m pytest -n auto -m hypothesis --hypothesis-profile=stress

lint: $(TEST_READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

screenshots: $(TEST_READY)
	$(BIN)/python -m tests.pictures

tables: $(TEST_READY)
	$(BIN)/python -m tests.readme_tables

catalog: $(TEST_READY)
	$(BIN)/python -m tests.tui.language.catalog

bench: $(TEST_READY)
	$(BIN)/python -m bench
	$(BIN)/python -m bench.importing

holidays: $(RUN_READY)
	$(BIN)/python -m store.rules.holiday_table

wheel: $(TEST_READY)
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

clean:
	rm -rf $(VENV) dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(RUN_READY): pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) --editable .
	@touch $@

$(TEST_READY): pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) --editable '.[dev]'
	@touch $@ $(RUN_READY)

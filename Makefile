# Each target sets itself up in .venv from the lock; nothing but Python 3.11 or newer is needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
WORKERS ?= auto

# Of a benchmark: the folder with pdf/ and gt/, and its scorer if that is not FOLDER/score.py.
CORPUS ?=
SCORER ?=

.DEFAULT_GOAL := help
.PHONY: help run test lint lock schemas docs golden bench bench-structure bench-tables clean

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

# The lock is complete: nothing is left for pip to resolve, and nothing is taken that is not in it.
$(STAMP): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

run: $(STAMP)  ## make output/ from every PDF in raw/, by the Prefect flow
	$(BIN)/report-pipeline run

test: $(STAMP)  ## run every test
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup

lint: $(STAMP)  ## style, types, layering, schemas
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/report-pipeline schemas --check

schemas: $(STAMP)  ## write schemas/ anew from the models
	$(BIN)/report-pipeline schemas

docs: $(STAMP)  ## write the pages of docs/ that are made from the code
	$(BIN)/python -m docs.make

golden: $(STAMP)  ## make the committed output anew, after a change that is meant
	$(BIN)/report-pipeline run --engine local --force

bench: $(STAMP)  ## time and memory: the report, and 10, 100 and 1,000 pages
	$(BIN)/python -m benchmarks.speed

bench-structure: $(STAMP)  ## structure against ground truth: CORPUS=FOLDER [SCORER=FILE]
	$(BIN)/python -m benchmarks.structure "$(CORPUS)" $(if $(SCORER),--scorer "$(SCORER)")

bench-tables: $(STAMP)  ## tables against ground truth: CORPUS=FOLDER [SCORER=FILE]
	$(BIN)/python -m benchmarks.tables "$(CORPUS)" $(if $(SCORER),--scorer "$(SCORER)")

lock:  ## renew requirements.lock: exact versions and hashes, for every platform
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/python -m pip install --quiet uv
	$(VENV)-lock/bin/uv pip compile pyproject.toml --extra dev --universal --generate-hashes --no-annotate \
		--no-header --no-emit-index-url --no-emit-find-links --python-version 3.11 --quiet -o requirements.lock
	rm -rf $(VENV)-lock

clean:  ## remove what the other targets made, but not the datasets
	rm -rf $(VENV) $(VENV)-lock .cache .prefect .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache \
		*.egg-info build output/*.rejected output/.*.made.json

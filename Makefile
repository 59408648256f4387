# Each target sets itself up in .venv from the lock; nothing but Python 3.11 or newer is needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help test lint lock schemas clean

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(STAMP): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	echo "$(CURDIR)" > "$$($(BIN)/python -c 'import site; print(site.getsitepackages()[0])')/report-pipeline.pth"
	touch $@

test: $(STAMP)  ## run every test
	$(BIN)/python -m pytest

lint: $(STAMP)  ## style, types, layering, schemas
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

schemas: $(STAMP)  ## write schemas/ anew from the models
	$(BIN)/python -c "from pathlib import Path; from pipeline.schemas import write_schemas; write_schemas(Path('schemas'))"

lock:  ## renew requirements.lock: exact versions and hashes, for every platform
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/python -m pip install --quiet uv
	$(VENV)-lock/bin/uv pip compile pyproject.toml --extra dev --universal --generate-hashes --no-annotate \
		--no-header --no-emit-index-url --no-emit-find-links --python-version 3.11 --quiet -o requirements.lock
	rm -rf $(VENV)-lock

clean:  ## remove what the other targets made, but not the datasets
	rm -rf $(VENV) $(VENV)-lock .cache .prefect .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

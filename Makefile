# make demo   build .venv, run the main job on a shipped example, say where the page lies
# make test   lint, types, import contracts, tests
# make env    build .venv with everything that development needs
# make lock   write requirements/*.lock anew from pyproject.toml; with UPGRADE=1, newer versions of all
# make docs   write the generated pages and pictures of docs/ anew
# make bench  every benchmark, those with data of others too: make bench DATA=folder; or one: make bench NAME=kursk DATA=folder
# make page   the script of the page, built anew from web/ with Node
# make golden the expected dossiers of the golden cases, written anew; read the diff before you commit it
# make clean  remove what these commands made

PYTHON ?= python3
NAME ?= everything
DATA ?=
OTHER = Name another one: make $(firstword $(MAKECMDGOALS) demo) PYTHON=python3.12

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
RUN := .venv/run.stamp
DEV := .venv/dev.stamp

# Hashes are checked for every package; the project itself is built by the locked backend, with nothing fetched for it.
INSTALL_LOCKED = $(PIP) install --require-hashes --requirement
INSTALL_PROJECT = $(PIP) install --no-deps --no-build-isolation --editable .

COMPILE = $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

.PHONY: demo test lint env lock docs page bench golden clean

demo: $(RUN)
	$(BIN)/sayso demo --output demo.html
	@echo "The page lies at $(CURDIR)/demo.html"

test: $(DEV) lint
	$(BIN)/pytest --numprocesses=auto --maxprocesses=4 --dist=loadfile

lint: $(DEV)
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

env: $(DEV)

lock: $(DEV)
	$(COMPILE) $(if $(UPGRADE),--upgrade) --group build --output-file requirements/run.lock
	$(COMPILE) $(if $(UPGRADE),--upgrade) --all-extras --group dev --constraint requirements/run.lock --output-file requirements/dev.lock

docs: $(DEV)
	$(BIN)/python tools/make_docs.py
	$(BIN)/python tools/make_pictures.py

# Exactly the locked packages, and no script of theirs is run.
page:
	cd web && npm ci --ignore-scripts && npm run build

bench: $(DEV)
	$(BIN)/python -m bench $(NAME) $(if $(DATA),--data $(DATA))

golden: $(DEV)
	$(BIN)/python -m tests.golden.cases
	git diff --stat -- tests/golden

clean:
	rm -rf .venv web/node_modules build dist demo.html .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

$(RUN): requirements/run.lock pyproject.toml | .venv/bin/python
	@echo "Installing what sayso runs on into .venv"
	$(INSTALL_LOCKED) requirements/run.lock
	$(INSTALL_PROJECT)
	@# An editable installation leaves bytecode to the first run, which may not be let write it.
	$(BIN)/python -m compileall -q src/sayso
	@touch $@

$(DEV): requirements/dev.lock $(RUN)
	@echo "Installing what development needs into .venv"
	$(INSTALL_LOCKED) requirements/dev.lock
	@touch $@

.venv/bin/python:
	@command -v $(PYTHON) >/dev/null || { echo "There is no $(PYTHON) here. $(OTHER)" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "sayso needs Python 3.11 or newer; this is $$($(PYTHON) --version 2>&1). $(OTHER)" >&2; exit 1; }
	@echo "Making .venv with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv .venv || { rm -rf .venv; \
	  echo "Python's venv module is missing here; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }

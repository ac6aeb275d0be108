# ELMO Events. Needs git, make and Python 3.11 or newer with venv; everything else comes from PyPI. `make help` lists it all.

SHELL := /bin/sh
.DEFAULT_GOAL := help
VENV := .venv
BIN := $(VENV)/bin
ELMO := $(BIN)/elmo
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input --quiet
WORKERS ?= auto
comma := ,

# `make run` shows the demo unless the environment or .env says otherwise.
ifndef ELMO_MODE
ifeq ($(shell grep -Es '^(export )?ELMO_MODE=' .env),)
DEMO := ELMO_MODE=demo
endif
endif

# Drivers that only some settings ask for.
URLS := $(ELMO_DATABASE_URL) $(ELMO_QUEUE_URL) $(shell grep -Es '^(export )?ELMO_(DATABASE|QUEUE)_URL=' .env)
EXTRAS := $(if $(findstring postgres,$(URLS)),postgres$(if $(findstring redis,$(URLS)),$(comma)))$(if $(findstring redis,$(URLS)),redis)

.PHONY: help run test check bench crash screenshots catalogues migration first-migration clean

help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' Makefile
	@echo "  .venv/bin/elmo         every command of the product (after make run)"

run: $(VENV)/run$(EXTRAS).stamp ## Install, prepare the database, show the demo; serve until Ctrl-C (settings: docs/settings.md)
	@$(DEMO) $(ELMO) migrate
	@$(DEMO) $(ELMO) demo --if-empty
	@$(DEMO) exec $(ELMO) run

test: $(VENV)/test.stamp ## All tests, on SQLite and PostgreSQL, in parallel (browser tests where a Chromium is found)
	@$(BIN)/pytest -n $(WORKERS) --dist worksteal $(PYTEST)

check: $(VENV)/test.stamp ## Style, types, directions between packages, templates, translations, migrations
	@echo "ruff";         $(BIN)/ruff check --quiet . && $(BIN)/ruff format --check --quiet .
	@echo "mypy";         $(BIN)/mypy --no-error-summary
	@echo "import-linter"; $(BIN)/lint-imports --config setup.cfg --no-logo > $(VENV)/lint-imports.txt || { cat $(VENV)/lint-imports.txt; exit 1; }
	@echo "djlint";       $(BIN)/djlint --lint --quiet templates
	@echo "translations, migrations, house rules"; $(BIN)/pytest -p no:cacheprovider tests/architecture

bench: $(VENV)/bench.stamp ## Speed and memory, each as a ratio to a yardstick of the same run (B2B=FOLDER: published timetables too)
	@$(BIN)/python -m tests.benchmarks $(BENCH)
	@$(if $(B2B),$(BIN)/python -m tests.benchmarks.planner --published $(B2B),true)

crash: $(VENV)/test.stamp ## Kill worker and web server at random under load, KILLS times (50): nothing may be lost
	@$(BIN)/python -m tests.crash --kills $(or $(KILLS),50)

screenshots: $(VENV)/test.stamp ## The main pages, phone and desktop, into docs/screenshots/ (needs a Chromium)
	@$(BIN)/python -m tests.screenshots

catalogues: $(VENV)/test.stamp ## Collect the texts of the interface into the catalogues of translators
	@$(BIN)/python -m tests.catalogues

migration: $(VENV)/test.stamp ## Write a migration from what changed in the models (MESSAGE="add …")
	@folder=$$(mktemp -d) && export ELMO_MODE=demo ELMO_INSTANCE=$$folder ELMO_DATABASE_URL= && $(ELMO) migrate && \
	 $(ELMO) db migrate --message "$(MESSAGE)"; rm -rf "$$folder"

first-migration: $(VENV)/test.stamp ## Write the one initial migration anew (only before the first release)
	@rm -f migrations/versions/0001_initial.py; folder=$$(mktemp -d) && export ELMO_MODE=demo ELMO_INSTANCE=$$folder ELMO_DATABASE_URL= && \
	 $(ELMO) db migrate --rev-id 0001 --message initial && $(ELMO) migrate && $(ELMO) db check; rm -rf "$$folder"

clean: ## Remove the virtual environment and what tools keep (the instance folder stays)
	@rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

# ---- Installing. A stamp is renewed when a dependency changes.

PYTHON ?= $(shell for python in python3.11 python3.12 python3.13 python3.14 python3; do \
	$$python -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "ELMO Events needs Python 3.11 or newer with venv (Debian: apt-get install python3-venv)." >&2; exit 1; }
	@echo "Making $(VENV) with $(PYTHON) …"
	@$(PYTHON) -m venv $(VENV)

NEEDS := $(BIN)/python setup.cfg pyproject.toml constraints.txt

$(VENV)/run$(EXTRAS).stamp: $(NEEDS)
	@echo "Installing what the product needs …"
	@$(PIP) install --constraint constraints.txt --editable '.$(if $(EXTRAS),[$(EXTRAS)])'
	@touch $@

$(VENV)/test.stamp: $(NEEDS)
	@echo "Installing what the tests need …"
	@$(PIP) install --constraint constraints.txt --editable '.[postgres,redis,test]'
	@touch $@ $(VENV)/run.stamp $(VENV)/run$(EXTRAS).stamp

$(VENV)/bench.stamp: $(VENV)/test.stamp
	@echo "Installing what the benchmarks need …"
	@$(PIP) install --constraint constraints.txt --editable '.[postgres,redis,test,bench]'
	@touch $@

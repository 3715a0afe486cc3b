# Everything a person types. Needs make and Python 3.11 or newer with its venv module; never root.

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
IN := .venv/bin/
INSTALL := $(IN)python -m pip install --quiet --disable-pip-version-check --require-hashes
COMPILE := $(IN)uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"
CONSOLE := clients/console/dist/index.html
EXTRAS := --extra postgres --extra mail --extra s3 --extra otel

.DEFAULT_GOAL := help
.PHONY: help setup web run sandbox test check lints types contract sdk bench rehearsal faults mutants seed openapi lock clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' Makefile

setup: .venv/requirements-dev.lock ## prepare .venv with everything to run, test and check

web: ## build the console and the tools of the contract, where npm exists
	@if command -v npm >/dev/null; then $(MAKE) --no-print-directory --silent $(CONSOLE); \
	else echo "!! npm was not found: /console will say that it has not been built (Debian: apt-get install npm)"; fi

run: .venv/requirements.lock web ## serve on this machine (SQLite, data in ./data); settings are DIEMDANH_*
	$(IN)python -m api serve

sandbox: .venv/requirements.lock ## rehearse with invented data under a movable clock, in ./sandbox (ARGS="--folder …")
	$(IN)python -m api sandbox $(ARGS)

test: setup web ## run every test: SQLite, PostgreSQL, contract, browser
	$(IN)python -m tests

check: setup web ## lint, format, types, import stack, and the committed contract
	@$(MAKE) --no-print-directory --jobs=2 --output-sync lints types

lints:
	$(IN)ruff check .
	$(IN)ruff format --check .
	$(IN)lint-imports
	$(IN)python -m api openapi --check
	$(IN)python -m tests.contract.gate

types:
	$(IN)mypy api tests $(wildcard bench)
	@if [ -e $(CONSOLE) ]; then clients/node_modules/.bin/tsc --project clients/console; fi

MINUTES ?= 10
contract: setup ## ask the program whatever a machine can think of, as every caller (MINUTES=10)
	$(IN)python -m tests.contract.long $(MINUTES)

sdk: setup web ## write the generated parts of clients/sdk from openapi/v1.json
	$(IN)python clients/sdk/generate.py

bench: setup ## measure the rush, or other sections (ARGS="flags guessing", ARGS=all)
	$(IN)python -m bench $(ARGS)

SCALE ?= district
rehearsal: setup ## a whole morning over HTTP on PostgreSQL (SCALE=district|province|nation)
	$(IN)python -m bench.rehearsal $(SCALE)

faults: setup ## kill, cut, fill and overload what serves under load: is anything lost? (ARGS="--short")
	$(IN)python -m bench.faults $(ARGS)

mutants: setup ## change the rules of codes and attendance place by place: do their tests notice?
	$(IN)python -m bench.mutants

seed: .venv/requirements.lock ## fill an empty database with the preset and invented members (ARGS="--members 3500")
	$(IN)python -m api seed $(ARGS)

openapi: .venv/requirements.lock ## write openapi/v1.json from the code
	$(IN)python -m api openapi

lock: setup ## renew requirements.lock and requirements-dev.lock (ARGS="--upgrade" for newer versions)
	$(COMPILE) $(EXTRAS) $(ARGS) -o requirements.lock
	$(COMPILE) $(EXTRAS) --group dev --constraint requirements.lock $(ARGS) -o requirements-dev.lock

clean: ## remove .venv and what the tools left behind; the data stays
	rm -rf .venv .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache .schemathesis mutants
	find api alembic bench tests -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

# Renewed when the lock changes; npm itself says when what it installed does not fit.
clients/node_modules/.package-lock.json: clients/package-lock.json
	npm --prefix clients ci --no-audit --no-fund --loglevel=error

$(CONSOLE): clients/node_modules/.package-lock.json clients/console/build.mjs clients/console/index.html \
		$(shell find clients/console/src -type f 2>/dev/null)
	node clients/console/build.mjs

# A copy of the lock inside .venv says what is installed there: nothing is re-made until the lock changes.
.venv/requirements.lock: requirements.lock
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed (Debian: apt-get install make python3-venv)"; exit 1; }
	$(PYTHON) -m venv --clear .venv
	$(INSTALL) -r requirements.lock
	@cp requirements.lock $@

.venv/requirements-dev.lock: requirements-dev.lock .venv/requirements.lock
	$(INSTALL) -r requirements-dev.lock
	@cp requirements-dev.lock $@

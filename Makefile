# Daily commands. `make demo` and `make test` do all set-up themselves.
PYTHON ?= python3
V := .venv/bin
PIP := $(V)/python -m pip --disable-pip-version-check --quiet
SLOT := $(V)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links

# compiled once, each command that the tests start begins at once
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help demo demo-nieuw regels test check veilig fix bewijs dekking mutaties bench lock schoon
.DEFAULT_GOAL := help

help: ## list the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

demo: .venv/app ## install, then run Voordeur with invented people on http://127.0.0.1:8000 (another port: POORT=8123 make demo)
	$(V)/voordeur demo

demo-nieuw: .venv/app ## the same, from the start: what was done in the demo is thrown away
	$(V)/voordeur demo --nieuw

regels: .venv/basis ## install, then show the five agreements at work in the terminal
	$(V)/python -m gereedschap.demo

test: .venv/toets .venv/browser ## everything: all checks, all tests, and the proof of every marked provision
	$(V)/ruff format --check .
	$(V)/ruff check .
	$(V)/mypy
	$(V)/lint-imports
	$(V)/python -m gereedschap.veilig
	$(V)/python -m pytest -q -n 2 --dist worksteal --dekking
	$(V)/python -m gereedschap.bewijs

check: .venv/toets ## format, lint, types, import contract and the fast tests; under a minute
	$(V)/ruff format --check .
	$(V)/ruff check .
	$(V)/mypy
	$(V)/lint-imports
	$(V)/python -m pytest -q -n 2 -m 'not traag'

veilig: .venv/toets ## known faults in our code (bandit) and in the packages it stands on (pip-audit)
	$(V)/python -m gereedschap.veilig

fix: .venv/toets ## repair what can be repaired: format, imports, the outputs in the manual
	$(V)/ruff format .
	$(V)/ruff check --fix .
	$(V)/python -m gereedschap.handleiding
	$(V)/python -m gereedschap.velden

bewijs: .venv/toets ## take out each proven provision in turn; its tests must fail without it
	$(V)/python -m gereedschap.bewijs

dekking: .venv/toets ## run the proofs and write docs/dekking.md and the coverage file of the package
	$(V)/python -m pytest -q -n 2 --dekking -m bepaling

mutaties: .venv/mutaties ## mutation testing of the rules; writes docs/mutaties.md (takes long)
	$(V)/python -m gereedschap.mutaties

bench: .venv/bench ## measure against peers (also hledger and ledger, where these are installed); writes bench.json
	$(V)/python -m gereedschap.bench

lock: .venv/slot ## renew the pins in requirements/*.txt
	cd requirements && for lijst in basis app toets bench mutaties slot; do \
		CUSTOM_COMPILE_COMMAND='make lock' ../$(SLOT) --upgrade $$lijst.in -o $$lijst.txt || exit 1; done

schoon: ## remove what the commands made
	rm -rf .venv build dist .mypy_cache .ruff_cache .hypothesis .import_linter_cache mutants

.venv/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo 'Voordeur needs Python 3.11 or newer; say which one with: make PYTHON=python3.12 ...'; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' \
		|| { echo 'This Python has no venv; on Debian and Ubuntu: apt-get install python3-venv'; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/basis: requirements/basis.txt pyproject.toml | .venv/python
	$(PIP) install --require-hashes -r requirements/basis.txt
	$(PIP) install --no-build-isolation --no-deps -e .
	@touch $@

.venv/app: requirements/app.txt .venv/basis
	@echo 'Installing what the application needs; only the first time.'
	$(PIP) install --require-hashes -r requirements/app.txt
	@touch $@

# what the tests need that is no wheel: installed where that is possible, else said; a test that misses it says so too
.venv/browser: | .venv/toets
	@if [ ! -x "$${VOORDEUR_CHROMIUM:-/usr/bin/chromium}" ] || [ ! -x /usr/lib/postgresql/15/bin/initdb ]; then \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			apt-get update -qq && apt-get install -y -qq chromium postgresql-15 >/dev/null || \
				echo 'Chromium or PostgreSQL 15 could not be installed; the tests that need them will say so.'; \
		else \
			echo 'Not here: Chromium (browser tests) or PostgreSQL 15. Debian: sudo apt-get install chromium postgresql-15'; \
		fi; \
	fi
	@touch $@

.venv/bench: .venv/toets
.venv/toets .venv/bench .venv/mutaties .venv/slot: .venv/%: requirements/%.txt .venv/basis
	$(PIP) install --require-hashes -r requirements/$*.txt
	@touch $@

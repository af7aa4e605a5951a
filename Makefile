# `make` lists the targets. Needed beforehand: Python 3.11 or later with venv, and make.

BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

# Modules are compiled once, and not by each of the hundreds of processes that the tests start.
unexport PYTHONDONTWRITEBYTECODE

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: .venv/installed ## Install into .venv and serve on http://127.0.0.1:8000
	$(BIN)/policy-assistant serve

test: .venv/installed-for-tests .venv/browser .venv/clients/installed .venv/weblate/installed ## Set up the tests, then run them all: format, lint, types, tests, content
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	@$(BIN)/mypy & typed=$$!; $(BIN)/policy-assistant check && $(BIN)/pytest --numprocesses auto --dist worksteal; \
	  tested=$$?; wait $$typed || { echo 'The types do not fit: see what mypy says above.'; exit 1; }; exit $$tested

fix: .venv/installed-for-tests ## Format the code, mend what the linter can mend, write the schemas, run the guides' examples anew
	$(BIN)/ruff check --fix
	$(BIN)/ruff format
	$(BIN)/policy-assistant schema
	$(BIN)/python -m tests.examples

soak: .venv/installed-for-tests .venv/browser ## A server asked, stopped, renewed and flooded, a million bad inputs, ten million cases, and faults of the store: two hours
	$(BIN)/python -m tests.faults.lasting
	$(BIN)/python -m bench.cases
	$(BIN)/python -m tests.faults.soak
	$(BIN)/python -m tests.faults.hostile

bench: .venv/installed-for-bench ## Measure speed and memory; with SETS='PHRASES QUESTIONS' the matching too (bench/README.md)
	$(BIN)/python -m bench.run
	$(if $(shell command -v npx),$(BIN)/python -m bench.lighthouse)
	$(if $(SETS),$(BIN)/python -m bench.matching $(SETS))

pictures: .venv/installed-for-tests .venv/browser ## Take the pictures of docs/pictures anew
	$(BIN)/python -m tests.pictures

clean: ## Remove what the other targets made
	rm -rf .venv build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/installed: pyproject.toml constraints.txt
	python3 -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed")'
	test -x $(BIN)/pip || python3 -m venv .venv
	$(PIP) --editable '.[authors]'
	$(BIN)/python -m compileall -q assistant
	@touch $@

.venv/installed-for-tests: .venv/installed
	$(PIP) --editable '.[test]'
	@touch $@

# Generators of clients for the API, in a place of their own: they want other versions than we do.
.venv/clients/installed: tests/clients/requirements.txt tests/clients/package-lock.json
	python3 -m venv .venv/clients
	.venv/clients/bin/python -m pip install --quiet --disable-pip-version-check --requirement tests/clients/requirements.txt
	cp tests/clients/package.json tests/clients/package-lock.json .venv/clients
	cd .venv/clients && bin/npm ci --silent --no-audit --no-fund --ignore-scripts
	@touch $@

# Weblate's own code for PO files: of its wheel, which has a server in it, only what reads and writes files.
.venv/weblate/installed: .venv/installed tests/editors/requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --target .venv/weblate --upgrade --requirement tests/editors/requirements.txt
	$(BIN)/python -m pip download --quiet --disable-pip-version-check --no-deps --dest .venv/weblate weblate==5.14.3
	$(BIN)/python tests/editors/unpacked.py .venv/weblate/weblate-*.whl .venv/weblate
	rm .venv/weblate/weblate-*.whl
	@touch $@

.venv/installed-for-bench: .venv/installed bench/constraints.txt
	$(PIP) --constraint bench/constraints.txt --editable '.[bench]'
	@touch $@

# The browser comes from the system: a package of the distribution, with fonts that can show Japanese; so do the Java
# that the checker of HTML runs on, the proxy that deploy/ configures, the server of the store, and the editor of
# translators with a screen for it. Chromium's shell without windows works a third as long for the same; where the
# distribution has none, the whole browser will do.
.venv/browser: .venv/installed
	@{ command -v chromium && command -v java && command -v curl && command -v groff && PATH=$$PATH:/usr/sbin command -v nginx && command -v poedit && command -v xdotool && command -v Xvfb && ls /usr/lib/postgresql/*/bin/pg_ctl; } || { test "$$(id -u)" = 0 && command -v apt-get && apt-get update --quiet \
	  && DEBIAN_FRONTEND=noninteractive apt-get install --quiet --yes --no-install-recommends chromium curl default-jre-headless fonts-noto-cjk groff-base nginx-light poedit postgresql xdotool xvfb; } \
	  || { echo 'The tests need Chromium, Java, curl, groff, nginx, Poedit, PostgreSQL, xdotool and Xvfb: install the packages chromium, curl, default-jre-headless, fonts-noto-cjk, groff-base, nginx-light, poedit, postgresql, xdotool and xvfb, then call make again.'; exit 1; }
	@command -v chromium-headless-shell > /dev/null || test "$$(id -u)" != 0 || ! command -v apt-get > /dev/null \
	  || DEBIAN_FRONTEND=noninteractive apt-get install --quiet --yes --no-install-recommends chromium-headless-shell || true
	@touch $@

.PHONY: help run test fix soak bench pictures clean

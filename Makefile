# Two commands from a clean checkout with Python 3.11, pip and make: `make run` and `make test`.
# Each makes .venv where there is none, and installs again only when the requirements change.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/sh

# The first Python that is new enough; `make run PYTHON=/path/to/python` chooses another.
PYTHON ?= $(shell for python in python3.11 python3 python3.12 python3.13 python3.14 python; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& { echo $$python; break; }; done)
VENV := .venv
# How many tests at a time: two for each core, for many wait for a process to start or to end.
# `make test JOBS=0` runs them in one process, as a debugger wants.
JOBS := $(shell expr 2 \* $$(getconf _NPROCESSORS_ONLN))
KILLS := 200
EXAMPLES := 10000
MINUTES := 30
KILL := 0
BIN := $(VENV)/bin
# A Python without ensurepip makes a .venv without pip; then the pip outside installs into it.
PIP = $$($(BIN)/python -m pip --version >/dev/null 2>&1 && echo $(BIN)/python -m pip \
	|| echo $(PYTHON) -m pip --python $(BIN)/python)
INSTALL = $(PIP) install --disable-pip-version-check --no-input --require-hashes

help: ## Say what can be made.
	@sed -n 's/^\([a-z-]*\):.*## /  make \1	/p' Makefile

run: $(VENV)/installed-run $(BIN)/alliance ## Install what the bot needs, and start it.
	@$(BIN)/python -m bot run

install: $(VENV)/installed-run $(BIN)/alliance ## Install what the bot needs, and start nothing.

mcp: $(VENV)/installed-mcp $(BIN)/alliance ## Install what `alliance mcp` needs besides.

test: $(VENV)/installed-dev $(BIN)/alliance ## Install what the tests need, and run all but the two below.
	@echo "==> Running the tests"
	@$(BIN)/python -m pytest -n $(JOBS) --dist worksteal \
		--ignore tests/browser --ignore tests/chaos $(ARGS)

test-browser: $(VENV)/installed-dev ## Run the tests of the playground's page; they need Chromium.
	@echo "==> Running the tests of the page"
	@$(BIN)/python -m pytest tests/browser $(ARGS)

test-chaos: $(VENV)/installed-dev ## Run the tests that kill and restart the bot's processes.
	@echo "==> Running the tests of kills and restarts"
	@$(BIN)/python -m pytest tests/chaos $(ARGS)

lint: $(VENV)/installed-dev ## Check style and types.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/installed-bench ## Measure everything, and publish it; SIZE=small only tries it.
	@$(BIN)/python -m bench $(addprefix --,$(SIZE)) $(ARGS)

pictures: $(VENV)/installed-dev ## Draw the pictures of docs/ again; they need Chromium.
	@$(BIN)/python -m bench.pictures

fuzz: $(VENV)/installed-dev ## Try hostile inputs at every door; EXAMPLES=100000.
	$(BIN)/python -m tests.fuzz.run --examples $(EXAMPLES)

chaos: $(VENV)/installed-dev ## Kill workers at random moments; KILLS=200 POSTGRES=postgresql://...
	$(BIN)/python -m tests.chaos.kill --kills $(KILLS)
	$(BIN)/python -m tests.chaos.kill --kills $(KILLS) --blind
	$(if $(POSTGRES),$(BIN)/python -m tests.chaos.kill --kills $(KILLS) --workers 3 --postgres $(POSTGRES))
	$(if $(POSTGRES),$(BIN)/python -m tests.chaos.outage --postgres $(POSTGRES))
	$(if $(POSTGRES),$(BIN)/python -m tests.chaos.rolling --postgres $(POSTGRES))

soak: $(VENV)/installed-dev ## Ask 200 times a second; MINUTES=30 KILL=15 POSTGRES=postgresql://...
	$(BIN)/python -m bench.soak --minutes $(MINUTES) --kill $(KILL) \
		$(if $(POSTGRES),--postgres $(POSTGRES))

clean: ## Remove .venv and what tools leave behind.
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage dist

$(VENV)/installed-run: requirements.txt | $(BIN)/python
	@echo "==> Installing what the bot needs into $(VENV) (about a minute the first time)"
	@$(INSTALL) -r requirements.txt
	@touch $@

$(VENV)/installed-mcp: requirements-mcp.txt | $(BIN)/python
	@echo "==> Installing what assistants need into $(VENV) (about a minute the first time)"
	@$(INSTALL) -r requirements-mcp.txt
	@touch $@ $(VENV)/installed-run

$(VENV)/installed-dev: requirements-dev.txt | $(BIN)/python
	@echo "==> Installing what the bot and its tests need into $(VENV) (a minute or two the first time)"
	@$(INSTALL) -r requirements-dev.txt
	@touch $@ $(VENV)/installed-run $(VENV)/installed-mcp

$(VENV)/installed-bench: requirements-bench.txt | $(BIN)/python
	@echo "==> Installing what the measurements need into $(VENV) (a minute or two the first time)"
	@$(INSTALL) -r requirements-bench.txt
	@touch $@ $(VENV)/installed-run $(VENV)/installed-mcp $(VENV)/installed-dev

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed, and was not found."; exit 1; }
	@echo "==> Making $(VENV) with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv $(VENV) 2>/dev/null || $(PYTHON) -m venv --clear --without-pip $(VENV)

# The console script of a checkout: the tree itself, from any folder, with nothing built.
$(BIN)/alliance: Makefile | $(BIN)/python
	@printf '%s\n' '#!/bin/sh' 'top=$$(cd "$$(dirname "$$(readlink -f "$$0")")/../.." && pwd)' \
		'PYTHONPATH="$$top$${PYTHONPATH:+:$$PYTHONPATH}" exec "$$top/.venv/bin/python" -m bot "$$@"' > $@
	@chmod +x $@

.PHONY: help run install mcp test test-browser test-chaos lint bench pictures fuzz chaos soak clean

# Every target says in one sentence what it does; `make help` prints them.
PYTHON ?= python3
BIN := .venv/bin
SHELL := /bin/bash
# Prefect sends usage milestones unless this is set; Vouch talks to nobody.
export DO_NOT_TRACK := 1

.DEFAULT_GOAL := help
.PHONY: help demo test check fix golden bench up clean system

help: ## Print this list.
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/\1\t\2/' | expand -t 10

demo: .venv/ready ## Set everything up, then decide every sample case through the Prefect flow and print the table.
	$(BIN)/vouch demo

test: check .venv/browser ## Run all tests and the house checks.
	$(BIN)/pytest -n 2 --dist loadfile tests/golden tests/shell

check: .venv/ready ## The quick checks before a commit: style, types, import contracts, tests without IO.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest tests/house tests/core

fix: .venv/ready ## Mend what the linters can mend by themselves.
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

golden: .venv/ready ## Regenerate the golden files on purpose; look at the diff before you commit it.
	$(BIN)/vouch golden --force

bench: .venv/bench ## Measure speed and accuracy on drawn papers; prints tables, writes bench/results/ and docs/figures.md.
	$(BIN)/python -m bench.cases
	$(BIN)/python -m bench.ocr
	$(BIN)/python -m bench.page
	$(BIN)/python -m bench.fields kit_kept_out
	$(BIN)/python -m bench.statements kit_kept_out
	$(BIN)/python -m bench.tamper
	$(BIN)/python -m bench.figures

up: .venv/ready ## Start Prefect's server with its UI and the worker on this machine.
	$(BIN)/vouch up

clean: ## Remove the virtual environment, caches and the local data folder.
	rm -rf .venv .vouch build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

system: ## Install the system libraries that OpenCV and the letters need (Debian; elsewhere it says which).
	@bash .ci/system

.venv/ready: pyproject.toml constraints.txt .ci/system
	@bash .ci/system
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]"
	@touch $@

.venv/browser: .venv/ready
	@bash .ci/system browser
	@touch $@

.venv/bench: .venv/ready
	@bash .ci/system bench
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[bench]"
	@touch $@

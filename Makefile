# Two commands do everything: `make run` and `make test`; each sets up what it needs.
PYTHON ?= python3
PORT ?= 8501
HOST ?= 127.0.0.1
BIN := .venv/bin

.PHONY: run test lint bench check-data

run: .venv/run.stamp
	$(BIN)/streamlit run streamlit_app.py --server.port $(PORT) --server.address $(HOST)

test: .venv/dev.stamp
	$(BIN)/python tests/browser_setup.py
	$(BIN)/python -m pytest

lint: .venv/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy geo data

bench: .venv/dev.stamp
	$(BIN)/python tests/browser_setup.py
	PYTHONPATH=.:tests $(BIN)/python -m bench

check-data: .venv/run.stamp
	$(BIN)/python -m data check

# Debian's Python can come without the part that makes environments; root can add it.
.venv/bin/python:
	$(PYTHON) -m venv .venv || { [ "$$(id -u)" = 0 ] && command -v apt-get && apt-get update -qq \
		&& apt-get install -y -qq python3-venv && $(PYTHON) -m venv --clear .venv; }

.venv/run.stamp: .venv/bin/python requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

.venv/dev.stamp: .venv/run.stamp requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@

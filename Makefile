# Two commands do everything: `make run` and `make test`; each sets up what it needs.
PYTHON ?= python3
PORT ?= 8501
HOST ?= 127.0.0.1
BIN := .venv/bin
# What checks must not change what it checks: this fails where a command leaves the tree changed.
UNCHANGED := $(BIN)/python tests/unchanged.py
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
SOUND = $(BIN)/python .ci/environment.py $(1) \
	|| { echo "The environment in .venv is broken: remove that folder, and run this again."; exit 1; }

.PHONY: run test lint bench fuzz check-data site sbom sound sound-dev
.DELETE_ON_ERROR:

run: sound
	$(BIN)/streamlit run streamlit_app.py --server.port $(PORT) --server.address $(HOST)

test: sound-dev
	$(BIN)/python tests/browser_setup.py
	$(UNCHANGED) $(BIN)/python tests/suite.py

lint: sound-dev
	$(UNCHANGED) $(BIN)/ruff check .
	$(UNCHANGED) $(BIN)/ruff format --check .
	$(UNCHANGED) $(BIN)/mypy geo data dashboard
	$(UNCHANGED) $(BIN)/oxlint --deny-warnings dashboard/assets tests/scripts

bench: sound-dev
	$(BIN)/python tests/browser_setup.py driver
	PYTHONPATH=.:tests $(BIN)/python -m bench

check-data: sound
	$(BIN)/python -m data check $(if $(RECORD_FOLDER),"$(RECORD_FOLDER)")
	$(BIN)/python -m dashboard check

# Hostile input for each door in turn; SECONDS of all of them.
fuzz: sound-dev
	PYTHONPATH=.:tests $(BIN)/python tests/fuzzing.py $(or $(SECONDS),600)

# OUT=folder ADDRESS=https://... make site: where to write, and where the pages will be.
site: sound
	$(BIN)/python -m dashboard site --out "$(or $(OUT),site)" $(if $(ADDRESS),--address "$(ADDRESS)")

# CycloneDX: every package that runs here, with its version and licence, and what is vendored.
sbom: sound
	$(BIN)/python deploy/sbom.py > "$(or $(OUT),sbom.cdx.json)"

# What is stamped may have lost a package since, or its Python: it is mended, or said in a sentence.
sound: .venv/run.stamp
	@$(call SOUND,requirements.txt)

sound-dev: .venv/dev.stamp
	@$(call SOUND,requirements-dev.txt)

# Debian's Python can come without the part that makes environments; root can add it. A failed
# attempt leaves nothing behind that the next one would take for an environment.
.venv/bin/pip:
	$(PYTHON) -m venv .venv || { rm -rf .venv; [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
		&& apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv \
		&& $(PYTHON) -m venv .venv; } || { rm -rf .venv; \
		echo "No environment: install python3-venv (apt-get install python3-venv) and try again."; exit 1; }

.venv/run.stamp: .venv/bin/pip requirements.txt
	$(PIP) -r requirements.txt
	touch $@

.venv/dev.stamp: .venv/run.stamp requirements-dev.txt
	$(PIP) -r requirements-dev.txt
	touch $@

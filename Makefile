# Two commands matter: `make portal` builds the sample, `make test` runs all tests.
# Both set up what they need in .venv, and do so again only when pyproject.toml has changed.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: portal test browser check-code oracle bench weigh pictures catalogs schemas chromium clean

portal: $(VENV)/.installed
	$(BIN)/portalgen build --content content --templates site-templates --output public

test: $(VENV)/.ready check-code
	$(BIN)/python -m pytest -n 2 -m "not browser_matrix and not npm" $(PYTEST_ARGS)

# Every page in every mode and width (`make test` sees each page once), and the programs of others
# that npm installs: the phone editor, and the server by which editors help.
browser: $(VENV)/.ready
	sh scripts/install-npm-packages.sh
	$(BIN)/python -m pytest -n 2 tests/browser tests/npm $(PYTEST_ARGS)

check-code: $(VENV)/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The timeline against a naive look at ten thousand practices, and five thousand edits of as many
# files; takes the better part of an hour.
oracle: $(VENV)/.ready
	$(BIN)/python -m tests.editing --edits 5000
	$(BIN)/python -m tests.oracle --practices 10000 --jobs 2

# What builds and the preview cost, beside programs that do the like; takes some minutes.
bench: $(VENV)/.ready
	$(BIN)/python -m tests.bench

# What a first look at each page costs in bytes, and at home pages that others make.
weigh: $(VENV)/.ready
	$(BIN)/python -m tests.weigh

# The pictures of the README, taken of the sample.
pictures: $(VENV)/.ready
	sh scripts/install-fonts.sh
	$(BIN)/python -m tests.screenshots

# The template of the message catalogs, made anew from all sources, and the catalogs with it.
catalogs: $(VENV)/.ready
	$(BIN)/python -m portalgen.wording.extract

schemas: $(VENV)/.installed
	$(BIN)/portalgen schema schemas
	$(BIN)/python -m portalgen.formats.status docs/status.schema.json
	$(BIN)/python -m portalgen.reference.manual docs/reference.md

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.ready: $(VENV)/.installed scripts/install-chromium.sh
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev
	PYTHON=$(BIN)/python sh scripts/install-chromium.sh
	touch $@

clean:
	rm -rf $(VENV) public dist build .mypy_cache .pytest_cache .ruff_cache

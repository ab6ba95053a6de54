# Two commands do everything: `make demo` and `make test`. `make lint` runs the linters. Whoever changes the desk in the
# browser also needs Node: `make frontend` builds its islands, `make e2e` tests it, `make screenshots` draws it.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
NODE_STAMP := frontend/node_modules/.installed

.PHONY: demo test lint bench frontend e2e screenshots clean

$(STAMP): requirements.txt pyproject.toml
	$(PYTHON) -m venv $(VENV) 2>/dev/null || python3 -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(STAMP)

demo: $(STAMP)
	@$(BIN)/dragoman read examples/news --dossier demo
	@$(BIN)/dragoman brief USA CHN --dossier demo --html demo/brief-usa-chn.html
	@echo
	@echo "The same brief as a page: demo/brief-usa-chn.html"

test: $(STAMP)
	$(BIN)/python -m pytest

lint: $(STAMP)
	$(BIN)/ruff check src tests scripts bench e2e
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(STAMP)
	$(BIN)/python bench/speed.py

$(NODE_STAMP): frontend/package.json frontend/package-lock.json
	cd frontend && npm ci --no-audit --no-fund
	@touch $(NODE_STAMP)

frontend: $(NODE_STAMP)
	cd frontend && npm run check && npm test && npm run build

e2e: $(STAMP) $(NODE_STAMP)
	sh e2e/install.sh
	PYTHONPATH=e2e $(BIN)/python -m pytest e2e

screenshots: $(STAMP) $(NODE_STAMP)
	sh e2e/install.sh
	PYTHONPATH=e2e $(BIN)/python e2e/screens.py docs/screens

clean:
	rm -rf $(VENV) frontend/node_modules demo dossier build dist

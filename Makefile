# Two commands: `make run SITE=https://www.your-clinic.com` and `make test`.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
DATA ?= data
PORT ?= 8050

.PHONY: help run test lock docs clean
.DEFAULT_GOAL := help

help:
	@echo "make run SITE=https://www.your-clinic.com   set up, crawl the site, open the dashboard"
	@echo "make run                                    the same for the bundled, invented clinic"
	@echo "make test                                   set up all that the tests need and run them"
	@echo "make docs                                   write the generated pages anew"
	@echo "make lock                                   pin the newest dependencies (needs uv)"

$(VENV)/python.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Rounds needs Python 3.11 or newer; name it with make PYTHON=python3.12 …"; exit 2; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/run.stamp: requirements.lock $(VENV)/python.stamp
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(VENV)/test.stamp: requirements-dev.lock $(VENV)/run.stamp
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

run: $(VENV)/run.stamp
ifdef SITE
	@$(PY) run.py crawl "$(SITE)" --data "$(DATA)" && $(PY) run.py dashboard --data "$(DATA)" --port $(PORT)
else
	@$(PY) run.py demo --data "$(DATA)" --port $(PORT)
endif

test: $(VENV)/test.stamp
	@tests/browser/chromium.sh
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(PY) -m pytest -n auto --dist loadfile --no-loadscope-reorder

docs: $(VENV)/run.stamp
	$(PY) run.py dictionary > data/README.md
	$(PY) run.py checks > CHECKS.md

lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--upgrade -o requirements.lock pyproject.toml
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--upgrade --extra dev -c requirements.lock -o requirements-dev.lock pyproject.toml

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis

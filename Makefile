# make site: set up, generate, check and build the website. make test: set up and run all tests. The rest is below.
PYTHON ?= python3
BIN = .venv/bin
# Where the site will be served, with its closing slash; canonical addresses and feeds need it.
SITE_URL ?=
# The only "today" there is: the day a person last went through the dossier (builders date their sitemaps with it).
REVIEWED = $(shell sed -n 's/^reviewed: *\([0-9-]*\).*/\1/p' seeds/site.yaml 2>/dev/null)
export SOURCE_DATE_EPOCH ?= $(shell $(PYTHON) -c 'import calendar, sys, time; print(calendar.timegm(time.strptime(sys.argv[1] or "2000-01-01", "%Y-%m-%d")))' "$(REVIEWED)")
# Notices of the site builders about one another; why they do not concern us stands in CONTRIBUTING.md.
export NO_MKDOCS_2_WARNING = 1
export DISABLE_MKDOCS_2_WARNING = true

.PHONY: site test check serve bench patch lock format clean
.DEFAULT_GOAL := site

site:
	@$(PYTHON) requirements/install.py site
	$(BIN)/briefing build
	$(BIN)/briefing check $(if $(GITHUB_ACTIONS),--format github)
	$(if $(SITE_URL),SITE_URL=$(SITE_URL)en/) $(BIN)/python -m mkdocs build --quiet --strict -f mkdocs.yml
	$(if $(SITE_URL),SITE_URL=$(SITE_URL)ko/) $(BIN)/python -m mkdocs build --quiet --strict -f mkdocs.ko.yml
	$(BIN)/briefing assemble $(if $(SITE_URL),--base $(SITE_URL))
	@echo "The site is built. Open it: $(CURDIR)/site/index.html   or, live: make serve"

test:
	@$(PYTHON) requirements/install.py test
	$(BIN)/python -m pytest $(ARGS)

check:
	@$(PYTHON) requirements/install.py test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	@! grep -rnE '\bfloat\(|\b(now|today|utcnow)\(' generator --include='*.py' --exclude=cli.py || { echo 'Numbers are exact and no stage reads the clock (see CONTRIBUTING.md).'; exit 1; }
	$(BIN)/briefing check $(if $(GITHUB_ACTIONS),--format github)
	@# A curator who edits in the browser cannot build: in a pull request the pages are handed over as a patch instead.
	$(if $(filter pull_request,$(GITHUB_EVENT_NAME)),@echo 'docs/: see the patch of the site job',$(BIN)/briefing build --check)
	$(BIN)/zizmor --offline --strict-collection --persona=auditor --no-progress --quiet .github

serve:
	@$(PYTHON) requirements/install.py site
	$(BIN)/briefing serve

bench:
	@$(PYTHON) requirements/install.py bench
	$(BIN)/python -m tests.bench

# After make site: what the committed pages lack, as pages.patch; no file when they are current.
patch:
	@git add --intent-to-add docs && git diff --binary -- docs > pages.patch
	@if [ -s pages.patch ]; then echo '$(if $(GITHUB_ACTIONS),::notice::)docs/ is not what the seeds give: git apply pages.patch, or make site and commit docs/'; \
	else rm pages.patch; fi

# Bring the locked packages up to date; needs uv (https://docs.astral.sh/uv/). LOCK = another way to call it.
LOCK ?= uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links
lock:
	$(LOCK) -o requirements/site.lock requirements/site.in
	$(LOCK) -o requirements/test.lock requirements/test.in
	$(LOCK) -o requirements/bench.lock requirements/bench.in

format:
	@$(PYTHON) requirements/install.py test
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf site .venv .cache .pytest_cache .ruff_cache .mypy_cache .hypothesis

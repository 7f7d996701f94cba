PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/installed

.PHONY: demo test check docs site pictures bench clean

demo: $(INSTALLED)  ## Set everything up and run sayso on the demo stories.
	$(BIN)/sayso demo

test: $(INSTALLED)-dev  ## Set everything up and pass the tests.
	$(MAKE) check

check: $(INSTALLED)-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

docs: $(INSTALLED)-dev  ## Write the pages that are made from the code.
	$(BIN)/python docs/build.py

site: $(INSTALLED)-docs  ## Build the documentation site in build/site; a link that leads nowhere fails it.
	$(BIN)/python -m sphinx --fail-on-warning --keep-going --quiet -c docs -d build/site-trees . build/site

pictures: $(INSTALLED)-dev  ## Take the pictures of the desk from the running page (needs chromium).
	$(BIN)/python -m docs.screenshots

BENCH ?= build/bench
SIZES ?= 1000 10000

bench: $(INSTALLED)  ## Measure cost against size (SIZES="1000 10000 100000 1000000"; BENCH: a folder; see benchmarks/README.md).
	SAYSO_DATA=$(SAYSO_DATA) $(BIN)/python -m evaluation.bench $(BENCH) $(SIZES) $(if $(PEERS),--peers $(PEERS))

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist

$(INSTALLED): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	touch $@

$(INSTALLED)-dev: $(INSTALLED)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[dev]"
	touch $@

$(INSTALLED)-docs: $(INSTALLED)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[docs]"
	touch $@

PYTHON_TRAINING ?= .venv-training/bin/python
SAYSO_DATA ?= ../shared/data
RUN ?= runs/attribution-5

TEACHER ?= runs/teacher

.PHONY: train distil imitate compare compare-told compare-invented evaluate

train:  ## Retrain the attribution model (see training/README.md).
	SAYSO_DATA=$(SAYSO_DATA) $(PYTHON_TRAINING) -m training.train $(RUN) --epochs 6
	SAYSO_DATA=$(SAYSO_DATA) $(PYTHON_TRAINING) -m training.export $(RUN) src/sayso/models/attribution-5
	SAYSO_DATA=$(SAYSO_DATA) $(PYTHON_TRAINING) -m training.heads src/sayso/models/attribution-5

distil:  ## Train on from the shipped model with events that a larger network tells (SAYSO_TEACHER: its folder).
	SAYSO_DATA=$(SAYSO_DATA) $(PYTHON_TRAINING) -m training.teach $(TEACHER)
	SAYSO_DATA=$(SAYSO_DATA) $(PYTHON_TRAINING) -m training.label_events $(TEACHER)
	SAYSO_DATA=$(SAYSO_DATA) $(PYTHON_TRAINING) -m training.train $(RUN) --from-shipped --epochs 1 --rate 6e-5 \
		--head-rate 3e-4 --seed 3 --events-of $(TEACHER)
	SAYSO_DATA=$(SAYSO_DATA) $(PYTHON_TRAINING) -m training.export $(RUN) src/sayso/models/attribution-5
	SAYSO_DATA=$(SAYSO_DATA) $(PYTHON_TRAINING) -m training.heads src/sayso/models/attribution-5

TAUGHT ?= runs/attribution-teacher
STUDENT ?= runs/attribution-student

imitate:  ## Train on from the shipped model with attributions that three larger networks tell (wants a GPU; SMALLER="--layers 4": a faster one).
	for seed in 1 2 3; do SAYSO_DATA=$(SAYSO_DATA) $(PYTHON_TRAINING) -m training.train $(TAUGHT)-$$seed --teacher \
		--stories-alone --epochs 5 --rate 5e-5 --seed $$seed || exit; done
	for weight in 1 3; do SAYSO_DATA=$(SAYSO_DATA) $(PYTHON_TRAINING) -m training.distil $(STUDENT)-$$weight \
		--from $(TAUGHT)-1 $(TAUGHT)-2 $(TAUGHT)-3 --events-of $(TEACHER) --weight $$weight $(SMALLER) \
		--epochs 3 --draws 3 --budget-pieces 5120 --rate 2e-4 --head-rate 4e-4 || exit; done
	$(PYTHON_TRAINING) -m training.average $(STUDENT) $(STUDENT)-1/last.pt $(STUDENT)-3/last.pt
	SAYSO_DATA=$(SAYSO_DATA) $(PYTHON_TRAINING) -m training.tune $(STUDENT)
	SAYSO_DATA=$(SAYSO_DATA) $(PYTHON_TRAINING) -m training.export $(STUDENT) src/sayso/models/attribution-5
	SAYSO_DATA=$(SAYSO_DATA) $(PYTHON_TRAINING) -m training.heads src/sayso/models/attribution-5

COMPARED ?= runs/comparison-3
COMPARISON := $(PYTHON_TRAINING) -m training.comparison
ASIDE := --aside 0.1

compare:  ## Train the network that compares claims with the words of stories.
	SAYSO_DATA=$(SAYSO_DATA) $(COMPARISON).train $(COMPARED)-a --epochs 1 $(ASIDE)
	SAYSO_DATA=$(SAYSO_DATA) $(COMPARISON).train $(COMPARED)-b --from-run $(COMPARED)-a --epochs 2 --rate 8e-5 --seed 2 $(ASIDE)
	$(PYTHON_TRAINING) -m training.average $(COMPARED) $(COMPARED)-a/last.pt $(COMPARED)-b/epoch-?.pt
	SAYSO_DATA=$(SAYSO_DATA) $(COMPARISON).export $(COMPARED) src/sayso/models/comparison-3 $(ASIDE)
	SAYSO_DATA=$(SAYSO_DATA) $(COMPARISON).exits src/sayso/models/comparison-3 $(ASIDE)

compare-told:  ## Train on from there with pairs of news that a larger network tells (wants a GPU).
	SAYSO_DATA=$(SAYSO_DATA) $(COMPARISON).draw $(COMPARED)-news.jsonl --stories 2500
	SAYSO_DATA=$(SAYSO_DATA) $(COMPARISON).train $(COMPARED)-teacher --teacher --epochs 3 --rate 5e-5 --budget-pieces 8192 $(ASIDE)
	SAYSO_DATA=$(SAYSO_DATA) $(COMPARISON).tell $(COMPARED)-teacher $(COMPARED)-news.jsonl $(ASIDE)
	SAYSO_DATA=$(SAYSO_DATA) $(COMPARISON).train $(COMPARED)-told --from-run $(COMPARED) --told $(COMPARED)-teacher/told.jsonl \
		--epochs 5 --rate 1.5e-4 --budget-pieces 8192 $(ASIDE)
	$(PYTHON_TRAINING) -m training.average $(COMPARED)-mean $(COMPARED)/last.pt $(COMPARED)-told/last.pt
	SAYSO_DATA=$(SAYSO_DATA) $(COMPARISON).export $(COMPARED)-mean src/sayso/models/comparison-3 $(ASIDE)
	SAYSO_DATA=$(SAYSO_DATA) $(COMPARISON).exits src/sayso/models/comparison-3 $(ASIDE)

compare-invented:  ## Train on from there with invented events, in which one thing is put in many ways.
	SAYSO_DATA=$(SAYSO_DATA) $(COMPARISON).train $(COMPARED)-invented --from-run $(COMPARED)-mean --epochs 2 --draw 0.2 \
		--rate 1.2e-4 --invented 1 --budget-pieces 4096 $(ASIDE)
	$(PYTHON_TRAINING) -m training.average $(COMPARED)-last $(COMPARED)-mean/last.pt \
		$(COMPARED)-invented/last.pt $(COMPARED)-invented/last.pt
	SAYSO_DATA=$(SAYSO_DATA) $(COMPARISON).export $(COMPARED)-last src/sayso/models/comparison-3 $(ASIDE)
	SAYSO_DATA=$(SAYSO_DATA) $(COMPARISON).exits src/sayso/models/comparison-3 $(ASIDE)

evaluate: $(INSTALLED)  ## Measure the shipped model on the corpora (see evaluation/README.md).
	SAYSO_DATA=$(SAYSO_DATA) $(BIN)/python -m evaluation.attribution
	SAYSO_DATA=$(SAYSO_DATA) $(BIN)/python -m evaluation.wikinews
	SAYSO_DATA=$(SAYSO_DATA) $(BIN)/python -m evaluation.wire
	SAYSO_DATA=$(SAYSO_DATA) $(BIN)/python -m evaluation.resolution
	SAYSO_DATA=$(SAYSO_DATA) $(BIN)/python -m evaluation.names
	SAYSO_DATA=$(SAYSO_DATA) $(BIN)/python -m evaluation.comparison

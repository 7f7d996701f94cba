"""A desk on a ledger of three demo stories, read by the shipped model."""

import json
import shutil
import time
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from httpx import Response
from playwright.sync_api import Browser, sync_playwright

from evaluation.serving import serving
from sayso.ingest import story_from_text
from sayso.ledger import Ledger
from sayso.pipeline.adding import add_stories
from sayso.pipeline.models import shipped_model
from sayso.web import create_app
from tests.web.browsing import launch_chromium

AT_HOME = "http://127.0.0.1"
SEED = "f01"
FEW = ("f01", "f02", "f06", "f31")


@pytest.fixture(scope="session")
def desk_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("desk") / "desk.sayso"
    lines = (files("sayso") / "demo" / "stories.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row["id"] in FEW]
    known = ("id", "title", "outlet", "published", "url", "note")
    stories = [story_from_text(row["text"], **{key: row.get(key) for key in known}) for row in rows]
    with Ledger(path) as ledger:
        for _ in add_stories(ledger, shipped_model(), stories):
            pass
    return path


@pytest.fixture
def client(desk_ledger: Path) -> TestClient:
    return TestClient(create_app(desk_ledger), base_url=AT_HOME, raise_server_exceptions=False)


@pytest.fixture
def own_client(tmp_path: Path) -> TestClient:
    """A desk on an empty ledger."""
    return TestClient(create_app(tmp_path / "own.sayso"), base_url=AT_HOME, raise_server_exceptions=False)


@pytest.fixture(scope="session")
def address(desk_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real server on a copy of the ledger."""
    with serving(Path(shutil.copy(desk_ledger, tmp_path_factory.mktemp("served") / "served.sayso"))) as told:
        yield told


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = launch_chromium(playwright)
        yield running
        running.close()


def taken(client: TestClient, answer: Response) -> str:
    """The page of what was given, once it has been read, however that was answered."""
    place = answer.url.path
    while place.startswith("/taken/"):
        answer = client.get(place)
        if 'data-over="no"' not in answer.text:
            break
        time.sleep(0.05)
    assert answer.status_code == 200, answer.text
    return answer.text

"""A desk on a ledger of three demo stories, read by the shipped model."""

import json
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

import pytest
import uvicorn
from fastapi.testclient import TestClient
from httpx import Response
from playwright.sync_api import Browser, sync_playwright

from sayso.ingest import story_from_text
from sayso.ledger import Ledger
from sayso.pipeline.method import add_stories
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


@contextmanager
def serve(path: Path) -> Iterator[str]:
    """A real server on a ledger, at the address that is told."""
    server = uvicorn.Server(uvicorn.Config(create_app(path), host="127.0.0.1", port=0, log_level="warning"))
    running = threading.Thread(target=server.run, daemon=True)
    running.start()
    while not server.started:
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    running.join()


@pytest.fixture(scope="session")
def address(desk_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real server on a copy of the ledger."""
    with serve(Path(shutil.copy(desk_ledger, tmp_path_factory.mktemp("served") / "served.sayso"))) as told:
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

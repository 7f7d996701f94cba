"""Answers worked out in processes beside the desk's."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from sayso.errors import UsageError
from sayso.ledger import Ledger
from sayso.web.desk import Desk
from sayso.web.workers import WorkerHere, Workers
from tests.ledger.samples import RUN, one_line_reading


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("workers") / "w.sayso"
    with Ledger(path) as ledger:
        ledger.add(one_line_reading("s1", "Olena Brodie", "the bridge is closed"), RUN)
    return path


@pytest.fixture(scope="module")
def workers(path: Path) -> Iterator[Workers]:
    with Workers(path, 2) as workers:
        yield workers


def tell_process(ledger: Ledger, *, count: bool) -> tuple[int, int]:
    return os.getpid(), ledger.count_stories() if count else 0


def refuse(_: Ledger) -> None:
    raise UsageError("what came", "what was wanted", "what to do")


def end_elsewhere(_: Ledger, here: int) -> int:
    if os.getpid() != here:
        os.kill(os.getpid(), signal.SIGKILL)
    return here


def test_a_process_of_its_own_looks_into_the_ledger(workers: Workers) -> None:
    process, stories = workers.work(tell_process, count=True)
    assert (process != os.getpid(), stories) == (True, 1)


def test_an_error_comes_whole(workers: Workers) -> None:
    with pytest.raises(UsageError) as told:
        workers.work(refuse)
    assert (told.value.came, told.value.wanted, told.value.remedy) == ("what came", "what was wanted", "what to do")


def test_the_desk_tells_the_same_by_processes_as_alone(path: Path, workers: Workers) -> None:
    alone, many = Desk(path, WorkerHere(path)), Desk(path, workers)
    claim = "the bridge is closed"
    assert many.trace(claim) == alone.trace(claim)
    assert many.story("s1") == alone.story("s1")
    assert many.said("Brodie", "", 9) == alone.said("Brodie", "", 9)
    assert many.sources() == alone.sources()
    assert many.holdings() == alone.holdings()


def test_where_a_process_is_killed_the_answer_comes_from_here_and_others_begin(path: Path) -> None:
    with Workers(path, 1) as workers:
        assert workers.work(end_elsewhere, os.getpid()) == os.getpid()
        assert workers.work(tell_process, count=False)[0] != os.getpid()


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="the system does not tell its processes so")
@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT])
def test_the_desk_ends_with_its_processes_and_without_a_word(path: Path, sent: signal.Signals) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "sayso", "serve", "--ledger", str(path), "--port", str(port), "--no-open"]
    running = subprocess.Popen(command, stderr=subprocess.PIPE)
    try:
        assert _get_patiently(f"http://127.0.0.1:{port}/stories/s1").status_code == 200
        beside = Path(f"/proc/{running.pid}/task/{running.pid}/children").read_text().split()
        assert len(beside) >= 2
        running.send_signal(sent)
        _, said = running.communicate(timeout=30)
    finally:
        running.kill()
    assert running.returncode == 0
    deadline = time.monotonic() + 30
    while any(Path(f"/proc/{one}").exists() for one in beside):
        assert time.monotonic() < deadline, "a process outlived its desk"
        time.sleep(0.05)
    assert "leaked" not in said.decode()
    assert "Traceback" not in said.decode()


def test_a_port_that_is_taken_is_told_before_anything_is_opened(path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        command = [sys.executable, "-m", "sayso", "serve", "--ledger", str(path), "--port", port, "--no-open"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 2
    assert f"the desk cannot answer at 127.0.0.1, port {port} (Address already in use)" in done.stderr
    assert "The desk on" not in done.stderr


@pytest.mark.parametrize(("host", "shown"), [("127.0.0.1", "127.0.0.1"), ("0.0.0.0", socket.gethostname())])
def test_the_desk_tells_an_address_at_which_it_is_found(path: Path, host: str, shown: str) -> None:
    where = ["--ledger", str(path), "--host", host, "--port", "0"]
    command = [sys.executable, "-m", "sayso", "serve", *where, "--no-open"]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as running:
        try:
            assert running.stderr is not None
            (address,) = re.findall(r"http://\S+", running.stderr.readline().decode())
            assert f"//{shown}:" in address
            assert _get_patiently(address.replace(shown, "127.0.0.1")).status_code in {200, 303}
        finally:
            running.terminate()


def _get_patiently(address: str) -> httpx.Response:
    """An answer from a desk that is still beginning."""
    for _ in range(600):
        try:
            return httpx.get(address, trust_env=False, timeout=30)
        except httpx.ConnectError:
            time.sleep(0.1)
    raise TimeoutError(address)

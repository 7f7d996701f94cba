"""Processes beside this one, when somebody presses Ctrl-C."""

import subprocess
import sys
from pathlib import Path

import pytest

INTERRUPTED = """
import os, signal, time
from sayso.processes import begin_processes

if __name__ == "__main__":
    signal.signal(signal.SIGINT, lambda *_: None)
    with begin_processes(1, os.getpid) as processes:
        work = processes.submit(os.getpid)
        while not work.done():
            os.killpg(0, signal.SIGINT)
            time.sleep(0.005)
        print(work.result() != os.getpid())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there Ctrl-C is no signal to a group")
def test_ctrl_c_does_not_meet_a_process_that_begins(tmp_path: Path) -> None:
    script = tmp_path / "interrupted.py"
    script.write_text(INTERRUPTED, encoding="utf-8")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=120, start_new_session=True)
    assert (done.stdout, done.stderr) == ("True\n", "")

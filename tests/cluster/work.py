"""An archive read in a process of its own, as a user's command is: python -m tests.cluster.work ENGINE FOLDER FILES...

ENGINE is "native" or "ray", a local Ray of two workers; with "-killed" behind it one worker is killed midway.
"""

import os
import signal
import sys
import time
from dataclasses import replace
from pathlib import Path
from threading import Thread

from sayso.cluster.begin import begin_archive
from sayso.cluster.engine import start_engine
from sayso.cluster.folder import Folder
from sayso.cluster.method import read_archive, tell_together
from sayso.ingest import ColumnMapping, find_inputs

LOT_STORIES = 2
WORKERS = {"ray-killed": b"ray::UDFActor", "native-killed": b"daft.execution.udf_worker"}


def main() -> None:
    """Read, and tell what takes all stories together, in several parcels however few they are."""
    engine, place, *paths = sys.argv[1:]
    on_ray = engine.startswith("ray")
    if on_ray:
        import ray

        # By themselves Ray's workers stand back behind whatever else the machine does.
        options = {"include_dashboard": False, "log_to_driver": False, "_system_config": {"worker_niceness": 0}}
        ray.init(num_cpus=2, _node_ip_address="127.0.0.1", **options)
    folder = Folder(place)
    inputs = [source for path in paths for source in find_inputs(path)]
    begun = begin_archive(folder, inputs, ColumnMapping(), resume=False, lot_stories=LOT_STORIES)
    started = start_engine("auto" if on_ray else None)
    if engine in WORKERS:
        Thread(target=kill_worker, args=(folder, WORKERS[engine]), daemon=True).start()
    read_archive(folder, begun, replace(started, processes=2), lambda _: None)
    tell_together(folder, parcels=3)


def kill_worker(folder: Folder, called: bytes) -> None:
    """Kill one of the processes that read, once it has begun to."""
    while not folder.names("lots"):
        time.sleep(0.05)
    worker = next(
        int(process.parent.name) for process in Path("/proc").glob("[0-9]*/cmdline") if is_ours(process, called)
    )
    os.kill(worker, signal.SIGKILL)
    sys.stdout.write(f"killed {worker}\n")


def is_ours(process: Path, called: bytes) -> bool:
    """Whether a process that is called so works for this one."""
    try:
        if called not in process.read_bytes():
            return False
        ancestor = process.parent.name
        while ancestor not in ("0", "1", str(os.getpid())):
            status = Path(f"/proc/{ancestor}/status").read_text("utf-8")
            ancestor = next(line.split()[1] for line in status.splitlines() if line.startswith("PPid:"))
    except OSError:
        return False
    return ancestor == str(os.getpid())


if __name__ == "__main__":
    main()

"""Fuzzing with Hypothesis: python -m evaluation.fuzz MINUTES [TARGET ...].

Each target (see `fuzz_targets`) is given broken forms of its samples for so long, in a process of its own, as a library
may crash it. What failed is kept in tests/hostile/seeds/TARGET, where the tests give it to the target again.
"""

import hashlib
import secrets
import signal
import subprocess
import sys
import time
import traceback
from argparse import SUPPRESS
from collections import Counter
from pathlib import Path
from tempfile import gettempdir

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from evaluation.calling import parser_for
from evaluation.fuzz_targets import TARGETS, OffsetError, Target

HANG_SECONDS = 5.0
"""Of a core's time: another process on the machine makes nothing hang. A case that was kept when cases might be
longer than its target's are now has as much more."""
STUCK_SECONDS = 600
"""Of a clock on the wall, for what waits, and for C code that no signal interrupts; a busy machine makes it long."""
CASES_AT_ONCE = 200
SEEDS = Path(__file__).parents[1] / "tests" / "hostile" / "seeds"


class HangError(Exception):
    """A case took too long."""


@st.composite
def broken_forms(draw: st.DrawFn, target: Target) -> bytes:
    """A sample with pieces cut out, doubled, made many, overwritten, or mixed with words that matter."""
    data = draw(st.sampled_from(target.samples))
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 40)))
        piece = draw(st.one_of(st.sampled_from(target.words or (b"\0",)), st.binary(max_size=8)))
        match draw(st.integers(0, 4)):
            case 0:
                data = data[:start] + data[end:]
            case 1:
                data = data[:start] + piece + data[start:]
            case 2:
                data = data[:start] + piece + data[end:]
            case 3:
                data = data[:start] + piece * draw(st.sampled_from((2, 50, 3000))) + data[end:]
            case _:
                data = data[:end] + data[start:end] * draw(st.sampled_from((1, 20, 1000))) + data[end:]
    return data[: target.most_bytes]


def try_case(target: Target, data: bytes) -> tuple[str, str] | None:
    """Give bytes to a target: what kind of failure that was and where, or None."""

    def stop(number: int, frame: object) -> None:  # noqa: ARG001 - as handlers are called
        raise HangError

    before = signal.signal(signal.SIGPROF, stop)
    longer = max(1.0, len(data) / target.most_bytes) if target.most_bytes else 1.0
    signal.setitimer(signal.ITIMER_PROF, HANG_SECONDS * longer)
    try:
        target.check(data)
    except Exception as error:  # noqa: BLE001 - what else than a SaysoError may come is what is looked for
        kind = "hang" if isinstance(error, HangError) else "offset" if isinstance(error, OffsetError) else "crash"
        place = traceback.extract_tb(error.__traceback__)[-1]
        return kind, f"{type(error).__name__} at {Path(place.filename).name}:{place.lineno}: {str(error)[:100]}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    return None


def keep_case(name: str, data: bytes) -> Path:
    """Write a case to where the tests look for it."""
    path = SEEDS / name / hashlib.sha256(data).hexdigest()[:12]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def _work(name: str, seconds: float, first_seed: int, current: Path) -> None:
    """Fuzz one target in this process; a line for every failure of a new kind, and the counts at the end."""
    target, ends, counts = TARGETS[name], time.monotonic() + seconds, Counter[str]()
    met: set[str] = set()
    number = first_seed

    def take(data: bytes) -> None:
        if time.monotonic() > ends:
            return
        current.write_bytes(data)
        counts["cases"] += 1
        failure = try_case(target, data)
        if failure and failure[1].split(": ")[0] not in met:
            met.add(failure[1].split(": ")[0])
            counts[failure[0]] += 1
            print(f"  {failure[0]}: {failure[1]} (kept as {keep_case(name, data).name})", flush=True)

    while time.monotonic() < ends:
        quiet = settings(
            max_examples=CASES_AT_ONCE,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        seed(number)(quiet(given(broken_forms(target))(take)))()
        number += 1
    told = ", ".join(f"{counts[kind]} {kind}s" for kind in ("crash", "hang", "offset"))
    print(f"{name}: {counts['cases']:,} cases in {seconds:.0f} s, {told}", flush=True)


def _run(name: str, seconds: float) -> int:
    """Fuzz one target in processes of their own until the time is over; how many of them died."""
    ends, died = time.monotonic() + seconds, 0
    current = Path(gettempdir()) / f"sayso-fuzz-{name}-{secrets.randbelow(10**9)}"
    while (left := ends - time.monotonic()) > 1:
        command = [
            sys.executable,
            "-m",
            "evaluation.fuzz",
            "--work",
            name,
            str(left),
            str(secrets.randbelow(10**6)),
            str(current),
        ]
        try:
            code = subprocess.run(command, timeout=left + STUCK_SECONDS).returncode
        except subprocess.TimeoutExpired:
            code = -signal.SIGKILL
        if code == 0:
            break
        died += 1
        print(
            f"  the process died ({code}); its case is kept as {keep_case(name, current.read_bytes()).name}", flush=True
        )
    current.unlink(missing_ok=True)
    return died


def main() -> None:
    """Fuzz the targets that are named, or all, each for so many minutes."""
    parser = parser_for("fuzz", __doc__)
    parser.add_argument("minutes", nargs="?", type=float, default=30)
    parser.add_argument("targets", nargs="*", metavar="target", help=f"of {', '.join(TARGETS)}; all by default")
    parser.add_argument("--work", nargs=4, help=SUPPRESS)
    asked = parser.parse_args()
    if asked.work:
        name, seconds, first_seed, current = asked.work
        _work(name, float(seconds), int(first_seed), Path(current))
        return
    unknown = [name for name in asked.targets if name not in TARGETS]
    if unknown:
        parser.error(f"no target is called {', '.join(unknown)}; there are {', '.join(TARGETS)}")
    died = sum(_run(name, 60 * asked.minutes) for name in asked.targets or TARGETS)
    sys.exit(1 if died else 0)


if __name__ == "__main__":
    main()

"""The pages made from the code are in step with it."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_verbs_pages_are_in_step_with_the_code() -> None:
    done = subprocess.run([sys.executable, "docs/build.py", "--check"], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_readme_names_every_verb() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    verbs = {page.stem for page in (ROOT / "docs" / "verbs").glob("*.md")} - {"README"}
    assert verbs
    assert not [verb for verb in verbs if f"sayso {verb}" not in readme and f"make {verb}" not in readme]

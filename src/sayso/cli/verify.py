"""`sayso verify`: whether a ledger is as sayso left it."""

import typer

from sayso.cli.options import JsonOption, LedgerOption
from sayso.cli.output import messages, print_json, progress_bar, screen
from sayso.ledger import Ledger
from sayso.pipeline.upkeep import all_checks
from sayso.records import Fault
from sayso.settings import DEFAULT_LEDGER


def verify(ledger: LedgerOption = DEFAULT_LEDGER, as_json: JsonOption = False) -> None:
    """Check the whole ledger: that nothing in it is damaged, lost or out of step.

    Looked at are the file's structure, every text and every byte kept against its SHA-256, every statement against its
    text, the indexes against what they are made from, the steps of the schema, and whether decisions can be read. What
    is wrong is listed with what to do about it, and the exit code is then 1.

    Example:  sayso verify --ledger war.sayso
    """
    faults: list[Fault] = []
    with Ledger(ledger, create=False) as opened:
        checks = all_checks(opened)
        with progress_bar() as progress:
            for check in checks:
                task = progress.add_task(check.name, total=check.count)
                faults += check.run(lambda done, task=task: progress.advance(task, done))  # type: ignore[misc]
        stories, texts = opened.count_stories(), opened.count_revisions()
    if as_json:
        told = [{"what": fault.what, "remedy": fault.remedy} for fault in faults]
        print_json({"ledger": str(ledger), "stories": stories, "texts": texts, "faults": told})
    else:
        verdict = f"{len(faults)} faults" if faults else "all as sayso left it"
        screen.print(f"{ledger}: {stories} stories, {texts} texts, {verdict}", markup=False, soft_wrap=True)
        for fault in faults:
            messages.print(f"  {fault}", markup=False, soft_wrap=True)
    if faults:
        raise typer.Exit(1)

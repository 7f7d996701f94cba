"""Take the pictures of the desk from the running page: python docs/screenshots.py (needs chromium)."""

import shutil
import threading
import time
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory

import uvicorn
from playwright.sync_api import sync_playwright

from sayso.web import create_app
from sayso.web.desk import Desk

PICTURES = Path(__file__).parent / "pictures"
PAGES = {
    "desk-story": "/stories/f01",
    "desk-claim": "/claims?claim=North Korean soldiers used in assaults in Kursk",
}
SIZE = {"width": 1200, "height": 780}


def main() -> None:
    """Serve the demo stories and take a picture of each page."""
    with TemporaryDirectory() as folder, as_file(files("sayso") / "demo" / "stories.jsonl") as stories:
        ledger = Path(folder) / "demo.sayso"
        Desk(ledger).take_in([str(stories)])
        server = uvicorn.Server(uvicorn.Config(create_app(ledger), host="127.0.0.1", port=0, log_level="warning"))
        running = threading.Thread(target=server.run, daemon=True)
        running.start()
        while not server.started:
            time.sleep(0.02)
        take_pictures(f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}")
        server.should_exit = True
        running.join()


def take_pictures(address: str) -> None:
    """A picture of each page at an address."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE, base_url=address)
        for name, path in PAGES.items():
            page.goto(path)
            page.screenshot(path=PICTURES / f"{name}.png")
            print(PICTURES / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()

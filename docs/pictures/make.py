"""Pictures for the README, taken of the demo's report by Chromium without a window.

Each picture carries a digest of what the report shows there, so that a test can tell a
picture that is out of date without comparing pixels, which differ between machines.

Run `./tieline demo`, then `.venv/bin/python docs/pictures/make.py`.
"""

import hashlib
import os
import re
import shutil
import struct
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, FloatRect, Page, sync_playwright

FOLDER = Path(__file__).resolve().parent
REPORT = FOLDER.parents[1] / "demo-case" / "report.html"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WIDTH = 780
PATIENCE = 120_000  # milliseconds; a long report on a busy machine
# Picture, the section of the report it shows, what it begins with, its height in pixels.
PICTURES = (
    ("report.png", "documents", "#documents + *", 842),
    ("deaths.png", "deaths", "#deaths", 690),
)
KEYWORD = b"tieline-report"
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def main(report: Path = REPORT) -> None:
    """Take all pictures of a report."""
    page = report.read_text(encoding="utf-8")
    with _browser() as browser:
        for name, section, begin, height in PICTURES:
            taken = _taken(browser, report, begin, height)
            (FOLDER / name).write_bytes(_stamped(taken, digest(page, section)))
            print(f"{FOLDER / name}: {len(taken):,} bytes")


def digest(page: str, section: str) -> str:
    """What the report's page shows in a section, and how it looks, as a digest."""
    style = re.search(r"<style>.*?</style>", page, re.DOTALL)
    start = page.index(f'<section aria-labelledby="{section}"')
    rest = page[start:]
    following = rest.find('\n<section aria-labelledby="', 1)
    shown = rest[: following if following > 0 else None]
    return hashlib.sha256(f"{style[0] if style else ''}{shown}".encode()).hexdigest()


def stamp(picture: bytes) -> str:
    """The digest that a picture carries, empty if none."""
    found = re.search(re.escape(KEYWORD) + rb"\0([0-9a-f]{64})", picture)
    return found[1].decode() if found else ""


def _stamped(picture: bytes, text: str) -> bytes:
    """The picture with a text chunk before its end (PNG specification, section 11.3.3)."""
    data = b"tEXt" + KEYWORD + b"\0" + text.encode()
    chunk = struct.pack(">I", len(data) - 4) + data + struct.pack(">I", zlib.crc32(data))
    end = picture.rindex(b"IEND") - 4
    if not picture.startswith(_SIGNATURE):
        raise ValueError("Chromium gave no PNG")
    return picture[:end] + chunk + picture[end:]


def _taken(browser: Browser, report: Path, begin: str, height: int) -> bytes:
    page = browser.new_page(
        viewport={"width": WIDTH, "height": 900}, color_scheme="light", device_scale_factor=1.5
    )
    page.set_default_timeout(PATIENCE)
    page.goto(report.as_uri())
    return page.screenshot(full_page=True, clip=_from(page, begin, height))


def _from(page: Page, begin: str, height: int) -> FloatRect:
    box = page.locator(begin).first.bounding_box()
    if box is None:
        raise ValueError(f"the report shows no {begin}")
    return {"x": 0, "y": box["y"] - 12, "width": WIDTH, "height": height}


@contextmanager
def _browser() -> Iterator[Browser]:
    path = next((found for name in CHROMIUM if (found := shutil.which(name))), None)
    if path is None:
        raise FileNotFoundError("Chromium is missing: run 'apt-get install chromium' as root")
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=path, args=flags)
        yield opened
        opened.close()


if __name__ == "__main__":
    main(*(Path(argument).resolve() for argument in sys.argv[1:]))

"""A real browser without a network, and the report of a made-up case on disk."""

import importlib.util
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tieline.networks.build import ties
from tieline.networks.picture import picture
from tieline.reports.page import render

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; its sandbox does not run as root."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        reason = "needs Chromium: apt-get install chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=found, args=flags)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the made-up case of the report tests, with its picture."""
    path = Path(__file__).parent.parent / "reports" / "synthetic.py"
    spec = importlib.util.spec_from_file_location("synthetic_in_browser", path)
    assert spec is not None
    assert spec.loader is not None
    made_up = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = made_up
    spec.loader.exec_module(made_up)
    documents = made_up.documents()
    claims = made_up.claims(documents)
    file = tmp_path_factory.mktemp("report") / "report.html"
    page = render(
        "Two briefs",
        documents,
        claims,
        made_up.findings(claims),
        ties=ties(claims),
        network_svg=picture(claims).svg,
    )
    file.write_text(page, encoding="utf-8")
    return file

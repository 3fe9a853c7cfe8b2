"""What all tests share: where things stand, the option to rewrite kept reports, and the site, built once."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]
BIN = ROOT / ".venv" / "bin"

settings.register_profile("repeatable", derandomize=True, deadline=None, database=None, max_examples=60)
settings.load_profile("repeatable")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --update, which rewrites kept reports, and --site, which saves building one."""
    parser.addoption("--update", action="store_true", help="rewrite kept reports; review the difference like code")
    parser.addoption("--site", type=Path, help="test this built site instead of building one")


@pytest.fixture(scope="session")
def update(pytestconfig: pytest.Config) -> bool:
    """Return whether kept reports are to be rewritten."""
    return bool(pytestconfig.getoption("--update"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder with the private originals and their labels, or skip: it stands beside the checkout."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the originals are private and are not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the checkout in which the site was built with the recipe of `make site`, once a session."""
    folder = tmp_path_factory.mktemp("checkout") / "copy"
    unwanted = shutil.ignore_patterns(".venv", ".git", "__pycache__", ".cache", "*_cache", ".hypothesis")
    shutil.copytree(ROOT, folder, ignore=unwanted)
    shutil.rmtree(folder / "site", ignore_errors=True)
    (folder / ".venv").symlink_to(ROOT / ".venv")
    # The environment is set up already: the colon is the shell's "do nothing".
    command = ["make", "site", "PYTHON=:", "SITE_URL=https://owner.example/repo/"]
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("MAKE", "MFLAGS"))}
    environment["SOURCE_DATE_EPOCH"] = "1735689600"
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
    return folder


@pytest.fixture(scope="session")
def built(request: pytest.FixtureRequest) -> Path:
    """Return the folder of the built site."""
    given: Path | None = request.config.getoption("--site")
    if given:
        return given.resolve()
    checkout: Path = request.getfixturevalue("checkout")
    return checkout / "site"

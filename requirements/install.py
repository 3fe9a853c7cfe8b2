#!/usr/bin/env python3
"""Make .venv from a hash-locked list, and for the tests find a browser or install one. Standard library only.

Usage: install.py site|test|bench

Wheels only and hashes required, so that nothing runs and nothing changes while installing. A stamp beside the packages
says what they were made from: the second run takes no time. Runs on old Pythons too, to say that they are too old.
"""

import hashlib
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
OLDEST = (3, 11)
SETS = ("site", "test", "bench")
BROWSERS = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "chrome")
MAC_BROWSERS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
# Distributed as source only; needed by the competition that `make bench` measures, never by a user.
SOURCE_ONLY = {"bench": ("docopt",)}


def say(text):
    """Print one line at once, so that it stands before what the programs we start print."""
    print(text, flush=True)


def use_newer_python():
    """Start again under a Python that is new enough, or stop with a sentence saying which is needed."""
    for minor in range(20, OLDEST[1] - 1, -1):
        newer = shutil.which("python3.%d" % minor)
        if newer and subprocess.call([newer, "-c", "import ensurepip"], stderr=subprocess.DEVNULL) == 0:
            os.execv(newer, [newer, *sys.argv])
    sys.exit(
        "Python %d.%d or newer is needed; %s is %s. If you have one elsewhere: make site PYTHON=/path/to/python3"
        % (*OLDEST, sys.executable, platform.python_version())
    )


def stamp_of(name):
    """Return what set *name* is made from: its lock, this Python, this folder, this script."""
    parts = [sys.version, sys.executable, str(ROOT), Path(__file__).read_text(encoding="utf-8")]
    parts.append((ROOT / "requirements" / (name + ".lock")).read_text(encoding="utf-8"))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def is_current(name):
    """Return whether the packages of set *name* are in place."""
    stamp = VENV / ("stamp-" + name)
    return PYTHON.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == stamp_of(name)


def make_venv():
    """Make an empty environment with the `briefing` command in it."""
    if subprocess.call([sys.executable, "-c", "import ensurepip"], stderr=subprocess.DEVNULL):
        sys.exit("Python's venv module is incomplete here. On Debian or Ubuntu: apt-get install python3-venv")
    subprocess.check_call([sys.executable, "-m", "venv", "--clear", str(VENV)])
    packages = next(VENV.glob("lib/python*/site-packages"))
    (packages / "briefing.pth").write_text(str(ROOT) + "\n", encoding="utf-8")
    command = VENV / "bin" / "briefing"
    command.write_text('#!/bin/sh\nexec "%s" -m generator "$@"\n' % PYTHON, encoding="utf-8")
    command.chmod(0o755)


def install(name):
    """Install set *name*, on top of the site's packages where those are current."""
    if is_current(name):
        return
    say("Installing the packages of requirements/%s.lock into .venv ..." % name)
    if not is_current("site") or (VENV / ("stamp-" + name)).exists():
        make_venv()
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input", "--no-deps"]
    pip += ["--require-hashes", "--only-binary", ":all:"]
    for package in SOURCE_ONLY.get(name, ()):
        pip += ["--no-binary", package]
    subprocess.check_call([*pip, "-r", str(ROOT / "requirements" / (name + ".lock"))], stdin=subprocess.DEVNULL)
    for done in {name, "site"}:  # each set holds the site's packages, at the same versions
        (VENV / ("stamp-" + done)).write_text(stamp_of(done), encoding="utf-8")


def find_browser():
    """Return the path of a Chromium ($CHROMIUM, the PATH, a Mac's, Playwright's own), or None."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named) or sys.exit("CHROMIUM names %s, which cannot be run" % named)
    for candidate in (*BROWSERS, *MAC_BROWSERS):
        if shutil.which(candidate):
            return shutil.which(candidate)
    asked = "from playwright.sync_api import sync_playwright as p\nwith p() as it: print(it.chromium.executable_path)"
    found = subprocess.run([str(PYTHON), "-c", asked], stdout=subprocess.PIPE, universal_newlines=True).stdout.strip()
    return found if found and Path(found).exists() else None


def install_browser():
    """Install a Chromium: Debian's own as root, else the one that Playwright fetches."""
    release = Path("/etc/os-release")
    is_debian = release.exists() and "\nID=debian\n" in "\n" + release.read_text(encoding="utf-8")
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    playwright = [str(PYTHON), "-m", "playwright", "install"]
    if is_root and is_debian and shutil.which("apt-get"):
        say("Installing Chromium for the tests (Debian's package) ...")
        quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
        get = ["apt-get", "-q", "-y", "install", "--no-install-recommends", "chromium", "fonts-noto-cjk"]
        commands = [["apt-get", "-q", "update"], get]
    else:
        say("Installing Chromium for the tests (Playwright's own) ...")
        quiet = dict(os.environ)
        commands = [[*playwright, "--with-deps", "chromium"] if is_root else [*playwright, "chromium"]]
    for command in commands:
        if subprocess.call(command, env=quiet, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL):
            say("That did not work: " + " ".join(command))
            return


def provide_browser():
    """Leave the path of a Chromium in .venv/browser for the tests; without one they say so and are skipped."""
    browser = find_browser()
    if browser is None:
        install_browser()
        browser = find_browser()
    (VENV / "browser").write_text(browser or "", encoding="utf-8")
    if browser is None:
        say("No Chromium could be had: the browser tests will be skipped. Install one, or set CHROMIUM to its path.")


def main(arguments):
    """Install the set named on the command line."""
    if sys.version_info < OLDEST:
        use_newer_python()
    if len(arguments) != 1 or arguments[0] not in SETS:
        sys.exit("usage: install.py " + "|".join(SETS))
    install(arguments[0])
    if arguments[0] == "test":
        provide_browser()


if __name__ == "__main__":
    main(sys.argv[1:])

"""Find a Chromium for the browser tests, or install one: Debian's as root, else Playwright's."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium() -> str | None:
    """Path of a Chromium, or None: `CHROMIUM`, then the system's, then Playwright's own."""
    for name in (os.environ.get("CHROMIUM"), *NAMES):
        if name and (path := shutil.which(name)):
            return path
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install_chromium() -> None:
    """Install Debian's package as root, Playwright's build otherwise."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        quietly = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=True, env=quietly)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], check=True, env=quietly)
    else:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


if __name__ == "__main__":
    if find_chromium() is None:
        install_chromium()
    if (found := find_chromium()) is None:
        sys.exit("No Chromium was found or installed; name one in CHROMIUM=/path/to/chromium.")
    sys.stdout.write(f"Chromium: {found}\n")

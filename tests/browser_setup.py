"""
Find a Chromium for the browser tests, or install one: Debian's as root, else Playwright's.

With the argument `driver` Debian's driver of it as well, which the benchmark's baseline needs.
"""

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


def find_chromedriver() -> str | None:
    """Path of the driver that selenium speaks to, or None."""
    return shutil.which("chromedriver")


def install_from_debian(package: str) -> bool:
    """Install one of Debian's packages, as root alone can; returns whether it was tried."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    quietly = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=True, env=quietly)
    subprocess.run(["apt-get", "install", "-y", "-qq", package], check=True, env=quietly)
    return True


def install_chromium() -> None:
    """Install Debian's package as root, Playwright's build otherwise."""
    if not install_from_debian("chromium"):
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


if __name__ == "__main__":
    if find_chromium() is None:
        install_chromium()
    if (found := find_chromium()) is None:
        sys.exit("No Chromium was found or installed; name one in CHROMIUM=/path/to/chromium.")
    sys.stdout.write(f"Chromium: {found}\n")
    if sys.argv[1:] == ["driver"] and find_chromedriver() is None:
        install_from_debian("chromium-driver")
        if find_chromedriver() is None:
            sys.exit("No chromedriver was found or installed (Debian: chromium-driver).")

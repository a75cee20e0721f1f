"""Where our own assets are; `bundles` says how the browser gets them."""

from pathlib import Path

ASSETS = Path(__file__).with_name("assets")

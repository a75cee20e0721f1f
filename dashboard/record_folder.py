"""Which tables are served."""

import os
from pathlib import Path

from data.record import TABLES

SWITCH = "RECORD_FOLDER"
"""Variable of the environment that names a folder of tables."""


def record_folder() -> Path:
    """Folder of the tables served: the shipped ones, or those that `RECORD_FOLDER` names."""
    return Path(os.environ.get(SWITCH) or TABLES)

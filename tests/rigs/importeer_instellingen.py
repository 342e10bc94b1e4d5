"""Settings of the kill rig of an import: those of the worker's rig, with steps of few files."""

from tests.rigs.werk_instellingen import *  # noqa: F403
from tests.rigs.werk_instellingen import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "tests.rigs.importeer_proef"]

"""The product's own settings, with the floors' addresses beside the product's."""

from vliegwiel.project.settings import *  # noqa: F403

ROOT_URLCONF = "tools.bench.urls"

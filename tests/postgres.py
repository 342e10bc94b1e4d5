"""Databases in the PostgreSQL cluster that the test command started."""

from __future__ import annotations

import os
from importlib.resources import files

import psycopg
import pytest
from psycopg import sql


def address(name: str, role: str) -> str:
    """The address of a database for a role, as VLIEGWIEL_DATABASE wants it."""
    if "VLIEGWIEL_TEST_PG_HOST" not in os.environ:
        pytest.exit(
            "No PostgreSQL for the tests. Use `make test`, or `python -m tools.postgres run -- pytest …`.", 2
        )
    host, port = os.environ["VLIEGWIEL_TEST_PG_HOST"], os.environ["VLIEGWIEL_TEST_PG_PORT"]
    return f"postgresql://{role}@/{name}?host={host}&port={port}"


def as_superuser(name: str = "postgres") -> psycopg.Connection[tuple[object, ...]]:
    """A connection past every policy, for making databases and for looking behind the curtain."""
    return psycopg.connect(os.environ["VLIEGWIEL_TEST_PG_DSN"], dbname=name, autocommit=True)


def make_database(name: str, template: str = "template0") -> None:
    """A fresh database with the three roles of Vliegwiel in it."""
    with as_superuser() as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template))
        )
    roles = files("vliegwiel.project").joinpath("rollen.sql").read_text()
    with as_superuser() as cluster, as_superuser(name) as connection:
        cluster.execute(
            "SELECT pg_advisory_lock(1)"
        )  # roles belong to the whole cluster: one worker at a time
        connection.execute(roles.encode())

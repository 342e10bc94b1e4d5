"""What the fuzz touches outside itself: the text of an answer, and the gemeente the database shows."""

from __future__ import annotations

import io
from typing import Any
from uuid import UUID
from zipfile import ZipFile

from django.db import connection

from vliegwiel.kern.database import set_gemeente


def text_of(response: Any) -> str:
    """All that leaves: body and headers; of a PDF its words."""
    body = b"".join(response) if response.streaming else response.content
    if response.headers.get("Content-Type", "").startswith("application/pdf"):
        from pypdf import PdfReader

        text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(body)).pages)
    elif body.startswith(b"PK"):  # a Word document: all its parts, also who made it and what it is called
        with ZipFile(io.BytesIO(body)) as parts:
            text = "\n".join(parts.read(name).decode(errors="replace") for name in parts.namelist())
    else:
        text = body.decode(errors="replace")
    return text + "\n" + str(dict(response.headers))


def unbind() -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL vliegwiel.gemeente = ''")
            cursor.execute("SET LOCAL vliegwiel.account = ''")


def bind(gemeente: Any) -> None:
    set_gemeente(UUID(str(gemeente.pk)))

"""Files of a form come into memory and nowhere else: what Django does by itself puts them on the disk, readable.

A view that takes files says so (`takes_files`), and then only for somebody who was let in; of every other form files
are passed over. Reading stops at the limits before anything is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any, TypeVar

from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile, StopUpload
from django.http import HttpRequest

from vliegwiel.uitwisseling.rules.bestand import MEGABYTE, MOST_FILES, MOST_MEGABYTES, MOST_TOGETHER

# Up to here the rest is read and thrown away, so that the browser can show our answer; beyond it we hang up.
PATIENCE = 5 * MOST_TOGETHER * MEGABYTE
TOO_MANY, TOO_BIG_TOGETHER = "berichten_te_veel", "berichten_te_groot"

View = TypeVar("View", bound=Callable[..., Any])


def takes_files(view: View) -> View:
    """This view takes files. Stands above `page`."""
    view.vliegwiel_files = True  # type: ignore[attr-defined]
    return view


def too_much(request: HttpRequest) -> str:
    """Why nothing of what was given was kept, as a code; empty when it fits."""
    return getattr(request, "vliegwiel_too_much", "")


class InMemory(FileUploadHandler):
    """FILE_UPLOAD_HANDLERS has this one only."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self.count = self.together = self.size = 0
        self.kept: BytesIO | None = None
        self.patient = True

    def handle_raw_input(
        self, input_data: Any, META: Any, content_length: int, boundary: bytes, encoding: str | None = None
    ) -> None:
        self.patient = content_length <= PATIENCE

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        match = getattr(self.request, "resolver_match", None)
        taken = match is not None and getattr(match.func, "vliegwiel_files", False)
        if not taken or not hasattr(self.request, "kijker"):
            raise SkipFile
        super().new_file(*args, **kwargs)
        self.count += 1
        if self.count > MOST_FILES:
            self._stop(TOO_MANY)
        self.size, self.kept = 0, BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.size += len(raw_data)
        if self.size > MOST_MEGABYTES * MEGABYTE:
            self.kept = None  # this one is refused; the others go on
        if self.kept is None:
            return
        self.kept.write(raw_data)
        if self.together + self.size > MOST_TOGETHER * MEGABYTE:
            self._stop(TOO_BIG_TOGETHER)

    def file_complete(self, file_size: int) -> UploadedFile:
        if self.kept is None:
            return TooBig(self.file_name, file_size)
        self.together += file_size
        content, self.kept = self.kept, None
        content.seek(0)
        return InMemoryUploadedFile(
            content, self.field_name, self.file_name or "", self.content_type, file_size, self.charset
        )

    def _stop(self, code: str) -> None:
        self.kept = None
        self.request.vliegwiel_too_much = code  # type: ignore[union-attr]
        raise StopUpload(connection_reset=not self.patient)


class TooBig(UploadedFile):
    """A file of which nothing was kept."""

    def __init__(self, name: str | None, size: int) -> None:
        super().__init__(BytesIO(), name, size=size)

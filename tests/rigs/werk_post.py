"""A mail server that remembers what came in, and is a little slow to say so."""

from __future__ import annotations

import email
import random
import socketserver
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class Mailbox:
    """(to whom) → (Message-ID, when it was taken) of each arrival."""

    arrived: dict[str, list[tuple[str, float]]] = field(default_factory=lambda: defaultdict(list))
    lock: threading.Lock = field(default_factory=threading.Lock)

    def take(self, text: bytes) -> None:
        letter = email.message_from_bytes(text)
        with self.lock:
            self.arrived[str(letter["To"])].append((str(letter["Message-ID"]), time.monotonic()))


class _Talk(socketserver.StreamRequestHandler):
    box: Mailbox

    def handle(self) -> None:
        self.say("220 proef")
        while line := self.rfile.readline():
            word = line.split()[0].upper() if line.split() else b""
            if word == b"DATA":
                self.say("354 go on")
                self.box.take(self.text())
                time.sleep(random.uniform(0, 0.15))  # here the worker falls with its mail already taken
                self.say("250 taken")
            elif word == b"QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 fine")

    def text(self) -> bytes:
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line)
        return b"".join(lines)

    def say(self, text: str) -> None:
        try:
            self.wfile.write(f"{text}\r\n".encode())
        except OSError:  # who asked is gone
            return


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A line that was cut is what this is for."""


@contextmanager
def mail_server() -> Iterator[tuple[int, Mailbox]]:
    """Its port, and what arrived."""
    box = Mailbox()
    handler = type("Talk", (_Talk,), {"box": box})
    with _Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1], box
        server.shutdown()

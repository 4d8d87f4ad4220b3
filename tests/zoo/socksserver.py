# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""
A SOCKS5 proxy (RFC 1928, RFC 1929) at 127.0.5.2: one port for everybody, one for who has the password, one whose rules forbid
everything, one that says nothing. It connects from its own address, so the servers' logs tell who came through it.
"""
import pathlib
import socket
import socketserver
import sys
import threading

import specimens

NONE, PASSWORD, NOTHING = 0, 2, 255
SUCCEEDED, FAILED, FORBIDDEN, UNREACHABLE, REFUSED = 0, 1, 2, 4, 5
PATIENCE = 60.0


class Handler(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        self.request.settimeout(PATIENCE)
        try:
            self._talk()
        except (OSError, ValueError):
            pass

    def _read(self, size: int) -> bytes:
        data = b""
        while len(data) < size:
            more = self.request.recv(size - len(data))
            if not more:
                raise ValueError("gone")
            data += more
        return data

    def _text(self) -> str:
        return self._read(self._read(1)[0]).decode()

    def _talk(self) -> None:
        rule = self.server.rule
        if rule == "silent":
            self._read(1 << 20)
        version, count = self._read(2)
        methods = self._read(count)
        if version != 5:
            raise ValueError("not SOCKS5")
        wanted = PASSWORD if rule == "password" else NONE
        self.request.sendall(bytes([5, wanted if wanted in methods else NOTHING]))
        if wanted not in methods:
            self.server.note("no acceptable method")
            return
        if wanted == PASSWORD:
            self._read(1)
            is_known = (self._text(), self._text()) == (specimens.PROXY_USER, specimens.PROXY_PASSWORD)
            self.request.sendall(bytes([1, 0 if is_known else 1]))
            if not is_known:
                self.server.note("wrong password")
                return
        _, command, _, kind = self._read(4)
        family, size = {1: (socket.AF_INET, 4), 4: (socket.AF_INET6, 16)}.get(kind, (None, 0))
        if command != 1 or family is None:
            self._answer(FAILED)
            return
        address = socket.inet_ntop(family, self._read(size))
        port = int.from_bytes(self._read(2), "big")
        self.server.note(f"{address} {port}")
        if rule == "forbidding":
            self._answer(FORBIDDEN)
        else:
            self._connect(family, address, port)

    def _answer(self, code: int) -> None:
        self.request.sendall(bytes([5, code, 0, 1]) + socket.inet_aton(specimens.PROXY_ADDRESS) + b"\x04\x38")

    def _connect(self, family, address: str, port: int) -> None:
        with socket.socket(family) as other:
            other.settimeout(PATIENCE)
            if family == socket.AF_INET:
                other.bind((specimens.PROXY_ADDRESS, 0))
            try:
                other.connect((address, port))
            except ConnectionRefusedError:
                self._answer(REFUSED)
                return
            except OSError:
                self._answer(UNREACHABLE)
                return
            self._answer(SUCCEEDED)
            back = threading.Thread(target=self._pass_on, args=(other, self.request), daemon=True)
            back.start()
            self._pass_on(self.request, other)
            back.join()

    @staticmethod
    def _pass_on(source: socket.socket, target: socket.socket) -> None:
        try:
            while data := source.recv(65536):
                target.sendall(data)
            target.shutdown(socket.SHUT_WR)
        except OSError:
            pass


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 64

    def __init__(self, rule: str, port: int, log):
        self.rule = rule
        self._log = log
        super().__init__((specimens.PROXY_ADDRESS, port), Handler)

    def note(self, text: str) -> None:
        self._log.write(f"{self.rule}: {text}\n")


def serve(root: pathlib.Path) -> None:
    """Serves at every port until the process is ended."""
    with open(root / "socks.log", "a", buffering=1, encoding="utf-8") as log:
        servers = [Server(rule, port, log) for rule, port in specimens.PROXY_PORTS.items()]
        (root / "socks.ready").touch()
        for server in servers[1:]:
            threading.Thread(target=server.serve_forever, daemon=True).start()
        servers[0].serve_forever()


if __name__ == "__main__":
    serve(pathlib.Path(sys.argv[1]))

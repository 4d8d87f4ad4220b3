# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The HTTPS server of every mta-sts.NAME.zoo.test: good policies, and the ways in which they are not."""
import http.server
import pathlib
import socketserver
import ssl
import sys
import threading
import time

import specimens

PATH = "/.well-known/mta-sts.txt"
POLICIES = {f"mta-sts.{policy.name}.{specimens.ZONE}": policy for policy in specimens.POLICIES}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "zoo"
    timeout = 60

    def do_GET(self) -> None:
        policy = POLICIES.get(self.headers.get("Host", "").split(":")[0])
        if policy is None or self.path != PATH or policy.behaviour == "missing":
            self._answer(404, b"no such policy\n")
        elif policy.behaviour == "redirect":
            self._answer(301, b"", {"Location": f"https://mta-sts.sts.{specimens.ZONE}{PATH}"})
        elif policy.behaviour == "huge":
            # A valid policy, with a megabyte of fields that may be ignored.
            self._answer(200, policy.body.encode() + b"x-padding: " + b"y" * 1_000_000 + b"\r\n")
        elif policy.behaviour == "endless":
            self._endless()
        elif policy.behaviour == "drip":
            self._drip(policy.body.encode())
        else:
            self._answer(200, policy.body.encode())

    def _answer(self, code: int, body: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(code)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", str(len(body)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _endless(self) -> None:
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        while True:
            self.wfile.write(b"mx: a.example\r\n" * 1000)

    def _drip(self, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        for byte in body:
            self.wfile.write(bytes([byte]))
            self.wfile.flush()
            time.sleep(1)

    def log_message(self, format: str, *args) -> None:  # pylint: disable=redefined-builtin
        self.server.log.write(f"{self.headers.get('Host', '-') if hasattr(self, 'headers') else '-'}: {format % args}\n")


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def __init__(self, port: int, context: ssl.SSLContext, log):
        self._context = context
        self.log = log
        super().__init__((specimens.STS_ADDRESS, port), Handler)

    def finish_request(self, request, client_address) -> None:
        # In the connection's own thread: a client that never finishes its handshake must not stop the others.
        request.settimeout(60)
        try:
            with self._context.wrap_socket(request, server_side=True) as encrypted:
                super().finish_request(encrypted, client_address)
        except OSError:
            pass

    def handle_error(self, request, client_address) -> None:
        pass


def _context(root: pathlib.Path, certificate: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(root / "pki" / f"{certificate}.chain.pem")
    return context


def serve(root: pathlib.Path) -> None:
    """Serves at both ports until the process is ended."""
    contexts = {name: _context(root, name) for name in {policy.certificate for policy in specimens.POLICIES}}
    main = contexts["policy"]

    def chosen(tls, server_name, _context):
        policy = POLICIES.get(server_name or "")
        if policy:
            tls.context = contexts[policy.certificate]
    main.sni_callback = chosen

    with open(root / "policy.log", "a", buffering=1, encoding="utf-8") as log:
        servers = [Server(port, main, log) for port in specimens.STS_PORTS]
        (root / "policy.ready").touch()
        for server in servers[1:]:
            threading.Thread(target=server.serve_forever, daemon=True).start()
        servers[0].serve_forever()


if __name__ == "__main__":
    serve(pathlib.Path(sys.argv[1]))

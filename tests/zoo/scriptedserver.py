# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""
SMTP servers that do what no ordinary server does, each at an address of its own: one method a specimen.

A session is written as it happens, top down; whatever the other side does wrong ends it quietly. Every connection is logged as
"NAME: connect".
"""
import os
import pathlib
import selectors
import socket
import ssl
import sys
import threading
import time

import renegotiator
import reported
import specimens
from scriptedkinds import Ended, Reported

PATIENCE = 60.0          # seconds after which the zoo itself gives up on a connection
GREETING_DELAY = 3.0
MEMORY = 2.0             # seconds without a connection after which a specimen that counts them begins anew
HUGE_REPLY = 10_000_000


class Session(Reported):
    """One connection: lines in, replies out, with the buffer under the script's own control."""

    def __init__(self, connection: socket.socket, name: str, pki: pathlib.Path, count: int):
        self._connection = connection
        self._name = name
        self._pki = pki
        self._count = count          # of connections to this specimen in close succession, this one included
        self._buffer = b""
        self._is_encrypted = False
        self._host = f"mx.{name}.{specimens.ZONE}"
        self._certificate = "reported" if name in reported.ADDRESS or name.endswith(("25", "self")) else "scripted"

    def run(self) -> None:
        script = getattr(self, "play_" + self._name, None) or self._play
        self._connection.settimeout(PATIENCE)
        try:
            script()
        except (Ended, OSError, ValueError):
            pass
        finally:
            self._connection.close()

    # What all are made of.

    def _send(self, data: bytes) -> None:
        self._connection.sendall(data)

    def _say(self, *lines: str) -> None:
        """A reply in one write; the lines come with their codes."""
        self._send("".join(line + "\r\n" for line in lines).encode())

    def _line(self) -> str:
        while b"\n" not in self._buffer:
            data = self._connection.recv(4096)
            if not data or len(self._buffer) > 100_000:
                raise Ended
            self._buffer += data
        line, self._buffer = self._buffer.split(b"\n", 1)
        return line.decode("latin-1").strip()

    def _greet(self) -> None:
        self._say(f"220 {self._host} ESMTP")

    def _ehlo(self, *keywords: str) -> None:
        replies = [self._host, *keywords]
        self._say(*(f"250{' ' if i == len(replies) - 1 else '-'}{text}" for i, text in enumerate(replies)))

    def _context(self, certificate: str = "") -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        context.load_cert_chain(self._pki / f"{certificate or self._certificate}.chain.pem")
        return context

    def _encrypt(self, context: ssl.SSLContext | None = None, forget: bool = True) -> None:
        if forget:
            self._buffer = b""
        self._connection = (context or self._context()).wrap_socket(self._connection, server_side=True)
        self._is_encrypted = True

    def _drain(self) -> None:
        """Reads until the other side goes, so that closing does not reset what it has yet to read."""
        while self._connection.recv(65536):
            pass

    def _play(self, before=("PIPELINING", "SIZE 10240000", "STARTTLS"), after=("PIPELINING", "SIZE 10240000"), starttls=None,
              knows_ehlo=True, knows_starttls=None, greeted=False, requires_tls=False, replies=None, replies_tls=None) -> None:
        """An ordinary session, save for what the arguments change; replies: verb → the lines to say, or None, in clear and over TLS."""
        if knows_starttls is None:
            knows_starttls = "STARTTLS" in before or bool(replies)
        if not greeted:
            self._greet()
        while True:
            line = self._line()
            verb = line.upper().split(" ")[0]
            special = (replies_tls if self._is_encrypted else replies) or {}
            lines = special[verb](line) if verb in special else None
            if lines:
                self._say(*lines)
                if lines[-1].startswith("421"):
                    return
            elif verb == "EHLO" and knows_ehlo:
                self._ehlo(*(after if self._is_encrypted else before))
            elif verb == "HELO":
                self._say(f"250 {self._host}")
            elif verb == "STARTTLS" and knows_starttls and not self._is_encrypted:
                if starttls:
                    starttls()
                else:
                    self._say("220 2.0.0 Ready to start TLS")
                    self._encrypt()
            elif verb == "QUIT":
                self._say("221 2.0.0 Bye")
                return
            elif verb == "DATA":
                self._say("354 Go on")
                while self._line() != ".":
                    pass
                self._say("250 2.0.0 Ok")
            elif verb == "MAIL" and requires_tls and not self._is_encrypted:
                self._say("530 5.7.0 Must issue a STARTTLS command first")
            elif verb in ("MAIL", "RCPT", "RSET", "NOOP"):
                self._say("250 2.0.0 Ok")
            else:
                self._say("502 5.5.2 Error: command not recognized")

    # The specimens.

    def play_stripped(self) -> None:
        # A middlebox overwrites the keyword and the command in place, length kept.
        self._play(before=("PIPELINING", "SIZE 10240000", "XXXXXXXA"))

    def play_unannounced(self) -> None:
        self._play(before=("PIPELINING", "SIZE 10240000"), knows_starttls=True)

    def play_requiretls(self) -> None:
        self._play(after=("PIPELINING", "SIZE 10240000", "REQUIRETLS"))

    def play_busy454(self) -> None:
        self._play(starttls=lambda: self._say("454 4.7.0 TLS not available due to temporary reason"))

    def play_req454(self) -> None:
        # Nobody gets mail through: it wants TLS, and has none to give.
        self._play(starttls=lambda: self._say("454 4.7.0 TLS not available due to local problem"), requires_tls=True)

    def play_starttls502(self) -> None:
        self._play(starttls=lambda: self._say("502 5.5.1 Command not implemented"))

    def play_garbagebanner(self) -> None:
        self._send(os.urandom(600).replace(b"2", b"\x00") + b"\r\n<html>\r\n\x1b]0;pwned\x07\r\n")
        self._drain()

    def play_endlessbanner(self) -> None:
        line = b"220-" + b"welcome " * 60 + b"\r\n"
        while True:
            self._send(line * 100)

    def play_longline(self) -> None:
        self._send(b"220 ")
        while True:
            self._send(b"x" * 65536)

    def play_dripping(self) -> None:
        for byte in (f"220 {self._host} ESMTP " + "slow " * 60).encode():
            self._send(bytes([byte]))
            time.sleep(1)

    def play_silent(self) -> None:
        self._drain()

    def play_hugeehlo(self) -> None:
        self._greet()
        self._line()
        line = f"250-X{'A' * 490}\r\n".encode()
        self._send(line * (HUGE_REPLY // len(line)))
        self._say("250 STARTTLS")
        self._play(greeted=True)

    def play_endlessehlo(self) -> None:
        self._greet()
        self._line()
        while True:
            self._send(b"250-ENDLESS\r\n" * 1000)

    def play_hang(self) -> None:
        def starttls():
            self._say("220 2.0.0 Ready to start TLS")
            self._drain()
            raise Ended
        self._play(starttls=starttls)

    def _answer_hello_with(self, data: bytes) -> None:
        def starttls():
            self._say("220 2.0.0 Ready to start TLS")
            self._connection.recv(4096)
            self._send(data)
            self._drain()
            raise Ended
        self._play(starttls=starttls)

    def play_alert(self) -> None:
        self._answer_hello_with(bytes.fromhex("15030300020228"))     # fatal, handshake_failure

    def play_tlsgarbage(self) -> None:
        self._answer_hello_with(b"\x16\x03\x03\xff\xff" + os.urandom(70_000))

    def play_drippinghandshake(self) -> None:
        def starttls():
            self._say("220 2.0.0 Ready to start TLS")
            self._connection.recv(4096)
            for byte in bytes.fromhex("160303400002003ffc") + bytes(200):
                self._send(bytes([byte]))
                time.sleep(1)
            raise Ended
        self._play(starttls=starttls)

    def play_chain200(self) -> None:
        def starttls():
            self._say("220 2.0.0 Ready to start TLS")
            self._encrypt(self._context("chain200"))
        self._play(starttls=starttls)

    def play_renegotiate(self) -> None:
        def starttls():
            self._say("220 2.0.0 Ready to start TLS")
            renegotiator.serve(self._connection, str(self._pki / "scripted.chain.pem"), 1000)
            raise Ended
        self._play(starttls=starttls)

    def _be_injectable(self, *versions: ssl.TLSVersion) -> None:
        # CVE-2011-0411: what came in the clear after STARTTLS is obeyed as if it had come through TLS.
        def starttls():
            self._say("220 2.0.0 Ready to start TLS")
            context = self._context()
            if versions:
                context.minimum_version, context.maximum_version = versions
            self._encrypt(context, forget=False)
        self._play(starttls=starttls)

    def play_injectable(self) -> None:
        self._be_injectable()

    def play_injectable13(self) -> None:
        self._be_injectable(ssl.TLSVersion.TLSv1_3, ssl.TLSVersion.TLSv1_3)

    def play_injectable12(self) -> None:
        self._be_injectable(ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_2)

    def play_responseinjection(self) -> None:
        # The other direction: a reply to the EHLO to come, sent in the clear together with the 220.
        def starttls():
            self._say("220 2.0.0 Ready to start TLS", f"250-{self._host}", "250 INJECTED")
            self._encrypt()
        self._play(starttls=starttls)

    def play_pipeliningrefused(self) -> None:
        def starttls():
            if self._buffer:
                self._say("500 5.5.1 Invalid command: Pipelining not supported")
                raise Ended
            self._say("220 2.0.0 Ready to start TLS")
            self._encrypt()
        self._play(starttls=starttls)

    def play_second421(self) -> None:
        if self._count > 1:
            self._say(f"421 4.7.0 {self._host} Error: too many connections")
            raise Ended
        self._play()

    def play_banner421(self) -> None:
        self._say(f"421 4.3.2 {self._host} Service not available")

    def play_banner554(self) -> None:
        self._say("554 5.7.1 No service for you")
        while self._line().upper() != "QUIT":
            self._say("503 5.5.1 Bad sequence of commands")
        self._say("221 2.0.0 Bye")

    def play_closes(self) -> None:
        raise Ended

    def play_slowgreeting(self) -> None:
        self._say(f"220-{self._host} please wait")
        time.sleep(GREETING_DELAY)
        self._say(f"220 {self._host} ESMTP")
        self._play(greeted=True)

    def play_slowbench(self) -> None:
        time.sleep(1)
        self._play()

    def play_ehlodiff(self) -> None:
        self._play(before=("PIPELINING", "SIZE 10240000", "8BITMIME", "STARTTLS"), after=("SIZE 20480000", "AUTH PLAIN", "8BITMIME"))

    def play_heloonly(self) -> None:
        self._play(before=(), knows_ehlo=False)

    def play_tlsclose(self) -> None:
        def starttls():
            self._say("220 2.0.0 Ready to start TLS")
            self._encrypt()
            raise Ended
        self._play(starttls=starttls)

    def _demand_certificate(self, version: ssl.TLSVersion) -> None:
        def starttls():
            self._say("220 2.0.0 Ready to start TLS")
            context = self._context()
            context.minimum_version = context.maximum_version = version
            context.load_verify_locations(self._pki / "ca.pem")
            context.verify_mode = ssl.CERT_REQUIRED
            self._encrypt(context)
        self._play(starttls=starttls)

    def play_ccert12(self) -> None:
        self._demand_certificate(ssl.TLSVersion.TLSv1_2)

    def play_ccert13(self) -> None:
        # The client takes the handshake for done before it is refused.
        self._demand_certificate(ssl.TLSVersion.TLSv1_3)

    def _after_handshake(self, play) -> None:
        def starttls():
            self._say("220 2.0.0 Ready to start TLS")
            self._encrypt()
            play()
            raise Ended
        self._play(starttls=starttls)

    def play_tlsnoise(self) -> None:
        # No records, past Python's back.
        def noise():
            os.write(self._connection.fileno(), b"\x17\x03\x03\x40\x00" + os.urandom(60_000))
            self._drain()
        self._after_handshake(noise)

    def play_endlesstls(self) -> None:
        def endless():
            self._line()
            while True:
                self._send(b"250-ENDLESS\r\n" * 1000)
        self._after_handshake(endless)

    def play_tlssilent(self) -> None:
        self._after_handshake(self._drain)

    def _by_server_name(self, otherwise) -> None:
        """Hands out the right certificate only to who asks for this host by name."""
        def chosen(tls, server_name, _context):
            if server_name != self._host:
                return otherwise(tls)
            return None

        def starttls():
            self._say("220 2.0.0 Ready to start TLS")
            context = self._context()
            context.sni_callback = chosen
            self._encrypt(context)
        self._play(starttls=starttls)

    def play_sni(self) -> None:
        def foreign(tls):
            tls.context = self._context("wrong")
        self._by_server_name(foreign)

    def play_needssni(self) -> None:
        self._by_server_name(lambda _tls: ssl.ALERT_DESCRIPTION_UNRECOGNIZED_NAME)


def black_hole(address: str) -> list[socket.socket]:
    """A listener whose queue is full: whoever else connects hears nothing. To be kept."""
    listener = socket.socket()
    listener.bind((address, specimens.PORT))
    listener.listen(0)
    kept = [listener]
    for _ in range(3):
        filler = socket.socket()
        filler.setblocking(False)
        filler.connect_ex((address, specimens.PORT))
        kept.append(filler)
    return kept


def serve(root: pathlib.Path) -> None:
    """Listens at every scripted address until the process is ended."""
    holes = [black_hole(address) for address in specimens.BLACK_HOLES]
    addresses = {(server.address, server.port): server.name for server in specimens.SCRIPTED}
    addresses |= {(f"{specimens.SLOW_BENCH_NETWORK}.{i}", specimens.PORT): "slowbench" for i in range(1, specimens.SLOW_HOSTS + 1)}
    addresses |= {(address, specimens.PORT): "bigehlo" for host in reported.TALKERS for address in host}
    addresses[reported.VANITY_ADDRESS, specimens.PORT] = "vanity"
    if os.environ.get("ZOO_ISOLATED"):    # port 25 of a shared machine is not ours
        addresses |= {(server.address, server.port): server.name for server in reported.AT_25}
    counts: dict[str, int] = {}
    latest: dict[str, float] = {}
    selector = selectors.DefaultSelector()
    for place, name in addresses.items():
        listener = socket.create_server(place, backlog=64)
        listener.setblocking(False)
        selector.register(listener, selectors.EVENT_READ, name)
    with open(root / "scripted.log", "a", buffering=1, encoding="utf-8") as log:
        log.write(f"{len(holes)} addresses swallow connections\n")
        (root / "scripted.ready").touch()
        while True:
            for key, _ in selector.select():
                try:
                    connection, peer = key.fileobj.accept()
                except OSError:
                    continue
                name = key.data
                now = time.monotonic()
                counts[name] = counts.get(name, 0) + 1 if now - latest.get(name, 0.0) < MEMORY else 1
                latest[name] = now
                log.write(f"{name}: connect from {peer[0]}\n")
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                session = Session(connection, name, root / "pki", counts[name])
                threading.Thread(target=session.run, daemon=True).start()


if __name__ == "__main__":
    serve(pathlib.Path(sys.argv[1]))

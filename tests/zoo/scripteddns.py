# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""
A DNS server that lies: every name below hostile.test is answered by the method of its last-but-two label.

Nothing is signed. Hosts called mx* have the address of an honest specimen, so that what fails is DNS.
"""
import os
import pathlib
import selectors
import socket
import struct
import sys
import threading
import time

import specimens

A, CNAME, MX, TXT, AAAA = 1, 5, 15, 16, 28
NOERROR, FORMERR, SERVFAIL, NXDOMAIN, REFUSED = 0, 1, 2, 3, 5
OWNER = b"\xc0\x0c"                  # a pointer to the question's name
UDP_LIMIT = 512
MEGABYTE = 1_000_000
HONEST_ADDRESS = specimens.server("sts").address


def encoded(name: str) -> bytes:
    return b"".join(bytes([len(label)]) + label.encode() for label in name.split(".") if label) + b"\0"


def record(kind: int, data: bytes, owner: bytes = OWNER) -> bytes:
    return owner + struct.pack("!HHIH", kind, 1, 60, len(data)) + data


class Query:
    """The one question of a message; raises ValueError when there is none."""

    def __init__(self, message: bytes):
        if len(message) < 17 or message[2] & 0x80:
            raise ValueError("no query")
        labels, at = [], 12
        while message[at]:
            length = message[at]
            if length > 63 or at + length + 5 >= len(message):
                raise ValueError("bad name")
            labels.append(message[at + 1:at + 1 + length].decode("latin-1").lower())
            at += length + 1
        self.identity = message[:2]
        self.question = message[12:at + 5]
        self.kind = struct.unpack("!H", message[at + 1:at + 3])[0]
        self.name = ".".join(labels)
        zone = "." + specimens.HOSTILE_ZONE
        self.script = self.name.removesuffix(zone).split(".")[-1] if self.name.endswith(zone) else ""
        self.first = labels[0] if labels else ""

    def reply(self, *answers: bytes, code: int = NOERROR, truncated: bool = False) -> bytes:
        flags = 0x8580 | (0x0200 if truncated else 0) | code
        return self.identity + struct.pack("!HHHHH", flags, 1, len(answers), 0, 0) + self.question + b"".join(answers)


class Answer:
    """What one query gets: messages to send, in order; over TCP perhaps drop by drop."""

    def __init__(self, *messages: bytes, drips: bool = False):
        self.messages = messages
        self.drips = drips


def answer(query: Query) -> Answer:
    script = globals().get("answer_" + query.script.replace("-", "_"))
    if script is None:
        return Answer(query.reply(code=REFUSED))
    return script(query) or honest(query)


def honest(query: Query) -> Answer:
    """MX mx, with the address of a server that is what it should be."""
    if query.first.startswith("mx"):
        return Answer(query.reply(record(A, socket.inet_aton(HONEST_ADDRESS)))) if query.kind == A else Answer(query.reply())
    if query.kind == MX:
        return Answer(query.reply(record(MX, b"\0\x0a\x02mx" + OWNER)))
    return Answer(query.reply())


def answer_cnameloop(query: Query) -> Answer:
    other = "b" if query.first != "b" else "a"
    return Answer(query.reply(record(CNAME, encoded(f"{other}.cnameloop.{specimens.HOSTILE_ZONE}"))))


def answer_cnameendless(query: Query) -> Answer:
    number = int(query.first[1:]) + 1 if query.first[1:].isdigit() else 1
    return Answer(query.reply(record(CNAME, encoded(f"n{number}.cnameendless.{specimens.HOSTILE_ZONE}"))))


def answer_bigtxt(query: Query) -> Answer | None:
    if query.kind != TXT:
        return None
    # As large as one message can be, and more messages behind it until a megabyte has gone out.
    string = b"\xff" + b"v=STSv1; id=1; " + b"z" * 240
    message = query.reply(record(TXT, string * 254))
    return Answer(*[message] * (MEGABYTE // len(message) + 1))


def answer_manytxt(query: Query) -> Answer | None:
    if query.kind != TXT:
        return None
    return Answer(query.reply(*(record(TXT, b"\x0cv=STSv1; id=") for _ in range(2500))))


def answer_manymx(query: Query) -> Answer | None:
    if query.kind != MX:
        return None
    return Answer(query.reply(*(record(MX, struct.pack("!H", i) + b"\x06mx" + f"{i:04}".encode() + OWNER) for i in range(2000))))


def answer_manyaddresses(query: Query) -> Answer | None:
    if query.kind != A or not query.first.startswith("mx"):
        return None
    # Loopback, and nobody listens there.
    return Answer(query.reply(*(record(A, bytes([127, 7, i >> 8, i & 255])) for i in range(1, 3000))))


def answer_silent(_query: Query) -> Answer:
    return Answer()


def answer_dripping(query: Query) -> Answer:
    return Answer(query.reply(*(record(MX, b"\0\x0a\x02mx" + OWNER) for _ in range(100))), drips=True)


def answer_garbage(query: Query) -> Answer:
    return Answer(query.identity + b"\x85\x80" + os.urandom(200))


def answer_wrongid(query: Query) -> Answer:
    return Answer(bytes(255 - byte for byte in query.identity) + query.reply()[2:])


def answer_pointerloop(query: Query) -> Answer:
    # An owner name that points at itself.
    at = 12 + len(query.question)
    return Answer(query.reply(record(query.kind, b"\0\0", struct.pack("!H", 0xC000 | at))))


def answer_servfail(query: Query) -> Answer:
    return Answer(query.reply(code=SERVFAIL))


def answer_formerr(query: Query) -> Answer:
    return Answer(query.reply(code=FORMERR))


def answer_strangenames(query: Query) -> Answer | None:
    if query.kind != MX:
        return None
    label = b'a"b\n<script>;$(id)\x1b[31m\x00'
    return Answer(query.reply(record(MX, b"\0\x0a" + bytes([len(label)]) + label + OWNER)))


def _serve_stream(connection: socket.socket) -> None:
    connection.settimeout(30)
    try:
        with connection, connection.makefile("rb") as stream:
            while len(header := stream.read(2)) == 2:
                result = answer(Query(stream.read(struct.unpack("!H", header)[0])))
                for message in result.messages:
                    framed = struct.pack("!H", len(message)) + message
                    if not result.drips:
                        connection.sendall(framed)
                        continue
                    for byte in framed:
                        connection.sendall(bytes([byte]))
                        time.sleep(1)
    except (OSError, ValueError, IndexError, struct.error):
        pass


def serve(root: pathlib.Path) -> None:
    """Answers over UDP and TCP until the process is ended."""
    address, port = specimens.HOSTILE_RESOLVER.split("@")
    datagrams = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    datagrams.bind((address, int(port)))
    listener = socket.create_server((address, int(port)), backlog=64)
    selector = selectors.DefaultSelector()
    for source in (datagrams, listener):
        selector.register(source, selectors.EVENT_READ)
    (root / "scripteddns.ready").touch()
    while True:
        for key, _ in selector.select():
            if key.fileobj is listener:
                threading.Thread(target=_serve_stream, args=(listener.accept()[0],), daemon=True).start()
                continue
            message, peer = datagrams.recvfrom(4096)
            try:
                query = Query(message)
                result = answer(query)
            except (ValueError, IndexError, struct.error):
                continue
            for reply in result.messages[:1]:
                too_large = len(reply) > UDP_LIMIT or result.drips
                datagrams.sendto(query.reply(truncated=True) if too_large else reply, peer)


if __name__ == "__main__":
    serve(pathlib.Path(sys.argv[1]))

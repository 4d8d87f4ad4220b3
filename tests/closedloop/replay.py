# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sends a mix and says what became of each message: the server's last word, in the order asked."""

import concurrent.futures
import contextlib
import dataclasses
import smtplib
import socket
import ssl
import warnings

_VERSIONS = {"1.0": ssl.TLSVersion.TLSv1, "1.1": ssl.TLSVersion.TLSv1_1, "1.2": ssl.TLSVersion.TLSv1_2, "1.3": ssl.TLSVersion.TLSv1_3}


@dataclasses.dataclass
class Answer:
    code: int  # 0 when the connection or the handshake broke
    text: str
    stage: str  # starttls, mail, rcpt, data, done

    @property
    def accepted(self):
        return self.stage == "done" and 200 <= self.code < 300


def _context(version, certificate, pki):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.set_ciphers("ALL:@SECLEVEL=0")  # TLS 1.0 and 1.1 sign with SHA-1
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # old versions are what this is about
        context.minimum_version = context.maximum_version = _VERSIONS[version]
    if certificate != "none":
        context.load_cert_chain(*map(str, getattr(pki, certificate)))
    return context


def _quiet(client):
    try:
        client.quit()
    except (smtplib.SMTPException, OSError):
        client.close()


def _spoil_handshake(session, port):
    """Asks for TLS, then sends what is no TLS, as a client with a broken library does."""
    with smtplib.SMTP("127.0.0.1", port, local_hostname="broken.example", timeout=30, source_address=(session.address, 0)) as client:
        client.ehlo()
        client.docmd("STARTTLS")
        client.sock.sendall(b"\x16\x03\x01\x00\x05nonsense")
        with contextlib.suppress(OSError):  # the server may be quicker to hang up
            client.sock.shutdown(socket.SHUT_WR)
            while client.sock.recv(4096):
                pass
        client.close()


def _send(client, message, domain):
    client.command_encoding = "utf-8"
    code, text = client.docmd("MAIL", f"FROM:<{message.sender}>{'' if message.sender.isascii() else ' SMTPUTF8'}")
    if code != 250:
        client.rset()
        return Answer(code, text.decode("utf-8", "replace"), "mail")
    answers = [client.docmd("RCPT", f"TO:<user{n or ''}+{message.id}@{domain}>") for n in range(message.recipients)]
    if not any(200 <= code < 300 for code, _ in answers):
        client.rset()
        return Answer(answers[0][0], answers[0][1].decode("utf-8", "replace"), "rcpt")
    if not all(200 <= code < 300 for code, _ in answers):
        raise AssertionError(f"{message.id}: some recipients taken, some not: {answers}")
    body = f"From: <{message.id}@mix.test>\r\nSubject: closed loop\r\nMessage-ID: {message.message_id}\r\n\r\nmix\r\n"
    code, text = client.data(body)
    return Answer(code, text.decode("utf-8", "replace"), "done" if code == 250 else "data")


def _play(session, port, pki, domain):
    answers = {}
    if session.spoils_handshake:
        _spoil_handshake(session, port)
    client = smtplib.SMTP("127.0.0.1", port, local_hostname=f"h{session.address.replace('.', '-')}.example", timeout=30,
                          source_address=(session.address, 0))
    try:
        client.ehlo()
        for number, message in enumerate(session.messages):
            if session.tls and number == session.clear_first:
                try:
                    code, text = client.starttls(context=_context(session.tls, session.certificate, pki))
                    if code != 220:
                        raise smtplib.SMTPResponseException(code, text)
                    client.ehlo()
                    if client.sock.version() != f"TLSv{session.tls}".replace("v1.0", "v1"):
                        raise AssertionError(f"asked for TLS {session.tls}, got {client.sock.version()}")
                except (OSError, smtplib.SMTPException) as error:
                    for rest in session.messages[number:]:
                        answers[rest.id] = Answer(0, str(error), "starttls")
                    client.close()
                    return answers
            answers[message.id] = _send(client, message, domain)
        return answers
    finally:
        _quiet(client)


def replay(sessions, port, pki, domain="local.test", at_once=6):
    """Message id -> Answer, for every message of the mix."""
    answers = {}
    with concurrent.futures.ThreadPoolExecutor(at_once) as pool:
        for part in pool.map(lambda s: _play(s, port, pki, domain), sessions):
            answers.update(part)
    return answers

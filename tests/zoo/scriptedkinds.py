# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The scripts of reported.SCRIPTED, one method a specimen: what Postfix's client reads otherwise than one would think."""
import ctypes
import socket
import ssl
import struct

import reported
from gnutlsserver import GnuTlsSocket
from species import ZONE

HELLO_LIMIT = 16_384


class Ended(Exception):
    """The other side is gone or this session has said what it had to say."""


def _native(context: ssl.SSLContext) -> ctypes.c_void_p:
    # CPython keeps the SSL_CTX* right behind the object's header; what follows has no other way in.
    return ctypes.c_void_p.from_address(id(context) + object.__basicsize__)


def _set_list(context: ssl.SSLContext, control: int, names: str) -> None:
    library = ctypes.CDLL("libssl.so.3")
    library.SSL_CTX_ctrl.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_long, ctypes.c_char_p]
    if library.SSL_CTX_ctrl(_native(context), control, 0, names.encode()) != 1:
        raise OSError(f"OpenSSL does not know {names}")


def set_groups(context: ssl.SSLContext, names: str) -> None:
    _set_list(context, 92, names)    # SSL_CTRL_SET_GROUPS_LIST


def set_signatures(context: ssl.SSLContext, names: str) -> None:
    _set_list(context, 98, names)    # SSL_CTRL_SET_SIGALGS_LIST


def offers_13(hello: bytes) -> bool:
    """Whether a ClientHello lists TLS 1.3 in supported_versions."""
    at = hello.find(b"\x00\x2b")
    while at >= 0:
        length = struct.unpack("!H", hello[at + 2:at + 4])[0] if at + 5 <= len(hello) else 0
        if length and hello[at + 4] == length - 1 and b"\x03\x04" in hello[at + 5:at + 4 + length]:
            return True
        at = hello.find(b"\x00\x2b", at + 1)
    return False


class Reported:
    """Part of scriptedserver.Session."""

    # EHLO and HELO.

    def play_helofqdn(self) -> None:
        def hello(line):
            name = line.split(" ", 1)[1] if " " in line else ""
            if name.startswith("[") or "." not in name:
                return ["503 5.5.1 Give your name, fully qualified"]
            return None
        self._play(replies={"EHLO": hello, "HELO": hello})

    def _refuse(self, verb: str, *lines: str, **more) -> None:
        self._play(replies={verb: lambda _line: list(lines)}, **more)

    def play_ehlo550(self) -> None:
        self._refuse("EHLO", "550 5.7.1 No EHLO here")

    def play_ehlo421(self) -> None:
        self._refuse("EHLO", "421 4.3.2 Not now")

    def play_ehlo451(self) -> None:
        self._refuse("EHLO", "451 4.3.0 Try again later")

    def play_ehlo503(self) -> None:
        self._refuse("EHLO", "503 5.5.1 Bad sequence of commands")

    def play_ehlo354(self) -> None:
        self._refuse("EHLO", "354 Go on")

    def play_ehlo200(self) -> None:
        self._refuse("EHLO", f"200-{self._host}", "200 STARTTLS")

    def play_helo550(self) -> None:
        self._play(replies={"EHLO": lambda _: ["550 5.7.1 No"], "HELO": lambda _: ["550 5.7.1 No"]})

    def play_helo451(self) -> None:
        self._play(replies={"EHLO": lambda _: ["550 5.7.1 No"], "HELO": lambda _: ["451 4.7.1 Later"]})

    def play_ehlomixed(self) -> None:
        self._refuse("EHLO", f"550-{self._host}", "250-STARTTLS", "250 SIZE")

    def play_ehlomixedfail(self) -> None:
        self._refuse("EHLO", f"250-{self._host}", "250-STARTTLS", "550 5.5.1 No")

    def play_ehlolate(self) -> None:
        # Behind the 2048 bytes (line_length_limit) of a reply that Postfix keeps.
        self._refuse("EHLO", f"250-{self._host}", *(f"250-X{i:03}{'Y' * 90}" for i in range(24)), "250 STARTTLS")

    def play_ehloearly(self) -> None:
        self._refuse("EHLO", f"250-{self._host}", "250-STARTTLS", *(f"250-X{i:03}{'Y' * 90}" for i in range(300)), "250 SIZE")

    def play_ehlogarbage(self) -> None:
        self._refuse("EHLO", f"250-{self._host}", "good morning", "", "250-STARTTLS", "250 SIZE")

    def play_ehlogarbagelast(self) -> None:
        self._refuse("EHLO", f"250-{self._host}", "250-SIZE", "25 STARTTLS", "2500 X", "250 HELP")

    def play_ehlocloses(self) -> None:
        def hello(_line):
            raise Ended
        self._play(replies={"EHLO": hello})

    # The keyword.

    def _keyword(self, *lines: str) -> None:
        self._refuse("EHLO", f"250-{self._host}", *lines)

    def play_kwparam(self) -> None:
        self._keyword("250-STARTTLS x", "250 SIZE")

    def play_kwequals(self) -> None:
        self._keyword("250-STARTTLS=yes", "250 SIZE")

    def play_kwlower(self) -> None:
        self._keyword("250-starttls", "250 size")

    def play_kwdash(self) -> None:
        self._keyword("250--STARTTLS", "250 SIZE")

    def play_kwspaces(self) -> None:
        self._keyword("250-   STARTTLS   ", "250 SIZE")

    def play_kwtab(self) -> None:
        self._keyword("250-\tSTARTTLS\tx", "250 SIZE")

    def play_kwfirst(self) -> None:
        # The first line is the server's name, whatever it says.
        self._refuse("EHLO", "250-STARTTLS", "250 SIZE")

    def play_kwonly(self) -> None:
        self._refuse("EHLO", "250-", "250 STARTTLS")

    def play_kwgarbage(self) -> None:
        # A line without a code: its second word counts.
        self._keyword("hello STARTTLS", "250 SIZE")

    def play_kwcolon(self) -> None:
        self._keyword("250-STARTTLS:", "250 SIZE")

    def play_kwsuffix(self) -> None:
        self._keyword("250-STARTTLSX", "250-X STARTTLS", "250 SIZE")

    def play_kwnul(self) -> None:
        self._keyword("250-STARTTLS\0x", "250 SIZE")

    # The greeting.

    def _greeted_with(self, data: bytes, **more) -> None:
        self._send(data)
        self._play(greeted=True, **more)

    def play_longbanner(self) -> None:
        self._greeted_with(f"220 {self._host} ESMTP {'welcome ' * 500}\r\n".encode())

    def play_banner200(self) -> None:
        self._greeted_with(b"200 hello\r\n")

    def play_banner354(self) -> None:
        self._greeted_with(b"354 go on\r\n")

    def play_banner450(self) -> None:
        self._greeted_with(b"450 4.3.2 not now\r\n")

    def play_bannerempty(self) -> None:
        self._greeted_with(b"220\r\n")

    def play_bannergarbage(self) -> None:
        self._greeted_with(f"Welcome!\r\n\r\n22 x\r\n2200 y\r\n220 {self._host} ESMTP\r\n".encode())

    def play_bannermixed(self) -> None:
        self._greeted_with(f"554-no\r\n421-later\r\n220 {self._host} ESMTP\r\n".encode())

    def play_bannerpix(self) -> None:
        self._greeted_with(b"220 **************************0******2****200**\r\n")

    def play_bannerpixline(self) -> None:
        self._greeted_with(b"220-********\r\n220 ********\r\n")

    def play_bannerfour(self) -> None:
        self._greeted_with(f"220\t{self._host} ESMTP\r\n220 {self._host}\r\n".encode())

    def play_bannerlf(self) -> None:
        self._greeted_with(f"220 {self._host} ESMTP\n".encode())

    # The answer to STARTTLS.

    def _accept_with(self, *lines: str) -> None:
        def starttls():
            self._say(*lines)
            self._encrypt()
        self._play(starttls=starttls)

    def play_starttls200(self) -> None:
        self._accept_with("200 go ahead")

    def play_starttls250(self) -> None:
        self._accept_with("250 2.0.0 Ok")

    def play_starttls354(self) -> None:
        self._play(starttls=lambda: self._say("354 go on"))

    def play_starttls421(self) -> None:
        def starttls():
            self._say("421 4.7.0 Not now")
            raise Ended
        self._play(starttls=starttls)

    def play_starttls454then(self) -> None:
        self._play(starttls=lambda: self._say("454 4.7.0 Not now"), requires_tls=False)

    def play_starttls554(self) -> None:
        self._play(starttls=lambda: self._say("554 5.7.3 No TLS for you"))

    def play_starttlscloses(self) -> None:
        def starttls():
            raise Ended
        self._play(starttls=starttls)

    def play_starttlsgarbage(self) -> None:
        # With PIPELINING announced, a line that is no reply ends the session.
        self._accept_with("TLS coming", "220 2.0.0 Ready to start TLS")

    def play_starttlsgarbageplain(self) -> None:
        def starttls():
            self._say("TLS coming", "220 2.0.0 Ready to start TLS")
            self._encrypt()
        self._play(before=("SIZE 10240000", "STARTTLS"), after=("SIZE 10240000",), starttls=starttls)

    def play_starttlsmixed(self) -> None:
        self._accept_with("454-not yet", "220 2.0.0 Ready to start TLS")

    # Over TLS.

    def play_tlsehlo550(self) -> None:
        self._play(replies_tls={"EHLO": lambda _: ["550 5.5.1 No EHLO over TLS"]})

    def play_tlsehlo421(self) -> None:
        self._play(replies_tls={"EHLO": lambda _: ["421 4.3.2 Not over TLS"]})

    def play_tlshelo550(self) -> None:
        self._play(replies_tls={verb: lambda _: ["550 5.5.1 No"] for verb in ("EHLO", "HELO")})

    def play_tlsehlogarbage(self) -> None:
        self._play(replies_tls={"EHLO": lambda _: ["welcome back", f"250 {self._host}"]})

    # Handshakes.

    def _peek(self) -> bytes:
        self._buffer = b""
        return self._connection.recv(HELLO_LIMIT, socket.MSG_PEEK)

    def _reset(self) -> None:
        self._connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        raise Ended

    def _unless(self, refuses, how) -> None:
        def starttls():
            self._say("220 2.0.0 Ready to start TLS")
            if refuses(self._peek()):
                how()
            self._encrypt()
        self._play(starttls=starttls)

    def play_rst13(self) -> None:
        self._unless(offers_13, self._reset)

    def play_alert13(self) -> None:
        def refuse():
            self._send(bytes.fromhex("15030100020246"))          # fatal, protocol_version
            self._drain()
            raise Ended
        self._unless(offers_13, refuse)

    def play_drop13(self) -> None:
        def close():
            self._connection.recv(HELLO_LIMIT)
            raise Ended
        self._unless(offers_13, close)

    def play_rsthello(self) -> None:
        # Takes no ClientHello larger than 255 bytes, which they have not been for long.
        self._unless(lambda hello: len(hello) > 260, self._reset)

    def play_rst12(self) -> None:
        self._unless(lambda hello: not offers_13(hello), self._reset)

    def play_sslv3alert(self) -> None:
        self._unless(lambda _hello: True, lambda: self._answer_hello_with_alert(b"\x15\x03\x00\x00\x02\x02\x28"))

    def _answer_hello_with_alert(self, data: bytes) -> None:
        self._send(data)
        self._drain()
        raise Ended

    def play_norfc5746(self) -> None:
        def starttls():
            self._say("220 2.0.0 Ready to start TLS")
            self._buffer = b""
            self._connection = GnuTlsSocket(self._connection, str(self._pki / "reported.chain.pem"),
                                            "NORMAL:-VERS-TLS1.3:%DISABLE_SAFE_RENEGOTIATION")
            self._is_encrypted = True
        self._play(starttls=starttls)

    def _with_context(self, change, certificate: str = "reported") -> None:
        def starttls():
            self._say("220 2.0.0 Ready to start TLS")
            context = self._context(certificate)
            change(context)
            self._encrypt(context)
        self._play(starttls=starttls)

    def _sign_with(self, names: str) -> None:
        def change(context):
            context.maximum_version = ssl.TLSVersion.TLSv1_2
            context.set_ciphers("ECDHE:DHE:@SECLEVEL=0")
            set_signatures(context, names)
        self._with_context(change, "reportedrsa")

    def play_sha1pref(self) -> None:
        self._sign_with("RSA+SHA1:RSA+SHA256")

    def play_sha1only(self) -> None:
        self._sign_with("RSA+SHA1")

    def play_onlyffdhe(self) -> None:
        def change(context):
            context.minimum_version = ssl.TLSVersion.TLSv1_3
            set_groups(context, "ffdhe2048")
        self._with_context(change)

    def play_ffdhe12(self) -> None:
        def change(context):
            context.maximum_version = ssl.TLSVersion.TLSv1_2
            context.set_ciphers("DHE:@SECLEVEL=0")
            context.load_dh_params(str(self._pki / "dh1024.pem"))
        self._with_context(change, "reportedrsa")

    def play_p256only13(self) -> None:
        def change(context):
            context.minimum_version = ssl.TLSVersion.TLSv1_3
            set_groups(context, "P-256")
        self._with_context(change)

    # Names.

    def play_needssnidane(self) -> None:
        self._by_server_name(lambda _tls: ssl.ALERT_DESCRIPTION_UNRECOGNIZED_NAME)

    def play_needssnisilent(self) -> None:
        self._by_server_name(lambda _tls: ssl.ALERT_DESCRIPTION_HANDSHAKE_FAILURE)

    def play_snidefault(self) -> None:
        def foreign(tls):
            tls.context = self._context("wrong")
        self._by_server_name(foreign)

    def play_vanity(self) -> None:
        def chosen(tls, server_name, _context):
            for number in range(1, reported.VANITY + 1):
                if server_name == f"mx.vanity{number}.{ZONE}":
                    tls.context = self._context(f"vanity{number}")

        def starttls():
            self._say("220 2.0.0 Ready to start TLS")
            context = self._context("wrong")
            context.sni_callback = chosen
            self._encrypt(context)
        self._play(starttls=starttls)

    # More of the same kinds.

    def _reject_any_name(self) -> None:
        def change(context):
            context.sni_callback = lambda _tls, name, _context: ssl.ALERT_DESCRIPTION_UNRECOGNIZED_NAME if name else None
        self._with_context(change)

    def play_rejectssni(self) -> None:
        self._reject_any_name()

    def play_rejectssnidane(self) -> None:
        self._reject_any_name()

    def play_starttlslines(self) -> None:
        def starttls():
            self._say("220-2.0.0 Ready", "220-to start", "220 TLS")
            self._encrypt()
        self._play(starttls=starttls)

    def play_kwtwice(self) -> None:
        self._play(before=("STARTTLS", "PIPELINING", "STARTTLS"))

    def play_kwempty(self) -> None:
        self._play(before=("", "", "STARTTLS", ""))

    def play_manytickets(self) -> None:
        def change(context):
            context.num_tickets = 200
        self._with_context(change)

    def play_ehlo220(self) -> None:
        self._refuse("EHLO", f"220-{self._host}", "220-STARTTLS", "220 SIZE")

    def play_ehlolong(self) -> None:
        self._play(before=("X" * 3000, "STARTTLS"))

    def play_helo354(self) -> None:
        self._play(replies={"EHLO": lambda _line: ["502 5.5.1 no"], "HELO": lambda _line: ["354 go on"]})

    def play_bannerlines(self) -> None:
        self._greeted_with(b"220-welcome\r\n" * 3000 + f"220 {self._host} ESMTP\r\n".encode())

    def play_bannernul(self) -> None:
        self._greeted_with(b"220 mx\0\0\0 ESMTP \0\r\n")

    def play_starttls299(self) -> None:
        def starttls():
            self._say("299 2.0.0 as you like")
            self._encrypt()
        self._play(starttls=starttls)

    def play_starttlsblank(self) -> None:
        def starttls():
            self._say("220 ")
            self._encrypt()
        self._play(starttls=starttls)

    def play_tlsehlo354(self) -> None:
        self._play(replies_tls={"EHLO": lambda _line: ["354 go on"]})

    def play_p384only12(self) -> None:
        def change(context):
            context.maximum_version = ssl.TLSVersion.TLSv1_2
            set_groups(context, "P-384")
        self._with_context(change, "reportedrsa")

    def play_rsapss13(self) -> None:
        def change(context):
            context.minimum_version = ssl.TLSVersion.TLSv1_3
            set_signatures(context, "rsa_pss_rsae_sha512")
        self._with_context(change, "reportedrsa")

    def play_tagged(self) -> None:
        odd = "\U000e0041\u202e\x1b[31m\u200b"
        self._say(f"220 {self._host} {odd} ESMTP")
        self._play(before=(f"X{odd}", "STARTTLS"), after=(f"X{odd}", f"AUTH {odd}"), greeted=True)

    def play_taggedrefused(self) -> None:
        self._play(starttls=lambda: self._say("454 4.7.0 \U000e0041\U000e0042\x1b]0;x\x07 not now"))

    def play_bigehlo(self) -> None:
        line = "X" + "A" * 490
        keywords = ("STARTTLS", *(line,) * (reported.TALK // (len(line) + 6)))
        self._play(before=keywords, after=keywords[1:])

    # At port 25.

    def play_plain25(self) -> None:
        self._play()

    def play_ehloself(self) -> None:
        self._refuse("EHLO", f"250-{reported.SENDER}", "250-STARTTLS", "250 SIZE")

    def play_bannerself(self) -> None:
        self._greeted_with(f"220 {reported.SENDER} ESMTP\r\n".encode())

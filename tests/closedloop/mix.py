# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A mix of mail in which every message's truth is known: who sent it, from where, and how the line was protected.

The same seed gives the same mix. `sessions(seed)` returns the connections in the order in which they are to be made.
"""

import dataclasses
import random

CLEAR = ""
VERSIONS = ("1.0", "1.1", "1.2", "1.3")


@dataclasses.dataclass
class Message:
    id: str
    sender: str  # as it stands between the angle brackets of MAIL FROM
    domain: str  # what a log reader must call it; "" for a sender without one
    recipients: int
    tls: str  # "" in clear, else the version
    certificate: str  # none, untrusted, trusted

    @property
    def message_id(self):
        return f"<{self.id}@mix.test>"


@dataclasses.dataclass
class Session:
    address: str
    tls: str
    certificate: str
    clear_first: int = 0  # messages that go in clear before STARTTLS
    spoils_handshake: bool = False  # begins a handshake, breaks it off, and comes back in clear
    messages: list = dataclasses.field(default_factory=list)


# domain, host part of its addresses, ways its connections go: (version, certificate, weight)
_TRAFFIC = [
    ("bigmail.example", "127.0.1.2", [("1.3", "none", 1)], 24),
    ("cloudco.example", "127.0.1.3", [("1.3", "none", 3), ("1.2", "none", 1)], 14),
    ("shop.example", "127.0.1.4", [("1.2", "none", 1)], 10),
    ("bank.example", "127.0.1.5", [("1.3", "trusted", 3), ("1.2", "trusted", 1)], 8),
    ("news.bank.example", "127.0.1.6", [(CLEAR, "none", 3), ("1.2", "none", 1)], 6),
    ("deep.er.bank.example", "127.0.1.6", [(CLEAR, "none", 1)], 2),
    ("notbank.example", "127.0.1.7", [(CLEAR, "none", 1)], 3),  # ends like bank.example without being below it
    ("uni.example", "127.0.1.8", [("1.2", "none", 2), (CLEAR, "none", 1), ("1.0", "none", 1)], 12),
    ("cs.uni.example", "127.0.1.9", [("1.3", "none", 1), (CLEAR, "none", 1)], 5),
    ("hospital.example", "127.0.1.10", [("1.0", "none", 2), ("1.1", "none", 1), (CLEAR, "none", 1)], 9),
    ("oldlaw.example", "127.0.1.11", [("1.1", "untrusted", 1), (CLEAR, "none", 1)], 7),
    ("isp.example", "127.0.1.12", [("1.3", "none", 1), (CLEAR, "none", 2)], 14),
    ("list.example", "127.0.1.13", [("1.3", "none", 2), (CLEAR, "none", 1)], 12),
    ("gov.example", "127.0.1.14", [("1.2", "trusted", 2), ("1.2", "untrusted", 1), ("1.2", "none", 1)], 10),
    ("esp.example", "127.0.1.15", [("1.2", "none", 1)], 8),
    ("mkt.esp.example", "127.0.1.15", [(CLEAR, "none", 1)], 4),
    ("smallbiz.example", "127.0.1.16", [("1.2", "none", 1), (CLEAR, "none", 1)], 8),
    ("printer.example", "127.0.1.17", [(CLEAR, "none", 1)], 6),
    ("club.example", "127.0.1.18", [("1.0", "none", 1)], 5),
    ("selfmade.example", "127.0.1.19", [("1.3", "untrusted", 1)], 6),
    ("partner.example", "127.0.1.21", [("1.3", "trusted", 1)], 9),
    ("sub.partner.example", "127.0.1.21", [("1.3", "none", 1), (CLEAR, "none", 1)], 4),
    ("xn--bcher-kva.example", "127.0.1.22", [("1.3", "none", 1), (CLEAR, "none", 1)], 4),
    ("under_score.example", "127.0.1.23", [(CLEAR, "none", 1)], 2),
    ("botnet.example", "127.0.2.2", [(CLEAR, "none", 1)], 14),
    ("pills.example", "127.0.2.3", [(CLEAR, "none", 5), ("1.2", "none", 1)], 9),
]

# (MAIL FROM, domain in the log) of senders that are hard to read, and how they come
_ODD = [
    ('""@quoted.example', "quoted.example"),
    ('"a b"@quoted.example', "quoted.example"),
    ('"x@bank.example"@quoted.example', "quoted.example"),
    ('"odd\\"quote"@quoted.example', "quoted.example"),
    ('"two  blanks, a comma"@bank.example', "bank.example"),
    ("from=<b@bank.example>@quoted.example", None),  # a syntax error: refused whatever the policy, so it is not sent
    ("o'neil+tag=1@uni.example", "uni.example"),
    ("owner-list=user=bank.example@list.example", "list.example"),
    ("bounce+x=y%z@list.example", "list.example"),
    ("x@[127.0.1.12]", "[127.0.1.12]"),
    ("daemon@buildhost", "buildhost"),
    ("root", ""),
]


def _cased(random_source, text):
    return random_source.choice([text, text, text.upper(), text.title()])


def sessions(seed=20140814):
    source = random.Random(seed)
    found, count = [], 0

    def message(sender, domain, tls, certificate, recipients=None):
        nonlocal count
        count += 1
        return Message(f"m{count:04d}", sender, domain, recipients or source.choice([1, 1, 1, 1, 2, 3]), tls, certificate)

    for domain, address, ways, total in _TRAFFIC:
        left = total
        while left > 0:
            tls, certificate, _ = source.choices(ways, [w for _, _, w in ways])[0]
            size = min(left, source.choice([1, 1, 2, 3, 5]))
            session = Session(address, tls, certificate)
            for _ in range(size):
                session.messages.append(message(f"u{source.randrange(100)}@{_cased(source, domain)}", domain, tls, certificate))
            found.append(session)
            left -= size

    # Each odd sender in clear and over TLS; the clear ones share a connection, as a relay would do.
    for tls in (CLEAR, "1.3"):
        session = Session("127.0.1.30", tls, "none")
        session.messages = [message(s, d, tls, "none") for s, d in _ODD if d is not None]
        found += [Session("127.0.1.30", tls, "none", messages=session.messages[i:i + 4]) for i in range(0, len(session.messages), 4)]

    # Bounces: the null sender, in clear, over TLS and with a certificate, some between other mail of the same connection.
    for address, tls, certificate in (("127.0.1.8", CLEAR, "none"), ("127.0.1.2", "1.3", "none"), ("127.0.1.21", "1.2", "trusted")):
        found.append(Session(address, tls, certificate, messages=[message("", "<>", tls, certificate, 1)]))
    found.append(Session("127.0.1.10", CLEAR, "none", messages=[
        message("u@hospital.example", "hospital.example", CLEAR, "none"), message("", "<>", CLEAR, "none", 1),
        message("u@club.example", "club.example", CLEAR, "none")]))

    # One connection that carries clear mail first and then begins TLS; the session as a whole tells neither truth.
    for tls in ("1.2", "1.3"):
        found.append(Session("127.0.1.24", tls, "none", clear_first=2, messages=[
            message("first@twofaced.example", "twofaced.example", CLEAR, "none"),
            message("second@bank.example", "bank.example", CLEAR, "none"),
            message("third@twofaced.example", "twofaced.example", tls, "none"),
            message("fourth@bank.example", "bank.example", tls, "none")]))

    # A relay whose handshake breaks and that then delivers in clear.
    for _ in range(3):
        found.append(Session("127.0.1.25", CLEAR, "none", spoils_handshake=True, messages=[
            message("u@broken.example", "broken.example", CLEAR, "none")]))

    # A relay for several domains in one connection.
    for tls in (CLEAR, "1.2"):
        found.append(Session("127.0.1.26", tls, "none", messages=[
            message(f"u@{d}", d, tls, "none") for d in ("isp.example", "bank.example", "news.bank.example", "smallbiz.example")]))

    source.shuffle(found)
    return found


def messages(session_list):
    return [m for s in session_list for m in s.messages]

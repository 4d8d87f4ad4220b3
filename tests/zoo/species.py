# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a specimen of the zoo is made of, and where the zoo lives."""
from dataclasses import dataclass

ZONE = "zoo.test"
PORT = 2525


@dataclass(frozen=True)
class Tlsa:
    """A TLSA record: what of which certificate it is made of."""
    usage: int
    selector: int
    matching: int
    certificate: str
    data: str = ""                   # instead of the certificate's: a record that nothing can match


@dataclass(frozen=True)
class Server:
    """A domain NAME.zoo.test whose only MX, mx.NAME.zoo.test, is this server."""
    name: str
    address: str
    certificate: str = "any"
    options: tuple[str, ...] = ()    # of Postfix's smtpd, one -o each
    tlsa: tuple[Tlsa, ...] = ()
    also_ipv6: bool = False
    port: int = PORT

    @property
    def host(self) -> str:
        return f"mx.{self.name}.{ZONE}"


def any_cipher(*lists: str) -> tuple[str, ...]:
    # OpenSSL 3 refuses SHA-1 signatures, small keys and small groups unless the cipher list itself says otherwise.
    return tuple(f"tls_{name}_cipherlist=ALL:@SECLEVEL=0" for name in lists)


GOOD_KEY = Tlsa(3, 1, 1, "good")

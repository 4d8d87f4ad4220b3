# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the zoo's certificates: one root, one intermediate, and leaves that are right, late, early, weak or foreign."""
import datetime
import hashlib
import ipaddress
import os
import pathlib

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

import pkikinds
import specimens
from specimens import ZONE

DAY = datetime.timedelta(days=1)
CHAIN_LENGTH = 200


def _name(common_name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name)])


def _key(kind: str):
    if kind == "ec":
        return ec.generate_private_key(ec.SECP256R1())
    return rsa.generate_private_key(public_exponent=65537, key_size=int(kind.removeprefix("rsa")))


class Pki:
    """Writes NAME.key, NAME.crt and NAME.chain.pem (key, leaf, intermediate) into a folder."""

    def __init__(self, folder: pathlib.Path):
        self._folder = folder
        self._folder.mkdir(parents=True, exist_ok=True)
        self._now = datetime.datetime.utcnow().replace(microsecond=0)
        self._certificates: dict[str, x509.Certificate] = {}
        self._keys: dict = {}

    def make_all(self) -> None:
        self._authority("root", "Zoo Root CA", None, 1)
        self._authority("intermediate", "Zoo Intermediate", "root", 0)
        self._write("ca.pem", self._pem("root") + pkikinds.make_all(self))

        for name, kind in (("good", "rsa2048"), ("wrong", "ec"), ("sts", "ec"), ("soon", "ec"), ("daneta", "ec"),
                           ("rollover", "ec"), ("mixeddane", "ec"), ("expired", "ec"), ("notyet", "ec"), ("rsa1024", "rsa1024")):
            host = f"mx.{name}.{ZONE}"
            start, end = -DAY, 365 * DAY
            if name == "expired":
                start, end = -400 * DAY, -35 * DAY
            elif name == "notyet":
                start, end = 300 * DAY, 330 * DAY
            elif name == "soon":
                start, end = -85 * DAY, 5 * DAY
            elif name == "wrong":
                host = "mail.some-other-name.test"
            self._leaf(name, kind, [host], start, end)

        names = ["req", "ccert", "dual", "slow", "limit", "postscreen", "tlsabogus", "tls11", "public", "shared"]
        self._leaf("any", "ec", [f"*.bulk.{ZONE}", f"mx.tls10.{ZONE}"] + [f"mx.{n}.{ZONE}" for n in names])
        names = ["tls10", "tls11", "tls12", "tls13", "weakdh", "dual", "exim", "eximreq"]
        self._leaf("rsaany", "rsa2048", [f"mx.{n}.{ZONE}" for n in names])
        self._leaf("scripted", "ec", [s.host for s in specimens.SCRIPTED if s.certificate == "scripted"] + [f"*.slowbench.{ZONE}", f"*.bigehlos.{ZONE}"])
        self._leaf("policy", "ec", [f"mta-sts.{p.name}.{ZONE}" for p in specimens.POLICIES])
        self._leaf("policyexpired", "ec", [f"mta-sts.stsexpired.{ZONE}"], -400 * DAY, -35 * DAY)
        self._leaf("self", "ec", [specimens.server("self").host], issuer=None)
        self._leaf("policyself", "ec", [f"mta-sts.stsself.{ZONE}"], issuer=None)

        # Names in every form; a host's own comes first.
        self._leaf("wildcard", "ec", [f"*.wildcard.{ZONE}"])
        self._leaf("halfwildcard", "ec", [f"m*.halfwildcard.{ZONE}"])
        self._leaf("farwildcard", "ec", [f"*.{ZONE}"])
        self._leaf("cnonly", "ec", [specimens.server("cnonly").host], with_names=False)
        self._leaf("cnandothers", "ec", ["mail.some-other-name.test"], common_name=specimens.server("cnandothers").host)
        self._leaf("ipname", "ec", [specimens.server("ipname").address])
        self._leaf("capitals", "ec", [specimens.server("capitals").host.upper()])
        self._leaf("xn--mller-kva", "ec", [specimens.server("xn--mller-kva").host])
        self._leaf("sha1cert", "rsa2048", [specimens.server("sha1cert").host], digest=hashes.SHA1())
        self._leaf("rsakeyexchange", "rsa3072", [specimens.server("rsakeyexchange").host])
        self._leaf("cbc", "rsa2048", [specimens.server("cbc").host])

        # Served without its intermediate: whoever does not know that one already cannot build the chain.
        self._leaf("nochain", "ec", [specimens.server("nochain").host])
        self._write("nochain.chain.pem", self._key_pem("nochain") + self._pem("nochain"))
        self._long_chain()
        source = pathlib.Path(__file__).with_name("dh1024.pem")
        self._write("dh1024.pem", source.read_bytes())

    def tlsa(self, record: specimens.Tlsa) -> str:
        """The record's four fields in presentation form."""
        if record.data:
            return f"{record.usage} {record.selector} {record.matching} {record.data}"
        certificate = self._certificates[record.certificate]
        if record.selector == 0:
            data = certificate.public_bytes(serialization.Encoding.DER)
        else:
            data = certificate.public_key().public_bytes(
                serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
        digest = {0: lambda d: d, 1: lambda d: hashlib.sha256(d).digest(), 2: lambda d: hashlib.sha512(d).digest()}
        return f"{record.usage} {record.selector} {record.matching} {digest[record.matching](data).hex()}"

    def _authority(self, name: str, common_name: str, issuer: str | None, path_length: int | None) -> None:
        key = self._keys[name] = _key("ec")
        builder = self._builder(common_name, key, issuer or name, -DAY, 3650 * DAY, subject_of_issuer=common_name if not issuer else None)
        builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=path_length), critical=True)
        builder = builder.add_extension(
            x509.KeyUsage(digital_signature=False, content_commitment=False, key_encipherment=False, data_encipherment=False,
                          key_agreement=False, key_cert_sign=True, crl_sign=True, encipher_only=False, decipher_only=False),
            critical=True)
        self._certificates[name] = builder.sign(self._keys[issuer or name], hashes.SHA256())

    def _leaf(self, name: str, kind: str, hosts: list[str], start=-DAY, end=365 * DAY, issuer: str | None = "intermediate",
              common_name: str | None = None, with_names: bool = True, digest=hashes.SHA256()) -> None:
        key = self._keys[name] = _key(kind)
        own_name = common_name or (hosts[0] if len(hosts[0]) <= 64 else name)
        builder = self._builder(own_name, key, issuer or name, start, end, subject_of_issuer=own_name if not issuer else None)
        if with_names:
            names = [x509.IPAddress(ipaddress.ip_address(h)) if h[0].isdigit() else x509.DNSName(h) for h in hosts]
            builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
        builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        self._certificates[name] = builder.sign(self._keys[issuer or name], digest)
        chain = self._pem(name) + (self._pem(issuer) if issuer else b"")
        self._write(f"{name}.key", self._key_pem(name))
        self._write(f"{name}.crt", chain)
        self._write(f"{name}.chain.pem", self._key_pem(name) + chain)

    def _long_chain(self) -> None:
        """A leaf under a ladder of authorities, every one of them sent: more than any client should read."""
        names = ["root"]
        for step in range(CHAIN_LENGTH - 1):
            self._authority(f"ladder{step}", f"Zoo Ladder {step} " + "x" * 40, names[-1], None)
            names.append(f"ladder{step}")
        self._leaf("chain200", "ec", [specimens.server("chain200").host], issuer=names[-1])
        chain = b"".join(self._pem(name) for name in ["chain200"] + names[:0:-1])
        self._write("chain200.crt", chain)
        self._write("chain200.chain.pem", self._key_pem("chain200") + chain)

    def _builder(self, common_name, key, issuer, start, end, subject_of_issuer=None) -> x509.CertificateBuilder:
        issuer_name = _name(subject_of_issuer) if subject_of_issuer else self._certificates[issuer].subject
        return (x509.CertificateBuilder().subject_name(_name(common_name)).issuer_name(issuer_name)
                .public_key(key.public_key()).serial_number(x509.random_serial_number())
                .not_valid_before(self._now + start).not_valid_after(self._now + end)
                .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
                .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(self._keys[issuer].public_key()), critical=False))

    def _pem(self, name: str) -> bytes:
        return self._certificates[name].public_bytes(serialization.Encoding.PEM)

    def _key_pem(self, name: str) -> bytes:
        return self._keys[name].private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())

    def _write(self, name: str, data: bytes) -> None:
        path = self._folder / name
        path.write_bytes(data)
        # Exim reads its key as an ordinary user; nothing here is a secret.
        os.chmod(path, 0o644)

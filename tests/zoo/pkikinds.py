# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The certificates of reported.py: each right but for one respect."""
import datetime
import ipaddress
import warnings

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed448, ed25519, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

import reported
from species import ZONE

DAY = datetime.timedelta(days=1)
warnings.filterwarnings("ignore", message="SHA1 signatures")    # that is what they are made for
SERVER, CLIENT, ANY = ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH, ExtendedKeyUsageOID.ANY_EXTENDED_KEY_USAGE
USAGES = ("digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement", "key_cert_sign", "crl_sign",
          "encipher_only", "decipher_only")


def key(kind: str):
    if kind.startswith("rsa"):
        return rsa.generate_private_key(public_exponent=65537, key_size=int(kind[3:]))
    if kind == "ed25519":
        return ed25519.Ed25519PrivateKey.generate()
    if kind == "ed448":
        return ed448.Ed448PrivateKey.generate()
    curves = {"ec": ec.SECP256R1, "p384": ec.SECP384R1, "p521": ec.SECP521R1, "p192": ec.SECP192R1, "k1": ec.SECP256K1}
    return ec.generate_private_key(curves[kind]())


def _usage(*given: str) -> x509.KeyUsage:
    return x509.KeyUsage(**{name: name in given for name in USAGES})


class Maker:
    """Makes what reported.py needs; `pki` is the Pki whose authorities it uses and whose files it writes."""

    def __init__(self, pki):
        self._pki = pki
        self.certificates = pki._certificates
        self.keys = pki._keys

    def authority(self, name: str, issuer: str | None = None, kind="ec", path_length=None, is_authority=True, start=-DAY, end=3650 * DAY,
                  digest=hashes.SHA256(), own_key=None, subject: str | None = None, more=()) -> None:
        private = self.keys[name] = own_key or key(kind)
        title = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, subject or f"Zoo {name}")])
        builder = self._builder(title, private, issuer or name, title if not issuer else self.certificates[issuer].subject, start, end)
        builder = builder.add_extension(x509.BasicConstraints(is_authority, path_length if is_authority else None), critical=True)
        builder = builder.add_extension(_usage("key_cert_sign", "crl_sign"), critical=True)
        for extension, is_critical in more:
            builder = builder.add_extension(extension, is_critical)
        self.certificates[name] = builder.sign(self.keys[issuer or name], digest)

    def leaf(self, name: str, hosts: list[str], issuer="intermediate", kind="ec", chain: list[str] | None = None, purposes=(SERVER,),
             common_names: list[str] | None = None, usage: x509.KeyUsage | None = None, is_authority=False, empty_name=False, more=(),
             extension=None, digest=hashes.SHA256()) -> None:
        private = self.keys[name] = key(kind)
        title = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, n) for n in (common_names or [hosts[0][:64] if hosts else name])])
        builder = self._builder(title, private, issuer, self.certificates[issuer].subject, -DAY, 365 * DAY)
        names: list[x509.GeneralName] = [x509.IPAddress(ipaddress.ip_address(h)) if h[0].isdigit() else x509.DNSName(h) for h in hosts]
        names += more
        if empty_name:
            names.append(x509.DNSName(""))
        if names:
            builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
        if purposes:
            builder = builder.add_extension(x509.ExtendedKeyUsage(list(purposes)), critical=False)
        if usage:
            builder = builder.add_extension(usage, critical=True)
        if extension:
            builder = builder.add_extension(*extension)
        if is_authority:
            builder = builder.add_extension(x509.BasicConstraints(True, None), critical=True)
        self.certificates[name] = builder.sign(self.keys[issuer], digest)
        self.write(name, chain if chain is not None else [issuer])

    def write(self, name: str, chain: list[str]) -> None:
        pem = b"".join(self._pki._pem(one) for one in [name, *chain])
        self._pki._write(f"{name}.crt", pem)
        self._pki._write(f"{name}.chain.pem", self._pki._key_pem(name) + pem)

    def _builder(self, subject, private, issuer, issuer_name, start, end) -> x509.CertificateBuilder:
        now = self._pki._now
        return (x509.CertificateBuilder().subject_name(subject).issuer_name(issuer_name).public_key(private.public_key())
                .serial_number(x509.random_serial_number()).not_valid_before(now + start).not_valid_after(now + end)
                .add_extension(x509.SubjectKeyIdentifier.from_public_key(private.public_key()), critical=False)
                .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(self.keys[issuer].public_key()), critical=False))


def host(name: str) -> str:
    return f"mx.{name}.{ZONE}"


def _names(make: Maker) -> None:
    make.leaf("trailingdot", [host("trailingdot") + "."])
    make.leaf("twocommonnames", [], common_names=["mail.some-other-name.test", host("twocommonnames")])
    make.leaf("lastcommonname", [], common_names=[host("lastcommonname"), "mail.some-other-name.test"])
    make.leaf("addressname", [reported.ADDRESS["addressname"]], common_names=["mail.some-other-name.test"])
    make.leaf("emptyname", [], common_names=[host("emptyname")], empty_name=True)
    make.leaf("wildunder", [f"*.wildunder.{ZONE}"])
    make.leaf("wildtwice", ["*.*.zoo.test", f"*.{ZONE}"])
    make.leaf("wildcapitals", [f"*.WildCapitals.{ZONE.upper()}"])
    make.leaf("wilddot", [f"*.wilddot.{ZONE}."])
    make.leaf("domainname", [f"domainname.{ZONE}"])
    make.leaf("belowname", [f"other.belowname.{ZONE}", f"alias.aliasnamed.{ZONE}"])


def _trust(make: Maker) -> None:
    for depth in (9, 10, 11, 12):
        chain, above = [], "root2"
        for step in range(depth):
            name = f"deep{depth}-{step}"
            make.authority(name, above)
            chain.insert(0, name)
            above = name
        make.leaf(f"deep{depth}", [host(f"deep{depth}")], above, chain=chain)
    make.leaf("clientonly", [host("clientonly")], purposes=(CLIENT,))
    make.leaf("anypurpose", [host("anypurpose")], purposes=(ANY,))
    make.leaf("nopurpose", [host("nopurpose")], purposes=())
    make.leaf("keyusage", [host("keyusage")], usage=_usage("crl_sign", "key_cert_sign"))
    make.leaf("caleaf", [host("caleaf")], is_authority=True)
    # An old root that has expired and is still in the store; a new one, trusted, which the old one has signed too.
    make.authority("oldroot", start=-4000 * DAY, end=-30 * DAY)
    make.authority("newroot")
    make.authority("newrootcross", "oldroot", start=-2000 * DAY, own_key=make.keys["newroot"], subject="Zoo newroot")
    make.authority("newinter", "newroot")
    make.leaf("crosssigned", [host("crosssigned")], "newinter", chain=["newinter", "newrootcross"])
    make.leaf("expiredroot", [host("expiredroot")], "oldroot", chain=["oldroot"])
    # A root that nobody trusts yet, signed by the one that has expired.
    make.authority("laterroot")
    make.authority("laterrootcross", "oldroot", start=-2000 * DAY, own_key=make.keys["laterroot"], subject="Zoo laterroot")
    make.leaf("expiredcross", [host("expiredcross")], "laterroot", chain=["laterrootcross"])
    make.authority("oldinter", "root2", start=-800 * DAY, end=-10 * DAY)
    make.leaf("expiredinter", [host("expiredinter")], "oldinter", chain=["oldinter"])
    make.authority("inter2", "root2")
    make.authority("inter3", "inter2")
    make.leaf("rootsent", [host("rootsent")], chain=["intermediate", "root"])
    make.leaf("disordered", [host("disordered")], "inter3", chain=["root2", "inter2", "inter3"])
    make.authority("short", "root2", path_length=0)
    make.authority("belowshort", "short")
    make.leaf("pathlength", [host("pathlength")], "belowshort", chain=["belowshort", "short"])
    make.authority("noauthority", "root2", is_authority=False)
    make.leaf("notca", [host("notca")], "noauthority", chain=["noauthority"])


def _more_names(make: Maker) -> None:
    make.leaf("nulname", [host("nulname") + "\0.some-other-name.test"])
    make.leaf("spacename", [" " + host("spacename"), host("spacename") + " "])
    make.leaf("commonspace", [], common_names=[host("commonspace") + " "])
    make.leaf("commondot", [], common_names=[host("commondot") + "."])
    make.leaf("mailname", [], common_names=[host("mailname")], more=[x509.RFC822Name(f"postmaster@{host('mailname')}")])
    make.leaf("uriname", [], common_names=[host("uriname")], more=[x509.UniformResourceIdentifier(f"smtp://{host('uriname')}/")])
    make.leaf("manynames", [f"customer-{number}.some-other-name.test" for number in range(700)] + [host("manynames")])
    make.leaf("longname", [".".join(["a" * 60] * 5) + ".test", host("longname")])
    make.leaf("wildonly", ["*", "*.test"])
    make.leaf("wildpuny", [f"xn--*.wildpuny.{ZONE}", f"m*x.wildpuny.{ZONE}"])


def _more_trust(make: Maker) -> None:
    other = x509.NameConstraints([x509.DNSName("some-other-name.test")], None)
    own = x509.NameConstraints([x509.DNSName(ZONE)], [x509.DNSName("some-other-name.test")])
    for inter, leaf, extension in (("namedother", "constrained", other), ("namedown", "permitted", own)):
        make.authority(inter, "root2", more=[(extension, True)])
        make.leaf(leaf, [host(leaf)], inter, chain=[inter])
    unknown = x509.UnrecognizedExtension(x509.ObjectIdentifier("1.3.6.1.4.1.99999.1"), b"\x05\x00")
    make.leaf("critical", [host("critical")], extension=(unknown, True))
    make.authority("clientinter0", "root2", more=[(x509.ExtendedKeyUsage([CLIENT]), False)])
    make.leaf("clientinter", [host("clientinter")], "clientinter0", chain=["clientinter0"])
    make.leaf("rootleaf", [host("rootleaf")], "root2", chain=[])
    make.leaf("extracerts", [host("extracerts")], chain=["inter2", "oldinter", "intermediate", "root2", "root"])
    make.authority("gap1", "root2")
    make.authority("gap2", "gap1")
    make.authority("gap3", "gap2")
    make.leaf("gapinchain", [host("gapinchain")], "gap3", chain=["gap3", "gap1"])
    make.authority("future1", "root2", start=30 * DAY)
    make.leaf("futureinter", [host("futureinter")], "future1", chain=["future1"])


def _more_keys(make: Maker) -> None:
    make.leaf("sha224leaf", [host("sha224leaf")], digest=hashes.SHA224())
    make.leaf("sha512leaf", [host("sha512leaf")], digest=hashes.SHA512())
    for kind in ("k1", "p384", "ed448"):
        make.leaf(f"{kind}key", [host(f"{kind}key")], kind=kind)
    make.leaf("rsa4096", [host("rsa4096")], kind="rsa4096")
    make.leaf("rsa1024dane", [host("rsa1024dane")], kind="rsa1024")
    both = [s.host for s in reported.POSTFIX if s.name.startswith("twokeys")]
    make.leaf("twoec", both)
    make.leaf("tworsa", both, kind="rsa2048")


def _keys(make: Maker) -> None:
    make.leaf("rsa768", [host("rsa768")], kind="rsa768")
    make.leaf("rsa512", [host("rsa512")], kind="rsa512")
    make.leaf("ed25519", [host("ed25519")], kind="ed25519")
    make.leaf("p521key", [host("p521key")], kind="p521")
    make.leaf("p192key", [host("p192key")], kind="p192")
    make.authority("smallinter", "root2", kind="rsa1024")
    make.leaf("rsa1024ca", [host("rsa1024ca")], "smallinter", chain=["smallinter"])
    make.authority("sha1inter", "root2", digest=hashes.SHA1())
    make.leaf("sha1ca", [host("sha1ca")], "sha1inter", chain=["sha1inter"])


def make_all(pki) -> bytes:
    """Makes the certificates of reported.py; returns the roots to trust beside the zoo's own, PEM."""
    make = Maker(pki)
    make.authority("root2")
    _names(make)
    _trust(make)
    _keys(make)
    _more_names(make)
    _more_trust(make)
    _more_keys(make)
    plain = [s.host for s in (*reported.SCRIPTED, *reported.AT_25) if s.name != "snidefault"]
    make.leaf("reported", [*plain, host("snidefault")])
    make.leaf("reportedrsa", plain, kind="rsa2048")
    make.leaf("reportedany", [s.host for s in reported.POSTFIX if s.certificate == "reportedany"], kind="rsa2048")
    for number in range(1, reported.VANITY + 1):
        make.leaf(f"vanity{number}", [host(f"vanity{number}")])
    return b"".join(pki._pem(name) for name in ("root2", "oldroot", "newroot"))

#!/usr/bin/env python3
"""Vérifie des clôtures, des archives et des relevés, hors ligne, avec Python et « openssl » seulement.

    python3 audit.py CHEMIN… [--trust FICHIER] [--head FICHIER] [--require-timestamp] [--json] [--lang fr|en]

CHEMIN : le dossier d'une clôture, d'une archive ou de relevés, un dossier de ceux-là, un relevé PDF.
Rend 0 si tout tient, 1 s'il y a preuve d'altération, 2 s'il manque une preuve ; 64 à 66 si rien n'a pu
être vérifié. Les codes sont ceux de « soleil verify », dont ce fichier ne partage rien.

Checks closings, archives and members' statements offline: read it from top to bottom, in ten minutes.
 1. JSON and DER are read strictly: there is one way to write a signed text.
 2. A signature: `openssl cms` for the mathematics, `openssl verify` for who signed; time stamps likewise.
 3. A closing: its manifest is signed, lists every file by its SHA-256, and their figures agree (in SQL).
 4. A chain: numbers and months follow, each manifest holds the digest of the one before.
 5. A statement: a PDF signed whole, whose data is a leaf of the tree its closing has signed.
References: RFC 8785 (canonical JSON), 5652 (CMS), 5035 (ESS), 3161 (time stamps), 6962 (trees).
"""
import argparse, calendar, csv, functools, hashlib, io, json, os, re, sqlite3, stat, subprocess, sys, tempfile, time
from base64 import b64decode, encodebytes
from collections import namedtuple
from os.path import abspath, basename, dirname, isdir, join, lexists

class Found(Exception):
    """What ends the examination of one subject: a code, and where; or of all of them, with an exit code."""
    def __init__(self, code, path=None, exit_code=None):
        self.code, self.path, self.exit_code = code, path, exit_code

def need(holds, code, path=None):
    if not holds:
        raise Found(code, path)

def sha256(data):
    return hashlib.sha256(data).digest()

def content(path, most=1 << 22, missing="file-missing"):
    """A regular file, opened once and not through a link: what is hashed is what is used."""
    try:
        mode = os.lstat(path).st_mode
        need(stat.S_ISREG(mode), "path-symlink" if stat.S_ISLNK(mode) else "path-not-a-file", path)
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
            data = file.read(most + 1)
    except OSError:
        raise Found(missing, path)
    need(len(data) <= most, "file-too-large", path)
    return data

def month_number(text):
    return int(text[:4]) * 12 + int(text[5:]) - 1 if fits(text, MONTH) else None

def month_end(text):
    """The earliest second, in France, at which the month is over: two hours ahead of UTC at most."""
    year, month = divmod(month_number(text) + 1, 12)
    return calendar.timegm((year, month + 1, 1, 0, 0, 0)) - 7200

def instant(text, form="%Y-%m-%dT%H:%M:%SZ"):
    try:
        return calendar.timegm(time.strptime(text, form))
    except (ValueError, TypeError, OverflowError):
        return None

# ---------------------------------------------------------------- 1. strict JSON, strict DER

def read_json(data):
    """A canonical text of objects, arrays, strings and whole numbers below 2^53."""
    def members(pairs):
        need(len({key for key, _ in pairs}) == len(pairs), "json-duplicate-key")
        return dict(pairs)

    try:
        text = data.decode("utf-8")
        value = json.loads(text, object_pairs_hook=members,
                           parse_int=lambda digits: int(digits) if len(digits) < 18 else None)
        need(canonical(value) == text, "json-not-canonical")
        return value
    except (ValueError, RecursionError):
        raise Found("json-malformed")

def canonical(value, depth=0):
    """The one way to write a value; true, false, null, fractions and large numbers have none."""
    if depth > 16:
        raise ValueError
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(canonical(key) + ":" + canonical(value[key], depth + 1) for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(one, depth + 1) for one in value) + "]"
    known = type(value) is str or type(value) is int and abs(value) < 1 << 53
    return json.dumps(value, ensure_ascii=False) if known else ""

def fits(value, shape):
    """Whether a value is as a shape says: a pattern, a test of numbers, a list of one shape, or members."""
    if isinstance(shape, dict):
        return isinstance(value, dict) and all(
            fits(value[key.rstrip("?")], one) if key.rstrip("?") in value else key.endswith("?")
            for key, one in shape.items())
    if isinstance(shape, list):
        return isinstance(value, list) and len(value) <= 10_000 and all(fits(one, shape[0]) for one in value)
    if isinstance(shape, str):
        return isinstance(value, str) and re.fullmatch(shape, value, re.ASCII | re.DOTALL) is not None
    return isinstance(value, int) and shape(value)

TEXT, DIGEST, MONTH = ".*", "[0-9a-f]{64}", "(?!0000)[0-9]{4}-(0[1-9]|1[0-2])"
NUMBER, COUNT, POSITIVE = lambda n: True, lambda n: n >= 0, lambda n: n >= 1
FILES, WHO = [{"path": TEXT, "bytes": COUNT, "sha256": DIGEST}], {"siren": TEXT, "name": TEXT}
KEPT = {"file": "[^/]*", "sha256": DIGEST}
TRUST = {"format": "soleil-trust/1", "organisation": {"siren": TEXT}, "authority": KEPT, "timestamping?": [KEPT],
         "signers": [{"sha256": DIGEST, "from": MONTH, "to?": MONTH}], "revocations?": KEPT}
CLOSING = {"organisation": WHO, "month": MONTH, "sequence": POSITIVE, "closedAt": TEXT, "files": FILES,
           "log": {"size": COUNT, "root": DIGEST, "consistency?": [DIGEST]},
           "statements": {"count": COUNT, "root": DIGEST}, "previousManifestSha256?": TEXT,
           "totals": {"debitCents": NUMBER, "creditCents": NUMBER, "entries": NUMBER, "wh": NUMBER}}
ARCHIVE = {"organisation": WHO, "year": TEXT, "last": MONTH, "files": FILES,
           "closings": [{"month": TEXT, "manifestSha256": TEXT}]}
STATEMENT = {"organisation": {"siren": TEXT}, "month": MONTH, "member": TEXT}

def read_signed(data, form, shape, malformed="manifest-malformed"):
    """A signed text of a known format and shape."""
    value = read_json(data)
    need(isinstance(value, dict) and value.get("format") == form, "format-unknown")
    need(fits(value, shape), malformed)
    return value

INT, OCTETS, NULL, OID, TIME, SEQ, SET, CTX0, CTX1 = 0x02, 0x04, 0x05, 0x06, 0x18, 0x30, 0x31, 0xA0, 0xA1
Element = namedtuple("Element", "tag inside whole")

def elements(data, only_first=False):
    """The DER elements that follow one another in some bytes."""
    found, here = [], 0
    while here < len(data) and not (found and only_first):
        start, here = here, here + 2
        length = data[here - 1] if here <= len(data) else 1 << 32
        if length >= 128:
            size, here = length - 128, here + length - 128
            length = int.from_bytes(data[here - size:here], "big")
            need(1 <= size <= 4 and here <= len(data) and data[here - size] and length >= 128, "cms-malformed")
        need(here + length <= len(data), "cms-malformed")
        found.append(Element(data[start], data[here:here + length], data[start:here + length]))
        here += length
    return found

def outline(data, *shape):
    """What stands in exactly this shape: (tag, name to give the inside | bytes it must be | shapes within)."""
    here, named = elements(data), {}
    if shape[-1:] == (...,):  # anything may follow
        here, shape = here[:len(shape) - 1], shape[:-1]
    need([one.tag for one in here] == [tag for tag, *_ in shape], "cms-malformed")
    for one, (_, *within) in zip(here, shape):
        if isinstance(within[0], str):
            named[within[0]] = one.inside
        elif isinstance(within[0], bytes):
            need(one.inside == within[0], "cms-malformed")
        else:
            named |= outline(one.inside, *within)
    return named

def algorithm(data):
    """The identifier of an algorithm without parameters, or with empty ones."""
    return outline(data, (OID, "name"), *[(NULL, b"")] * (len(elements(data)) > 1))["name"].hex()

SIGNED_DATA, DATA = bytes.fromhex("2a864886f70d010702"), bytes.fromhex("2a864886f70d010701")
SMIME = bytes.fromhex("2a864886f70d010910")
TST, TOKEN, CERTIFICATE_V1, CERTIFICATE_V2 = (SMIME + end for end in (b"\1\4", b"\2\x0e", b"\2\x0c", b"\2\x2f"))
SIGNING_TIME = bytes.fromhex("2a864886f70d010905")
# Each digest that may be signed, and the ways to sign it: ECDSA; RSA (PKCS #1 v1.5) under its two names.
DIGESTS = {f"60864801650304020{n}": (name, "2a8648ce3d04030" + str(n + 1),
                                     (f"2a864886f70d01010{n + 10:x}", "2a864886f70d010101"))
           for n, name in ((1, "sha256"), (2, "sha384"), (3, "sha512"))}

# ---------------------------------------------------------------- 2. signatures

def openssl(*arguments, **files):
    """Runs the command in a folder that holds these files; its code, its output, its errors."""
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files.items():
            with open(join(folder, name), "wb") as file:
                file.write(data)
        done = subprocess.run(("openssl",) + arguments, cwd=folder, capture_output=True)
    return done.returncode, done.stdout, done.stderr.decode("utf-8", "replace")

def pem(*certificates):
    return b"".join(b"-----BEGIN CERTIFICATE-----\n" + encodebytes(der) + b"-----END CERTIFICATE-----\n"
                    for der in certificates)

@functools.lru_cache
def described(certificate):
    """What openssl tells of a certificate, in words."""
    return openssl("x509", "-inform", "DER", "-in", "c", "-noout", "-text", "-nameopt", "utf8,esc_ctrl",
                   c=certificate)[1].decode("utf-8", "replace")

def issued(certificate, roots, purpose, between=(), moment=None):
    """What is wrong with a certificate for a purpose, or nothing; and how many lead to a trusted one."""
    when = ["-no_check_time"] if moment is None else ["-attime", str(moment)]
    code, out, errors = openssl(
        "verify", "-CAfile", "ca", "-no-CApath", "-no-CAstore", "-partial_chain", "-purpose", purpose, *when,
        "-show_chain", *(["-untrusted", "u"] if between else []), "leaf",
        leaf=pem(certificate), ca=pem(*roots), u=pem(*between))
    wrong_use = "error 26 " in out.decode("utf-8", "replace") + errors
    return (None if not code else "wrong-key-usage" if wrong_use else "untrusted-signer"), out.count(b"(untrusted)")

def dates(text, *names):
    found = (re.search(name + r"\s*:\s*(.* GMT)", text) for name in names)
    return [instant(one[1].strip(), "%b %d %H:%M:%S %Y GMT") for one in found if one]

class Signature:
    """A CMS signature whose mathematics hold: over some content that lies elsewhere, or a time stamp's own."""

    def __init__(self, der, signed=None):
        token = signed is None
        self.shape(der, token)
        self.certificate = next((one for one in self.certificates if self.names(one) == self.signer), b"")
        self.text = text = described(self.certificate)
        need(text, "untrusted-signer")
        curve, bits = "Algorithm: id-ecPublicKey" in text, re.search(r"Public-Key: \((\d+) bit\)", text)
        known = re.search(f"ASN1 OID: (prime256v1|secp384r1{'|secp521r1' * token})\n", text) if curve else \
            "Algorithm: rsaEncryption" in text and bits and int(bits[1]) >= (2048 if token else 3072)
        need(known and curve == self.on_curve, "weak-algorithm")
        attributes = {}
        for one in elements(self.attributes):
            each = outline(one.whole, (SEQ, (OID, "name"), (SET, "values")))
            need(each["name"] not in attributes and len(elements(each["values"])) == 1, "cms-malformed")
            attributes[each["name"]] = each["values"]
        code, self.content, _ = openssl("cms", "-verify", "-binary", "-noverify", "-inform", "DER", "-in", "s",
                                        *([] if token else ["-content", "m"]), s=der, m=signed or b"")
        need(not code, "content-altered" if all(map(described, self.certificates)) else "cms-malformed")
        need(self.named(attributes, token), "ess-missing")
        self.serial = int.from_bytes(outline(self.signer, (SEQ, "issuer"), (INT, "serial"))["serial"], "big")
        self.first, self.last = dates(text, "Not Before", "Not After")
        self.fingerprint, self.signed_at, self.stamp = sha256(self.certificate).hex(), None, None
        if SIGNING_TIME in attributes:
            tag, inside, _ = elements(attributes[SIGNING_TIME])[0]
            century = "" if tag == TIME else "20" if inside < b"5" else "19"
            self.signed_at = instant(century + inside.decode("ascii", "replace"), "%Y%m%d%H%M%SZ")

    def shape(self, der, token):
        """Pins every byte that the signature does not cover: RFC 5652 §§ 3 and 5, nothing more."""
        need(der[:1] == bytes([SEQ]), "cms-malformed")
        need(elements(der, only_first=True)[0].whole == der, "cms-trailing-data")
        kind = [(OID, TST), (CTX0, (OCTETS, "content"))] if token else [(OID, DATA)]
        outer = outline(der, (SEQ, (OID, SIGNED_DATA), (CTX0, (SEQ, (INT, b"\3" if token else b"\1"),
                              (SET, (SEQ, "digest")), (SEQ, *kind), (CTX0, "chain"), (SET, (SEQ, "signer"))))))
        need({one.tag for one in elements(outer["chain"])} <= {SEQ}, "cms-malformed")
        head, parts = [(INT, b"\1"), (SEQ, "signer"), (SEQ, "own")], elements(outer["signer"])
        outline(outer["signer"], *head, ...)
        digest = algorithm(outer["digest"])
        need([one.tag for one in parts[3:4]] == [CTX0], "ess-missing")
        stamp = [(CTX1, (SEQ, (OID, TOKEN), (SET, "token")))] if len(parts) == 7 and not token else []
        inner = outline(outer["signer"], *head, (CTX0, "attributes"), (SEQ, "way"), (OCTETS, "value"), *stamp)
        self.token, way = inner.get("token"), algorithm(inner["way"])
        need(not stamp or outline(self.token, (SEQ, "_")), "cms-malformed")
        need(algorithm(inner["own"]) == digest, "cms-malformed")
        name, on_curve, with_rsa = DIGESTS.get(digest, ("", "", ()))
        need(way in (on_curve, *with_rsa) and (token or name == "sha256"), "weak-algorithm")
        self.certificates, self.on_curve = [one.whole for one in elements(outer["chain"])], way == on_curve
        self.signer, self.attributes, self.value = inner["signer"], inner["attributes"], inner["value"]

    @staticmethod
    def names(certificate):
        """How CMS names a certificate: its issuer and serial number, to the byte."""
        try:
            fields = [e for e in elements(elements(elements(certificate)[0].inside)[0].inside) if e.tag != CTX0]
            return fields[2].whole + fields[0].whole
        except (Found, IndexError):
            return b""

    def named(self, attributes, token):
        """Whether a signing-certificate attribute holds the digest of the signer's certificate (RFC 5035)."""
        try:
            value = attributes.get(CERTIFICATE_V2) or token and attributes[CERTIFICATE_V1]
            digest = "sha256" if CERTIFICATE_V2 in attributes else "sha1"
            fields = elements(outline(value, (SEQ, (SEQ, (SEQ, "first"), ...), ...))["first"])
            if fields[0].tag == SEQ:
                digest = DIGESTS[algorithm(fields.pop(0).inside)][0]
            return (token or digest == "sha256") and \
                fields[0].inside == hashlib.new(digest, self.certificate).digest()
        except (Found, LookupError, TypeError):
            return False

    def who(self, month, trust):
        """What is wrong with who signed."""
        usage = re.search(r"X509v3 Key Usage:.*\n(.*)\n", self.text)
        uses = set(usage[1].strip().split(", ")) if usage else {"Digital Signature", "Non Repudiation"}
        listed = trust.signers is None or any(
            one["sha256"] == self.fingerprint and one["from"] <= month <= one.get("to", month) for one in trust.signers)
        return issued(self.certificate, (trust.authority,), "smimesign")[0] \
            or ("CA:TRUE" in self.text or not uses >= {"Digital Signature", "Non Repudiation"}) and "wrong-key-usage" \
            or not listed and "untrusted-signer" \
            or not {*self.certificates} <= {self.certificate, trust.authority} and "cms-malformed"

    def when(self, place, proof, report):
        """What is wrong with the time: a certificate that ran out or was revoked needs proof of an earlier one."""
        told = [one for one in (self.signed_at, self.stamp) if one is not None]
        if any(not self.first <= one <= self.last for one in told):
            report.note("cert-expired", place)
        elif report.now > self.last and (proof is None or proof > self.last):
            report.note("cert-expired", place, doubtful=True)
        since = report.trust.revoked.get(self.serial)
        if since is not None and any(one >= since for one in told):
            report.note("cert-revoked", place)
        elif since is not None and (proof is None or proof >= since):
            report.note("cert-revoked", place, doubtful=True)

def token_time(token, over, trust):
    """When some bytes are proved to have been there; nothing when trust.json names no time-stamping service."""
    try:
        signature = Signature(token)
        told = outline(signature.content, (SEQ, (INT, b"\1"), (OID, "policy"), (SEQ, (SEQ, "digest"), (
            OCTETS, "imprint")), (INT, "serial"), (TIME, "time"), ...))
        moment = instant(re.sub(r"\.\d+Z$", "Z", told["time"].decode("ascii")), "%Y%m%d%H%M%SZ")
        digest = DIGESTS[algorithm(told["digest"])][0]
        need(moment is not None and hashlib.new(digest, over).digest() == told["imprint"], "timestamp-invalid")
        if not trust.services:
            return None
        others = tuple(one for one in signature.certificates if one != signature.certificate)
        fault, count = issued(signature.certificate, trust.services, "timestampsign", others, moment)
        # A certificate that leads nowhere would be a place to hide a change.
        need(not fault and count == len({*signature.certificates} - {*trust.services}), "timestamp-invalid")
        return moment
    except (Found, LookupError, ValueError):
        raise Found("timestamp-invalid")

class Trust:
    """One authority and, better, its list of signers, services and revocations: a trust.json, or a certificate."""

    def __init__(self, path):
        self.path, self.siren, self.signers, self.services, self.revoked = path, None, None, (), {}
        try:
            data = content(path)
            if data[:1] != b"{":
                self.authority = self.certificate(data)
            else:
                self.read(data)
            need("CA:TRUE" in described(self.authority), "trust-malformed")
            if data[:1] == b"{" and lexists(path + ".p7s"):
                path += ".p7s"
                need(Signature(content(path), data).certificate == self.authority, "trust-malformed")
        except Found as found:
            raise Found(*(("cannot-open", found.path, 66) if found.path else ("trust-malformed", path, 65)))

    def read(self, data):
        value = read_signed(data, "soleil-trust/1", TRUST)
        self.siren, self.signers = value["organisation"]["siren"], value["signers"]
        self.authority = self.beside(value["authority"], self.certificate)
        self.services = tuple(self.beside(one, self.certificate) for one in value.get("timestamping", []))
        if "revocations" in value:
            code, out, errors = openssl("crl", "-in", "crl", "-CAfile", "ca", "-noout", "-text",
                                        ca=pem(self.authority), crl=self.beside(value["revocations"], bytes))
            need(not code and "verify OK" in errors, "trust-malformed")
            for entry in out.decode("utf-8", "replace").split("Serial Number: ")[1:]:
                self.revoked[int(entry.split()[0], 16)] = min(dates(entry, "Revocation Date", "Invalidity Date"))

    def beside(self, entry, read):
        data = read(content(join(dirname(self.path), entry["file"])))
        need(sha256(data).hex() == entry["sha256"], "trust-malformed")
        return data

    @staticmethod
    def certificate(data):
        code, der, _ = openssl("x509", "-in", "c", "-outform", "DER", c=data)
        need(not code, "trust-malformed")
        return der

def trust_beside(path):
    for folder in (dirname(path), dirname(dirname(path)), dirname(dirname(dirname(path)))):
        for name in ("trust/trust.json", "trust/ca.pem"):
            if lexists(join(folder, name)) and stat.S_ISREG(os.lstat(join(folder, name)).st_mode):
                return join(folder, name)

# ---------------------------------------------------------------- 3. closings and archives

def read_with_signature(folder, name, report):
    """A text whose signature beside it holds, and that signature with its time stamp."""
    data, place = content(join(folder, name)), join(folder, name + ".p7s.tsr")
    der, stamp = content(join(folder, name + ".p7s"), 1 << 18, "signature-missing"), None
    if lexists(place):
        try:
            reply = content(place, 1 << 18)
            outline(reply, (SEQ, (SEQ, (INT, b"\0")), (SEQ, "token")))  # granted, and a token
            stamp = token_time(elements(elements(reply)[0].inside)[1].whole, der, report.trust)
        except Found as found:
            report.note(found.code.replace("cms-malformed", "timestamp-invalid"), place)
    try:
        signature = Signature(der, data)
    except Found as found:
        raise Found(found.code, join(folder, name + ("" if found.code == "content-altered" else ".p7s")))
    signature.stamp = stamp
    return data, signature

def names_in(folder, deep):
    for one in sorted(os.listdir(folder)):
        inside = join(folder, one)
        if deep and isdir(inside) and not os.path.islink(inside) and os.listdir(inside):
            yield from (one + "/" + name for name in names_in(inside, deep))
        else:
            yield one

def listed_files(folder, name, files, safe, report):
    """Every file listed is there, to the byte, and no other; hidden ones count. Their contents, by name."""
    listed, kept = {name, name + ".p7s", name + ".p7s.tsr"}, {}
    for file in files:
        path, place = file["path"], folder.rstrip("/") + "/" + file["path"]
        if not re.fullmatch(safe, path) or path in listed:
            report.note("path-duplicate" if path in listed and re.fullmatch(safe, path) else "path-unsafe", place)
            continue
        listed.add(path)
        try:
            data = content(place, max(file["bytes"], 1 << 26))
            need(len(data) == file["bytes"] and sha256(data).hex() == file["sha256"], "file-altered")
            kept[path] = data
        except Found as found:
            report.note(found.code.replace("file-too-large", "file-altered"), place)
    for one in names_in(folder, deep=name == "archive.json"):
        if one not in listed:
            report.note("file-unlisted", join(folder, one))
    return kept

class Closing:
    """A closing whose manifest is signed by the one who should, or named by the next that is."""

    def __init__(self, path, report, vouched=None):
        self.path, self.place, self.signature, data = path, join(path, "manifest.json"), None, vouched
        if vouched is None:
            data, self.signature = read_with_signature(path, "manifest.json", report)
        try:
            self.value = value = read_signed(data, "soleil-closing/1", CLOSING)
            self.previous, none = value.get("previousManifestSha256", ""), ("", "0" * 64)
            need(instant(value["closedAt"]) is not None and (self.previous in none if value["sequence"] == 1
                                                             else fits(self.previous, DIGEST)), "manifest-malformed")
        except Found as found:
            raise Found(found.code, self.place)
        self.sequence, self.month, self.digest = value["sequence"], value["month"], sha256(data).hex()
        self.log, self.siren = (value["log"]["size"], value["log"]["root"]), value["organisation"]["siren"]
        if vouched is None:
            report.judge(self, self.place, self.month, instant(value["closedAt"]))
            if fits(basename(abspath(path)), MONTH) and basename(abspath(path)) != self.month:
                report.note("wrong-month", self.place)

    def check_files(self, report):
        safe = r"LISEZMOI\.txt|(?!manifest\.json)[a-z0-9_-][a-z0-9._-]{0,99}"
        kept = listed_files(self.path, "manifest.json", self.value["files"], safe, report)
        if "statements.csv" in kept:  # the leaves listed must make up the root that is signed
            try:
                leaves = [row[0] for row in table(kept["statements.csv"], ["leaf"])]
                root = tree_root([bytes.fromhex(one) for one in leaves]).hex()
                sound = all(fits(one, DIGEST) for one in leaves)
            except ValueError:
                sound, leaves, root = False, [], ""
            if not sound or self.value["statements"] != {"count": len(leaves), "root": root}:
                report.note("statements-root-wrong", join(self.path, "statements.csv"))
        self.figures, self.sound, wrong = figures(kept, self.value["totals"])
        for name in wrong:
            report.note("figures-disagree", join(self.path, name))

def table(data, names, numbers=()):
    """Some columns of a table with a heading: commas, line feeds, quotes where needed (RFC 4180)."""
    try:
        rows = list(csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))
        if data[-1:] != b"\n" or any(len(row) != len(rows[0]) for row in rows):
            raise ValueError
        columns = [(rows[0].index(name), int if name in numbers else str) for name in names]
        return [[kind(row[column]) for column, kind in columns] for row in rows[1:]]
    except csv.Error:
        raise ValueError

TABLES = {  # the columns that matter, the numbers after the bar
    "journal.csv": "series number account unit restates | debit credit",
    "trial-balance.csv": "account unit | opening debit credit closing",
    "production.csv": "meter day | wh",
    "allocation.csv": "division beneficiary unit final | divided amount",
    "register.csv": "member | shares capital_cents",
}
MOVED = "SELECT account, unit, sum(debit), sum(credit) FROM journal WHERE restates = '0' " \
    "GROUP BY 1, 2 HAVING sum(debit) OR sum(credit)"  # what says balances again at the turn of a year moves nothing
SHOWN = "SELECT account, unit, debit, credit FROM trial_balance WHERE debit OR credit"
ALONE = [  # a table, and what must find no row in it
    ("journal.csv", "SELECT 1 FROM journal GROUP BY series, number, unit HAVING sum(debit) <> sum(credit)"),
    ("trial-balance.csv", "SELECT 1 FROM trial_balance WHERE opening + debit - credit <> closing"),
    ("trial-balance.csv", "SELECT 1 FROM trial_balance GROUP BY account, unit HAVING count(*) > 1"),
    ("trial-balance.csv", "SELECT 1 FROM trial_balance GROUP BY unit HAVING sum(closing) <> 0"),
    ("allocation.csv", "SELECT 1 FROM allocation GROUP BY division, divided HAVING sum(amount) <> divided"),
]
TOGETHER = [  # held against each other, and against the totals of the manifest: `:name`
    ("journal.csv", "SELECT ifnull(sum(debit), 0), ifnull(sum(credit), 0) FROM journal "
     "WHERE unit = 'cents' AND restates = '0' EXCEPT SELECT :debitCents, :creditCents"),
    ("journal.csv", "SELECT count(DISTINCT series || char(10) || number) FROM journal EXCEPT SELECT :entries"),
    ("journal.csv", "SELECT ifnull(sum(credit - debit), 0) FROM journal "
     "WHERE account = '911000' AND unit = 'wh' AND restates = '0' EXCEPT SELECT :wh"),
    ("production.csv", "SELECT ifnull(sum(wh), 0) FROM production EXCEPT SELECT :wh"),
    ("trial-balance.csv", f"SELECT * FROM ({SHOWN}) EXCEPT {MOVED}"),
    ("trial-balance.csv", f"SELECT * FROM ({MOVED}) EXCEPT {SHOWN}"),
    ("register.csv", "SELECT ifnull(sum(capital_cents), 0) FROM register EXCEPT "
     "SELECT ifnull(-sum(closing), 0) FROM trial_balance WHERE account GLOB '101*' AND unit = 'cents'"),
]
# What a year's beginning finds: charges and income (6 and 7) have become results (12).
CARRIED = "SELECT CASE WHEN account GLOB '[67]*' OR account GLOB '12*' THEN 'results' ELSE account END AS one, unit, " \
    "sum({0}) FROM trial_balance GROUP BY one, unit HAVING sum({0}) <> 0"

def title(name):
    return name[:-4].replace("-", "_")

def figures(files, totals):
    """The tables of a closing as a database, whether each is sound, and the names of those that are not."""
    database, there, alone, wrong = sqlite3.connect(":memory:"), set(TABLES) & set(files), set(), set()
    for name, columns in TABLES.items():
        texts, numbers = (part.split() for part in columns.split("|"))
        database.execute(f"CREATE TABLE {title(name)} ({', '.join(texts + [one + ' INTEGER' for one in numbers])})")
        try:
            rows = table(files[name], texts + numbers, numbers) if name in files else []
            database.executemany(f"INSERT INTO {title(name)} VALUES (?{', ?' * (len(texts + numbers) - 1)})", rows)
        except (ValueError, OverflowError):
            alone.add(name)
    for checks, found in ((ALONE, alone), (TOGETHER, wrong)):
        for name, query in checks:
            used = {one for one in TABLES if re.search(rf"FROM {title(one)}\b", query)}
            try:
                if used <= there - alone and database.execute(query, totals).fetchone():
                    found.add(name)
            except sqlite3.Error:  # a sum beyond 64 bits
                found.add(name)
    return database, not alone, alone | wrong

class Archive:
    """A yearly archive: closings, the tax file, keys and notice, listed and signed anew."""

    def __init__(self, path, report):
        self.path, self.place = path, join(path, "archive.json")
        data, self.signature = read_with_signature(path, "archive.json", report)
        try:
            value = read_signed(data, "soleil-archive/1", ARCHIVE)
            digests = {one["month"]: one["manifestSha256"] for one in value["closings"]}
            need(len(digests) == len(value["closings"]), "manifest-malformed")
        except Found as found:
            raise Found(found.code, self.place)
        self.siren, self.month = value["organisation"]["siren"], value["last"]
        report.judge(self, self.place, self.month)
        self.signature.when(self.place + ".p7s", self.signature.stamp, report)
        part = "[A-Za-z0-9_-]([A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?"
        listed_files(path, "archive.json", value["files"], f"{part}(/{part}){{0,2}}", report)
        folders = [join(path, "closings", month) for month in sorted(digests)]
        for one in check_closings(folders, None, report, self.signature.stamp):
            if digests.get(one.month) != one.digest:
                report.note("chain-broken", one.place)

def tree_root(leaves):
    """The root over leaves that are hashed already (RFC 6962 § 2.1)."""
    if len(leaves) < 2:
        return leaves[0] if leaves else sha256(b"")
    half = 1 << (len(leaves) - 1).bit_length() - 1
    return sha256(b"\1" + tree_root(leaves[:half]) + tree_root(leaves[half:]))

# ---------------------------------------------------------------- 4. the chain

def consistent(old, new, proof):
    """Whether a proof shows the smaller tree to be the beginning of the larger one (RFC 6962 § 2.1.2)."""
    def rebuilt(size, count, intact):
        if size == count:
            return (bytes.fromhex(old[1]) if intact else rest.pop(),) * 2
        half, sibling = 1 << (count - 1).bit_length() - 1, rest.pop()
        if size <= half:
            first, second = rebuilt(size, half, intact)
            return first, sha256(b"\1" + second + sibling)
        return tuple(sha256(b"\1" + sibling + one) for one in rebuilt(size - half, count - half, False))

    rest = [bytes.fromhex(one) for one in proof]
    if old[0] == 0 or old[0] >= new[0]:
        return not rest and (old[0] == 0 or old == new)
    try:
        return rebuilt(old[0], new[0], True) == (bytes.fromhex(old[1]), bytes.fromhex(new[1])) and not rest
    except IndexError:
        return False

def check_closings(paths, head, report, proof=None):
    """Closings and their chain; one that lost only its signature counts when the next one names its manifest."""
    closings, unjudged = [], {}
    for path in paths:
        before, month = len(report.findings), month_number(basename(abspath(path)))
        one = report.take(Closing, path)
        if one:
            closings.append(one)
        elif month:
            stripped = [code for code, _, _ in report.findings[before:]] == ["signature-missing"]
            unjudged[month] = path, content(join(path, "manifest.json")) if stripped else None
    for month, (path, data) in sorted(unjudged.items(), reverse=True):
        if data and any((month_number(one.month), one.previous) == (month + 1, sha256(data).hex()) for one in closings):
            try:
                closings.append(Closing(path, report, data))
                del unjudged[month]
            except Found:
                pass
    closings.sort(key=lambda one: (one.sequence, one.month))
    for one in closings:
        one.check_files(report)
    # From the last one back: a time stamp proves a time for all that its closing builds upon.
    builds_upon = [check_link(one, two, unjudged, report) for one, two in zip(closings, closings[1:])] + [False]
    check_head(closings, unjudged, head, report)
    known = None
    for one, linked in list(zip(closings, builds_upon))[::-1]:
        times = [known if linked else None, one.signature and one.signature.stamp]
        known = min((moment for moment in times if moment is not None), default=None)
        if one.signature:
            earliest = min((moment for moment in (known, proof) if moment is not None), default=None)
            one.signature.when(one.place + ".p7s", earliest, report)
    report.subjects += closings
    return closings

def check_link(one, two, unjudged, report):
    """Whether a closing is known to build upon the one before, months that cannot be judged being between."""
    before, after = month_number(one.month), month_number(two.month)
    between = sum(before < month < after for month in unjudged)
    stripped, named = unjudged.get(after - 1, (None, None))[1], one.digest
    if between:
        named = sha256(stripped).hex() if stripped else two.previous
    proof = None if between else two.value["log"].get("consistency")
    code, place = None, two.place
    if before == after:
        code = "month-duplicated"
    elif two.sequence != one.sequence + between + 1 or after != before + between + 1:
        code = "chain-gap"
    elif two.previous != named or two.log[0] < one.log[0] or proof is not None and not consistent(one.log, two.log, proof):
        code = "chain-broken"
    elif two.siren != one.siren:
        code = "wrong-organisation"
    elif not between:
        old, new = one.value["totals"], two.value["totals"]
        ended, began = (set(closing.figures.execute(CARRIED.format(column))) for closing, column in (
            (one, "closing"), (two, "opening")))
        if any(total in old and total in new and old[total] + new[moved] != new[total] for total, moved in (
                ("perpetualDebitCents", "debitCents"), ("perpetualWh", "wh"))):
            report.note("figures-disagree", place)
        elif one.sound and two.sound and ended and began and ended != began:
            report.note("figures-disagree", join(two.path, "trial-balance.csv"))
    if code:
        report.note(code, place)
    return not code and not between

def check_head(closings, unjudged, head, report):
    """Whether the closings go on from the one remembered: its number, the digest of its manifest."""
    if not head or not closings:
        return
    (sequence, digest), first, last = head, closings[0], closings[-1]
    same = next((one for one in closings if one.sequence == sequence), None)
    following = next((one for one in closings if one.sequence == sequence + 1), None)
    # The months of the closings that are missing, up to the first whose folder is not there.
    gone = lambda one, steps: any(month_number(one.month) + step not in unjudged for step in steps)
    if same or following:
        if (same.digest if same else following.previous) != digest:
            report.note("fork", (same or following).place)
    elif gone(last, range(1, sequence - last.sequence + 1)):
        report.note("rollback", last.place)
    elif gone(first, range(sequence + 1 - first.sequence, 0)):
        report.note("chain-gap", first.place)

def read_head(path):
    """A head kept from last time: {"format":"soleil-head/1",…}, or the manifest itself."""
    try:
        data = content(path)
        value = read_json(data)
        if fits(value, {"format": "soleil-closing/1", "sequence": NUMBER}):
            return value["sequence"], sha256(data).hex()
        need(fits(value, {"format": "soleil-head/1", "sequence": NUMBER, "manifestSha256": DIGEST}), "")
        return value["sequence"], value["manifestSha256"]
    except Found as found:
        raise Found(*(("cannot-open", path, 66) if found.path else ("head-malformed", path, 65)))

# ---------------------------------------------------------------- 5. statements

SPACE, WHOLE = rb"[\0\t\n\f\r ]*", rb"(\d{1,12})(?!\d)"

def take_apart(pdf):
    """The bytes a PDF's one signature covers, the signature, and the attached releve.json.

    Every byte is accounted for: covered, or a hexadecimal digit of the signature, or zero padding.
    """
    find = lambda pattern, data, code: re.search(pattern.replace(b" ", SPACE), data) or need(False, code)
    need(pdf.startswith(b"%PDF-1.") and b"%%EOF" in pdf, "pdf-malformed")
    need(b"/ByteRange" in pdf, "signature-missing")
    stop = pdf.index(b"%%EOF")
    need(re.fullmatch(b"%%EOF[\r\n]{0,2}", pdf[stop:]), "pdf-extended")
    table = int(find(b"startxref " + WHOLE + b" $", pdf[max(0, stop - 32):stop], "pdf-malformed")[1])
    mark = pdf.rfind(b"startxref", 0, stop)
    need(table < mark and pdf.startswith(b"xref", table), "pdf-malformed")
    need(b"/Prev" not in pdf[table:mark] and pdf.count(b"trailer", table, mark) == 1, "pdf-extended")
    need(pdf.count(b"/ByteRange") == 1 and pdf.count(b"/SubFilter") == 1, "pdf-signature-count")
    ranges = find(rb"/ByteRange \[" + b" (\\d{1,12})" * 4 + rb" \]", pdf, "pdf-byte-range")
    zero, start, end, rest = map(int, ranges.groups())
    need(not zero and start < end <= len(pdf) and rest == len(pdf) - end
         and pdf[start:start + 1] + pdf[end - 1:end] == b"<>"
         and pdf[max(0, start - 20):start].rstrip(b"\t\n\r ").endswith(b"/Contents"), "pdf-byte-range")
    find(rb"/SubFilter /ETSI\.CAdES\.detached", pdf, "pdf-byte-range")
    digits = pdf[start + 1:end - 1]
    need(len(digits) % 2 == 0 and re.fullmatch(b"[0-9a-f]*|[0-9A-F]*", digits), "pdf-padding")
    octets = bytes.fromhex(digits.decode("ascii"))
    need(octets.strip(b"\0"), "signature-missing")
    need(octets[:1] == bytes([SEQ]), "cms-malformed")
    signature = elements(octets, only_first=True)[0].whole
    need(not octets[len(signature):].strip(b"\0"), "pdf-padding")
    marks = [found.start() for found in re.finditer(b"/EmbeddedFile(?!s)", pdf)]
    need(len(marks) == 1 and b"(releve.json)" in pdf, "pdf-attachment")
    first, stop = pdf.rfind(b" obj", 0, marks[0]), pdf.find(b"stream", marks[0])
    dictionary, line = pdf[first:stop], re.match(b"\r?\n", pdf[stop + 6:stop + 8])
    length = find(b"/Length " + WHOLE, dictionary, "pdf-attachment")
    need(min(first, stop) >= 0 and b"/Filter" not in dictionary and line, "pdf-attachment")
    begin = stop + 6 + line.end()
    last = begin + int(length[1])
    # It lies wholly on one side of the signature.
    need(re.match(SPACE + b"endstream", pdf[last:last + 64]) and (first >= end or last <= start), "pdf-attachment")
    return pdf[:start] + pdf[end:], signature, pdf[begin:last]

ALLOCATED = "SELECT ifnull(sum(amount), 0) FROM allocation WHERE final = 'yes' AND beneficiary = 'member:' || ? AND unit = "
OWN = [  # where a statement tells a figure, and how its closing reckons it
    (("energy", "wh"), "allocation", ALLOCATED + "'wh'"), (("entitlement", "cents"), "allocation", ALLOCATED + "'cents'"),
    (("holdings", "closingShares"), "register", "SELECT ifnull(sum(shares), 0) FROM register WHERE member = ?"),
]

class Statement:
    def __init__(self, path, report):
        self.path = path
        signed, der, self.data = take_apart(content(path, 1 << 26))
        self.signature = Signature(der, signed)
        self.value = read_signed(self.data, "soleil-statement/1", STATEMENT, "pdf-attachment")
        self.month, self.siren, self.member = self.value["month"], self.value["organisation"]["siren"], self.value["member"]
        if self.signature.token:
            try:
                self.signature.stamp = token_time(self.signature.token, self.signature.value, report.trust)
            except Found as found:
                report.note(found.code, path)
        report.judge(self, path, self.month, period_counts=False)
        self.signature.when(path, self.signature.stamp, report)

    def adds_up(self):
        """Whether the account and each payment add up, every levy at its rate, rounded half away from zero."""
        whole = lambda value: value if type(value) is int else 0
        inside = lambda value, key: value.get(key) if isinstance(value, dict) else None
        items = lambda value, key: inside(value, key) if isinstance(inside(value, key), list) else []
        cents = lambda value, key="cents": whole(inside(value, key))
        account = inside(self.value, "account")
        if cents(account, "balanceCents") != cents(account, "openingCents") + sum(map(cents, items(account, "movements"))):
            return False
        return all(
            cents(paid, "netCents") == cents(paid, "grossCents") + cents(paid, "repaidCents") - sum(
                map(cents, items(paid, "levies")))
            and all(cents(levy) == (cents(paid, "grossCents") * cents(levy, "rateBasisPoints") + 5000) // 10000
                    for levy in items(paid, "levies"))
            for paid in items(self.value, "taxes"))

    def agrees(self, closing):
        """Whether what the statement tells its member is what its closing says of them."""
        known = {("closing", "sequence"): closing.sequence, ("energy", "totalWh"): closing.value["totals"]["wh"]}
        for keys, name, query in OWN:
            if closing.figures.execute(f"SELECT 1 FROM {name}").fetchone():
                known[keys] = closing.figures.execute(query, [self.member]).fetchone()[0]
        told = lambda one, two: self.value[one].get(two) if isinstance(self.value.get(one), dict) else None
        return all(told(*keys) in (None, figure) for keys, figure in known.items())

    def inclusion(self, closing, report):
        """The proof beside it, if any, must lead from its data to the root that its closing signed."""
        path, digest = re.sub(r"\.pdf$", ".tlog-proof", self.path), rb"(?:[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=)"
        if path == self.path or not lexists(path):
            return
        try:
            number = rb"(0|[1-9]\d{0,15})"
            match = re.fullmatch(rb"c2sp\.org/tlog-proof@v1\nindex " + number + rb"\n((?:" + digest + rb"\n){0,63})\n"
                                 rb"([^\n]+)\n" + number + rb"\n(" + digest + rb")\n", content(path, 1 << 16))
            need(match, "proof-malformed")
            index, size, root = int(match[1]), int(match[4]), b64decode(match[5])
            need(match[3].decode("utf-8", "replace") == f"{self.siren}/statements/{self.month}"
                 and (not closing or closing.value["statements"] == {"count": size, "root": root.hex()}),
                 "proof-of-another-log")
            need(index < size and root == root_above(self.data, index, size, [*map(b64decode, match[2].split())]),
                 "proof-invalid")
        except Found as found:
            report.note(found.code if found.code.startswith("proof") else "proof-malformed", path)

def root_above(data, index, size, proof):
    """The root that a proof leads to from a leaf's data (RFC 6962 § 2.1.1): each hash is a sibling, left or right."""
    node, last, hash = index, size - 1, sha256(b"\0" + data)
    for sibling in proof:
        if last <= 0:
            return None
        if node & 1 or node == last:
            hash = sha256(b"\1" + sibling + hash)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            hash = sha256(b"\1" + hash + sibling)
        node, last = node >> 1, last >> 1
    return hash if last == 0 else None

def check_statements(paths, report):
    known = {one.month: one for one in reversed(report.subjects) if isinstance(one, Closing)}
    for path in paths:
        statement = report.take(Statement, path)
        if not statement:
            continue
        report.subjects.append(statement)
        folder = join(dirname(abspath(path)), "../..", "closings", statement.month)
        if statement.month not in known and isdir(folder):
            known[statement.month] = report.take(Closing, folder)
            aside = Report(report.trust, report.now, False)
            if known[statement.month]:
                known[statement.month].check_files(aside)
            # Of a closing that nobody asked about, the list of statements alone matters here.
            report.findings += [one for one in aside.findings if basename(one[1]) == "statements.csv"]
        closing = known.get(statement.month)
        if not statement.adds_up() or closing and not statement.agrees(closing):
            report.note("figures-disagree", path)
        statement.inclusion(closing, report)

# ---------------------------------------------------------------- the report

class Report:
    def __init__(self, trust, now, require_timestamp):
        self.trust, self.now, self.require_timestamp = trust, now, require_timestamp
        self.findings, self.subjects = [], []

    def note(self, code, path, doubtful=False):
        """Something found: proof that something is wrong (1), or a proof that is missing (2)."""
        one = (code, path, 2 if doubtful or code in ("trust-missing", "signature-missing", "timestamp-missing") else 1)
        if one not in self.findings:
            self.findings.append(one)

    def take(self, subject, path):
        """The subject at a path when its signature holds; else what was found."""
        try:
            return subject(path, self)
        except Found as found:
            self.note(found.code, found.path or path)

    def judge(self, one, place, month, told=None, period_counts=True):
        """What is asked of all that is signed: by whom, for whom, not before its month was over."""
        signature, beside = one.signature, place + ".p7s" if period_counts else place
        fault = signature.who(month, self.trust)
        times = [moment for moment in (told, signature.signed_at, signature.stamp) if moment is not None]
        if fault:
            self.note(fault, beside)
        if self.trust.siren not in (None, one.siren):
            self.note("wrong-organisation", place)
        if period_counts and any(moment < month_end(month) for moment in times):
            self.note("time-before-period", place)
        if self.require_timestamp and signature.stamp is None:
            self.note("timestamp-missing", beside, doubtful=True)

    @property
    def exit(self):
        weights = {weight for _, _, weight in self.findings}
        return 1 if 1 in weights else 2 if weights else 0

def sort_out(paths):
    """The archives, the closings and the statements that some paths stand for."""
    archives, closings, statements = found = [], [], []
    is_archive = lambda path: lexists(join(path, "archive.json"))
    stands = lambda path: isdir(path) and (fits(basename(path), MONTH) or is_archive(path))
    for path in paths:
        if not isdir(path):
            if not lexists(path):
                raise Found("cannot-open", path, 66)
            statements.append(path)
            continue
        readable = os.access(path, os.R_OK | os.X_OK)
        inside = sorted(os.listdir(path)) if readable else []
        visible = [join(path, name) for name in inside if not name.startswith(".")]
        documents = [join(path, name) for name in inside if name.endswith(".pdf")]
        if not visible and not fits(basename(abspath(path)), MONTH):
            raise Found("nothing-to-verify" if readable else "cannot-open", path, 66)
        if is_archive(path):
            archives.append(path)
        elif visible and all(map(stands, visible)):
            for mine, more in zip(found, sort_out(visible)):
                mine += more
        elif documents and "manifest.json" not in inside:
            statements += documents
        else:
            closings.append(path)
    return found

def audit(paths, trust, head, require_timestamp, now):
    archives, closings, statements = sort_out(paths)
    head = read_head(head) if head else None
    trust = trust or next(filter(None, (trust_beside(abspath(path)) for path in paths)), None)
    report = Report(Trust(trust) if trust else None, now, require_timestamp)
    if not trust:
        for path in paths:
            report.note("trust-missing", path)
        return report
    report.subjects += filter(None, (report.take(Archive, path) for path in archives))
    check_closings(closings, head, report)
    check_statements(statements, report)
    return report

def tell(report, say):
    """The verdict in words, what was found, what was looked at, and what was not."""
    print((say("VALIDE", "VALID"), say("INVALIDE", "INVALID"), say("INDÉTERMINÉ", "UNDETERMINED"))[report.exit])
    for code, path, _ in report.findings:
        print(f"  {code}  {path!r}")
    for kind, one in [(type(one).__name__, one) for one in report.subjects]:
        print(f"  {kind}  {one.month}  {one.path!r} ", one.signature.fingerprint.upper() if one.signature else "-")
    if report.trust:
        print(" ", say("autorité", "authority"), sha256(report.trust.authority).hex().upper(), "<-",
              say("à comparer à celle du procès-verbal", "compare with the published one"))
        if not report.trust.revoked:
            print(" ", say("non vérifié : révocation (aucune liste)", "not checked: revocation (no list)"))
    if any(one.signature and one.signature.stamp is None for one in report.subjects):
        print(" ", say("non vérifié : date (parole du signataire)", "not checked: date (the signer's word)"))

def main():
    parser = argparse.ArgumentParser(usage=__doc__, add_help=False, allow_abbrev=False)
    parser.add_argument("paths", nargs="+")
    for name in ("--trust", "--head"):
        parser.add_argument(name)
    for name in ("--require-timestamp", "--json"):
        parser.add_argument(name, action="store_true")
    parser.add_argument("--lang", choices=("fr", "en"))
    try:
        given = parser.parse_args()
    except SystemExit:
        return 64
    locale = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    english = (given.lang or locale).startswith("en")
    try:
        now = int(os.environ.get("SOURCE_DATE_EPOCH") or time.time())
        report = audit(given.paths, given.trust, given.head, given.require_timestamp, now)
    except Found as fault:
        print(f"audit.py: {fault.path} [{fault.code}]", file=sys.stderr)
        return fault.exit_code
    if given.json:
        findings = [{"code": code, "path": path} for code, path, _ in report.findings]
        verdict = ("valid", "invalid", "undetermined")[report.exit]
        print(json.dumps({"findings": findings, "verdict": verdict}, ensure_ascii=False))
    else:
        tell(report, lambda french, other: other if english else french)
    return report.exit

if __name__ == "__main__":
    sys.exit(main())

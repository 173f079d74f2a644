#!/usr/bin/env python3
"""Vérifie des clôtures, des archives et des relevés, hors ligne, avec Python et « openssl » seulement.

    python3 audit.py CHEMIN… [--trust FICHIER] [--head FICHIER] [--require-timestamp] [--json] [--lang fr|en]

CHEMIN : le dossier d'une clôture, d'une archive ou de relevés, un dossier de ceux-là, un relevé PDF.
Rend 0 si tout tient, 1 s'il y a preuve d'altération, 2 s'il manque une preuve ; 64 à 66 si rien n'a pu
être vérifié. Les codes sont ceux de « soleil verify », dont ce fichier ne partage rien.

Checks closings, archives and members' statements offline: read it from top to bottom, in ten minutes.
 1. JSON and DER are read strictly: there is one way to write a signed text.
 2. A signature: `openssl cms` for the mathematics, `openssl verify` for who signed; time stamps likewise.
 3. A closing: its manifest is signed, lists every file by its SHA-256, and their figures agree.
 4. A chain: numbers and months follow, each manifest holds the digest of the one before.
 5. A statement: a PDF signed whole, whose data is a leaf of the tree its closing has signed.
References: RFC 8785 (canonical JSON), 5652 (CMS), 5035 (ESS), 3161 (time stamps), 6962 (trees).
"""
import calendar, collections, csv, functools, hashlib, io, json, os, re, stat, subprocess, sys, tempfile, time
from base64 import b64decode, encodebytes

UNDETERMINED = {"trust-missing", "signature-missing", "timestamp-missing"}
sha256 = lambda data: hashlib.sha256(data).digest()
is_digest = lambda text: isinstance(text, str) and re.fullmatch("[0-9a-f]{64}", text) is not None
whole = lambda value: isinstance(value, int)
join, exists = os.path.join, os.path.lexists


class Found(Exception):
    """Something that ends the examination of one subject: a code, and where if not the subject."""
    def __init__(self, code, path=None):
        self.code, self.path = code, path


class Fault(Exception):
    """Why nothing can be verified at all."""
    def __init__(self, code, path, exit_code):
        self.code, self.path, self.exit_code = code, path, exit_code


def content(path, most, missing="file-missing"):
    """A regular file, opened once and not through a link: what is hashed is what is used."""
    try:
        mode = os.lstat(path).st_mode
        if not stat.S_ISREG(mode):
            raise Found("path-symlink" if stat.S_ISLNK(mode) else "path-not-a-file", path)
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
            data = file.read(most + 1)
    except OSError:
        raise Found(missing, path)
    if len(data) > most:
        raise Found("file-too-large", path)
    return data


def parts(path):
    """The folder a path lies in, and its last name."""
    folder, slash, name = (path.rstrip("/") or "/").rpartition("/")
    return ("." if not slash else folder or "/"), name


def month_number(text):
    match = re.fullmatch("([0-9]{4})-(0[1-9]|1[0-2])", text or "", re.ASCII) if isinstance(text, str) else None
    return int(match[1]) * 12 + int(match[2]) - 1 if match and int(match[1]) else None


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
        if len({key for key, _ in pairs}) < len(pairs):
            raise Found("json-duplicate-key")
        return dict(pairs)

    def integer(digits):
        if len(digits) > 17 or abs(int(digits)) >= 1 << 53 or str(int(digits)) != digits:
            raise Found("json-not-canonical")
        return int(digits)

    def refuse(_):
        raise Found("json-not-canonical")

    try:
        text, depth, deepest = data.decode("utf-8"), 0, 0
        for mark in re.sub(r'"(\\.|[^"\\])*"', "", text):
            depth += (mark in "[{") - (mark in "]}")
            deepest = max(deepest, depth)
        if deepest > 16:
            raise ValueError
        value = json.loads(text, object_pairs_hook=members, parse_int=integer, parse_float=refuse,
                           parse_constant=refuse)
    except (ValueError, RecursionError):
        raise Found("json-malformed")
    if canonical(value) != text:
        raise Found("json-not-canonical")
    return value


def canonical(value):
    """The one way to write a value; true, false, null and lone surrogates have none."""
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(canonical(key) + ":" + canonical(value[key]) for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    return json.dumps(value, ensure_ascii=False) if type(value) in (int, str) else ""


def at(value, *keys):
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


Element = collections.namedtuple("Element", "tag inside whole")


def elements(data):
    """The DER elements that follow one another in some bytes."""
    found, here = [], 0
    while here < len(data):
        start, here = here, here + 2
        length = data[here - 1] if here <= len(data) else 1 << 32
        if length >= 128:
            size, here = length - 128, here + length - 128
            digits = data[here - size:here]
            length = int.from_bytes(digits, "big")
            if not 1 <= size <= 4 or len(digits) < size or digits[0] == 0 or length < 128:
                raise Found("cms-malformed")
        if here + length > len(data):
            raise Found("cms-malformed")
        found.append(Element(data[start], data[here:here + length], data[start:here + length]))
        here += length
    return found


def first_element(data):
    """The first DER element of some bytes, which others may follow."""
    if data[:1] != b"\x30" or len(data) < 2:
        raise Found("cms-malformed")
    size = data[1] - 128 if data[1] > 128 else 0
    length = int.from_bytes(data[2:2 + size], "big") if size else data[1]
    return elements(data[:2 + size + length])[0].whole


def outline(data, *tags):
    """The insides of exactly these elements, in this order."""
    found = elements(data)
    if [one.tag for one in found] != list(tags):
        raise Found("cms-malformed")
    return [one.inside for one in found]


def algorithm(data):
    """The identifier of an algorithm without parameters, or with empty ones."""
    found = elements(data)
    if not found or found[0].tag != 6 or [one.whole for one in found[1:]] not in ([], [b"\5\0"]):
        raise Found("cms-malformed")
    return found[0].inside.hex()


SIGNED_DATA, DATA, TST = "2a864886f70d010702", "2a864886f70d010701", "2a864886f70d0109100104"
CERTIFICATE_V1, CERTIFICATE_V2 = "2a864886f70d010910020c", "2a864886f70d010910022f"
SIGNING_TIME, TOKEN = "2a864886f70d010905", "2a864886f70d010910020e"
DIGESTS = {f"60864801650304020{n}": (name, ["2a8648ce3d04030" + str(n + 1), f"2a864886f70d01010{n + 10:x}",
                                            "2a864886f70d010101"])
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


def pem(der):
    return b"-----BEGIN CERTIFICATE-----\n" + encodebytes(der) + b"-----END CERTIFICATE-----\n"


@functools.lru_cache
def described(certificate):
    """What openssl tells of a certificate, in words."""
    return openssl("x509", "-inform", "DER", "-in", "c", "-noout", "-text", "-nameopt", "utf8,esc_ctrl",
                   c=certificate)[1].decode("utf-8", "replace")


@functools.lru_cache
def issued(certificate, roots, purpose, between=(), moment=None):
    """What is wrong with a certificate for a purpose, or nothing; and how many lead to a trusted one."""
    when = ["-no_check_time"] if moment is None else ["-attime", str(moment)]
    code, out, errors = openssl(
        "verify", "-CAfile", "ca", "-no-CApath", "-no-CAstore", "-partial_chain", "-purpose", purpose, *when,
        "-show_chain", *(["-untrusted", "u"] if between else []), "leaf", leaf=pem(certificate),
        ca=b"".join(map(pem, roots)), u=b"".join(map(pem, between)))
    wrong_use = "error 26 " in out.decode("utf-8", "replace") + errors
    return (None if not code else "wrong-key-usage" if wrong_use else "untrusted-signer"), out.count(b"(untrusted)")


def dates(text, *names):
    found = (re.search(name + r" ?: ?(.* GMT)", text) for name in names)
    return [instant(one[1].strip(), "%b %d %H:%M:%S %Y GMT") for one in found if one]


class Signature:
    """A CMS signature whose mathematics hold: over some content that lies elsewhere, or a time stamp's own."""

    def __init__(self, der, signed=None):
        token = self.shape(der, signed is None)
        fitting = [one for one in self.certificates if self.names(one) == self.signer]
        self.text = described(fitting[0]) if fitting else ""
        if not self.text:
            raise Found("untrusted-signer")
        self.certificate, curve = fitting[0], "Public Key Algorithm: id-ecPublicKey" in self.text
        bits = re.search(r"Public-Key: \((\d+) bit\)", self.text)
        if not bits or int(bits[1]) < (256 if curve else 2048) or not (curve or token) or curve != self.curve:
            raise Found("weak-algorithm")
        attributes = {}
        for one in elements(self.attributes):
            kind, values = outline(one.inside, 0x06, 0x31)
            if one.tag != 0x30 or attributes.setdefault(kind.hex(), values) is not values or len(elements(values)) != 1:
                raise Found("cms-malformed")
        code, self.content, _ = openssl("cms", "-verify", "-binary", "-noverify", "-inform", "DER", "-in", "s",
                                        *([] if token else ["-content", "m"]), s=der, m=signed or b"")
        if code:
            raise Found("content-altered" if all(map(described, self.certificates)) else "cms-malformed")
        if not self.named(attributes, token):
            raise Found("ess-missing")
        self.name = (re.findall(r"Subject:.*?CN ?= ?([^\n,]*)", self.text) or [""])[-1]
        self.first, self.last = dates(self.text, "Not Before", "Not After")
        self.signed_at, self.stamp = None, None
        if SIGNING_TIME in attributes:
            tag, inside, _ = elements(attributes[SIGNING_TIME])[0]
            text = ("" if tag == 24 else "20" if inside < b"5" else "19") + inside.decode("ascii", "replace")
            self.signed_at = instant(text, "%Y%m%d%H%M%SZ")
        self.fingerprint = sha256(self.certificate).hex()

    def shape(self, der, token):
        """Pins every byte that the signature does not cover: RFC 5652 §§ 3 and 5, nothing more."""
        if first_element(der) != der:
            raise Found("cms-trailing-data")
        kind, wrapper = outline(outline(der, 0x30)[0], 0x06, 0xA0)
        version, digests, inner, chain, signers = outline(outline(wrapper, 0x30)[0], 0x02, 0x31, 0x30, 0xA0, 0x31)
        type, *wrapped = elements(inner)
        signer = elements(outline(signers, 0x30)[0])
        if (kind.hex(), version, type.inside.hex()) != (SIGNED_DATA, b"\3" if token else b"\1", TST if token else DATA) \
                or [one.tag for one in wrapped] != ([0xA0] if token else []) \
                or any(one.tag != 0x30 for one in elements(chain)) \
                or [one.tag for one in signer[:3]] != [0x02, 0x30, 0x30] or signer[0].inside != b"\1":
            raise Found("cms-malformed")
        if token:
            outline(wrapped[0].inside, 0x04)
        digest, own = algorithm(outline(digests, 0x30)[0]), algorithm(signer[2].inside)
        if len(signer) < 4 or signer[3].tag != 0xA0:
            raise Found("ess-missing")
        tags, self.token = [one.tag for one in signer[4:]], None
        if tags == [0x30, 0x04, 0xA1] and not token:
            name, values = outline(outline(signer[6].inside, 0x30)[0], 0x06, 0x31)
            self.token = elements(values)[0].whole
            if name.hex() != TOKEN or values != self.token:
                raise Found("cms-malformed")
        elif tags != [0x30, 0x04]:
            raise Found("cms-malformed")
        way = algorithm(signer[4].inside)
        if own != digest:
            raise Found("cms-malformed")
        if digest not in DIGESTS or way not in DIGESTS[digest][1] or not token and DIGESTS[digest][0] != "sha256":
            raise Found("weak-algorithm")
        self.certificates, self.signer = [one.whole for one in elements(chain)], signer[1].inside
        self.attributes, self.value, self.curve = signer[3].inside, signer[5].inside, way == DIGESTS[digest][1][0]
        return token

    @staticmethod
    def names(certificate):
        """How CMS names a certificate: its issuer and serial number, to the byte."""
        try:
            fields = [e for e in elements(elements(elements(certificate)[0].inside)[0].inside) if e.tag != 0xA0]
            return fields[2].whole + fields[0].whole
        except (Found, IndexError):
            return b""

    def named(self, attributes, token):
        """Whether a signing-certificate attribute holds the digest of the signer's certificate (RFC 5035)."""
        try:
            value = attributes.get(CERTIFICATE_V2) or token and attributes[CERTIFICATE_V1]
            digest = "sha256" if CERTIFICATE_V2 in attributes else "sha1"
            fields = elements(elements(elements(elements(value)[0].inside)[0].inside)[0].inside)
            if fields[0].tag == 0x30:
                digest = DIGESTS[algorithm(fields.pop(0).inside)][0]
            return fields[0].inside == hashlib.new(digest, self.certificate).digest() \
                and (token or digest == "sha256")
        except (Found, LookupError, TypeError):
            return False

    def who(self, place, month, trust):
        """What is wrong with who signed."""
        fault, _ = issued(self.certificate, (trust.der,), "smimesign")
        usage = re.search(r"X509v3 Key Usage:.*\n(.*)\n", self.text)
        if not fault and ("CA:TRUE" in self.text or usage and not {"Digital Signature", "Non Repudiation"} <= set(
                usage[1].strip().split(", "))):
            fault = "wrong-key-usage"
        if not fault and trust.signers is not None and not any(
                at(one, "sha256") == self.fingerprint and one["from"] <= month <= one.get("to", month)
                for one in trust.signers):
            fault = "untrusted-signer"
        if not fault and any(one not in (self.certificate, trust.der) for one in self.certificates):
            fault = "cms-malformed"
        return [(fault, place, False)] if fault else []

    def when(self, place, proof, trust, now):
        """What is wrong with the time: a certificate that ran out or was revoked needs proof of an earlier one."""
        told, found = [one for one in (self.signed_at, self.stamp) if one is not None], []
        if any(not self.first <= one <= self.last for one in told):
            found.append(("cert-expired", place, False))
        elif now > self.last and (proof is None or proof > self.last):
            found.append(("cert-expired", place, True))
        since = trust.revoked.get(int.from_bytes(elements(self.names(self.certificate))[1].inside, "big"))
        if since is not None and (proof is None or proof >= since or any(one >= since for one in told)):
            found.append(("cert-revoked", place, not any(one >= since for one in told)))
        return found


def token_time(token, over, trust):
    """When some bytes are proved to have been there; nothing when trust.json names no time-stamping service."""
    try:
        signature = Signature(token)
        fields = elements(outline(signature.content, 0x30)[0])
        digest, imprint = outline(fields[2].inside, 0x30, 0x04)
        text = re.sub(r"\.\d+Z$", "Z", fields[4].inside.decode("ascii"))
        moment = instant(text, "%Y%m%d%H%M%SZ")
        if [one.tag for one in fields[:5]] != [2, 6, 0x30, 2, 0x18] or moment is None or fields[0].inside != b"\1" \
                or hashlib.new(DIGESTS[algorithm(digest)][0], over).digest() != imprint:
            raise Found("timestamp-invalid")
        if not trust.services:
            return None
        others = tuple(one for one in signature.certificates if one != signature.certificate)
        fault, count = issued(signature.certificate, trust.services, "timestampsign", others, moment)
        # A certificate that leads nowhere would be a place to hide a change.
        if fault or count != len(set(signature.certificates) - set(trust.services)):
            raise Found("timestamp-invalid")
        return moment
    except (Found, LookupError, ValueError):
        raise Found("timestamp-invalid")


class Trust:
    """One authority and, better, its list of signers, services and revocations: a trust.json, or a certificate."""

    def __init__(self, path):
        self.siren, self.signers, self.services, self.revoked, self.signed = None, None, (), {}, False
        data = self.read(path)
        if data[:1] != b"{":
            self.der = self.certificate(data, path)
            return
        try:
            value = read_json(data)
        except Found:
            value = {}
        self.siren, self.signers = at(value, "organisation", "siren"), value.get("signers")
        if value.get("format") != "soleil-trust/1" or not isinstance(self.siren, str) \
                or not isinstance(self.signers, list) or not isinstance(value.get("timestamping", []), list) \
                or not all(is_digest(at(one, "sha256")) and month_number(at(one, "from"))
                           and ("to" not in one or month_number(one["to"])) for one in self.signers):
            raise Fault("trust-malformed", path, 65)

        def beside(entry, as_certificate=True):
            name, expected = at(entry, "file"), at(entry, "sha256")
            if not isinstance(name, str) or "/" in name or not is_digest(expected):
                raise Fault("trust-malformed", path, 65)
            place = join(parts(path)[0], name)
            data = self.read(place)
            data = self.certificate(data, place, entry is value.get("authority")) if as_certificate else data
            if sha256(data).hex() != expected:
                raise Fault("trust-malformed", path, 65)
            return data

        self.der = beside(value.get("authority"))
        self.services = tuple(beside(one) for one in value.get("timestamping", []))
        if "revocations" in value:
            code, out, errors = openssl("crl", "-in", "crl", "-CAfile", "ca", "-noout", "-text", ca=pem(self.der),
                                        crl=beside(value["revocations"], False))
            if code or "verify OK" not in errors:
                raise Fault("trust-malformed", path, 65)
            for entry in out.decode("utf-8", "replace").split("Serial Number: ")[1:]:
                invalid = re.sub(r"Invalidity Date:\s*", "Invalidity Date: ", entry)
                self.revoked[int(entry.split()[0], 16)] = min(dates(invalid, "Revocation Date", "Invalidity Date"))
        if exists(path + ".p7s"):
            try:
                self.signed = Signature(self.read(path + ".p7s"), data).certificate == self.der
            except Found:
                pass
            if not self.signed:
                raise Fault("trust-malformed", path + ".p7s", 65)

    @staticmethod
    def certificate(data, place, authority=True):
        found = re.search(rb"-----BEGIN CERTIFICATE-----\s+([A-Za-z0-9+/=\s]+?)-----END CERTIFICATE-----", data)
        try:
            der = b64decode(found[1]) if found else b""
        except ValueError:
            der = b""
        if not described(der) or authority and "CA:TRUE" not in described(der):
            raise Fault("trust-malformed", place, 65)
        return der

    @staticmethod
    def read(path):
        try:
            return content(path, 1 << 22)
        except Found:
            raise Fault("cannot-open", path, 66)

    @staticmethod
    def beside(path):
        for _ in range(3):
            path = join(path, "..") if path == "." or path.endswith("..") else parts(path)[0]
            for place in (join(path, "trust/trust.json"), join(path, "trust/ca.pem")):
                if exists(place) and stat.S_ISREG(os.lstat(place).st_mode):
                    return place
        return None


# ---------------------------------------------------------------- 3. closings and archives


def signed_text(folder, name, report):
    """A text whose signature beside it holds, and that signature with its time stamp."""
    data = content(join(folder, name), 1 << 22)
    der = content(join(folder, name + ".p7s"), 1 << 18, "signature-missing")
    stamp, place = None, join(folder, name + ".p7s.tsr")
    if exists(place):
        try:
            reply = content(place, 1 << 18)
            if [one.whole for one in elements(reply)] != [reply] or not elements(reply):
                raise Found("timestamp-invalid")
            status, token = outline(outline(reply, 0x30)[0], 0x30, 0x30)
            if status != b"\2\1\0":
                raise Found("timestamp-invalid")
            stamp = token_time(elements(outline(reply, 0x30)[0])[1].whole, der, report.trust)
        except Found as found:
            code = found.code if found.code.startswith(("path", "file")) else "timestamp-invalid"
            report.note((code, place, False))
    try:
        signature = Signature(der, data)
    except Found as found:
        raise Found(found.code, join(folder, name + (".p7s" if found.code != "content-altered" else "")))
    signature.stamp = stamp
    return data, signature


def listed_files(folder, files, own, safe, report):
    """Every file listed is there, to the byte, and no other; hidden ones count. Their contents, by name."""
    listed, kept = set(own), {}
    for file in files:
        name, place = file["path"], folder + ("" if folder.endswith("/") else "/") + file["path"]
        if not safe(name):
            report.note(("path-unsafe", place, False))
        elif name in listed:
            report.note(("path-duplicate", place, False))
        else:
            listed.add(name)
            try:
                kept[name] = content(place, max(file["bytes"], 1 << 26))
                if len(kept[name]) != file["bytes"] or sha256(kept[name]).hex() != file["sha256"]:
                    raise Found("file-altered")
            except Found as found:
                kept.pop(name, None)
                report.note(("file-altered" if found.code == "file-too-large" else found.code, place, False))
    for base, folders, names in os.walk(folder):
        if "archive.json" not in own:
            names, folders[:] = names + folders, []
        for name in names + [one for one in folders if os.path.islink(join(base, one)) or not os.listdir(join(base, one))]:
            if os.path.relpath(join(base, name), folder) not in listed:
                report.note(("file-unlisted", join(base, name), False))
    return kept


def files_of(value):
    files = at(value, "files")
    sound = isinstance(files, list) and len(files) <= 10_000 and all(
        isinstance(at(one, "path"), str) and whole(at(one, "bytes")) and one["bytes"] >= 0
        and is_digest(at(one, "sha256")) for one in files)
    return files if sound else None


class Closing:
    """A closing whose manifest is signed by the one who should, or named by the next that is."""

    def __init__(self, path, report, vouched=None):
        self.path, self.signature, place = path, None, join(path, "manifest.json")
        data = vouched
        if vouched is None:
            data, self.signature = signed_text(path, "manifest.json", report)
        try:
            self.parse(read_json(data))
        except Found as found:
            raise Found(found.code, place)
        self.digest = sha256(data).hex()
        if vouched is not None:
            return
        report.note(*self.signature.who(place + ".p7s", self.month, report.trust))
        if report.trust.siren not in (None, self.siren):
            report.note(("wrong-organisation", place, False))
        if month_number(parts(path)[1]) is not None and parts(path)[1] != self.month:
            report.note(("wrong-month", place, False))
        times = (instant(self.closed_at), self.signature.signed_at, self.signature.stamp)
        if any(one is not None and one < month_end(self.month) for one in times):
            report.note(("time-before-period", place, False))
        if report.require_timestamp and self.signature.stamp is None:
            report.note(("timestamp-missing", place + ".p7s.tsr", True))

    def parse(self, value):
        if at(value, "format") != "soleil-closing/1":
            raise Found("format-unknown")
        self.siren, self.organisation = (at(value, "organisation", key) for key in ("siren", "name"))
        self.month, self.sequence = at(value, "month"), at(value, "sequence")
        self.closed_at, self.previous = at(value, "closedAt"), at(value, "previousManifestSha256")
        self.log, self.statements = ((at(value, tree, count), at(value, tree, "root"))
                                     for tree, count in (("log", "size"), ("statements", "count")))
        self.consistency, self.files, self.totals = at(value, "log", "consistency"), files_of(value), at(value, "totals")
        none = "previousManifestSha256" not in value or self.previous in ("", "0" * 64)
        if not (isinstance(self.siren, str) and isinstance(self.organisation, str) and month_number(self.month)
                and whole(self.sequence) and self.sequence >= 1 and instant(self.closed_at) is not None
                and all(whole(size) and size >= 0 and is_digest(root) for size, root in (self.log, self.statements))
                and all(whole(at(self.totals, key)) for key in ("debitCents", "creditCents", "entries", "wh"))
                and ("consistency" not in value["log"] or isinstance(self.consistency, list)
                     and len(self.consistency) <= 128 and all(map(is_digest, self.consistency)))
                and self.files is not None and (none if self.sequence == 1 else is_digest(self.previous))):
            raise Found("manifest-malformed")

    def check_files(self, report):
        safe = lambda name: name == "LISEZMOI.txt" or not name.startswith("manifest.json") \
            and re.fullmatch(r"[a-z0-9_-][a-z0-9._-]{0,99}", name)
        own = ("manifest.json", "manifest.json.p7s", "manifest.json.p7s.tsr")
        kept = listed_files(self.path, self.files, own, safe, report)
        self.leaves(report)
        self.figures = Figures(kept)
        for name in sorted(self.figures.contradicting(self.totals)):
            report.note(("figures-disagree", join(self.path, name), False))

    def leaves(self, report):
        """Whether the leaves listed in statements.csv make up the root that is signed."""
        file = next((one for one in self.files if one["path"] == "statements.csv"), None)
        if file is None:
            return
        place = join(self.path, "statements.csv")
        try:
            data = content(place, 1 << 26)
            if sha256(data).hex() != file["sha256"]:
                raise Found("file-altered")
            rows = [row.split(",") for row in data.decode("utf-8", "replace").split("\n")]
            column = rows[0].index("leaf") if "leaf" in rows[0] else None
            sound = column is not None and rows[-1] == [""] and all(
                len(row) == len(rows[0]) and is_digest(row[column]) for row in rows[1:-1])
            leaves = [bytes.fromhex(row[column]) for row in rows[1:-1]] if sound else []
            if not sound or (len(leaves), tree_root(leaves).hex()) != self.statements:
                raise Found("statements-root-wrong")
        except Found as found:
            report.note((found.code, place, False))


def table(data, *names):
    """Some columns of a table with a heading: commas, line feeds, quotes where needed (RFC 4180)."""
    rows = list(csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))
    if data[-1:] != b"\n" or any(len(row) != len(rows[0]) for row in rows):
        raise ValueError
    columns = [rows[0].index(name) for name in names]
    return [[row[column] for column in columns] for row in rows[1:]]


class Figures:
    """What the tables of a closing say, to be held against each other and the manifest."""

    def __init__(self, files):
        self.wrong, self.journal, self.balances, self.wh, self.entries = set(), None, None, None, set()
        self.entitled = self.energy = self.shares = None
        readers = {"allocation.csv": self.allocation, "journal.csv": self.read_journal, "production.csv": self.production,
                   "register.csv": self.register, "trial-balance.csv": self.trial_balance}
        for name in sorted(set(readers) & set(files)):
            try:
                if any(readers[name](files[name]).values()):
                    raise ValueError
            except (ValueError, csv.Error):
                self.wrong.add(name)

    # Each returns what must come to nothing.
    def read_journal(self, data):
        self.journal, left = collections.defaultdict(lambda: (0, 0)), collections.Counter()
        rows = table(data, "series", "number", "account", "unit", "debit", "credit", "restates")
        for series, number, account, unit, debit, credit, restates in rows:
            left[series, number, unit] += int(debit) - int(credit)
            self.entries.add((series, number))
            if restates == "0":  # what says balances again at the turn of a year moves nothing
                before = self.journal[account, unit]
                self.journal[account, unit] = before[0] + int(debit), before[1] + int(credit)
        return left

    def trial_balance(self, data):
        self.balances, left = {}, collections.Counter()
        for account, unit, *amounts in table(data, "account", "unit", "opening", "debit", "credit", "closing"):
            opening, debit, credit, closing = map(int, amounts)
            left["rows"] += (account, unit) in self.balances or opening + debit - credit != closing
            left[unit] += closing
            self.balances[account, unit] = opening, (debit, credit), closing
        return left

    def production(self, data):
        self.wh = sum(int(wh) for _, _, wh in table(data, "meter", "day", "wh"))
        return {}

    def allocation(self, data):
        self.entitled, self.energy, left = collections.Counter(), collections.Counter(), {}
        columns = "division", "beneficiary", "unit", "divided", "amount", "final"
        for division, beneficiary, unit, divided, amount, final in table(data, *columns):
            left[division, divided] = left.get((division, divided), int(divided)) - int(amount)
            if final == "yes" and beneficiary.startswith("member:") and unit in ("cents", "wh"):
                (self.energy if unit == "wh" else self.entitled)[beneficiary[7:]] += int(amount)
        return left

    def register(self, data):
        self.shares, self.capital = collections.Counter(), 0
        for member, shares, cents in table(data, "member", "shares", "capital_cents"):
            self.shares[member] += int(shares)
            self.capital += int(cents)
        return {}

    def contradicting(self, totals):
        """The tables that contradict themselves, the manifest or each other."""
        found, journal = set(self.wrong), self.journal if "journal.csv" not in self.wrong else None
        if journal is not None:
            sums = [sum(one[side] for (_, unit), one in journal.items() if unit == "cents") for side in (0, 1)]
            debit, credit = journal.get(("911000", "wh"), (0, 0))
            if sums != [totals["debitCents"], totals["creditCents"]] or len(self.entries) != totals["entries"] \
                    or credit - debit != totals["wh"]:
                found.add("journal.csv")
        if self.wh not in (None, totals["wh"]):
            found.add("production.csv")
        if self.balances is not None and "trial-balance.csv" not in self.wrong:
            moved = {account: one[1] for account, one in self.balances.items() if any(one[1])}
            if journal is not None and moved != {account: one for account, one in journal.items() if any(one)}:
                found.add("trial-balance.csv")
            capital = -sum(one[2] for (account, unit), one in self.balances.items()
                           if account.startswith("101") and unit == "cents")
            if self.shares is not None and capital != self.capital:
                found.add("register.csv")
        return found

    def follow(self, earlier):
        """Whether balances begin where those before ended; a year's end turns 6 and 7 into results (12)."""
        if self.balances is None or earlier.balances is None or self.wrong or earlier.wrong:
            return True
        left = collections.Counter()
        for sign, which, balances in ((1, 0, self.balances), (-1, 2, earlier.balances)):
            for (account, unit), one in balances.items():
                left["results" if account.startswith(("6", "7", "12")) else account, unit] += sign * one[which]
        return not any(left.values())


class Archive:
    """A yearly archive: closings, the tax file, keys and notice, listed and signed anew."""

    def __init__(self, path, report):
        place, self.path = join(path, "archive.json"), path
        data, self.signature = signed_text(path, "archive.json", report)
        try:
            value = read_json(data)
            if at(value, "format") != "soleil-archive/1":
                raise Found("format-unknown")
            self.files, listed, last, siren = files_of(value), at(value, "closings"), at(value, "last"), at(
                value, "organisation", "siren")
            sound = self.files is not None and isinstance(listed, list) and month_number(last) and isinstance(siren, str) \
                and isinstance(at(value, "organisation", "name"), str) and isinstance(at(value, "year"), str) \
                and all(isinstance(at(one, key), str) for one in listed for key in ("month", "manifestSha256")) \
                and len({one["month"] for one in listed}) == len(listed)
            if not sound:
                raise Found("manifest-malformed")
        except Found as found:
            raise Found(found.code, place)
        self.closings = {one["month"]: one["manifestSha256"] for one in listed}
        report.note(*self.signature.who(place + ".p7s", last, report.trust))
        report.note(*self.signature.when(place + ".p7s", self.signature.stamp, report.trust, report.now))
        if report.trust.siren not in (None, siren):
            report.note(("wrong-organisation", place, False))
        times = (self.signature.signed_at, self.signature.stamp)
        if any(one is not None and one < month_end(last) for one in times):
            report.note(("time-before-period", place, False))
        if report.require_timestamp and self.signature.stamp is None:
            report.note(("timestamp-missing", place + ".p7s.tsr", True))
        safe = lambda name: 1 <= len(name.split("/")) <= 3 and all(
            re.fullmatch(r"[A-Za-z0-9_-]([A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?", part) for part in name.split("/"))
        listed_files(path, self.files, ("archive.json", "archive.json.p7s", "archive.json.p7s.tsr"), safe, report)
        for one in check_closings([join(path, "closings", month) for month in sorted(self.closings)], None, report,
                                  self.signature.stamp):
            if self.closings.get(one.month) != one.digest:
                report.note(("chain-broken", join(one.path, "manifest.json"), False))


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
            return (bytes.fromhex(old[1]),) * 2 if intact else (rest.pop(),) * 2
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
        before = len(report.findings)
        one = report.take(Closing, path)
        if one:
            closings.append(one)
        elif month_number(parts(path)[1]):
            stripped = [code for code, _, _ in report.findings[before:]] == ["signature-missing"]
            unjudged[month_number(parts(path)[1])] = path, content(join(path, "manifest.json"), 1 << 22) if stripped else None
    for month in sorted(unjudged, reverse=True):
        path, data = unjudged[month]
        if data and any(month_number(one.month) == month + 1 and one.previous == sha256(data).hex() for one in closings):
            try:
                closings.append(Closing(path, report, data))
                del unjudged[month]
            except Found:
                pass
    closings.sort(key=lambda one: (one.sequence, one.month))
    for one in closings:
        one.check_files(report)
    proofs = check_chain(closings, unjudged, head, report)
    for one, known in zip(closings, proofs):
        if one.signature:
            known = min((moment for moment in (known, proof) if moment is not None), default=None)
            report.note(*one.signature.when(join(one.path, "manifest.json.p7s"), known, report.trust, report.now))
    report.closings += closings
    return closings


def check_chain(closings, unjudged, head, report):
    """Numbers and months follow, each manifest names the one before. For each, a time at which it is proved."""
    note = lambda code, one, name="manifest.json": report.note((code, join(one.path, name), False))
    sound = {}
    for one, two in zip(closings, closings[1:]):
        before, after = month_number(one.month), month_number(two.month)
        between = sum(before < month < after for month in unjudged)
        stripped = unjudged.get(after - 1, (None, None))[1]
        linked = two.previous == one.digest and (
            two.consistency is None or consistent(one.log, two.log, two.consistency)) if not between else \
            stripped is None or two.previous == sha256(stripped).hex()
        if before == after:
            note("month-duplicated", two)
        elif two.sequence != one.sequence + between + 1 or after != before + between + 1:
            note("chain-gap", two)
        elif not linked or two.log[0] < one.log[0]:
            note("chain-broken", two)
        elif two.siren != one.siren:
            note("wrong-organisation", two)
        elif not between:
            sound[two.path] = True
            known = [(key, one.totals.get(key), two.totals.get(key), two.totals[moved])
                     for key, moved in (("perpetualDebitCents", "debitCents"), ("perpetualWh", "wh"))]
            if any(whole(old) and whole(new) and old + moved != new for _, old, new, moved in known):
                note("figures-disagree", two)
            elif not two.figures.follow(one.figures):
                note("figures-disagree", two, "trial-balance.csv")
    if head and closings:
        check_head(closings, unjudged, *head, note)
    proofs, moment, later = [], None, None
    for one in reversed(closings):
        moment = moment if later and later.path in sound else None
        own = one.signature and one.signature.stamp
        moment = min((each for each in (moment, own) if each is not None), default=None)
        proofs.append(moment)
        later = one
    return proofs[::-1]


def check_head(closings, unjudged, sequence, digest, note):
    """Whether the closings go on from the one remembered."""
    first, last = closings[0], closings[-1]
    by_number = lambda number: next((one for one in closings if one.sequence == number), None)
    same, following = by_number(sequence), by_number(sequence + 1)
    missing = lambda one, steps: len(steps) > len(unjudged) or any(
        month_number(one.month) + step not in unjudged for step in steps)
    if same or following:
        if (same.digest if same else following.previous) != digest:
            note("fork", same or following)
    elif sequence > last.sequence and missing(last, range(1, sequence - last.sequence + 1)):
        note("rollback", last)
    elif first.sequence > sequence + 1 and missing(first, range(sequence + 1 - first.sequence, 0)):
        note("chain-gap", first)


def read_head(path):
    """A head kept from last time: {"format":"soleil-head/1",…}, or the manifest itself."""
    data = Trust.read(path)
    try:
        value = read_json(data)
    except Found:
        value = {}
    digest = {"soleil-closing/1": sha256(data).hex(),
              "soleil-head/1": at(value, "manifestSha256")}.get(at(value, "format"))
    if not whole(at(value, "sequence")) or not is_digest(digest):
        raise Fault("head-malformed", path, 65)
    return value["sequence"], digest


# ---------------------------------------------------------------- 5. statements


def take_apart(pdf):
    """The bytes a PDF's one signature covers, the signature, and the attached releve.json.

    Every byte is accounted for: covered, or a hexadecimal digit of the signature, or zero padding.
    """
    if not pdf.startswith(b"%PDF-1.") or b"%%EOF" not in pdf:
        raise Found("pdf-malformed")
    if b"/ByteRange" not in pdf:
        raise Found("signature-missing")
    space, stop = rb"[\0\t\n\f\r ]*", pdf.index(b"%%EOF")
    if not re.fullmatch(b"%%EOF[\r\n]{0,2}", pdf[stop:]):
        raise Found("pdf-extended")
    mark = pdf.rfind(b"startxref", 0, stop)
    table = re.fullmatch(b"startxref" + space + rb"(\d{1,12})" + space, pdf[mark:stop]) if stop - mark <= 32 else None
    if mark < 0 or not table or int(table[1]) >= mark or not pdf.startswith(b"xref", int(table[1])):
        raise Found("pdf-malformed")
    tail = pdf[int(table[1]):mark]
    if b"/Prev" in tail or tail.count(b"trailer") != 1:
        raise Found("pdf-extended")
    if pdf.count(b"/ByteRange") != 1 or pdf.count(b"/SubFilter") != 1:
        raise Found("pdf-signature-count")
    match = re.search(rb"/ByteRange" + space + rb"\[" + (space + rb"(\d{1,12})") * 4 + space + rb"\]", pdf)
    zero, start, end, rest = map(int, match.groups()) if match else (1, 0, 0, 0)
    if zero or not start < end <= len(pdf) or rest != len(pdf) - end or pdf[start:start + 1] + pdf[end - 1:end] != b"<>" \
            or not pdf[max(0, start - 20):start].rstrip(b"\t\n\r ").endswith(b"/Contents") \
            or not re.search(rb"/SubFilter" + space + rb"/ETSI\.CAdES\.detached", pdf):
        raise Found("pdf-byte-range")
    digits = pdf[start + 1:end - 1]
    if len(digits) % 2 or not re.fullmatch(b"[0-9a-f]*|[0-9A-F]*", digits):
        raise Found("pdf-padding")
    octets = bytes.fromhex(digits.decode("ascii"))
    if not octets.strip(b"\0"):
        raise Found("signature-missing")
    signature = first_element(octets)
    if octets[len(signature):].strip(b"\0"):
        raise Found("pdf-padding")
    marks = [found.start() for found in re.finditer(b"/EmbeddedFile(?!s)", pdf)]
    first = pdf.rfind(b" obj", 0, marks[0]) if marks else -1
    stop = pdf.find(b"stream", marks[0]) if marks else -1
    dictionary = pdf[first:stop]
    length = re.search(rb"/Length" + space + rb"(\d{1,12})(?!\d)", dictionary)
    body = re.match(b"\r?\n", pdf[stop + 6:stop + 8])
    if len(marks) != 1 or b"(releve.json)" not in pdf or min(first, stop) < 0 or b"/Filter" in dictionary \
            or not length or not body:
        raise Found("pdf-attachment")
    begin = stop + 6 + body.end()
    last = begin + int(length[1])
    # It lies wholly on one side of the signature.
    if not re.match(space + b"endstream", pdf[last:last + 64]) or first < end and last > start:
        raise Found("pdf-attachment")
    return pdf[:start] + pdf[end:], signature, pdf[begin:last]


class Statement:
    def __init__(self, path, report):
        self.path = path
        signed, der, self.data = take_apart(content(path, 1 << 26))
        self.signature = Signature(der, signed)
        self.value = read_json(self.data)
        if at(self.value, "format") != "soleil-statement/1":
            raise Found("format-unknown")
        self.month, self.member = at(self.value, "month"), at(self.value, "member")
        self.siren = at(self.value, "organisation", "siren")
        if not isinstance(self.member, str) or not isinstance(self.siren, str) or month_number(self.month) is None:
            raise Found("pdf-attachment")
        report.note(*self.signature.who(path, self.month, report.trust))
        if self.signature.token:
            try:
                self.signature.stamp = token_time(self.signature.token, self.signature.value, report.trust)
            except Found as found:
                report.note((found.code, path, False))
        report.note(*self.signature.when(path, self.signature.stamp, report.trust, report.now))
        if report.trust.siren not in (None, self.siren):
            report.note(("wrong-organisation", path, False))
        if report.require_timestamp and self.signature.stamp is None:
            report.note(("timestamp-missing", path, True))

    def agrees(self, closing, figures):
        """Whether what the statement tells its member is what its closing says of them."""
        mine = lambda counter: None if counter is None else counter[self.member]
        pairs = ((("closing", "sequence"), closing.sequence), (("energy", "totalWh"), closing.totals["wh"]),
                 (("energy", "wh"), mine(figures.energy)), (("entitlement", "cents"), mine(figures.entitled)),
                 (("holdings", "closingShares"), mine(figures.shares)))
        return all(known in (None, told) for told, known in ((at(self.value, *keys), known) for keys, known in pairs)
                   if whole(told))

    def inclusion(self, closing):
        """What is wrong with the proof beside it that leads from its data to the root the closing signed."""
        path = re.sub(r"\.pdf$", ".tlog-proof", self.path)
        if path == self.path or not exists(path):
            return []
        digest, number = rb"(?:[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=)", rb"(0|[1-9]\d{0,15})"
        try:
            match = re.fullmatch(
                rb"c2sp\.org/tlog-proof@v1\nindex " + number + rb"\n((?:" + digest + rb"\n){0,63})\n"
                rb"([^\n]+)\n" + number + rb"\n(" + digest + rb")\n", content(path, 1 << 16))
        except Found:
            match = None
        if not match:
            return [("proof-malformed", path, False)]
        index, size, root = int(match[1]), int(match[4]), b64decode(match[5])
        if match[3].decode("utf-8", "replace") != f"{self.siren}/statements/{self.month}" \
                or closing and closing.statements != (size, root.hex()):
            return [("proof-of-another-log", path, False)]
        # RFC 6962 § 2.1.1: from the leaf upwards, each hash is a sibling, left or right.
        node, last, hash = index, size - 1, sha256(b"\0" + self.data)
        for sibling in map(b64decode, match[2].split()):
            if last <= 0:
                return [("proof-invalid", path, False)]
            if node & 1 or node == last:
                hash = sha256(b"\1" + sibling + hash)
                while not node & 1 and node:
                    node, last = node >> 1, last >> 1
            else:
                hash = sha256(b"\1" + hash + sibling)
            node, last = node >> 1, last >> 1
        return [] if index < size and last == 0 and hash == root else [("proof-invalid", path, False)]


def check_statements(paths, report):
    known, opened = {one.month: one for one in reversed(report.closings)}, {}
    for path in paths:
        statement = report.take(Statement, path)
        if not statement:
            continue
        report.statements.append(statement)
        folder = join(parts(path)[0], "../..", "closings", statement.month)
        if statement.month not in known and os.path.isdir(folder):
            known[statement.month] = report.take(Closing, folder)
        closing = known.get(statement.month)
        if closing:
            if not hasattr(closing, "figures"):
                closing.check_files(Report(report.trust, report.now, False))
            if not statement.agrees(closing, closing.figures):
                report.note(("figures-disagree", path, False))
        report.note(*statement.inclusion(closing))
    for month in sorted({one.month for one in report.statements}):
        if known.get(month):
            known[month].leaves(report)


# ---------------------------------------------------------------- the report


class Report:
    def __init__(self, trust, now, require_timestamp):
        self.trust, self.now, self.require_timestamp = trust, now, require_timestamp
        self.findings, self.closings, self.archives, self.statements = [], [], [], []

    def note(self, *found):
        for code, path, doubtful in found:
            one = (code, path, 2 if doubtful or code in UNDETERMINED else 1)
            if one not in self.findings:
                self.findings.append(one)

    def take(self, subject, path):
        """The subject at a path when its signature holds; else what was found."""
        try:
            return subject(path, self)
        except Found as found:
            self.note((found.code, found.path or path, False))
            return None

    @property
    def exit(self):
        weights = {weight for _, _, weight in self.findings}
        return 1 if 1 in weights else 2 if weights else 0


def subjects(paths):
    """The archives, the closings and the statements that some paths stand for."""
    found = [], [], []
    is_archive = lambda path: exists(join(path, "archive.json"))
    stands = lambda path: os.path.isdir(path) and (month_number(parts(path)[1]) or is_archive(path))
    for path in paths:
        if not os.path.isdir(path):
            if not exists(path):
                raise Fault("cannot-open", path, 66)
            found[2].append(path)
            continue
        inside = sorted(os.listdir(path)) if os.access(path, os.R_OK | os.X_OK) else []
        visible = [join(path, name) for name in inside if not name.startswith(".")]
        if not visible and month_number(parts(path)[1]) is None:
            raise Fault("nothing-to-verify" if os.access(path, os.R_OK | os.X_OK) else "cannot-open", path, 66)
        if is_archive(path):
            found[0].append(path)
        elif visible and all(map(stands, visible)):
            for mine, more in zip(found, subjects(visible)):
                mine += more
        elif any(name.endswith(".pdf") for name in inside) and "manifest.json" not in inside:
            found[2].extend(join(path, name) for name in inside if name.endswith(".pdf"))
        else:
            found[1].append(path)
    return found


def audit(paths, trust, head, require_timestamp, now):
    archives, closings, statements = subjects(paths)
    head = read_head(head) if head else None
    place = trust or next(filter(None, map(Trust.beside, paths)), None)
    report = Report(Trust(place) if place else None, now, require_timestamp)
    if not place:
        report.note(*[("trust-missing", path, True) for path in paths])
        return report
    report.archives = [one for one in (report.take(Archive, path) for path in archives) if one]
    check_closings(closings, head, report)
    check_statements(statements, report)
    return report


def main(arguments):
    options, flags, paths, rest = {"--trust": None, "--head": None, "--lang": None}, set(), [], list(arguments)
    while rest:
        word = rest.pop(0)
        if word in options and rest:
            options[word] = rest.pop(0)
        elif word in ("--json", "--require-timestamp"):
            flags.add(word)
        elif word.startswith("-") or word in options:
            paths = []
            break
        else:
            paths.append(word)
    locale = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    english = (options["--lang"] or locale).startswith("en")
    say = lambda french, other: other if english else french
    if not paths or options["--lang"] not in (None, "fr", "en"):
        print(__doc__, file=sys.stderr)
        return 64
    try:
        now = int(os.environ.get("SOURCE_DATE_EPOCH") or time.time())
        report = audit(paths, options["--trust"], options["--head"], "--require-timestamp" in flags, now)
    except Fault as fault:
        print(f"audit.py: {fault.path} [{fault.code}]", file=sys.stderr)
        return fault.exit_code
    if "--json" in flags:
        verdict = ("valid", "invalid", "undetermined")[report.exit]
        findings = [{"code": code, "path": path} for code, path, _ in report.findings]
        print(json.dumps({"findings": findings, "verdict": verdict}, ensure_ascii=False))
        return report.exit
    print((say("VALIDE", "VALID"), say("INVALIDE", "INVALID"), say("INDÉTERMINÉ", "UNDETERMINED"))[report.exit])
    for code, path, _ in report.findings:
        print(f"  {code}  {path!r}")
    for one in report.closings:
        print(f"  {one.month}  n° {one.sequence}  {one.organisation!r}  {len(one.files)}", say("fichiers", "files"))
    print(" ", len(report.statements), say("relevés", "statements"))
    signed = [one.signature for one in report.closings + report.archives + report.statements if one.signature]
    for fingerprint in sorted({one.fingerprint for one in signed}):
        print(" ", say("signataire", "signer"), fingerprint.upper())
    if report.trust:
        print(" ", say("autorité  ", "authority "), sha256(report.trust.der).hex().upper(), "<-",
              say("à comparer à celle du procès-verbal", "compare with the published one"))
        if not report.trust.revoked:
            print(" ", say("non vérifié : révocation (aucune liste)", "not checked: revocation (no list)"))
        if any(one.stamp is None for one in signed):
            print(" ", say("non vérifié : date (parole du signataire)", "not checked: date (the signer's word)"))
    return report.exit


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

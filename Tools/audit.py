#!/usr/bin/env python3
"""Vérifie des clôtures et des relevés, hors ligne, avec Python et « openssl » seulement.

    python3 audit.py CHEMIN… [--trust FICHIER] [--head FICHIER] [--require-timestamp]
                              [--json] [--lang fr|en]

CHEMIN : le dossier d'une clôture, un dossier de clôtures, un relevé PDF ou un dossier de relevés.
Rend 0 si tout tient, 1 s'il y a preuve d'altération, 2 s'il manque une preuve ; 64 à 66 si rien
n'a pu être vérifié. Les codes sont ceux de « soleil verify », dont ce fichier ne partage rien.

Checks closings and members' statements offline: read it from top to bottom, in ten minutes.
 1. JSON and DER are read strictly: there is one way to write a signed text.
 2. A signature: `openssl cms` for the mathematics, `openssl verify` for who signed.
 3. A closing: its manifest is signed, and lists every file of the folder by its SHA-256.
 4. A chain: numbers and months follow, and each manifest holds the digest of the one before.
 5. A statement: a PDF signed whole, whose data is a leaf of the tree its closing has signed.
References: RFC 8785 (canonical JSON), 5652 (CMS), 5035 (ESS), 6962 (trees), c2sp.org/tlog-proof.
"""

import calendar, functools, hashlib, json, os, re, stat, subprocess, sys, tempfile, time
from base64 import b64decode, encodebytes

UNDETERMINED = {"trust-missing", "signature-missing", "timestamp-missing"}
sha256 = lambda data: hashlib.sha256(data).digest()
is_digest = lambda text: isinstance(text, str) and re.fullmatch("[0-9a-f]{64}", text) is not None
whole = lambda value: isinstance(value, int)


class Found(Exception):
    """Something that ends the examination of one subject: a code, and where if not the subject."""

    def __init__(self, code, path=None):
        self.code, self.path = code, path


class Fault(Exception):
    """Why nothing can be verified at all."""

    def __init__(self, code, path, exit_code):
        self.code, self.path, self.exit_code = code, path, exit_code


# ---------------------------------------------------------------- files and months


def content(path, most):
    """A regular file, opened once and not through a link: what is hashed is what is used."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        handle = None
    try:
        mode = os.fstat(handle).st_mode if handle is not None else os.lstat(path).st_mode
    except OSError:
        raise Found("file-missing")
    if handle is None or not stat.S_ISREG(mode):
        if handle is not None:
            os.close(handle)
        kinds = [(stat.S_ISLNK, "path-symlink"), (stat.S_ISREG, "file-missing")]
        raise Found(next((code for test, code in kinds if test(mode)), "path-not-a-file"))
    with os.fdopen(handle, "rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise Found("file-too-large")
    return data


def parts(path):
    """The folder a path lies in, and its last name."""
    trimmed = path.rstrip("/") or "/"
    folder, slash, name = trimmed.rpartition("/")
    return ("." if not slash else folder or "/"), name


def month_number(text):
    match = re.fullmatch("([0-9]{4})-(0[1-9]|1[0-2])", text or "", re.ASCII)
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
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise Found("json-malformed")

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

    depth = deepest = 0
    for mark in re.sub(r'"(\\.|[^"\\])*"', "", text):
        depth += (mark in "[{") - (mark in "]}")
        deepest = max(deepest, depth)
    if deepest > 16:
        raise Found("json-malformed")
    try:
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


def elements(data):
    """The DER elements that follow one another in some bytes: (tag, inside, whole)."""
    found, here = [], 0
    while here < len(data):
        start, tag, here = here, data[here], here + 2
        length = data[here - 1] if here <= len(data) else 1 << 32
        if length >= 128:
            size, here = length - 128, here + length - 128
            digits = data[here - size:here]
            length = int.from_bytes(digits, "big")
            if not 1 <= size <= 4 or len(digits) < size or digits[0] == 0 or length < 128:
                raise Found("cms-malformed")
        if here + length > len(data):
            raise Found("cms-malformed")
        found.append((tag, data[here:here + length], data[start:here + length]))
        here += length
    return found


def first_element(data):
    """The first DER element of some bytes, which zeros may follow."""
    if data[:1] != b"\x30" or len(data) < 2:
        raise Found("cms-malformed")
    size = data[1] - 128 if data[1] > 128 else 0
    length = int.from_bytes(data[2:2 + size], "big") if size else data[1]
    return elements(data[:2 + size + length])[0][2]


def outline(data, *tags):
    """The insides of exactly these elements, in this order."""
    found = elements(data)
    if [tag for tag, _, _ in found] != list(tags):
        raise Found("cms-malformed")
    return [inside for _, inside, _ in found]


def algorithm(data):
    """The identifier of an algorithm without parameters, or with empty ones."""
    found = elements(data)
    if not found or found[0][0] != 6 or [e[2] for e in found[1:]] not in ([], [b"\5\0"]):
        raise Found("cms-malformed")
    return found[0][1].hex()


SIGNED_DATA, DATA = "2a864886f70d010702", "2a864886f70d010701"
SHA256, ECDSA_SHA256 = "608648016503040201", "2a8648ce3d040302"
SIGNING_CERTIFICATE_V2, SIGNING_TIME = "2a864886f70d010910022f", "2a864886f70d010905"

# ---------------------------------------------------------------- 2. signatures


def openssl(*arguments, **files):
    """Runs the command in a folder that holds these files; its code, its output, its errors."""
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files.items():
            with open(os.path.join(folder, name), "wb") as file:
                file.write(data)
        done = subprocess.run(("openssl",) + arguments, cwd=folder, capture_output=True)
    return done.returncode, done.stdout, done.stderr.decode("utf-8", "replace")


class Signature:
    """A detached CMS signature whose mathematics hold over some content."""

    def __init__(self, der, signed):
        names, self.certificates, attributes = self.shape(der)
        code, again, _ = openssl("cms", "-cmsout", "-inform", "DER", "-outform", "DER", "-in", "s", s=der)
        if code or again != der:  # openssl reads laxly: it must write what it read
            raise Found("cms-malformed")
        named = [(self.names(one), one) for one in self.certificates]
        fitting = [one for name, one in named if name.lower() == names.lower()]
        if not fitting:
            raise Found("untrusted-signer")
        self.certificate = fitting[0]
        text = described(self.certificate)
        bits = re.search(r"Public-Key: \((\d+) bit\)", text)
        if "Public Key Algorithm: id-ecPublicKey" not in text or not bits or int(bits[1]) < 256:
            raise Found("weak-algorithm")
        code, _, _ = openssl("cms", "-verify", "-binary", "-noverify", "-inform", "DER", "-in", "s",
                             "-content", "m", "-out", os.devnull, s=der, m=signed)
        if code:
            raise Found("content-altered")
        essential = attributes.get(SIGNING_CERTIFICATE_V2)
        if essential is None or not self.named_by(essential):
            raise Found("ess-missing")
        if self.names(self.certificate) != names:
            raise Found("cms-malformed")
        self.name = (re.findall(r"Subject:.*?CN ?= ?([^\n,]*)", text) or [""])[-1]
        dates = re.search(r"Not Before: (.*)\n\s*Not After : (.*)\n", text)
        self.first, self.last = (instant(date, "%b %d %H:%M:%S %Y GMT") for date in dates.groups())
        self.signed_at = self.time(attributes.get(SIGNING_TIME))
        self.text, self.fingerprint = text, sha256(self.certificate).hex()

    @staticmethod
    def shape(der):
        """Pins every byte that the signature does not cover: RFC 5652 §§ 3 and 5, nothing more."""
        if first_element(der) != der:
            raise Found("cms-trailing-data")
        kind, wrapper = outline(outline(der, 0x30)[0], 0x06, 0xA0)
        version, digests, inner, certificates, signers = outline(
            outline(wrapper, 0x30)[0], 0x02, 0x31, 0x30, 0xA0, 0x31)
        signer = elements(outline(signers, 0x30)[0])
        chain = elements(certificates)
        if (kind.hex(), version, outline(inner, 0x06)[0].hex()) != (SIGNED_DATA, b"\1", DATA) \
                or any(tag != 0x30 for tag, _, _ in chain) \
                or [tag for tag, _, _ in signer[:3]] != [0x02, 0x30, 0x30] or signer[0][1] != b"\1":
            raise Found("cms-malformed")
        digest = algorithm(outline(digests, 0x30)[0])
        own = algorithm(signer[2][1])
        if len(signer) < 4 or signer[3][0] != 0xA0:
            raise Found("ess-missing")
        if [tag for tag, _, _ in signer[4:]] != [0x30, 0x04] or own != digest:
            raise Found("cms-malformed")
        if digest != SHA256 or algorithm(signer[4][1]) != ECDSA_SHA256:
            raise Found("weak-algorithm")
        attributes = {}
        for _, inside, _ in elements(signer[3][1]):
            kind, values = outline(inside, 0x06, 0x31)
            attributes.setdefault(kind.hex(), values)
        return signer[1][1], [one for _, _, one in chain], attributes

    @staticmethod
    def names(certificate):
        """How CMS names a certificate: its issuer and serial number, to the byte."""
        fields = [e for e in elements(elements(elements(certificate)[0][1])[0][1]) if e[0] != 0xA0]
        return fields[2][2] + fields[0][2]

    def named_by(self, attribute):
        """Whether signing-certificate-v2 holds the SHA-256 of the signer's certificate (RFC 5035)."""
        try:
            first = elements(elements(elements(attribute)[0][1])[0][1])[0][1]
            return [inside for tag, inside, _ in elements(first) if tag == 4][0] == sha256(self.certificate)
        except (Found, IndexError):
            return False

    @staticmethod
    def time(attribute):
        if attribute is None:
            return None
        tag, inside, _ = elements(attribute)[0]
        text = inside.decode("ascii", "replace")
        return instant(text if tag == 24 else ("20" if text < "5" else "19") + text, "%Y%m%d%H%M%SZ")

    def judged(self, place, month, trust, now):
        """What is wrong with who signed, or when: (code, path, whether only undetermined)."""
        fault = issued(self.certificate, trust.pem)
        usage = re.search(r"X509v3 Key Usage:.*\n(.*)\n", self.text)
        found = []
        if fault:
            found.append((fault, place, False))
        elif "CA:TRUE" in self.text or usage and not {"Digital Signature", "Non Repudiation"} <= set(
                usage[1].strip().split(", ")):
            found.append(("wrong-key-usage", place, False))
        elif trust.signers is not None and not any(
                at(one, "sha256") == self.fingerprint and one["from"] <= month <= one.get("to", month)
                for one in trust.signers):
            found.append(("untrusted-signer", place, False))
        elif any(one not in (self.certificate, trust.der) for one in self.certificates):
            found.append(("cms-malformed", place, False))
        if self.signed_at is not None and not self.first <= self.signed_at <= self.last:
            found.append(("cert-expired", place, False))
        elif now > self.last:
            found.append(("cert-expired", place, True))
        return found


@functools.lru_cache
def described(certificate):
    """What openssl tells of a certificate, in words."""
    return openssl("x509", "-inform", "DER", "-in", "c", "-noout", "-text", "-nameopt", "utf8,esc_ctrl",
                   c=certificate)[1].decode("utf-8", "replace")


@functools.lru_cache
def issued(certificate, authority):
    """Whether the authority, and no other, issued a certificate for signing: what is wrong, or nothing."""
    leaf = b"-----BEGIN CERTIFICATE-----\n" + encodebytes(certificate) + b"-----END CERTIFICATE-----\n"
    code, out, errors = openssl("verify", "-CAfile", "ca", "-no-CApath", "-no-CAstore", "-purpose", "smimesign",
                                "-no_check_time", "leaf", ca=authority, leaf=leaf)
    purpose = "error 26 " in out.decode("utf-8", "replace") + errors
    return None if not code else "wrong-key-usage" if purpose else "untrusted-signer"


class Trust:
    """One authority and, better, the list of its signers: a trust.json, or a certificate."""

    def __init__(self, path):
        self.path, self.siren, self.signers, expected = path, None, None, None
        data, source = self.read(path), path
        if data[:1] == b"{":
            try:
                value = read_json(data)
            except Found:
                value = {}
            name, expected = at(value, "authority", "file"), at(value, "authority", "sha256")
            self.siren, self.signers = at(value, "organisation", "siren"), value.get("signers")
            sound = value.get("format") == "soleil-trust/1" and isinstance(self.siren, str) \
                and isinstance(name, str) and "/" not in name and isinstance(self.signers, list) \
                and all(is_digest(at(one, "sha256")) and month_number(at(one, "from"))
                        and ("to" not in one or month_number(one["to"])) for one in self.signers)
            if not sound:
                raise Fault("trust-malformed", path, 65)
            source = os.path.join(parts(path)[0], name)
            data = self.read(source)
        pem = re.search(rb"-----BEGIN CERTIFICATE-----\s+([A-Za-z0-9+/=\s]+?)-----END CERTIFICATE-----", data)
        try:
            self.der = b64decode(pem[1]) if pem else b""
        except ValueError:
            self.der = b""
        if "CA:TRUE" not in described(self.der):
            raise Fault("trust-malformed", source, 65)
        if expected not in (None, sha256(self.der).hex()):
            raise Fault("trust-malformed", path, 65)
        self.pem = data

    @staticmethod
    def read(path):
        try:
            return content(path, 1 << 22)
        except Found:
            raise Fault("cannot-open", path, 66)

    @staticmethod
    def beside(path):
        for _ in range(3):
            path = os.path.join(path, "..") if path == "." or path.endswith("..") else parts(path)[0]
            for name in ("trust/trust.json", "trust/ca.pem"):
                place = os.path.join(path, name)
                if os.path.lexists(place) and stat.S_ISREG(os.lstat(place).st_mode):
                    return place
        return None


# ---------------------------------------------------------------- 3. a closing


class Closing:
    """A closing's folder whose manifest is signed by the one who should."""

    def __init__(self, path, report):
        self.path, join = path, lambda name: os.path.join(path, name)
        data = self.read("manifest.json", 1 << 22)
        der = self.read("manifest.json.p7s", 1 << 18)
        try:
            self.signature = Signature(der, data)
        except Found as found:
            altered = found.code == "content-altered"
            raise Found(found.code, join("manifest.json" if altered else "manifest.json.p7s"))
        try:
            self.parse(read_json(data))
        except Found as found:
            raise Found(found.code, join("manifest.json"))
        self.digest = sha256(data).hex()
        place = join("manifest.json")
        report.note(*self.signature.judged(join("manifest.json.p7s"), self.month, report.trust, report.now))
        if report.trust.siren not in (None, self.siren):
            report.note(("wrong-organisation", place, False))
        name = parts(path)[1]
        if month_number(name) is not None and name != self.month:
            report.note(("wrong-month", place, False))
        times = [one for one in (instant(self.closed_at), self.signature.signed_at) if one is not None]
        if any(one < month_end(self.month) for one in times):
            report.note(("time-before-period", place, False))
        if report.require_timestamp:
            report.note(("timestamp-missing", join("manifest.json.p7s.tsr"), True))

    def read(self, name, most):
        try:
            return content(os.path.join(self.path, name), most)
        except Found as found:
            lacks = found.code == "file-missing" and name.endswith(".p7s")
            raise Found("signature-missing" if lacks else found.code, os.path.join(self.path, name))

    def parse(self, value):
        if at(value, "format") != "soleil-closing/1":
            raise Found("format-unknown")
        self.siren, self.organisation = (at(value, "organisation", key) for key in ("siren", "name"))
        self.month, self.sequence = at(value, "month"), at(value, "sequence")
        self.closed_at, previous = at(value, "closedAt"), at(value, "previousManifestSha256")
        self.log, self.statements = ((at(value, tree, count), at(value, tree, "root"))
                                     for tree, count in (("log", "size"), ("statements", "count")))
        self.files, totals = at(value, "files"), at(value, "totals")
        none = previous is None and "previousManifestSha256" not in value or previous in ("", "0" * 64)
        sound = isinstance(self.siren, str) and isinstance(self.organisation, str) \
            and isinstance(self.month, str) and month_number(self.month) is not None \
            and whole(self.sequence) and self.sequence >= 1 and instant(self.closed_at) is not None \
            and all(whole(size) and size >= 0 and is_digest(root) for size, root in (self.log, self.statements)) \
            and all(whole(at(totals, key)) for key in ("debitCents", "creditCents", "entries", "wh")) \
            and isinstance(self.files, list) and len(self.files) <= 10_000 \
            and all(isinstance(at(one, "path"), str) and whole(at(one, "bytes")) and one["bytes"] >= 0
                    and is_digest(at(one, "sha256")) for one in self.files) \
            and (none if self.sequence == 1 else is_digest(previous))
        if not sound:
            raise Found("manifest-malformed")
        self.previous, self.totals = previous or "", totals

    def check_files(self, report):
        """Every file listed is there, to the byte, and no other; hidden ones count."""
        listed = {"manifest.json", "manifest.json.p7s", "manifest.json.p7s.tsr"}
        for file in self.files:
            name, place = file["path"], os.path.join(self.path, file["path"])
            safe = re.fullmatch(r"[a-z0-9_-][a-z0-9._-]{0,99}", name) and not name.startswith("manifest.json")
            if not safe and name != "LISEZMOI.txt":
                report.note(("path-unsafe", self.path + ("" if self.path.endswith("/") else "/") + name, False))
            elif name in listed:
                report.note(("path-duplicate", place, False))
            else:
                listed.add(name)
                try:
                    data = content(place, max(file["bytes"], 1 << 26))
                    if len(data) != file["bytes"] or sha256(data).hex() != file["sha256"]:
                        raise Found("file-altered")
                except Found as found:
                    code = "file-altered" if found.code == "file-too-large" else found.code
                    report.note((code, place, False))
        for name in sorted(os.listdir(self.path)):
            if name not in listed:
                report.note(("file-unlisted", os.path.join(self.path, name), False))
        self.leaves(report)

    def leaves(self, report):
        """The leaves of the tree of statements, if their list is the one signed."""
        file = next((one for one in self.files if one["path"] == "statements.csv"), None)
        if file is None:
            return None
        place = os.path.join(self.path, "statements.csv")
        try:
            data = content(place, 1 << 26)
            if sha256(data).hex() != file["sha256"]:
                raise Found("file-altered")
            rows = [row.split(",") for row in data.decode("utf-8", "replace").split("\n")]
            column = rows[0].index("leaf") if "leaf" in rows[0] else None
            whole_rows = column is not None and rows[-1] == [""] and all(
                len(row) == len(rows[0]) and is_digest(row[column]) for row in rows[1:-1])
            leaves = [row[column] for row in rows[1:-1]] if whole_rows else []
            root = tree_root([bytes.fromhex(leaf) for leaf in leaves]).hex()
            if not whole_rows or (len(leaves), root) != self.statements:
                raise Found("statements-root-wrong")
            return leaves
        except Found as found:
            report.note((found.code, place, False))
            return None


def tree_root(leaves):
    """The root over leaves that are hashed already (RFC 6962 § 2.1)."""
    if len(leaves) < 2:
        return leaves[0] if leaves else sha256(b"")
    half = 1 << (len(leaves) - 1).bit_length() - 1
    return sha256(b"\1" + tree_root(leaves[:half]) + tree_root(leaves[half:]))


# ---------------------------------------------------------------- 4. the chain


def check_chain(closings, unjudged, head, report):
    """Numbers and months follow one another, each manifest names the one before."""
    note = lambda code, one: report.note((code, os.path.join(one.path, "manifest.json"), False))
    for one, two in zip(closings, closings[1:]):
        before, after = month_number(one.month), month_number(two.month)
        between = sum(before < month < after for month in unjudged)
        if before == after:
            note("month-duplicated", two)
        elif two.sequence != one.sequence + between + 1 or after != before + between + 1:
            note("chain-gap", two)
        elif not between and two.previous != one.digest or two.log[0] < one.log[0]:
            note("chain-broken", two)
        elif two.siren != one.siren:
            note("wrong-organisation", two)
    if head is None or not closings:
        return
    sequence, digest = head
    first, last = closings[0], closings[-1]
    by_number = lambda number: next((one for one in closings if one.sequence == number), None)
    same, following = by_number(sequence), by_number(sequence + 1)
    if same or following:
        if (same.digest if same else following.previous) != digest:
            note("fork", same or following)
    elif sequence > last.sequence:
        steps = range(1, sequence - last.sequence + 1)
        if len(steps) > len(unjudged) or any(month_number(last.month) + step not in unjudged for step in steps):
            note("rollback", last)
    elif first.sequence > sequence + 1:
        steps = range(sequence + 1 - first.sequence, 0)
        if len(steps) > len(unjudged) or any(month_number(first.month) + step not in unjudged for step in steps):
            note("chain-gap", first)


def read_head(path):
    """A head kept from last time: {"format":"soleil-head/1",…}, or the manifest itself."""
    data = Trust.read(path)
    try:
        value = read_json(data)
    except Found:
        value = {}
    known = {"soleil-closing/1": sha256(data).hex(), "soleil-head/1": at(value, "manifestSha256")}
    digest = known.get(at(value, "format"))
    if not whole(at(value, "sequence")) or not is_digest(digest):
        raise Fault("head-malformed", path, 65)
    return value["sequence"], digest


# ---------------------------------------------------------------- 5. statements


def take_apart(pdf):
    """The bytes a PDF's one signature covers, the signature, and the attached releve.json.

    Every byte is accounted for: covered, or a hexadecimal digit of the signature, or zero padding.
    """
    count = lambda word: len(re.findall(b"(?=" + re.escape(word) + b")", pdf))
    if not pdf.startswith(b"%PDF-1.") or not count(b"%%EOF"):
        raise Found("pdf-malformed")
    if not count(b"/ByteRange"):
        raise Found("signature-missing")
    if count(b"%%EOF") > 1 or count(b"startxref") != 1 or count(b"/Prev") \
            or not re.fullmatch(b"%%EOF[\r\n]{0,2}", pdf[pdf.index(b"%%EOF"):]):
        raise Found("pdf-extended")
    if count(b"/ByteRange") != 1 or count(b"/SubFilter") != 1:
        raise Found("pdf-signature-count")
    space = rb"[\0\t\n\f\r ]*"
    match = re.search(rb"/ByteRange" + space + rb"\[" + (space + rb"(\d{1,12})") * 4 + space + rb"\]", pdf)
    zero, start, end, rest = map(int, match.groups()) if match else (1, 0, 0, 0)
    if zero or not start < end <= len(pdf) or rest != len(pdf) - end \
            or pdf[start:start + 1] + pdf[end - 1:end] != b"<>" \
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
    signed = pdf[:start] + pdf[end:]
    marks = [found.start() for found in re.finditer(b"/EmbeddedFile(?!s)", signed)]
    begin = signed.rfind(b" obj", 0, marks[0]) if marks else -1
    stop = signed.find(b"stream", marks[0]) if marks else -1
    dictionary = signed[begin:stop]
    length = re.search(rb"/Length" + space + rb"(\d{1,12})(?!\d)", dictionary)
    if len(marks) != 1 or b"(releve.json)" not in signed or min(begin, stop) < 0 \
            or b"/Filter" in dictionary or not length:
        raise Found("pdf-attachment")
    body = re.match(b"\r?\n", signed[stop + 6:])
    begin = stop + 6 + (body.end() if body else 0)
    end = begin + int(length[1])
    if not body or not re.match(space + b"endstream", signed[end:end + 64]):
        raise Found("pdf-attachment")
    return signed, signature, signed[begin:end]


class Statement:
    def __init__(self, path, report):
        self.path = path
        signed, der, self.data = take_apart(content(path, 1 << 26))
        self.signature = Signature(der, signed)
        value = read_json(self.data)
        if at(value, "format") != "soleil-statement/1":
            raise Found("format-unknown")
        self.month, self.member = at(value, "month"), at(value, "member")
        self.siren = at(value, "organisation", "siren")
        if not all(isinstance(one, str) for one in (self.month, self.member, self.siren)) \
                or month_number(self.month) is None:
            raise Found("pdf-attachment")
        report.note(*self.signature.judged(path, self.month, report.trust, report.now))
        if report.trust.siren not in (None, self.siren):
            report.note(("wrong-organisation", path, False))

    def check_inclusion(self, closing, report):
        """The proof beside it leads from the data to the root that the closing has signed."""
        proof = re.sub(r"\.pdf$", ".tlog-proof", self.path)
        if proof == self.path or not os.path.lexists(proof):
            return
        code = self.inclusion(proof, closing)
        if code:
            report.note((code, proof, False))

    def inclusion(self, path, closing):
        digest = rb"(?:[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=)"
        number = rb"(0|[1-9]\d{0,15})"
        try:
            match = re.fullmatch(
                rb"c2sp\.org/tlog-proof@v1\nindex " + number + rb"\n((?:" + digest + rb"\n){0,63})\n"
                rb"([^\n]+)\n" + number + rb"\n(" + digest + rb")\n", content(path, 1 << 16))
        except Found:
            match = None
        if not match:
            return "proof-malformed"
        index, size, root = int(match[1]), int(match[4]), b64decode(match[5])
        hashes = [b64decode(line) for line in match[2].split()]
        if match[3].decode("utf-8", "replace") != f"{self.siren}/statements/{self.month}":
            return "proof-of-another-log"
        if closing and closing.statements != (size, root.hex()):
            return "proof-of-another-log"
        # RFC 6962 § 2.1.1: from the leaf upwards, each hash is a sibling, left or right.
        node, last, hash = index, size - 1, sha256(b"\0" + self.data)
        for sibling in hashes:
            if last <= 0:
                return "proof-invalid"
            if node & 1 or node == last:
                hash = sha256(b"\1" + sibling + hash)
                while not node & 1 and node:
                    node, last = node >> 1, last >> 1
            else:
                hash = sha256(b"\1" + hash + sibling)
            node, last = node >> 1, last >> 1
        return None if index < size and last == 0 and hash == root else "proof-invalid"


# ---------------------------------------------------------------- the report


class Report:
    def __init__(self, trust, now, require_timestamp):
        self.trust, self.now, self.require_timestamp = trust, now, require_timestamp
        self.findings, self.closings, self.statements = [], [], []

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
    """The closings and the statements that some paths stand for."""
    closings, statements = [], []
    for path in paths:
        if not os.path.isdir(path):
            if not os.path.lexists(path):
                raise Fault("cannot-open", path, 66)
            statements.append(path)
            continue
        try:
            inside = sorted(os.listdir(path))
        except OSError:
            inside = []
        visible = [os.path.join(path, name) for name in inside if not name.startswith(".")]
        if not visible and month_number(parts(path)[1]) is None:
            readable = os.access(path, os.R_OK | os.X_OK)
            raise Fault("nothing-to-verify" if readable else "cannot-open", path, 66)
        if visible and all(month_number(parts(one)[1]) and os.path.isdir(one) for one in visible):
            more = subjects(visible)
            closings, statements = closings + more[0], statements + more[1]
        elif any(name.endswith(".pdf") for name in inside) and "manifest.json" not in inside:
            statements += [os.path.join(path, name) for name in inside if name.endswith(".pdf")]
        else:
            closings.append(path)
    return closings, statements


def audit(paths, trust, head, require_timestamp, now):
    closings, statements = subjects(paths)
    head = read_head(head) if head else None
    place = trust or next(filter(None, map(Trust.beside, paths)), None)
    report = Report(Trust(place) if place else None, now, require_timestamp)
    if not place:
        report.note(*[("trust-missing", path, True) for path in paths])
        return report
    unjudged = set()
    for path in closings:
        closing = report.take(Closing, path)
        if closing:
            closing.check_files(report)
            report.closings.append(closing)
        else:
            unjudged.add(month_number(parts(path)[1]))
    report.closings.sort(key=lambda one: (one.sequence, one.month))
    check_chain(report.closings, unjudged - {None}, head, report)
    known = {one.month: one for one in reversed(report.closings)}
    for path in statements:
        statement = report.take(Statement, path)
        if not statement:
            continue
        report.statements.append(statement)
        folder = os.path.join(parts(path)[0], "../..", "closings", statement.month)
        if statement.month not in known and os.path.isdir(folder):
            known[statement.month] = report.take(Closing, folder)
        statement.check_inclusion(known.get(statement.month), report)
    for month in sorted({one.month for one in report.statements}):
        if known.get(month):
            known[month].leaves(report)
    return report


def main(arguments):
    options = {"--trust": None, "--head": None, "--lang": None}
    flags, paths, rest = set(), [], list(arguments)
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
    for one in sorted({one.signature.fingerprint for one in report.closings + report.statements}):
        print(" ", say("signataire", "signer"), one.upper())
    if report.trust:
        print(" ", say("autorité  ", "authority "), sha256(report.trust.der).hex().upper(), "<-",
              say("à comparer à celle du procès-verbal", "compare with the published one"))
    print(" ", say("non vérifié : révocation, date (parole du signataire)",
                   "not checked: revocation, date (the signer's word)"))
    return report.exit


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

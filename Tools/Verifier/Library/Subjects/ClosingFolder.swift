/// A closing's folder of which nothing is known yet.
public struct UnverifiedFolder {
  /// The folder.
  public let path: String

  /// Takes a folder as it stands.
  public init(path: String) { self.path = path }
}

/// A closing's folder whose manifest is signed by the one who should, or named by one that is.
///
/// The only way to have one is to verify an ``UnverifiedFolder``.
public struct AuthenticFolder {
  /// The folder.
  let path: String
  let manifest: Manifest
  let manifestSha256: String
  /// Who signed it and when; nothing when its own signature is gone and the next closing vouches for it.
  let seal: Seal?
}

/// A closing's folder that cannot be judged by itself.
struct UnjudgedFolder {
  let path: String
  /// The manifest, when nothing but its signature is missing.
  let manifest: [UInt8]?

  /// The month the folder is named after, as a number; nothing is read out of an unsigned manifest.
  var month: Int? { Month(split(path).name)?.number }
}

/// The names of what is signed in a folder.
struct SignedName {
  let text: String
  var signature: String { text + ".p7s" }
  var timestamp: String { text + ".p7s.tsr" }
  static let closing = SignedName(text: "manifest.json")
  static let archive = SignedName(text: "archive.json")
}

/// Something found, and where.
struct Located: Error { let finding: Finding }

/// What stands signed in a folder: its bytes, the signature, and its time.
struct SignedBytes {
  let bytes: [UInt8]
  let message: SignedMessage
  let stamp: TimeStamp?

  /// Reads a signed text, its signature and its time stamp.
  ///
  /// - Parameter note: is told what is wrong with the time stamp alone.
  /// - Throws: what is wrong with the others; `manifest` holds the bytes when they alone are left.
  init(
    _ name: SignedName, in path: String, _ trust: Trust, note: (Finding) -> Void
  ) throws(Located) {
    bytes = try read(name.text, in: path, most: 1 << 22)
    let der = try read(name.signature, in: path, most: 1 << 18, otherwise: .signatureMissing)
    stamp = SignedBytes.stamp(name.timestamp, in: path, over: der, trust, note)
    do { message = try SignedMessage(der, over: bytes, trust.shelf) } catch {
      let part = error.code == .contentAltered ? name.text : name.signature
      throw Located(finding: Finding(error.code, join(path, part)))
    }
  }

  private static func stamp(
    _ name: String, in path: String, over signature: [UInt8], _ trust: Trust,
    _ note: (Finding) -> Void
  ) -> TimeStamp? {
    let place = join(path, name)
    guard kind(place) != .nothing else { return nil }
    do throws(Located) {
      let reply = try read(name, in: path, most: 1 << 18)
      do { return try TimeStamp(reply: reply, over: signature, trust) } catch {
        throw Located(finding: Finding(error.code, place))
      }
    } catch {
      note(error.finding)
      return nil
    }
  }
}

func read(
  _ name: String, in path: String, most limit: Int, otherwise missing: Code = .fileMissing
) throws(Located) -> [UInt8] {
  do { return try content(of: join(path, name), most: limit) } catch {
    let code = error.code == .fileMissing ? missing : error.code
    throw Located(finding: Finding(code, join(path, name)))
  }
}

extension UnverifiedFolder {
  /// Checks the signature, then what is signed; nothing is read out of an unsigned manifest.
  ///
  /// - Returns: the folder, when its manifest's signature holds, and what was found.
  func authenticated(_ circumstances: Circumstances) -> (AuthenticFolder?, [Finding]) {
    var findings: [Finding] = []
    do throws(Located) {
      let signed = try SignedBytes(.closing, in: path, circumstances.trust) { findings.append($0) }
      let manifest = try parsed(signed.bytes)
      let message = signed.message
      let place = join(path, SignedName.closing.signature)
      findings += circumstances.findings(who: message, month: manifest.month, at: place)
      let seal = Seal(
        certificate: message.certificate, signedAt: message.signedAt, stamp: signed.stamp)
      let folder = AuthenticFolder(
        path: path, manifest: manifest, manifestSha256: hexadecimal(hash(signed.bytes)), seal: seal)
      return (folder, findings + folder.findings(circumstances))
    } catch { return (nil, findings + [error.finding]) }
  }

  /// The folder as one that cannot be judged by itself.
  func unjudged(_ found: [Finding]) -> UnjudgedFolder {
    let isStripped = found.map(\.code) == [.signatureMissing]
    let place = join(path, SignedName.closing.text)
    return UnjudgedFolder(
      path: path, manifest: isStripped ? try? content(of: place, most: 1 << 22) : nil)
  }

  private func parsed(_ bytes: [UInt8]) throws(Located) -> Manifest {
    do { return try Manifest(bytes) } catch {
      throw Located(finding: Finding(error.code, join(path, SignedName.closing.text)))
    }
  }
}

extension UnjudgedFolder {
  /// The folder, when the closing of the month after names its manifest by this digest.
  func vouched(by digest: String) -> AuthenticFolder? {
    guard let bytes = manifest, hexadecimal(hash(bytes)) == digest,
      let manifest = try? Manifest(bytes), Month(manifest.month)?.number == month
    else { return nil }
    return AuthenticFolder(path: path, manifest: manifest, manifestSha256: digest, seal: nil)
  }
}

extension AuthenticFolder {
  /// Whose closing it is, of which month, and when.
  fileprivate func findings(_ circumstances: Circumstances) -> [Finding] {
    let place = join(path, SignedName.closing.text)
    var findings: [Finding] = []
    if let siren = circumstances.trust.siren, siren != manifest.organisation.siren {
      findings.append(Finding(.wrongOrganisation, place))
    }
    let name = split(path).name
    if Month(name) != nil, name != manifest.month { findings.append(Finding(.wrongMonth, place)) }
    let times = [instant(manifest.closedAt), seal?.signedAt, seal?.stamp?.time].compactMap(\.self)
    if let end = Month(manifest.month)?.end, times.contains(where: { $0 < end }) {
      findings.append(Finding(.timeBeforePeriod, place))
    }
    if circumstances.requireTimestamp, seal?.stamp == nil {
      findings.append(Finding(.timestampMissing, join(path, SignedName.closing.timestamp)))
    }
    return findings
  }

  /// Checks each file the manifest lists, that there is no other, and that they say what is signed.
  func verified() -> ClosingContent {
    var content = ClosingContent(path: path, findings: [])
    let name = SignedName.closing
    content.check(
      manifest.files, besides: [name.text, name.signature, name.timestamp],
      keeping: Set(Figures.names + [StatementsList.name]))
    for name in names(in: path) where !content.listed.contains(name) {
      content.findings.append(Finding(.fileUnlisted, join(path, name)))
    }
    content.findings += statementsList().1.filter { !content.findings.contains($0) }
    content.figures = Figures(content.kept)
    content.findings += content.figures.contradicting(manifest.totals).sorted()
      .map { Finding(.figuresDisagree, join(path, $0)) }
    return content
  }

  var facts: ClosingFacts {
    ClosingFacts(
      path: path, organisation: manifest.organisation.name, siren: manifest.organisation.siren,
      month: manifest.month, sequence: manifest.sequence, manifestSha256: manifestSha256,
      closedAt: manifest.closedAt, signer: seal?.facts, provenAt: seal?.stamp?.time,
      files: manifest.files.count, bytes: manifest.files.reduce(0) { $0 &+ $1.bytes },
      entries: manifest.totals.entries, debitCents: manifest.totals.debitCents,
      creditCents: manifest.totals.creditCents, wh: manifest.totals.wh)
  }
}

/// The files of a folder held against a list of them.
struct ClosingContent {
  let path: String
  var findings: [Finding]
  /// The names that may stand in the folder.
  private(set) var listed: Set<String> = []
  /// The files that hold figures, as they were when their digests were taken.
  private(set) var kept: [String: [UInt8]] = [:]
  /// What they say.
  var figures = Figures([:])

  init(path: String, findings: [Finding]) {
    self.path = path
    self.findings = findings
  }

  /// Checks each listed file, once, and keeps some.
  mutating func check(
    _ files: [ListedFile], besides own: Set<String>, keeping names: Set<String> = [],
    isSafe: (ListedFile) -> Bool = \.isSafe
  ) {
    listed = own
    for file in files {
      let place = join(path, file.path)
      if !isSafe(file) {
        findings.append(Finding(.pathUnsafe, place))
      } else if !listed.insert(file.path).inserted {
        findings.append(Finding(.pathDuplicate, place))
      } else {
        do throws(FileFault) {
          let bytes = try file.checked(at: place, isKept: names.contains(file.path))
          kept[file.path] = bytes
        } catch { findings.append(Finding(error.code, place)) }
      }
    }
  }
}

extension ListedFile {
  /// Holds the file at a path against what is listed.
  ///
  /// - Returns: its bytes, when they are to be kept.
  fileprivate func checked(at place: String, isKept: Bool) throws(FileFault) -> [UInt8]? {
    let file = try OpenFile(place)
    guard file.size == bytes else { throw FileFault(code: .fileAltered) }
    var digest = Hash()
    var content: [UInt8] = []
    try file.read {
      digest.update($0)
      if isKept { content += $0 }
    }
    guard hexadecimal(digest.finish()) == sha256 else { throw FileFault(code: .fileAltered) }
    return isKept ? content : nil
  }
}

/// A yearly archive whose list is signed by the one who should.
struct AuthenticArchive {
  static let format = "soleil-archive/1"

  let path: String
  let organisation: (name: String, siren: String)
  let year: String
  /// The last month of the year, for which the signer must have been entitled.
  let last: String
  /// The digests of the manifests it holds, by month.
  let closings: [String: String]
  let files: [ListedFile]
  let sha256: String
  let seal: Seal

  /// Whether a folder is an archive: it has a list of that name.
  static func isArchive(_ path: String) -> Bool {
    kind(join(path, SignedName.archive.text)) != .nothing
  }

  /// Checks the signature, then the list.
  ///
  /// - Returns: the archive, when its signature holds, and what was found.
  static func authenticated(
    _ path: String, _ circumstances: Circumstances
  ) -> (AuthenticArchive?, [Finding]) {
    var findings: [Finding] = []
    do throws(Located) {
      let signed = try SignedBytes(.archive, in: path, circumstances.trust) { findings.append($0) }
      let message = signed.message
      let seal = Seal(
        certificate: message.certificate, signedAt: message.signedAt, stamp: signed.stamp)
      let archive: AuthenticArchive
      do { archive = try AuthenticArchive(path, signed.bytes, seal) } catch {
        throw Located(finding: Finding(error.code, join(path, SignedName.archive.text)))
      }
      return (archive, findings + archive.findings(message, circumstances))
    } catch { return (nil, findings + [error.finding]) }
  }

  private init(_ path: String, _ bytes: [UInt8], _ seal: Seal) throws(JSONFault) {
    let json = try JSON(canonical: bytes)
    guard json["format"]?.string == Self.format else { throw .init(.formatUnknown) }
    guard let name = json["organisation"]?["name"]?.string,
      let siren = json["organisation"]?["siren"]?.string, let year = json["year"]?.string,
      let last = json["last"]?.string, Month(last) != nil, let list = json["closings"]?.array,
      let files = ListedFile.list(json["files"])
    else { throw .init(.manifestMalformed) }
    let closings = list.compactMap { one in
      one["month"]?.string.flatMap { month in one["manifestSha256"]?.string.map { (month, $0) } }
    }
    guard closings.count == list.count, Set(closings.map(\.0)).count == list.count else {
      throw .init(.manifestMalformed)
    }
    (self.path, self.year, self.last, self.files, self.seal) = (path, year, last, files, seal)
    organisation = (name, siren)
    self.closings = Dictionary(uniqueKeysWithValues: closings)
    sha256 = hexadecimal(hash(bytes))
  }

  private func findings(_ message: SignedMessage, _ circumstances: Circumstances) -> [Finding] {
    let (own, signature) = (
      join(path, SignedName.archive.text), join(path, SignedName.archive.signature)
    )
    var findings = circumstances.findings(who: message, month: last, at: signature)
    findings += circumstances.findings(when: seal, proof: seal.stamp?.time, at: signature)
    if let siren = circumstances.trust.siren, siren != organisation.siren {
      findings.append(Finding(.wrongOrganisation, own))
    }
    let times = [seal.signedAt, seal.stamp?.time].compactMap(\.self)
    if let end = Month(last)?.end, times.contains(where: { $0 < end }) {
      findings.append(Finding(.timeBeforePeriod, own))
    }
    if circumstances.requireTimestamp, seal.stamp == nil {
      findings.append(Finding(.timestampMissing, join(path, SignedName.archive.timestamp)))
    }
    return findings
  }

  /// Checks that the archive holds what it lists and nothing else.
  func verified() -> [Finding] {
    var content = ClosingContent(path: path, findings: [])
    let name = SignedName.archive
    content.check(files, besides: [name.text, name.signature, name.timestamp], isSafe: isSafe)
    for name in tree(path) where !content.listed.contains(name) {
      content.findings.append(Finding(.fileUnlisted, join(path, name)))
    }
    return content.findings
  }

  /// The folders of the closings it should hold.
  var closingPaths: [String] { closings.keys.sorted().map { join(join(path, "closings"), $0) } }

  var facts: ArchiveFacts {
    ArchiveFacts(
      path: path, organisation: organisation.name, year: year, manifestSha256: sha256,
      signer: seal.facts, files: files.count, closings: closings.count)
  }
}

/// Whether a path stays within the archive and means the same on every system.
private func isSafe(_ file: ListedFile) -> Bool {
  let parts = file.path.split(separator: "/", omittingEmptySubsequences: false)
  return (1...3).contains(parts.count)
    && parts.allSatisfy { part in
      !part.isEmpty && part.utf8.count <= 100 && !part.hasPrefix(".") && !part.hasSuffix(".")
        && part.utf8.allSatisfy {
          (97...122).contains($0) || (65...90).contains($0) || (48...57).contains($0)
            || "-._".utf8.contains($0)
        }
    }
}

/// All names below a folder, as paths within it; folders that hold nothing stand for themselves.
private func tree(_ path: String, depth: Int = 0) -> [String] {
  names(in: path).flatMap { name -> [String] in
    let place = join(path, name)
    guard kind(place) == .folder, depth < 3 else { return [name] }
    let inside = tree(place, depth: depth + 1).map { "\(name)/\($0)" }
    return inside.isEmpty ? [name] : inside
  }
}

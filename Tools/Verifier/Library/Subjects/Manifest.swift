/// What a closing's manifest says.
struct Manifest {
  static let format = "soleil-closing/1"

  let organisation: (name: String, siren: String)
  let month: String
  let sequence: Int
  let previous: String
  let closedAt: String
  let log: TreeHead
  /// The proof that the log goes on from the one of the closing before, when it is told.
  let consistency: [String]?
  let statements: TreeHead
  let totals: Totals
  let files: [ListedFile]

  /// Reads a manifest that is known to be signed.
  ///
  /// - Throws: `jsonMalformed`, `jsonDuplicateKey`, `jsonNotCanonical`, `formatUnknown`,
  ///   `manifestMalformed`.
  init(_ bytes: [UInt8]) throws(JSONFault) {
    let json = try JSON(canonical: bytes)
    guard json["format"]?.string == Manifest.format else { throw .init(.formatUnknown) }
    guard let name = json["organisation"]?["name"]?.string,
      let siren = json["organisation"]?["siren"]?.string,
      let month = json["month"]?.string, Month(month) != nil,
      let sequence = json["sequence"]?.integer, sequence >= 1,
      let closedAt = json["closedAt"]?.string, instant(closedAt) != nil,
      let log = TreeHead(json["log"], count: "size"),
      let statements = TreeHead(json["statements"], count: "count"),
      let totals = Totals(json["totals"]), let files = ListedFile.list(json["files"])
    else { throw .init(.manifestMalformed) }
    organisation = (name, siren)
    self.month = month
    self.sequence = sequence
    previous = try Manifest.previous(json["previousManifestSha256"], sequence: sequence)
    self.closedAt = closedAt
    self.log = log
    self.statements = statements
    self.totals = totals
    self.files = files
    consistency = try json["log"]?["consistency"].map(Manifest.digests)
  }

  private static func digests(_ json: JSON) throws(JSONFault) -> [String] {
    let digests = json.array?.compactMap(\.string).filter(isDigest)
    guard let digests, digests.count == json.array?.count, digests.count <= 128 else {
      throw .init(.manifestMalformed)
    }
    return digests
  }

  /// The digest of the manifest before; the first has none, or an empty one, or one of zeros.
  private static func previous(_ json: JSON?, sequence: Int) throws(JSONFault) -> String {
    let text = json?.string ?? ""
    let isNone = text.utf8.allSatisfy { $0 == 48 } && (text.isEmpty || text.utf8.count == 64)
    guard sequence == 1 ? isNone && (json == nil || json?.string != nil) : isDigest(text) else {
      throw .init(.manifestMalformed)
    }
    return text
  }
}

/// The size and root of a tree.
struct TreeHead: Equatable {
  let size: Int
  let root: String

  init(size: Int, root: String) {
    self.size = size
    self.root = root
  }

  init?(_ json: JSON?, count: String) {
    guard let size = json?[count]?.integer, size >= 0, let root = json?["root"]?.string,
      isDigest(root)
    else { return nil }
    self.init(size: size, root: root)
  }
}

/// The totals of a closing.
struct Totals {
  let debitCents: Int
  let creditCents: Int
  let entries: Int
  let wh: Int
  /// Since the book began; not every manifest tells them.
  let perpetualDebitCents: Int?
  let perpetualWh: Int?

  fileprivate init?(_ json: JSON?) {
    guard let json, let debit = json["debitCents"]?.integer,
      let credit = json["creditCents"]?.integer, let entries = json["entries"]?.integer,
      let wh = json["wh"]?.integer
    else { return nil }
    (debitCents, creditCents, self.entries, self.wh) = (debit, credit, entries, wh)
    perpetualDebitCents = json["perpetualDebitCents"]?.integer
    perpetualWh = json["perpetualWh"]?.integer
  }
}

/// A file that something signed lists.
struct ListedFile {
  let path: String
  let bytes: Int
  let sha256: String

  private init?(_ json: JSON) {
    guard let path = json["path"]?.string, let bytes = json["bytes"]?.integer, bytes >= 0,
      let sha256 = json["sha256"]?.string, isDigest(sha256)
    else { return nil }
    self.path = path
    self.bytes = bytes
    self.sha256 = sha256
  }

  /// A whole list of at most ten thousand.
  static func list(_ json: JSON?) -> [ListedFile]? {
    guard let list = json?.array, list.count <= 10_000 else { return nil }
    let files = list.compactMap { ListedFile($0) }
    return files.count == list.count ? files : nil
  }

  /// Whether the path is a plain name in the folder itself, the same on every system.
  ///
  /// Lower-case ASCII, so that no two names can meet on a disk that ignores case; the one exception
  /// is the note for readers, whose name the interface fixes.
  var isSafe: Bool {
    if path == "LISEZMOI.txt" { return true }
    let marks: Set<UInt8> = Set("-._".utf8)
    return !path.isEmpty && path.utf8.count <= 100 && !path.hasPrefix(".")
      && !path.hasPrefix("manifest.json")
      && path.utf8.allSatisfy {
        (97...122).contains($0) || (48...57).contains($0) || marks.contains($0)
      }
  }
}

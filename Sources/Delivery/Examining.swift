public import Exports
import Store
public import Units

/// Examines a tax file, whoever wrote it.
///
/// - Throws: ``StoreRefusal`` for a file that cannot be read.
public func examineTaxFile(_ path: String) throws -> FECReport {
  var checker = FECChecker(name: fileName(path))
  try eachPiece(of: path) { checker.add($0) }
  return checker.finish()
}

/// Tells two tax files apart.
///
/// - Throws: ``StoreRefusal`` for a file that cannot be read.
public func compareTaxFiles(_ before: String, _ after: String) throws -> FECDifference {
  try index(of: before).difference(to: index(of: after))
}

private func index(of path: String) throws -> FECIndex {
  var index = FECIndex()
  try eachPiece(of: path) { index.add($0) }
  index.finish()
  return index
}

/// What the exports that a book remembers say of a tax file.
public enum TaxFileTrace: Hashable, Sendable {
  /// These very bytes were exported then.
  case exported(at: Instant)
  /// A file of this name was exported then, and never these bytes: it was changed since.
  case altered(at: Instant)
  /// No export has these bytes or this name.
  case unknown

  /// Looks a file up by its fingerprint, then by its name.
  ///
  /// - Throws: ``StoreRefusal`` for a file that cannot be read.
  public init(
    of path: String, among exports: [(at: Instant, record: ExportRecord)]
  ) throws {
    let (fingerprint, name) = (try digest(of: path), fileName(path))
    let files = exports.filter { $0.record.what == "fec" }
    if let same = files.last(where: { $0.record.digest == fingerprint }) {
      self = .exported(at: same.at)
    } else if let namesake = files.last(where: { $0.record.file == name }) {
      self = .altered(at: namesake.at)
    } else {
      self = .unknown
    }
  }

  /// Its name for programs.
  public var code: String {
    switch self {
    case .exported: "exported"
    case .altered: "altered"
    case .unknown: "unknown"
    }
  }

  /// When the export that it is, or was, happened.
  public var at: Instant? {
    switch self {
    case .exported(let at), .altered(let at): at
    case .unknown: nil
    }
  }

  /// Whether somebody changed what the book exported.
  public var isAltered: Bool {
    if case .altered = self { true } else { false }
  }
}

public import Exports
import Store

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

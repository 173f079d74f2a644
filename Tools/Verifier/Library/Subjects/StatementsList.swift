/// The statements of a month, as its closing lists them in `statements.csv`.
struct StatementsList {
  static let name = "statements.csv"

  /// The leaves of the tree of statements, in their order, each 64 hexadecimal digits.
  let leaves: [String]

  /// Reads the column of leaves.
  ///
  /// - Returns: nothing when there is no such column, or a row has no digest in it.
  init?(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self).split(separator: ",", omittingEmptySubsequences: false)
    }
    guard let heading = lines.first, let column = heading.firstIndex(of: "leaf"),
      lines.last == [""]
    else { return nil }
    let rows = lines.dropFirst().dropLast()
    leaves = rows.compactMap { row in
      row.count == heading.count && isDigest(String(row[column])) ? String(row[column]) : nil
    }
    guard leaves.count == rows.count else { return nil }
  }

  /// What the leaves amount to.
  var tree: TreeHead {
    TreeHead(
      size: leaves.count, root: hexadecimal(merkleRoot(leaves.map { octets($0) }[...])))
  }

  /// How many of the list are among these leaves.
  func present(among statements: Set<[UInt8]>) -> Int {
    leaves.count { statements.contains(octets($0)) }
  }
}

extension AuthenticFolder {
  /// Whether the manifest lists `statements.csv`.
  var listsStatements: Bool { manifest.files.contains { $0.path == StatementsList.name } }

  /// The list of statements, when it is the one signed and its root too, and what was found.
  func statementsList() -> (StatementsList?, [Finding]) {
    guard let file = manifest.files.first(where: { $0.path == StatementsList.name }) else {
      return (nil, [])
    }
    let place = join(path, StatementsList.name)
    do {
      let bytes = try content(of: place, most: 1 << 26)
      guard hexadecimal(hash(bytes)) == file.sha256 else {
        return (nil, [Finding(.fileAltered, place)])
      }
      guard let list = StatementsList(bytes), list.tree == manifest.statements else {
        return (nil, [Finding(.statementsRootWrong, place)])
      }
      return (list, [])
    } catch { return (nil, [Finding(error.code, place)]) }
  }
}

/// The root over leaves that are hashed already.
///
/// - Source: RFC 6962 § 2.1.
private func merkleRoot(_ leaves: ArraySlice<[UInt8]>) -> [UInt8] {
  guard leaves.count > 1 else { return leaves.first ?? hash([UInt8]()) }
  var half = 1
  while half * 2 < leaves.count { half *= 2 }
  let middle = leaves.startIndex + half
  return hash([1] + merkleRoot(leaves[..<middle]) + merkleRoot(leaves[middle...]))
}

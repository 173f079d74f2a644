import Units

extension Examination {
  /// The closing folders beside the book are those of its closings.
  ///
  /// A folder newer than the book means that an old copy of the book was put in its place: what was
  /// closed since would be closed again, otherwise.
  func folders(_ result: inout SoundnessResult) throws {
    let known = Dictionary(
      try page.closings().map { ($0.month, $0) }, uniquingKeysWith: { first, _ in first })
    let last = known.keys.max()
    var found: Set<Month> = []
    let names = Disk.isFolder(closings) ? try Disk.names(in: closings) : []
    for month in names.compactMap({ try? Month($0) }) {
      found.insert(month)
      if let closing = known[month] {
        if !holds(closing) { result.note(.folderIsOther(month)) }
      } else if last.map({ month > $0 }) ?? true {
        result.note(.bookIsOlderThanFolder(month))
      } else {
        result.note(.folderIsUnknown(month))
      }
    }
    result.count(.folders, found.count)
    let missing = known.keys.filter { !found.contains($0) }.sorted()
    if !missing.isEmpty { result.note(.foldersAreMissing(missing)) }
  }

  private func holds(_ closing: StoredClosing) -> Bool {
    let folder = "\(closings)/\(closing.month)"
    return (try? Disk.read("\(folder)/manifest.json")) == closing.manifest
      && (try? Disk.read("\(folder)/manifest.json.p7s")) == closing.signature
  }
}

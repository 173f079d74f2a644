import Seal
import Text
import Units

extension Examination {
  /// The closing folders beside the book are those of its closings.
  ///
  /// A folder newer than the book means that an old copy of the book was put in its place: what was
  /// closed since would be closed again, otherwise.
  func folders(_ result: inout SoundnessResult) throws {
    let known = Dictionary(
      try page.closings().map { ($0.month, $0) }, uniquingKeysWith: { first, _ in first })
    let stamps = try stampDigests()
    let last = known.keys.max()
    var found: Set<Month> = []
    let names = Disk.isFolder(closings) ? try Disk.names(in: closings) : []
    for month in names.compactMap({ try? Month($0) }) {
      found.insert(month)
      if let closing = known[month] {
        if !holds(closing) { result.note(.folderIsOther(month)) }
        if let stamp = stamps[month.description], !holds(stamp, of: month) {
          result.note(.stampIsOther(month))
        }
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

  /// The digests of the closings' time stamps, by month, as the log has them.
  private func stampDigests() throws -> [String: String] {
    let stamps = try page.events(kind: "timestamp").filter { $0.body["file"] == "tsr" }.compactMap {
      stamp -> (String, String)? in
      guard let document = stamp.body["document"]?.stringValue,
        let digest = stamp.body["fileSha256"]?.stringValue
      else { return nil }
      return (document, digest)
    }
    return Dictionary(stamps) { _, last in last }
  }

  private func holds(_ stamp: String, of month: Month) -> Bool {
    let bytes = try? Disk.read("\(closings)/\(month)/manifest.json.p7s.tsr")
    return bytes.map { sha256($0).hex } == stamp
  }
}

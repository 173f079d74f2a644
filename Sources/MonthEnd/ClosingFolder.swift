import Store
import Units

/// The folder of a closing on disk: written in full under a provisional name, then renamed.
struct ClosingFolder {
  let path: String
  let provisional: String

  init(month: Month, in closings: String) {
    path = "\(closings)/\(month)"
    provisional = "\(closings)/.\(month).partial"
  }

  /// Clears what an interrupted closing left, and refuses to overwrite a folder.
  func prepare() throws(StoreRefusal) {
    guard !Disk.exists(path) else { throw .folderIsForeign(path) }
    Disk.remove(provisional)
  }

  func write(_ files: [(name: String, bytes: [UInt8])]) throws(StoreRefusal) {
    try Disk.makeFolder(provisional)
    for file in files { try Disk.create("\(provisional)/\(file.name)", file.bytes) }
  }

  /// Gives the folder its name, unless another process that found it finished did so.
  func publish() throws(StoreRefusal) {
    do { try Disk.rename(provisional, to: path) } catch {
      guard Disk.exists(path), !Disk.exists(provisional) else { throw error }
    }
  }

  /// Puts the folder of a closed month in place when a crash came between commit and renaming.
  func finish(_ closing: StoredClosing) {
    guard !Disk.exists(path),
      let manifest = try? Disk.read("\(provisional)/manifest.json"), manifest == closing.manifest
    else { return }
    try? publish()
  }
}

extension MonthEnd {
  /// Puts in place the folders of closed months whose renaming a crash prevented.
  public func finishFolders() throws {
    for closing in try book.read({ try $0.closings() }) {
      ClosingFolder(month: closing.month, in: closings).finish(closing)
    }
  }
}

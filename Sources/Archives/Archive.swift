import Units

/// A zip archive in memory: the files in it, unpacked one at a time and within bounds.
///
/// Nothing is ever written to a disk, so the paths in it are mere names. Its table of contents is
/// believed only as far as it agrees with itself: no two files share a byte, each unpacks to just the
/// size and check sum it states.
///
/// - Source: APPNOTE.TXT, PKWARE, §§ 4.3.6 to 4.3.16; the attack that files which overlap make possible
///   is D. Fifield, "A better zip bomb", WOOT 2019.
public struct Archive: Sendable {
  /// A file in the archive.
  public struct Member: Hashable, Sendable {
    /// Its path within the archive; control characters are shown as `?`.
    public let name: String
    /// Its size unpacked, in bytes.
    public let size: Int
    let method: Int
    let checksum: UInt32
    let packed: Range<Int>
  }

  /// How much is believed of an archive.
  public struct Bounds: Hashable, Sendable {
    /// The most files.
    public var files = 10_000
    /// The most bytes of all files unpacked.
    public var bytes: Int64 = 1 << 30

    /// The usual ones: ten thousand files, a gibibyte.
    public init() {}
  }

  /// The files, in order of name; folders are left out.
  public let members: [Member]
  let bytes: [UInt8]

  /// Whether bytes begin as those of a zip archive do.
  public static func begins(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6])
  }

  /// Reads the table of contents.
  ///
  /// - Throws: ``ArchiveRefusal``.
  /// - Complexity: O(n log n) in the number of files.
  public init(_ bytes: [UInt8], within bounds: Bounds = Bounds()) throws(ArchiveRefusal) {
    self.bytes = bytes
    let contents = try Contents(bytes)
    guard contents.count <= bounds.files else {
      throw .archiveHasTooManyFiles(contents.count, most: bounds.files)
    }
    var members: [Member] = []
    var at = contents.start
    for _ in 0..<contents.count {
      let (member, next) = try Archive.member(bytes, at, end: contents.end)
      if let member { members.append(member) }
      at = next
    }
    guard at == contents.end else { throw .archiveIsDamaged }
    let total = members.reduce(Int64(0)) { $0 + Int64($1.size) }
    guard total <= bounds.bytes else {
      throw .archiveIsTooLarge(bytes: total, most: bounds.bytes)
    }
    try Archive.checkApart(members, before: contents.start)
    self.members = members.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// No byte belongs to two files, nor to a file and the table of contents.
  private static func checkApart(
    _ members: [Member], before start: Int
  ) throws(ArchiveRefusal) {
    var end = 0
    for packed in members.map(\.packed).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      guard packed.lowerBound >= end, packed.upperBound <= start else { throw .archiveIsDamaged }
      end = packed.upperBound
    }
  }

  /// Reads one line of the table of contents, and finds its file; nothing for a folder.
  private static func member(
    _ bytes: [UInt8], _ at: Int, end: Int
  ) throws(ArchiveRefusal) -> (Member?, next: Int) {
    guard at + 46 <= end, bytes.number(at, 4) == 0x0201_4B50 else { throw .archiveIsDamaged }
    let lengths = [28, 30, 32].map { Int(bytes.number(at + $0, 2)) }
    let next = at + 46 + lengths.reduce(0, +)
    guard next <= end else { throw .archiveIsDamaged }
    let rawName = bytes[at + 46..<at + 46 + lengths[0]]
    let name = readable(rawName)
    if rawName.last == UInt8(ascii: "/") { return (nil, next) }
    guard bytes.number(at + 8, 2) & 1 == 0 else { throw .memberIsEncrypted(name) }
    let method = Int(bytes.number(at + 10, 2))
    let (packed, size) = (bytes.number(at + 20, 4), bytes.number(at + 24, 4))
    let header = bytes.number(at + 42, 4)
    // All ones say that the true number stands elsewhere, as archives over four gibibytes have it.
    guard method == 0 || method == 8, bytes.number(at + 34, 2) == 0,
      ![packed, size, header].contains(0xFFFF_FFFF)
    else { throw .packingIsUnknown(name, method: method) }
    let data = try content(bytes, Int(header), of: rawName, packed: Int(packed))
    guard method == 8 || packed == size else { throw .archiveIsDamaged }
    let member = Member(
      name: name, size: Int(size), method: method, checksum: bytes.number(at + 16, 4), packed: data)
    return (member, next)
  }

  /// Where the packed bytes of a file lie: after a heading of its own, which must name it alike.
  private static func content(
    _ bytes: [UInt8], _ header: Int, of name: ArraySlice<UInt8>, packed: Int
  ) throws(ArchiveRefusal) -> Range<Int> {
    guard header + 30 <= bytes.count, bytes.number(header, 4) == 0x0403_4B50 else {
      throw .archiveIsDamaged
    }
    let length = Int(bytes.number(header + 26, 2))
    let start = header + 30 + length + Int(bytes.number(header + 28, 2))
    guard start + packed <= bytes.count,
      bytes[header + 30..<min(bytes.count, header + 30 + length)] == name
    else { throw .archiveIsDamaged }
    return start..<start + packed
  }

  private static func readable(_ name: ArraySlice<UInt8>) -> String {
    String(
      String(decoding: name, as: UTF8.self).map { character in
        character.unicodeScalars.contains { $0.value < 32 || (127..<160).contains($0.value) }
          ? "?" : character
      })
  }
}

/// Where the table of contents lies.
private struct Contents {
  let start: Int
  let end: Int
  let count: Int

  /// Looks from the end for the last record, behind which only a comment of the stated length stands.
  init(_ bytes: [UInt8]) throws(ArchiveRefusal) {
    var at = bytes.count - 22
    let first = max(0, at - 0xFFFF)
    while at >= first {
      if bytes.number(at, 4) == 0x0605_4B50,
        at + 22 + Int(bytes.number(at + 20, 2)) == bytes.count
      {
        break
      }
      at -= 1
    }
    guard at >= first, at >= 0 else { throw .archiveIsDamaged }
    let counts = [8, 10].map { Int(bytes.number(at + $0, 2)) }
    let (size, offset) = (bytes.number(at + 12, 4), bytes.number(at + 16, 4))
    guard bytes.number(at + 4, 4) == 0, counts[0] == counts[1], size != 0xFFFF_FFFF,
      offset != 0xFFFF_FFFF
    else { throw .packingIsUnknown("", method: -1) }
    start = Int(offset)
    end = start + Int(size)
    count = counts[0]
    guard end <= at else { throw .archiveIsDamaged }
  }
}

extension [UInt8] {
  /// A number of two or four bytes, little end first; zero beyond the end.
  fileprivate func number(_ at: Int, _ count: Int) -> UInt32 {
    guard at >= 0, at + count <= self.count else { return 0 }
    return (0..<count).reduce(0) { $0 | UInt32(self[at + $1]) << UInt32(8 * $1) }
  }
}

import Archives
import Foundation
import TestSupport
import Testing

/// A zip archive hands over what it holds, byte for byte, or says why not.
@Suite struct ArchiveTests {
  /// A file as a zip archive keeps it, stored; each part can be told wrong.
  private struct Entry {
    var name = "a.csv"
    var content = Array("bonjour".utf8)
    var method: UInt16 = 0
    var flags: UInt16 = 0
    var size: UInt32?
    var checksum: UInt32?
    var offset: UInt32?
    var localName: String?
  }

  private func bytes<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    unsafe withUnsafeBytes(of: number.littleEndian) { unsafe Array($0) }
  }

  /// The check sum of PKZIP, bit by bit: the other road.
  private func crc(_ content: [UInt8]) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in content {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }

  private func zip(_ entries: [Entry], count: UInt16? = nil, comment: String = "") -> [UInt8] {
    var archive: [UInt8] = []
    var contents: [UInt8] = []
    for entry in entries {
      let place = UInt32(archive.count)
      let local = Array((entry.localName ?? entry.name).utf8)
      let name = Array(entry.name.utf8)
      let packed = UInt32(entry.content.count)
      let sums =
        bytes(entry.checksum ?? crc(entry.content)) + bytes(packed) + bytes(entry.size ?? packed)
      let head = bytes(UInt16(20)) + bytes(entry.flags) + bytes(entry.method) + bytes(UInt32(0))
      archive +=
        [0x50, 0x4B, 3, 4] + head + sums + bytes(UInt16(local.count)) + bytes(UInt16(0)) + local
        + entry.content
      contents +=
        [0x50, 0x4B, 1, 2] + bytes(UInt16(20)) + head + sums + bytes(UInt16(name.count))
        + bytes(UInt16(0)) + bytes(UInt16(0)) + bytes(UInt16(0)) + bytes(UInt16(0))
        + bytes(UInt32(0)) + bytes(entry.offset ?? place) + name
    }
    let number = count ?? UInt16(entries.count)
    return archive + contents + [0x50, 0x4B, 5, 6] + bytes(UInt32(0)) + bytes(number)
      + bytes(number) + bytes(UInt32(contents.count)) + bytes(UInt32(archive.count))
      + bytes(UInt16(comment.utf8.count)) + Array(comment.utf8)
  }

  private func code(_ archive: [UInt8], _ bounds: Archive.Bounds = .init()) -> String? {
    do throws(ArchiveRefusal) {
      let archive = try Archive(archive, within: bounds)
      for member in archive.members { _ = try archive.content(of: member) }
      return nil
    } catch { return error.code }
  }

  @Test func `files come in order of name, folders do not`() throws {
    let archive = try Archive(
      zip(
        [
          Entry(name: "b/z.csv", content: []), Entry(name: "b/", content: []), Entry(name: "a.csv"),
          Entry(name: "é\u{1B}.csv"),
        ], comment: "PK\u{5}\u{6} pas une fin"))
    #expect(archive.members.map(\.name) == ["a.csv", "b/z.csv", "é?.csv"])
    #expect(try archive.content(of: archive.members[0]) == Array("bonjour".utf8))
    #expect(try archive.content(of: archive.members[1]).isEmpty)
  }

  private static let wrong: [(Entry, String)] = [
    (Entry(checksum: 1), "archive-member-is-damaged"),
    (Entry(method: 8), "archive-member-is-damaged"),
    (Entry(flags: 1), "archive-member-is-encrypted"),
    (Entry(method: 12), "archive-packing-is-unknown"),
    (Entry(size: 8), "archive-is-damaged"),
    (Entry(size: 0xFFFF_FFFF), "archive-packing-is-unknown"),
    (Entry(offset: 7), "archive-is-damaged"), (Entry(offset: 0xFFFF_0000), "archive-is-damaged"),
    (Entry(localName: "b.csv"), "archive-is-damaged"),
    (Entry(method: 8, size: 2_000_000_000), "archive-is-too-large"),
  ]

  @Test(arguments: wrong.indices) func `what contradicts itself is refused by name`(index: Int) {
    let (entry, expected) = Self.wrong[index]
    #expect(code(zip([entry])) == expected)
  }

  @Test
  func `files that share bytes are refused: that is how a small archive unfolds into a huge one`() {
    #expect(code(zip([Entry(), Entry(offset: 0)])) == "archive-is-damaged")
  }

  @Test func `more files, or fewer, than stated are refused`() {
    #expect(code(zip([Entry()], count: 2)) == "archive-is-damaged")
    #expect(code(zip([Entry(), Entry(name: "b.csv")], count: 1)) == "archive-is-damaged")
    var bounds = Archive.Bounds()
    bounds.files = 1
    #expect(code(zip([Entry(), Entry(name: "b.csv")]), bounds) == "archive-has-too-many-files")
  }

  @Test func `an archive cut anywhere is refused, and never read past its end`() {
    let whole = zip([Entry(), Entry(name: "b.csv")])
    for count in whole.indices { #expect(code(Array(whole.prefix(count))) != nil, "\(count)") }
  }

  @Test(arguments: 0..<2_000) func `a changed byte is refused or changes no content`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    var bytes = zip([Entry(), Entry(name: "b.csv", content: Array("monde".utf8))])
    bytes[Int(random.next() % UInt64(bytes.count))] ^= 1 << UInt8(random.next() % 8)
    guard let archive = try? Archive(bytes) else { return }
    for member in archive.members {
      guard let content = try? archive.content(of: member) else { continue }
      #expect([Array("bonjour".utf8), Array("monde".utf8)].contains(content))
    }
  }

  private static let python = Judge.python(["zipfile"])

  /// Archives that another program makes: deflated, in folders, with names beyond ASCII, from a pipe.
  @Test(.enabled(if: python.isInstalled, "no Python here"))
  func `what another program packs comes out as it went in`() throws {
    let folder = try TemporaryFolder()
    let script = """
      import sys, zipfile
      class Pipe:
          def __init__(self, f): self.f = f
          def write(self, b): return self.f.write(b)
          def flush(self): self.f.flush()
      names = ["vide.csv", "dossier/été.csv", "long.csv"]
      texts = [b"", "à côté\\n".encode(), b"2025-01-01;0\\n" * 200000]
      for out, wrap in [("a.zip", lambda f: f), ("b.zip", Pipe)]:
          with open(sys.argv[1] + "/" + out, "wb") as f:
              with zipfile.ZipFile(wrap(f), "w", zipfile.ZIP_DEFLATED) as z:
                  for n, t in zip(names, texts): z.writestr(n, t)
      """
    _ = try Self.python.run(["-c", script, folder.path])
    for name in ["a.zip", "b.zip"] {
      let archive = try Archive(folder.bytes(name))
      #expect(archive.members.map(\.name) == ["dossier/été.csv", "long.csv", "vide.csv"])
      #expect(try archive.content(of: archive.members[0]) == Array("à côté\n".utf8))
      let long = try archive.content(of: archive.members[1])
      #expect(long.count == 2_600_000 && long.suffix(3) == Array(";0\n".utf8)[...])
      #expect(try archive.content(of: archive.members[2]).isEmpty)
    }
  }
}

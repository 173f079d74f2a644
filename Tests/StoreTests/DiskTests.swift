import Foundation
import Store
import TestSupport
import Testing

/// Files and folders: what cannot be read or written is refused by name.
@Suite struct DiskTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func code(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch { return (error as? StoreRefusal)?.code }
  }

  @Test func `a file comes back as it was written, of any length`() throws {
    for count in [0, 1, 65_535, 65_536, 65_537, 200_001] {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37) }
      try Disk.create(folder.path("f\(count)"), bytes)
      #expect(try Disk.read(folder.path("f\(count)")) == bytes)
    }
  }

  @Test func `a pipe, a folder and nothing are not read`() throws {
    let pipe = folder.path("pipe")
    #expect(unsafe mkfifo(pipe, 0o600) == 0)
    #expect(code { _ = try Disk.read(pipe) } == "file-is-not-regular")
    #expect(code { _ = try Disk.read(folder.path) } == "file-is-not-regular")
    #expect(code { _ = try Disk.read("/dev/null") } == "file-is-not-regular")
    #expect(code { _ = try Disk.read(folder.path("none")) } == "file-cannot-be-opened")
    #expect(code { _ = try Disk.names(in: folder.path("none")) } == "file-cannot-be-opened")
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func `a file without the right to read is not read`() throws {
    let path = try folder.write("secret", "x")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    #expect(code { _ = try Disk.read(path) } == "file-cannot-be-opened")
  }

  @Test func `nothing is created over something`() throws {
    let path = try folder.write("there", "old")
    #expect(code { try Disk.create(path, [1]) } == "file-cannot-be-created")
    #expect(try folder.bytes("there") == Array("old".utf8))
    #expect(code { try Disk.create(folder.path("no/where"), [1]) } == "file-cannot-be-created")
    #expect(code { try Disk.makeFolder("\(path)/below") } == "file-cannot-be-created")
    #expect(code { try Disk.rename(folder.path("none"), to: path) } == "disk-failed")
  }

  @Test func `a replacement is whole and leaves nothing beside it`() throws {
    let path = try folder.write("there", "old")
    try folder.write("there.partial", "left by a crash")
    try Disk.replace(path, Array("new".utf8), mode: 0o600)
    #expect(try folder.contents().mapValues { Array($0) } == ["there": Array("new".utf8)])
  }

  @Test func `names come by byte, and folders are made and removed with what they hold`() throws {
    try Disk.makeFolder(folder.path("a/b/c"))
    for name in ["é", "Z", "a", ".hidden"] { try folder.write("a/\(name)", "x") }
    #expect(try Disk.names(in: folder.path("a")) == [".hidden", "Z", "a", "b", "é"])
    #expect(Disk.isFolder(folder.path("a/b/c")) && !Disk.isFolder(folder.path("a/Z")))
    Disk.remove(folder.path("a"))
    #expect(!Disk.exists(folder.path("a")))
  }

  @Test(arguments: [("book", "."), ("a/book", "a"), ("/book", "/"), ("/a/b/book", "/a/b")])
  func `the folder of a path`(path: String, expected: String) {
    #expect(Disk.folder(of: path) == expected)
  }
}

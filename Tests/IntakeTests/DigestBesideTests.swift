// The source of blocks is asked itself: no file of the tests is long enough to need it twice.
import Production
import Seal
import Store
import TestSupport
import Testing
import Units

@testable import Intake

@Suite struct DigestBesideTests {
  /// Nine million bytes that repeat at no block's length.
  private static let bytes: [UInt8] = (0..<9_000_000).map { UInt8(truncatingIfNeeded: $0 % 251) }

  private func take(_ source: BytesOnDisk, most: Int = .max) throws -> [UInt8] {
    var all: [UInt8] = []
    var block = Array(repeating: UInt8(0), count: Disk.Blocks.size)
    while all.count < most {
      let size = try source.fill(&block)
      if size == 0 { break }
      all += block[..<size]
    }
    return all
  }

  @Test func `a long file comes whole, in order, with its digest, and again when asked`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("long.csv")
    try Disk.create(path, Self.bytes)
    let source = try BytesOnDisk(path)
    #expect(try take(source, most: 300_000).count >= 300_000)
    try source.rewind()
    #expect(try take(source) == Self.bytes)
    #expect(try take(source).isEmpty)
    #expect(try source.digest() == sha256(Self.bytes))
    #expect(source.count == Self.bytes.count)
  }

  @Test func `a file that is written to between two readings of it is refused`() throws {
    let folder = try TemporaryFolder()
    for count in [10, 9_000_000] {
      let path = folder.path("grown-\(count).csv")
      try Disk.create(path, Array(Self.bytes[..<count]))
      let source = try BytesOnDisk(path)
      _ = try take(source)
      Disk.remove(path)
      try Disk.create(path, Array(Self.bytes[1..<count]))
      try source.rewind()
      _ = try take(source)
      #expect(throws: IntakeRefusal.fileChanged(path)) { try source.digest() }
    }
  }

  @Test func `who stops early leaves nothing waiting`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("long.csv")
    try Disk.create(path, Self.bytes)
    for blocks in 0..<8 {
      let read = try take(BytesOnDisk(path), most: blocks * DigestBeside.size)
      #expect(read.count == blocks * DigestBeside.size)
    }
  }

  @Test func `a short file and an empty one need no thread`() throws {
    let folder = try TemporaryFolder()
    for count in [0, 1, 131_072, 131_073] {
      let path = folder.path("short-\(count).csv")
      try Disk.create(path, Array(Self.bytes[..<count]))
      let source = try BytesOnDisk(path)
      #expect(try take(source) == Array(Self.bytes[..<count]))
      #expect(try source.digest() == sha256(Self.bytes[..<count]))
    }
  }
}

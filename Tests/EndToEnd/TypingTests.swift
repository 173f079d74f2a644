import Foundation
import TestSupport
import Testing

/// A passphrase typed at a terminal: asked for twice when it is new, and never shown.
@Suite struct TypingTests {
  /// A terminal of our own, the program on one end and the test on the other.
  private struct Typed {
    let code: Int32
    let screen: String

    /// Runs the program with this terminal; each line is typed when a prompt has come.
    init(_ arguments: [String], typing lines: [String], in folder: String) throws {
      let master = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY)
      defer { close(master) }
      // TIOCSPTLCK and TIOCGPTN of asm/ioctls.h: unlock the other end, and ask for its number.
      var (locked, number) = (Int32(0), Int32(-1))
      #expect(unsafe ioctl(master, 0x4004_5431, &locked) == 0)
      #expect(unsafe ioctl(master, 0x8004_5430, &number) == 0)
      let name = "/dev/pts/\(number)"
      let slave = unsafe open(name, O_RDWR | O_NOCTTY)
      defer { close(slave) }
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/setsid")
      process.arguments = ["--ctty", "--wait", Program.soleil.path] + arguments
      process.environment = Program.environment
      process.currentDirectoryURL = URL(filePath: folder)
      process.standardInput = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
      process.standardOutput = FileHandle.nullDevice
      let errors = Pipe()
      process.standardError = errors
      try process.run()
      var screen: [UInt8] = []
      for line in lines {
        var block = [UInt8](repeating: 0, count: 4096)
        let count = unsafe read(master, &block, block.count)
        screen += block.prefix(max(0, count))
        let typed = Array("\(line)\n".utf8)
        #expect(unsafe write(master, typed, typed.count) == typed.count)
      }
      let text = errors.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      code = process.terminationStatus
      self.screen = String(decoding: screen + text, as: UTF8.self)
    }
  }

  @Test(
    .enabled(
      if: FileManager.default.isWritableFile(atPath: "/dev/ptmx"), "there are no terminals here"))
  func `a new passphrase is typed twice, and shown never`() throws {
    let folder = try Prepared.copy(.tiny, .open)
    for name in ["keys", "trust"] { try FileManager.default.removeItem(atPath: folder.path(name)) }
    let differ = try Typed(
      ["key", "create"], typing: ["quatre mots bien longs", "quatre autres mots longs"],
      in: folder.path)
    #expect(differ.code == 64 && differ.screen.contains("[passphrases-differ]"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("keys")))
    let same = try Typed(
      ["key", "create"], typing: ["quatre mots bien longs", "quatre mots bien longs"],
      in: folder.path)
    #expect(same.code == 0, "\(same.screen)")
    let closed = try Typed(
      ["close", "2025-01"], typing: ["quatre mots bien longs"], in: folder.path)
    #expect(closed.code == 0, "\(closed.screen)")
    for typed in [differ, same, closed] { #expect(!typed.screen.contains("mots")) }
  }
}

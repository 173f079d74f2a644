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
      let master = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
      defer { close(master) }
      // TIOCSPTLCK and TIOCGPTN of asm/ioctls.h: unlock the other end, and ask for its number.
      var (locked, number) = (Int32(0), Int32(-1))
      #expect(unsafe ioctl(master, 0x4004_5431, &locked) == 0)
      #expect(unsafe ioctl(master, 0x8004_5430, &number) == 0)
      let name = "/dev/pts/\(number)"
      let slave = unsafe open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
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
      close(slave)
      var screen: [UInt8] = []
      for line in lines {
        screen += Self.shown(by: master, endsWithPrompt: true)
        let typed = Array("\(line)\n".utf8)
        #expect(unsafe write(master, typed, typed.count) == typed.count)
      }
      let text = errors.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      screen += Self.shown(by: master, endsWithPrompt: false)
      code = process.terminationStatus
      self.screen = String(decoding: screen + text, as: UTF8.self)
    }

    /// What the terminal shows up to the end of a prompt, or of the program.
    private static func shown(by master: Int32, endsWithPrompt: Bool) -> [UInt8] {
      var shown: [UInt8] = []
      var byte: UInt8 = 0
      while unsafe read(master, &byte, 1) == 1 {
        shown.append(byte)
        if endsWithPrompt, shown.suffix(2) == Array(": ".utf8) { break }
      }
      return shown
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

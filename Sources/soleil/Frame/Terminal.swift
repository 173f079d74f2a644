import Glibc
import Wording

/// Standard output, standard error, and a question that is not echoed.
enum Terminal {
  /// Results.
  ///
  /// - Throws: ``UsageRefusal/outputFailed(reason:)`` when they cannot be written in full.
  static func out(_ text: String) throws(UsageRefusal) {
    guard write(text, to: STDOUT_FILENO) else {
      throw .outputFailed(reason: unsafe String(cString: strerror(errno)))
    }
  }

  /// A piece of a result that is a file by itself.
  ///
  /// - Throws: ``UsageRefusal/outputFailed(reason:)``.
  static func out(_ piece: [UInt8]) throws(UsageRefusal) {
    guard write(piece, to: STDOUT_FILENO) else {
      throw .outputFailed(reason: unsafe String(cString: strerror(errno)))
    }
  }

  /// Messages and progress.
  static func err(_ text: String) { _ = write(text, to: STDERR_FILENO) }

  /// A line that the next one writes over.
  static func status(_ text: String, isLast: Bool) {
    _ = write(Array("\r\u{1B}[K\(isLast ? "" : text)".utf8), to: STDERR_FILENO)
  }

  private static func write(_ text: String, to descriptor: Int32) -> Bool {
    guard !text.isEmpty else { return true }
    var bytes = Array(text.utf8)
    if bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    return write(bytes, to: descriptor)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { raw in
        unsafe Glibc.write(descriptor, raw.baseAddress?.advanced(by: offset), raw.count - offset)
      }
      guard count > 0 else { return false }
      offset += count
    }
    return true
  }

  /// Reads a line from the terminal itself without showing it; nothing without a terminal.
  static func secretLine(_ prompt: String) -> [UInt8]? {
    let descriptor = unsafe open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var saved = termios()
    guard unsafe tcgetattr(descriptor, &saved) == 0 else { return nil }
    var silent = saved
    silent.c_lflag &= ~tcflag_t(ECHO)
    unsafe tcsetattr(descriptor, TCSAFLUSH, &silent)
    defer { unsafe tcsetattr(descriptor, TCSAFLUSH, &saved) }
    guard write(prompt, to: descriptor) else { return nil }
    return line(from: descriptor)
  }

  /// The bytes up to the end of the line or of the input; nothing when it cannot be read.
  static func line(from descriptor: Int32) -> [UInt8]? {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while true {
      let count = unsafe read(descriptor, &byte, 1)
      guard count >= 0 else { return nil }
      guard count == 1, byte != UInt8(ascii: "\n"), byte != 13 else { return line }
      line.append(byte)
    }
  }
}

import Glibc

/// A file written piece by piece: this program stays small, for a child's peak of memory counts from
/// its parent's.
@safe final class StreamedFile {
  private let stream: UnsafeMutablePointer<FILE>
  private let path: String

  init(_ path: String) throws(BenchFault) {
    guard let stream = unsafe fopen(path, "wb") else { throw .system("fopen \(path)", errno) }
    unsafe self.stream = stream
    self.path = path
  }

  func write(_ text: String) throws(BenchFault) {
    var text = text
    let done = text.withUTF8 { bytes in
      unsafe fwrite(bytes.baseAddress, 1, bytes.count, stream) == bytes.count
    }
    guard done else { throw .system("fwrite \(path)", errno) }
  }

  func write(_ bytes: [UInt8]) throws(BenchFault) {
    guard unsafe fwrite(bytes, 1, bytes.count, stream) == bytes.count else {
      throw .system("fwrite \(path)", errno)
    }
  }

  func close() throws(BenchFault) {
    guard unsafe fclose(stream) == 0 else { throw .system("fclose \(path)", errno) }
  }
}

/// What keeps a benchmark from being run.
public enum BenchFault: Error, CustomStringConvertible {
  /// A call of the system failed.
  case system(String, Int32)
  /// A program ended with another code than 0.
  case programFailed(String, status: Int32)
  /// A program's answer cannot be read.
  case answerIsUnreadable(String)
  /// The database did not do what it was told.
  case database(String)

  /// What an engineer needs to know.
  public var description: String {
    switch self {
    case .system(let what, let code): unsafe "\(what): \(String(cString: strerror(code)))"
    case .programFailed(let what, let status): "\(what): ended with \(status)"
    case .answerIsUnreadable(let what): "\(what): no balances in the answer"
    case .database(let what): what
    }
  }
}

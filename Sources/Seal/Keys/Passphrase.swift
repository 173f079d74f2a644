import COpenSSL

/// A secret phrase: held in one place in memory, wiped when it is let go.
@safe public struct Passphrase: ~Copyable, Sendable {
  private nonisolated(unsafe) let buffer: UnsafeMutableBufferPointer<CChar>

  /// Takes over the bytes of a phrase and wipes the caller's own copy.
  public init(wiping bytes: inout [UInt8]) {
    unsafe buffer = .allocate(capacity: max(1, bytes.count))
    for (place, byte) in bytes.enumerated() {
      unsafe buffer.initializeElement(at: place, to: CChar(bitPattern: byte))
    }
    count = bytes.count
    unsafe bytes.withUnsafeMutableBytes { unsafe OPENSSL_cleanse($0.baseAddress, $0.count) }
    bytes = []
  }

  /// The number of bytes.
  public let count: Int

  /// Lends the bytes to the library.
  func lend<Result>(_ use: (UnsafePointer<CChar>?, Int32) -> Result) -> Result {
    unsafe use(UnsafePointer(buffer.baseAddress), Int32(count))
  }

  /// Lends the bytes with a zero after them, as some functions want them; the copy is wiped.
  func lendEnded<Result>(_ use: (UnsafePointer<CChar>) -> Result) -> Result {
    let copy = UnsafeMutableBufferPointer<CChar>.allocate(capacity: count + 1)
    unsafe copy.initialize(repeating: 0)
    for place in 0..<count { unsafe copy[place] = unsafe buffer[place] }
    defer {
      unsafe OPENSSL_cleanse(copy.baseAddress, copy.count)
      unsafe copy.deallocate()
    }
    return unsafe use(UnsafePointer(copy.baseAddress.unsafelyUnwrapped))
  }

  deinit {
    unsafe OPENSSL_cleanse(buffer.baseAddress, buffer.count)
    unsafe buffer.deallocate()
  }
}

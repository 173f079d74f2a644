import COpenSSL
import Synchronization
public import Units

/// The SHA-256 digest of some bytes.
///
/// - Complexity: O(*n*).
/// - Source: FIPS 180-4.
public func sha256(_ bytes: some Collection<UInt8>) -> Digest {
  var hasher = Hasher256()
  hasher.update(bytes)
  return hasher.finish()
}

/// A SHA-256 computation fed piece by piece: a file need not fit in memory.
@safe public struct Hasher256: ~Copyable {
  private let context: OpaquePointer

  /// The addresses of the contexts that nobody uses: making one takes longer than hashing a short
  /// message.
  private static let idle = Mutex<[UInt]>([])

  /// A computation that has seen nothing yet.
  ///
  /// - Precondition: the installed library knows SHA-256 and has memory left.
  public init() {
    let known = Hasher256.idle.withLock { $0.popLast() }
    guard let made = unsafe known.flatMap(OpaquePointer.init(bitPattern:)) ?? EVP_MD_CTX_new()
    else {
      preconditionFailure("no memory for a digest")
    }
    unsafe context = made
    let started = unsafe EVP_DigestInit_ex2(context, sha256Algorithm, nil)
    precondition(started == 1, "the cryptographic library has no SHA-256")
  }

  deinit {
    let address = unsafe UInt(bitPattern: context)
    Hasher256.idle.withLock { $0.append(address) }
  }

  /// Feeds the next bytes.
  public mutating func update(_ bytes: some Collection<UInt8>) {
    let done: Void? = bytes.withContiguousStorageIfAvailable { unsafe feed($0) }
    if done == nil { unsafe Array(bytes).withUnsafeBufferPointer { unsafe feed($0) } }
  }

  /// The digest of all that was fed.
  public consuming func finish() -> Digest {
    Digest(
      unsafe [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
        let done = unsafe EVP_DigestFinal_ex(context, buffer.baseAddress, nil)
        precondition(done == 1, "a digest that was begun can be ended")
        count = 32
      })
  }

  private func feed(_ bytes: UnsafeBufferPointer<UInt8>) {
    let done = unsafe EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    precondition(done == 1, "a digest that was begun can go on")
  }
}

/// The HMAC-SHA256 of a message under a key: 32 bytes.
///
/// - Source: RFC 2104.
public func hmacSHA256(key: [UInt8], message: [UInt8]) -> [UInt8] {
  unsafe [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
    var length: UInt32 = 0
    // An empty Swift array may have no address, which the library takes for "the key of last time".
    let padded = key.isEmpty ? [0] : key
    let done = unsafe HMAC(
      sha256Algorithm, padded, Int32(key.count), message, message.count, buffer.baseAddress, &length
    )
    precondition(unsafe done != nil && length == 32, "the cryptographic library has no HMAC-SHA256")
    count = 32
  }
}

/// Random bytes fit for keys and salts.
///
/// - Throws: ``SealRefusal/randomnessIsUnavailable``.
public func randomBytes(_ count: Int) throws(SealRefusal) -> [UInt8] {
  var bytes = [UInt8](repeating: 0, count: count)
  guard unsafe RAND_bytes(&bytes, Int32(count)) == 1 else {
    ERR_clear_error()
    throw .randomnessIsUnavailable
  }
  return bytes
}

/// SHA-256, looked up once: looking it up costs more than hashing a short message.
nonisolated(unsafe) let sha256Algorithm: OpaquePointer? =
  unsafe EVP_MD_fetch(nil, "SHA256", nil) ?? EVP_sha256()

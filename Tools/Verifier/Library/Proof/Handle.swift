import COpenSSL

/// One object of the C library and the function that frees it.
@safe final class Handle {
  let pointer: OpaquePointer
  private let free: (OpaquePointer?) -> Void

  init?(_ pointer: OpaquePointer?, freedBy free: @escaping (OpaquePointer?) -> Void) {
    guard let pointer = unsafe pointer else { return nil }
    unsafe self.pointer = pointer
    unsafe self.free = free
  }

  deinit { unsafe free(pointer) }
}

/// The SHA-256 of bytes that come in pieces.
struct Hash: ~Copyable {
  private let context: Handle

  init() {
    guard let context = unsafe Handle(EVP_MD_CTX_new(), freedBy: { unsafe EVP_MD_CTX_free($0) }),
      unsafe EVP_DigestInit_ex2(context.pointer, DigestName.sha256.algorithm, nil) == 1
    else { preconditionFailure("the cryptographic library has no SHA-256") }
    self.context = context
  }

  mutating func update(_ bytes: ArraySlice<UInt8>) {
    unsafe bytes.withUnsafeBytes {
      _ = unsafe EVP_DigestUpdate(context.pointer, $0.baseAddress, $0.count)
    }
  }

  consuming func finish() -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    let done = unsafe EVP_DigestFinal_ex(context.pointer, &digest, nil)
    precondition(done == 1, "a digest that was begun can be ended")
    return digest
  }
}

func hash(_ bytes: [UInt8]) -> [UInt8] { digest(bytes, .sha256) }

extension DigestName {
  /// The library's way to compute it, looked up once: the look-up costs more than a small digest.
  var algorithm: OpaquePointer? {
    switch self {
    case .sha256: unsafe Fetched.sha256
    case .sha384: unsafe Fetched.sha384
    case .sha512: unsafe Fetched.sha512
    }
  }
}

private enum Fetched {
  nonisolated(unsafe) static let sha256 = unsafe EVP_MD_fetch(nil, "SHA256", nil)
  nonisolated(unsafe) static let sha384 = unsafe EVP_MD_fetch(nil, "SHA384", nil)
  nonisolated(unsafe) static let sha512 = unsafe EVP_MD_fetch(nil, "SHA512", nil)
}

/// The digest of some bytes.
func digest(_ bytes: [UInt8], _ name: DigestName) -> [UInt8] {
  unsafe digest(bytes, by: name.algorithm)
}

/// The SHA-256 of bytes that lie in several places.
func hash(_ pieces: [ArraySlice<UInt8>]) -> [UInt8] {
  var hash = Hash()
  for piece in pieces { hash.update(piece) }
  return hash.finish()
}

/// The SHA-1 of some bytes, by which old attributes name a certificate; nothing else may rest on it.
func sha1(_ bytes: [UInt8]) -> [UInt8] { unsafe digest(bytes, by: EVP_sha1()) }

private func digest(_ bytes: [UInt8], by algorithm: OpaquePointer?) -> [UInt8] {
  var result = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
  var length: UInt32 = 0
  let done = unsafe EVP_Digest(bytes, bytes.count, &result, &length, algorithm, nil)
  precondition(done == 1, "the cryptographic library has this digest")
  return Array(result.prefix(Int(length)))
}

func hexadecimal(_ bytes: [UInt8]) -> String {
  func digit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 87 + value }
  return unsafe String(unsafeUninitializedCapacity: 2 * bytes.count) { buffer in
    for (place, byte) in bytes.enumerated() {
      unsafe buffer[2 * place] = digit(byte >> 4)
      unsafe buffer[2 * place + 1] = digit(byte & 15)
    }
    return 2 * bytes.count
  }
}

/// Whether a text is the 64 lower-case hexadecimal digits of a digest.
func isDigest(_ text: String) -> Bool {
  text.utf8.count == 64
    && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
}

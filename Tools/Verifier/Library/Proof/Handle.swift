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
      unsafe EVP_DigestInit_ex2(context.pointer, EVP_sha256(), nil) == 1
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

func hash(_ bytes: [UInt8]) -> [UInt8] {
  var hash = Hash()
  hash.update(bytes[...])
  return hash.finish()
}

func hexadecimal(_ bytes: [UInt8]) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

/// Whether a text is the 64 lower-case hexadecimal digits of a digest.
func isDigest(_ text: String) -> Bool {
  text.utf8.count == 64
    && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
}

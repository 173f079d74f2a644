public import Units

/// One file as it was handed over: its name, its bytes, and the digest that names the bytes.
public struct SourceFile: Hashable, Sendable {
  /// The path as the user named it.
  public let path: String
  /// The content, unchanged.
  public let bytes: [UInt8]
  /// The SHA-256 of the content, computed by the caller.
  public let digest: Digest

  /// Names some bytes.
  public init(path: String, bytes: [UInt8], digest: Digest) {
    self.path = path
    self.bytes = bytes
    self.digest = digest
  }
}

import COpenSSL

/// One object of the C library and the function that frees it, tied together.
///
/// The object lives as long as this does; no other file of the room frees anything.
@safe final class Owned {
  /// The C object.
  let pointer: OpaquePointer
  private let free: (OpaquePointer?) -> Void

  /// Takes over a C object just made; nothing made means the library failed.
  ///
  /// - Throws: ``SealRefusal/libraryFailed(operation:)`` when there is no object.
  init(
    _ pointer: OpaquePointer?, _ operation: String, freedBy free: @escaping (OpaquePointer?) -> Void
  ) throws(SealRefusal) {
    guard let pointer = unsafe pointer else { throw failure(operation) }
    unsafe self.pointer = pointer
    unsafe self.free = free
  }

  deinit { unsafe free(pointer) }
}

/// The refusal for a failure of the library; empties the library's own queue of errors.
func failure(_ operation: String) -> SealRefusal {
  ERR_clear_error()
  return .libraryFailed(operation: operation)
}

/// Refuses unless the library answered with success.
///
/// - Throws: ``SealRefusal/libraryFailed(operation:)``.
func check(_ succeeded: Bool, _ operation: String) throws(SealRefusal) {
  guard succeeded else { throw failure(operation) }
}

/// What one of the library's `i2d_…` functions writes.
///
/// - Throws: ``SealRefusal/libraryFailed(operation:)``.
func encoded(
  _ operation: String,
  by write: (UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>?) -> Int32
) throws(SealRefusal) -> [UInt8] {
  let length = write(nil)
  try check(length > 0, operation)
  let bytes = unsafe [UInt8](unsafeUninitializedCapacity: Int(length)) { buffer, count in
    var next = buffer.baseAddress
    count = unsafe max(0, Int(write(&next)))
  }
  return bytes
}

/// A memory file of the library, to read PEM from and write it to.
struct MemoryFile {
  /// The library's object.
  let owned: Owned

  /// An empty file to write into.
  ///
  /// - Throws: ``SealRefusal/libraryFailed(operation:)``.
  init() throws(SealRefusal) { try self.init([]) }

  /// A file that holds a copy of these bytes.
  ///
  /// - Throws: ``SealRefusal/libraryFailed(operation:)``.
  init(_ bytes: [UInt8]) throws(SealRefusal) {
    owned = unsafe try Owned(BIO_new(BIO_s_mem()), "BIO_new") { unsafe BIO_free_all($0) }
    guard !bytes.isEmpty else { return }
    let written = unsafe BIO_write(owned.pointer, bytes, Int32(clamping: bytes.count))
    try check(Int(written) == bytes.count, "BIO_write")
  }

  /// All that was written.
  var bytes: [UInt8] {
    var start: UnsafePointer<UInt8>?
    let count = unsafe soleil_bio_bytes(owned.pointer, &start)
    return unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
  }
}

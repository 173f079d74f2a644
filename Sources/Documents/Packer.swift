import CZlib

/// Packs the streams of a file, one after the other, keeping what the library sets up for it.
///
/// - Source: RFC 1950, RFC 1951; ISO 32000-1, 7.4.4.
@safe public final class Packer {
  /// How hard to try.
  public enum Effort: Int32, Sendable {
    /// For what is written once: twice as fast as the usual effort, a third larger.
    case quick = 1
    /// For what is packed once and written many times.
    case best = 9
  }

  // The library keeps a pointer to its stream: it has to stay where it is.
  private let stream: UnsafeMutablePointer<z_stream>
  private let isReady: Bool

  /// A packer.
  public init(_ effort: Effort = .quick) {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    isReady = unsafe soleil_deflate(stream, effort.rawValue) == Z_OK
  }

  deinit {
    if isReady { unsafe deflateEnd(stream) }
    unsafe stream.deallocate()
  }

  /// The bytes, packed; nothing when the library has no memory.
  func packed(_ bytes: [UInt8]) -> [UInt8]? {
    guard isReady, unsafe deflateReset(stream) == Z_OK else { return nil }
    let room = unsafe Int(deflateBound(stream, UInt(bytes.count)))
    var input = bytes
    var isWhole = false
    let output = unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe [UInt8](unsafeUninitializedCapacity: room) { output, count in
        unsafe stream.pointee.next_in = input.baseAddress
        unsafe stream.pointee.avail_in = UInt32(input.count)
        unsafe stream.pointee.next_out = output.baseAddress
        unsafe stream.pointee.avail_out = UInt32(room)
        isWhole = unsafe deflate(stream, Z_FINISH) == Z_STREAM_END
        count = unsafe room - Int(stream.pointee.avail_out)
      }
    }
    return isWhole ? output : nil
  }

  /// A stream as the body of an object, packed when it can be.
  func stream(_ entries: String, _ content: [UInt8]) -> [UInt8] {
    guard let packed = packed(content) else { return FontObjects.stream(entries, content) }
    return FontObjects.stream("/Filter /FlateDecode \(entries)", packed)
  }
}

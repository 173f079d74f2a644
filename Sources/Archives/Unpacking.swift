import CZlib

extension Archive {
  /// The bytes of a file, unpacked: never more than it states, and checked by its sum.
  ///
  /// - Throws: ``ArchiveRefusal/memberIsDamaged(_:)``.
  /// - Complexity: O(size).
  public func content(of member: Member) throws(ArchiveRefusal) -> [UInt8] {
    let unpacked =
      member.method == 0 ? Array(bytes[member.packed]) : inflated(member.packed, member.size)
    guard let unpacked, unpacked.count == member.size,
      Archive.checksum(unpacked) == member.checksum
    else { throw .memberIsDamaged(member.name) }
    return unpacked
  }

  /// Unpacks into room for just the stated size; nothing when the stream says otherwise.
  private func inflated(_ packed: Range<Int>, _ size: Int) -> [UInt8]? {
    var stream = unsafe z_stream()
    guard unsafe soleil_inflate_raw(&stream) == Z_OK else { return nil }
    defer { unsafe inflateEnd(&stream) }
    var input = Array(bytes[packed])
    var isWhole = false
    let output = unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe [UInt8](unsafeUninitializedCapacity: size + 1) { output, count in
        unsafe stream.next_in = input.baseAddress
        unsafe stream.avail_in = UInt32(input.count)
        unsafe stream.next_out = output.baseAddress
        unsafe stream.avail_out = UInt32(size + 1)
        let end = unsafe inflate(&stream, Z_FINISH)
        isWhole = unsafe end == Z_STREAM_END && stream.avail_in == 0
        count = unsafe size + 1 - Int(stream.avail_out)
      }
    }
    return isWhole ? output : nil
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      UInt32(truncatingIfNeeded: unsafe crc32(0, buffer.baseAddress, UInt32(buffer.count)))
    }
  }
}

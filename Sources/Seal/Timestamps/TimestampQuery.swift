import COpenSSL
public import Units

/// What is asked of a time-stamping authority: to sign a digest and the time.
///
/// The bytes go to the authority by any road; nothing here speaks to a network.
/// - Source: RFC 3161 § 2.4.1.
public struct TimestampQuery: Hashable, Sendable {
  /// The bytes to hand to the authority.
  public let der: [UInt8]
  /// The SHA-256 that is to be stamped.
  public let imprint: Digest
  /// The policy asked for, as dotted numbers, or nothing when any will do.
  public let policy: String?
  /// The number that ties the reply to this query.
  let nonce: [UInt8]

  /// Asks for a stamp over some bytes.
  ///
  /// - Throws: ``TimestampRefusal/policyIsMalformed(_:)``.
  public init(
    over content: [UInt8], nonce: [UInt8], policy: String? = nil
  ) throws(TimestampRefusal) {
    let imprint = sha256(content)
    let algorithm = DER.sequence([ObjectName.sha256, [0x05, 0x00]])
    var parts = [DER.integer(1), DER.sequence([algorithm, DER.octets(imprint.bytes)])]
    if let policy { parts.append(try identifier(policy)) }
    // A positive number whose first byte is never zero, so that it has one form.
    let number = [nonce.first.map { $0 & 0x3F | 0x40 } ?? 0x40] + nonce.dropFirst()
    parts += [DER.element(0x02, number), DER.element(0x01, [0xFF])]
    self.imprint = imprint
    self.policy = policy
    self.nonce = number
    der = DER.sequence(parts)
  }

  /// Reads a query back.
  ///
  /// - Throws: ``TimestampRefusal/queryIsMalformed``.
  public init(der: [UInt8]) throws(TimestampRefusal) {
    guard let query = unsafe parsed(der, d2i_TS_REQ, TS_REQ_free),
      let number = unsafe integer(TS_REQ_get_nonce(query.pointer)),
      case let imprint = unsafe messageImprint(TS_REQ_get_msg_imprint(query.pointer)),
      imprint.algorithm == NID_sha256, imprint.digest.count == 32
    else {
      ERR_clear_error()
      throw .queryIsMalformed
    }
    self.der = der
    self.imprint = Digest(imprint.digest)
    nonce = number
    policy = unsafe dotted(TS_REQ_get_policy_id(query.pointer))
  }
}

/// The DER of an object identifier written in dotted numbers.
private func identifier(_ text: String) throws(TimestampRefusal) -> [UInt8] {
  guard let object = unsafe OBJ_txt2obj(text, 1) else {
    ERR_clear_error()
    throw .policyIsMalformed(text)
  }
  defer { unsafe ASN1_OBJECT_free(object) }
  do { return unsafe try encoded("i2d_ASN1_OBJECT") { unsafe i2d_ASN1_OBJECT(object, $0) } } catch {
    throw .policyIsMalformed(text)
  }
}

/// One object of the library read from exactly these bytes, or nothing.
func parsed(
  _ der: [UInt8],
  _ read: (
    UnsafeMutablePointer<OpaquePointer?>?, UnsafeMutablePointer<UnsafePointer<UInt8>?>?, Int
  ) -> OpaquePointer?,
  _ free: @escaping (OpaquePointer?) -> Void
) -> Owned? {
  var end = 0
  let object = unsafe der.withUnsafeBufferPointer { buffer -> OpaquePointer? in
    var next = buffer.baseAddress
    let object = unsafe read(nil, &next, buffer.count)
    if let start = buffer.baseAddress, let next = unsafe next { end = unsafe next - start }
    return unsafe object
  }
  guard let owned = unsafe try? Owned(object, "d2i", freedBy: free) else { return nil }
  return end == der.count ? owned : nil
}

/// The bytes of a whole number, or nothing.
func integer(_ number: UnsafePointer<ASN1_INTEGER>?) -> [UInt8]? {
  guard let number = unsafe number else { return nil }
  let der = unsafe try? encoded("i2d_ASN1_INTEGER") { unsafe i2d_ASN1_INTEGER(number, $0) }
  return der.map { Array($0.dropFirst(2)) }
}

/// The digest's algorithm and bytes.
func messageImprint(_ imprint: OpaquePointer?) -> (algorithm: Int32, digest: [UInt8]) {
  guard let imprint = unsafe imprint,
    let algorithm = unsafe TS_MSG_IMPRINT_get_algo(imprint),
    let octets = unsafe TS_MSG_IMPRINT_get_msg(imprint)
  else { return (NID_undef, []) }
  let bytes = unsafe UnsafeBufferPointer(
    start: ASN1_STRING_get0_data(octets), count: Int(ASN1_STRING_length(octets)))
  return unsafe (OBJ_obj2nid(algorithm.pointee.algorithm), Array(bytes))
}

/// An object identifier in dotted numbers.
func dotted(_ object: OpaquePointer?) -> String? {
  guard let object = unsafe object else { return nil }
  var text = [CChar](repeating: 0, count: 128)
  let length = unsafe OBJ_obj2txt(&text, Int32(text.count), object, 1)
  guard length > 0, Int(length) < text.count else { return nil }
  return String(decoding: text.prefix(Int(length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

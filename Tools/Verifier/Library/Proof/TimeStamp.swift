import COpenSSL

/// A proof that some bytes were there at a time, by an authority whom the trust file names.
struct TimeStamp {
  /// When, in seconds since 1970-01-01T00:00:00Z.
  let time: Int64
  /// The name of the authority.
  let authority: String

  /// Takes the reply of a time-stamping service over some bytes; nothing when the trust file names no
  /// such service, so that nobody can say whom to believe.
  ///
  /// - Throws: `timestampInvalid`.
  /// - Source: RFC 3161 § 2.4.2.
  init?(reply: [UInt8], over bytes: [UInt8], _ trust: Trust) throws(SignatureFault) {
    var file = DERReader(reply)
    guard var content = file.enter(0x30), file.isAtEnd, var status = content.enter(0x30),
      status.content(0x02) == [0], status.isAtEnd, let token = content.whole(0x30), content.isAtEnd
    else { throw .init(.timestampInvalid) }
    try self.init(token: token, over: bytes, trust)
  }

  /// Takes a time stamp over some bytes.
  ///
  /// - Throws: `timestampInvalid`.
  init?(token: [UInt8], over bytes: [UInt8], _ trust: Trust) throws(SignatureFault) {
    let message: SignedMessage
    do { message = try SignedMessage(token, trust.shelf) } catch {
      throw .init(.timestampInvalid)
    }
    guard let info = TimeStampInfo(message.content),
      info.imprint == digest(bytes, info.digest)
    else { throw .init(.timestampInvalid) }
    guard !trust.timestamping.isEmpty else { return nil }
    let others = message.others.compactMap { trust.shelf.certificate($0) }
    let path = Path(
      roots: trust.timestamping, between: others, purpose: X509_PURPOSE_TIMESTAMP_SIGN,
      time: info.time)
    guard others.count == message.others.count,
      let chain = try? path.chain(from: message.certificate),
      // A certificate that leads nowhere would be a place to hide a change.
      others.allSatisfy({ chain.contains($0.der) })
    else { throw .init(.timestampInvalid) }
    time = info.time
    authority = message.certificate.name
  }
}

/// What a time stamp says.
///
/// - Source: RFC 3161 § 2.4.2, TSTInfo.
private struct TimeStampInfo {
  let digest: DigestName
  let imprint: [UInt8]
  let time: Int64

  init?(_ der: [UInt8]) {
    var file = DERReader(der)
    guard var info = file.enter(0x30), file.isAtEnd, info.content(0x02) == [1],
      info.content(0x06) != nil, var imprint = info.enter(0x30),
      let digest = imprint.algorithm().flatMap({ DigestName($0) }),
      let bytes = imprint.content(0x04), imprint.isAtEnd, info.content(0x02) != nil,
      let time = info.content(0x18).flatMap(generalizedTime)
    else { return nil }
    self.digest = digest
    self.imprint = bytes
    self.time = time
  }
}

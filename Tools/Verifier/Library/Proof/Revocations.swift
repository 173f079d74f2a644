import COpenSSL

/// The certificates that the authority has taken back, by its own signed list.
struct Revocations {
  private let list: Handle

  /// Reads a list in PEM that this authority signed.
  init?(_ pem: [UInt8], by authority: Certificate) {
    defer { ERR_clear_error() }
    guard !pem.isEmpty,
      let file = unsafe Handle(BIO_new(BIO_s_mem()), freedBy: { unsafe BIO_free_all($0) }),
      unsafe BIO_write(file.pointer, pem, Int32(clamping: pem.count)) == pem.count,
      let list = unsafe Handle(
        PEM_read_bio_X509_CRL(file.pointer, nil, nil, nil), freedBy: { unsafe X509_CRL_free($0) }),
      unsafe X509_CRL_verify(list.pointer, X509_get0_pubkey(authority.handle.pointer)) == 1
    else { return nil }
    self.list = list
  }

  /// From when on a certificate is not to be believed, in seconds since 1970-01-01T00:00:00Z.
  ///
  /// The day since which the key is suspected counts, when the list tells it.
  /// - Source: RFC 5280 §§ 5.3.1, 5.3.2.
  func since(_ certificate: Certificate) -> Int64? {
    defer { ERR_clear_error() }
    var entry: OpaquePointer?
    guard unsafe X509_CRL_get0_by_cert(list.pointer, &entry, certificate.handle.pointer) == 1,
      let revoked = unsafe seconds(X509_REVOKED_get0_revocationDate(entry))
    else { return nil }
    guard
      let suspected = unsafe X509_REVOKED_get_ext_d2i(entry, NID_invalidity_date, nil, nil)
    else { return revoked }
    let time = unsafe suspected.assumingMemoryBound(to: ASN1_TIME.self)
    defer { unsafe ASN1_GENERALIZEDTIME_free(time) }
    return min(revoked, unsafe seconds(UnsafePointer(time)) ?? revoked)
  }
}

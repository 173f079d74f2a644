import COpenSSL

/// The DER of a list of revoked certificates in PEM.
///
/// - Throws: ``SealRefusal/certificateIsMalformed``.
public func revocationList(pem: String) throws(SealRefusal) -> [UInt8] {
  let file = try MemoryFile(Array(pem.utf8))
  guard let parsed = unsafe PEM_read_bio_X509_CRL(file.owned.pointer, nil, nil, nil) else {
    ERR_clear_error()
    throw .certificateIsMalformed
  }
  let list = unsafe try Owned(parsed, "PEM_read_bio_X509_CRL") { unsafe X509_CRL_free($0) }
  return unsafe try encoded("i2d_X509_CRL") { unsafe i2d_X509_CRL(list.pointer, $0) }
}

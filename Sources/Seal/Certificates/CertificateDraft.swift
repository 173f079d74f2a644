import COpenSSL
import Units

/// A certificate in the making; the library's object is written once, then read as a ``Certificate``.
struct CertificateDraft {
  private let owned: Owned

  /// Begins a certificate for a key, with a random serial number.
  ///
  /// - Throws: ``SealRefusal/libraryFailed(operation:)``,
  ///   ``SealRefusal/randomnessIsUnavailable``.
  init(
    _ organisation: OrganisationName, commonName: String, publicKey: PrivateKey
  ) throws(SealRefusal) {
    owned = unsafe try Owned(X509_new(), "X509_new") { unsafe X509_free($0) }
    try check(unsafe X509_set_version(owned.pointer, 2) == 1, "X509_set_version")
    try check(
      unsafe X509_set_pubkey(owned.pointer, publicKey.owned.pointer) == 1, "X509_set_pubkey")
    try setSerial(randomBytes(16))
    try setSubject(organisation, commonName: commonName)
  }

  /// Sets from when to when the certificate counts.
  ///
  /// - Throws: ``SealRefusal/libraryFailed(operation:)``.
  func setValidity(from start: Instant, to end: Instant) throws(SealRefusal) {
    let first = unsafe ASN1_TIME_set(X509_getm_notBefore(owned.pointer), time_t(start.seconds))
    let last = unsafe ASN1_TIME_set(X509_getm_notAfter(owned.pointer), time_t(end.seconds))
    try check(unsafe first != nil && last != nil, "ASN1_TIME_set")
  }

  /// Sets the issuer, or makes the certificate its own; adds both key identifiers.
  ///
  /// - Throws: ``SealRefusal/libraryFailed(operation:)``.
  func setIssuer(_ certificate: Certificate?) throws(SealRefusal) {
    let issuer = if let certificate { try certificate.copy() } else { owned }
    let name = unsafe X509_get_subject_name(issuer.pointer)
    try check(unsafe X509_set_issuer_name(owned.pointer, name) == 1, "X509_set_issuer_name")
    try extend("subjectKeyIdentifier", "hash")
    try extend("authorityKeyIdentifier", "keyid", issuer: issuer)
  }

  /// Adds one extension, written as in OpenSSL's configuration files.
  ///
  /// - Throws: ``SealRefusal/libraryFailed(operation:)``.
  func extend(
    _ name: String, _ value: String, issuer: Owned? = nil
  ) throws(SealRefusal) {
    var context = unsafe X509V3_CTX()
    let issuing = unsafe issuer?.pointer ?? owned.pointer
    unsafe X509V3_set_ctx(&context, issuing, owned.pointer, nil, nil, 0)
    let made = unsafe X509V3_EXT_conf(nil, &context, name, value)
    let entry = unsafe try Owned(made, "X509V3_EXT_conf \(name)") { unsafe X509_EXTENSION_free($0) }
    let added = unsafe X509_add_ext(owned.pointer, entry.pointer, -1)
    try check(added == 1, "X509_add_ext \(name)")
  }

  /// Signs the certificate and reads it back.
  ///
  /// - Throws: ``SealRefusal/libraryFailed(operation:)``.
  func signed(by key: PrivateKey) throws(SealRefusal) -> Certificate {
    let length = unsafe X509_sign(owned.pointer, key.owned.pointer, sha256Algorithm)
    try check(length > 0, "X509_sign")
    return try Certificate(owned)
  }

  private func setSerial(_ random: [UInt8]) throws(SealRefusal) {
    // A serial number is positive and, so that its length never varies, starts with a one bit.
    let bytes = [random[0] & 0x7F | 0x40] + random.dropFirst()
    let number = unsafe try Owned(BN_bin2bn(bytes, Int32(bytes.count), nil), "BN_bin2bn") {
      unsafe BN_free($0)
    }
    let set = unsafe BN_to_ASN1_INTEGER(number.pointer, X509_get_serialNumber(owned.pointer))
    try check(unsafe set != nil, "BN_to_ASN1_INTEGER")
  }

  private func setSubject(
    _ organisation: OrganisationName, commonName: String
  ) throws(SealRefusal) {
    let name = unsafe X509_get_subject_name(owned.pointer)
    let entries = [
      ("C", "FR"), ("O", organisation.name), ("organizationIdentifier", organisation.identifier),
      ("CN", commonName),
    ]
    for (field, value) in entries {
      let added = unsafe X509_NAME_add_entry_by_txt(
        name, field, MBSTRING_UTF8, Array(value.utf8), Int32(value.utf8.count), -1,
        0)
      try check(added == 1, "X509_NAME_add_entry \(field)")
    }
  }
}

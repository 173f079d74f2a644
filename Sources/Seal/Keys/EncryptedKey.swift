import COpenSSL

/// Writes a private key of the library as a PEM file that only the passphrase opens.
///
/// PKCS#8 with PBES2: PBKDF2-HMAC-SHA256, ``passphraseIterations`` times, and AES-256-CBC.
func encryptedPEM(
  of key: Owned, _ passphrase: borrowing Passphrase
) throws(SealRefusal) -> String {
  guard passphrase.count >= passphraseLengthMin else {
    throw .passphraseIsTooShort(bytes: passphrase.count, least: passphraseLengthMin)
  }
  let plain = unsafe try Owned(EVP_PKEY2PKCS8(key.pointer), "EVP_PKEY2PKCS8") {
    unsafe PKCS8_PRIV_KEY_INFO_free($0)
  }
  let locked = unsafe passphrase.lend { phrase, length in
    unsafe PKCS8_encrypt(
      NID_hmacWithSHA256, EVP_aes_256_cbc(), phrase, length, nil, 16,
      Int32(passphraseIterations), plain.pointer)
  }
  let box = unsafe try Owned(locked, "PKCS8_encrypt") { unsafe X509_SIG_free($0) }
  let file = try MemoryFile()
  try check(
    unsafe PEM_write_bio_PKCS8(file.owned.pointer, box.pointer) == 1, "PEM_write_bio_PKCS8")
  return String(decoding: file.bytes, as: UTF8.self)
}

/// Opens a PEM file with its passphrase.
///
/// - Throws: ``SealRefusal/passphraseIsWrong``; for other texts ``SealRefusal/keyIsMissing``,
///   ``SealRefusal/keyIsNotEncrypted``, ``SealRefusal/keyIsMalformed``.
func openedKey(_ pem: String, _ passphrase: borrowing Passphrase) throws(SealRefusal) -> Owned {
  guard pem.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----") else {
    throw pem.contains("PRIVATE KEY-----") ? .keyIsNotEncrypted : .keyIsMissing
  }
  let file = try MemoryFile(Array(pem.utf8))
  guard let locked = unsafe PEM_read_bio_PKCS8(file.owned.pointer, nil, nil, nil) else {
    ERR_clear_error()
    throw .keyIsMalformed
  }
  let box = unsafe try Owned(locked, "PEM_read_bio_PKCS8") { unsafe X509_SIG_free($0) }
  let opened = unsafe passphrase.lend { unsafe PKCS8_decrypt(box.pointer, $0, $1) }
  guard let opened = unsafe opened else {
    ERR_clear_error()
    throw .passphraseIsWrong
  }
  let plain = unsafe try Owned(opened, "PKCS8_decrypt") { unsafe PKCS8_PRIV_KEY_INFO_free($0) }
  guard let key = unsafe EVP_PKCS82PKEY(plain.pointer) else {
    ERR_clear_error()
    throw .keyIsMalformed
  }
  return unsafe try Owned(key, "EVP_PKCS82PKEY") { unsafe EVP_PKEY_free($0) }
}

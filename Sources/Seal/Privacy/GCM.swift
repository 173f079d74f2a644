import COpenSSL

/// The bytes of the tag that a sealed message ends with.
let gcmTagLength = 16

/// Encrypts with AES in Galois/counter mode; the tag follows the ciphertext.
///
/// - Precondition: a key of 16 or 32 bytes, a nonce of 12.
/// - Source: NIST SP 800-38D.
func gcmSeal(
  _ plain: [UInt8], key: [UInt8], nonce: [UInt8], authenticating data: [UInt8]
) throws(SealRefusal) -> [UInt8] {
  let context = try gcmContext(key, nonce, encrypting: true)
  var box = [UInt8](repeating: 0, count: plain.count + gcmTagLength)
  var length: Int32 = 0
  if !data.isEmpty {
    try check(
      unsafe EVP_EncryptUpdate(context.pointer, nil, &length, data, Int32(data.count)) == 1,
      "EVP_EncryptUpdate")
  }
  if !plain.isEmpty {
    try check(
      unsafe EVP_EncryptUpdate(context.pointer, &box, &length, plain, Int32(plain.count)) == 1,
      "EVP_EncryptUpdate")
  }
  var tag = [UInt8](repeating: 0, count: gcmTagLength)
  var rest: Int32 = 0
  try check(
    unsafe EVP_EncryptFinal_ex(context.pointer, &tag, &rest) == 1
      && EVP_CIPHER_CTX_ctrl(
        context.pointer, EVP_CTRL_AEAD_GET_TAG, Int32(gcmTagLength), &tag) == 1,
    "EVP_EncryptFinal_ex")
  box.replaceSubrange(plain.count..., with: tag)
  return box
}

/// Decrypts and checks the tag at the end; nothing when anything was changed.
///
/// - Precondition: a key of 16 or 32 bytes, a nonce of 12.
func gcmOpen(
  _ box: [UInt8], key: [UInt8], nonce: [UInt8], authenticating data: [UInt8]
) throws(SealRefusal) -> [UInt8]? {
  guard box.count >= gcmTagLength else { return nil }
  let context = try gcmContext(key, nonce, encrypting: false)
  let cipher = Array(box.dropLast(gcmTagLength))
  var tag = Array(box.suffix(gcmTagLength))
  var plain = [UInt8](repeating: 0, count: cipher.count + 1)
  var length: Int32 = 0
  if !data.isEmpty {
    try check(
      unsafe EVP_DecryptUpdate(context.pointer, nil, &length, data, Int32(data.count)) == 1,
      "EVP_DecryptUpdate")
  }
  if !cipher.isEmpty {
    try check(
      unsafe EVP_DecryptUpdate(context.pointer, &plain, &length, cipher, Int32(cipher.count)) == 1,
      "EVP_DecryptUpdate")
  }
  try check(
    unsafe EVP_CIPHER_CTX_ctrl(
      context.pointer, EVP_CTRL_AEAD_SET_TAG, Int32(gcmTagLength), &tag) == 1,
    "EVP_CTRL_AEAD_SET_TAG")
  var last = [UInt8](repeating: 0, count: gcmTagLength)
  var rest: Int32 = 0
  guard unsafe EVP_DecryptFinal_ex(context.pointer, &last, &rest) == 1 else {
    ERR_clear_error()
    return nil
  }
  return Array(plain.prefix(cipher.count))
}

private func gcmContext(
  _ key: [UInt8], _ nonce: [UInt8], encrypting: Bool
) throws(SealRefusal) -> Owned {
  precondition([16, 32].contains(key.count) && nonce.count == 12, "sizes that AES-GCM takes")
  let context = unsafe try Owned(EVP_CIPHER_CTX_new(), "EVP_CIPHER_CTX_new") {
    unsafe EVP_CIPHER_CTX_free($0)
  }
  let cipher = unsafe key.count == 32 ? EVP_aes_256_gcm() : EVP_aes_128_gcm()
  let began = unsafe EVP_CipherInit_ex2(
    context.pointer, cipher, key, nonce, encrypting ? 1 : 0, nil)
  try check(began == 1, "EVP_CipherInit_ex2")
  return context
}

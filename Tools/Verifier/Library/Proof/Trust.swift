import COpenSSL

/// Whom a verification trusts: one authority and, better, the list of its signers.
struct Trust {
  /// The file it was read from.
  let path: String
  /// The authority's certificate.
  let authority: Handle
  /// The SHA-256 of the authority's certificate.
  let fingerprint: String
  /// The SIREN of the organisation, when the file says it.
  let siren: String?
  /// The signers, when the file lists them.
  let signers: [TrustedSigner]?

  /// Reads `trust.json` or a certificate in PEM.
  ///
  /// - Throws: ``VerifierFault``.
  init(_ path: String) throws(VerifierFault) {
    let bytes = try readable(path)
    self.path = path
    guard bytes.first == UInt8(ascii: "{") else {
      (authority, fingerprint) = try certificate(bytes, path)
      siren = nil
      signers = nil
      return
    }
    guard let json = try? JSON(canonical: bytes), json["format"]?.string == "soleil-trust/1",
      let siren = json["organisation"]?["siren"]?.string,
      let file = json["authority"]?["file"]?.string, !file.contains("/"),
      let digest = json["authority"]?["sha256"]?.string,
      let list = json["signers"]?.array
    else { throw .trustIsMalformed(path) }
    let pem = join(split(path).folder, file)
    (authority, fingerprint) = try certificate(try readable(pem), pem)
    guard fingerprint == digest else { throw .trustIsMalformed(path) }
    self.siren = siren
    signers = list.compactMap { TrustedSigner($0) }
    guard signers?.count == list.count else { throw .trustIsMalformed(path) }
  }

  /// The file beside the closings or the statements that hold a path, or nothing.
  static func beside(_ path: String) -> String? {
    var folder = path
    for _ in 0..<3 {
      folder = folder == "." || folder.hasSuffix("..") ? join(folder, "..") : split(folder).folder
      for name in ["trust/trust.json", "trust/ca.pem"]
      where kind(join(folder, name)) == .file { return join(folder, name) }
    }
    return nil
  }
}

/// One signing certificate, and the months it signs for.
struct TrustedSigner {
  let sha256: String
  let from: String
  let to: String?

  init?(_ json: JSON) {
    guard let sha256 = json["sha256"]?.string, isDigest(sha256),
      let from = json["from"]?.string, Month(from) != nil,
      json["to"] == nil || Month(json["to"]?.string ?? "") != nil
    else { return nil }
    self.sha256 = sha256
    self.from = from
    to = json["to"]?.string
  }

  func signs(_ fingerprint: String, for month: String) -> Bool {
    sha256 == fingerprint && from <= month && month <= (to ?? month)
  }
}

/// Why a verification cannot even begin.
public enum VerifierFault: Error, Equatable {
  /// There is nothing to read at this path.
  case cannotOpen(String)
  /// The folder at this path is empty.
  case nothingToVerify(String)
  /// The trust file is not one, or its authority is not the one it names.
  case trustIsMalformed(String)
  /// The remembered head is not one.
  case headIsMalformed(String)

  /// 66 for what cannot be opened or is not there, 65 for what cannot be understood.
  public var exitCode: Int32 {
    switch self {
    case .cannotOpen, .nothingToVerify: 66
    case .trustIsMalformed, .headIsMalformed: 65
    }
  }

  /// The stable name of the fault.
  public var code: String {
    switch self {
    case .cannotOpen: "cannot-open"
    case .nothingToVerify: "nothing-to-verify"
    case .trustIsMalformed: "trust-malformed"
    case .headIsMalformed: "head-malformed"
    }
  }
}

func readable(_ path: String) throws(VerifierFault) -> [UInt8] {
  do { return try content(of: path, most: 1 << 22) } catch { throw .cannotOpen(path) }
}

private func certificate(
  _ pem: [UInt8], _ path: String
) throws(VerifierFault) -> (Handle, String) {
  defer { ERR_clear_error() }
  guard let file = unsafe Handle(BIO_new(BIO_s_mem()), freedBy: { unsafe BIO_free_all($0) }),
    !pem.isEmpty, unsafe BIO_write(file.pointer, pem, Int32(clamping: pem.count)) == pem.count,
    let authority = unsafe Handle(
      PEM_read_bio_X509(file.pointer, nil, nil, nil), freedBy: { unsafe X509_free($0) }),
    unsafe X509_check_ca(authority.pointer) == 1
  else { throw .trustIsMalformed(path) }
  return (authority, hexadecimal(hash(encoded(authority))))
}

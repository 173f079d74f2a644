import COpenSSL

/// Whom a verification trusts: one authority and, better, the list of its signers.
struct Trust {
  /// The file it was read from.
  let path: String
  /// The certificates met on the way.
  let shelf: Shelf
  /// The authority's certificate.
  let authority: Certificate
  /// The SIREN of the organisation, when the file says it.
  let siren: String?
  /// The signers, when the file lists them.
  let signers: [TrustedSigner]?
  /// The services whose time stamps are believed.
  let timestamping: [Certificate]
  /// The certificates that the authority took back, when the file names their list.
  let revocations: Revocations?
  /// Whether the authority itself signed the file.
  let isSigned: Bool

  /// Reads `trust.json` or a certificate in PEM.
  ///
  /// - Throws: ``VerifierFault``.
  init(_ path: String) throws(VerifierFault) {
    let bytes = try readable(path)
    self.path = path
    shelf = Shelf()
    guard bytes.first == UInt8(ascii: "{") else {
      authority = try Trust.authority(bytes, path)
      (siren, signers, timestamping, revocations, isSigned) = (nil, nil, [], nil, false)
      return
    }
    guard let json = try? JSON(canonical: bytes), json["format"]?.string == "soleil-trust/1",
      let siren = json["organisation"]?["siren"]?.string, let list = json["signers"]?.array
    else { throw .trustIsMalformed(path) }
    let pem = try Trust.file(json["authority"], beside: path)
    authority = try Trust.authority(pem.bytes, pem.path)
    guard authority.fingerprint == json["authority"]?["sha256"]?.string else {
      throw .trustIsMalformed(path)
    }
    self.siren = siren
    signers = list.compactMap { TrustedSigner($0) }
    guard signers?.count == list.count else { throw .trustIsMalformed(path) }
    timestamping = try Trust.services(json["timestamping"], beside: path)
    revocations = try Trust.revocations(json["revocations"], beside: path, authority)
    isSigned = try Trust.isSigned(bytes, path, authority, shelf)
  }

  /// Whether the authority issued a certificate for signing documents; the time at which that is asked
  /// does not matter here.
  ///
  /// - Returns: what is wrong, or nothing.
  func fault(of certificate: Certificate) -> Code? {
    shelf.fault(of: certificate) {
      let path = Path(roots: [authority], purpose: X509_PURPOSE_SMIME_SIGN)
      do throws(SignatureFault) { _ = try path.chain(from: certificate) } catch {
        return error.code
      }
      return certificate.signsDocuments ? nil : .wrongKeyUsage
    }
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

extension Trust {
  /// The file beside that an entry names.
  private static func file(
    _ entry: JSON?, beside path: String
  ) throws(VerifierFault) -> (bytes: [UInt8], path: String) {
    guard let name = entry?["file"]?.string, !name.contains("/"),
      let digest = entry?["sha256"]?.string, isDigest(digest)
    else { throw .trustIsMalformed(path) }
    let place = join(split(path).folder, name)
    return (try readable(place), place)
  }

  private static func authority(
    _ pem: [UInt8], _ path: String
  ) throws(VerifierFault) -> Certificate {
    guard let found = certificate(pem), unsafe X509_check_ca(found.handle.pointer) == 1 else {
      throw .trustIsMalformed(path)
    }
    return found
  }

  private static func services(
    _ list: JSON?, beside path: String
  ) throws(VerifierFault) -> [Certificate] {
    guard let list else { return [] }
    guard let entries = list.array else { throw .trustIsMalformed(path) }
    var services: [Certificate] = []
    for entry in entries {
      let pem = try file(entry, beside: path)
      guard let service = certificate(pem.bytes),
        service.fingerprint == entry["sha256"]?.string
      else { throw .trustIsMalformed(pem.path) }
      services.append(service)
    }
    return services
  }

  private static func revocations(
    _ entry: JSON?, beside path: String, _ authority: Certificate
  ) throws(VerifierFault) -> Revocations? {
    guard let entry else { return nil }
    let pem = try file(entry, beside: path)
    guard hexadecimal(hash(pem.bytes)) == entry["sha256"]?.string,
      let list = Revocations(pem.bytes, by: authority)
    else { throw .trustIsMalformed(pem.path) }
    return list
  }

  /// Whether the authority signed the file; a signature that does not hold is worse than none.
  private static func isSigned(
    _ bytes: [UInt8], _ path: String, _ authority: Certificate, _ shelf: Shelf
  ) throws(VerifierFault) -> Bool {
    let place = path + ".p7s"
    guard kind(place) != .nothing else { return false }
    guard let message = try? SignedMessage(readable(place), over: bytes, shelf),
      message.certificate.der == authority.der
    else { throw .trustIsMalformed(place) }
    return true
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

/// The first certificate of a text in PEM.
private func certificate(_ pem: [UInt8]) -> Certificate? {
  defer { ERR_clear_error() }
  guard let file = unsafe Handle(BIO_new(BIO_s_mem()), freedBy: { unsafe BIO_free_all($0) }),
    !pem.isEmpty, unsafe BIO_write(file.pointer, pem, Int32(clamping: pem.count)) == pem.count,
    let found = unsafe Handle(
      PEM_read_bio_X509(file.pointer, nil, nil, nil), freedBy: { unsafe X509_free($0) })
  else { return nil }
  return Certificate(encoded(found))
}

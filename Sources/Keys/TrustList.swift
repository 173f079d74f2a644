public import Seal
public import Text
public import Units

/// Whom to trust: what `trust.json` says to those who verify.
///
/// The authority signs it (`trust.json.p7s`), so that whoever pins the authority's fingerprint is told of
/// no other signer, service or revocation than the authority knows.
public struct TrustList: Hashable, Sendable {
  /// The name of the format.
  public static let format = "soleil-trust/1"

  /// A file beside, by its digest: of a certificate in DER, of a list of revocations as it stands.
  public struct NamedFile: Hashable, Sendable {
    /// Its name.
    public let file: String
    /// The digest.
    public let sha256: Digest

    /// A file of a name.
    public init(_ file: String, _ sha256: Digest) {
      self.file = file
      self.sha256 = sha256
    }
  }

  /// A signing certificate and the months it signs for.
  public struct Listed: Hashable, Sendable {
    /// The digest of the certificate.
    public let sha256: Digest
    /// The first month.
    public let from: Month
    /// The last month; nothing while it goes on.
    public var to: Month?

    /// A certificate listed.
    public init(_ sha256: Digest, from: Month, to: Month? = nil) {
      self.sha256 = sha256
      self.from = from
      self.to = to
    }
  }

  /// The cooperative.
  public let organisation: OrganisationName
  /// The authority's certificate.
  public let authority: NamedFile
  /// The certificates that sign, oldest first.
  public var signers: [Listed]
  /// The services whose time stamps are believed.
  public var timestamping: [NamedFile]
  /// The list of certificates taken back.
  public var revocations: NamedFile?

  /// A list.
  public init(
    _ organisation: OrganisationName, authority: NamedFile, signers: [Listed],
    timestamping: [NamedFile] = [], revocations: NamedFile? = nil
  ) {
    self.organisation = organisation
    self.authority = authority
    self.signers = signers
    self.timestamping = timestamping
    self.revocations = revocations
  }

  /// The list as JSON.
  public var json: JSON {
    var members: [String: JSON] = [
      "format": .string(TrustList.format),
      "organisation": ["name": .string(organisation.name), "siren": .string(organisation.siren)],
      "authority": authority.json, "signers": .array(signers.map(\.json)),
    ]
    if !timestamping.isEmpty { members["timestamping"] = .array(timestamping.map(\.json)) }
    members["revocations"] = revocations?.json
    return .object(members)
  }

  /// Reads a list; nothing when it is not one.
  public init?(_ json: JSON) {
    guard json["format"]?.stringValue == TrustList.format,
      let name = json["organisation"]?["name"]?.stringValue,
      let siren = json["organisation"]?["siren"]?.stringValue,
      let organisation = try? OrganisationName(name: name, siren: siren),
      let authority = NamedFile(json["authority"]), let list = json["signers"]?.arrayValue
    else { return nil }
    let signers = list.compactMap { Listed($0) }
    let services = json["timestamping"]?.arrayValue ?? []
    let timestamping = services.compactMap { NamedFile($0) }
    guard signers.count == list.count, timestamping.count == services.count else { return nil }
    self.init(
      organisation, authority: authority, signers: signers, timestamping: timestamping,
      revocations: NamedFile(json["revocations"]))
  }
}

extension TrustList.NamedFile {
  fileprivate var json: JSON { ["file": .string(file), "sha256": .string(sha256.hex)] }

  fileprivate init?(_ json: JSON?) {
    guard let file = json?["file"]?.stringValue,
      let digest = json?["sha256"]?.stringValue.flatMap({ Digest(hex: $0) })
    else { return nil }
    self.init(file, digest)
  }
}

extension TrustList.Listed {
  fileprivate var json: JSON {
    var members: [String: JSON] = [
      "from": .string(from.description), "sha256": .string(sha256.hex),
    ]
    members["to"] = to.map { .string($0.description) }
    return .object(members)
  }

  fileprivate init?(_ json: JSON) {
    guard let digest = json["sha256"]?.stringValue.flatMap({ Digest(hex: $0) }),
      let from = json["from"]?.stringValue.flatMap({ try? Month($0) })
    else { return nil }
    self.init(digest, from: from, to: json["to"]?.stringValue.flatMap { try? Month($0) })
  }
}

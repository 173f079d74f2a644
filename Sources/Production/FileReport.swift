public import Units

/// What direction of energy a grid file says it tells.
public enum Flow: String, Hashable, Sendable {
  /// Fed into the grid.
  case production
  /// Taken from the grid.
  case consumption
}

/// What was read from one file: the verdict, why, and the days.
public struct FileReport: Hashable, Sendable {
  /// The path as the user named it.
  public let path: String
  /// The digest of the file's bytes.
  public internal(set) var digest: Digest
  /// The name of the profile it was read with, when one fits.
  public var profile: String?
  /// The direction the file states, when it states one.
  public var flow: Flow?
  /// Everything found, in the order of the file.
  public var findings: [Finding]
  /// The days it tells, by meter and day; none when the file is refused.
  public var days: [MeterDay]

  /// The worst of the findings.
  public var verdict: Verdict { findings.verdict }

  /// States what was read.
  public init(
    path: String, digest: Digest, profile: String? = nil, flow: Flow? = nil,
    findings: [Finding] = [], days: [MeterDay] = []
  ) {
    self.path = path
    self.digest = digest
    self.profile = profile
    self.flow = flow
    self.findings = findings
    self.days = days
  }
}

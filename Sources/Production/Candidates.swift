import Units

extension Profile {
  /// The profiles whose headings the file has: a proposal, never a decision.
  ///
  /// Where two formats share their headings, the steps between the first rows tell which is meant.
  public static func candidates(
    for file: SourceFile, among profiles: [Profile] = Profile.builtIn
  ) -> [Profile] {
    guard case .success(let text) = file.decoded() else { return [] }
    return fitting(text, path: file.path, among: profiles).compactMap {
      if case .bound = $0.binding { $0.profile } else { nil }
    }
  }

  /// Every profile that knows the file; broken ones only when none is whole.
  static func fitting(
    _ text: DecodedText, path: String, among profiles: [Profile]
  ) -> [(profile: Profile, binding: Binding)] {
    var lines = HeadingLines()
    let all = profiles.map { profile in
      (
        profile: profile,
        binding: profile.bind(lines.lines(text, for: profile), text, path: path)
      )
    }
    let known = all.filter {
      if case .foreign = $0.binding { false } else { true }
    }
    let bound = known.filter { if case .bound = $0.binding { true } else { false } }
    guard bound.count > 1 else { return bound.isEmpty ? known : bound }
    let sights = bound.map { profile, binding -> Sight? in
      guard case .bound(let layout) = binding else { return nil }
      return firstRows(text, profile, layout, path: path)
    }
    let closest = bound.indices.filter { index in
      guard let sight = sights[index] else { return true }
      let steps = bound[index].profile.steps
      guard !steps.isEmpty, let step = sight.step else { return sight.hasRows }
      return steps.contains(step) && sight.hasRows
    }
    guard !closest.isEmpty else { return bound }
    let ofTheUnit = closest.filter { sights[$0]?.hasItsUnit ?? true }
    // Where no profile has the unit of the rows, one of them says so.
    return (ofTheUnit.isEmpty ? Array(closest.prefix(1)) : ofTheUnit).map { bound[$0] }
  }

  /// What the first rows of a file show.
  private struct Sight {
    let hasRows: Bool
    /// The least distance between two of them, in seconds.
    let step: Int64?
    /// Whether rows that state a unit state the profile's.
    let hasItsUnit: Bool
  }

  /// What the first lines hold for the profile; nothing without lines.
  private static func firstRows(
    _ text: DecodedText, _ profile: Profile, _ layout: Layout, path: String
  ) -> Sight? {
    guard layout.start < text.bytes.count else { return nil }
    var reader = RowReader(profile, layout, path: path)
    reader.read(text.bytes.span, from: layout.start, mostRows: 200)
    guard let series = reader.series.first(where: { !$0.isEmpty }) else {
      return reader.log.all.isEmpty && profile.rules.isEmpty
        ? nil : Sight(hasRows: false, step: nil, hasItsUnit: false)
    }
    let rows = series.rows.unpacked()
    let step = zip(rows, rows.dropFirst()).map { abs(Int64($1.local) - Int64($0.local)) }
      .filter { $0 > 0 }.min()
    let hasItsUnit = !reader.log.all.contains { $0.code == .unitUnexpected }
    return Sight(hasRows: true, step: step, hasItsUnit: hasItsUnit)
  }
}

/// The profile that a file is read with, and how.
struct Choice {
  var profile: Profile?
  var binding: Binding

  /// The profile asked for, or the only one that fits; two that fit are a question.
  init(_ asked: Profile?, among profiles: [Profile], _ text: DecodedText, path: String) {
    if let asked {
      (profile, binding) = (asked, asked.bind(text, path: path))
      return
    }
    let fitting = Profile.fitting(text, path: path, among: profiles)
    let place = Place(file: path, line: 1)
    guard fitting.count != 1 else {
      (profile, binding) = fitting[0]
      if case .bound = binding, fitting[0].profile.isOnlyByName {
        let words = fitting[0].profile.name
        binding = .broken(Finding(.formatMustBeNamed, at: place, words: words))
      }
      return
    }
    guard let first = fitting.first else {
      binding = .foreign
      return
    }
    if case .broken = first.binding {
      // None is whole: the one that lacks the least is the one a person would mean.
      binding = first.binding
      return
    }
    if fitting.allSatisfy({ Choice.isEmpty($0.profile, $0.binding, text, path) }) {
      binding = .broken(Finding(.noDataRow, at: place))
      return
    }
    let names = fitting.map(\.profile.name).joined(separator: ", ")
    binding = .broken(Finding(.formatAmbiguous, at: place, words: names))
  }

  private static func isEmpty(
    _ profile: Profile, _ binding: Binding, _ text: DecodedText, _ path: String
  ) -> Bool {
    guard case .bound(let layout) = binding else { return false }
    var reader = RowReader(profile, layout, path: path)
    reader.read(text.bytes.span, from: layout.start, mostRows: 1_000)
    return reader.series.allSatisfy(\.isEmpty) && reader.log.all.isEmpty
  }
}

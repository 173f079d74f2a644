import Units

extension Profile {
  /// The built-in profiles whose headings the file has: a proposal, never a decision.
  ///
  /// Where two formats share their headings, the steps between the first rows tell which is meant.
  public static func candidates(for file: SourceFile) -> [Profile] {
    guard case .success(let text) = file.decoded() else { return [] }
    return fitting(text, path: file.path).compactMap {
      if case .bound = $0.binding { $0.profile } else { nil }
    }
  }

  /// Every built-in profile that knows the file, whole or broken.
  static func fitting(
    _ text: DecodedText, path: String
  ) -> [(profile: Profile, binding: Binding)] {
    let known = builtIn.map { ($0, $0.bind(text, path: path)) }.filter {
      if case .foreign = $0.1 { false } else { true }
    }
    guard known.count > 1 else { return known }
    return known.filter { profile, binding in
      guard case .bound(let layout) = binding, !profile.steps.isEmpty,
        let step = firstStep(text, profile, layout, path: path)
      else { return true }
      return profile.steps.contains(step)
    }
  }

  /// The smallest distance between the first rows, in seconds.
  private static func firstStep(
    _ text: DecodedText, _ profile: Profile, _ layout: Layout, path: String
  ) -> Int64? {
    var reader = RowReader(profile, layout, path: path)
    reader.read(text.bytes.span, mostRows: 50)
    let rows = reader.series.first?.rows ?? []
    return zip(rows, rows.dropFirst()).map { abs(Int64($1.local) - Int64($0.local)) }
      .filter { $0 > 0 }.min()
  }
}

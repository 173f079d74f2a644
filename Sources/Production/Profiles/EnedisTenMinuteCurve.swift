extension Profile {
  /// Enedis load curve of a larger site (C1 to C4), every ten minutes: mean power, start-stamped.
  public static let enedisTenMinuteCurve = enedis(
    "enedis-ten-minute-curve", meaning: .start, steps: [600])
}

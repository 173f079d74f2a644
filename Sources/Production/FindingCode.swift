/// What was found in a file. The raw value is stable: scripts and transcripts rely on it.
public enum FindingCode: String, Hashable, Sendable, CaseIterable {
  // Worth a note; the file is taken as it is.
  case rowsNewestFirst = "rows-newest-first"
  case rowsOutOfOrder = "rows-out-of-order"
  case edgeDayIncomplete = "edge-day-incomplete"
  case firstDayOfPlant = "first-day-of-plant"
  case stepChanges = "step-changes"
  case fileSaysConsumption = "file-says-consumption"

  // A warning: the figures are right, and a person should know.
  case rowsMissing = "rows-missing"
  case daysMissing = "days-missing"
  case valuesMissing = "values-missing"
  case dayIncomplete = "day-incomplete"
  case rowsRepeated = "rows-repeated"
  case negativePower = "negative-power"
  case counterDips = "counter-dips"
  case counterAndPowerDisagree = "counter-and-power-disagree"
  case counterRolledOverAsDeclared = "counter-rolled-over-as-declared"
  case clockSteppedBack = "clock-stepped-back"
  case spanWithoutDailySplit = "span-without-daily-split"
  case repeatedHourNewestFirst = "repeated-hour-newest-first"
  case localTimeDoesNotExist = "local-time-does-not-exist"
  case decimalMarkDiffers = "decimal-mark-differs"
  case lastLineCut = "last-line-cut"
  case dayAlreadyKnown = "day-already-known"
  case partialDayAlreadyKnown = "partial-day-already-known"
  case incompleteDayReplaced = "incomplete-day-replaced"

  // A person decides.
  case formatAmbiguous = "format-ambiguous"
  case rowsContradict = "rows-contradict"
  case counterReset = "counter-reset"
  case counterRolledOver = "counter-rolled-over"
  case skippedHourHasRows = "skipped-hour-has-rows"
  case stepUnknown = "step-unknown"
  case dayContradicts = "day-contradicts"

  // Nothing of the file is believed.
  case fileEmpty = "file-empty"
  case fileIsWebPage = "file-is-web-page"
  case fileIsWorkbook = "file-is-workbook"
  case nulByte = "nul-byte"
  case bytesUndecodable = "bytes-undecodable"
  case formatUnknown = "format-unknown"
  case headingMissing = "heading-missing"
  case headingTwice = "heading-twice"
  case unitUnexpected = "unit-unexpected"
  case identifierLost = "identifier-lost"
  case meterUnknown = "meter-unknown"
  case severalDevicesForOneMeter = "several-devices-for-one-meter"
  case noDataRow = "no-data-row"
  case stampUnreadable = "stamp-unreadable"
  case stampImpossible = "stamp-impossible"
  case stampInFuture = "stamp-in-future"
  case valueUnreadable = "value-unreadable"
  case decimalMarkUnclear = "decimal-mark-unclear"
  case tooManyCells = "too-many-cells"
  case lastValueCut = "last-value-cut"
  case stepNotOfProfile = "step-not-of-profile"
  case powerImpossible = "power-impossible"
  case energyTooSmall = "energy-too-small"

  /// What one such finding makes of a file.
  public var verdict: Verdict {
    switch self {
    case .rowsNewestFirst, .rowsOutOfOrder, .edgeDayIncomplete, .firstDayOfPlant, .stepChanges,
      .fileSaysConsumption:
      .accept
    case .rowsMissing, .daysMissing, .valuesMissing, .dayIncomplete, .rowsRepeated, .negativePower,
      .counterDips, .counterAndPowerDisagree, .counterRolledOverAsDeclared, .clockSteppedBack,
      .spanWithoutDailySplit, .repeatedHourNewestFirst, .localTimeDoesNotExist,
      .decimalMarkDiffers, .lastLineCut, .dayAlreadyKnown, .partialDayAlreadyKnown,
      .incompleteDayReplaced:
      .acceptWithWarning
    case .formatAmbiguous, .rowsContradict, .counterReset, .counterRolledOver,
      .skippedHourHasRows, .stepUnknown, .dayContradicts:
      .hold
    case .fileEmpty, .fileIsWebPage, .fileIsWorkbook, .nulByte, .bytesUndecodable, .formatUnknown,
      .headingMissing, .headingTwice, .unitUnexpected, .identifierLost, .meterUnknown,
      .severalDevicesForOneMeter, .noDataRow, .stampUnreadable, .stampImpossible, .stampInFuture,
      .valueUnreadable, .decimalMarkUnclear, .tooManyCells, .lastValueCut, .stepNotOfProfile,
      .powerImpossible, .energyTooSmall:
      .refuse
    }
  }
}

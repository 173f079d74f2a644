/// What was found in a file.
///
/// The raw value is stable: scripts and transcripts rely on it.
public enum FindingCode: String, Hashable, Sendable, CaseIterable {
  // Worth a note; the file is taken as it is.
  /// Rows come newest first.
  case rowsNewestFirst = "rows-newest-first"
  /// Rows come in no order of time; they were sorted.
  case rowsOutOfOrder = "rows-out-of-order"
  /// The first or last day of the file is cut by the export.
  case edgeDayIncomplete = "edge-day-incomplete"
  /// The counter starts from zero within the day: the plant is new.
  case firstDayOfPlant = "first-day-of-plant"
  /// The distance between rows changes inside the file.
  case stepChanges = "step-changes"
  /// A grid file says that it tells consumption, not production.
  case fileSaysConsumption = "file-says-consumption"

  // A warning: the figures are right, and a person should know.
  /// Rows a steady recorder would have written are missing.
  case rowsMissing = "rows-missing"
  /// Days between two rows are missing.
  case daysMissing = "days-missing"
  /// Rows have no value; unknown is not zero.
  case valuesMissing = "values-missing"
  /// A day inside the file is not covered to its end.
  case dayIncomplete = "day-incomplete"
  /// The same instant is written twice with the same value; it counts once.
  case rowsRepeated = "rows-repeated"
  /// The power is below zero, as at night; it counts as none.
  case negativePower = "negative-power"
  /// The counter falls a little and comes back; the reading is left out.
  case counterDips = "counter-dips"
  /// The counter and the mean power beside it tell two energies.
  case counterAndPowerDisagree = "counter-and-power-disagree"
  /// The counter started again at its declared size; the energy is exact.
  case counterRolledOverAsDeclared = "counter-rolled-over-as-declared"
  /// The clock was set back while the counter went on.
  case clockSteppedBack = "clock-stepped-back"
  /// The counter moved over several midnights without a reading between.
  case spanWithoutDailySplit = "span-without-daily-split"
  /// The repeated hour of October was told apart by an order that runs backwards.
  case repeatedHourNewestFirst = "repeated-hour-newest-first"
  /// A counter is written at a local time that March skips; the row is left out.
  case localTimeDoesNotExist = "local-time-does-not-exist"
  /// Numbers are written with the other decimal mark, and prove it.
  case decimalMarkDiffers = "decimal-mark-differs"
  /// The last line is cut; it is left out.
  case lastLineCut = "last-line-cut"
  /// A row lacks a cell it must have; its value is not believed.
  case rowDamaged = "row-damaged"
  /// The heading states a unit that this portal's column is not in.
  case headingUnitLies = "heading-unit-lies"
  /// Two meters of the same energy tell different days.
  case metersDisagree = "meters-disagree"
  /// A meter tells the sum of the others: its energy is theirs.
  case totalBesideParts = "total-beside-parts"
  /// The meter was changed as declared; the energy is exact.
  case meterChangedAsDeclared = "meter-changed-as-declared"
  /// The day is known with the same energy; it is skipped.
  case dayAlreadyKnown = "day-already-known"
  /// Part of a day lies within what is known; it is skipped.
  case partialDayAlreadyKnown = "partial-day-already-known"
  /// A fuller telling replaces a day that was incomplete.
  case incompleteDayReplaced = "incomplete-day-replaced"

  // A person decides.
  /// Two profiles fit.
  case formatAmbiguous = "format-ambiguous"
  /// The same instant is written twice with two values.
  case rowsContradict = "rows-contradict"
  /// The counter falls and stays low: it was replaced or set back.
  case counterReset = "counter-reset"
  /// The counter seems to have passed its largest number, of a size nobody declared.
  case counterRolledOver = "counter-rolled-over"
  /// Intervals are written in the hour that March skips.
  case skippedHourHasRows = "skipped-hour-has-rows"
  /// The length of an interval cannot be told from its neighbours.
  case stepUnknown = "step-unknown"
  /// A counter that should start again every midnight did not, or did within the day.
  case dailyCounterNotReset = "daily-counter-not-reset"
  /// The file looks like this format, whose headings do not tell its unit: it must be named.
  case formatMustBeNamed = "format-must-be-named"
  /// No date proves which figure is the day and which the month.
  case dateOrderUnproved = "date-order-unproved"
  /// The day is known with another energy.
  case dayContradicts = "day-contradicts"

  // Nothing of the file is believed.
  /// The file has no content.
  case fileEmpty = "file-empty"
  /// The file is a web page.
  case fileIsWebPage = "file-is-web-page"
  /// The file is a workbook or another archive, not text.
  case fileIsWorkbook = "file-is-workbook"
  /// The file has a NUL byte: a failed copy, or text of another encoding.
  case nulByte = "nul-byte"
  /// Some bytes are no letters in the encoding of the format.
  case bytesUndecodable = "bytes-undecodable"
  /// No profile fits.
  case formatUnknown = "format-unknown"
  /// A column or line that the format must have is not there.
  case headingMissing = "heading-missing"
  /// A column that must be one stands twice.
  case headingTwice = "heading-twice"
  /// A column is in another unit than the format has.
  case unitUnexpected = "unit-unexpected"
  /// The file measures something else than active energy of a known direction.
  case quantityUnexpected = "quantity-unexpected"
  /// A spreadsheet turned the device's number into a rounded one.
  case identifierLost = "identifier-lost"
  /// The device is no meter of the book.
  case meterUnknown = "meter-unknown"
  /// The device is another meter of the book than the one that the file was said to belong to.
  case deviceOfAnotherMeter = "device-of-another-meter"
  /// The file has several devices and was said to belong to one meter.
  case severalDevicesForOneMeter = "several-devices-for-one-meter"
  /// There is no row below the headings.
  case noDataRow = "no-data-row"
  /// A date cannot be read.
  case stampUnreadable = "stamp-unreadable"
  /// A date reads, and the calendar or the clock has no such one.
  case stampImpossible = "stamp-impossible"
  /// A row lies in the future.
  case stampInFuture = "stamp-in-future"
  /// A value is no number.
  case valueUnreadable = "value-unreadable"
  /// Numbers are written with the other decimal mark, and nothing proves it.
  case decimalMarkUnclear = "decimal-mark-unclear"
  /// A line is longer than any row could be.
  case lineTooLong = "line-too-long"
  /// A row has more cells than there are headings.
  case tooManyCells = "too-many-cells"
  /// The last number is cut: the counter would fall.
  case lastValueCut = "last-value-cut"
  /// The file's step is not one the profile reads.
  case stepNotOfProfile = "step-not-of-profile"
  /// The energy is more than the plant can give: a unit lies.
  case powerImpossible = "power-impossible"
  /// The energy is far less than the plant gives: a unit lies.
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
      .decimalMarkDiffers, .lastLineCut, .rowDamaged, .headingUnitLies, .metersDisagree,
      .totalBesideParts, .meterChangedAsDeclared, .dayAlreadyKnown, .partialDayAlreadyKnown,
      .incompleteDayReplaced:
      .acceptWithWarning
    case .formatAmbiguous, .rowsContradict, .counterReset, .counterRolledOver,
      .skippedHourHasRows, .stepUnknown, .dailyCounterNotReset, .formatMustBeNamed,
      .dateOrderUnproved, .dayContradicts:
      .hold
    case .fileEmpty, .fileIsWebPage, .fileIsWorkbook, .nulByte, .bytesUndecodable, .formatUnknown,
      .headingMissing, .headingTwice, .unitUnexpected, .quantityUnexpected, .identifierLost,
      .meterUnknown,
      .deviceOfAnotherMeter, .severalDevicesForOneMeter, .noDataRow, .stampUnreadable,
      .stampImpossible, .stampInFuture,
      .valueUnreadable, .decimalMarkUnclear, .lineTooLong, .tooManyCells, .lastValueCut,
      .stepNotOfProfile,
      .powerImpossible, .energyTooSmall:
      .refuse
    }
  }
}

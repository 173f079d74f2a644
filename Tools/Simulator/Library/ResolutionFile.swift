import Units

extension Scale {
  /// What the general meeting of the next June decides of the first year's result: two euros a share,
  /// the least to the legal reserve, the rest carried forward.
  var resolutionFile: TextFile {
    let year = yearEnd.calendar.year
    let meeting = yearEnd.adding(months: 5).adding(days: 12)
    return TextFile(
      "resolutions/\(year + 1)-affectation.toml",
      Fiction.notice + """

        format = "soleil-resolution/1"
        kind = "annual"
        reference = "AG-\(year + 1)-02"
        date = \(meeting)
        dividend_per_share = "2.00"
        payment_date = \(meeting.adding(days: 18))

        """)
  }
}

public import Text

extension ShareTerms {
  /// Reads `[shares]` of the statutes; faults are noted at their places.
  public init(_ table: TableReader) {
    self.init()
    table.allow([
      "effective", "release_percent", "lock_up_months", "notice_months", "lots", "exit_price",
      "transfers_need_approval", "article", "resolution", "valid_from",
    ])
    if table.has("effective") {
      effective = table.choice("effective", EffectiveRule.self) ?? effective
    }
    releasePercent = table.optionalInteger("release_percent", in: 50...100) ?? releasePercent
    lockUpMonths = Int(table.optionalInteger("lock_up_months", in: 0...120) ?? 0)
    noticeMonths = Int(table.optionalInteger("notice_months", in: 0...60) ?? 0)
    if table.has("lots") { lots = table.choice("lots", LotRule.self) ?? lots }
    if table.has("exit_price") {
      exitPrice = table.choice("exit_price", ExitPriceRule.self) ?? exitPrice
    }
    _ = table.optionalText("resolution")
    transfersNeedApproval = table.flag("transfers_need_approval")
    article = table.optionalText("article") ?? article
  }
}

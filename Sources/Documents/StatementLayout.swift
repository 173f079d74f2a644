import Units
import Wording

/// Lays a statement out on its page, from the top down.
struct StatementLayout {
  static let left = 5_000
  static let right = Canvas.width - 5_000
  static let width = right - left
  /// The most lines that fit: more movements are counted, not listed; more steps are refused.
  private static let mostMovements = 5
  private static let mostSteps = 9
  /// Fewer movements are listed where the account needs room as well.
  private var movementsListed: Int { page.money.isEmpty ? Self.mostMovements : 2 }

  let page: StatementPage
  var canvas: Canvas
  private var y = 0
  /// Pages with few rows are set wider.
  private let rowHeight: Int
  private let headingGap: Int

  /// Draws the page in the smallest fonts that have its characters.
  ///
  /// - Throws: ``DocumentsRefusal``.
  static func draw(_ page: StatementPage) throws(DocumentsRefusal) -> (Canvas, Fonts) {
    guard page.steps.count <= mostSteps else {
      throw .stepsDoNotFit(page.steps.count, most: mostSteps)
    }
    let small = draw(page, in: .french)
    guard !small.missing.isEmpty else { return (small, .french) }
    let large = draw(page, in: .latin)
    if let scalar = large.missing.first { throw .characterHasNoGlyph(scalar) }
    return (large, .latin)
  }

  private static func draw(_ page: StatementPage, in fonts: Fonts) -> Canvas {
    var layout = StatementLayout(page: page, canvas: Canvas(fonts))
    layout.head()
    layout.cards()
    layout.holdings()
    layout.steps()
    layout.cumulative()
    layout.money()
    layout.chart()
    layout.checking()
    layout.foot()
    return layout.canvas
  }

  private init(page: StatementPage, canvas: Canvas) {
    self.page = page
    self.canvas = canvas
    let rows =
      min(StatementLayout.mostMovements, max(1, page.movements.count)) + page.steps.count + 6
      + 3 * page.money.count
    let isRoomy = rows < 13
    rowHeight = isRoomy ? 1_800 : 1_450
    headingGap = isRoomy ? 2_900 : 2_350
  }

  func said(_ words: Words) -> String { words[page.language] }

  private mutating func head() {
    let (left, right) = (StatementLayout.left, StatementLayout.right)
    canvas.rectangle(x: 0, y: 0, width: Canvas.width, height: 800, ink: .sun)
    canvas.begin(.paragraph)
    canvas.text(
      page.company.name, x: left, y: 4_000, .bold, size: 1_300, ink: .amber,
      limit: StatementLayout.width)
    canvas.text(
      said(
        StatementWords.company(
          page.company.legalForm, siren: page.company.siren, office: page.company.office)),
      x: left, y: 5_250, size: 780, ink: .muted, limit: StatementLayout.width)
    canvas.end()
    canvas.begin(.title)
    canvas.text(said(StatementWords.title), x: left, y: 8_400, .bold, size: 2_200)
    canvas.text(
      said(longMonth(page.month)), x: right, y: 8_400, size: 1_800, ink: .amber, align: .right)
    canvas.end()
    recipient()
    note()
  }

  /// The member's name in full: beside number and college, or above them when it is long.
  private mutating func recipient() {
    let (left, width) = (StatementLayout.left, StatementLayout.width)
    let (name, membership) = (
      page.member.name,
      said(StatementWords.member(page.member.number, college: page.member.college))
    )
    let taken =
      canvas.width(of: name, .bold, size: 1_150)
      + canvas.width(of: membership, .regular, size: 950)
    let isLong = taken > width - 1_500
    canvas.begin(.paragraph)
    canvas.text(name, x: left, y: 10_300, .bold, size: 1_150, limit: width)
    if isLong {
      canvas.text(membership, x: left, y: 11_650, size: 950, ink: .muted, limit: width)
    } else {
      canvas.text(
        membership, x: StatementLayout.right, y: 10_300, size: 950, ink: .muted, align: .right)
    }
    canvas.end()
    y = isLong ? 12_550 : 11_300
  }

  /// What the reader has to know before the figures; never shortened, for it has figures itself.
  private mutating func note() {
    guard let note = page.note else { return }
    canvas.begin(.paragraph)
    y += 400
    for line in canvas.lines(of: note, .bold, size: 850, width: StatementLayout.width) {
      canvas.text(line, x: StatementLayout.left, y: y, .bold, size: 850, ink: .amber)
      y += 1_050
    }
    canvas.end()
    y -= 200
  }

  /// The three figures that a member looks for first.
  private mutating func cards() {
    let gap = 1_100
    let width = (StatementLayout.width - 2 * gap) / 3
    let cards = [
      (
        StatementWords.cardShares, StatementWords.shares(page.closingShares),
        StatementWords.capital(page.capital)
      ),
      (
        StatementWords.cardEnergy, kilowattHours(page.energy),
        StatementWords.produced(page.companyEnergy)
      ),
      (
        StatementWords.cardEntitlement, euros(page.entitlement),
        page.entitlement.isNegative ? StatementWords.notADebt : StatementWords.notAPayment
      ),
    ]
    for (index, (label, figure, remark)) in cards.enumerated() {
      let x = StatementLayout.left + index * (width + gap)
      canvas.rectangle(x: x, y: y, width: width, height: 6_200, ink: .panel)
      canvas.rectangle(x: x, y: y, width: 250, height: 6_200, ink: .sun)
      canvas.begin(.paragraph)
      canvas.text(
        said(label), x: x + 1_000, y: y + 1_500, size: 850, ink: .muted, limit: width - 1_300)
      canvas.text(
        said(figure), x: x + 1_000, y: y + 3_700, .bold, size: 1_700, limit: width - 1_300)
      canvas.text(
        said(remark), x: x + 1_000, y: y + 5_250, size: 780, ink: .muted, limit: width - 1_300)
      canvas.end()
    }
    y += 6_200
  }

  private mutating func holdings() {
    heading(StatementWords.holdings)
    let columns = StatementWords.holdingColumns.map(said)
    canvas.open(.table)
    row(columns, isHeading: true)
    row([
      said(longDay(page.month.previous.last)), said(StatementWords.openingHolding), "",
      said(number(page.openingShares.units)),
    ])
    let hidden = page.movements.count - movementsListed
    let shown = page.movements.prefix(
      hidden > 0 ? movementsListed - 1 : page.movements.count)
    for movement in shown {
      let sign = movement.shares.isNegative ? "" : "+"
      row([
        said(longDay(movement.day)), said(StatementLayout.name(movement.kind)),
        said(number(movement.order)), sign + said(number(movement.shares.units)),
      ])
    }
    if page.movements.isEmpty { row(["", said(StatementWords.noMovement), "", ""], ink: .muted) }
    if hidden > 0 {
      let rest = page.movements.dropFirst(shown.count).reduce(Shares.zero) { $0 + $1.shares }
      let sign = rest.isNegative ? "" : "+"
      row(["", said(StatementWords.moreMovements(hidden + 1)), "", sign + said(number(rest.units))])
    }
    row(
      [
        said(longDay(page.month.last)), said(StatementWords.closingHolding), "",
        said(number(page.closingShares.units)),
      ], isTotal: true)
    canvas.close()
    guard page.shareDays.all > 0 else { return }
    canvas.begin(.paragraph)
    canvas.text(
      said(StatementWords.shareDays(page.shareDays.own, of: page.shareDays.all)),
      x: StatementLayout.left, y: y + 900, size: 800, ink: .muted, limit: StatementLayout.width)
    canvas.end()
    y += 700
  }

  private mutating func steps() {
    heading(StatementWords.steps)
    canvas.open(.table)
    row(StatementWords.stepColumns.map(said), isHeading: true)
    row([said(StatementWords.result), said(euros(page.result)), ""])
    for step in page.steps {
      row([step.label, said(euros(step.company)), step.member.map { said(euros($0)) } ?? "–"])
    }
    row([said(StatementWords.entitlement), "", said(euros(page.entitlement))], isTotal: true)
    canvas.close()
  }

  private mutating func cumulative() {
    heading(StatementWords.cumulative)
    canvas.open(.table)
    row(
      StatementWords.cumulativeColumns(page.month, since: page.yearStart).map(said), isHeading: true
    )
    row([
      said(StatementWords.yourEnergy), said(kilowattHours(page.energy)),
      said(kilowattHours(page.energySinceYearStart)),
    ])
    row([
      said(StatementWords.yourEntitlement), said(euros(page.entitlement)),
      said(euros(page.entitlementSinceYearStart)),
    ])
    canvas.close()
  }

  /// What stands on the member's account and what was paid, in the smallest room.
  private mutating func money() {
    guard !page.money.isEmpty else { return }
    heading(StatementWords.money)
    canvas.begin(.paragraph)
    for sentence in page.money {
      for line in canvas.lines(of: sentence, .regular, size: 850, width: StatementLayout.width) {
        canvas.text(line, x: StatementLayout.left, y: y + 750, size: 850)
        y += 1_050
      }
    }
    canvas.end()
  }

  /// The bars fill what the tables leave.
  private mutating func chart() {
    heading(StatementWords.chart)
    let bottom = 66_900
    let height = max(1_500, min(12_000, bottom - y - 1_200))
    let highest = max(1, page.chart.map(\.energy.units).max() ?? 1)
    let slot = StatementLayout.width / 12
    canvas.begin(.figure)
    canvas.describe(
      said(StatementWords.chartInWords(page.chart.suffix(12).map { ($0.month, tenths($0)) })),
      x: StatementLayout.left, y: y, width: StatementLayout.width, height: height + 2_400)
    for (index, bar) in page.chart.suffix(12).enumerated() {
      let x = StatementLayout.left + index * slot + slot / 2
      let energy = max(0, bar.energy.units)
      let tall = Int(Int64(height) * energy / highest)
      let isCurrent = bar.month == page.month
      canvas.rectangle(
        x: x - 1_300, y: y + 1_200 + height - tall, width: 2_600, height: tall,
        ink: isCurrent ? .sun : .bar)
      canvas.text(
        said(StatementWords.megawattHours(tenths: tenths(bar))), x: x,
        y: y + 900 + height - tall, isCurrent ? .bold : .regular, size: 720, align: .center)
      canvas.text(
        said(StatementWords.shortMonth(bar.month)), x: x, y: y + 2_150 + height,
        isCurrent ? .bold : .regular, size: 720, ink: isCurrent ? .text : .muted, align: .center)
    }
    canvas.rule(x: StatementLayout.left, y: y + 1_200 + height, width: StatementLayout.width)
    canvas.end()
    y += height + 2_150
  }

  /// The energy of a bar in tenths of a megawatt-hour.
  private func tenths(_ bar: StatementPage.Bar) -> Int64 {
    Int64(Rounding.halfAwayFromZero.quotient(Int128(bar.energy.units), 100_000))
  }

  private mutating func checking() {
    y = max(y, 71_000) - headingGap + 1_800
    heading(StatementWords.checking)
    canvas.open(.list)
    for (index, check) in StatementWords.checks.enumerated() {
      canvas.open(.item)
      canvas.begin(.label)
      canvas.text(
        "\(index + 1).", x: StatementLayout.left, y: y + 950, .bold, size: 850, ink: .amber)
      canvas.end()
      canvas.begin(.body)
      canvas.text(
        said(check), x: StatementLayout.left + 1_100, y: y + 950, size: 850,
        limit: StatementLayout.width - 1_100)
      canvas.end()
      canvas.close()
      y += 1_200
    }
    canvas.close()
    canvas.begin(.paragraph)
    canvas.text(
      said(StatementWords.reservation), x: StatementLayout.left, y: y + 1_050, size: 850,
      ink: .muted,
      limit: StatementLayout.width)
    canvas.end()
  }

  private mutating func foot() {
    // The authority's as the minutes of the general meeting print it, compared by eye; the others as
    // sha256sum prints them, compared by copying.
    let lines = [
      (StatementWords.authority, page.authority.grouped),
      (StatementWords.closing(page.closingSequence), page.closing.hex),
      (StatementWords.data, page.data.hex),
    ]
    canvas.rule(x: StatementLayout.left, y: 79_300, width: StatementLayout.width)
    for (index, (label, fingerprint)) in lines.enumerated() {
      let line = 80_400 + index * 1_050
      canvas.begin(.paragraph)
      canvas.text(
        said(label), x: StatementLayout.left, y: line, size: 700, ink: .muted, limit: 18_000)
      canvas.text(
        fingerprint, x: StatementLayout.right, y: line, .fixed, size: 700, ink: .text,
        align: .right)
      canvas.end()
    }
  }

  private mutating func heading(_ words: Words) {
    y += headingGap
    canvas.begin(.heading)
    canvas.text(said(words), x: StatementLayout.left, y: y, .bold, size: 1_080)
    canvas.end()
    y += 550
  }

  /// A row of a table: four columns are date, text, number, number; three are text and two numbers.
  private mutating func row(
    _ cells: [String], isHeading: Bool = false, isTotal: Bool = false, ink: Ink? = nil
  ) {
    let (left, right) = (StatementLayout.left, StatementLayout.right)
    let face: Face = isTotal ? .bold : .regular
    let size = isHeading ? 800 : 920
    let shade = ink ?? (isHeading ? .muted : .text)
    if !isHeading { canvas.rule(x: left, y: y, width: StatementLayout.width) }
    let line = y + (isHeading ? 1_020 : rowHeight * 7 / 10)
    let isWide = cells.count == 4
    let texts = isWide ? [(left, 9_500), (left + 10_000, 24_000)] : [(left, 30_500)]
    let ends = [right - (isWide ? 9_500 : 12_000), right]
    canvas.open(.row)
    for (index, cell) in cells.enumerated() {
      canvas.begin(isHeading ? .columnHeading : .cell)
      if index < texts.count {
        let (x, limit) = texts[index]
        canvas.text(cell, x: x, y: line, face, size: size, ink: shade, limit: limit)
      } else {
        let x = ends[index - texts.count]
        canvas.text(cell, x: x, y: line, face, size: size, ink: shade, align: .right)
      }
      canvas.end()
    }
    canvas.close()
    y += isHeading ? 1_350 : rowHeight
  }

  private static func name(_ kind: StatementPage.Movement.Kind) -> Words {
    switch kind {
    case .subscription: StatementWords.subscription
    case .received: StatementWords.received
    case .handedOver: StatementWords.handedOver
    case .withdrawal: StatementWords.withdrawal
    }
  }
}

import Units

/// A movement of the fictional bank.
private struct BankMovement {
  let day: Day
  /// What came in; below zero what went out.
  let cents: Int64
  /// Who is on the other side; a member is called by the number, nobody by name.
  let party: String
  /// What the transfer says.
  let text: String
}

extension Scale {
  /// The company's account at its bank: a bank code that nobody has.
  static let iban = "FR7699999000620000002025045"

  /// `bank/`: the statement of each month of the first year, of the sample itself only.
  ///
  /// It tells all that the entries and the register tell, and what nobody entered: the instalments of the
  /// loan, the rent of a school a month in arrears until the school changes hands, the buyer's payments.
  var bankFiles: [TextFile] {
    guard !bankMonths.isEmpty else { return [] }
    var balance: Int64 = 0
    let all = Dictionary(grouping: bankMovements, by: \.day.month)
    return bankMonths.map { month in
      let movements = (all[month] ?? []).enumerated().sorted {
        ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
      }.map(\.element)
      let opening = balance
      balance += movements.reduce(0) { $0 + $1.cents }
      return TextFile(
        "bank/\(month).xml", statement(of: month, movements, from: opening, to: balance))
    }
  }

  /// Where the payments of the invoices are known.
  private var bankMonths: [Month] { invoiceFiles.isEmpty ? [] : (0..<12).map(first.adding) }

  private var bankMovements: [BankMovement] {
    bankedEntries + bankedShares + instalments + paidRents + paidInvoices
  }

  private var bankedEntries: [BankMovement] {
    entries.flatMap { entry in
      entry.lines.filter { $0.account == "512100" }.map {
        BankMovement(day: entry.day, cents: $0.cents, party: "", text: "VIR \(entry.voucher)")
      }
    }
  }

  private var bankedShares: [BankMovement] {
    zip(movements, movementReferences).filter { $0.0.kind != .transfer }.map {
      movement, reference in
      let cents = Int64(movement.shares) * nominal
      return BankMovement(
        day: movement.day, cents: movement.kind == .subscription ? cents : -cents,
        party: memberNumber(movement.member), text: "VIR \(reference)")
    }
  }

  private var instalments: [BankMovement] {
    (1..<12).map { month in
      BankMovement(
        day: drawdownDay.adding(months: month), cents: -annuity,
        party: "BANQUE MUTUELLE DU BEFFROI", text: "ECHEANCE PRET \(month)")
    }
  }

  /// A rent of 150 € a year from 18 November on, of a month on the fifth of the next.
  private var paidRents: [BankMovement] {
    let term = Month(year: first.first.calendar.year - 1, monthOfYear: 11).first.adding(days: 17)
    func running(_ day: Day) -> Int64 {
      let year = Int64(term.days(until: term.adding(months: 12)))
      return (Int64(term.days(until: day)) * 15_000 * 2 + year) / (2 * year)
    }
    return (0..<8).map { month in
      let paid = first.adding(month)
      return BankMovement(
        day: workingDay(month: month + 1, day: 5),
        cents: running(paid.first) - running(paid.next.first),
        party: Institution.town.name, text: "LOYER ECOLE DES GLYCINES \(paid)")
    }
  }

  /// The buyer pays at the end of the month of the invoice.
  private var paidInvoices: [BankMovement] {
    invoices.map { invoice in
      BankMovement(
        day: invoice.day.month.last, cents: invoice.cents, party: "ACHETEUR OBLIGE",
        text: "FACTURE \(invoice.number)")
    }
  }

  /// The constant instalment of the loan: what is lent over the sum of the discount factors.
  private var annuity: Int64 {
    let one: Int128 = 1_000_000_000_000_000
    var factor = one
    var sum: Int128 = 0
    for _ in 0..<180 {
      // A month at 1.65 % a year: 11 over 8 000.
      factor = factor * 8_000 / 8_011
      sum += factor
    }
    return Int64((Int128(loanPrincipal) * one + sum / 2) / sum)
  }

  /// A statement in ISO 20022, camt.053.001.08.
  private func statement(
    of month: Month, _ movements: [BankMovement], from opening: Int64, to closing: Int64
  ) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- Relevé fictif : compte, mouvements et montants inventés. Fictional. -->
    <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
    <GrpHdr><MsgId>FICTIF-\(month)</MsgId><CreDtTm>\(month.last)T20:00:00</CreDtTm></GrpHdr>
    <Stmt><Id>\(month)</Id><CreDtTm>\(month.last)T20:00:00</CreDtTm>
    <Acct><Id><IBAN>\(Scale.iban)</IBAN></Id><Ccy>EUR</Ccy></Acct>
    \(balance("OPBD", opening, month.first))\(balance("CLBD", closing, month.last))\
    \(movements.map(entry).joined())</Stmt>
    </BkToCstmrStmt></Document>

    """
  }

  private func balance(_ code: String, _ cents: Int64, _ day: Day) -> String {
    """
    <Bal><Tp><CdOrPrtry><Cd>\(code)</Cd></CdOrPrtry></Tp>\(amount(cents))<Dt><Dt>\(day)</Dt></Dt></Bal>

    """
  }

  private func entry(_ movement: BankMovement) -> String {
    let side = movement.cents < 0 ? "Cdtr" : "Dbtr"
    let party =
      movement.party.isEmpty
      ? "" : "<RltdPties><\(side)><Pty><Nm>\(movement.party)</Nm></Pty></\(side)></RltdPties>"
    return """
      <Ntry>\(amount(movement.cents))<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>\(movement.day)</Dt></BookgDt>\
      <NtryDtls><TxDtls>\(party)<RmtInf><Ustrd>\(movement.text)</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>

      """
  }

  private func amount(_ cents: Int64) -> String {
    """
    <Amt Ccy="EUR">\(abs(cents) / 100).\(padded(Int(abs(cents) % 100), 2))</Amt>\
    <CdtDbtInd>\(cents < 0 ? "DBIT" : "CRDT")</CdtDbtInd>
    """
  }
}

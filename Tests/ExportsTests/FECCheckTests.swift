import Exports
import Testing
import Units

/// Each check of a tax file: one file that breaks it alone.
@Suite struct FECCheckTests {
  @Test(arguments: [1, 7, 4096]) func `a sound file has no fault, in pieces of any size`(
    size: Int
  ) {
    let report = FECText.sound.report(result: Cents(1_224_562), pieces: size)
    #expect(report.findings.isEmpty)
    #expect((report.rows, report.entries) == (8, 4))
    #expect(report.debit == 2_480_139)
  }

  @Test(arguments: ["\n", "\r"]) func `the other line ends and the bar are as lawful`(end: String) {
    let file = FECText.sound.edited {
      $0.lineEnd = end
      $0.separator = "|"
    }
    #expect(file.report(pieces: 3).findings.isEmpty)
  }

  @Test(arguments: [
    ("12345674FEC20251231.txt", FECFault.nameIsMalformed, "12345674FEC20251231.txt"),
    ("012345674FEC20251231.csv", .nameIsMalformed, "012345674FEC20251231.csv"),
    ("012345675FEC20251231.txt", .sirenIsFalse, "012345675"),
    ("012345674FEC20250229.txt", .closingDateIsAnother, "20250229"),
    ("012345674FEC20251130.txt", .closingDateIsAnother, "20251130"),
  ]) func `check 1: the name`(name: String, fault: FECFault, value: String) {
    let report = FECText.sound.report(name: name)
    #expect(report.findings.map(\.fault) == [fault])
    #expect(report.findings.map(\.value) == [value])
  }

  @Test func `check 2: the heading`() {
    let mark = FECText.sound.edited { $0.prefix = "\u{FEFF}" }.report()
    #expect(mark.findings.map(\.fault) == [.markPrecedesHeading])
    let small = FECText.sound.with((0, .montantDevise, "MontantDevise")).report()
    #expect(small.findings.map(\.fault) == [.headingDiffers])
    #expect(small.findings.first?.column == .montantDevise)
    let swapped = FECText.sound.edited { file in
      for record in file.records.indices { file.records[record].swapAt(13, 14) }
    }
    #expect(swapped.report().findings.first?.fault == .headingDiffers)
    #expect(FECText(records: []).report().findings.map(\.fault) == [.headingDiffers])
    #expect(
      FECText.sound.edited { $0.records.removeLast($0.records.count - 1) }.report().findings.map(
        \.fault) == [.fileHasNoEntry])
  }

  /// What is spoiled, in which record, the faults expected, and the line of the first.
  static let spoiled: [(String, FECText, [FECFault], Int?)] = [
    (
      "check 3: a field too many", .sound.edited { $0.records[2].append("") }, [.recordIsRagged], 3
    ),
    (
      "check 3: a field too few", .sound.edited { $0.records[2].removeLast() }, [.recordIsRagged], 3
    ),
    ("check 4: no label", .sound.with((4, .ecritureLib, "")), [.fieldIsBlank], 5),
    ("check 4: no account label", .sound.with((8, .compteLib, "  ")), [.fieldIsBlank], 9),
    ("check 5: 29 February", .sound.with((3, .dateLet, "20250229")), [.dateIsNotReal], 4),
    ("check 5: month first", .sound.with((3, .dateLet, "31012025")), [.dateIsNotReal], 4),
    ("check 6: a point", .sound.with((3, .debit, "12345.67")), [.amountIsMalformed], 4),
    ("check 6: one decimal", .sound.with((1, .debit, "10,0")), [.amountIsMalformed], 2),
    ("check 6: thousands", .sound.with((3, .debit, "12 345,67")), [.amountIsMalformed], 4),
    ("check 6: a word", .sound.with((3, .debit, "douze")), [.amountIsMalformed], 4),
    (
      "check 7: both sides", .sound.with((1, .debit, "11,00"), (1, .credit, "1,00")),
      [.sidesAreNotOne], 2
    ),
    (
      "check 7: a negative amount",
      .sound.with((1, .debit, "0,00"), (1, .credit, "-10,00")), [.amountIsNegative], 2
    ),
    (
      "check 8: two entries unbalanced, the file balanced",
      .sound.with((1, .debit, "11,00"), (7, .debit, "99,05")),
      [.entryIsUnbalanced, .entryIsUnbalanced], 2
    ),
    (
      "check 8: two vouchers", .sound.with((4, .pieceRef, "P-9")), [.entryHasSeveralHeadings], 5
    ),
    (
      "check 8: two dates", .sound.with((4, .ecritureDate, "20250130")),
      [.entryHasSeveralHeadings], 5
    ),
    (
      "check 8: scattered lines",
      .sound.edited { file in
        file.records += [
          FECText.record("VE", 2, "20250131", "411000", "1,00", "0,00"),
          FECText.record("VE", 2, "20250131", "701000", "0,00", "1,00"),
        ]
      }, [.entryIsScattered], 10
    ),
    (
      "check 9: the file", .sound.with((1, .debit, "11,00")),
      [.entryIsUnbalanced, .fileIsUnbalanced], 2
    ),
    (
      "check 10: a gap", .sound.with((7, .ecritureNum, "6"), (8, .ecritureNum, "6")),
      [.numberIsMissing], 8
    ),
    (
      "check 10: numbers from another journal",
      .sound.with((7, .ecritureNum, "AC4"), (8, .ecritureNum, "AC4")), [.numberIsNotWhole], 8
    ),
    (
      "check 10: back",
      .sound.edited {
        $0.records.swapAt(3, 5); $0.records.swapAt(4, 6)
      },
      [.numberGoesBack], 6
    ),
    (
      "check 10: validated before the entry before",
      .sound.with((7, .validDate, "20250331"), (8, .validDate, "20250331")),
      [.validationGoesBack], 8
    ),
    (
      "check 10: an opening entry that is not first",
      .sound.edited { file in
        let opening = [file.records.remove(at: 1), file.records.remove(at: 1)]
        file.records += opening
      },
      [.openingIsNotFirst], 8
    ),
    (
      "check 11: another year",
      .sound.with((7, .ecritureDate, "20241231"), (8, .ecritureDate, "20241231")),
      [.dateIsOutsideYear, .dateIsOutsideYear], 8
    ),
    (
      "check 11: validated before its date",
      .sound.with((7, .ecritureDate, "20250402"), (8, .ecritureDate, "20250402")),
      [.validatedBeforeItsDate, .validatedBeforeItsDate], 8
    ),
    (
      "check 12: an auxiliary without label", .sound.with((3, .compAuxLib, "")),
      [.pairIsIncomplete], 4
    ),
    ("check 12: a letter without date", .sound.with((3, .dateLet, "")), [.pairIsIncomplete], 4),
    ("check 12: a currency alone", .sound.with((3, .iDevise, "CHF")), [.pairIsIncomplete], 4),
    ("check 13: no account", .sound.with((8, .compteNum, "999100")), [.accountIsUnknown], 9),
    ("check 13: letters", .sound.with((8, .compteNum, "F01")), [.accountIsUnknown], 9),
    ("check 13: two labels", .sound.with((6, .compteLib, "Clients divers")), [.labelIsAnother], 7),
    ("check 13: two journals", .sound.with((4, .journalLib, "Ventes")), [.labelIsAnother], 5),
    ("check 14: a bar", .sound.with((4, .ecritureLib, "a|b")), [.characterIsForbidden], 5),
    (
      "check 14: a control",
      .sound.with((4, .pieceRef, "P-2"), (4, .compteLib, "Compte 701000\u{1}")),
      [.characterIsForbidden], 5
    ),
    (
      "check 15: an opening of a charge",
      .sound.with((1, .compteNum, "606100"), (1, .compteLib, "x")), [.openingTouchesResult], 2
    ),
    (
      "check 15: income zeroed into the result",
      .sound.edited {
        $0.records.append(FECText.record("OD", 5, "20250331", "701000", "5,00", "0,00"))
        $0.records.append(FECText.record("OD", 5, "20250331", "120000", "0,00", "5,00"))
      }, [.entryZeroesResult], 10
    ),
  ]

  @Test(arguments: spoiled) func `each spoiled file breaks its own check`(
    name: String, file: FECText, faults: [FECFault], line: Int?
  ) {
    let report = file.report()
    #expect(report.findings.first?.line == line)
    let check = Int(name.split { $0 == " " || $0 == ":" }[1])
    #expect(Set(report.findings.map(\.fault.check)).contains(check ?? 0))
    #expect(report.findings.map(\.fault) == faults)
  }

  @Test func `check 8: an entry of one line`() {
    let report = FECText.sound.edited { $0.records.remove(at: 8) }.report()
    #expect(
      report.findings.map(\.fault) == [.entryIsUnbalanced, .entryHasOneLine, .fileIsUnbalanced])
  }

  @Test(arguments: [("1-AN", true), ("1-VE", false), ("1-", false), ("AN-1", false), ("01", false)])
  func `a number may be followed by its journal and by nothing else`(number: String, isWhole: Bool)
  {
    let report = FECText.sound.with((1, .ecritureNum, number), (2, .ecritureNum, number)).report()
    #expect(report.findings.isEmpty == isWhole)
    #expect((report.counts[.numberIsNotWhole] == nil) == isWhole)
  }

  @Test func `check 15: the result known from elsewhere`() {
    let report = FECText.sound.report(result: Cents(1_224_563))
    #expect(report.findings.map(\.fault) == [.resultIsAnother])
    #expect(report.findings.map(\.value) == ["12245,62"])
  }

  @Test func `the first opening may carry a later number`() {
    let file = FECText.sound.with(
      (1, .ecritureNum, "4"), (2, .ecritureNum, "4"), (1, .validDate, "20250501"),
      (2, .validDate, "20250501"), (3, .ecritureNum, "1"), (4, .ecritureNum, "1"),
      (5, .ecritureNum, "2"), (6, .ecritureNum, "2"), (7, .ecritureNum, "3"),
      (8, .ecritureNum, "3"))
    #expect(file.report().findings.isEmpty)
  }

  @Test func `a finding says line, column, value and where`() throws {
    let finding = try #require(
      FECText.sound.with((3, .dateLet, "20250229")).report().findings.first)
    #expect((finding.line, finding.column, finding.value) == (4, .dateLet, "20250229"))
    let record = FECText.sound.records[3].prefix(14).joined(separator: "\t")
    #expect(finding.position == record.count + 2)
  }

  @Test func `faults beyond a hundred are counted, not kept`() {
    let file = FECText.sound.edited { file in
      for number in 5..<305 {
        file.records.append(FECText.record("OD", number, "20250301", "512100", "1.00", "0,00"))
        file.records.append(FECText.record("OD", number, "20250301", "511100", "0,00", "1,00"))
      }
    }
    let report = file.report()
    #expect(report.counts == [.amountIsMalformed: 300])
    #expect(report.findings.count == 100)
    #expect((report.errors, report.warnings) == (300, 0))
  }

  @Test func `every fault belongs to a check and is provoked here`() {
    #expect(Set(FECFault.allCases.map(\.check)) == Set(1...15))
    #expect(FECFault.allCases.filter(\.isWarning) == [.validatedBeforeItsDate])
  }
}

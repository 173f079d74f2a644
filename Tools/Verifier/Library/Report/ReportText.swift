extension Report {
  /// The report for a person to read.
  public func text(_ language: Language) -> String {
    var lines = [headline(language)]
    lines += findings.map {
      "  \($0.code.rawValue)  \(shown($0.path))\n      \($0.code.words(language))"
    }
    if verdict == .valid || !closings.isEmpty || !statements.isEmpty { lines += facts(language) }
    lines += notChecked.sorted().enumerated().map { place, item in
      row(
        place == 0 ? language("non vérifié", "not checked") : "",
        item == .date ? undated(language) : item.words(language))
    }
    lines += again(language)
    return lines.joined(separator: "\n") + "\n"
  }

  private func headline(_ language: Language) -> String {
    let word =
      switch verdict {
      case .valid: language("VALIDE", "VALID")
      case .invalid: language("INVALIDE", "INVALID")
      case .undetermined: language("INDÉTERMINÉ", "UNDETERMINED")
      }
    return subject(language).map { "\(word) — \($0)" } ?? word
  }

  private func subject(_ language: Language) -> String? {
    if let first = closings.first, let last = closings.last {
      let name = shown(last.organisation)
      return first == last
        ? "\(name), \(language("clôture", "closing")) \(last.month) (n° \(last.sequence))"
        : "\(name), \(language("clôtures", "closings")) \(first.month) → \(last.month)"
          + " (n° \(first.sequence)–\(last.sequence))"
    }
    guard let first = statements.first else { return nil }
    return statements.count == 1
      ? "\(language("relevé", "statement")) \(shown(first.member)), \(first.month)"
      : "\(statements.count) \(language("relevés", "statements"))"
  }

  private func facts(_ language: Language) -> [String] {
    var lines: [String] = []
    for signer in uniqueSigners {
      lines.append(
        row(
          language("signataire", "signer"), "\(shown(signer.name))  \(groups(signer.fingerprint))"))
    }
    if let trust {
      let source =
        trust.isGiven
        ? language("fournie par vous", "given by you")
        : language("trouvée à côté, à comparer", "found beside, to be compared")
      lines.append(
        row(language("autorité", "authority"), "\(groups(trust.authority)) (\(source))"))
    }
    if let last = closings.last {
      lines.append(row("date", date(last, language)))
      if closings.count > 1 { lines.append(row("dates", dates(language))) }
      lines.append(row(language("contenu", "content"), content(language)))
      lines.append(row(language("continuité", "continuity"), continuity(last, language)))
    }
    lines += archives.map {
      row(
        language("archive", "archive"),
        "\(shown($0.year)), \(grouped($0.files, language)) \(language("fichiers", "files")), "
          + "\($0.closings) \(language("clôtures", "closings"))")
    }
    lines += presence.map { row(language("relevés", "statements"), $0.text(language)) }
    return lines
  }

  private var uniqueSigners: [SignerFacts] {
    var seen: Set<String> = []
    return (closings.compactMap(\.signer) + statements.map(\.signer) + archives.map(\.signer))
      .filter { seen.insert($0.fingerprint).inserted }
  }

  private func date(_ closing: ClosingFacts, _ language: Language) -> String {
    if let at = closing.signer?.provenAt, let by = closing.signer?.provenBy {
      return "\(clock(at)), \(language("prouvée par", "proved by")) \(shown(by))"
    }
    let told = closing.signer?.signedAt.map { clock($0) } ?? closing.closedAt
    return "\(told), \(language("déclarée", "declared"))"
  }

  /// How many closings were there at a time that somebody else vouches for.
  private func dates(_ language: Language) -> String {
    let (own, proven) = (
      closings.count { $0.signer?.provenAt != nil }, closings.count { $0.provenAt != nil }
    )
    let after = proven - own
    return [
      own > 0
        ? language(
          "\(own) \(own > 1 ? "prouvées par leur" : "prouvée par son") horodatage",
          "\(own) proved by \(own > 1 ? "their" : "its") time stamp") : nil,
      after > 0
        ? language(
          "\(after) \(after > 1 ? "prouvées" : "prouvée") par celui d'une suivante",
          "\(after) by that of a later one") : nil,
      closings.count > proven
        ? language(
          "\(closings.count - proven) \(closings.count - proven > 1 ? "déclarées" : "déclarée")",
          "\(closings.count - proven) declared") : nil,
    ].compactMap(\.self).joined(separator: ", ")
  }

  /// Whose date rests on the signer's word.
  private func undated(_ language: Language) -> String {
    let months = closings.filter { $0.provenAt == nil }.map(\.month)
    let some = months.prefix(3).joined(separator: ", ") + (months.count > 3 ? "…" : "")
    let pages = statements.count { $0.provenAt == nil }
    if !months.isEmpty, months.count < closings.count {
      return language(
        "la date de \(months.count) sur \(closings.count) clôtures : \(some) (déclarée)",
        "the date of \(months.count) of \(closings.count) closings: \(some) (declared)")
    }
    if months.isEmpty, pages > 0, pages < statements.count {
      return language(
        "la date de \(pages) sur \(statements.count) relevés (déclarée)",
        "the date of \(pages) of \(statements.count) statements (declared)")
    }
    return NotChecked.date.words(language)
  }

  private func content(_ language: Language) -> String {
    let files = closings.reduce(0) { $0 &+ $1.files }
    let bytes = closings.reduce(0) { $0 &+ $1.bytes }
    let entries = closings.reduce(0) { $0 &+ $1.entries }
    let balance =
      closings.allSatisfy { $0.debitCents == $0.creditCents }
      ? language("débit = crédit", "debit = credit")
      : language("débit ≠ crédit", "debit ≠ credit")
    return [
      "\(grouped(files, language)) \(language("fichiers", "files"))",
      "\(grouped(bytes, language)) \(language("octets", "bytes"))",
      "\(grouped(entries, language)) \(language("écritures", "entries"))", balance,
    ].joined(separator: ", ")
  }

  private func continuity(_ last: ClosingFacts, _ language: Language) -> String {
    let chain: Set<Code> = [.chainGap, .chainBroken, .fork, .rollback, .monthDuplicated]
    let holds = !findings.contains { chain.contains($0.code) }
    let first = closings.first?.month ?? last.month
    let span =
      "\(first) → \(last.month), \(closings.count) "
      + (closings.count == 1 ? language("mois", "month") : language("mois", "months"))
    let state =
      if !holds {
        language("interrompue", "interrupted")
      } else if notChecked.contains(.continuity) {
        language("jugée en partie", "judged in part")
      } else { language("sans trou", "no gap") }
    let known = rememberedSequence.map {
      language(
        "; prolonge l'état déjà vérifié (n° \($0))", "; goes on from the one known (n° \($0))")
    }
    return "\(span), \(state)\(known ?? "")"
  }

  /// The commands that do the same without this program.
  private func again(_ language: Language) -> [String] {
    guard let closing = closings.last, let trust else { return [] }
    let authority =
      trust.path.hasSuffix(".json") ? join(split(trust.path).folder, "ca.pem") : trust.path
    let manifest = join(closing.path, "manifest.json")
    return [
      language("Refaire sans ce logiciel :", "To do it again without this program:"),
      "  openssl cms -verify -cades -binary -inform DER -in \(quotedForShell(manifest + ".p7s"))"
        + " -content \(quotedForShell(manifest)) -CAfile \(quotedForShell(authority))"
        + " -partial_chain -no-CApath -no-CAstore -out /dev/null",
      "  openssl dgst -sha256 \(quotedForShell(closing.path))/*",
    ]
  }
}

extension PresenceFacts {
  fileprivate func text(_ language: Language) -> String {
    language(
      "\(month) : \(present) \(present < 2 ? "relevé présent" : "relevés présents") sur \(listed)",
      "\(month): \(present) of \(listed) statements present")
  }
}

private func row(_ title: String, _ text: String) -> String {
  "  \(title)\(String(repeating: " ", count: max(1, 13 - title.count)))\(text)"
}

/// A fingerprint as people compare it: groups of four hexadecimal digits, in capitals.
func groups(_ fingerprint: String) -> String {
  let digits = Array(fingerprint.uppercased())
  return stride(from: 0, to: digits.count, by: 4)
    .map { String(digits[$0..<min($0 + 4, digits.count)]) }.joined(separator: " ")
}

private func grouped(_ number: Int, _ language: Language) -> String {
  let digits = Array(String(number.magnitude))
  var text = number < 0 ? "-" : ""
  for (place, digit) in digits.enumerated() {
    if place > 0, (digits.count - place).isMultiple(of: 3) { text += language("\u{202F}", ",") }
    text.append(digit)
  }
  return text
}

/// A text that cannot steer the terminal it is shown on.
func shown(_ text: String) -> String {
  String(
    String.UnicodeScalarView(
      text.unicodeScalars.map { scalar in
        let isSafe =
          !scalar.properties.isBidiControl && scalar.properties.generalCategory != .control
        return isSafe ? scalar : "\u{FFFD}"
      }))
}

private func quotedForShell(_ path: String) -> String {
  let plain = path.utf8.allSatisfy { byte in
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
      || "/._-".utf8.contains(byte)
  }
  return plain
    ? path
    : "'"
      + shown(path).split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
}

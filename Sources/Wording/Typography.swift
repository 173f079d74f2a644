/// French text with its no-break spaces: before « : ; ? ! » and inside « », so that no line ends
/// between a word and its mark.
///
/// Sources are written with plain spaces, which a reviewer can see; the rule is applied here once.
/// - Source: Imprimerie nationale, *Lexique des règles typographiques*.
func frenchSpaced(_ text: String) -> String {
  var bytes: [UInt8] = []
  let source = Array(text.utf8)
  for (index, byte) in source.enumerated() {
    guard byte == UInt8(ascii: " ") else {
      bytes.append(byte)
      continue
    }
    let next = index + 1 < source.count ? source[index + 1] : 0
    if bytes.suffix(2) == openingQuote || source[(index + 1)...].starts(with: closingQuote)
      || next == UInt8(ascii: ":")
    {
      bytes += noBreakSpace
    } else if ";?!".utf8.contains(next) {
      bytes += narrowNoBreakSpace
    } else {
      bytes.append(byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

private let openingQuote = Array("«".utf8)[...]
private let closingQuote = Array("»".utf8)
private let noBreakSpace = Array("\u{A0}".utf8)
private let narrowNoBreakSpace = Array("\u{202F}".utf8)

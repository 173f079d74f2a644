import Exports
import Testing

@Suite struct FECDiffTests {
  private func index(_ file: FECText) -> FECIndex {
    var index = FECIndex()
    let bytes = file.bytes
    for start in stride(from: 0, to: bytes.count, by: 11) {
      index.add(Array(bytes[start..<min(start + 11, bytes.count)]))
    }
    index.finish()
    return index
  }

  private func difference(_ before: FECText, _ after: FECText) -> FECDifference {
    index(before).difference(to: index(after))
  }

  @Test func `a file does not differ from itself, whatever its separators`() {
    let other = FECText.sound.edited {
      $0.separator = "|"
      $0.lineEnd = "\n"
    }
    #expect(difference(.sound, other).isEmpty)
  }

  @Test func `entries come, go, change, are lettered and are numbered anew`() {
    let after = FECText.sound.edited { file in
      file.records[3][13] = ""
      file.records[3][14] = ""
      file.records[5][10] = "Autre libellé"
      file.records[7][2] = "7"
      file.records[8][2] = "7"
      file.records.append(FECText.record("OD", 8, "20250301", "512100", "3,00", "0,00"))
      file.records.append(FECText.record("OD", 8, "20250301", "511100", "0,00", "3,00"))
      file.records.removeSubrange(1...2)
    }
    let difference = difference(.sound, after)
    #expect(difference.added.map(\.number) == ["8"])
    #expect(difference.removed.map(\.number) == ["1"])
    #expect(difference.changed.map(\.before.number) == ["3"])
    #expect(difference.lettered.map(\.before.number) == ["2"])
    #expect(difference.renumbered.map { "\($0.before.number)→\($0.after.number)" } == ["4→7"])
    #expect((difference.before.rows, difference.after.rows) == (8, 8))
    #expect(difference.before.debit - difference.after.debit == 700)
  }

  @Test func `a changed amount shows its old and its new sum, and where`() {
    let after = FECText.sound.with((7, .debit, "90,00"), (8, .credit, "90,00"))
    let pair = difference(.sound, after).changed.first
    #expect((pair?.before.debit, pair?.after.debit) == (10_005, 9_000))
    #expect((pair?.before.line, pair?.after.line) == (8, 8))
  }
}

import Wording

extension StatementLayout {
  /// The back: how to check the statement with common tools and without any program of ours.
  mutating func back() {
    canvas.turnPage()
    let (left, width) = (StatementLayout.left, StatementLayout.width)
    var y = 7_000
    canvas.begin(.heading)
    canvas.text(said(StatementBackWords.title), x: left, y: y, .bold, size: 1_600)
    canvas.end()
    y += 2_200
    for line in StatementBackWords.introduction {
      canvas.begin(.paragraph)
      canvas.text(said(line), x: left, y: y, size: 900, limit: width)
      canvas.end()
      y += 1_300
    }
    for step in StatementBackWords.steps(page.member.number) {
      y += 1_500
      canvas.begin(.heading)
      canvas.text(said(step.title), x: left, y: y, .bold, size: 1_000)
      canvas.end()
      y += 600
      let height = step.commands.count * 1_150 + 900
      canvas.rectangle(x: left, y: y, width: width, height: height, ink: .panel)
      y += 1_250
      canvas.begin(.paragraph)
      for command in step.commands {
        canvas.text(command, x: left + 800, y: y, .fixed, size: 760)
        y += 1_150
      }
      canvas.end()
      y += 700
      for line in step.meaning {
        canvas.begin(.paragraph)
        canvas.text(said(line), x: left, y: y, size: 900, limit: width)
        canvas.end()
        y += 1_300
      }
    }
  }
}

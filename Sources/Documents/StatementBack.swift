import Wording

/// The back of a statement: how to check it with common tools and without any program of ours.
///
/// It is drawn and packed once for all who read its language: one line alone names the file.
struct StatementBack: Sendable {
  /// The content of the page before the line that differs, and after it, as bodies of objects.
  let contents: (before: [UInt8], after: [UInt8])
  /// Its parts.
  let tree: StructureTree
  /// The height of the line that differs.
  private let gap: Int

  /// The back in a language and in some fonts.
  static func of(_ language: Language, _ fonts: Fonts) -> StatementBack {
    switch (language, fonts) {
    case (.french, .french): french
    case (.english, .french): english
    case (.french, .latin): frenchInLatin
    case (.english, .latin): englishInLatin
    }
  }

  private static let french = StatementBack(.french, .french)
  private static let english = StatementBack(.english, .french)
  private static let frenchInLatin = StatementBack(.french, .latin)
  private static let englishInLatin = StatementBack(.english, .latin)

  /// The line that differs.
  func line(for member: String, _ fonts: Fonts) -> Canvas {
    .inserted(
      StatementBackWords.naming(member), x: StatementLayout.left + 800, y: gap, .fixed, size: 760,
      fonts: fonts)
  }

  private init(_ language: Language, _ fonts: Fonts) {
    var drawing = Drawing(language: language, canvas: Canvas(fonts))
    drawing.draw()
    let (canvas, packer) = (drawing.canvas, Packer(.best))
    let cut = canvas.gap ?? 0
    contents = (
      packer.stream("", Array(canvas.bytes[..<cut])), packer.stream("", Array(canvas.bytes[cut...]))
    )
    tree = canvas.tree
    gap = drawing.gap
  }

  private struct Drawing {
    let language: Language
    var canvas: Canvas
    var gap = 0
    private var y = 7_000

    init(language: Language, canvas: Canvas) {
      self.language = language
      self.canvas = canvas
    }

    mutating func draw() {
      canvas.begin(.heading)
      canvas.text(
        StatementBackWords.title[language], x: StatementLayout.left, y: y, .bold, size: 1_600)
      canvas.end()
      y += 2_200
      write(StatementBackWords.introduction)
      for step in StatementBackWords.steps {
        y += 1_500
        canvas.begin(.heading)
        canvas.text(step.title[language], x: StatementLayout.left, y: y, .bold, size: 1_000)
        canvas.end()
        y += 600
        commands(of: step)
        write(step.meaning)
      }
    }

    private mutating func commands(of step: StatementBackWords.Step) {
      let lines = step.commands.count + (step.namesTheFile ? 1 : 0)
      canvas.rectangle(
        x: StatementLayout.left, y: y, width: StatementLayout.width, height: lines * 1_150 + 900,
        ink: .panel)
      y += 1_250
      canvas.begin(.paragraph)
      if step.namesTheFile {
        gap = y
        canvas.leaveGap()
        y += 1_150
      }
      for command in step.commands {
        canvas.text(command, x: StatementLayout.left + 800, y: y, .fixed, size: 760)
        y += 1_150
      }
      canvas.end()
      y += 700
    }

    private mutating func write(_ lines: [Words]) {
      for line in lines {
        canvas.begin(.paragraph)
        canvas.text(
          line[language], x: StatementLayout.left, y: y, size: 900, limit: StatementLayout.width)
        canvas.end()
        y += 1_300
      }
    }
  }
}

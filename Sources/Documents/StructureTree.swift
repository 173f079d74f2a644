/// What the parts of the pages are, in the order in which they are read: for those who listen.
///
/// - Source: ISO 32000-1, 14.7 and 14.8; ISO 19005-3, 6.7.3.
struct StructureTree {
  /// What a part is.
  enum Kind {
    case document
    case title
    case heading
    case paragraph
    case table
    case row
    case columnHeading
    case cell
    case list
    case item
    case label
    case body
    case figure
    case form

    /// The name of the standard.
    var name: StaticString {
      switch self {
      case .document: "/Document"
      case .title: "/H1"
      case .heading: "/H2"
      case .paragraph: "/P"
      case .table: "/Table"
      case .row: "/TR"
      case .columnHeading: "/TH"
      case .cell: "/TD"
      case .list: "/L"
      case .item: "/LI"
      case .label: "/Lbl"
      case .body: "/LBody"
      case .figure: "/Figure"
      case .form: "/Form"
      }
    }
  }

  /// A part: other parts, or marked content of a page.
  struct Element {
    let kind: Kind
    let parent: Int
    var children: [Int] = []
    /// The page and the number of its marked content there.
    var mark: (page: Int, number: Int)?
    /// What the part shows, in words.
    var alternative: String?
    /// The box of a figure, in hundredths of a point: left, bottom, right, top.
    var box: [Int] = []
  }

  /// The parts, each before those within it; the first is the document.
  private(set) var elements = [Element(kind: .document, parent: -1)]
  /// For each page, the parts of its marked contents, by number.
  private(set) var marks: [[Int]] = [[]]
  private var open = [0]

  /// Begins a part within the one that is open.
  mutating func begin(_ kind: Kind) {
    let parent = open.last ?? 0
    elements[parent].children.append(elements.count)
    open.append(elements.count)
    elements.append(Element(kind: kind, parent: parent))
  }

  /// Ends the part that was begun last.
  mutating func end() { open.removeLast() }

  /// Marks content of the last page as the open part's; its number there.
  mutating func mark() -> (kind: Kind, number: Int) {
    let element = open.last ?? 0
    let number = marks[marks.count - 1].count
    marks[marks.count - 1].append(element)
    elements[element].mark = (marks.count - 1, number)
    return (elements[element].kind, number)
  }

  /// Says in words what the open part shows, and where.
  mutating func describe(_ words: String, box: [Int]) {
    let element = open.last ?? 0
    elements[element].alternative = words
    elements[element].box = box
  }

  /// Takes over the parts of a page that comes after.
  mutating func append(_ next: StructureTree) {
    let shift = elements.count - 1
    for var element in next.elements.dropFirst() {
      element = Element(
        kind: element.kind, parent: element.parent == 0 ? 0 : element.parent + shift,
        children: element.children.map { $0 + shift },
        mark: element.mark.map { ($0.page + marks.count, $0.number) },
        alternative: element.alternative, box: element.box)
      elements.append(element)
    }
    elements[0].children += next.elements[0].children.map { $0 + shift }
    marks += next.marks.map { $0.map { $0 + shift } }
  }
}

extension StructureTree {
  /// Writes the root, the table that leads from marked content to parts, and the parts.
  ///
  /// - Parameters:
  ///   - pages: the objects of the pages.
  ///   - widget: the object of the signature's field, which is the document's last part.
  func write(to writer: inout PDFWriter, pages: [Int], widget: Int) {
    let root = writer.next
    let first = root + 2
    let form = first + elements.count
    writer.begin()
    writer.append("<< /Type /StructTreeRoot /K [")
    writer.reference(first)
    writer.append("] /ParentTree ")
    writer.reference(root + 1)
    writer.append(" /ParentTreeNextKey ")
    writer.append(pages.count + 1)
    writer.append(" >>")
    writer.end()
    writer.begin()
    writer.append("<< /Nums [")
    for (page, parts) in marks.enumerated() {
      writer.append(page)
      writer.append(" [")
      for part in parts { writer.reference(first + part) }
      writer.append("] ")
    }
    writer.append(pages.count)
    writer.append(" ")
    writer.reference(form)
    writer.append("] >>")
    writer.end()
    for (number, element) in elements.enumerated() {
      write(element, to: &writer, root: root, pages: pages, more: number == 0 ? form : nil)
    }
    writer.begin()
    writer.append("<< /S /Form /P ")
    writer.reference(first)
    writer.append(" /Pg ")
    writer.reference(pages[0])
    writer.append(" /K << /Type /OBJR /Obj ")
    writer.reference(widget)
    writer.append(" >> >>")
    writer.end()
  }

  private func write(
    _ element: Element, to writer: inout PDFWriter, root: Int, pages: [Int], more: Int?
  ) {
    let first = root + 2
    writer.begin()
    writer.append("<< /S ")
    writer.append(element.kind.name)
    writer.append(" /P ")
    writer.reference(element.parent < 0 ? root : first + element.parent)
    if let mark = element.mark {
      writer.append(" /Pg ")
      writer.reference(pages[mark.page])
      writer.append(" /K ")
      writer.append(mark.number)
    } else if !element.children.isEmpty {
      writer.append(" /K [")
      for child in element.children { writer.reference(first + child) }
      if let more { writer.reference(more) }
      writer.append("]")
    }
    if let words = element.alternative {
      writer.append(" /Alt ")
      writer.text(words)
    }
    if !element.box.isEmpty {
      writer.append(" /A << /O /Layout /Placement /Block /BBox [")
      for side in element.box { writer.hundredths(side) }
      writer.append("] >>")
    }
    if element.kind == .columnHeading {
      writer.append(" /A << /O /Table /Scope /Column >>")
    }
    writer.append(" >>")
    writer.end()
  }
}

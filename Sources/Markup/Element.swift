/// An element of an XML document with everything in it.
public struct Element: Hashable, Sendable {
  /// Its name, without the prefix of its namespace.
  public let name: String
  /// The namespace it belongs to, or nothing.
  public let namespace: String
  /// Its attributes by name, those of a namespace under their plain name.
  public let attributes: [String: String]
  /// The line it begins on, from 1.
  public let line: Int
  /// The text directly in it, without the blanks around.
  public internal(set) var text = ""
  /// The elements in it, in order.
  public internal(set) var children: [Element] = []

  /// The elements directly in it that have a name.
  public func all(_ name: String) -> [Element] { children.filter { $0.name == name } }

  /// The first element at a path, one name a step.
  public func at(_ path: String...) -> Element? { at(path[...]) }

  private func at(_ path: ArraySlice<String>) -> Element? {
    guard let name = path.first else { return self }
    return children.lazy.filter { $0.name == name }.compactMap { $0.at(path.dropFirst()) }.first
  }

  /// Every element of a name within, however deep, in order.
  public func descendants(_ name: String) -> [Element] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.descendants(name) }
  }
}

/// A piece of an XML document, as reading comes to it.
public enum MarkupPiece: Hashable, Sendable {
  /// An element above the depth that is handed over whole begins; its children follow.
  case opened(Element)
  /// It ends.
  case closed(String)
  /// An element at that depth, with everything in it.
  case whole(Element)
}

extension UInt8 {
  /// Whether the byte is an ASCII control character: a command to a device, no part of a text.
  ///
  /// In UTF-8 no byte of another character is one.
  /// - Source: Unicode, general category Cc, the part below U+0080.
  var isControl: Bool { self < 0x20 || self == 0x7F }

  /// Whether it is one that a cell may not hold: those that may are the tab and the line ends.
  var isControlInCell: Bool { isControl && ![0x09, .lineFeed, .carriageReturn].contains(self) }
}

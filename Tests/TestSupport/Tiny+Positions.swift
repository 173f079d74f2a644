extension Tiny {
  /// `positions.csv`: what members held when the book began, as a treasurer's spreadsheet has it.
  public static let positions = """
    Le;Associé;Nombre de parts;Réf.
    02/01/2025;M0002;31;REP-2
    02/01/2025;M0001;70;REP-1
    02/01/2025;M0003;11;REP-3
    15/02/2025;M0002;4;REP-4

    """
}

import Units
public import Workbooks

extension WorkbookRefusal: Worded {
  /// What the refusal says to a person.
  public var explanation: Explanation {
    Explanation(
      what: what,
      why: Words(
        "Un classeur abîmé pourrait donner des kWh à une autre heure ou à un autre appareil.",
        "A damaged workbook could give kWh to another hour or another device."),
      remedy: Words(
        "Téléchargez de nouveau le fichier ; sinon ouvrez-le dans un tableur et enregistrez la "
          + "feuille en CSV.",
        "Download the file again; or open it in a spreadsheet program and save the sheet as CSV."))
  }

  private var what: Words {
    switch self {
    case .workbookLacksPart(let part):
      Words("La partie « \(part) » du classeur manque.", "The workbook lacks its part “\(part)”.")
    case .cellTextIsUnknown(let cell):
      Words(
        "La cellule \(cell) renvoie à un texte que le classeur n'a pas.",
        "Cell \(cell) points to a text that the workbook does not have.")
    case .cellIsMisplaced(let cell):
      Words(
        "La ligne ou la cellule « \(cell) » n'est pas à sa place dans la feuille.",
        "The row or cell “\(cell)” does not stand in its place in the sheet.")
    }
  }
}

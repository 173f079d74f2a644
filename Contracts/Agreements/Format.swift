public import Text
import Units

/// Refuses a file that says it is written in another format; one that says nothing is taken as is.
public func checkFormat(_ root: TableReader, _ known: String) {
  guard let format = root.optionalText("format"), format != known,
    root.json["format"]?.stringValue != nil
  else { return }
  root.refuse(AgreementRefusal.formatIsUnknown(format, known: known), at: "format")
}

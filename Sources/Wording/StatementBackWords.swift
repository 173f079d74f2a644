/// What the back of a member's statement says: how to check it with common tools alone.
public enum StatementBackWords {
  /// A step: what it does, the lines to type, what they answer.
  public struct Step: Sendable {
    /// What the step does.
    public let title: Words
    /// Whether the line that names the file comes first.
    public let namesTheFile: Bool
    /// The lines to type.
    public let commands: [String]
    /// What they answer, and what that means.
    public let meaning: [Words]
  }

  /// The heading.
  public static let title = Words(
    "Vérifier ce relevé sans notre logiciel", "Checking this statement without our software")

  /// Who can do it, and with what.
  public static let introduction = [
    Words(
      "Ces lignes se tapent dans un terminal (Linux, macOS, ou WSL sous Windows), dans le dossier du relevé.",
      "These lines are typed into a terminal (Linux, macOS, or WSL on Windows), in the statement's folder."
    ),
    Words(
      "Il y faut le fichier ca.pem, le certificat de l'autorité, que la coopérative remet à qui le demande.",
      "They need the file ca.pem, the authority's certificate, which the cooperative hands to anyone who asks."
    ),
  ]

  /// The line that names the file for those that follow.
  public static func naming(_ member: String) -> String { "f=\(member).pdf" }

  /// The steps, the same for every member.
  public static let steps = [authority, signature, data]

  private static let authority = Step(
    title: Words("1. L'autorité est bien la nôtre", "1. The authority is ours"),
    namesTheFile: true, commands: ["openssl x509 -in ca.pem -noout -fingerprint -sha256"],
    meaning: [
      Words(
        "L'empreinte affichée est celle du bas de la page précédente et du procès-verbal de l'assemblée générale.",
        "The fingerprint shown is that at the foot of the front page and in the minutes of the general meeting."
      )
    ])

  private static let signature = Step(
    title: Words(
      "2. La signature est la nôtre, et couvre tout le fichier",
      "2. The signature is ours, and covers the whole file"),
    namesTheFile: false,
    commands: [
      "set -- $(grep -ao 'ByteRange .[0-9 ]*' $f | tr -dc '0-9 ')",
      "(head -c $2 $f; tail -c $4 $f) > signe",
      "head -c $3 $f | tail -c +$(($2 + 2)) | tr -d '>' | xxd -r -p > signature",
      "openssl cms -verify -cades -binary -inform DER -in signature -content signe \\",
      "  -CAfile ca.pem -partial_chain -no-CApath -no-CAstore -out /dev/null",
      "echo $(($3 + $4)) $(wc -c < $f)",
    ],
    meaning: [
      Words(
        "openssl répond « CAdES Verification successful », puis deux nombres égaux : rien n'a été ajouté.",
        "openssl answers “CAdES Verification successful”, then two equal numbers: nothing was added."
      )
    ])

  private static let data = Step(
    title: Words(
      "3. Les données jointes sont celles de la clôture",
      "3. The attached data is that of the closing"),
    namesTheFile: false,
    commands: ["pdfdetach -save 1 -o releve.json $f", "openssl sha256 releve.json"],
    meaning: [
      Words(
        "L'empreinte affichée est celle du bas de la page précédente, et de votre ligne dans statements.csv.",
        "The fingerprint shown is that at the foot of the front page, and of your line in statements.csv."
      ),
      Words(
        "La clôture entière se vérifie de même : son fichier LISEZMOI.txt donne les lignes à taper.",
        "The whole closing is checked likewise: its file LISEZMOI.txt gives the lines to type."),
    ])
}

public import Exports
import Units

extension ExportsRefusal: Worded {
  /// What the refusal says to a person.
  public var explanation: Explanation {
    switch self {
    case .yearIsUnknown(let year, let known):
      Explanation(
        what: Words(
          "Le livre n'a pas d'exercice « \(year) » ; il a : \(known.joined(separator: ", ")).",
          "The book has no fiscal year “\(year)”; it has: \(known.joined(separator: ", "))."),
        why: Words(
          "Le fichier des écritures se remet exercice par exercice (LPF, art. A47 A-1).",
          "The tax file is handed over fiscal year by fiscal year (LPF, art. A47 A-1)."),
        remedy: Words(
          "Donnez l'année de la clôture d'un de ces exercices.",
          "Give the year in which one of these fiscal years ends."))
    case .yearHasNoEntries(let year):
      Explanation(
        what: Words(
          "L'exercice \(year) n'a aucune écriture.", "The fiscal year \(year) has no entry."),
        why: Words(
          "Un fichier sans écriture ne dirait rien, et l'administration le refuserait.",
          "A file without an entry would say nothing, and the administration would refuse it."),
        remedy: Words(
          "Vérifiez l'année et --book ; « soleil journal » montre ce que le livre contient.",
          "Check the year and --book; “soleil journal” shows what the book holds."))
    case .taxFileIsFaulty(let finding): finding.explanation
    }
  }
}

extension FECFinding: Worded {
  /// What the finding says to a person.
  public var explanation: Explanation {
    Explanation(what: what, why: fault.why, remedy: fault.remedy)
  }

  private var what: Words {
    switch fault.check {
    case 1, 2, 3: whatOfForm
    case 4, 5, 6, 7: whatOfField
    case 8, 9: whatOfBalance
    case 10, 11: whatOfOrder
    default: whatOfMeaning
    }
  }

  private var name: String { column?.name ?? "" }

  private var whatOfForm: Words {
    switch fault {
    case .nameIsMalformed:
      Words(
        "Le fichier s'appelle « \(value) », et non SIREN, « FEC », date de clôture AAAAMMJJ, .txt.",
        "The file is called “\(value)”, not SIREN, “FEC”, closing date YYYYMMDD, .txt.")
    case .sirenIsFalse:
      Words(
        "Le SIREN \(value) est faux : son chiffre de contrôle ne tombe pas juste.",
        "The SIREN \(value) is wrong: its check digit does not come out.")
    case .closingDateIsAnother where !other.isEmpty:
      Words(
        "Le nom dit une clôture le \(value), l'exercice se termine le \(other).",
        "The name says a closing on \(value), the fiscal year ends on \(other).")
    case .closingDateIsAnother:
      Words(
        "Le nom dit une clôture le \(value), qui n'est pas un jour du calendrier.",
        "The name says a closing on \(value), which is no day of the calendar.")
    case .markPrecedesHeading:
      Words(
        "Une marque d'ordre des octets (BOM) précède l'en-tête.",
        "A byte order mark precedes the heading.")
    case .fileHasNoEntry:
      Words(
        "Le fichier n'a que son en-tête : aucune écriture.",
        "The file has only its heading: no entry.")
    case .recordIsRagged:
      Words(
        "La ligne a \(value) \(value == "1" ? "champ" : "champs") au lieu de \(other).",
        "The line has \(value) \(value == "1" ? "field" : "fields") instead of \(other).")
    default:
      Words(
        "L'en-tête porte « \(value) » où il faut « \(other) ».",
        "The heading has “\(value)” where “\(other)” must stand.")
    }
  }

  private var whatOfField: Words {
    switch fault {
    case .fieldIsBlank: Words("\(name) est vide.", "\(name) is blank.")
    case .dateIsNotReal:
      Words(
        "\(name) porte « \(value) », qui n'est pas une date AAAAMMJJ du calendrier.",
        "\(name) has “\(value)”, which is no calendar date YYYYMMDD.")
    case .amountIsMalformed:
      Words(
        "\(name) porte « \(value) » : il faut des chiffres, une virgule et deux décimales.",
        "\(name) has “\(value)”: digits, a comma and two decimals must stand there.")
    case .amountIsNegative:
      Words("\(name) est négatif : \(value).", "\(name) is negative: \(value).")
    default:
      Words(
        "Débit \(value), crédit \(other) : un seul des deux doit différer de zéro.",
        "Debit \(value), credit \(other): one of them, and one only, must differ from zero.")
    }
  }

  private var whatOfBalance: Words {
    switch fault {
    case .entryIsUnbalanced:
      Words(
        "L'écriture n'est pas équilibrée : débits \(value), crédits \(other).",
        "The entry is unbalanced: debits \(value), credits \(other).")
    case .entryHasOneLine:
      Words("L'écriture \(value) n'a qu'une ligne.", "Entry \(value) has one line only.")
    case .entryHasSeveralHeadings:
      Words(
        "\(name) porte « \(value) », et « \(other) » sur la première ligne de l'écriture.",
        "\(name) has “\(value)”, and “\(other)” on the first line of the entry.")
    case .entryIsScattered:
      Words(
        "D'autres lignes de l'écriture \(value) se trouvent plus haut, séparées de celle-ci.",
        "Other lines of entry \(value) stand further up, apart from this one.")
    default:
      Words(
        "Le fichier n'est pas équilibré : débits \(value), crédits \(other).",
        "The file is unbalanced: debits \(value), credits \(other).")
    }
  }

  private var whatOfOrder: Words {
    switch fault {
    case .numberIsNotWhole:
      Words(
        "Le numéro d'écriture « \(value) » n'est pas un nombre entier à partir de 1, seul ou suivi d'un tiret et du journal.",
        "The entry number “\(value)” is no whole number from 1, alone or followed by a hyphen and the journal."
      )
    case .numberIsMissing:
      Words(
        "Il manque des numéros d'écriture : \(value).", "Entry numbers are missing: \(value).")
    case .numberGoesBack:
      Words(
        "L'écriture \(value) vient après l'écriture \(other).",
        "Entry \(value) comes after entry \(other).")
    case .validationGoesBack:
      Words(
        "L'écriture est validée le \(value), une écriture d'avant le \(other).",
        "The entry is validated on \(value), an earlier one on \(other).")
    case .openingIsNotFirst:
      Words(
        "L'écriture d'à-nouveaux \(value) ne vient pas en tête du fichier.",
        "The opening entry \(value) does not come at the head of the file.")
    case .validatedBeforeItsDate:
      Words(
        "L'écriture est validée le \(value), avant sa date du \(other).",
        "The entry is validated on \(value), before its date of \(other).")
    default:
      Words(
        "La date \(value) est hors de l'exercice.", "The date \(value) is outside the fiscal year.")
    }
  }

  private var whatOfMeaning: Words {
    switch fault {
    case .pairIsIncomplete:
      Words(
        "\(name) est vide alors que sa colonne jumelle porte « \(other) ».",
        "\(name) is blank while its twin column has “\(other)”.")
    case .accountIsUnknown:
      Words(
        "Le compte « \(value) » ne commence pas par trois chiffres du plan comptable général.",
        "The account “\(value)” does not begin with three digits of the French chart of accounts.")
    case .labelIsAnother:
      Words(
        "\(name) porte « \(value) », et ailleurs « \(other) » pour le même code.",
        "\(name) has “\(value)”, and elsewhere “\(other)” for the same code.")
    case .characterIsForbidden:
      Words(
        "\(name) contient un séparateur ou un caractère de commande.",
        "\(name) holds a separator or a control character.")
    case .openingTouchesResult:
      Words(
        "L'écriture d'à-nouveaux \(value) touche un compte de charges ou de produits.",
        "The opening entry \(value) touches an account of charges or income.")
    case .entryZeroesResult:
      Words(
        "L'écriture \(value) vide des comptes 6 ou 7 dans le résultat (120 ou 129).",
        "Entry \(value) empties accounts of class 6 or 7 into the result (120 or 129).")
    default:
      Words(
        "Les classes 7 et 6 font un résultat de \(value), les comptes disent \(other).",
        "Classes 7 and 6 make a result of \(value), the accounts say \(other).")
    }
  }
}

extension FECFault {
  /// Why the fault matters: the rule its check stands for.
  var why: Words {
    switch check {
    case 1:
      Words(
        "L'outil de l'administration n'ouvre pas un fichier autrement nommé (LPF, art. A47 A-1, IX).",
        "The administration's tool does not open a file of another name (LPF, art. A47 A-1, IX).")
    case 2, 3:
      Words(
        "Dix-huit zones, dans cet ordre et sous ces noms, sont obligatoires (LPF, art. A47 A-1, VII).",
        "Eighteen fields, in this order and under these names, are compulsory (LPF, art. A47 A-1, VII)."
      )
    case 4:
      Words(
        "Cette zone ne peut pas être vide (LPF, art. A47 A-1, VII).",
        "This field cannot be blank (LPF, art. A47 A-1, VII).")
    case 5:
      Words(
        "Une date s'écrit AAAAMMJJ, sans séparateur (LPF, art. A47 A-1, XII).",
        "A date is written YYYYMMDD, without separator (LPF, art. A47 A-1, XII).")
    case 6:
      Words(
        "Un montant s'écrit avec une virgule, sans espace ni point (LPF, art. A47 A-1, XII).",
        "An amount is written with a comma, without space or point (LPF, art. A47 A-1, XII).")
    case 7:
      Words(
        "Une ligne est au débit ou au crédit ; l'administration signale toute autre.",
        "A line is a debit or a credit; the administration reports any other.")
    case 8:
      Words(
        "Une écriture a ses lignes, ses débits égaux à ses crédits, une date et une pièce (PCG, art. 1031-1).",
        "An entry has its lines, debits equal to credits, one date and one voucher (PCG, art. 1031-1)."
      )
    default: whyOfWhole
    }
  }

  private var whyOfWhole: Words {
    switch check {
    case 9:
      Words(
        "Une comptabilité en partie double est équilibrée (PCG, art. 1031-1).",
        "Double-entry accounts balance (PCG, art. 1031-1).")
    case 10:
      Words(
        "Les numéros se suivent sans rupture, dans l'ordre de validation (LPF, art. A47 A-1, VII).",
        "Numbers follow one another without a gap, in the order of validation (LPF, art. A47 A-1, VII)."
      )
    case 11:
      Words(
        "Le fichier est celui d'un exercice ; une écriture se valide d'ordinaire après sa date.",
        "The file is that of one fiscal year; an entry is as a rule validated after its date.")
    case 12:
      Words(
        "L'une de ces deux colonnes ne se lit pas sans l'autre.",
        "One of these two columns cannot be read without the other.")
    case 13:
      Words(
        "Comptes et journaux s'identifient par un code et un seul libellé (PCG, livre IX).",
        "Accounts and journals go by one code and one label (PCG, book IX).")
    case 14:
      Words(
        "Ce caractère décalerait les colonnes chez qui lit le fichier.",
        "This character would shift the columns for whoever reads the file.")
    default:
      Words(
        "Le fichier s'arrête après inventaire, avant la mise à zéro des comptes 6 et 7 (LPF, art. A47 A-1, VII).",
        "The file stops after inventory, before accounts 6 and 7 are zeroed (LPF, art. A47 A-1, VII)."
      )
    }
  }

  /// What to do about the fault.
  var remedy: Words {
    switch check {
    case 1:
      Words(
        "Renommez le fichier, par exemple 123456782FEC20251231.txt.",
        "Rename the file, for example 123456782FEC20251231.txt.")
    case 2, 3:
      Words(
        "Refaites l'export ; n'ouvrez ni n'enregistrez ce fichier dans un tableur.",
        "Export again; do not open and save this file in a spreadsheet.")
    case 8, 9, 10, 15:
      Words(
        "Corrigez dans la comptabilité par une écriture, puis refaites l'export ; le fichier lui-même ne se retouche pas.",
        "Correct the accounts by an entry, then export again; the file itself is not to be touched up."
      )
    case 11:
      Words(
        "Vérifiez que la date voulue est bien celle-là, et que le fichier est celui du bon exercice.",
        "Check that this is the date that was meant, and that the file is that of the right fiscal year."
      )
    default:
      Words(
        "Corrigez cette valeur dans le logiciel qui a écrit le fichier, puis refaites l'export.",
        "Correct this value in the program that wrote the file, then export again.")
    }
  }
}

// Written by Tools/embed from the .toml files beside it. Do not edit.
// swift-format-ignore-file

enum Embedded {
  static let convention = #"""
# Une convention de toiture : l'autorisation d'occuper, et sa redevance.
[[convention]]
id = "titre-ecole-des-lilas"
site = "ecole-des-lilas"
type = "cot"                     # concession | cot | aot | lease | private-lease
owner = "ville"                  # la partie qui accorde le droit et perçoit la redevance
first = 2025-09-01
last = 2045-08-31
act = "Convention du 2025-09-01, délibération n° …"
# parent = "concession-cadre"    # la convention dont celle-ci dépend
end_of_term = "dismantling"      # free-return | dismantling | option | renewal
dismantling_cents = 400000       # avec dismantling : mis de côté jour après jour
notice_months = 12

# La redevance, une seule sorte :
#   kind = "zero"
#   kind = "fixed",      cents_per_year = 15000
#   kind = "per-kwc",    cents_per_kwc_year = 400
#   kind = "per-m2",     cents_per_m2_year = 80
#   kind = "percentage", percent = "4", of = "sales", floor_cents_per_year = …, cap_cents_per_year = …
[convention.rent]
kind = "fixed"
cents_per_year = 15000

# Redevance × I / I₀, toujours depuis la base ; les valeurs viennent de [[index]].
[convention.rent.indexation]
index = "ilat"
base_period = "2025-T1"          # un trimestre ou un mois
base_value = "137.29"            # telle que la convention l'imprime
rule = "same-period"             # same-period : même trimestre | last-published : dernière publiée
revised_on = "anniversary"       # anniversary, ou MM-JJ
every_years = 1
least_coefficient = "1"          # ne baisse jamais sous la base

# L'échéance : par défaut une fois l'an, d'avance, à trente jours (CG3P, art. L2125-4).
[convention.due]
every = "year"                   # year | half-year | quarter | month
in = "advance"                   # advance | arrears
days = 30
"""#
  static let grant = #"""
# Une subvention d'investissement : rapportée au rythme de l'amortissement (PCG, art. 312-1).
[[grant]]
id = "aide-region"
plant = "centrale-ecole-des-lilas"
payer = "region"
cents = 450000
granted = 2026-02-10
act = "Délibération n° …"
eligible_cents = 1500000         # facultatif : les termes de l'aide, que le montant doit suivre
percent = "30"
ceiling_cents = 4500000
"""#
  static let index = #"""
# Une valeur d'indice publiée. Une valeur apprise après coup : valid_from = premier jour ouvert.
[[index]]
id = "ilat"
month = "2026-03"                # le mois, ou le dernier mois du trimestre
value = "139.10"
published = 2026-06-19
source = "Insee, …"
"""#
  static let loan = #"""
# Un emprunt. soleil contract show NOM en donne le tableau d'amortissement.
[[loan]]
id = "emprunt"
lender = "banque"
principal_cents = 20000000
drawn = 2026-01-15
method = "constant-annuity"      # ou "constant-capital", "stepped"
rate = "0.031"
instalments = 180                # échéances en tout, différé compris
every_months = 1                 # 3 : trimestrielles, 12 : annuelles
first_due = 2026-02-15
day_count = "30/360"             # ou "ACT/365", "ACT/360", "ACT/ACT"
deferral = "none"                # "partial" : intérêts seuls ; "total" : rien, les intérêts s'ajoutent
deferred = 0                     # le nombre d'échéances différées
insurance_cents = 0              # l'assurance payée avec chaque échéance
# bank_account = "compte"        # le compte qui paie, s'il y en a plusieurs

# Ce qui est promis au prêteur : un rappel dans soleil calendar.
[[loan.covenant]]
name = "DSCR ≥ 1,10"
first = 2027-06-30
every_months = 12

# Paliers d'un emprunt "stepped" : capital et intérêts, à partir de telle échéance.
# [[loan.step]]
# from = 1
# instalment_cents = 100000
"""#
  static let loan_repayment = #"""
# Du capital remboursé avant son terme.
[[loan_repayment]]
id = "remboursement-2030"
loan = "emprunt"
date = 2030-06-30
principal_cents = 1000000
indemnity_cents = 15500          # l'indemnité que le contrat prévoit
effect = "shorter"               # "smaller" : mêmes dates, échéances réduites
"""#
  static let local_tax = #"""
# Un impôt local de l'année : prévu, puis rectifié par l'avis (valid_from = premier jour ouvert).
# L'IFER n'est pas ici : elle se calcule depuis la table des tarifs.
[[local_tax]]
id = "cfe-2026"
kind = "cfe"                     # cfe | property
year = 2026
cents = 24300
commune = "…"
"""#
  static let novation = #"""
# Un contrat qui change de mains : le même contrat, une autre partie à partir d'un jour.
# Entre deux tiers (from, to), ce que le contrat leur doit passe de l'un à l'autre.
[[novation]]
id = "transfert-ecole-des-lilas"
contracts = ["titre-ecole-des-lilas"]
on = 2027-01-01
from = "ville"
to = "agglomeration"
act = "Avenant n° 1 du …"

# Quand c'est la société qui entre dans le contrat : sans to, avec ce qu'elle reprend.
# [[novation]]
# id = "reprise-de-la-concession"
# contracts = ["concession"]
# on = 2025-01-01
# from = "partenaire"
# act = "Acte de cession du …"
# [[novation.balance]]
# account = "215340"
# debit_cents = 3000000
# site = "ecole-des-lilas"
"""#
  static let party = #"""
# Une partie : commune, banque, acheteur, prestataire. Une personne n'est jamais ici : elle est un associé.
[[party]]
id = "ville"                     # minuscules, chiffres et tirets
name = "Ville de …"
kind = "public-body"             # public-body | company
commune = "…"

[[party]]
id = "partenaire"
name = "…"
kind = "company"

[[party]]
id = "agglomeration"
name = "…"
kind = "public-body"

[[party]]
id = "region"
name = "…"
kind = "public-body"

[[party]]
id = "banque"
name = "…"
kind = "company"

[[party]]
id = "acheteur"
name = "…"
kind = "company"

[[party]]
id = "assureur"
name = "…"
kind = "company"
"""#
  static let purchase_contract = #"""
# Un contrat d'achat : tarif et coefficients tels que les conditions particulières les impriment.
[[purchase_contract]]
id = "oa-ecole-des-lilas"
site = "ecole-des-lilas"
buyer = "acheteur"
number = "BOA…"
regime = "S21"
mode = "total-sale"
effective = 2026-01-15
ends = 2046-01-14
annual_cap_hours = 1600
price_above_cap = "0.05"

[[purchase_contract.price]]
from = 2026-01-15
eur_per_kwh = "0.1049"
source = "Conditions particulières du …"
"""#
  static let roof = #"""
# La vie d'un toit, du premier échange à la fin, avec ses actes.
# Étapes, dans l'ordre : prospect, studied, signed, built, producing, ended.
[[roof]]
id = "toit-ecole-des-lilas"
name = "École des Lilas"
commune = "…"
owner = "ville"
site = "ecole-des-lilas"         # dès qu'il y en a un
procurement = "call-for-interest" # competition | call-for-interest | spontaneous | direct | private

[[roof.study]]
kind = "structure"
on = 2025-03-10
payer = "ville"
act = "Étude de structure n° …"

[[roof.study]]
kind = "yield"
on = 2025-04-02
payer = "partenaire"
act = "Étude de productible n° …"

[[roof.step]]
stage = "prospect"
on = 2025-01-15

[[roof.step]]
stage = "studied"
on = 2025-04-02

[[roof.step]]
stage = "signed"
on = 2025-09-01
act = "Convention du 2025-09-01, délibération n° …"

[[roof.step]]
stage = "producing"
on = 2026-01-15
"""#
  static let service_contract = #"""
# Un service payé à l'année : assurance, maintenance, honoraires.
[[service_contract]]
id = "multirisque"
supplier = "assureur"
account = "616100"               # 616100 assurance | 615600 maintenance | 622600 honoraires
cents_per_year = 187496
first = 2026-01-01
last = 2026-12-31
"""#
  static let sharing = #"""
# Une autoconsommation collective : qui prend part à l'énergie d'une toiture, selon quelle clé ; le surplus
# reste au contrat d'obligation d'achat (C. énergie, art. L315-2).
[[sharing]]
id = "operation-des-lilas"
key = "default"                  # static, default, dynamic, full ; metered pour une vente directe
first = 2026-01-15
contracts = ["acc-mairie"]       # un contrat par site et par consommateur
surplus = ["oa-ecole-des-lilas"]

[[purchase_contract]]
id = "acc-mairie"
site = "ecole-des-lilas"
buyer = "mairie"
number = "ACC-1"
mode = "self-consumption"        # TVA collectée au taux normal
effective = 2026-01-15

[[purchase_contract.price]]
from = 2026-01-15
eur_per_kwh = "0.14"
source = "Convention d'autoconsommation collective du …"

[[party]]
id = "mairie"
name = "Commune de …"
kind = "public-body"
valid_from = 2026-01-01

# Un mois de ce que le gestionnaire du réseau a mesuré, par pas, en wattheures : 23 ou 25 heures aux
# changements d'heure. Une version corrigée remplace le mois entier tant qu'il n'est pas clos.
[[shared_energy]]
sharing = "operation-des-lilas"
month = "2026-02"
minutes = 60

[[shared_energy.day]]
day = 2026-02-01
production = { ecole-des-lilas = [0, 0, 0, 0, 0, 0, 0, 0, 150, 900, 2100, 3000, 3300, 2900, 2000, 1100, 300, 0, 0, 0, 0, 0, 0, 0] }
consumption = { mairie = [400, 400, 400, 400, 400, 400, 600, 900, 1500, 1800, 1800, 1700, 1500, 1600, 1700, 1600, 1400, 900, 600, 500, 400, 400, 400, 400] }
"""#
  static let site = #"""
# Un site et ses compteurs.
[[site]]
id = "ecole-des-lilas"
name = "École des Lilas"
commune = "…"
agglomeration = "…"
owner = "ville"                  # la partie qui possède le bâtiment
operator = "partenaire"          # la partie qui exploite, si ce n'est pas la société
vector = "photovoltaic"          # photovoltaic | wood | heat | wind | hydro
land_unit = "AB-0101"            # l'unité foncière : ses sites comptent ensemble pour l'IFER
peak_watts = 36000
inverter_watts = 33000           # puissance des onduleurs, pour l'IFER
area_m2 = 198
commissioned = 2026-01-15
valid_from = 2026-01-01

[[meter]]
id = "ecole-des-lilas-1"
site = "ecole-des-lilas"
serial = "…"                     # tel que ses fichiers le nomment : numéro de série ou PRM
kind = "inverter"                # inverter | grid
counts = true                    # un seul compteur compte pour une même énergie
valid_from = 2026-01-15

[[plant]]
id = "centrale-ecole-des-lilas"
site = "ecole-des-lilas"
account = "215340"
depreciation_account = "281534"
cost_cents = 3000000
in_service = 2026-01-15
life_months = 240
"""#
}

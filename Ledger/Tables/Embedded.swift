// Written by Tools/embed from the .csv files beside it. Do not edit.
// swift-format-ignore-file

enum Embedded {
  static let accounts = #"""
number,unit,label_fr,label_en,use
104100,cents,Primes d'émission,Share premiums,issue premium apart from nominal
106100,cents,Réserve légale,Legal reserve,appropriation
106300,cents,Réserves statutaires,Statutory reserves,appropriation
106800,cents,Autres réserves,Other reserves,appropriation
110000,cents,Report à nouveau - solde créditeur,Profits carried forward,appropriation
119000,cents,Report à nouveau - solde débiteur,Losses carried forward,appropriation
120000,cents,Résultat de l'exercice - bénéfice,Profit of the year,year end
120900,cents,Acomptes sur dividendes,Dividends paid in advance,appropriation
129000,cents,Résultat de l'exercice - perte,Loss of the year,year end
131000,cents,Subventions d'investissement,Investment grants,grants
139000,cents,Subventions d'investissement inscrites au résultat,Investment grants released,grants
152600,cents,Provisions pour remise en état des toitures,Provisions for restoring roofs,end of conventions
164000,cents,Emprunts bancaires,Bank loans,one auxiliary a loan
164800,cents,Intérêts courus sur emprunts,Accrued loan interest,monthly accrual
168100,cents,Prêts citoyens,Citizens' loans,citizens' loans
168800,cents,Intérêts courus sur prêts citoyens,Accrued interest on citizens' loans,citizens' loans
215340,cents,Centrales photovoltaïques sur toiture d'autrui,Photovoltaic plants on roofs of others,plants
281534,cents,Amortissements des centrales photovoltaïques,Depreciation of photovoltaic plants,plants
401000,cents,Fournisseurs,Suppliers,one auxiliary a supplier
404000,cents,Fournisseurs d'immobilisations,Suppliers of fixed assets,plants
408100,cents,Fournisseurs - Factures non parvenues,Suppliers - invoices not received,accrued rents
411000,cents,Clients,Customers,invoices to the buyer
418100,cents,Clients - Factures à établir,Customers - invoices to be issued,accrued sales
441000,cents,État et collectivités - Subventions à recevoir,Grants receivable,grants
442200,cents,État - Prélèvements forfaitaires non libératoires,State - Advance income tax withheld,payments
442300,cents,État - Retenues et prélèvements sur les distributions,State - Social levies withheld,payments
455100,cents,Associés - Comptes courants,Shareholders - current accounts,current accounts
455800,cents,Associés - Intérêts courus,Shareholders - accrued interest,current accounts
456300,cents,Associés - Versements reçus sur augmentation de capital,Shareholders - payments received on capital increase,subscription
456700,cents,Associés - Capital à rembourser,Shareholders - capital to be repaid,withdrawal
457000,cents,Associés - Dividendes à payer,Shareholders - dividends payable,dividends
448100,cents,État - Charges à payer (CFE et IFER),State - accrued local taxes,local taxes
445660,cents,TVA déductible sur autres biens et services,Input VAT on goods and services,purchases
512100,cents,Banque,Bank,payments
606100,cents,Fournitures non stockables (électricité des auxiliaires),Utilities,purchases
613200,cents,Redevances de toitures,Roof rents,roof conventions
615600,cents,Maintenance,Maintenance,purchases
616100,cents,Assurances multirisques,Multi-risk insurance,purchases
622600,cents,Honoraires,Professional fees,purchases
627000,cents,Services bancaires,Bank charges,purchases
635110,cents,Contribution économique territoriale (CFE),Business property tax (CFE),local taxes
635120,cents,Taxe foncière,Property tax,local taxes
635130,cents,Imposition forfaitaire sur les entreprises de réseaux (IFER),Flat-rate tax on network companies (IFER),local taxes
658000,cents,Arrondis et autres charges,Rounding and other charges,returns in whole euros
661160,cents,Intérêts des emprunts,Loan interest,loans
661500,cents,Intérêts des comptes courants d'associés,Interest on shareholders' current accounts,current accounts
661810,cents,Intérêts des prêts citoyens,Interest on citizens' loans,citizens' loans
681120,cents,Dotations aux amortissements des centrales,Depreciation of plants,plants
681500,cents,Dotations aux provisions pour remise en état,Provisions for restoring roofs - charge,end of conventions
701000,cents,Ventes d'électricité,Sales of electricity,purchase contracts
747000,cents,Quote-part des subventions d'investissement virée au résultat,Share of investment grants released,grants
758000,cents,Arrondis et autres produits,Rounding and other income,returns in whole euros
901000,shares,Parts sociales émises,Shares issued,share register
902000,shares,Parts détenues par les associés,Shares held by members,share register
911000,wh,Énergie produite,Energy produced,production
912000,wh,Énergie livrée au réseau,Energy delivered,production
913000,wh,Énergie autoconsommée,Energy self-consumed,production
914000,wh,Énergie perdue,Energy lost,production
915000,wh,Énergie répartie,Energy apportioned,energy of members
916000,wh,Énergie revenant aux associés,Energy of members,energy of members
931000,cents,Résultat réparti (suivi extra-comptable),Result apportioned (memorandum),allocation
934000,cents,Affectation envisagée aux réserves (suivi extra-comptable),Intended appropriation to reserves (memorandum),allocation
935000,cents,Droits envisagés des associés (suivi extra-comptable),Intended entitlements of members (memorandum),allocation
936000,cents,Droits envisagés des tiers (suivi extra-comptable),Intended entitlements of third parties (memorandum),allocation
"""#
  static let average_rates = #"""
first,percent,source
2022-01-01,1.15,JO; CGI art. 39-1-3°
2022-04-01,1.96,JO; CGI art. 39-1-3°
2022-07-01,2.38,JO; CGI art. 39-1-3°
2022-10-01,3.36,JO; CGI art. 39-1-3°
2025-01-01,4.92,JO; CGI art. 39-1-3°
2025-04-01,4.60,JO; CGI art. 39-1-3°
2025-07-01,4.36,JO; CGI art. 39-1-3°
2025-10-01,4.30,JO of 2025-12-24; avis ECOT2536351V; CGI art. 39-1-3°
"""#
  static let editions = #"""
form,income_year,record_length,status,source
2561,2017,430,sourced,DGFiP cahier des charges TD-RCM of the incomes of 2017
2561,2025,800,to-be-confirmed,a public generator of 2026; the fields used here stand where they stood
"""#
  static let ifer = #"""
tax_year,commissioned_from,eur_per_kw,source
2020,1900-01-01,7.57,CGI art. 1519 F; BOI-TFP-IFER-30
2020,2021-01-02,3.155,CGI art. 1519 F (loi 2019-1479 art. 123)
2021,1900-01-01,7.82,CGI art. 1519 F; practitioners' tables
2021,2021-01-02,3.254,CGI art. 1519 F; practitioners' tables
2024,1900-01-01,8.36,CGI art. 1519 F; one practitioner's table for 2024
2024,2021-01-02,3.479,CGI art. 1519 F; one practitioner's table for 2024
2025,1900-01-01,8.51,CGI art. 1519 F; FNCCR and MEDEF tables for 2025
2025,2021-01-02,3.542,CGI art. 1519 F; FNCCR and MEDEF tables for 2025
"""#
  static let layout = #"""
line,statement,kind,side,section,label_fr,label_en,valid_from,source
uncalled-capital,assets,line,debit,I,Capital souscrit non appelé,Subscribed capital not called,2025-01-01,PCG art. 821-1
establishment-costs,assets,line,debit,II,Frais d'établissement,Establishment costs,2025-01-01,PCG art. 821-1
intangible-assets,assets,heading,debit,,Immobilisations incorporelles,Intangible fixed assets,2025-01-01,PCG art. 821-1
development-costs,assets,item,debit,III,Frais de développement,Development costs,2025-01-01,PCG art. 821-1
licences-and-rights,assets,item,debit,III,"Concessions, brevets, licences, marques, procédés, solutions informatiques, droits et valeurs similaires","Concessions, patents, licences, trade marks, software and similar rights",2025-01-01,PCG art. 821-1
goodwill,assets,item,debit,III,Fonds commercial,Goodwill,2025-01-01,PCG art. 821-1
other-intangibles,assets,item,debit,III,Autres immobilisations incorporelles,Other intangible assets,2025-01-01,PCG art. 821-1
intangibles-in-progress,assets,item,debit,III,"Immobilisations incorporelles en cours, avances et acomptes","Intangible assets in progress, advances",2025-01-01,PCG art. 821-1
tangible-assets,assets,heading,debit,,Immobilisations corporelles,Tangible fixed assets,2025-01-01,PCG art. 821-1
land,assets,item,debit,III,Terrains,Land,2025-01-01,PCG art. 821-1
buildings,assets,item,debit,III,Constructions,Buildings,2025-01-01,PCG art. 821-1
plant,assets,item,debit,III,"Installations techniques, matériel et outillage industriels","Plant, machinery and equipment",2025-01-01,PCG art. 821-1
other-tangibles,assets,item,debit,III,Autres immobilisations corporelles,Other tangible assets,2025-01-01,PCG art. 821-1
concession-assets,assets,item,debit,III,Immobilisations mises en concession,Assets placed in concession,2025-01-01,PCG art. 811-5 (more detail)
tangibles-in-progress,assets,item,debit,III,"Immobilisations corporelles en cours, avances et acomptes","Tangible assets in progress, advances",2025-01-01,PCG art. 821-1
financial-assets,assets,heading,debit,,Immobilisations financières,Financial fixed assets,2025-01-01,PCG art. 821-1
participations,assets,item,debit,III,Participations,Participating interests,2025-01-01,PCG art. 821-1
participation-receivables,assets,item,debit,III,Créances rattachées à des participations,Receivables from participating interests,2025-01-01,PCG art. 821-1
portfolio-securities,assets,item,debit,III,Titres immobilisés de l'activité de portefeuille,Portfolio securities,2025-01-01,PCG art. 821-1
other-long-term-securities,assets,item,debit,III,Autres titres immobilisés,Other long-term securities,2025-01-01,PCG art. 821-1
loans-granted,assets,item,debit,III,Prêts,Loans granted,2025-01-01,PCG art. 821-1
other-financial-assets,assets,item,debit,III,Autres immobilisations financières,Other financial assets,2025-01-01,PCG art. 821-1
total-fixed-assets,assets,total,debit,III,Total de l'actif immobilisé,Total fixed assets,2025-01-01,PCG art. 821-1
stocks,assets,heading,debit,,Stocks et en-cours,Stocks and work in progress,2025-01-01,PCG art. 821-1
raw-materials,assets,item,debit,IV,Matières premières et autres approvisionnements,Raw materials and supplies,2025-01-01,PCG art. 821-1
work-in-progress,assets,item,debit,IV,En-cours de production,Work in progress,2025-01-01,PCG art. 821-1
finished-goods,assets,item,debit,IV,Produits finis,Finished goods,2025-01-01,PCG art. 821-1
goods,assets,item,debit,IV,Marchandises,Goods for resale,2025-01-01,PCG art. 821-1
advances-paid,assets,line,debit,IV,Avances et acomptes versés sur commandes,Advances paid on orders,2025-01-01,PCG art. 821-1
receivables,assets,heading,debit,,Créances,Receivables,2025-01-01,PCG art. 821-1
trade-receivables,assets,item,debit,IV,Créances clients et comptes rattachés,Trade receivables,2025-01-01,PCG art. 821-1
other-receivables,assets,item,debit,IV,Autres créances,Other receivables,2025-01-01,PCG art. 821-1
prepaid-expenses,assets,item,debit,IV,Charges constatées d'avance,Prepaid expenses,2025-01-01,PCG art. 821-1
called-unpaid-capital,assets,item,debit,IV,"Capital souscrit appelé, non versé","Capital called, not paid",2025-01-01,PCG art. 821-1
short-term-securities,assets,heading,debit,,Valeurs mobilières de placement,Short-term securities,2025-01-01,PCG art. 821-1
own-shares,assets,item,debit,IV,Actions propres,Own shares,2025-01-01,PCG art. 821-1
other-securities,assets,item,debit,IV,Autres titres,Other securities,2025-01-01,PCG art. 821-1
derivatives-and-tokens-held,assets,line,debit,IV,Instruments financiers à terme et jetons détenus,Derivatives and tokens held,2025-01-01,PCG art. 821-1
cash,assets,line,debit,IV,Disponibilités,Cash at bank and in hand,2025-01-01,PCG art. 821-1
total-current-assets,assets,total,debit,IV,Total de l'actif circulant,Total current assets,2025-01-01,PCG art. 821-1
loan-issue-costs,assets,line,debit,V,Frais d'émission des emprunts,Loan issue costs,2025-01-01,PCG art. 821-1
redemption-premiums,assets,line,debit,VI,Primes de remboursement des emprunts,Loan redemption premiums,2025-01-01,PCG art. 821-1
conversion-assets,assets,line,debit,VII,Écarts de conversion et différences d'évaluation - Actif,Conversion and valuation differences - assets,2025-01-01,PCG art. 821-1
total-assets,assets,total,debit,I II III IV V VI VII,Total général de l'actif,Total assets,2025-01-01,PCG art. 821-1
capital,liabilities,line,credit,I,Capital,Capital,2025-01-01,PCG art. 821-1
premiums,liabilities,line,credit,I,"Primes d'émission, de fusion, d'apport",Share premiums,2025-01-01,PCG art. 821-1
revaluation,liabilities,line,credit,I,Écarts de réévaluation,Revaluation differences,2025-01-01,PCG art. 821-1
equity-method-difference,liabilities,line,credit,I,Écart d'équivalence,Equity method difference,2025-01-01,PCG art. 821-1
reserves,liabilities,heading,credit,,Réserves,Reserves,2025-01-01,PCG art. 821-1
legal-reserve,liabilities,item,credit,I,Réserve légale,Legal reserve,2025-01-01,PCG art. 821-1
statutory-reserves,liabilities,item,credit,I,Réserves statutaires ou contractuelles,Statutory or contractual reserves,2025-01-01,PCG art. 821-1
regulated-reserves,liabilities,item,credit,I,Réserves réglementées,Regulated reserves,2025-01-01,PCG art. 821-1
other-reserves,liabilities,item,credit,I,Autres réserves,Other reserves,2025-01-01,PCG art. 821-1
retained-earnings,liabilities,line,credit,I,Report à nouveau,Retained earnings,2025-01-01,PCG art. 821-1
earlier-results,liabilities,line,credit,I,Résultats antérieurs en attente d'affectation,Earlier results not yet appropriated,2025-01-01,PCG art. 811-5 (more detail)
result,liabilities,line,credit,I,Résultat de l'exercice (bénéfice ou perte),Result of the fiscal year (profit or loss),2025-01-01,PCG art. 821-1
interim-dividends,liabilities,line,credit,I,Acomptes sur dividendes,Interim dividends,2025-01-01,PCG art. 811-5 (more detail)
investment-grants,liabilities,line,credit,I,Subventions d'investissement,Investment grants,2025-01-01,PCG art. 821-1
regulated-provisions,liabilities,line,credit,I,Provisions réglementées,Regulated provisions,2025-01-01,PCG art. 821-1
total-equity,liabilities,total,credit,I,Total des capitaux propres,Total equity,2025-01-01,PCG art. 821-1
non-repayable-funds,liabilities,line,credit,II,Fonds non remboursables,Non-repayable funds,2025-01-01,PCG art. 821-1
conditional-advances,liabilities,line,credit,II,Avances conditionnées,Conditional advances,2025-01-01,PCG art. 821-1
grantor-rights,liabilities,line,credit,II,Droits du concédant,Rights of the grantor of concessions,2025-01-01,PCG art. 821-1
total-other-equity,liabilities,total,credit,II,Total des autres fonds propres,Total other equity,2025-01-01,PCG art. 821-1
provisions-for-risks,liabilities,line,credit,III,Provisions pour risques,Provisions for risks,2025-01-01,PCG art. 821-1
provisions-for-charges,liabilities,line,credit,III,Provisions pour charges,Provisions for charges,2025-01-01,PCG art. 821-1
total-provisions,liabilities,total,credit,III,Total des provisions,Total provisions,2025-01-01,PCG art. 821-1
convertible-bonds,liabilities,line,credit,IV,Emprunts obligataires convertibles,Convertible bonds,2025-01-01,PCG art. 821-1
other-bonds,liabilities,line,credit,IV,Autres emprunts obligataires,Other bonds,2025-01-01,PCG art. 821-1
bank-loans,liabilities,line,credit,IV,Emprunts et dettes auprès des établissements de crédit,Bank loans,2025-01-01,PCG art. 821-1
other-borrowings,liabilities,line,credit,IV,Emprunts et dettes financières diverses,Other borrowings,2025-01-01,PCG art. 821-1
derivatives-owed,liabilities,line,credit,IV,Instruments financiers à terme,Derivatives,2025-01-01,PCG art. 821-1
advances-received,liabilities,line,credit,IV,Avances et acomptes reçus sur commandes en cours,Advances received on orders,2025-01-01,PCG art. 821-1
trade-payables,liabilities,line,credit,IV,Dettes fournisseurs et comptes rattachés,Trade payables,2025-01-01,PCG art. 821-1
tax-and-social-debts,liabilities,line,credit,IV,Dettes fiscales et sociales,Tax and social debts,2025-01-01,PCG art. 821-1
fixed-asset-debts,liabilities,line,credit,IV,Dettes sur immobilisations et comptes rattachés,Payables for fixed assets,2025-01-01,PCG art. 821-1
other-debts,liabilities,line,credit,IV,Autres dettes,Other debts,2025-01-01,PCG art. 821-1
deferred-income,liabilities,line,credit,IV,Produits constatés d'avance,Deferred income,2025-01-01,PCG art. 821-1
total-debts,liabilities,total,credit,IV,Total des dettes,Total debts,2025-01-01,PCG art. 821-1
conversion-liabilities,liabilities,line,credit,V,Écarts de conversion et différences d'évaluation - Passif,Conversion and valuation differences - liabilities,2025-01-01,PCG art. 821-1
total-liabilities,liabilities,total,credit,I II III IV V,Total général du passif,Total equity and liabilities,2025-01-01,PCG art. 821-1
operating-income,income,heading,credit,,Produits d'exploitation,Operating income,2025-01-01,PCG art. 821-2
sales-of-goods,income,item,credit,CA,Ventes de marchandises,Sales of goods,2025-01-01,PCG art. 821-2
production-sold,income,item,credit,CA,Production vendue,Production sold,2025-01-01,PCG art. 821-2
turnover,income,total,credit,CA,Montant net du chiffre d'affaires,Net turnover,2025-01-01,PCG art. 821-2
stored-production,income,item,credit,I,Production stockée,Change in stocks of products,2025-01-01,PCG art. 821-2
capitalised-production,income,item,credit,I,Production immobilisée,Capitalised production,2025-01-01,PCG art. 821-2
grants,income,item,credit,I,Subventions,Grants,2025-01-01,PCG art. 821-2
operating-reversals,income,item,credit,I,"Reprises sur amortissements, dépréciations et provisions","Reversals of depreciation, impairments and provisions",2025-01-01,PCG art. 821-2
disposal-proceeds,income,item,credit,I,Produits des cessions d'immobilisations incorporelles et corporelles,Proceeds of disposals of fixed assets,2025-01-01,PCG art. 821-2
other-operating-income,income,item,credit,I,Autres produits,Other income,2025-01-01,PCG art. 821-2
total-operating-income,income,total,credit,CA I,Total des produits d'exploitation,Total operating income,2025-01-01,PCG art. 821-2
operating-charges,income,heading,debit,,Charges d'exploitation,Operating charges,2025-01-01,PCG art. 821-2
goods-purchases,income,item,debit,II,Achats de marchandises,Purchases of goods,2025-01-01,PCG art. 821-2
goods-stock-change,income,item,debit,II,Variation de stocks (marchandises),Change in stocks (goods),2025-01-01,PCG art. 821-2
raw-purchases,income,item,debit,II,Achats de matières premières et autres approvisionnements,Purchases of raw materials and supplies,2025-01-01,PCG art. 821-2
raw-stock-change,income,item,debit,II,Variation de stocks (approvisionnements),Change in stocks (supplies),2025-01-01,PCG art. 821-2
external-charges,income,item,debit,II,Autres achats et charges externes,Other purchases and external charges,2025-01-01,PCG art. 821-2
taxes,income,item,debit,II,"Impôts, taxes et versements assimilés",Taxes and similar payments,2025-01-01,PCG art. 821-2
salaries,income,item,debit,II,Salaires,Salaries,2025-01-01,PCG art. 821-2
social-contributions,income,item,debit,II,Cotisations sociales,Social contributions,2025-01-01,PCG art. 821-2
depreciation,income,item,debit,II,Sur immobilisations : dotations aux amortissements,Fixed assets: depreciation,2025-01-01,PCG art. 821-2
fixed-asset-impairments,income,item,debit,II,Sur immobilisations : dotations aux dépréciations,Fixed assets: impairments,2025-01-01,PCG art. 821-2
current-asset-impairments,income,item,debit,II,Sur actif circulant : dotations aux dépréciations,Current assets: impairments,2025-01-01,PCG art. 821-2
provisions,income,item,debit,II,Dotations aux provisions,Provisions,2025-01-01,PCG art. 821-2
disposal-values,income,item,debit,II,Valeurs comptables des immobilisations incorporelles et corporelles cédées,Book values of fixed assets disposed of,2025-01-01,PCG art. 821-2
other-operating-charges,income,item,debit,II,Autres charges,Other charges,2025-01-01,PCG art. 821-2
total-operating-charges,income,total,debit,II,Total des charges d'exploitation,Total operating charges,2025-01-01,PCG art. 821-2
operating-result,income,total,credit,CA I -II,Résultat d'exploitation,Operating result,2025-01-01,PCG art. 821-2
joint-profit,income,line,credit,III,Bénéfice attribué ou perte transférée,Profit received or loss transferred from joint operations,2025-01-01,PCG art. 821-2
joint-loss,income,line,debit,IV,Perte supportée ou bénéfice transféré,Loss borne or profit transferred in joint operations,2025-01-01,PCG art. 821-2
financial-income,income,heading,credit,,Produits financiers,Financial income,2025-01-01,PCG art. 821-2
participation-income,income,item,credit,V,De participation,From participating interests,2025-01-01,PCG art. 821-2
other-securities-income,income,item,credit,V,D'autres valeurs mobilières et créances de l'actif immobilisé,From other securities and long-term receivables,2025-01-01,PCG art. 821-2
interest-income,income,item,credit,V,Autres intérêts et produits assimilés,Other interest and similar income,2025-01-01,PCG art. 821-2
financial-reversals,income,item,credit,V,Reprises sur dépréciations et provisions,Reversals of impairments and provisions,2025-01-01,PCG art. 821-2
exchange-gains,income,item,credit,V,Différences positives de change,Exchange gains,2025-01-01,PCG art. 821-2
financial-disposal-proceeds,income,item,credit,V,Produits des cessions d'immobilisations financières,Proceeds of disposals of financial assets,2025-01-01,PCG art. 821-2
securities-net-gains,income,item,credit,V,Produits nets sur cessions de valeurs mobilières de placement et d'instruments de trésorerie,Net gains on disposals of short-term securities,2025-01-01,PCG art. 821-2
total-financial-income,income,total,credit,V,Total des produits financiers,Total financial income,2025-01-01,PCG art. 821-2
financial-charges,income,heading,debit,,Charges financières,Financial charges,2025-01-01,PCG art. 821-2
financial-provisions,income,item,debit,VI,"Dotations aux amortissements, aux dépréciations et aux provisions","Depreciation, impairments and provisions",2025-01-01,PCG art. 821-2
interest-charges,income,item,debit,VI,Intérêts et charges assimilées,Interest and similar charges,2025-01-01,PCG art. 821-2
exchange-losses,income,item,debit,VI,Différences négatives de change,Exchange losses,2025-01-01,PCG art. 821-2
financial-disposal-values,income,item,debit,VI,Valeurs comptables des immobilisations financières cédées,Book values of financial assets disposed of,2025-01-01,PCG art. 821-2
securities-net-losses,income,item,debit,VI,Charges nettes sur cessions de valeurs mobilières de placement et d'instruments de trésorerie,Net losses on disposals of short-term securities,2025-01-01,PCG art. 821-2
total-financial-charges,income,total,debit,VI,Total des charges financières,Total financial charges,2025-01-01,PCG art. 821-2
financial-result,income,total,credit,V -VI,Résultat financier,Financial result,2025-01-01,PCG art. 821-2
current-result,income,total,credit,CA I -II III -IV V -VI,Résultat courant avant impôts,Current result before tax,2025-01-01,PCG art. 821-2
exceptional-income,income,line,credit,VII,Produits exceptionnels,Exceptional income,2025-01-01,PCG art. 821-2
exceptional-charges,income,line,debit,VIII,Charges exceptionnelles,Exceptional charges,2025-01-01,PCG art. 821-2
exceptional-result,income,total,credit,VII -VIII,Résultat exceptionnel,Exceptional result,2025-01-01,PCG art. 821-2
profit-sharing,income,line,debit,IX,Participation des salariés aux résultats,Employees' profit sharing,2025-01-01,PCG art. 821-2
income-tax,income,line,debit,X,Impôts sur les bénéfices,Income tax,2025-01-01,PCG art. 821-2
total-income,income,total,credit,CA I III V VII,Total des produits,Total income,2025-01-01,PCG art. 821-2
total-charges,income,total,debit,II IV VI VIII IX X,Total des charges,Total charges,2025-01-01,PCG art. 821-2
net-result,income,total,credit,CA I -II III -IV V -VI VII -VIII -IX -X,Bénéfice ou perte,Profit or loss,2025-01-01,PCG art. 821-2
"""#
  static let levies = #"""
levy,valid_from,percent,source
income-tax,2019-01-01,12.8,CGI art. 117 quater and 125 A
csg,2019-01-01,9.2,CSS art. L136-8
csg,2026-01-01,10.6,CSS art. L136-8 as amended by loi 2025-1403 art. 12
crds,2019-01-01,0.5,ord. 96-50 art. 15 to 19
solidarity,2019-01-01,7.5,CGI art. 235 ter
"""#
  static let lines = #"""
form,valid_from,levy,line,status,source
2777,2019-01-01,income-tax,EA,to-be-confirmed,guides of practitioners for 2019 to 2025; the form is reissued yearly
2777,2019-01-01,csg,QG,to-be-confirmed,guides of practitioners for 2019 to 2025; the form is reissued yearly
2777,2019-01-01,crds,,to-be-confirmed,no two sources agree on the line
2777,2019-01-01,solidarity,QH,to-be-confirmed,guides of practitioners for 2019 to 2025; the form is reissued yearly
"""#
  static let pcg = #"""
number,label,valid_from,source
1,Comptes de capitaux,2026-01-01,arrhes/PCG@36c63f5
10,Capital et réserves,2026-01-01,arrhes/PCG@36c63f5
101,Capital,2026-01-01,arrhes/PCG@36c63f5
1011,Capital souscrit - non appelé,2026-01-01,arrhes/PCG@36c63f5
1012,"Capital souscrit - appelé, non versé",2026-01-01,arrhes/PCG@36c63f5
1013,"Capital souscrit - appelé, versé",2026-01-01,arrhes/PCG@36c63f5
10131,Capital non amorti,2026-01-01,arrhes/PCG@36c63f5
10132,Capital amorti,2026-01-01,arrhes/PCG@36c63f5
1018,Capital souscrit soumis à des réglementations particulières,2026-01-01,arrhes/PCG@36c63f5
102,Fonds fiduciaires,2026-01-01,arrhes/PCG@36c63f5
104,Primes liées au capital,2026-01-01,arrhes/PCG@36c63f5
1041,Primes d'émission,2026-01-01,arrhes/PCG@36c63f5
1042,Primes de fusion,2026-01-01,arrhes/PCG@36c63f5
1043,Primes d'apport,2026-01-01,arrhes/PCG@36c63f5
1044,Primes de conversion d'obligations en actions,2026-01-01,arrhes/PCG@36c63f5
1045,Bons de souscription de titres en capital,2026-01-01,arrhes/PCG@36c63f5
105,Écarts de réévaluation,2026-01-01,arrhes/PCG@36c63f5
106,Réserves,2026-01-01,arrhes/PCG@36c63f5
1061,Réserve légale,2026-01-01,arrhes/PCG@36c63f5
1062,Réserves indisponibles,2026-01-01,arrhes/PCG@36c63f5
1063,Réserves statutaires ou contractuelles,2026-01-01,arrhes/PCG@36c63f5
1064,Réserves réglementées,2026-01-01,arrhes/PCG@36c63f5
1068,Autres réserves,2026-01-01,arrhes/PCG@36c63f5
107,Écart d'équivalence,2026-01-01,arrhes/PCG@36c63f5
108,Compte de l'exploitant,2026-01-01,arrhes/PCG@36c63f5
109,Actionnaires : capital souscrit - non appelé,2026-01-01,arrhes/PCG@36c63f5
11,Report à nouveau,2026-01-01,arrhes/PCG@36c63f5
110,Report à nouveau - solde créditeur,2026-01-01,arrhes/PCG@36c63f5
119,Report à nouveau - solde débiteur,2026-01-01,arrhes/PCG@36c63f5
12,Résultat de l'exercice,2026-01-01,arrhes/PCG@36c63f5
120,Résultat de l'exercice - bénéfice,2026-01-01,arrhes/PCG@36c63f5
1209,Acomptes sur dividendes,2026-01-01,arrhes/PCG@36c63f5
129,Résultat de l'exercice – perte,2026-01-01,arrhes/PCG@36c63f5
13,Subventions d'investissement,2026-01-01,arrhes/PCG@36c63f5
131,Subventions d'investissement octroyées,2026-01-01,arrhes/PCG@36c63f5
139,Subventions d'investissement inscrites au compte de résultat,2026-01-01,arrhes/PCG@36c63f5
14,Provisions réglementées,2026-01-01,arrhes/PCG@36c63f5
143,Provisions réglementées pour hausse de prix,2026-01-01,arrhes/PCG@36c63f5
145,Amortissements dérogatoires,2026-01-01,arrhes/PCG@36c63f5
148,Autres provisions réglementées,2026-01-01,arrhes/PCG@36c63f5
15,Provisions,2026-01-01,arrhes/PCG@36c63f5
151,Provisions pour risques,2026-01-01,arrhes/PCG@36c63f5
1511,Provisions pour litiges,2026-01-01,arrhes/PCG@36c63f5
1512,Provisions pour garanties données aux clients,2026-01-01,arrhes/PCG@36c63f5
1514,Provisions pour amendes et pénalités,2026-01-01,arrhes/PCG@36c63f5
1515,Provisions pour pertes de change,2026-01-01,arrhes/PCG@36c63f5
1516,Provisions pour pertes sur contrats,2026-01-01,arrhes/PCG@36c63f5
1518,Autres provisions pour risques,2026-01-01,arrhes/PCG@36c63f5
152,Provisions pour charges,2026-01-01,arrhes/PCG@36c63f5
1521,Provisions pour pensions et obligations similaires,2026-01-01,arrhes/PCG@36c63f5
1522,Provisions pour restructurations,2026-01-01,arrhes/PCG@36c63f5
1523,Provisions pour impôts,2026-01-01,arrhes/PCG@36c63f5
1524,Provisions pour renouvellement des immobilisations - entreprises concessionnaires,2026-01-01,arrhes/PCG@36c63f5
1525,Provisions pour gros entretien ou grandes révisions,2026-01-01,arrhes/PCG@36c63f5
1526,Provisions pour remise en état,2026-01-01,arrhes/PCG@36c63f5
1527,Autres provisions pour charges,2026-01-01,arrhes/PCG@36c63f5
16,"Emprunts et dettes assimilées, fonds non remboursables et avances conditionnées",2026-01-01,arrhes/PCG@36c63f5
161,Emprunts obligataires convertibles si non-inscrits dans le compte 167,2026-01-01,arrhes/PCG@36c63f5
1618,Intérêts courus sur emprunts obligataires convertibles,2026-01-01,arrhes/PCG@36c63f5
162,Obligations représentatives de passifs nets remis en fiducie si non-inscrites dans le compte 167,2026-01-01,arrhes/PCG@36c63f5
163,Autres emprunts obligataires si non-inscrits dans le compte 167,2026-01-01,arrhes/PCG@36c63f5
1638,Intérêts courus sur autres emprunts obligataires,2026-01-01,arrhes/PCG@36c63f5
164,Emprunts auprès des établissements de crédit si non-inscrits dans le compte 167,2026-01-01,arrhes/PCG@36c63f5
1648,Intérêts courus sur emprunts auprès des établissements de crédit,2026-01-01,arrhes/PCG@36c63f5
165,Dépôts et cautionnements reçus,2026-01-01,arrhes/PCG@36c63f5
1651,Dépôts,2026-01-01,arrhes/PCG@36c63f5
1655,Cautionnements,2026-01-01,arrhes/PCG@36c63f5
1658,Intérêts courus sur dépôts et cautionnements reçus,2026-01-01,arrhes/PCG@36c63f5
166,Participation des salariés aux résultats,2026-01-01,arrhes/PCG@36c63f5
1661,Comptes bloqués,2026-01-01,arrhes/PCG@36c63f5
1662,Fonds de participation,2026-01-01,arrhes/PCG@36c63f5
1668,Intérêts courus sur participation des salariés aux résultats,2026-01-01,arrhes/PCG@36c63f5
167,Fonds non remboursables et avances conditionnées,2026-01-01,arrhes/PCG@36c63f5
1671,Fonds non remboursables montant principal,2026-01-01,arrhes/PCG@36c63f5
16711,Titres participatifs montant principal,2026-01-01,arrhes/PCG@36c63f5
16712,Autres fonds non remboursables montant principal,2026-01-01,arrhes/PCG@36c63f5
1673,Avances conditionnées montant principal,2026-01-01,arrhes/PCG@36c63f5
1674,Avances conditionnées intérêts courus,2026-01-01,arrhes/PCG@36c63f5
168,Autres emprunts et dettes assimilées,2026-01-01,arrhes/PCG@36c63f5
1681,Autres emprunts,2026-01-01,arrhes/PCG@36c63f5
1682,Emprunts participatifs,2026-01-01,arrhes/PCG@36c63f5
1685,Rentes viagères capitalisées,2026-01-01,arrhes/PCG@36c63f5
1687,Autres dettes,2026-01-01,arrhes/PCG@36c63f5
1688,Intérêts courus sur autres emprunts et dettes assimilées,2026-01-01,arrhes/PCG@36c63f5
169,Primes de remboursement des emprunts,2026-01-01,arrhes/PCG@36c63f5
17,Dettes rattachées à des participations,2026-01-01,arrhes/PCG@36c63f5
171,Dettes rattachées à des participations - groupe,2026-01-01,arrhes/PCG@36c63f5
174,Dettes rattachées à des participations - hors groupe,2026-01-01,arrhes/PCG@36c63f5
178,Dettes rattachées à des sociétés en participation,2026-01-01,arrhes/PCG@36c63f5
18,Comptes de liaison des établissements et sociétés en participation,2026-01-01,arrhes/PCG@36c63f5
181,Comptes de liaison des établissements,2026-01-01,arrhes/PCG@36c63f5
186,Biens et prestations de services échangés entre établissements - charges,2026-01-01,arrhes/PCG@36c63f5
187,Biens et prestations de services échangés entre établissements - produits,2026-01-01,arrhes/PCG@36c63f5
188,Comptes de liaison des sociétés en participation,2026-01-01,arrhes/PCG@36c63f5
2,Comptes d'immobilisations,2026-01-01,arrhes/PCG@36c63f5
20,Immobilisations incorporelles et frais d'établissement,2026-01-01,arrhes/PCG@36c63f5
201,Frais d'établissement,2026-01-01,arrhes/PCG@36c63f5
2011,Frais de constitution,2026-01-01,arrhes/PCG@36c63f5
2012,Frais de premier établissement,2026-01-01,arrhes/PCG@36c63f5
20121,Frais de prospection,2026-01-01,arrhes/PCG@36c63f5
20122,Frais de publicité,2026-01-01,arrhes/PCG@36c63f5
2013,"Frais d'augmentation de capital et d'opérations diverses - fusions, scissions, transformations",2026-01-01,arrhes/PCG@36c63f5
203,Frais de développement,2026-01-01,arrhes/PCG@36c63f5
205,"Concessions et droits similaires, brevets, licences, marques, procédés, solutions informatiques, droits et valeurs similaires",2026-01-01,arrhes/PCG@36c63f5
206,Droit au bail,2026-01-01,arrhes/PCG@36c63f5
207,Fonds commercial,2026-01-01,arrhes/PCG@36c63f5
208,Autres immobilisations incorporelles,2026-01-01,arrhes/PCG@36c63f5
2081,Mali de fusion sur actifs incorporels,2026-01-01,arrhes/PCG@36c63f5
21,Immobilisations corporelles,2026-01-01,arrhes/PCG@36c63f5
211,Terrains,2026-01-01,arrhes/PCG@36c63f5
2111,Terrains nus,2026-01-01,arrhes/PCG@36c63f5
2112,Terrains aménagés,2026-01-01,arrhes/PCG@36c63f5
2113,Sous-sols et sur-sols,2026-01-01,arrhes/PCG@36c63f5
2114,Terrains de carrières (Tréfonds),2026-01-01,arrhes/PCG@36c63f5
2115,Terrains bâtis,2026-01-01,arrhes/PCG@36c63f5
212,Agencements et aménagements de terrains (même ventilation que celle du compte 211),2026-01-01,arrhes/PCG@36c63f5
213,Constructions,2026-01-01,arrhes/PCG@36c63f5
2131,Bâtiments,2026-01-01,arrhes/PCG@36c63f5
2135,Installations générales - agencements - aménagements des constructions,2026-01-01,arrhes/PCG@36c63f5
2138,Ouvrages d'infrastructure,2026-01-01,arrhes/PCG@36c63f5
214,Constructions sur sol d'autrui (même ventilation que celle du compte 213),2026-01-01,arrhes/PCG@36c63f5
215,"Installations techniques, matériels et outillages industriels",2026-01-01,arrhes/PCG@36c63f5
2151,Installations complexes spécialisées,2026-01-01,arrhes/PCG@36c63f5
21511,Installations complexes spécialisées sur sol propre,2026-01-01,arrhes/PCG@36c63f5
21514,Installations complexes spécialisées sur sol d'autrui,2026-01-01,arrhes/PCG@36c63f5
2153,Installations à caractère spécifique,2026-01-01,arrhes/PCG@36c63f5
21531,Installations à caractère spécifique sur sol propre,2026-01-01,arrhes/PCG@36c63f5
21534,Installations à caractère spécifique sur sol d'autrui,2026-01-01,arrhes/PCG@36c63f5
2154,Matériels industriels,2026-01-01,arrhes/PCG@36c63f5
2155,Outillages industriels,2026-01-01,arrhes/PCG@36c63f5
2157,Agencements et aménagements des matériels et outillages industriels,2026-01-01,arrhes/PCG@36c63f5
218,Autres immobilisations corporelles,2026-01-01,arrhes/PCG@36c63f5
2181,"Installations générales, agencements, aménagements divers",2026-01-01,arrhes/PCG@36c63f5
2182,Matériel de transport,2026-01-01,arrhes/PCG@36c63f5
2183,Matériel de bureau et matériel informatique,2026-01-01,arrhes/PCG@36c63f5
2184,Mobilier,2026-01-01,arrhes/PCG@36c63f5
2185,Cheptel,2026-01-01,arrhes/PCG@36c63f5
2186,Emballages récupérables,2026-01-01,arrhes/PCG@36c63f5
2187,Mali de fusion sur actifs corporels,2026-01-01,arrhes/PCG@36c63f5
22,Immobilisations mises en concession,2026-01-01,arrhes/PCG@36c63f5
229,Droits du concédant (présentés dans la rubrique autres fonds propres),2026-01-01,arrhes/PCG@36c63f5
23,"Immobilisations en cours, avances et acomptes",2026-01-01,arrhes/PCG@36c63f5
231,Immobilisations corporelles en cours,2026-01-01,arrhes/PCG@36c63f5
232,Immobilisations incorporelles en cours,2026-01-01,arrhes/PCG@36c63f5
237,Avances et acomptes versés sur commandes d'immobilisations incorporelles,2026-01-01,arrhes/PCG@36c63f5
238,Avances et acomptes versés sur commandes d'immobilisations corporelles,2026-01-01,arrhes/PCG@36c63f5
26,Participations et créances rattachées à des participations,2026-01-01,arrhes/PCG@36c63f5
261,Titres de participation,2026-01-01,arrhes/PCG@36c63f5
2611,Actions,2026-01-01,arrhes/PCG@36c63f5
2618,Autres titres,2026-01-01,arrhes/PCG@36c63f5
262,Titres évalués par équivalence,2026-01-01,arrhes/PCG@36c63f5
266,Autres formes de participation,2026-01-01,arrhes/PCG@36c63f5
2661,Droits représentatifs d'actifs nets remis en fiducie,2026-01-01,arrhes/PCG@36c63f5
267,Créances rattachées à des participations,2026-01-01,arrhes/PCG@36c63f5
2671,Créances rattachées à des participations - groupe,2026-01-01,arrhes/PCG@36c63f5
2674,Créances rattachées à des participations - hors groupe,2026-01-01,arrhes/PCG@36c63f5
2675,Versements représentatifs d'apports non capitalisés - appel de fonds,2026-01-01,arrhes/PCG@36c63f5
2676,Avances consolidables,2026-01-01,arrhes/PCG@36c63f5
2677,Autres créances rattachées à des participations,2026-01-01,arrhes/PCG@36c63f5
2678,Intérêts courus,2026-01-01,arrhes/PCG@36c63f5
268,Créances rattachées à des sociétés en participation,2026-01-01,arrhes/PCG@36c63f5
2681,Principal,2026-01-01,arrhes/PCG@36c63f5
2688,Intérêts courus,2026-01-01,arrhes/PCG@36c63f5
269,Versements restant à effectuer sur titres de participation non libérés,2026-01-01,arrhes/PCG@36c63f5
27,Autres immobilisations financières,2026-01-01,arrhes/PCG@36c63f5
271,Titres immobilisés autres que les titres immobilisés de l'activité de portefeuille (droit de propriété),2026-01-01,arrhes/PCG@36c63f5
2711,Actions,2026-01-01,arrhes/PCG@36c63f5
2718,Autres titres,2026-01-01,arrhes/PCG@36c63f5
272,Titres immobilisés (droit de créance),2026-01-01,arrhes/PCG@36c63f5
2721,Obligations,2026-01-01,arrhes/PCG@36c63f5
2722,Bons,2026-01-01,arrhes/PCG@36c63f5
273,Titres immobilisés de l'activité de portefeuille,2026-01-01,arrhes/PCG@36c63f5
274,Prêts,2026-01-01,arrhes/PCG@36c63f5
2741,Prêts participatifs,2026-01-01,arrhes/PCG@36c63f5
2742,Prêts aux associés,2026-01-01,arrhes/PCG@36c63f5
2743,Prêts au personnel,2026-01-01,arrhes/PCG@36c63f5
2748,Autres prêts,2026-01-01,arrhes/PCG@36c63f5
275,Dépôts et cautionnements versés,2026-01-01,arrhes/PCG@36c63f5
2751,Dépôts,2026-01-01,arrhes/PCG@36c63f5
2755,Cautionnements,2026-01-01,arrhes/PCG@36c63f5
276,Autres créances immobilisées,2026-01-01,arrhes/PCG@36c63f5
2761,Créances diverses,2026-01-01,arrhes/PCG@36c63f5
2768,Intérêts courus,2026-01-01,arrhes/PCG@36c63f5
27682,Intérêts courus sur titres immobilisés (droit de créance),2026-01-01,arrhes/PCG@36c63f5
27684,Intérêts courus sur prêts,2026-01-01,arrhes/PCG@36c63f5
27685,Intérêts courus sur dépôts et cautionnements,2026-01-01,arrhes/PCG@36c63f5
27688,Intérêts courus sur créances diverses,2026-01-01,arrhes/PCG@36c63f5
277,Actions propres ou parts propres,2026-01-01,arrhes/PCG@36c63f5
2771,Actions propres ou parts propres,2026-01-01,arrhes/PCG@36c63f5
2772,Actions propres ou parts propres en voie d'annulation,2026-01-01,arrhes/PCG@36c63f5
278,Mali de fusion sur actifs financiers,2026-01-01,arrhes/PCG@36c63f5
279,Versements restant à effectuer sur titres immobilisés non libérés,2026-01-01,arrhes/PCG@36c63f5
28,Amortissements des immobilisations,2026-01-01,arrhes/PCG@36c63f5
280,Amortissements des immobilisations incorporelles et des frais d'établissement (même ventilation que celle du compte 20),2026-01-01,arrhes/PCG@36c63f5
2801,Frais d'établissement (même ventilation que celle du compte 201),2026-01-01,arrhes/PCG@36c63f5
2803,Frais de développement,2026-01-01,arrhes/PCG@36c63f5
2805,"Concessions et droits similaires, brevets, licences, solutions informatiques, droits et valeurs similaires",2026-01-01,arrhes/PCG@36c63f5
2806,Droit au bail,2026-01-01,arrhes/PCG@36c63f5
2807,Fonds commercial,2026-01-01,arrhes/PCG@36c63f5
2808,Autres immobilisations incorporelles,2026-01-01,arrhes/PCG@36c63f5
281,Amortissements des immobilisations corporelles (même ventilation que celle du compte 21),2026-01-01,arrhes/PCG@36c63f5
2812,"Agencements, aménagements de terrains (même ventilation que celle du compte 212)",2026-01-01,arrhes/PCG@36c63f5
2813,Constructions (même ventilation que celle du compte 213),2026-01-01,arrhes/PCG@36c63f5
2814,Constructions sur sol d'autrui (même ventilation que celle du compte 214),2026-01-01,arrhes/PCG@36c63f5
2815,"Installations, matériel et outillage industriels (même ventilation que celle du compte 215)",2026-01-01,arrhes/PCG@36c63f5
2818,Autres immobilisations corporelles (même ventilation que celle du compte 218),2026-01-01,arrhes/PCG@36c63f5
28187,Amortissement du mali de fusion sur actifs corporels,2026-01-01,arrhes/PCG@36c63f5
282,Amortissements des immobilisations mises en concession,2026-01-01,arrhes/PCG@36c63f5
29,Dépréciations des immobilisations,2026-01-01,arrhes/PCG@36c63f5
290,Dépréciations des immobilisations incorporelles,2026-01-01,arrhes/PCG@36c63f5
2901,Frais d'établissement,2026-01-01,arrhes/PCG@36c63f5
2903,Frais de développement,2026-01-01,arrhes/PCG@36c63f5
2905,"Marques, procédés, droits et valeurs similaires",2026-01-01,arrhes/PCG@36c63f5
2906,Droit au bail,2026-01-01,arrhes/PCG@36c63f5
2907,Fonds commercial,2026-01-01,arrhes/PCG@36c63f5
2908,Autres immobilisations incorporelles,2026-01-01,arrhes/PCG@36c63f5
29081,Dépréciation du mali de fusion sur actifs incorporels,2026-01-01,arrhes/PCG@36c63f5
291,Dépréciations des immobilisations corporelles,2026-01-01,arrhes/PCG@36c63f5
2911,Terrains,2026-01-01,arrhes/PCG@36c63f5
2912,Agencements et aménagements de terrains,2026-01-01,arrhes/PCG@36c63f5
2913,Constructions,2026-01-01,arrhes/PCG@36c63f5
2914,Constructions sur sol d'autrui,2026-01-01,arrhes/PCG@36c63f5
2915,"Installations techniques, matériels et outillages industriels",2026-01-01,arrhes/PCG@36c63f5
2918,Autres immobilisations corporelles,2026-01-01,arrhes/PCG@36c63f5
29187,Dépréciation du mali de fusion sur actifs corporels,2026-01-01,arrhes/PCG@36c63f5
292,Dépréciations des immobilisations mises en concession,2026-01-01,arrhes/PCG@36c63f5
293,Dépréciations des immobilisations en cours,2026-01-01,arrhes/PCG@36c63f5
2931,Immobilisations corporelles en cours,2026-01-01,arrhes/PCG@36c63f5
2932,Immobilisations incorporelles en cours,2026-01-01,arrhes/PCG@36c63f5
296,Dépréciations des participations et créances rattachées à des participations,2026-01-01,arrhes/PCG@36c63f5
2961,Titres de participation,2026-01-01,arrhes/PCG@36c63f5
2962,Titres évalués par équivalence,2026-01-01,arrhes/PCG@36c63f5
2966,Autres formes de participation,2026-01-01,arrhes/PCG@36c63f5
2967,Créances rattachées à des participations (même ventilation que celle du compte 267),2026-01-01,arrhes/PCG@36c63f5
2968,Créances rattachées à des sociétés en participation (même ventilation que celle du compte 268),2026-01-01,arrhes/PCG@36c63f5
297,Dépréciations des autres immobilisations financières,2026-01-01,arrhes/PCG@36c63f5
2971,Titres immobilisés autres que les titres immobilisés de l'activité de portefeuille (droit de propriété),2026-01-01,arrhes/PCG@36c63f5
2972,Titres immobilisés (droit de créance),2026-01-01,arrhes/PCG@36c63f5
2973,Titres immobilisés de l'activité de portefeuille,2026-01-01,arrhes/PCG@36c63f5
2974,Prêts,2026-01-01,arrhes/PCG@36c63f5
2975,Dépôts et cautionnements versés,2026-01-01,arrhes/PCG@36c63f5
2976,Autres créances immobilisées,2026-01-01,arrhes/PCG@36c63f5
3,Comptes de stocks et en-cours,2026-01-01,arrhes/PCG@36c63f5
31,Matières premières et fournitures,2026-01-01,arrhes/PCG@36c63f5
32,Autres approvisionnements,2026-01-01,arrhes/PCG@36c63f5
321,Matières consommables,2026-01-01,arrhes/PCG@36c63f5
322,Fournitures consommables,2026-01-01,arrhes/PCG@36c63f5
3221,Combustibles,2026-01-01,arrhes/PCG@36c63f5
3222,Produits d'entretien,2026-01-01,arrhes/PCG@36c63f5
3223,Fournitures d'atelier et d'usine,2026-01-01,arrhes/PCG@36c63f5
3224,Fournitures de magasin,2026-01-01,arrhes/PCG@36c63f5
3225,Fournitures de bureau,2026-01-01,arrhes/PCG@36c63f5
326,Emballages,2026-01-01,arrhes/PCG@36c63f5
3261,Emballages perdus,2026-01-01,arrhes/PCG@36c63f5
3265,Emballages récupérables non identifiables,2026-01-01,arrhes/PCG@36c63f5
3267,Emballages à usage mixte,2026-01-01,arrhes/PCG@36c63f5
33,En-cours de production de biens,2026-01-01,arrhes/PCG@36c63f5
331,Produits en cours,2026-01-01,arrhes/PCG@36c63f5
335,Travaux en cours,2026-01-01,arrhes/PCG@36c63f5
34,En-cours de production de services,2026-01-01,arrhes/PCG@36c63f5
341,Études en cours,2026-01-01,arrhes/PCG@36c63f5
345,Prestations de services en cours,2026-01-01,arrhes/PCG@36c63f5
35,Stocks de produits,2026-01-01,arrhes/PCG@36c63f5
351,Produits intermédiaires,2026-01-01,arrhes/PCG@36c63f5
355,Produits finis,2026-01-01,arrhes/PCG@36c63f5
358,Produits résiduels ou matières de récupération,2026-01-01,arrhes/PCG@36c63f5
3581,Déchets,2026-01-01,arrhes/PCG@36c63f5
3585,Rebuts,2026-01-01,arrhes/PCG@36c63f5
3586,Matières de récupération,2026-01-01,arrhes/PCG@36c63f5
36,"(Compte à ouvrir, le cas échéant, sous l'intitulé « Stocks provenant d'immobilisations »)",2026-01-01,arrhes/PCG@36c63f5
37,Stocks de marchandises,2026-01-01,arrhes/PCG@36c63f5
38,"(Le compte 38 peut être utilisé pour comptabiliser les stocks en voie d'acheminement, mis en dépôt ou donnés en consignation)",2026-01-01,arrhes/PCG@36c63f5
39,Dépréciations des stocks et en-cours,2026-01-01,arrhes/PCG@36c63f5
391,Dépréciations des matières premières et fournitures,2026-01-01,arrhes/PCG@36c63f5
392,Dépréciations des autres approvisionnements,2026-01-01,arrhes/PCG@36c63f5
393,Dépréciations des en-cours de production de biens,2026-01-01,arrhes/PCG@36c63f5
394,Dépréciations des en-cours de production de services,2026-01-01,arrhes/PCG@36c63f5
395,Dépréciations des stocks de produits,2026-01-01,arrhes/PCG@36c63f5
397,Dépréciations des stocks de marchandises,2026-01-01,arrhes/PCG@36c63f5
4,Comptes de tiers,2026-01-01,arrhes/PCG@36c63f5
40,Fournisseurs et comptes rattachés,2026-01-01,arrhes/PCG@36c63f5
401,Fournisseurs,2026-01-01,arrhes/PCG@36c63f5
4011,Fournisseurs - Achats de biens et prestations de services,2026-01-01,arrhes/PCG@36c63f5
4017,Fournisseurs - Retenues de garantie,2026-01-01,arrhes/PCG@36c63f5
403,Fournisseurs - Effets à payer,2026-01-01,arrhes/PCG@36c63f5
404,Fournisseurs d'immobilisations,2026-01-01,arrhes/PCG@36c63f5
4041,Fournisseurs - Achats d'immobilisations,2026-01-01,arrhes/PCG@36c63f5
4047,Fournisseurs d'immobilisations - Retenues de garantie,2026-01-01,arrhes/PCG@36c63f5
405,Fournisseurs d'immobilisations - Effets à payer,2026-01-01,arrhes/PCG@36c63f5
408,Fournisseurs - Factures non parvenues,2026-01-01,arrhes/PCG@36c63f5
4081,Fournisseurs,2026-01-01,arrhes/PCG@36c63f5
4084,Fournisseurs d'immobilisations,2026-01-01,arrhes/PCG@36c63f5
4088,Fournisseurs - Intérêts courus,2026-01-01,arrhes/PCG@36c63f5
409,Fournisseurs débiteurs,2026-01-01,arrhes/PCG@36c63f5
4091,Fournisseurs - Avances et acomptes versés sur commandes,2026-01-01,arrhes/PCG@36c63f5
4096,Fournisseurs - Créances pour emballages et matériel à rendre,2026-01-01,arrhes/PCG@36c63f5
4097,Fournisseurs - Autres avoirs,2026-01-01,arrhes/PCG@36c63f5
40971,Fournisseurs d'exploitation,2026-01-01,arrhes/PCG@36c63f5
40974,Fournisseurs d'immobilisations,2026-01-01,arrhes/PCG@36c63f5
4098,"Rabais, remises, ristournes à obtenir et autres avoirs non encore reçus",2026-01-01,arrhes/PCG@36c63f5
41,Clients et comptes rattachés,2026-01-01,arrhes/PCG@36c63f5
411,Clients,2026-01-01,arrhes/PCG@36c63f5
4111,Clients - Ventes de biens ou de prestations de services,2026-01-01,arrhes/PCG@36c63f5
4117,Clients - Retenues de garantie,2026-01-01,arrhes/PCG@36c63f5
413,Clients - Effets à recevoir,2026-01-01,arrhes/PCG@36c63f5
416,Clients douteux ou litigieux,2026-01-01,arrhes/PCG@36c63f5
418,Clients - Produits non encore facturés,2026-01-01,arrhes/PCG@36c63f5
4181,Clients - Factures à établir,2026-01-01,arrhes/PCG@36c63f5
4188,Clients - Intérêts courus,2026-01-01,arrhes/PCG@36c63f5
419,Clients créditeurs,2026-01-01,arrhes/PCG@36c63f5
4191,Clients - Avances et acomptes reçus sur commandes,2026-01-01,arrhes/PCG@36c63f5
4196,Clients - Dettes sur emballages et matériels consignés,2026-01-01,arrhes/PCG@36c63f5
4197,Clients - Autres avoirs,2026-01-01,arrhes/PCG@36c63f5
4198,"Rabais, remises, ristournes à accorder et autres avoirs à établir",2026-01-01,arrhes/PCG@36c63f5
42,Personnel et comptes rattachés,2026-01-01,arrhes/PCG@36c63f5
421,Personnel - Rémunérations dues,2026-01-01,arrhes/PCG@36c63f5
422,Comité social et économique,2026-01-01,arrhes/PCG@36c63f5
424,Participation des salariés aux résultats,2026-01-01,arrhes/PCG@36c63f5
4246,Réserve spéciale,2026-01-01,arrhes/PCG@36c63f5
4248,Comptes courants,2026-01-01,arrhes/PCG@36c63f5
425,Personnel - Avances et acomptes et autres comptes débiteurs,2026-01-01,arrhes/PCG@36c63f5
426,Personnel - Dépôts,2026-01-01,arrhes/PCG@36c63f5
427,Personnel - Oppositions,2026-01-01,arrhes/PCG@36c63f5
428,Personnel - Charges à payer,2026-01-01,arrhes/PCG@36c63f5
4282,Dettes provisionnées pour congés à payer,2026-01-01,arrhes/PCG@36c63f5
4284,Dettes provisionnées pour participation des salariés aux résultats,2026-01-01,arrhes/PCG@36c63f5
4286,Autres charges à payer,2026-01-01,arrhes/PCG@36c63f5
43,Sécurité sociale et autres organismes sociaux,2026-01-01,arrhes/PCG@36c63f5
431,Sécurité sociale,2026-01-01,arrhes/PCG@36c63f5
437,Autres organismes sociaux,2026-01-01,arrhes/PCG@36c63f5
438,Organismes sociaux - Charges à payer,2026-01-01,arrhes/PCG@36c63f5
4382,Charges sociales sur congés à payer,2026-01-01,arrhes/PCG@36c63f5
4386,Autres charges à payer,2026-01-01,arrhes/PCG@36c63f5
439,Organismes sociaux - Produits à recevoir,2026-01-01,arrhes/PCG@36c63f5
44,État et autres collectivités publiques,2026-01-01,arrhes/PCG@36c63f5
441,État - Subventions et aides à recevoir,2026-01-01,arrhes/PCG@36c63f5
442,"Contributions, impôts et taxes recouvrés pour le compte de l'État",2026-01-01,arrhes/PCG@36c63f5
4421,Prélèvements à la source (Impôt sur le revenu),2026-01-01,arrhes/PCG@36c63f5
4422,Prélèvements forfaitaires non libératoires,2026-01-01,arrhes/PCG@36c63f5
4423,Retenues et prélèvements sur les distributions,2026-01-01,arrhes/PCG@36c63f5
444,État - Impôts sur les bénéfices,2026-01-01,arrhes/PCG@36c63f5
445,État - Taxes sur le chiffre d'affaires,2026-01-01,arrhes/PCG@36c63f5
4452,TVA due intracommunautaire,2026-01-01,arrhes/PCG@36c63f5
4455,Taxes sur le chiffre d'affaires à décaisser,2026-01-01,arrhes/PCG@36c63f5
44551,TVA à décaisser,2026-01-01,arrhes/PCG@36c63f5
44558,Taxes assimilées à la TVA,2026-01-01,arrhes/PCG@36c63f5
4456,Taxes sur le chiffre d'affaires déductibles,2026-01-01,arrhes/PCG@36c63f5
44562,TVA sur immobilisations,2026-01-01,arrhes/PCG@36c63f5
44563,TVA transférée par d'autres entités,2026-01-01,arrhes/PCG@36c63f5
44566,TVA sur autres biens et services,2026-01-01,arrhes/PCG@36c63f5
44567,Crédit de TVA à reporter,2026-01-01,arrhes/PCG@36c63f5
44568,Taxes assimilées à la TVA,2026-01-01,arrhes/PCG@36c63f5
4457,Taxes sur le chiffre d'affaires collectées,2026-01-01,arrhes/PCG@36c63f5
44571,TVA collectée,2026-01-01,arrhes/PCG@36c63f5
44578,Taxes assimilées à la TVA,2026-01-01,arrhes/PCG@36c63f5
4458,Taxes sur le chiffre d'affaires à régulariser ou en attente,2026-01-01,arrhes/PCG@36c63f5
44581,Acomptes - Régime simplifié d'imposition,2026-01-01,arrhes/PCG@36c63f5
44583,Remboursement de taxes sur le chiffre d'affaires demandé,2026-01-01,arrhes/PCG@36c63f5
44584,TVA récupérée d'avance,2026-01-01,arrhes/PCG@36c63f5
44586,Taxes sur le chiffre d'affaires sur factures non parvenues,2026-01-01,arrhes/PCG@36c63f5
44587,Taxes sur le chiffre d'affaires sur factures à établir,2026-01-01,arrhes/PCG@36c63f5
446,Obligations cautionnées,2026-01-01,arrhes/PCG@36c63f5
447,"Autres impôts, taxes et versements assimilés",2026-01-01,arrhes/PCG@36c63f5
448,État - Charges à payer et produits à recevoir,2026-01-01,arrhes/PCG@36c63f5
4481,État - Charges à Payer,2026-01-01,arrhes/PCG@36c63f5
44811,Charges fiscales sur congés à payer,2026-01-01,arrhes/PCG@36c63f5
44812,Charges à payer,2026-01-01,arrhes/PCG@36c63f5
4482,État - Produits à recevoir,2026-01-01,arrhes/PCG@36c63f5
449,Quotas d'émission à acquérir,2026-01-01,arrhes/PCG@36c63f5
45,Groupe et associés,2026-01-01,arrhes/PCG@36c63f5
451,Groupe,2026-01-01,arrhes/PCG@36c63f5
455,Associés - Comptes courants,2026-01-01,arrhes/PCG@36c63f5
4551,Principal,2026-01-01,arrhes/PCG@36c63f5
4558,Intérêts courus,2026-01-01,arrhes/PCG@36c63f5
456,Associés - Opérations sur le capital,2026-01-01,arrhes/PCG@36c63f5
4561,Associés - Comptes d'apport en société,2026-01-01,arrhes/PCG@36c63f5
45611,Apports en nature,2026-01-01,arrhes/PCG@36c63f5
45615,Apports en numéraire,2026-01-01,arrhes/PCG@36c63f5
4562,"Apporteurs - Capital appelé, non versé",2026-01-01,arrhes/PCG@36c63f5
45621,"Actionnaires - Capital souscrit et appelé, non versé",2026-01-01,arrhes/PCG@36c63f5
45625,"Associés - Capital appelé, non versé",2026-01-01,arrhes/PCG@36c63f5
4563,Associés - Versements reçus sur augmentation de capital,2026-01-01,arrhes/PCG@36c63f5
4564,Associés - Versements anticipés,2026-01-01,arrhes/PCG@36c63f5
4566,Actionnaires défaillants,2026-01-01,arrhes/PCG@36c63f5
4567,Associés - Capital à rembourser,2026-01-01,arrhes/PCG@36c63f5
457,Associés - Dividendes à payer,2026-01-01,arrhes/PCG@36c63f5
458,Associés - Opérations faites en commun et en GIE,2026-01-01,arrhes/PCG@36c63f5
4581,Opérations courantes,2026-01-01,arrhes/PCG@36c63f5
4588,Intérêts courus,2026-01-01,arrhes/PCG@36c63f5
46,Débiteurs divers et créditeurs divers,2026-01-01,arrhes/PCG@36c63f5
462,Créances sur cessions d'immobilisations,2026-01-01,arrhes/PCG@36c63f5
464,Dettes sur acquisitions de valeurs mobilières de placement,2026-01-01,arrhes/PCG@36c63f5
465,Créances sur cessions de valeurs mobilières de placement,2026-01-01,arrhes/PCG@36c63f5
467,Divers comptes débiteurs et produits à recevoir,2026-01-01,arrhes/PCG@36c63f5
468,Divers comptes créditeurs et charges à payer,2026-01-01,arrhes/PCG@36c63f5
47,Comptes transitoires ou d'attente,2026-01-01,arrhes/PCG@36c63f5
471,Comptes d'attente,2026-01-01,arrhes/PCG@36c63f5
472,Comptes d'attente,2026-01-01,arrhes/PCG@36c63f5
473,Comptes d'attente,2026-01-01,arrhes/PCG@36c63f5
474,Différences d'évaluation – Actif,2026-01-01,arrhes/PCG@36c63f5
4741,Différences d'évaluation sur instruments financiers à terme - Actif,2026-01-01,arrhes/PCG@36c63f5
4742,Différences d'évaluation sur jetons détenus - Actif,2026-01-01,arrhes/PCG@36c63f5
4746,Différences d'évaluation de jetons sur des passifs - Actif,2026-01-01,arrhes/PCG@36c63f5
475,Différences d'évaluation – Passif,2026-01-01,arrhes/PCG@36c63f5
4751,Différences d'évaluation sur instruments financiers à terme - Passif,2026-01-01,arrhes/PCG@36c63f5
4752,Différences d'évaluation sur jetons détenus - Passif,2026-01-01,arrhes/PCG@36c63f5
4756,Différences d'évaluation de jetons sur des passifs - Passif,2026-01-01,arrhes/PCG@36c63f5
476,Différence de conversion - Actif,2026-01-01,arrhes/PCG@36c63f5
4761,Diminution des créances,2026-01-01,arrhes/PCG@36c63f5
4762,Augmentation des dettes,2026-01-01,arrhes/PCG@36c63f5
4768,Différences compensées par couverture de change,2026-01-01,arrhes/PCG@36c63f5
477,Différences de conversion - Passif,2026-01-01,arrhes/PCG@36c63f5
4771,Augmentation des créances,2026-01-01,arrhes/PCG@36c63f5
4772,Diminution des dettes,2026-01-01,arrhes/PCG@36c63f5
4778,Différences compensées par couverture de change,2026-01-01,arrhes/PCG@36c63f5
478,Autres comptes transitoires,2026-01-01,arrhes/PCG@36c63f5
4781,Mali de fusion sur actif circulant,2026-01-01,arrhes/PCG@36c63f5
48,Comptes de régularisation,2026-01-01,arrhes/PCG@36c63f5
481,Frais d'émission des emprunts,2026-01-01,arrhes/PCG@36c63f5
486,Charges constatées d'avance,2026-01-01,arrhes/PCG@36c63f5
487,Produits constatés d'avance,2026-01-01,arrhes/PCG@36c63f5
4871,Produits constatés d'avance sur jetons émis,2026-01-01,arrhes/PCG@36c63f5
488,Comptes de répartition périodique des charges et des produits,2026-01-01,arrhes/PCG@36c63f5
4886,Charges,2026-01-01,arrhes/PCG@36c63f5
4887,Produits,2026-01-01,arrhes/PCG@36c63f5
49,Dépréciations des comptes de tiers,2026-01-01,arrhes/PCG@36c63f5
491,Dépréciations des comptes de clients,2026-01-01,arrhes/PCG@36c63f5
495,Dépréciations des comptes du groupe et des associés,2026-01-01,arrhes/PCG@36c63f5
4951,Comptes du groupe,2026-01-01,arrhes/PCG@36c63f5
4955,Comptes courants des associés,2026-01-01,arrhes/PCG@36c63f5
4958,Opérations faites en commun et en GIE,2026-01-01,arrhes/PCG@36c63f5
496,Dépréciations des comptes de débiteurs divers,2026-01-01,arrhes/PCG@36c63f5
4962,Créances sur cessions d'immobilisations,2026-01-01,arrhes/PCG@36c63f5
4965,Créances sur cessions de valeurs mobilières de placement,2026-01-01,arrhes/PCG@36c63f5
4967,Autres comptes débiteurs,2026-01-01,arrhes/PCG@36c63f5
5,Comptes financiers,2026-01-01,arrhes/PCG@36c63f5
50,Valeurs mobilières de placement,2026-01-01,arrhes/PCG@36c63f5
502,Actions propres,2026-01-01,arrhes/PCG@36c63f5
5021,Actions destinées à être attribuées aux employés et affectées à des plans déterminés,2026-01-01,arrhes/PCG@36c63f5
5022,Actions disponibles pour être attribuées aux employés ou pour la régularisation des cours de bourse,2026-01-01,arrhes/PCG@36c63f5
503,Actions,2026-01-01,arrhes/PCG@36c63f5
5031,Titres cotés,2026-01-01,arrhes/PCG@36c63f5
5035,Titres non cotés,2026-01-01,arrhes/PCG@36c63f5
504,Autres titres conférant un droit de propriété,2026-01-01,arrhes/PCG@36c63f5
505,Obligations et bons émis par la société et rachetés par elle,2026-01-01,arrhes/PCG@36c63f5
506,Obligations,2026-01-01,arrhes/PCG@36c63f5
5061,Titres cotés,2026-01-01,arrhes/PCG@36c63f5
5065,Titres non cotés,2026-01-01,arrhes/PCG@36c63f5
507,Bons du Trésor et bons de caisse à court terme,2026-01-01,arrhes/PCG@36c63f5
508,Autres valeurs mobilières de placement et autres créances assimilées,2026-01-01,arrhes/PCG@36c63f5
5081,Autres valeurs mobilières,2026-01-01,arrhes/PCG@36c63f5
5082,Bons de souscription,2026-01-01,arrhes/PCG@36c63f5
5088,"Intérêts courus sur obligations, bons et valeurs assimilés",2026-01-01,arrhes/PCG@36c63f5
509,Versements restant à effectuer sur valeurs mobilières de placement non libérées,2026-01-01,arrhes/PCG@36c63f5
51,"Banques, établissements financiers et assimilés",2026-01-01,arrhes/PCG@36c63f5
511,Valeurs à l'encaissement,2026-01-01,arrhes/PCG@36c63f5
5111,Coupons échus à l'encaissement,2026-01-01,arrhes/PCG@36c63f5
5112,Chèques à encaisser,2026-01-01,arrhes/PCG@36c63f5
5113,Effets à l'encaissement,2026-01-01,arrhes/PCG@36c63f5
5114,Effets à l'escompte,2026-01-01,arrhes/PCG@36c63f5
512,Banques,2026-01-01,arrhes/PCG@36c63f5
5121,Comptes en euros,2026-01-01,arrhes/PCG@36c63f5
5124,Comptes en devises,2026-01-01,arrhes/PCG@36c63f5
517,Autres organismes financiers,2026-01-01,arrhes/PCG@36c63f5
518,Intérêts courus,2026-01-01,arrhes/PCG@36c63f5
5181,Intérêts courus à payer,2026-01-01,arrhes/PCG@36c63f5
5188,Intérêts courus à recevoir,2026-01-01,arrhes/PCG@36c63f5
519,Concours bancaires courants,2026-01-01,arrhes/PCG@36c63f5
5191,Crédit de mobilisation de créances commerciales,2026-01-01,arrhes/PCG@36c63f5
5193,Mobilisation de créances nées à l'étranger,2026-01-01,arrhes/PCG@36c63f5
5198,Intérêts courus sur concours bancaires courants,2026-01-01,arrhes/PCG@36c63f5
52,Instruments financiers à terme et jetons détenus,2026-01-01,arrhes/PCG@36c63f5
521,Instruments financiers à terme,2026-01-01,arrhes/PCG@36c63f5
522,Jetons détenus,2026-01-01,arrhes/PCG@36c63f5
523,Jetons auto-détenus,2026-01-01,arrhes/PCG@36c63f5
524,Jetons empruntés,2026-01-01,arrhes/PCG@36c63f5
53,Caisse,2026-01-01,arrhes/PCG@36c63f5
58,Virements internes,2026-01-01,arrhes/PCG@36c63f5
59,Dépréciations des comptes financiers,2026-01-01,arrhes/PCG@36c63f5
590,Dépréciations des valeurs mobilières de placement,2026-01-01,arrhes/PCG@36c63f5
5903,Actions,2026-01-01,arrhes/PCG@36c63f5
5904,Autres titres conférant un droit de propriété,2026-01-01,arrhes/PCG@36c63f5
5906,Obligations,2026-01-01,arrhes/PCG@36c63f5
5908,Autres valeurs mobilières de placement et créances assimilées,2026-01-01,arrhes/PCG@36c63f5
6,Comptes de charges,2026-01-01,arrhes/PCG@36c63f5
60,Achats (sauf 603),2026-01-01,arrhes/PCG@36c63f5
601,Achats stockés - Matières premières et fournitures,2026-01-01,arrhes/PCG@36c63f5
602,Achats stockés - Autres approvisionnements,2026-01-01,arrhes/PCG@36c63f5
6021,Matières consommables,2026-01-01,arrhes/PCG@36c63f5
6022,Fournitures consommables,2026-01-01,arrhes/PCG@36c63f5
60221,Combustibles,2026-01-01,arrhes/PCG@36c63f5
60222,Produits d'entretien,2026-01-01,arrhes/PCG@36c63f5
60223,Fournitures d'atelier et d'usine,2026-01-01,arrhes/PCG@36c63f5
60224,Fournitures de magasin,2026-01-01,arrhes/PCG@36c63f5
60225,Fourniture de bureau,2026-01-01,arrhes/PCG@36c63f5
6026,Emballages,2026-01-01,arrhes/PCG@36c63f5
60261,Emballages perdus,2026-01-01,arrhes/PCG@36c63f5
60262,Malis sur emballage,2026-01-01,arrhes/PCG@36c63f5
60265,Emballages récupérables non identifiables,2026-01-01,arrhes/PCG@36c63f5
60267,Emballages à usage mixte,2026-01-01,arrhes/PCG@36c63f5
604,Achats d'études et prestations de services,2026-01-01,arrhes/PCG@36c63f5
605,"Achats de matériel, équipements et travaux",2026-01-01,arrhes/PCG@36c63f5
606,Achats non stockés de matière et fournitures,2026-01-01,arrhes/PCG@36c63f5
6061,"Fournitures non stockables (eau, énergie, etc.)",2026-01-01,arrhes/PCG@36c63f5
6063,Fournitures d'entretien et de petit équipement,2026-01-01,arrhes/PCG@36c63f5
6064,Fournitures administratives,2026-01-01,arrhes/PCG@36c63f5
6068,Autres matières et fournitures,2026-01-01,arrhes/PCG@36c63f5
607,Achats de marchandises,2026-01-01,arrhes/PCG@36c63f5
608,"(Compte réservé, le cas échéant, au regroupement des frais accessoires incorporés aux achats)",2026-01-01,arrhes/PCG@36c63f5
609,"Rabais, remises et ristournes obtenus sur achats (même ventilation que celle du compte 60)",2026-01-01,arrhes/PCG@36c63f5
6098,"Rabais, remises et ristournes non affectés",2026-01-01,arrhes/PCG@36c63f5
603,Variation des stocks d'approvisionnements et de marchandises,2026-01-01,arrhes/PCG@36c63f5
6031,Variation des stocks de matières premières et fournitures,2026-01-01,arrhes/PCG@36c63f5
6032,Variation des stocks des autres approvisionnements,2026-01-01,arrhes/PCG@36c63f5
6037,Variation des stocks de marchandises,2026-01-01,arrhes/PCG@36c63f5
61,Services extérieurs,2026-01-01,arrhes/PCG@36c63f5
611,Sous-traitance générale,2026-01-01,arrhes/PCG@36c63f5
612,Redevances de crédit-bail,2026-01-01,arrhes/PCG@36c63f5
6122,Crédit-bail mobilier,2026-01-01,arrhes/PCG@36c63f5
6125,Crédit-bail immobilier,2026-01-01,arrhes/PCG@36c63f5
613,Locations,2026-01-01,arrhes/PCG@36c63f5
6132,Locations immobilières,2026-01-01,arrhes/PCG@36c63f5
6135,Locations mobilières,2026-01-01,arrhes/PCG@36c63f5
614,Charges locatives et de copropriété,2026-01-01,arrhes/PCG@36c63f5
615,Entretien et réparation,2026-01-01,arrhes/PCG@36c63f5
6152,Entretien et réparation sur biens immobiliers,2026-01-01,arrhes/PCG@36c63f5
6155,Entretien et réparation sur biens mobiliers,2026-01-01,arrhes/PCG@36c63f5
6156,Maintenance,2026-01-01,arrhes/PCG@36c63f5
616,Primes d'assurances,2026-01-01,arrhes/PCG@36c63f5
6161,Multirisques,2026-01-01,arrhes/PCG@36c63f5
6162,Assurance obligatoire dommage construction,2026-01-01,arrhes/PCG@36c63f5
6163,Assurance - transport,2026-01-01,arrhes/PCG@36c63f5
61636,sur achats,2026-01-01,arrhes/PCG@36c63f5
61637,sur ventes,2026-01-01,arrhes/PCG@36c63f5
61638,sur autres biens,2026-01-01,arrhes/PCG@36c63f5
6164,Risques d'exploitation,2026-01-01,arrhes/PCG@36c63f5
6165,Insolvabilité clients,2026-01-01,arrhes/PCG@36c63f5
617,Études et recherches,2026-01-01,arrhes/PCG@36c63f5
618,Divers,2026-01-01,arrhes/PCG@36c63f5
6181,Documentation générale,2026-01-01,arrhes/PCG@36c63f5
6183,Documentation technique,2026-01-01,arrhes/PCG@36c63f5
6185,"Frais de colloques, séminaires, conférences",2026-01-01,arrhes/PCG@36c63f5
619,"Rabais, remises et ristournes obtenus sur services extérieurs",2026-01-01,arrhes/PCG@36c63f5
62,Autres services extérieurs,2026-01-01,arrhes/PCG@36c63f5
621,Personnel extérieur à l'entité,2026-01-01,arrhes/PCG@36c63f5
6211,Personnel intérimaire,2026-01-01,arrhes/PCG@36c63f5
6214,Personnel détaché ou prêté à l'entité,2026-01-01,arrhes/PCG@36c63f5
622,Rémunérations d'intermédiaires et honoraires,2026-01-01,arrhes/PCG@36c63f5
6221,Commissions et courtages sur achats,2026-01-01,arrhes/PCG@36c63f5
6222,Commissions et courtages sur ventes,2026-01-01,arrhes/PCG@36c63f5
6224,Rémunérations des transitaires,2026-01-01,arrhes/PCG@36c63f5
6225,Rémunérations d'affacturage,2026-01-01,arrhes/PCG@36c63f5
6226,Honoraires,2026-01-01,arrhes/PCG@36c63f5
6227,Frais d'actes et de contentieux,2026-01-01,arrhes/PCG@36c63f5
6228,Divers,2026-01-01,arrhes/PCG@36c63f5
623,"Publicité, publications, relations publiques",2026-01-01,arrhes/PCG@36c63f5
6231,Annonces et insertions,2026-01-01,arrhes/PCG@36c63f5
6232,Échantillons,2026-01-01,arrhes/PCG@36c63f5
6233,Foires et expositions,2026-01-01,arrhes/PCG@36c63f5
6234,Cadeaux à la clientèle,2026-01-01,arrhes/PCG@36c63f5
6235,Primes,2026-01-01,arrhes/PCG@36c63f5
6236,Catalogues et imprimés,2026-01-01,arrhes/PCG@36c63f5
6237,Publications,2026-01-01,arrhes/PCG@36c63f5
6238,"Divers (pourboires, dons courants)",2026-01-01,arrhes/PCG@36c63f5
624,Transports de biens et transports collectifs du personnel,2026-01-01,arrhes/PCG@36c63f5
6241,Transports sur achats,2026-01-01,arrhes/PCG@36c63f5
6242,Transports sur ventes,2026-01-01,arrhes/PCG@36c63f5
6243,Transports entre établissements ou chantiers,2026-01-01,arrhes/PCG@36c63f5
6244,Transports administratifs,2026-01-01,arrhes/PCG@36c63f5
6247,Transports collectifs du personnel,2026-01-01,arrhes/PCG@36c63f5
6248,Divers,2026-01-01,arrhes/PCG@36c63f5
625,"Déplacements, missions et réceptions",2026-01-01,arrhes/PCG@36c63f5
6251,Voyages et déplacements,2026-01-01,arrhes/PCG@36c63f5
6255,Frais de déménagement,2026-01-01,arrhes/PCG@36c63f5
6256,Missions,2026-01-01,arrhes/PCG@36c63f5
6257,Réceptions,2026-01-01,arrhes/PCG@36c63f5
626,Frais postaux et de télécommunications,2026-01-01,arrhes/PCG@36c63f5
627,Services bancaires et assimilés,2026-01-01,arrhes/PCG@36c63f5
6271,"Frais sur titres (achat, vente, garde)",2026-01-01,arrhes/PCG@36c63f5
6272,Commissions et frais sur émission d'emprunts,2026-01-01,arrhes/PCG@36c63f5
6275,Frais sur effets,2026-01-01,arrhes/PCG@36c63f5
6276,Location de coffres,2026-01-01,arrhes/PCG@36c63f5
6278,Autres frais et commissions sur prestations de services,2026-01-01,arrhes/PCG@36c63f5
628,Divers,2026-01-01,arrhes/PCG@36c63f5
6281,Concours divers (cotisations),2026-01-01,arrhes/PCG@36c63f5
6284,Frais de recrutement de personnel,2026-01-01,arrhes/PCG@36c63f5
629,"Rabais, remises et ristournes obtenus sur autres services extérieurs",2026-01-01,arrhes/PCG@36c63f5
63,"Impôts, taxes et versements assimilés",2026-01-01,arrhes/PCG@36c63f5
631,"Impôts, taxes et versements assimilés sur rémunérations (administrations des impôts)",2026-01-01,arrhes/PCG@36c63f5
6311,Taxe sur les salaires,2026-01-01,arrhes/PCG@36c63f5
6314,Cotisation pour défaut d'investissement obligatoire dans la construction,2026-01-01,arrhes/PCG@36c63f5
6318,Autres,2026-01-01,arrhes/PCG@36c63f5
633,"Impôts, taxes et versements assimilés sur rémunérations (autres organismes)",2026-01-01,arrhes/PCG@36c63f5
6331,Versement de transport,2026-01-01,arrhes/PCG@36c63f5
6332,Allocations logement,2026-01-01,arrhes/PCG@36c63f5
6333,Contribution unique des employeurs à la formation professionnelle,2026-01-01,arrhes/PCG@36c63f5
6334,Participation des employeurs à l'effort de construction,2026-01-01,arrhes/PCG@36c63f5
6335,Versements libératoires ouvrant droit à l'exonération de la taxe d'apprentissage,2026-01-01,arrhes/PCG@36c63f5
6338,Autres,2026-01-01,arrhes/PCG@36c63f5
635,"Autres impôts, taxes et versements assimilés (administrations des impôts)",2026-01-01,arrhes/PCG@36c63f5
6351,Impôts directs (sauf impôts sur les bénéfices),2026-01-01,arrhes/PCG@36c63f5
63511,Contribution économique territoriale,2026-01-01,arrhes/PCG@36c63f5
63512,Taxes foncières,2026-01-01,arrhes/PCG@36c63f5
63513,Autres impôts locaux,2026-01-01,arrhes/PCG@36c63f5
63514,Taxe sur les véhicules des sociétés,2026-01-01,arrhes/PCG@36c63f5
6352,Taxe sur le chiffre d'affaires non récupérables,2026-01-01,arrhes/PCG@36c63f5
6353,Impôts indirects,2026-01-01,arrhes/PCG@36c63f5
6354,Droits d'enregistrement et de timbre,2026-01-01,arrhes/PCG@36c63f5
63541,Droits de mutation,2026-01-01,arrhes/PCG@36c63f5
6358,Autres droits,2026-01-01,arrhes/PCG@36c63f5
637,"Autres impôts, taxes et versements assimilés (autres organismes)",2026-01-01,arrhes/PCG@36c63f5
6371,Contribution sociale de solidarité à la charge des sociétés,2026-01-01,arrhes/PCG@36c63f5
6372,Taxes perçues par les organismes publics internationaux,2026-01-01,arrhes/PCG@36c63f5
6374,Impôts et taxes exigibles à l'étranger,2026-01-01,arrhes/PCG@36c63f5
6378,Taxes diverses,2026-01-01,arrhes/PCG@36c63f5
638,Rappel d'impôts (autres qu'impôts sur les bénéfices),2026-01-01,arrhes/PCG@36c63f5
64,Charges de personnel,2026-01-01,arrhes/PCG@36c63f5
641,Rémunérations du personnel,2026-01-01,arrhes/PCG@36c63f5
6411,"Salaires, appointements",2026-01-01,arrhes/PCG@36c63f5
6412,Congés payés,2026-01-01,arrhes/PCG@36c63f5
6413,Primes et gratifications,2026-01-01,arrhes/PCG@36c63f5
6414,Indemnités et avantages divers,2026-01-01,arrhes/PCG@36c63f5
6415,Supplément familial,2026-01-01,arrhes/PCG@36c63f5
644,Rémunération du travail de l'exploitant,2026-01-01,arrhes/PCG@36c63f5
645,Cotisations de sécurité sociale et de prévoyance,2026-01-01,arrhes/PCG@36c63f5
6451,Cotisations à l'Urssaf,2026-01-01,arrhes/PCG@36c63f5
6452,Cotisations aux mutuelles,2026-01-01,arrhes/PCG@36c63f5
6453,Cotisations aux caisses de retraites,2026-01-01,arrhes/PCG@36c63f5
6454,Cotisations à Pôle emploi,2026-01-01,arrhes/PCG@36c63f5
6458,Cotisations aux autres organismes sociaux,2026-01-01,arrhes/PCG@36c63f5
646,Cotisations sociales personnelles de l'exploitant,2026-01-01,arrhes/PCG@36c63f5
647,Autres cotisations sociales,2026-01-01,arrhes/PCG@36c63f5
6471,Prestations directes,2026-01-01,arrhes/PCG@36c63f5
6472,Versements au comité social et économique,2026-01-01,arrhes/PCG@36c63f5
6474,Versements aux autres œuvres sociales,2026-01-01,arrhes/PCG@36c63f5
6475,"Médecine du travail, pharmacie",2026-01-01,arrhes/PCG@36c63f5
648,Autres charges de personnel,2026-01-01,arrhes/PCG@36c63f5
649,Remboursements de charges de personnel,2026-01-01,arrhes/PCG@36c63f5
65,Autres charges de gestion courante,2026-01-01,arrhes/PCG@36c63f5
651,"Redevances pour concessions, brevets, licences, marques, procédés, solutions informatiques, droits et valeurs similaires",2026-01-01,arrhes/PCG@36c63f5
6511,"Redevances pour concessions, brevets, licences, marques, procédés, solutions informatiques",2026-01-01,arrhes/PCG@36c63f5
6516,Droits d'auteur et de reproduction,2026-01-01,arrhes/PCG@36c63f5
6518,Autres droits et valeurs similaires,2026-01-01,arrhes/PCG@36c63f5
653,Rémunérations de l'activité des administrateurs et des gérants,2026-01-01,arrhes/PCG@36c63f5
654,Pertes sur créances irrécouvrables,2026-01-01,arrhes/PCG@36c63f5
6541,Créances de l'exercice,2026-01-01,arrhes/PCG@36c63f5
6544,Créances des exercices antérieurs,2026-01-01,arrhes/PCG@36c63f5
655,Quote-part de résultat sur opérations faites en commun,2026-01-01,arrhes/PCG@36c63f5
6551,Quote-part de bénéfice transférée - comptabilité du gérant,2026-01-01,arrhes/PCG@36c63f5
6555,Quote-part de perte supportée - comptabilité des associés non gérants,2026-01-01,arrhes/PCG@36c63f5
656,Pertes de change sur créances et dettes commerciales,2026-01-01,arrhes/PCG@36c63f5
657,Valeurs comptables des immobilisations incorporelles et corporelles cédées,2026-01-01,arrhes/PCG@36c63f5
658,Pénalités et autres charges,2026-01-01,arrhes/PCG@36c63f5
6581,Pénalités sur marchés (et dédits payés sur achats et ventes),2026-01-01,arrhes/PCG@36c63f5
6582,"Pénalités, amendes fiscales et pénales",2026-01-01,arrhes/PCG@36c63f5
6583,Malis provenant de clauses d'indexation,2026-01-01,arrhes/PCG@36c63f5
6584,Lots,2026-01-01,arrhes/PCG@36c63f5
6588,Opérations de constitution ou liquidation des fiducies,2026-01-01,arrhes/PCG@36c63f5
66,Charges financières,2026-01-01,arrhes/PCG@36c63f5
661,Charges d'intérêts,2026-01-01,arrhes/PCG@36c63f5
6611,Intérêts des emprunts et dettes,2026-01-01,arrhes/PCG@36c63f5
66116,Intérêts des emprunts et dettes assimilées,2026-01-01,arrhes/PCG@36c63f5
66117,Intérêts des dettes rattachées à des participations,2026-01-01,arrhes/PCG@36c63f5
6612,"Charges de la fiducie, résultat de la période",2026-01-01,arrhes/PCG@36c63f5
6615,Intérêts des comptes courants et des dépôts créditeurs,2026-01-01,arrhes/PCG@36c63f5
6616,Intérêts bancaires et sur opérations de financement (escompte…),2026-01-01,arrhes/PCG@36c63f5
6617,Intérêts des obligations cautionnées,2026-01-01,arrhes/PCG@36c63f5
6618,Intérêts des autres dettes,2026-01-01,arrhes/PCG@36c63f5
66181,Intérêts des dettes commerciales,2026-01-01,arrhes/PCG@36c63f5
66188,Intérêts des dettes diverses,2026-01-01,arrhes/PCG@36c63f5
664,Pertes sur créances liées à des participations,2026-01-01,arrhes/PCG@36c63f5
665,Escomptes accordés,2026-01-01,arrhes/PCG@36c63f5
666,Pertes de change financières,2026-01-01,arrhes/PCG@36c63f5
667,Charges sur cession d'éléments financiers,2026-01-01,arrhes/PCG@36c63f5
6671,Valeurs comptables des immobilisations financières cédées,2026-01-01,arrhes/PCG@36c63f5
6672,Charges nettes sur cessions de titres immobilisés de l'activité de portefeuille,2026-01-01,arrhes/PCG@36c63f5
6673,Charges nettes sur cessions de valeurs mobilières de placement,2026-01-01,arrhes/PCG@36c63f5
6674,Charges nettes sur cessions de jetons,2026-01-01,arrhes/PCG@36c63f5
668,Autres charges financières,2026-01-01,arrhes/PCG@36c63f5
6683,Mali provenant du rachat par l'entité d'actions et obligations émises par elle- même,2026-01-01,arrhes/PCG@36c63f5
67,Charges exceptionnelles,2026-01-01,arrhes/PCG@36c63f5
672,"(Compte à la disposition des entités pour enregistrer, en cours d'exercice, les charges sur exercices antérieurs)",2026-01-01,arrhes/PCG@36c63f5
678,Autres charges exceptionnelles,2026-01-01,arrhes/PCG@36c63f5
68,"Dotations aux amortissements, aux dépréciations et aux provisions",2026-01-01,arrhes/PCG@36c63f5
681,"Dotations aux amortissements, aux dépréciations et aux provisions (à inscrire dans les charges d'exploitation)",2026-01-01,arrhes/PCG@36c63f5
6811,Dotations aux amortissements sur immobilisations incorporelles et corporelles,2026-01-01,arrhes/PCG@36c63f5
68111,Immobilisations incorporelles et frais d'établissement,2026-01-01,arrhes/PCG@36c63f5
68112,Immobilisations corporelles,2026-01-01,arrhes/PCG@36c63f5
6815,Dotations aux provisions d'exploitation,2026-01-01,arrhes/PCG@36c63f5
6816,Dotations pour dépréciations des immobilisations incorporelles et corporelles,2026-01-01,arrhes/PCG@36c63f5
68161,Immobilisations incorporelles,2026-01-01,arrhes/PCG@36c63f5
68162,Immobilisations corporelles,2026-01-01,arrhes/PCG@36c63f5
6817,Dotations pour dépréciations des actifs circulants,2026-01-01,arrhes/PCG@36c63f5
68173,Stocks et en-cours,2026-01-01,arrhes/PCG@36c63f5
68174,Créances,2026-01-01,arrhes/PCG@36c63f5
686,"Dotations aux amortissements, aux dépréciations et aux provisions (à inscrire dans les charges financières)",2026-01-01,arrhes/PCG@36c63f5
6861,Dotations aux amortissements des primes de remboursement des emprunts,2026-01-01,arrhes/PCG@36c63f5
6862,Dotations aux amortissements des frais d'émission des emprunts,2026-01-01,arrhes/PCG@36c63f5
6865,Dotations aux provisions financières,2026-01-01,arrhes/PCG@36c63f5
6866,Dotations pour dépréciation des éléments financiers,2026-01-01,arrhes/PCG@36c63f5
68662,Immobilisations financières,2026-01-01,arrhes/PCG@36c63f5
68665,Valeurs mobilières de placement,2026-01-01,arrhes/PCG@36c63f5
687,"Dotations aux amortissements, aux dépréciations et aux provisions (à inscrire dans les charges exceptionnelles)",2026-01-01,arrhes/PCG@36c63f5
6871,Dotations aux amortissements exceptionnels des immobilisations,2026-01-01,arrhes/PCG@36c63f5
6872,Dotations aux provisions réglementées (immobilisations),2026-01-01,arrhes/PCG@36c63f5
68725,Amortissements dérogatoires,2026-01-01,arrhes/PCG@36c63f5
6873,Dotations aux provisions réglementées (stocks),2026-01-01,arrhes/PCG@36c63f5
6874,Dotations aux autres provisions réglementées,2026-01-01,arrhes/PCG@36c63f5
6875,Dotations aux provisions exceptionnelles,2026-01-01,arrhes/PCG@36c63f5
6876,Dotations pour dépréciations exceptionnelles,2026-01-01,arrhes/PCG@36c63f5
69,Participation des salariés - Impôts sur les bénéfices et assimilés,2026-01-01,arrhes/PCG@36c63f5
691,Participation des salariés aux résultats,2026-01-01,arrhes/PCG@36c63f5
695,Impôts sur les bénéfices,2026-01-01,arrhes/PCG@36c63f5
6951,Impôts dus en France,2026-01-01,arrhes/PCG@36c63f5
6952,Contribution additionnelle à l'impôt sur les bénéfices,2026-01-01,arrhes/PCG@36c63f5
6954,Impôts dus à l'étranger,2026-01-01,arrhes/PCG@36c63f5
696,Suppléments d'impôt sur les sociétés liés aux distributions,2026-01-01,arrhes/PCG@36c63f5
698,Intégration fiscale,2026-01-01,arrhes/PCG@36c63f5
6981,Intégration fiscale - Charges,2026-01-01,arrhes/PCG@36c63f5
6989,Intégration fiscale - Produits,2026-01-01,arrhes/PCG@36c63f5
699,Produits - Reports en arrière des déficits,2026-01-01,arrhes/PCG@36c63f5
7,Comptes de produits,2026-01-01,arrhes/PCG@36c63f5
70,"Ventes de produits fabriqués, prestations de services, marchandises",2026-01-01,arrhes/PCG@36c63f5
701,Ventes de produits finis,2026-01-01,arrhes/PCG@36c63f5
702,Ventes de produits intermédiaires,2026-01-01,arrhes/PCG@36c63f5
703,Ventes de produits résiduels,2026-01-01,arrhes/PCG@36c63f5
704,Travaux,2026-01-01,arrhes/PCG@36c63f5
705,Études,2026-01-01,arrhes/PCG@36c63f5
706,Prestations de services,2026-01-01,arrhes/PCG@36c63f5
707,Ventes de marchandises,2026-01-01,arrhes/PCG@36c63f5
708,Produits des activités annexes,2026-01-01,arrhes/PCG@36c63f5
7081,Produits des services exploités dans l'intérêt du personnel,2026-01-01,arrhes/PCG@36c63f5
7082,Commissions et courtages,2026-01-01,arrhes/PCG@36c63f5
7083,Locations diverses,2026-01-01,arrhes/PCG@36c63f5
7084,Mise à disposition de personnel facturée,2026-01-01,arrhes/PCG@36c63f5
7085,Ports et frais accessoires facturés,2026-01-01,arrhes/PCG@36c63f5
7086,Bonis sur reprises d'emballages consignés,2026-01-01,arrhes/PCG@36c63f5
7087,Bonifications obtenues des clients et primes sur ventes,2026-01-01,arrhes/PCG@36c63f5
7088,Autres produits d'activités annexes (cessions d'approvisionnements),2026-01-01,arrhes/PCG@36c63f5
709,"Rabais, remises et ristournes accordés",2026-01-01,arrhes/PCG@36c63f5
7091,"Rabais, remises et ristournes accordés sur ventes de produits finis",2026-01-01,arrhes/PCG@36c63f5
7092,"Rabais, remises et ristournes accordés sur ventes de produits intermédiaires",2026-01-01,arrhes/PCG@36c63f5
7094,"Rabais, remises et ristournes accordés sur travaux",2026-01-01,arrhes/PCG@36c63f5
7095,"Rabais, remises et ristournes accordés sur études",2026-01-01,arrhes/PCG@36c63f5
7096,"Rabais, remises et ristournes accordés sur prestations de services",2026-01-01,arrhes/PCG@36c63f5
7097,"Rabais, remises et ristournes accordés sur ventes de marchandises",2026-01-01,arrhes/PCG@36c63f5
7098,"Rabais, remises et ristournes accordés sur produits des activités annexes",2026-01-01,arrhes/PCG@36c63f5
71,Production stockée (ou déstockage),2026-01-01,arrhes/PCG@36c63f5
713,Variation des stocks des en-cours de production et de produits,2026-01-01,arrhes/PCG@36c63f5
7133,Variation des en-cours de production de biens,2026-01-01,arrhes/PCG@36c63f5
71331,Produits en cours,2026-01-01,arrhes/PCG@36c63f5
71335,Travaux en cours,2026-01-01,arrhes/PCG@36c63f5
7134,Variation des en-cours de production de services,2026-01-01,arrhes/PCG@36c63f5
71341,Études en cours,2026-01-01,arrhes/PCG@36c63f5
71345,Prestations de services en cours,2026-01-01,arrhes/PCG@36c63f5
7135,Variation des stocks de produits,2026-01-01,arrhes/PCG@36c63f5
71351,Produits intermédiaires,2026-01-01,arrhes/PCG@36c63f5
71355,Produits finis,2026-01-01,arrhes/PCG@36c63f5
71358,Produits résiduels,2026-01-01,arrhes/PCG@36c63f5
72,Production immobilisée,2026-01-01,arrhes/PCG@36c63f5
721,Immobilisations incorporelles,2026-01-01,arrhes/PCG@36c63f5
722,Immobilisations corporelles,2026-01-01,arrhes/PCG@36c63f5
74,Subventions,2026-01-01,arrhes/PCG@36c63f5
741,Subventions d'exploitation,2026-01-01,arrhes/PCG@36c63f5
742,Subventions d'équilibre,2026-01-01,arrhes/PCG@36c63f5
747,Quote-part des subventions d'investissement virée au résultat de l'exercice,2026-01-01,arrhes/PCG@36c63f5
75,Autres produits de gestion courante,2026-01-01,arrhes/PCG@36c63f5
751,"Redevances pour concessions, brevets, licences, marques, procédés, solutions informatiques, droits et valeurs similaires",2026-01-01,arrhes/PCG@36c63f5
7511,"Redevances pour concessions, brevets, licences, marques, procédés, solutions informatiques",2026-01-01,arrhes/PCG@36c63f5
7516,Droits d'auteur et de reproduction,2026-01-01,arrhes/PCG@36c63f5
7518,Autres droits et valeurs similaires,2026-01-01,arrhes/PCG@36c63f5
752,Revenus des immeubles non affectés à des activités professionnelles,2026-01-01,arrhes/PCG@36c63f5
753,Rémunérations de l'activité des administrateurs et des gérants,2026-01-01,arrhes/PCG@36c63f5
754,Ristournes perçues des coopératives provenant des excédents,2026-01-01,arrhes/PCG@36c63f5
755,Quote-part de résultat sur opérations faites en commun,2026-01-01,arrhes/PCG@36c63f5
7551,Quote-part de perte transférée - comptabilité du gérant,2026-01-01,arrhes/PCG@36c63f5
7555,Quote-part de bénéfice attribuée - comptabilité des associés non-gérants,2026-01-01,arrhes/PCG@36c63f5
756,Gains de change sur créances et dettes commerciales,2026-01-01,arrhes/PCG@36c63f5
757,Produits des cessions d'immobilisations incorporelles et corporelles,2026-01-01,arrhes/PCG@36c63f5
758,Indemnités et autres produits,2026-01-01,arrhes/PCG@36c63f5
7581,Dédits et pénalités perçus sur achats et ventes,2026-01-01,arrhes/PCG@36c63f5
7582,Libéralités reçues,2026-01-01,arrhes/PCG@36c63f5
7583,Rentrées sur créances amorties,2026-01-01,arrhes/PCG@36c63f5
7584,Dégrèvements d'impôts autres qu'impôts sur les bénéfices,2026-01-01,arrhes/PCG@36c63f5
7585,Bonis provenant de clauses d'indexation,2026-01-01,arrhes/PCG@36c63f5
7586,Lots,2026-01-01,arrhes/PCG@36c63f5
7587,Indemnités d'assurance,2026-01-01,arrhes/PCG@36c63f5
7588,Opérations de constitution ou liquidation des fiducies,2026-01-01,arrhes/PCG@36c63f5
76,Produits financiers,2026-01-01,arrhes/PCG@36c63f5
761,Produits de participations,2026-01-01,arrhes/PCG@36c63f5
7611,Revenus des titres de participation,2026-01-01,arrhes/PCG@36c63f5
7612,"Produits de la fiducie, résultat de la période",2026-01-01,arrhes/PCG@36c63f5
7616,Revenus sur autres formes de participation,2026-01-01,arrhes/PCG@36c63f5
7617,Revenus des créances rattachées à des participations,2026-01-01,arrhes/PCG@36c63f5
762,Produits des autres immobilisations financières,2026-01-01,arrhes/PCG@36c63f5
7621,Revenus des titres immobilisés,2026-01-01,arrhes/PCG@36c63f5
7626,Revenus des prêts,2026-01-01,arrhes/PCG@36c63f5
7627,Revenus des créances immobilisées,2026-01-01,arrhes/PCG@36c63f5
763,Revenus des autres créances,2026-01-01,arrhes/PCG@36c63f5
7631,Revenus des créances commerciales,2026-01-01,arrhes/PCG@36c63f5
7638,Revenus des créances diverses,2026-01-01,arrhes/PCG@36c63f5
764,Revenus des valeurs mobilières de placement,2026-01-01,arrhes/PCG@36c63f5
765,Escomptes obtenus,2026-01-01,arrhes/PCG@36c63f5
766,Gains de change financiers,2026-01-01,arrhes/PCG@36c63f5
767,Produits sur cession d'éléments financiers,2026-01-01,arrhes/PCG@36c63f5
7671,Produits des cessions d'immobilisations financières,2026-01-01,arrhes/PCG@36c63f5
7672,Produits nets sur cessions de titres immobilisés de l'activité de portefeuille,2026-01-01,arrhes/PCG@36c63f5
7673,Produits nets sur cessions de valeurs mobilières de placement,2026-01-01,arrhes/PCG@36c63f5
7674,Produits nets sur cessions de jetons,2026-01-01,arrhes/PCG@36c63f5
768,Autres produits financiers,2026-01-01,arrhes/PCG@36c63f5
7683,Bonis provenant du rachat par l'entreprise d'actions et d'obligations émises par elle-même,2026-01-01,arrhes/PCG@36c63f5
77,Produits exceptionnels,2026-01-01,arrhes/PCG@36c63f5
772,"(Compte à la disposition des entités pour enregistrer, en cours d'exercice, les produits sur exercices antérieurs)",2026-01-01,arrhes/PCG@36c63f5
778,Autres produits exceptionnels,2026-01-01,arrhes/PCG@36c63f5
78,"Reprises sur amortissements, dépréciations et provisions",2026-01-01,arrhes/PCG@36c63f5
781,"Reprises sur amortissements, dépréciations et provisions (à inscrire dans les produits d'exploitation)",2026-01-01,arrhes/PCG@36c63f5
7811,Reprises sur amortissements des immobilisations incorporelles et corporelles,2026-01-01,arrhes/PCG@36c63f5
78111,Immobilisations incorporelles,2026-01-01,arrhes/PCG@36c63f5
78112,Immobilisations corporelles,2026-01-01,arrhes/PCG@36c63f5
7815,Reprises sur provisions d'exploitation,2026-01-01,arrhes/PCG@36c63f5
7816,Reprises sur dépréciations des immobilisations incorporelles et corporelles,2026-01-01,arrhes/PCG@36c63f5
78161,Immobilisations incorporelles,2026-01-01,arrhes/PCG@36c63f5
78162,Immobilisations corporelles,2026-01-01,arrhes/PCG@36c63f5
7817,Reprises sur dépréciations des actifs circulants,2026-01-01,arrhes/PCG@36c63f5
78173,Stocks et en-cours,2026-01-01,arrhes/PCG@36c63f5
78174,Créances,2026-01-01,arrhes/PCG@36c63f5
786,Reprises sur dépréciations et provisions (à inscrire dans les produits financiers),2026-01-01,arrhes/PCG@36c63f5
7865,Reprises sur provisions financières,2026-01-01,arrhes/PCG@36c63f5
7866,Reprises sur dépréciations des éléments financiers,2026-01-01,arrhes/PCG@36c63f5
78662,Immobilisations financières,2026-01-01,arrhes/PCG@36c63f5
78665,Valeurs mobilières de placement,2026-01-01,arrhes/PCG@36c63f5
787,Reprises sur dépréciations et provisions (à inscrire dans les produits exceptionnels),2026-01-01,arrhes/PCG@36c63f5
7872,Reprises sur provisions réglementées (immobilisations),2026-01-01,arrhes/PCG@36c63f5
78725,Amortissements dérogatoires,2026-01-01,arrhes/PCG@36c63f5
7873,Reprises sur provisions réglementées (stocks),2026-01-01,arrhes/PCG@36c63f5
7874,Reprises sur autres provisions réglementées,2026-01-01,arrhes/PCG@36c63f5
7875,Reprises sur provisions exceptionnelles,2026-01-01,arrhes/PCG@36c63f5
7876,Reprises sur dépréciations exceptionnelles,2026-01-01,arrhes/PCG@36c63f5
"""#
  static let presentation = #"""
account,when_debit,when_credit,column,valid_from,source
10,capital,capital,gross,2025-01-01,PCG art. 821-1
104,premiums,premiums,gross,2025-01-01,PCG art. 821-1
105,revaluation,revaluation,gross,2025-01-01,PCG art. 821-1
106,other-reserves,other-reserves,gross,2025-01-01,PCG art. 821-1
1061,legal-reserve,legal-reserve,gross,2025-01-01,PCG art. 821-1
1062,regulated-reserves,regulated-reserves,gross,2025-01-01,PCG art. 821-1
1063,statutory-reserves,statutory-reserves,gross,2025-01-01,PCG art. 821-1
1064,regulated-reserves,regulated-reserves,gross,2025-01-01,PCG art. 821-1
107,equity-method-difference,equity-method-difference,gross,2025-01-01,PCG art. 821-1
109,uncalled-capital,uncalled-capital,gross,2025-01-01,PCG art. 821-1
11,retained-earnings,retained-earnings,gross,2025-01-01,PCG art. 821-1
12,earlier-results,earlier-results,gross,2025-01-01,PCG art. 821-1
1209,interim-dividends,interim-dividends,gross,2025-01-01,PCG art. 821-1
13,investment-grants,investment-grants,gross,2025-01-01,PCG art. 821-1
14,regulated-provisions,regulated-provisions,gross,2025-01-01,PCG art. 821-1
15,provisions-for-risks,provisions-for-risks,gross,2025-01-01,PCG art. 821-1
152,provisions-for-charges,provisions-for-charges,gross,2025-01-01,PCG art. 821-1
16,other-borrowings,other-borrowings,gross,2025-01-01,PCG art. 821-1
161,convertible-bonds,convertible-bonds,gross,2025-01-01,PCG art. 821-1
163,other-bonds,other-bonds,gross,2025-01-01,PCG art. 821-1
164,bank-loans,bank-loans,gross,2025-01-01,PCG art. 821-1
167,non-repayable-funds,non-repayable-funds,gross,2025-01-01,PCG art. 821-1
1673,conditional-advances,conditional-advances,gross,2025-01-01,PCG art. 821-1
1674,conditional-advances,conditional-advances,gross,2025-01-01,PCG art. 821-1
169,redemption-premiums,redemption-premiums,gross,2025-01-01,PCG art. 821-1
17,other-borrowings,other-borrowings,gross,2025-01-01,PCG art. 821-1
18,other-receivables,other-debts,gross,2025-01-01,PCG art. 821-1
20,other-intangibles,other-intangibles,gross,2025-01-01,PCG art. 821-1
201,establishment-costs,establishment-costs,gross,2025-01-01,PCG art. 821-1
203,development-costs,development-costs,gross,2025-01-01,PCG art. 821-1
205,licences-and-rights,licences-and-rights,gross,2025-01-01,PCG art. 821-1
206,goodwill,goodwill,gross,2025-01-01,PCG art. 821-1
207,goodwill,goodwill,gross,2025-01-01,PCG art. 821-1
21,other-tangibles,other-tangibles,gross,2025-01-01,PCG art. 821-1
211,land,land,gross,2025-01-01,PCG art. 821-1
212,land,land,gross,2025-01-01,PCG art. 821-1
213,buildings,buildings,gross,2025-01-01,PCG art. 821-1
214,buildings,buildings,gross,2025-01-01,PCG art. 821-1
215,plant,plant,gross,2025-01-01,PCG art. 821-1
22,concession-assets,concession-assets,gross,2025-01-01,PCG art. 821-1
229,grantor-rights,grantor-rights,gross,2025-01-01,PCG art. 821-1
23,tangibles-in-progress,tangibles-in-progress,gross,2025-01-01,PCG art. 821-1
232,intangibles-in-progress,intangibles-in-progress,gross,2025-01-01,PCG art. 821-1
237,intangibles-in-progress,intangibles-in-progress,gross,2025-01-01,PCG art. 821-1
26,participations,participations,gross,2025-01-01,PCG art. 821-1
267,participation-receivables,participation-receivables,gross,2025-01-01,PCG art. 821-1
268,participation-receivables,participation-receivables,gross,2025-01-01,PCG art. 821-1
269,fixed-asset-debts,fixed-asset-debts,gross,2025-01-01,PCG art. 821-1
27,other-financial-assets,other-financial-assets,gross,2025-01-01,PCG art. 821-1
271,other-long-term-securities,other-long-term-securities,gross,2025-01-01,PCG art. 821-1
272,other-long-term-securities,other-long-term-securities,gross,2025-01-01,PCG art. 821-1
273,portfolio-securities,portfolio-securities,gross,2025-01-01,PCG art. 821-1
274,loans-granted,loans-granted,gross,2025-01-01,PCG art. 821-1
279,fixed-asset-debts,fixed-asset-debts,gross,2025-01-01,PCG art. 821-1
28,other-intangibles,other-intangibles,less,2025-01-01,PCG art. 821-1
2801,establishment-costs,establishment-costs,less,2025-01-01,PCG art. 821-1
2803,development-costs,development-costs,less,2025-01-01,PCG art. 821-1
2805,licences-and-rights,licences-and-rights,less,2025-01-01,PCG art. 821-1
2806,goodwill,goodwill,less,2025-01-01,PCG art. 821-1
2807,goodwill,goodwill,less,2025-01-01,PCG art. 821-1
281,other-tangibles,other-tangibles,less,2025-01-01,PCG art. 821-1
2811,land,land,less,2025-01-01,PCG art. 821-1
2812,land,land,less,2025-01-01,PCG art. 821-1
2813,buildings,buildings,less,2025-01-01,PCG art. 821-1
2814,buildings,buildings,less,2025-01-01,PCG art. 821-1
2815,plant,plant,less,2025-01-01,PCG art. 821-1
282,concession-assets,concession-assets,less,2025-01-01,PCG art. 821-1
29,other-intangibles,other-intangibles,less,2025-01-01,PCG art. 821-1
2901,establishment-costs,establishment-costs,less,2025-01-01,PCG art. 821-1
2903,development-costs,development-costs,less,2025-01-01,PCG art. 821-1
2905,licences-and-rights,licences-and-rights,less,2025-01-01,PCG art. 821-1
2906,goodwill,goodwill,less,2025-01-01,PCG art. 821-1
2907,goodwill,goodwill,less,2025-01-01,PCG art. 821-1
291,other-tangibles,other-tangibles,less,2025-01-01,PCG art. 821-1
2911,land,land,less,2025-01-01,PCG art. 821-1
2912,land,land,less,2025-01-01,PCG art. 821-1
2913,buildings,buildings,less,2025-01-01,PCG art. 821-1
2914,buildings,buildings,less,2025-01-01,PCG art. 821-1
2915,plant,plant,less,2025-01-01,PCG art. 821-1
292,concession-assets,concession-assets,less,2025-01-01,PCG art. 821-1
293,tangibles-in-progress,tangibles-in-progress,less,2025-01-01,PCG art. 821-1
2932,intangibles-in-progress,intangibles-in-progress,less,2025-01-01,PCG art. 821-1
296,participations,participations,less,2025-01-01,PCG art. 821-1
2967,participation-receivables,participation-receivables,less,2025-01-01,PCG art. 821-1
2968,participation-receivables,participation-receivables,less,2025-01-01,PCG art. 821-1
297,other-financial-assets,other-financial-assets,less,2025-01-01,PCG art. 821-1
2971,other-long-term-securities,other-long-term-securities,less,2025-01-01,PCG art. 821-1
2972,other-long-term-securities,other-long-term-securities,less,2025-01-01,PCG art. 821-1
2973,portfolio-securities,portfolio-securities,less,2025-01-01,PCG art. 821-1
2974,loans-granted,loans-granted,less,2025-01-01,PCG art. 821-1
3,raw-materials,raw-materials,gross,2025-01-01,PCG art. 821-1
33,work-in-progress,work-in-progress,gross,2025-01-01,PCG art. 821-1
34,work-in-progress,work-in-progress,gross,2025-01-01,PCG art. 821-1
35,finished-goods,finished-goods,gross,2025-01-01,PCG art. 821-1
37,goods,goods,gross,2025-01-01,PCG art. 821-1
39,raw-materials,raw-materials,less,2025-01-01,PCG art. 821-1
393,work-in-progress,work-in-progress,less,2025-01-01,PCG art. 821-1
394,work-in-progress,work-in-progress,less,2025-01-01,PCG art. 821-1
395,finished-goods,finished-goods,less,2025-01-01,PCG art. 821-1
397,goods,goods,less,2025-01-01,PCG art. 821-1
40,other-receivables,trade-payables,gross,2025-01-01,PCG art. 821-1
404,other-receivables,fixed-asset-debts,gross,2025-01-01,PCG art. 821-1
405,other-receivables,fixed-asset-debts,gross,2025-01-01,PCG art. 821-1
4084,other-receivables,fixed-asset-debts,gross,2025-01-01,PCG art. 821-1
4091,advances-paid,trade-payables,gross,2025-01-01,PCG art. 821-1
41,trade-receivables,other-debts,gross,2025-01-01,PCG art. 821-1
4191,trade-receivables,advances-received,gross,2025-01-01,PCG art. 821-1
42,other-receivables,tax-and-social-debts,gross,2025-01-01,PCG art. 821-1
426,other-receivables,other-borrowings,gross,2025-01-01,PCG art. 821-1
43,other-receivables,tax-and-social-debts,gross,2025-01-01,PCG art. 821-1
44,other-receivables,tax-and-social-debts,gross,2025-01-01,PCG art. 821-1
449,other-receivables,other-debts,gross,2025-01-01,PCG art. 821-1
45,other-receivables,other-debts,gross,2025-01-01,PCG art. 821-1
451,other-receivables,other-borrowings,gross,2025-01-01,PCG art. 821-1
455,other-receivables,other-borrowings,gross,2025-01-01,PCG art. 821-1
4562,called-unpaid-capital,other-debts,gross,2025-01-01,PCG art. 821-1
458,other-receivables,other-borrowings,gross,2025-01-01,PCG art. 821-1
46,other-receivables,other-debts,gross,2025-01-01,PCG art. 821-1
47,other-receivables,other-debts,gross,2025-01-01,PCG art. 821-1
474,conversion-assets,conversion-liabilities,gross,2025-01-01,PCG art. 821-1
475,conversion-assets,conversion-liabilities,gross,2025-01-01,PCG art. 821-1
476,conversion-assets,conversion-liabilities,gross,2025-01-01,PCG art. 821-1
477,conversion-assets,conversion-liabilities,gross,2025-01-01,PCG art. 821-1
48,prepaid-expenses,deferred-income,gross,2025-01-01,PCG art. 821-1
481,loan-issue-costs,loan-issue-costs,gross,2025-01-01,PCG art. 821-1
486,prepaid-expenses,prepaid-expenses,gross,2025-01-01,PCG art. 821-1
487,deferred-income,deferred-income,gross,2025-01-01,PCG art. 821-1
49,other-receivables,other-receivables,less,2025-01-01,PCG art. 821-1
491,trade-receivables,trade-receivables,less,2025-01-01,PCG art. 821-1
50,other-securities,other-securities,gross,2025-01-01,PCG art. 821-1
502,own-shares,own-shares,gross,2025-01-01,PCG art. 821-1
509,other-debts,other-debts,gross,2025-01-01,PCG art. 821-1
51,cash,bank-loans,gross,2025-01-01,PCG art. 821-1
52,derivatives-and-tokens-held,derivatives-owed,gross,2025-01-01,PCG art. 821-1
522,derivatives-and-tokens-held,derivatives-and-tokens-held,gross,2025-01-01,PCG art. 821-1
523,derivatives-and-tokens-held,derivatives-and-tokens-held,gross,2025-01-01,PCG art. 821-1
524,derivatives-and-tokens-held,other-borrowings,gross,2025-01-01,PCG art. 821-1
53,cash,cash,gross,2025-01-01,PCG art. 821-1
54,cash,cash,gross,2025-01-01,PCG art. 821-1
58,cash,cash,gross,2025-01-01,PCG art. 821-1
59,other-securities,other-securities,less,2025-01-01,PCG art. 821-1
60,external-charges,external-charges,gross,2025-01-01,PCG art. 821-2
601,raw-purchases,raw-purchases,gross,2025-01-01,PCG art. 821-2
602,raw-purchases,raw-purchases,gross,2025-01-01,PCG art. 821-2
603,raw-stock-change,raw-stock-change,gross,2025-01-01,PCG art. 821-2
6037,goods-stock-change,goods-stock-change,gross,2025-01-01,PCG art. 821-2
607,goods-purchases,goods-purchases,gross,2025-01-01,PCG art. 821-2
6091,raw-purchases,raw-purchases,gross,2025-01-01,PCG art. 821-2
6092,raw-purchases,raw-purchases,gross,2025-01-01,PCG art. 821-2
6097,goods-purchases,goods-purchases,gross,2025-01-01,PCG art. 821-2
61,external-charges,external-charges,gross,2025-01-01,PCG art. 821-2
62,external-charges,external-charges,gross,2025-01-01,PCG art. 821-2
63,taxes,taxes,gross,2025-01-01,PCG art. 821-2
64,salaries,salaries,gross,2025-01-01,PCG art. 821-2
645,social-contributions,social-contributions,gross,2025-01-01,PCG art. 821-2
646,social-contributions,social-contributions,gross,2025-01-01,PCG art. 821-2
647,social-contributions,social-contributions,gross,2025-01-01,PCG art. 821-2
65,other-operating-charges,other-operating-charges,gross,2025-01-01,PCG art. 821-2
655,joint-loss,joint-loss,gross,2025-01-01,PCG art. 821-2
657,disposal-values,disposal-values,gross,2025-01-01,PCG art. 821-2
66,interest-charges,interest-charges,gross,2025-01-01,PCG art. 821-2
666,exchange-losses,exchange-losses,gross,2025-01-01,PCG art. 821-2
667,financial-disposal-values,financial-disposal-values,gross,2025-01-01,PCG art. 821-2
6672,securities-net-losses,securities-net-losses,gross,2025-01-01,PCG art. 821-2
6673,securities-net-losses,securities-net-losses,gross,2025-01-01,PCG art. 821-2
6674,securities-net-losses,securities-net-losses,gross,2025-01-01,PCG art. 821-2
67,exceptional-charges,exceptional-charges,gross,2025-01-01,PCG art. 821-2
68,depreciation,depreciation,gross,2025-01-01,PCG art. 821-2
6815,provisions,provisions,gross,2025-01-01,PCG art. 821-2
6816,fixed-asset-impairments,fixed-asset-impairments,gross,2025-01-01,PCG art. 821-2
6817,current-asset-impairments,current-asset-impairments,gross,2025-01-01,PCG art. 821-2
686,financial-provisions,financial-provisions,gross,2025-01-01,PCG art. 821-2
687,exceptional-charges,exceptional-charges,gross,2025-01-01,PCG art. 821-2
69,income-tax,income-tax,gross,2025-01-01,PCG art. 821-2
691,profit-sharing,profit-sharing,gross,2025-01-01,PCG art. 821-2
70,production-sold,production-sold,gross,2025-01-01,PCG art. 821-2
707,sales-of-goods,sales-of-goods,gross,2025-01-01,PCG art. 821-2
7097,sales-of-goods,sales-of-goods,gross,2025-01-01,PCG art. 821-2
71,stored-production,stored-production,gross,2025-01-01,PCG art. 821-2
72,capitalised-production,capitalised-production,gross,2025-01-01,PCG art. 821-2
74,grants,grants,gross,2025-01-01,PCG art. 821-2
75,other-operating-income,other-operating-income,gross,2025-01-01,PCG art. 821-2
755,joint-profit,joint-profit,gross,2025-01-01,PCG art. 821-2
757,disposal-proceeds,disposal-proceeds,gross,2025-01-01,PCG art. 821-2
76,interest-income,interest-income,gross,2025-01-01,PCG art. 821-2
761,participation-income,participation-income,gross,2025-01-01,PCG art. 821-2
762,other-securities-income,other-securities-income,gross,2025-01-01,PCG art. 821-2
766,exchange-gains,exchange-gains,gross,2025-01-01,PCG art. 821-2
767,financial-disposal-proceeds,financial-disposal-proceeds,gross,2025-01-01,PCG art. 821-2
7672,securities-net-gains,securities-net-gains,gross,2025-01-01,PCG art. 821-2
7673,securities-net-gains,securities-net-gains,gross,2025-01-01,PCG art. 821-2
7674,securities-net-gains,securities-net-gains,gross,2025-01-01,PCG art. 821-2
77,exceptional-income,exceptional-income,gross,2025-01-01,PCG art. 821-2
78,operating-reversals,operating-reversals,gross,2025-01-01,PCG art. 821-2
786,financial-reversals,financial-reversals,gross,2025-01-01,PCG art. 821-2
787,exceptional-income,exceptional-income,gross,2025-01-01,PCG art. 821-2
"""#
}

import Invoices
import Markup
import Testing
import Units

/// The XML of Factur-X, as a buyer of electricity and a supplier would write it.
@Suite struct CrossIndustryTests {
  static let sale = """
    <?xml version="1.0" encoding="UTF-8"?>
    <rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
      xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"
      xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
      <rsm:ExchangedDocument>
        <ram:ID>OA-77</ram:ID><ram:TypeCode>389</ram:TypeCode>
        <ram:IssueDateTime><udt:DateTimeString format="102">20250731</udt:DateTimeString></ram:IssueDateTime>
      </rsm:ExchangedDocument>
      <rsm:SupplyChainTradeTransaction>
        <ram:IncludedSupplyChainTradeLineItem>
          <ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice>
            <ram:ChargeAmount>0.1079</ram:ChargeAmount></ram:NetPriceProductTradePrice>
          </ram:SpecifiedLineTradeAgreement>
          <ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="KWH">6612.345</ram:BilledQuantity>
          </ram:SpecifiedLineTradeDelivery>
          <ram:SpecifiedLineTradeSettlement>
            <ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>713.47</ram:LineTotalAmount>
            </ram:SpecifiedTradeSettlementLineMonetarySummation>
          </ram:SpecifiedLineTradeSettlement>
        </ram:IncludedSupplyChainTradeLineItem>
        <ram:ApplicableHeaderTradeAgreement>
          <ram:SellerTradeParty><ram:SpecifiedLegalOrganization><ram:ID schemeID="0002">012345674</ram:ID>
          </ram:SpecifiedLegalOrganization></ram:SellerTradeParty>
          <ram:BuyerTradeParty><ram:SpecifiedLegalOrganization><ram:ID schemeID="0002">012345682</ram:ID>
          </ram:SpecifiedLegalOrganization></ram:BuyerTradeParty>
          <ram:ContractReferencedDocument><ram:IssuerAssignedID>N-1</ram:IssuerAssignedID></ram:ContractReferencedDocument>
        </ram:ApplicableHeaderTradeAgreement>
        <ram:ApplicableHeaderTradeDelivery/>
        <ram:ApplicableHeaderTradeSettlement>
          <ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
          <ram:ApplicableTradeTax><ram:CalculatedAmount>0.00</ram:CalculatedAmount>
            <ram:TypeCode>VAT</ram:TypeCode><ram:BasisAmount>713.47</ram:BasisAmount>
            <ram:CategoryCode>AE</ram:CategoryCode></ram:ApplicableTradeTax>
          <ram:BillingSpecifiedPeriod>
            <ram:StartDateTime><udt:DateTimeString format="102">20250114</udt:DateTimeString></ram:StartDateTime>
            <ram:EndDateTime><udt:DateTimeString format="102">20250713</udt:DateTimeString></ram:EndDateTime>
          </ram:BillingSpecifiedPeriod>
          <ram:SpecifiedTradeSettlementHeaderMonetarySummation>
            <ram:LineTotalAmount>713.47</ram:LineTotalAmount><ram:GrandTotalAmount>713.47</ram:GrandTotalAmount>
          </ram:SpecifiedTradeSettlementHeaderMonetarySummation>
        </ram:ApplicableHeaderTradeSettlement>
      </rsm:SupplyChainTradeTransaction>
    </rsm:CrossIndustryInvoice>
    """

  private func read(_ text: String) throws -> Invoice {
    try Invoice(crossIndustry: Array(text.utf8), file: "f.xml", siren: "012345674")
  }

  @Test func `an invoice issued in our name is a sale without VAT`() throws {
    let invoice = try read(Self.sale)
    try invoice.check()
    #expect(invoice.kind == .sale && invoice.number == "OA-77")
    #expect(invoice.party == "siren:012345682" && invoice.contract == "N-1")
    #expect(invoice.period == Period(first: try Day("2025-01-14"), last: try Day("2025-07-13")))
    #expect(try invoice.energy() == WattHours(6_612_345))
    #expect(invoice.lines[0].price == Ratio(1079, 10_000))
    #expect(invoice.taxes.isEmpty && invoice.total == Cents(713_47))
  }

  @Test func `another seller's is a purchase, with its VAT`() throws {
    let text = Self.sale.replacing("012345674", with: "012345690")
      .replacing(">0.00<", with: ">142.69<").replacing(
        "<ram:CategoryCode>AE</ram:CategoryCode>",
        with: "<ram:RateApplicablePercent>20.00</ram:RateApplicablePercent>"
      ).replacing(
        "<ram:GrandTotalAmount>713.47", with: "<ram:GrandTotalAmount>856.16")
    let invoice = try read(text)
    try invoice.check()
    #expect(invoice.kind == .purchase && invoice.party == "siren:012345690")
    #expect(
      invoice.taxes == [.init(rate: Ratio(1, 5), base: Cents(713_47), amount: Cents(142_69))])
  }

  @Test func `a credit note and megawatt-hours keep their sense`() throws {
    let text = Self.sale.replacing(">389<", with: ">261<")
      .replacing("unitCode=\"KWH\">6612.345", with: "unitCode=\"MWH\">6.612345")
      .replacing(">0.1079<", with: ">107.90<")
    let invoice = try read(text)
    try invoice.check()
    #expect(invoice.total == Cents(-713_47))
    #expect(try invoice.energy() == WattHours(-6_612_345))
    #expect(invoice.lines[0].price == Ratio(1079, 10_000))
  }

  /// One change, and what the file is refused for.
  static let faults: [(String, String, InvoiceRefusal)] = [
    (">EUR<", ">CHF<", InvoiceRefusal.currencyIsNotEuro("CHF")),
    ("<ram:ID>OA-77</ram:ID>", "", .fieldIsMissing("ID")),
    (">389<", ">325<", .fieldIsMalformed("TypeCode", "325")),
    (">20250731<", ">20250732<", .fieldIsMalformed("DateTimeString", "20250732")),
    (
      "<ram:GrandTotalAmount>713.47", "<ram:GrandTotalAmount>713,47",
      .fieldIsMalformed("GrandTotalAmount", "713,47")
    ),
    (">6612.345<", ">beaucoup<", .fieldIsMalformed("BilledQuantity", "beaucoup")),
    ("CrossIndustryInvoice", "Invoice", .fileIsNoInvoice("f.xml")),
  ]

  @Test(arguments: faults.indices) func `what cannot be read is told by field`(_ index: Int) {
    let (old, new, expected) = Self.faults[index]
    do {
      _ = try read(Self.sale.replacing(old, with: new))
      #expect(Bool(false), "nothing refused")
    } catch {
      #expect((error as? Located)?.reason as? InvoiceRefusal == expected)
    }
  }

  @Test func `broken XML and a document type of its own are refused`() {
    for (text, code) in [
      (Self.sale.replacing("</rsm:CrossIndustryInvoice>", with: ""), "markup-is-malformed"),
      ("<!DOCTYPE a [<!ENTITY b 'c'>]>" + "<a/>", "markup-has-a-doctype"),
    ] {
      do {
        _ = try read(text)
        #expect(Bool(false), "nothing refused")
      } catch { #expect((error as? any Refusal)?.code == code) }
    }
  }
}

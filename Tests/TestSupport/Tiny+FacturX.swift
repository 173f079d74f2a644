extension Tiny {
  /// The XML of a Factur-X invoice that the buyer issued in our name, for the southern roof.
  public static let facturX = """
    <?xml version="1.0" encoding="UTF-8"?>
    <rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
      xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"
      xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
      <rsm:ExchangedDocument>
        <ram:ID>OA-2025-0004</ram:ID>
        <ram:TypeCode>389</ram:TypeCode>
        <ram:IssueDateTime>
          <udt:DateTimeString format="102">20250206</udt:DateTimeString>
        </ram:IssueDateTime>
      </rsm:ExchangedDocument>
      <rsm:SupplyChainTradeTransaction>
        <ram:IncludedSupplyChainTradeLineItem>
          <ram:SpecifiedLineTradeAgreement>
            <ram:NetPriceProductTradePrice>
              <ram:ChargeAmount>0.1207</ram:ChargeAmount>
            </ram:NetPriceProductTradePrice>
          </ram:SpecifiedLineTradeAgreement>
          <ram:SpecifiedLineTradeDelivery>
            <ram:BilledQuantity unitCode="KWH">200.000</ram:BilledQuantity>
          </ram:SpecifiedLineTradeDelivery>
          <ram:SpecifiedLineTradeSettlement>
            <ram:SpecifiedTradeSettlementLineMonetarySummation>
              <ram:LineTotalAmount>24.14</ram:LineTotalAmount>
            </ram:SpecifiedTradeSettlementLineMonetarySummation>
          </ram:SpecifiedLineTradeSettlement>
        </ram:IncludedSupplyChainTradeLineItem>
        <ram:ApplicableHeaderTradeAgreement>
          <ram:SellerTradeParty>
            <ram:SpecifiedLegalOrganization>
              <ram:ID schemeID="0002">012345674</ram:ID>
            </ram:SpecifiedLegalOrganization>
          </ram:SellerTradeParty>
          <ram:BuyerTradeParty>
            <ram:SpecifiedLegalOrganization>
              <ram:ID schemeID="0002">012345682</ram:ID>
            </ram:SpecifiedLegalOrganization>
          </ram:BuyerTradeParty>
          <ram:ContractReferencedDocument>
            <ram:IssuerAssignedID>S-1</ram:IssuerAssignedID>
          </ram:ContractReferencedDocument>
        </ram:ApplicableHeaderTradeAgreement>
        <ram:ApplicableHeaderTradeSettlement>
          <ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
          <ram:ApplicableTradeTax>
            <ram:CalculatedAmount>0.00</ram:CalculatedAmount>
            <ram:TypeCode>VAT</ram:TypeCode>
            <ram:BasisAmount>24.14</ram:BasisAmount>
            <ram:CategoryCode>AE</ram:CategoryCode>
          </ram:ApplicableTradeTax>
          <ram:BillingSpecifiedPeriod>
            <ram:StartDateTime>
              <udt:DateTimeString format="102">20240114</udt:DateTimeString>
            </ram:StartDateTime>
            <ram:EndDateTime>
              <udt:DateTimeString format="102">20250113</udt:DateTimeString>
            </ram:EndDateTime>
          </ram:BillingSpecifiedPeriod>
          <ram:SpecifiedTradeSettlementHeaderMonetarySummation>
            <ram:GrandTotalAmount>24.14</ram:GrandTotalAmount>
          </ram:SpecifiedTradeSettlementHeaderMonetarySummation>
        </ram:ApplicableHeaderTradeSettlement>
      </rsm:SupplyChainTradeTransaction>
    </rsm:CrossIndustryInvoice>

    """
}

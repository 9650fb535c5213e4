namespace Complaints.Samples.Agent;

/// <summary>The mapping files of the managing agent's sample: what a data team would write for such extracts.</summary>
internal static class AgentMappings
{
    public const string CouncilRegister =
        """
        // The council's housing system: fixed-width columns, so keys can arrive padded with blanks.
        {
          "mapping": "wcc-properties",
          "version": 1,
          "source": { "system": "WCC-HOUSING", "format": "csv" },
          "target": "property",
          "mode": "full",
          "date_order": "dmy",
          "nulls": ["", "01/01/1900"],
          "columns": {
            "property_reference": "prop_ref",
            "uprn": "u_llpg_ref",
            "landlord_code": { "value": "00BK" },
            "tenure_code": "tenure",
            "estate": "u_estate",
            "neighbourhood": "neighbourhood",
            "ward": "ward",
            "address": "u_address",
            "postcode": "post_code",
            "block_reference": "u_block",
            "valid_from": "managed_from",
            "valid_to": "managed_to"
          },
          // Its other tenure codes are those of the built-in list.
          "tenures": { "TAF": "LCRA" }
        }
        """;

    public const string PartnerRegister =
        """
        // Westminster Community Homes' own register, with its own references and tenure codes.
        {
          "mapping": "wch-properties",
          "version": 1,
          "source": { "system": "WCH-HOUSING", "format": "csv" },
          "target": "property",
          "mode": "full",
          "date_order": "dmy",
          "columns": {
            "property_reference": "Property",
            "uprn": "UPRN",
            "landlord_code": { "value": "4638" },
            "tenure_code": "Tenure type",
            "estate": "Estate",
            "neighbourhood": "Area",
            "ward": "Ward",
            "address": "Address",
            "postcode": "Postcode",
            "valid_from": "From"
          },
          "tenures": { "GN": "LCRA", "IR": "LCRA", "SO": "LCHO" }
        }
        """;

    public const string CrossReference =
        """
        // Which home the council's case system means by an asset reference, and when.
        {
          "mapping": "wcc-property-references",
          "version": 1,
          "source": { "system": "WCC-CRM", "format": "csv" },
          "target": "property_reference",
          "mode": "full",
          "date_order": "dmy",
          "columns": {
            "identifier": "Asset Ref",
            "identifier_allocator": { "value": "WCC-CRM" },
            "property_reference": "Property",
            "property_allocator": "Register",
            "valid_from": "From",
            "valid_to": "To"
          }
        }
        """;

    public const string Spreadsheet =
        """
        // The spreadsheet from before the case system: a row per complaint, both stages on it.
        {
          "mapping": "wcc-complaints-register",
          "version": 1,
          "source": { "system": "WCC-REGISTER", "format": "csv", "delimiter": ";" },
          "target": "complaint",
          "mode": "full",
          "date_order": "dmy",
          "columns": {
            "case_reference": "Ref",
            "resident_reference": { "column": "Customer", "allocator": "WCC-CUSTOMERS" },
            "service_area": "Service",
            "category": "Category",
            "subcategory": "Sub-category",
            "channel": "How received",
            "handler": "Officer",
            "stage1.status": { "column": "Status", "codes": { "Accepted": "accepted", "Refused": "refused", "Withdrawn": "withdrawn" } },
            "stage1.points_raised": "Points",
            "stage1.received_on": "S1 received",
            "stage1.logged_on": "S1 logged",
            "stage1.acknowledged_on": "S1 ack",
            "stage1.extension_agreed_on": "S1 extended on",
            "stage1.extension_to": "S1 extended to",
            "stage1.extension_reason": "S1 extension reason",
            "stage1.ombudsman_details_given": "S1 HOS details",
            "stage1.responded_on": "S1 response",
            "stage1.outcome": {
              "column": "S1 outcome",
              "codes": { "Upheld": "upheld", "Partially upheld": "partially_upheld", "Not upheld": "not_upheld", "Refused": "refused", "Withdrawn": "withdrawn" }
            },
            "stage1.closed_on": "S1 closed",
            "stage2.received_on": "S2 received",
            "stage2.logged_on": "S2 logged",
            "stage2.acknowledged_on": "S2 ack",
            "stage2.extension_agreed_on": "S2 extended on",
            "stage2.extension_to": "S2 extended to",
            "stage2.extension_reason": "S2 extension reason",
            "stage2.ombudsman_details_given": "S2 HOS details",
            "stage2.responded_on": "S2 response",
            "stage2.outcome": {
              "column": "S2 outcome",
              "codes": { "Upheld": "upheld", "Partially upheld": "partially_upheld", "Not upheld": "not_upheld" }
            },
            "stage2.closed_on": "S2 closed",
            "stage2.escalation_reason": "S2 reason"
          },
          "landlord": {
            "through": "property_reference", "column": "Asset", "allocator": "WCC-CRM", "uprn_column": "UPRN", "address_column": "Address",
            "candidates": ["00BK", "4638"]
          }
        }
        """;

    public const string Complaints =
        """
        // The case system's extract: a row per stage. Which landlord a row belongs to, only the home can tell.
        {
          "mapping": "wcc-crm-complaints",
          "version": 1,
          "source": { "system": "WCC-CRM", "format": "csv" },
          "target": "stage",
          "mode": "full",
          "date_order": "dmy",
          "nulls": ["", "N/A", "-", "NULL", "01/01/1900"],
          "columns": {
            "case_reference": "Case ID",
            "stage": { "column": "Stage", "codes": { "Stage 1": "1", "Stage 2": "2" } },
            "resident_reference": { "column": "Customer Ref", "allocator": "WCC-CUSTOMERS" },
            "service_area": "Service area",
            "category": "Category",
            "subcategory": "Subcategory",
            "theme": "Theme",
            "channel": "Channel",
            "status": { "column": "Status", "codes": { "Accepted": "accepted", "Refused": "refused", "Withdrawn": "withdrawn" } },
            "outcome": {
              "column": "Outcome",
              "codes": { "Upheld": "upheld", "Partially upheld": "partially_upheld", "Not upheld": "not_upheld", "Refused": "refused", "Withdrawn": "withdrawn" }
            },
            "received_on": "Date received",
            "logged_on": "Date logged",
            "acknowledged_on": "Date acknowledged",
            "extension_agreed_on": "Extension agreed",
            "extension_to": "Extended to",
            "extension_reason": "Extension reason",
            "ombudsman_details_given": "Ombudsman details given",
            "responded_on": "Date responded",
            "closed_on": "Date closed",
            "points_raised": "Points raised",
            "handler": "Handler",
            "contractor": "Contractor",
            "refusal_reason": "Refusal reason",
            "escalation_reason": "Escalation reason"
          },
          "landlord": {
            "through": "property_reference", "column": "Asset Ref", "allocator": "WCC-CRM", "uprn_column": "UPRN", "address_column": "Address",
            "candidates": ["00BK", "4638"]
          }
        }
        """;

    public const string Contacts =
        """
        // Service requests, enquiries and compliments: recorded and counted, never as complaints.
        {
          "mapping": "wcc-crm-contacts",
          "version": 1,
          "source": { "system": "WCC-CRM", "format": "csv" },
          "target": "contact",
          "mode": "full",
          "date_order": "dmy",
          "columns": {
            "contact_reference": "Contact ID",
            "kind": {
              "column": "Type",
              "codes": { "Service request": "service_request", "MP enquiry": "mp_enquiry", "Councillor enquiry": "councillor_enquiry", "Compliment": "compliment" }
            },
            "received_on": "Date received",
            "responded_on": "Date answered",
            "service_area": "Service area",
            "channel": "Channel"
          },
          "landlord": {
            "through": "property_reference", "column": "Asset Ref", "allocator": "WCC-CRM", "uprn_column": "UPRN", "address_column": "Address",
            "candidates": ["00BK", "4638"]
          }
        }
        """;

    public const string Communications =
        """
        {
          "mapping": "wcc-crm-communications",
          "version": 1,
          "source": { "system": "WCC-CRM", "format": "csv" },
          "target": "communication",
          "mode": "full",
          "date_order": "dmy",
          "columns": {
            "case_reference": "Case ID",
            "stage": { "column": "Stage", "codes": { "Stage 1": "1", "Stage 2": "2" } },
            "kind": "Type",
            "occurred_on": "Date",
            "next_agreed_on": "Next contact agreed"
          }
        }
        """;

    public const string Actions =
        """
        {
          "mapping": "wcc-crm-actions",
          "version": 1,
          "source": { "system": "WCC-CRM", "format": "csv" },
          "target": "action",
          "mode": "full",
          "date_order": "dmy",
          "columns": {
            "case_reference": "Case ID",
            "action_reference": "Action ID",
            "kind": "Type",
            "owner": "Owner",
            "made_on": "Made",
            "due_on": "Due",
            "done_on": "Done",
            "evidence": "Evidence"
          }
        }
        """;
}

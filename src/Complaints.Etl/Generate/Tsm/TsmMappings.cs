namespace Complaints.Etl.Generate.Tsm;

/// <summary>The mapping files of the sector sample: its columns have the fields' own names.</summary>
internal static class TsmMappings
{
    public const string System = "TSM-SAMPLE";

    public const string Landlords =
        """
        {
          "mapping": "tsm-sample-landlords",
          "version": 1,
          "source": { "system": "TSM-SAMPLE", "format": "csv" },
          "target": "landlord",
          "mode": "full",
          "date_order": "ymd",
          "columns": {
            "landlord_code": "landlord_code",
            "name": "name",
            "landlord_type": "landlord_type",
            "size_band": "size_band",
            "region": "region",
            "valid_from": "valid_from"
          }
        }
        """;

    public const string Stock =
        """
        {
          "mapping": "tsm-sample-stock",
          "version": 1,
          "source": { "system": "TSM-SAMPLE", "format": "csv" },
          "target": "stock",
          "mode": "full",
          "date_order": "ymd",
          "columns": {
            "landlord_code": "landlord_code",
            "stock_type": "stock_type",
            "year_end": "year_end",
            "homes": "homes"
          }
        }
        """;

    public const string Stages =
        """
        {
          "mapping": "tsm-sample-stages",
          "version": 1,
          "source": { "system": "TSM-SAMPLE", "format": "csv" },
          "target": "stage",
          "mode": "full",
          "date_order": "ymd",
          "columns": {
            "case_reference": "case_reference",
            "stage": "stage",
            "stock_type": "stock_type",
            "received_on": "received_on",
            "logged_on": "logged_on",
            "acknowledged_on": "acknowledged_on",
            "extension_agreed_on": "extension_agreed_on",
            "extension_to": "extension_to",
            "extension_reason": "extension_reason",
            "ombudsman_details_given": "ombudsman_details_given",
            "responded_on": "responded_on",
            "closed_on": "closed_on",
            "outcome": "outcome",
            "service_area": "service_area",
            "channel": "channel"
          },
          "landlord": { "column": "landlord_code" }
        }
        """;
}

using System.Text;

namespace Complaints.Samples.Files;

/// <summary>A data file of a load set whose columns have the fields' own names, with the mapping that follows from that.</summary>
/// <param name="File">The file's name, with ".csv".</param>
/// <param name="Target">What a row is.</param>
/// <param name="Columns">The columns, in order.</param>
internal sealed record PlainTable(string File, string Target, string[] Columns)
{
    private const string LandlordColumn = "landlord_code";

    /// <summary>Landlords by their code at the regulator.</summary>
    public static readonly PlainTable Landlords = new(
        "landlords.csv", "landlord", [LandlordColumn, "name", "landlord_type", "size_band", "region", "managing_agent_code", "valid_from"]);

    /// <summary>Homes at a year end.</summary>
    public static readonly PlainTable Stock = new("stock.csv", "stock", [LandlordColumn, "stock_type", "year_end", "homes"]);

    /// <summary>Stages of complaints, each naming its landlord.</summary>
    public static readonly PlainTable Stages = new(
        "stages.csv",
        "stage",
        [
            "case_reference", "stage", LandlordColumn, "stock_type", "received_on", "logged_on", "acknowledged_on",
            "extension_agreed_on", "extension_to", "extension_reason", "ombudsman_details_given",
            "responded_on", "closed_on", "outcome", "service_area", "channel",
        ]);

    /// <summary>Starts the file.</summary>
    public SampleTable Open(string folder) => new(folder, File, Columns);

    /// <summary>The file with its mapping.</summary>
    /// <param name="mapping">The mapping's name.</param>
    /// <param name="system">The source system.</param>
    /// <param name="dateOrder">"dmy" or "ymd".</param>
    public LoadSetFile WithMapping(string mapping, string system, string dateOrder)
    {
        // A complaint belongs to a landlord; in the registers the landlord is a field like the others.
        bool belongs = Target == "stage";
        StringBuilder text = new(
            $$"""
            {
              "mapping": "{{mapping}}",
              "version": 1,
              "source": { "system": "{{system}}", "format": "csv" },
              "target": "{{Target}}",
              "mode": "full",
              "date_order": "{{dateOrder}}",
              "columns": {

            """);
        text.AppendJoin(
            ",\n", Columns.Where(column => !belongs || column != LandlordColumn).Select(column => $"    \"{column}\": \"{column}\""));
        text.Append(belongs ? $"\n  }},\n  \"landlord\": {{ \"column\": \"{LandlordColumn}\" }}\n}}" : "\n  }\n}");
        return new LoadSetFile(File, Path.ChangeExtension(File, ".mapping.jsonc"), text.ToString());
    }
}

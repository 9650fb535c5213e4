using System.Globalization;
using System.Text;

namespace Complaints.Benchmarks.Samples;

/// <summary>
/// A load set of two landlords' registers and one large stage-per-row extract of 25 columns, the same bytes for the same
/// row count. No row is faulty: the benchmark compares loading, not refusing.
/// </summary>
internal static class StageFile
{
    public const string Registers = "registers";
    public const string Stages = "stages";
    private const int Homes = 100_000;

    private static readonly string[] s_areas = ["Repairs", "Housing management", "Heating", "Customer care", "Communal areas", "Lettings"];
    private static readonly string[] s_outcomes = ["Upheld", "Partially upheld", "Not upheld"];
    private static readonly string[] s_channels = ["Phone", "Email", "Web", "Letter"];

    public static readonly string[] Columns =
    [
        "Case ID", "Stage", "Received", "Logged", "Acknowledged", "Responded", "Closed", "Extension agreed", "Extended to",
        "Extension reason", "Ombudsman details", "Status", "Outcome", "Service area", "Category", "Subcategory", "Theme", "Channel",
        "Contractor", "Handler", "Asset ref", "UPRN", "Resident", "Tenure", "Points",
    ];

    /// <summary>Writes both load sets below a folder unless they are there.</summary>
    public static string Ensure(string folder, int rows)
    {
        string stages = Path.Combine(folder, Stages);
        string done = Path.Combine(stages, "load.jsonc");
        if (!File.Exists(done))
        {
            WriteRegisters(Path.Combine(folder, Registers));
            WriteStages(stages, rows);
        }

        return Path.Combine(stages, "stages.csv");
    }

    private static void WriteRegisters(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(
            Path.Combine(folder, "landlords.csv"), "Code,Name,Type\n00BK,City of Westminster,LA\n4638,Westminster Community Homes,PRP\n");
        using (StreamWriter homes = new(Path.Combine(folder, "properties.csv")))
        {
            homes.Write("Ref,UPRN,Landlord,Tenure\n");
            for (int home = 0; home < Homes; home++)
            {
                homes.Write($"P{home:D7},{100_000_000_001 + home},{(home % 10 == 0 ? "4638" : "00BK")},SEC\n");
            }
        }

        using (StreamWriter references = new(Path.Combine(folder, "references.csv")))
        {
            references.Write("Asset,Ref\n");
            for (int home = 0; home < Homes; home++)
            {
                references.Write($"A-{home:D6},P{home:D7}\n");
            }
        }

        LoadSetFiles.Mapping(folder, "landlords", "REGISTER", "landlord", """ "landlord_code": "Code", "name": "Name", "landlord_type": "Type" """);
        LoadSetFiles.Mapping(folder, "properties", "REGISTER", "property", """ "property_reference": "Ref", "uprn": "UPRN", "landlord_code": "Landlord", "tenure_code": "Tenure" """);
        LoadSetFiles.Mapping(folder, "references", "CRM", "property_reference", """
             "identifier": "Asset", "property_reference": "Ref", "identifier_allocator": { "value": "CRM" }, "property_allocator": { "value": "REGISTER" }
            """);
        LoadSetFiles.Manifest(folder, "registers", "landlords", "properties", "references");
    }

    private static void WriteStages(string folder, int rows)
    {
        Directory.CreateDirectory(folder);
        using (StreamWriter file = new(Path.Combine(folder, "stages.csv"), append: false, new UTF8Encoding(false), 1 << 20))
        {
            file.Write(string.Join(',', Columns));
            file.Write('\n');
            DateOnly first = new(2024, 4, 1);
            for (int row = 0; row < rows; row++)
            {
                // Every fifth row is the stage 2 of the case before it.
                bool second = row % 5 == 4;
                int complaint = second ? row - 1 : row;
                DateOnly received = first.AddDays((complaint * 7 % 300) + (second ? 30 : 0));
                WriteRow(file, row, complaint, second, received);
            }
        }

        LoadSetFiles.Mapping(folder, "stages", "CRM", "stage", """

                "case_reference": "Case ID", "stage": "Stage", "received_on": "Received", "logged_on": "Logged", "acknowledged_on": "Acknowledged",
                "responded_on": "Responded", "closed_on": "Closed", "extension_agreed_on": "Extension agreed", "extension_to": "Extended to",
                "extension_reason": "Extension reason", "ombudsman_details_given": { "column": "Ombudsman details", "codes": { "Y": "true", "N": "false" } },
                "status": { "column": "Status", "codes": { "Accepted": "accepted" } },
                "outcome": { "column": "Outcome", "codes": { "Upheld": "upheld", "Partially upheld": "partially_upheld", "Not upheld": "not_upheld" } },
                "service_area": "Service area", "category": "Category", "subcategory": "Subcategory", "theme": "Theme", "channel": "Channel",
                "contractor": "Contractor", "handler": "Handler", "resident_reference": "Resident", "tenure_code": "Tenure", "points_raised": "Points"
            """, """
            ,
              "landlord": { "through": "property_reference", "column": "Asset ref", "allocator": "CRM", "uprn_column": "UPRN", "candidates": ["00BK", "4638"] }
            """);
        LoadSetFiles.Manifest(folder, "stages", "stages");
    }

    private static void WriteRow(StreamWriter file, int row, int complaint, bool second, DateOnly received)
    {
        bool extended = row % 11 == 0;
        int home = complaint * 31 % Homes;
        DateOnly acknowledged = received.AddDays(2);
        DateOnly responded = acknowledged.AddDays(second ? 20 : 9 + (row % 9));
        DateOnly agreed = acknowledged.AddDays(5);
        file.Write(string.Create(CultureInfo.InvariantCulture, $"""
            C{complaint:D8},{(second ? 2 : 1)},{received:dd/MM/yyyy},{received:dd/MM/yyyy},{acknowledged:dd/MM/yyyy},{responded:dd/MM/yyyy},{responded.AddDays(10):dd/MM/yyyy},{(extended ? agreed.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) : "")},{(extended ? agreed.AddDays(14).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) : "")},{(extended ? "Awaiting a surveyor's report" : "")},{(extended ? "Y" : "")},Accepted,{s_outcomes[row % 3]},{s_areas[row % 6]},{s_areas[row % 6]},Sub {row % 17},Theme {row % 5},{s_channels[row % 4]},Contractor {row % 23},Team {row % 40},A-{home:D6},{100_000_000_001 + home},R{home % 80_000:D6},SEC,{1 + (row % 4)}

            """));
    }
}

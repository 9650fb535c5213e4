using System.Globalization;
using System.Text;

namespace Complaints.Etl.Tests.Loading;

/// <summary>The smallest load set with complaints: two landlords and a file of stages.</summary>
internal static class SmallSet
{
    internal const string Header = "Case,Stage,Received,Logged,Ack,Responded,Outcome,Landlord,Tenure";

    internal const string LandlordMapping =
        """{ "mapping": "landlords", "source": { "system": "REG" }, "target": "landlord", "mode": "full", "columns": { "landlord_code": "code", "name": "name" } }""";

    internal const string StageColumns =
        """
        "case_reference": "Case", "stage": "Stage", "received_on": "Received", "logged_on": "Logged", "acknowledged_on": "Ack",
        "responded_on": "Responded", "outcome": "Outcome", "tenure_code": "Tenure"
        """;

    internal static string StageMapping(string columns = StageColumns, string mode = "full", string source = "", string more = "") =>
        $$"""
        { "mapping": "stages", "source": { "system": "CRM"{{source}} }, "target": "stage", "mode": "{{mode}}", "date_order": "dmy", "nulls": ["N/A"],
          "columns": { {{columns}} }, "landlord": { "column": "Landlord" }{{more}} }
        """;

    internal static void WriteLandlords(TestWarehouse test)
    {
        test.Write("landlords.csv", "code,name\n4826,Westward\n00BK,Westminster\n");
        test.Write("landlords.mapping.jsonc", LandlordMapping);
    }

    internal static void WriteManifest(TestWarehouse test, params (string File, string Mapping)[] files) => test.Write(
        "load.jsonc",
        $$"""{ "load_set": "small", "extract_date": "2025-04-14", "files": [ { "file": "landlords.csv", "mapping": "landlords.mapping.jsonc" }{{string.Concat(files.Select(f => $$""", { "file": "{{f.File}}", "mapping": "{{f.Mapping}}" }"""))}} ] }""");

    internal static void Write(TestWarehouse test, string stages, string? mapping = null)
    {
        WriteLandlords(test);
        test.Write("stages.csv", stages);
        test.Write("stages.mapping.jsonc", mapping ?? StageMapping());
        WriteManifest(test, ("stages.csv", "stages.mapping.jsonc"));
    }

    /// <summary>Sound rows of distinct complaints at stage 1.</summary>
    internal static string Rows(int count, int first = 1)
    {
        var text = new StringBuilder();
        for (int i = first; i < first + count; i++)
        {
            DateOnly received = new DateOnly(2024, 4, 2).AddDays(i % 300);
            text.Append(CultureInfo.InvariantCulture, $"C{i:D5},1,{received:dd/MM/yyyy},{received:dd/MM/yyyy},{received.AddDays(3):dd/MM/yyyy},{received.AddDays(12):dd/MM/yyyy},Upheld,4826,SEC\n");
        }

        return text.ToString();
    }
}

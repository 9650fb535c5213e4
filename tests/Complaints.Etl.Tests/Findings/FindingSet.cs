using Complaints.Etl.Tests.Loading;

namespace Complaints.Etl.Tests.Findings;

/// <summary>A load set of landlords and findings.</summary>
internal static class FindingSet
{
    internal const string Header = "Case,Landlord,Decided,Category,Element,Finding";

    private const string Columns =
        """
        "ombudsman_reference": "Case", "element": "Element", "category": "Category", "finding": "Finding", "determined_on": "Decided"
        """;

    internal static string Mapping(string mode = "full", string landlord = """{ "name_column": "Landlord" }""", string columns = Columns) =>
        $$"""
        { "mapping": "findings", "source": { "system": "HOS" }, "target": "finding", "mode": "{{mode}}", "date_order": "dmy",
          "columns": { {{columns}} }, "landlord": {{landlord}} }
        """;

    internal static void Write(TestWarehouse test, string rows, string? mapping = null, string header = Header)
    {
        SmallSet.WriteLandlords(test);
        test.Write("findings.csv", $"{header}\n{rows}\n");
        test.Write("findings.mapping.jsonc", mapping ?? Mapping());
        SmallSet.WriteManifest(test, ("findings.csv", "findings.mapping.jsonc"));
    }
}

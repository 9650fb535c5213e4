using Complaints.Etl.Loading;
using Complaints.Etl.Tests.Loading;

namespace Complaints.Etl.Tests.Records;

/// <summary>A load set of landlords, two complaints of the first, and a file of records around them.</summary>
internal static class RecordSet
{
    internal static string Mapping(string target, string columns, string mode = "full", string landlord = "") =>
        $$"""
        { "mapping": "records", "source": { "system": "CRM" }, "target": "{{target}}", "mode": "{{mode}}", "date_order": "dmy",
          "nulls": ["N/A"], "columns": { {{columns}} }{{landlord}} }
        """;

    internal static void Write(TestWarehouse test, string mapping, string header, string rows)
    {
        SmallSet.Write(
            test, $"{SmallSet.Header}\n{SmallSet.Rows(2)}C00003,1,03/06/2024,03/06/2024,04/06/2024,10/06/2024,Upheld,00BK,SEC\n");
        test.Write("records.csv", $"{header}\n{rows.Trim()}\n");
        test.Write("records.mapping.jsonc", mapping);
        SmallSet.WriteManifest(test, ("stages.csv", "stages.mapping.jsonc"), ("records.csv", "records.mapping.jsonc"));
    }

    /// <summary>What became of the records' rows, which must add up.</summary>
    internal static (long Read, long Loaded, long Unchanged, long HeldBack) Fates(LoadOutcome outcome)
    {
        FileOutcome file = outcome.Files[2];
        Assert.True(file.Reconciles());
        return (file.RowsRead, file.RowsLoaded, file.RowsUnchanged, file.RowsQuarantined);
    }
}

using Complaints.Etl.Loading;
using Complaints.Etl.Tests.Loading;

namespace Complaints.Etl.Tests.Records;

/// <summary>A load set of landlords, complaints that name residents, and a register of residents in bands.</summary>
internal static class ResidentSet
{
    internal const string Header = "Ref,Landlord,Age,Ethnicity,Disability,Vulnerable,Adjustment,From,To";

    internal const string Columns =
        """
        "resident_reference": "Ref", "landlord_code": "Landlord", "age_band": "Age", "ethnicity_band": "Ethnicity",
        "disability_band": "Disability", "vulnerability_band": "Vulnerable", "adjustment_band": "Adjustment", "valid_from": "From",
        "valid_to": "To"
        """;

    internal const string Current =
        "SELECT age_band, ethnicity_band, disability_band, vulnerability_band, adjustment_band, landlord_code, valid_from, valid_to "
        + "FROM dim_resident_characteristics WHERE resident_key <> 0 AND recorded_to_load = 2147483647 ORDER BY ALL";

    internal static void Write(TestWarehouse test, string rows, string mode = "full", string columns = Columns, string header = Header)
    {
        SmallSet.Write(
            test,
            $"""
            {SmallSet.Header},Who
            C1,1,03/06/2024,03/06/2024,04/06/2024,10/06/2024,Upheld,4826,SEC,P1
            C2,1,04/06/2024,04/06/2024,05/06/2024,11/06/2024,Upheld,4826,SEC,P2

            """,
            SmallSet.StageMapping(SmallSet.StageColumns + ", \"resident_reference\": \"Who\""));
        test.Write("residents.csv", $"{header}\n{rows.Trim()}\n");
        test.Write("residents.mapping.jsonc", RecordSet.Mapping("resident", columns, mode));
        SmallSet.WriteManifest(test, ("stages.csv", "stages.mapping.jsonc"), ("residents.csv", "residents.mapping.jsonc"));
    }

    internal static (long Added, long Changed, long Withdrawn) Plan(LoadOutcome outcome) =>
        (outcome.Files[2].Plan.Added, outcome.Files[2].Plan.Changed, outcome.Files[2].Plan.Withdrawn);
}

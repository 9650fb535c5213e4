using Complaints.Domain.Code;
using Complaints.Etl.Conform.Rows;
using Complaints.Etl.Loading;

namespace Complaints.Etl.Tests.Loading;

/// <summary>CH02 of one extract was 26.2 % or 73.8 %, as the day of logging was mapped or not, and no load said so.</summary>
public sealed class LoadedClockTests
{
    private const string WithoutLogging =
        """
        "case_reference": "Case", "stage": "Stage", "received_on": "Received", "acknowledged_on": "Ack",
        "responded_on": "Responded", "outcome": "Outcome", "tenure_code": "Tenure"
        """;

    private const string Stages =
        """
        C1,1,04/03/2024,06/03/2024,07/03/2024,20/03/2024,Upheld,4826,SEC
        C2,1,05/03/2024,N/A,07/03/2024,20/03/2024,Upheld,4826,SEC
        C3,1,05/03/2024,22/03/2024,07/03/2024,20/03/2024,Upheld,4826,SEC
        C3,2,26/03/2024,26/03/2024,27/03/2024,N/A,N/A,4826,SEC
        C4,1,03/04/2024,03/04/2024,04/04/2024,20/04/2024,Upheld,4826,SEC
        C5,1,03/04/2024,03/04/2024,N/A,20/04/2024,Upheld,4826,SEC
        C6,1,03/04/2024,03/04/2024,N/A,31/02/2024,Upheld,4826,SEC

        """;

    [Fact]
    public async Task A_load_says_from_what_the_clocks_ran_and_counts_no_row_that_is_held_back()
    {
        FileOutcome file = await LoadAsync(SmallSet.StageColumns);

        Assert.Equal(
            [
                "code-2022 stage 1 Asked 1: logging",
                "code-2022 stage 1 AfterAnswer 1: receipt, as the recorded day of logging is later than the answer",
                "code-2022 stage 1 NotRecorded 1: receipt, as no day of logging is recorded",
                "code-2022 stage 2 Asked 1: receipt",
                "code-2024 stage 1 Asked 1: the acknowledgement",
                "code-2024 stage 1 NotRecorded 1: the last day for an acknowledgement, as no acknowledgement is recorded",
            ],
            file.Clocks.Select(Words));
        Assert.Equal(file.RowsRead - file.RowsQuarantined, file.Clocks.Sum(of => of.Stages));
        Assert.Equal("extension_to", Assert.Single(file.AbsentFields).Field);
    }

    [Fact]
    public async Task A_mapping_without_the_day_of_logging_is_told_what_its_figures_rest_on()
    {
        FileOutcome file = await LoadAsync(WithoutLogging);

        Assert.Equal(3, Assert.Single(file.Clocks, of => of is { Rule: "code-2022", Stage: Stage.One }).Stages);
        Assert.Equal(["extension_to", "logged_on"], file.AbsentFields.Select(absent => absent.Field));
        Assert.Contains(file.AbsentFields, absent => absent.Consequence.Contains("runs from receipt (CH02)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_row_for_each_complaint_is_told_of_each_of_its_stages()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.WriteLandlords(test);
        test.Write("wide.csv", "Case,R1,L1,A1,E1,S1,R2,S2,Landlord,Tenure\nC1,04/03/2024,06/03/2024,07/03/2024,,Accepted,26/03/2024,20/04/2024,4826,SEC\n");
        test.Write(
            "wide.mapping.jsonc",
            """
            { "mapping": "wide", "source": { "system": "CRM" }, "target": "complaint", "mode": "full", "date_order": "dmy",
              "columns": {
                "case_reference": "Case", "tenure_code": "Tenure", "stage1.received_on": "R1", "stage1.logged_on": "L1",
                "stage1.acknowledged_on": "A1", "stage1.extension_to": "E1", "stage1.status": "S1", "stage2.received_on": "R2",
                "stage2.responded_on": "S2"
              }, "landlord": { "column": "Landlord" } }
            """);
        SmallSet.WriteManifest(test, ("wide.csv", "wide.mapping.jsonc"));
        FileOutcome file = (await test.LoadAsync()).Files[1];

        Assert.Equal(["code-2022 stage 1 Asked 1: logging", "code-2022 stage 2 Asked 1: receipt"], file.Clocks.Select(Words));
        Assert.Equal(
            ["stage1.responded_on", "stage2.extension_to", "stage2.acknowledged_on", "stage2.logged_on", "stage2.status or stage2.outcome"],
            file.AbsentFields.Select(absent => absent.Field));
    }

    private static async Task<FileOutcome> LoadAsync(string columns)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, $"{SmallSet.Header}\n{Stages}", SmallSet.StageMapping(columns));
        return (await test.LoadAsync()).Files[1];
    }

    private static string Words(LoadedClocks of) =>
        FormattableString.Invariant($"{of.Rule} stage {(int)of.Stage} {of.Origin} {of.Stages}: {of.Start}");
}

using Complaints.Etl.Loading;

namespace Complaints.Etl.Tests.Loading;

/// <summary>
/// A row per complaint that tells of a stage 2 without the day it was received: the stage vanished without a word, where the same stage in
/// a row of its own is held back.
/// </summary>
public sealed class StageWithoutDayTests
{
    private const string Header = "Case,R1,R2,K2,A2,O2,S2,W2,H2,P2,D2,Landlord,Tenure";

    private const string Columns = """
        "case_reference": "Case", "stage1.received_on": "R1", "stage2.received_on": "R2", "stage2.acknowledged_on": "K2",
        "stage2.responded_on": "A2", "stage2.outcome": { "column": "O2", "codes": { "Upheld": "upheld", "No stage 2": "" } },
        "stage2.status": "S2", "stage2.escalation_reason": "W2", "stage2.handler": "H2", "stage2.points_raised": "P2",
        "stage2.ombudsman_details_given": "D2", "tenure_code": "Tenure"
        """;

    private const string Held =
        "SELECT row_key, rule_id, column_name, COALESCE(CAST(event_date AS VARCHAR), 'any year') FROM load_quarantine ORDER BY line";

    [Theory]
    [InlineData("04/05/2024,,,,,,,")]
    [InlineData(",06/05/2024,,,,,,")]
    [InlineData(",,Upheld,,,,,")]
    [InlineData(",,Nonsense,,,,,")]
    [InlineData(",soon,,,,,,")]
    [InlineData(",,,accepted,,,,")]
    [InlineData(",,,,not content,,,")]
    [InlineData(",,,,,,3,")]
    [InlineData(",,,,,,,yes")]
    public async Task The_row_is_held_back_for_the_missing_day_and_could_belong_to_any_year(string ofStage2)
    {
        (LoadOutcome outcome, IReadOnlyList<string> held, IReadOnlyList<string> loaded) = await LoadAsync(
            $"A,02/04/2024,,{ofStage2},4826,SEC");

        Assert.Equal(["A|missing-received-date|R2|any year"], held);
        Assert.Equal(1, outcome.RowsQuarantined);
        Assert.Empty(loaded);
    }

    [Fact]
    public async Task An_error_in_a_cell_of_stage_2_is_shown_though_the_day_is_blank()
    {
        (_, IReadOnlyList<string> held, _) = await LoadAsync("A,02/04/2024,,,#REF!,,,,,,,4826,SEC");

        Assert.Equal(["A|error-cell|A2|any year"], held);
    }

    [Theory]
    [InlineData(",,,,,,,")]
    [InlineData(" , ,\u00A0, , , , , ")]
    [InlineData("N/A,n/a,N/A,N/A,N/A,N/A,N/A,N/A")]
    [InlineData(",,No stage 2,,,,,")]
    [InlineData("-,-,-,-,-,-,-,-")]
    [InlineData(",,,,,,0,No")]
    [InlineData(",,,,,J. Okafor,,")]
    public async Task A_row_that_tells_nothing_of_a_stage_2_has_none(string ofStage2)
    {
        (_, IReadOnlyList<string> held, IReadOnlyList<string> loaded) = await LoadAsync($"A,02/04/2024,,{ofStage2},4826,SEC");

        Assert.Empty(held);
        Assert.Equal(["A|1"], loaded);
    }

    [Fact]
    public async Task What_the_mapping_gives_and_a_column_of_the_whole_case_tell_nothing_of_a_stage_2()
    {
        (_, IReadOnlyList<string> held, IReadOnlyList<string> loaded) = await LoadAsync(
            "A,02/04/2024,,,,,,,J. Okafor,,,4826,SEC\nB,02/04/2024,06/05/2024,,,,,,J. Okafor,,,4826,SEC",
            """
            "case_reference": "Case", "stage1.received_on": "R1", "stage1.handler": "H2", "stage2.received_on": "R2", "stage2.handler": "H2",
            "stage2.channel": { "value": "Letter" }, "stage2.status": { "value": "accepted" }, "tenure_code": "Tenure"
            """);

        Assert.Empty(held);
        Assert.Equal(["A|1", "B|1", "B|2"], loaded);
    }

    [Fact]
    public async Task A_row_with_an_answer_at_stage_1_alone_is_held_back_for_the_missing_day()
    {
        (_, IReadOnlyList<string> held, _) = await LoadAsync(
            "A,,,,06/05/2024,,,,,,,4826,SEC",
            "\"case_reference\": \"Case\", \"stage1.received_on\": \"R1\", \"stage1.responded_on\": \"A2\", \"tenure_code\": \"Tenure\"");

        Assert.Equal(["A|missing-received-date|R1|any year"], held);
    }

    private static async Task<(LoadOutcome Outcome, IReadOnlyList<string> Held, IReadOnlyList<string> Loaded)> LoadAsync(
        string rows, string columns = Columns)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(
            test,
            $"{Header}\n{rows}\n",
            SmallSet.StageMapping(columns).Replace("\"target\": \"stage\"", "\"target\": \"complaint\"", StringComparison.Ordinal));
        LoadOutcome outcome = await test.LoadAsync();
        return (
            outcome,
            await test.QueryAsync(Held),
            await test.QueryAsync("SELECT case_reference, stage FROM fact_stage ORDER BY case_reference, stage"));
    }
}

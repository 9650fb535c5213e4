namespace Complaints.Etl.Tests.Loading;

/// <summary>
/// Whatever is wrong with the cell of a day of receipt, the row could belong to any year: only dates that do not read as such were seen,
/// and a row held back for an error cell left the year of its stage 2 complete.
/// </summary>
public sealed class UnreadableDayTests
{
    private const string Held = "SELECT row_key, rule_id, COALESCE(CAST(event_date AS VARCHAR), 'any year') FROM load_quarantine ORDER BY line";

    private const string Wide = """
        "case_reference": "Case", "stage1.received_on": { "column": "R1", "remarks": true }, "stage2.received_on": { "column": "R2", "remarks": true }, "stage2.responded_on": "A2", "tenure_code": "Tenure"
        """;

    public static TheoryData<string, string> Faults => new()
    {
        { "#REF!", "error-cell" },
        { "#N/A", "error-cell" },
        { new string('9', 401), "too-long" },
        { "[withheld]", "withheld-cell" },
        { "02/05/2024 Andr\uFFFD", "mojibake" },
        { "\uFFFD2/05/2024", "mojibake" },
        { "31/06/2024", "bad-date" },
        { "soon", "bad-date" },
        { "02/05/1066", "bad-date" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_row_with_both_stages_belongs_to_any_year_where_the_day_of_stage_2_has_a_fault(string day, string rule) =>
        Assert.Equal([$"A|{rule}|any year"], await WideAsync($"A,02/05/2023,{day},,4826,SEC"));

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_row_with_both_stages_belongs_to_any_year_where_the_day_of_stage_1_has_a_fault(string day, string rule) =>
        Assert.Equal([$"A|{rule}|any year"], await WideAsync($"A,{day},06/05/2024,,4826,SEC"));

    [Fact]
    public async Task A_row_with_both_stages_belongs_to_any_year_where_the_day_of_stage_1_is_missing() =>
        Assert.Equal(["A|stage2-without-stage1|any year"], await WideAsync("A,,06/05/2024,,4826,SEC"));

    [Fact]
    public async Task A_fault_beside_the_days_of_receipt_leaves_the_year_known() =>
        Assert.Equal(["A|error-cell|2024-05-02"], await WideAsync("A,02/05/2024,06/05/2024,#REF!,4826,SEC"));

    [Fact]
    public async Task A_code_of_a_day_that_the_mapping_does_not_list_is_no_day()
    {
        string columns = Wide.Replace(
            "\"R2\", \"remarks\": true", "\"R2\", \"codes\": { \"first\": \"06/05/2024\" }", StringComparison.Ordinal);

        Assert.Equal(["B|unknown-code|any year"], await WideAsync("A,02/05/2024,first,,4826,SEC\nB,02/05/2024,second,,4826,SEC", columns));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_row_per_stage_belongs_to_any_year_where_its_day_has_a_fault(string day, string rule)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(
            test,
            $"{SmallSet.Header}\nA,1,{day},,,,,4826,SEC\n",
            SmallSet.StageMapping(SmallSet.StageColumns.Replace(
                "\"Received\"", "{ \"column\": \"Received\", \"remarks\": true }", StringComparison.Ordinal)));

        await test.LoadAsync();

        Assert.Equal([$"A/1|{rule}|any year"], await test.QueryAsync(Held));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_contact_belongs_to_any_year_where_its_day_has_a_fault(string day, string rule)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(
            test,
            $"Contact,Received,Landlord\nA,{day},4826\n",
            SmallSet.StageMapping("""
                "contact_reference": "Contact", "kind": { "value": "service_request" }, "received_on": { "column": "Received", "remarks": true }
                """).Replace("\"target\": \"stage\"", "\"target\": \"contact\"", StringComparison.Ordinal));

        await test.LoadAsync();

        Assert.Equal([$"A|{rule}|any year"], await test.QueryAsync(Held));
    }

    private static async Task<IReadOnlyList<string>> WideAsync(string rows, string columns = Wide)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(
            test,
            $"Case,R1,R2,A2,Landlord,Tenure\n{rows}\n",
            SmallSet.StageMapping(columns).Replace("\"target\": \"stage\"", "\"target\": \"complaint\"", StringComparison.Ordinal));
        await test.LoadAsync();
        return await test.QueryAsync(Held);
    }
}

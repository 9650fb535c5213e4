using System.Globalization;
using Complaints.Domain.Errors;
using Complaints.Etl.Loading;
using Complaints.Etl.Tests.Loading;

namespace Complaints.Etl.Tests.Records;

/// <summary>Payments to complainants from a landlord's register.</summary>
public sealed class CompensationTests
{
    private const string Header = "Case,Payment,Stage,Kind,Payer,Amount,Offered,Paid";

    private const string Columns =
        """
        "case_reference": "Case", "payment_reference": "Payment", "stage": "Stage", "kind": "Kind", "ordered_by": "Payer", "amount": "Amount",
        "offered_on": "Offered", "paid_on": "Paid"
        """;

    private const string Faults = "SELECT row_key, rule_id, column_name FROM load_quarantine ORDER BY line";

    [Fact]
    public async Task A_payment_loads_to_the_penny_with_its_stage_payer_and_days()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Write(
            test,
            """
            C00001,P1,Stage 1,Compensation,Landlord,"£1,234.50",01/06/2024,14/06/2024
            C00001,P2,N/A,goodwill,OMBUDSMAN,0.01,01/06/2024,
            C00002,P1,,reimbursement,court,£ 75,,2024-07-01
            """);

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal((3L, 3L, 0L, 0L), RecordSet.Fates(outcome));
        Assert.Equal(
            [
                "C00001|P1|1|compensation|landlord|1234.50|2024-06-01|2024-06-14", "C00001|P2||goodwill|ombudsman|0.01|2024-06-01|",
                "C00002|P1||reimbursement|court|75.00||2024-07-01",
            ],
            await test.QueryAsync("SELECT case_reference, payment_reference, stage, kind, ordered_by, amount, offered_on, paid_on FROM fact_compensation ORDER BY 1, 2"));
    }

    [Theory]
    [InlineData("-50.00", "bad-amount", "Amount")]
    [InlineData("£-50.00", "bad-amount", "Amount")]
    [InlineData("-£50.00", "bad-amount", "Amount")]
    [InlineData("+50", "bad-amount", "Amount")]
    [InlineData("(50.00)", "bad-amount", "Amount")]
    [InlineData("0.00", "bad-amount", "Amount")]
    [InlineData("", "bad-amount", "Amount")]
    [InlineData("£", "bad-amount", "Amount")]
    [InlineData("50.005", "bad-amount", "Amount")]
    [InlineData("1.234", "bad-amount", "Amount")]
    [InlineData("\"1,23\"", "bad-amount", "Amount")]
    [InlineData("100 plus vouchers", "bad-amount", "Amount")]
    [InlineData("500000000000000", "bad-amount", "Amount")]
    public async Task An_amount_that_is_none_of_pounds_and_pence_or_not_more_than_0_is_held_back(string amount, string rule, string column)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Write(test, $"C00001,P1,1,goodwill,landlord,{amount},01/06/2024,14/06/2024\nC00001,P2,1,goodwill,landlord,50,01/06/2024,");

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal((2L, 1L, 0L, 1L), RecordSet.Fates(outcome));
        Assert.Equal([$"C00001/P1|{rule}|{column}"], await test.QueryAsync(Faults));
    }

    [Theory]
    [InlineData("C00001,P1,3,goodwill,landlord,50,01/06/2024,", "unknown-stage", "Stage")]
    [InlineData("C00001,P1,1,sorry,landlord,50,01/06/2024,", "unknown-code", "Kind")]
    [InlineData("C00001,P1,1,goodwill,,50,01/06/2024,", "missing-key", "Payer")]
    [InlineData("C00001,P1,1,goodwill,landlord,50,,", "missing-day", "Offered")]
    [InlineData("C00001,P1,1,goodwill,landlord,50,soon,", "bad-date", "Offered")]
    [InlineData("C00001,P1,1,goodwill,landlord,50,15/06/2024,14/06/2024", "impossible-date-order", "Paid")]
    [InlineData("C00001,P1,1,goodwill,landlord,50,01/06/2024,15/04/2025", "future-date", "Paid")]
    public async Task A_payment_with_a_bad_cell_is_held_back_by_the_rule_of_that_cell(string row, string rule, string column)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Write(test, row);

        await test.LoadAsync();

        Assert.Equal([$"C00001/P1|{rule}|{column}"], await test.QueryAsync(Faults));
    }

    [Fact]
    public async Task A_second_load_says_nothing_new_and_a_mended_row_settles_its_entry()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Write(test, $"{Rows(30)}C00002,Q1,1,goodwill,landlord,-5,01/06/2024,\nC00002,,1,goodwill,landlord,5,03/06/2024,");
        Assert.Equal((32L, 30L, 0L, 2L), RecordSet.Fates(await test.LoadAsync()));
        Assert.Equal((32L, 0L, 30L, 2L), RecordSet.Fates(await test.LoadAsync()));

        Write(test, "C00002,Q1,1,goodwill,landlord,5,01/06/2024,", "incremental");
        await test.LoadAsync();

        Assert.Equal(
            ["C00002/Q1|replayed", "C00002|open"],
            (await test.QueryAsync("SELECT COALESCE(row_key, ''), status FROM load_quarantine ORDER BY line")).Select(row => row.Replace("/?", "", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_full_register_withdraws_what_it_lacks_an_incremental_one_does_not_and_a_row_restates_its_payment()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Write(test, Rows(30));
        await test.LoadAsync();

        string restated = Rows(29).Replace(
            "P1000,1,goodwill,landlord,50", "P1000,1,goodwill,landlord,60.25", StringComparison.Ordinal);
        Write(test, restated, "incremental");
        LoadOutcome part = await test.LoadAsync();
        Assert.Equal((0L, 1L, 0L), (part.Files[2].Plan.Added, part.Files[2].Plan.Changed, part.Files[2].Plan.Withdrawn));
        Write(test, Rows(29));
        LoadOutcome whole = await test.LoadAsync();

        Assert.Equal((0L, 1L, 1L), (whole.Files[2].Plan.Added, whole.Files[2].Plan.Changed, whole.Files[2].Plan.Withdrawn));
        Assert.Equal(["29|1450"], await test.QueryAsync("SELECT COUNT(*), SUM(amount) FROM fact_compensation WHERE recorded_to_load = 2147483647"));
        Assert.Equal(["P1029"], await test.QueryAsync("SELECT payment_reference FROM fact_compensation WHERE withdrawn_by_source"));
        Assert.Equal(
            ["P1000|60.25"], await test.QueryAsync("SELECT payment_reference, amount FROM fact_compensation WHERE amount <> 50"));
    }

    [Theory]
    [InlineData(",50,", ",51,", "another amount")]
    [InlineData(",01/06/2024,", ",02/06/2024,", "another day of offer")]
    [InlineData(",14/06/2024", ",15/06/2024", "another day of payment")]
    [InlineData(",14/06/2024", ",", "another day of payment")]
    [InlineData(",landlord,", ",ombudsman,", "another kind or payer")]
    [InlineData(",P1", ",R1", "would withdraw 30 of the 30")]
    public async Task A_mass_change_under_the_same_references_is_refused_like_a_mass_withdrawal(string said, string says, string what)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Write(test, Rows(30));
        await test.LoadAsync();
        int generation = await test.GenerationAsync();

        Write(test, Rows(30).Replace(said, says, StringComparison.Ordinal));
        UserException refused = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());

        Assert.Contains(what, refused.What, StringComparison.Ordinal);
        Assert.Equal(generation, await test.GenerationAsync());
    }

    [Fact]
    public async Task A_full_register_that_lost_one_landlord_is_refused_however_few_its_payments()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        string few = string.Concat(Enumerable.Range(0, 4).Select(i => $"C00003,F{i},1,goodwill,landlord,50,01/06/2024,14/06/2024\n"));
        Write(test, Rows(60) + few);
        await test.LoadAsync();

        Write(test, Rows(60));
        UserException refused = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());

        Assert.Contains("4 of the 4 facts of landlord 00BK", refused.What, StringComparison.Ordinal);
    }

    private static void Write(TestWarehouse test, string rows, string mode = "full") =>
        RecordSet.Write(test, RecordSet.Mapping("compensation", Columns, mode), Header, rows);

    private static string Rows(int count) => string.Concat(Enumerable.Range(0, count).Select(i => string.Create(
        CultureInfo.InvariantCulture, $"C{1 + (i % 2):D5},P{1000 + i},1,goodwill,landlord,50,01/06/2024,14/06/2024\n")));
}

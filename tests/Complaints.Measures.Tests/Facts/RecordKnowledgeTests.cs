using System.Text;
using Complaints.Domain.Access;
using Complaints.Domain.Code;
using Complaints.Domain.Figures;
using Complaints.Domain.Homes;
using Complaints.Domain.Time;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Measures.Tests.Support;
using Complaints.Warehouse.Rows;

namespace Complaints.Measures.Tests.Facts;

/// <summary>Whose a record is, up to which day it is known, and what is told of what is missing: counted by hand.</summary>
public sealed class RecordKnowledgeTests
{
    private static readonly DateOnly s_day = new(2024, 6, 3);
    private static readonly string[] s_known = ["A1", "B2", "C3", "LH3827"];
    private static readonly ReportingYear s_year = ReportingYear.Parse("2024/25");

    [Fact]
    public async Task A_payment_is_of_the_landlord_of_the_stage_that_it_names_else_of_the_newest()
    {
        await using TestWarehouse store = await StoreAsync();
        await store.LoadAsync(new DateOnly(2025, 3, 31), new TestRows
        {
            // The home changed hands between the stages.
            Stages =
            [
                Make.Stage("C1", "A1", s_day), Make.Stage("C1", "B2", s_day.AddDays(30), stage: Stage.Two),
            ],
        });
        await store.WriteAsync(Payments(("C1", "1", "100.10"), ("C1", "2", "20.02"), ("C1", "NULL", "3.00"), ("C9", "NULL", "0.50")));
        FigureTable table = await Ask(store, new FigureQuery { Measures = ["compensation_paid"], GroupBy = ["landlord"] });
        Assert.Equal(
            ["A1 100.10", "B2 23.02", "C3 0.00", "LH3827 0.00", "Not recorded 0.50"],
            table.Figures.Select(figure => $"{figure.ValueOf("landlord")} {figure.Display}"));
        FigureTable total = await Ask(store, new FigureQuery { Measures = ["compensation_paid", "mean_compensation_paid"] });
        Assert.Equal(["123.62", "30.91"], total.Figures.Select(figure => figure.Display));
        Assert.Equal(123.62m, total.Figures[0].Numerator);
    }

    [Fact]
    public async Task A_payment_of_a_case_that_is_not_loaded_is_in_the_total_and_puts_every_landlords_in_doubt()
    {
        await using TestWarehouse store = await StoreAsync();
        await store.LoadAsync(new DateOnly(2025, 3, 31), new TestRows { Stages = [Make.Stage("C1", "A1", s_day)] });
        await store.WriteAsync(Payments(("C1", "NULL", "5.00"), ("C9", "NULL", "7.00")));
        FigureTable table = await Ask(store, new FigureQuery { Measures = ["compensation_paid"], GroupBy = ["landlord"] });
        Assert.All(table.Figures, figure => Assert.Equal([new HeldBackCount("case-not-loaded", 1)], figure.HeldBack));
        var analyst = new Principal("analyst", LandlordScope.Of(LandlordCode.Parse("A1")), Role.Analyst);
        Figure own = Assert.Single((await Ask(store, new FigureQuery { Measures = ["compensation_paid"] }, analyst)).Figures);
        Assert.Equal((5m, true), (own.Numerator, own.Incomplete));
    }

    [Fact]
    public async Task A_promise_without_a_day_is_in_no_period_and_told()
    {
        await using TestWarehouse store = await StoreAsync();
        await store.LoadAsync(new DateOnly(2025, 3, 31), new TestRows
        {
            Stages = [Make.Stage("C1", "A1", s_day)],
            Actions = [Promise("C1", "P1", made: s_day), Promise("C1", "P2"), Promise("C1", "P3", due: s_day.AddDays(9))],
        });
        Figure made = Assert.Single((await Ask(store, new FigureQuery { Measures = ["promises_made"], Years = [s_year] })).Figures);
        Assert.Equal((2m, 2L), (made.Numerator, made.OpenAtCutOff));
        Assert.Equal([new HeldBackCount("no-day", 1)], made.HeldBack);
        Figure due = Assert.Single((await Ask(store, new FigureQuery { Measures = ["promises_in_time"], Years = [s_year] })).Figures);
        Assert.Equal((0m, 1m, false), (due.Numerator, due.Denominator!.Value, due.Incomplete));
    }

    // A source that ends in May does not know whether what was due in June was done.
    [Fact]
    public async Task What_is_due_after_a_sources_end_is_not_overdue_for_it()
    {
        await using TestWarehouse store = await StoreAsync();
        ActionRow due = Promise("C1", "P1", made: new DateOnly(2024, 5, 2), due: new DateOnly(2024, 6, 10));
        await store.LoadAsync(
            new DateOnly(2024, 5, 31), new TestRows { Stages = [Make.Stage("C1", "A1", s_day)], Actions = [due] }, source: "EARLY");
        await store.LoadAsync(
            new DateOnly(2024, 7, 31), new TestRows { Stages = [Make.Stage("C1", "B2", s_day)], Actions = [due] }, source: "LATE");
        FigureTable table = await Ask(
            store, new FigureQuery { Measures = ["promises_overdue", "promises_open"], GroupBy = ["landlord"], Years = [s_year] });
        Assert.Equal(
            ["A1 0 1 2024-05-31", "B2 1 1 2024-07-31"],
            table.Rows().Select(row => $"{row[0].ValueOf("landlord")} {row[0].Numerator} {row[1].Numerator} {row[0].AsAt:yyyy-MM-dd}"));
        FigureTable then = await Ask(store, new FigureQuery
        {
            Measures = ["promises_overdue"], GroupBy = ["landlord"], Years = [s_year], AsAt = new DateOnly(2024, 5, 31),
        });
        Assert.All(then.Figures, figure => Assert.Equal(0, figure.Numerator));
        Figure total = Assert.Single((await Ask(store, new FigureQuery { Measures = ["promises_overdue"], Years = [s_year] })).Figures);
        Assert.Equal(
            (1m, new DateOnly(2024, 7, 31), new DateOnly(2024, 5, 31)),
            (total.Numerator, total.AsAt!.Value, total.KnownTo!.Value));
    }

    [Fact]
    public async Task The_sources_of_complaints_say_nothing_of_the_days_of_contacts()
    {
        await using TestWarehouse store = await StoreAsync();
        await store.LoadAsync(new DateOnly(2024, 6, 30), new TestRows { Contacts = [Make.Contact("K1", "A1", s_day)] }, source: "CONTACTS");
        await store.LoadAsync(new DateOnly(2025, 3, 31), new TestRows { Stages = [Make.Stage("C1", "A1", s_day)] }, source: "CRM");
        FigureTable contacts = await Ask(store, new FigureQuery { Measures = ["contacts"] });
        FigureTable complaints = await Ask(store, new FigureQuery { Measures = ["stage1_made"] });
        Assert.Equal(new DateOnly(2024, 6, 30), Assert.Single(contacts.Figures).AsAt);
        Assert.Equal(new DateOnly(2025, 3, 31), Assert.Single(complaints.Figures).AsAt);
        FigureTable months = await Ask(store, new FigureQuery { Measures = ["contacts"], GroupBy = ["month"], Years = [s_year] });
        Assert.Equal(["2024-06 1"], months.Figures.Select(figure => $"{figure.ValueOf("month")} {figure.Numerator}"));
    }

    [Fact]
    public async Task A_contact_that_changed_is_in_a_past_state_what_it_was_then()
    {
        await using TestWarehouse store = await StoreAsync();
        await store.LoadAsync(new DateOnly(2024, 6, 30), new TestRows { Contacts = [Make.Contact("K1", "A1", s_day)] });
        await store.LoadAsync(
            new DateOnly(2024, 7, 31),
            new TestRows { Contacts = [Make.Contact("K1", "A1", s_day) with { RespondedOn = s_day.AddDays(9) }] });
        var query = new FigureQuery { Measures = ["contacts_answered"] };
        Assert.Equal("100.0", Assert.Single((await Ask(store, query)).Figures).Display);
        Figure then = Assert.Single((await Ask(store, query with { KnownAtLoad = 2 })).Figures);
        Assert.Equal(("0.0", 1L, new DateOnly(2024, 6, 30)), (then.Display, then.OpenAtCutOff, then.AsAt!.Value));
    }

    [Fact]
    public async Task Homes_of_a_landlord_that_records_no_contacts_lower_no_rate_and_are_told()
    {
        await using TestWarehouse store = await StoreAsync();
        await store.LoadAsync(new DateOnly(2025, 3, 31), new TestRows
        {
            Stock = [Make.Stock("A1", 2024, 500), Make.Stock("A1", 2024, 500, StockType.Lcho), Make.Stock("B2", 2024, 9_000)],
            Contacts = [Make.Contact("K1", "A1", s_day), Make.Contact("K2", "A1", s_day), Make.Contact("K3", "C3", s_day)],
        });
        var query = new FigureQuery { Measures = ["contacts_per_1000_homes"], Years = [s_year] };
        Figure total = Assert.Single((await Ask(store, query)).Figures);
        Assert.Equal(("2.0", 1_000m, 1L, 9_000L), (total.Display, total.Denominator!.Value, total.HomesMissing, total.HomesUnknown));
        FigureTable rows = await Ask(store, query with { GroupBy = ["landlord"] });
        Assert.Equal(["A1 2.0", "C3 [U]"], rows.Figures.Select(figure => $"{figure.ValueOf("landlord")} {figure.Display}"));
    }

    [Fact]
    public async Task Findings_and_cases_and_both_rates_are_those_of_the_report()
    {
        // West Kent HA, 2023/24: 13 maladministration, 4 service failure, 5 none, 5 redress, 4 withdrawn or outside jurisdiction; 16 cases.
        string[] findings =
        [
            .. Enumerable.Repeat("maladministration", 13), .. Enumerable.Repeat("service_failure", 4),
            .. Enumerable.Repeat("no_maladministration", 5), .. Enumerable.Repeat("reasonable_redress", 5),
            .. Enumerable.Repeat("withdrawn", 2), .. Enumerable.Repeat("outside_jurisdiction", 2),
        ];
        await using TestWarehouse store = await StoreAsync();
        await store.LoadAsync(new DateOnly(2024, 3, 31), new TestRows { Stages = [Make.Stage("C1", "LH3827", new DateOnly(2023, 5, 2))] });
        var sql = new StringBuilder(RandomRecords.Loaded("finding", "TEST-CRM", 2));
        foreach ((int at, string finding) in findings.Index())
        {
            RandomRecords.Insert(
                sql, "finding", at + 1, $"'2023{at % 16:00000}', 'element {at}', NULL, 1, 'LH3827', 0, '{finding}', DATE '2023-09-04'");
        }

        await store.WriteAsync(sql.ToString());
        FigureTable table = await Ask(store, new FigureQuery
        {
            Measures = ["findings", "findings_upheld", "maladministration_rate", "maladministration_rate_of_all", "ombudsman_cases"],
            Years = [ReportingYear.Parse("2023/24")],
        });
        Assert.Equal(["31", "17", "63.0", "54.8", "16"], table.Figures.Select(figure => figure.Display));
        Assert.Equal([new ExcludedCount("outside_jurisdiction", 2), new ExcludedCount("withdrawn_case", 2)], table.Figures[2].Excluded);
        Assert.Equal((17m, 27m), (table.Figures[2].Numerator, table.Figures[2].Denominator!.Value));
        Assert.All(table.Figures, figure => Assert.Empty(figure.RuleIds));
    }

    // Of landlords alone, which say nothing of the days of records.
    private static async Task<TestWarehouse> StoreAsync()
    {
        TestWarehouse store = await TestWarehouse.CreateAsync();
        await store.LoadAsync(
            new DateOnly(2025, 12, 31), new TestRows { Landlords = [.. s_known.Select(code => Make.Landlord(code, $"Landlord {code}"))] });
        return store;
    }

    private static ActionRow Promise(string of, string reference, DateOnly? made = null, DateOnly? due = null) => new()
    {
        SourceRow = reference[1],
        CaseReference = of,
        ActionReference = reference,
        Kind = "promise",
        MadeOn = made,
        DueOn = due,
    };

    private static string Payments(params (string Case, string Stage, string Amount)[] payments)
    {
        var sql = new StringBuilder(RandomRecords.Loaded("compensation", "TEST-CRM", 2));
        foreach ((int at, (string of, string stage, string amount)) in payments.Index())
        {
            RandomRecords.Insert(
                sql, "compensation", at + 1,
                $"'{of}', 'P{at}', {stage}, 'goodwill', 'landlord', {amount}, DATE '2024-08-01', DATE '2024-08-09'");
        }

        return sql.ToString();
    }

    private static Task<FigureTable> Ask(TestWarehouse store, FigureQuery query, Principal? principal = null) =>
        new FigureEngine(store.Warehouse).QueryAsync(query, principal ?? Principal.Demo, TestContext.Current.CancellationToken);
}

using Complaints.Domain.Access;
using Complaints.Domain.Code;
using Complaints.Domain.Time;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Measures.Tests.Support;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Output;
using Complaints.Warehouse.Rows;

namespace Complaints.Measures.Tests.Figures;

/// <summary>An extension with no agreed day and no reason counted as in time, and nothing said so.</summary>
public sealed class ExtensionPolicyTests
{
    private static readonly DateOnly s_received = new(2024, 9, 2);
    private static readonly DateOnly s_loaded = new(2025, 3, 1);

    [Theory]
    [InlineData(ExtensionPolicy.AsRecorded, 4)]
    [InlineData(ExtensionPolicy.Strict, 1)]
    public async Task The_policy_decides_what_counts_and_every_figure_prints_it_with_the_faults(ExtensionPolicy policy, int inTime)
    {
        await using TestWarehouse store = await LoadedAsync();
        FigureTable table = await Ask(store, Query() with { Extensions = policy });
        Assert.Equal([inTime, inTime, 5m], table.Figures.Select(figure => figure.Numerator));
        Assert.All(table.Figures, figure => Assert.Equal(policy, figure.Extensions));
        Assert.Equal(
            "agreed_after_deadline=1 no_agreed_day=2 no_new_due_day=1 too_long=1 no_reason=2 no_ombudsman_details=1",
            string.Join(' ', table.Figures[0].ExtensionFaults.Select(fault => $"{fault.Fault}={fault.Complaints}")));
        Assert.Empty(table.Figures[2].ExtensionFaults);
        string json = FigureJson.Text(table);
        Assert.Contains(
            $"\"extensions\": \"{(policy == ExtensionPolicy.Strict ? "strict" : "as_recorded")}\"", json, StringComparison.Ordinal);
        Assert.Contains("\"no_agreed_day\": 2", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_extension_agreed_after_the_figures_day_is_not_known_yet()
    {
        await using TestWarehouse store = await LoadedAsync();
        FigureTable table = await Ask(store, Query() with { AsAt = s_received.AddDays(3) });
        Assert.DoesNotContain(table.Figures[0].ExtensionFaults, fault => fault.Fault == "agreed_after_deadline");
    }

    [Fact]
    public async Task Details_of_the_Ombudsman_are_asked_for_by_the_Code_of_2024_alone()
    {
        await using TestWarehouse store = await TestWarehouse.CreateAsync();
        StageRow row = Extended("Y", new DateOnly(2023, 9, 4), agreed: 5, to: 25, "waiting for a part", details: null);
        await store.LoadAsync(s_loaded, new TestRows { Landlords = [Make.Landlord("A1", "One")], Stages = [row] });
        FigureTable table = await Ask(
            store,
            new FigureQuery { Measures = ["ch02_stage1"], Years = [ReportingYear.Parse("2023/24")], Extensions = ExtensionPolicy.Strict });
        Assert.Equal((1m, 0), (table.Figures[0].Numerator, table.Figures[0].ExtensionFaults.Count));
    }

    private static FigureQuery Query() =>
        new() { Measures = ["ch02_stage1", "ch02_stage1_extension", "stage1_made"], Years = [ReportingYear.Parse("2024/25")] };

    private static async Task<TestWarehouse> LoadedAsync()
    {
        TestWarehouse store = await TestWarehouse.CreateAsync();
        await store.LoadAsync(s_loaded, new TestRows
        {
            Landlords = [Make.Landlord("A1", "One")],
            Stages =
            [
                Extended("A", s_received, agreed: 5, to: 25, "waiting for a part", details: true),
                Extended("B", s_received, agreed: null, to: 25, null, details: null),
                Extended("C", s_received, agreed: null, to: 60, " ", details: true),
                Extended("D", s_received, agreed: 5, to: null, "waiting for a part", details: true),
                Extended("E", s_received, agreed: 18, to: 28, "waiting for a part", details: true),
            ],
        });
        return store;
    }

    private static StageRow Extended(string reference, DateOnly received, int? agreed, int? to, string? reason, bool? details)
    {
        DateOnly? agreedOn = agreed is int on ? received.AddDays(on) : null;
        DateOnly? until = to is int days ? received.AddDays(days) : null;
        var dates = new StageDates(
            Stage.One, received, received, received, received.AddDays(22), new Extension(agreedOn, until, reason, details));
        ClockReading clock = StageClock.Read(dates, CodeRules.For(received), WorkingCalendar.EnglandAndWales, s_loaded);
        return Make.Stage(reference, "A1", received, received.AddDays(22)) with
        {
            ExtensionAgreedOn = agreedOn,
            ExtensionTo = until,
            ExtensionReason = reason,
            OmbudsmanDetailsGiven = details,
            StandardDueOn = clock.StandardDue,
            ExtendedDueOn = clock.ExtendedDue,
            ExtensionFaults = clock.ExtensionFault,
        };
    }

    private static Task<FigureTable> Ask(TestWarehouse store, FigureQuery query) =>
        new FigureEngine(store.Warehouse).QueryAsync(query, Principal.Demo, TestContext.Current.CancellationToken);
}

using Complaints.Domain.Access;
using Complaints.Domain.Code;
using Complaints.Domain.Errors;
using Complaints.Domain.Homes;
using Complaints.Domain.Time;
using Complaints.Measures.Bridging;
using Complaints.Measures.Output;
using Complaints.Measures.Queries;
using Complaints.Measures.Tests.Support;
using Complaints.Warehouse.Rows;

namespace Complaints.Measures.Tests.Bridging;

/// <summary>
/// A managing agent's system that holds another landlord's complaints, service requests and everything else that a return leaves out, small
/// enough to be counted by hand.
/// </summary>
public sealed class BridgeTests : IAsyncLifetime
{
    private static readonly DateOnly s_day = new(2024, 5, 2);

    private TestWarehouse _store = null!;
    private WarehouseFigures _figures = null!;

    public async ValueTask InitializeAsync()
    {
        _store = await TestWarehouse.CreateAsync();
        _figures = new WarehouseFigures(_store.Warehouse);
        await _store.LoadAsync(
            new DateOnly(2025, 5, 31),
            new TestRows
            {
                Landlords =
                [
                    Make.Landlord("00BK", "Westminster"), Make.Landlord("4638", "Another"), Make.Landlord("4826", "Without complaints"),
                ],
                Stock = [Make.Stock("00BK", 2024, 2_000), Make.Stock("4638", 2024, 100)],
                Stages =
                [
                    Made("A1"),
                    Made("A2"),
                    Made("A3") with { Status = StageStatus.Refused },
                    Made("A4") with { Status = StageStatus.Withdrawn },
                    Made("A5") with { StockType = StockType.Neither },
                    Made("A6") with { StockType = StockType.Lcho },
                    Made("A1") with { Stage = Stage.Two, SourceRow = 900 },
                    Made("B1") with { LandlordCode = LandlordCode.Parse("4638") },
                    Made("B2") with { LandlordCode = LandlordCode.Parse("4638") },
                    Made("A9") with { ReceivedOn = s_day.AddYears(-1) },
                ],
                Contacts =
                [
                    Make.Contact("R1", "00BK", s_day),
                    Make.Contact("R2", "00BK", s_day, "mp_enquiry"),
                    Make.Contact("R3", "4638", s_day),
                    Make.Contact("R4", "00BK", s_day.AddYears(1)),
                ],
                Quarantine =
                [
                    Make.Held(1, "landlord-unmatched", s_day),
                    Make.Held(2, "bad-date", day: null, candidates: "00BK"),
                    Make.Held(3, "duplicate-row", s_day, candidates: "00BK"),
                    Make.Held(4, "bad-date", s_day, candidates: "4638"),
                    Make.Held(5, "unknown-code", s_day.AddYears(1), candidates: "00BK"),
                ],
            },
            source: "AGENT");
        await _store.LoadAsync(
            new DateOnly(2025, 5, 31),
            new TestRows { Stages = [Made("C1") with { LandlordCode = LandlordCode.Parse("4638") }] },
            source: "OTHER");
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Each_step_from_the_internal_total_to_the_return_is_named_and_counted()
    {
        Bridge bridge = await Of(Stage.One, "00BK", "LCRA");
        Assert.Equal(("AGENT", 3L, 9L, 3L), (Assert.Single(bridge.Sources), bridge.Contacts, bridge.Stages, bridge.RowsHeldBack));
        Assert.Equal(
            [
                ("bad-date", 1), ("duplicate-row", 1), ("landlord-unmatched", 1), ("other_landlord", 3), ("mp_enquiry", 1),
                ("service_request", 1), ("other_stage", 1), ("not_accepted", 1), ("not_tenant", 1), ("other_stock_type", 1),
                ("homes_missing", 0),
            ],
            bridge.Steps.Select(step => (step.Reason, (int)step.LeftOut)));
        Assert.Equal([(10, 3), (11, 3)], bridge.Stops.Select(stop => (stop.AfterSteps, (int)stop.Count)));
        Assert.All(bridge.Steps, step => Assert.NotEmpty(step.Rule));
    }

    [Fact]
    public async Task Complaints_without_homes_leave_on_the_last_stretch_to_CH01_alone()
    {
        Bridge bridge = await Of(Stage.One, "00BK", type: null);
        Assert.Equal(("homes_missing", 1L), (bridge.Steps[^1].Reason, bridge.Steps[^1].LeftOut));
        Assert.Equal([4, 3], bridge.Stops.Select(stop => stop.Count));
        Assert.Contains("ch02_stage1", bridge.Stops[0].Part, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_of_one_landlord_is_told_of_no_other_ones_counts()
    {
        var reader = new Principal("own", LandlordScope.Of(LandlordCode.Parse("00BK")), Role.Analyst);
        Bridge? bridge = await _figures.BridgeAsync(Query(Stage.One, "00BK", null), reader, TestContext.Current.CancellationToken);
        Assert.Equal(0, bridge!.Steps.Single(step => step.Reason == "other_landlord").LeftOut);
        Assert.Contains(bridge.Notes, note => note.Contains("other landlords", StringComparison.Ordinal));
        Assert.Null(await _figures.BridgeAsync(Query(Stage.One, "00BK", null), principal: null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_filter_that_parts_no_return_is_refused()
    {
        UserException error = await Assert.ThrowsAsync<UserException>(() => _figures.BridgeAsync(
            Query(Stage.One, "00BK", null) with { Filters = [new QueryFilter("service_area", ["Repairs"])] },
            Principal.Demo,
            TestContext.Current.CancellationToken));
        Assert.Contains("service_area", error.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_landlord_of_which_no_complaint_is_loaded_has_a_bridge_of_the_rows_that_could_be_its_own()
    {
        Bridge bridge = await Of(Stage.Two, "4826", type: null);
        Assert.Empty(bridge.Sources);
        Assert.Equal(1, bridge.RowsHeldBack);
        Assert.Equal(0, bridge.Steps[^1].Remaining);
    }

    [Fact]
    public async Task The_text_has_a_line_a_step_with_its_rule()
    {
        string[] lines = BridgeText.Of(await Of(Stage.One, "00BK", "LCRA")).Split('\n');
        Assert.Equal("received from 2024-04-01 to 2025-03-31, landlord 00BK, stock_type LCRA", lines[1]);
        Assert.Equal("         15  held by AGENT: 3 contacts, 9 stages of complaints, 3 rows held back", lines[3]);
        Assert.Contains(
            "         -1  service_request: contacts of the kind service request [a request for a service is no complaint (Code 2024 §1.4)]", lines);
        Assert.Contains("        = 3  stage1_made, which is the denominator of ch02_stage1", lines);
    }

    private async Task<Bridge> Of(Stage stage, string landlord, string? type) =>
        (await _figures.BridgeAsync(Query(stage, landlord, type), Principal.Demo, TestContext.Current.CancellationToken))!;

    private static BridgeQuery Query(Stage stage, string landlord, string? type) => new()
    {
        Stage = stage,
        Years = [ReportingYear.Parse("2024/25")],
        Filters = type is null
            ? [new QueryFilter("landlord", [landlord])]
            : [new QueryFilter("landlord", [landlord]), new QueryFilter("stock_type", [type])],
    };

    private static StageRow Made(string reference) => Make.Stage(reference, "00BK", s_day, s_day.AddDays(9));
}

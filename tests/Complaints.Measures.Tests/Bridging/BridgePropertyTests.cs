using System.Globalization;
using Complaints.Domain.Access;
using Complaints.Domain.Code;
using Complaints.Domain.Time;
using Complaints.Measures.Bridging;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Measures.Tests.Support;

namespace Complaints.Measures.Tests.Bridging;

/// <summary>Of any landlord, days, stage and stock type, the steps of a bridge add up from a total that plain SQL counts too.</summary>
public sealed class BridgePropertyTests
{
    private static readonly string?[] s_landlords = [null, "00BK", "4826", "41UB", "WCH4"];
    private static readonly string?[] s_types = [null, "LCRA", "LCHO"];
    private static readonly string[] s_kinds = ["service_request", "mp_enquiry", "councillor_enquiry", "compliment"];
    private static readonly string[] s_rules = ["bad-date", "landlord-unmatched", "duplicate-row", "unknown-code"];

    [Theory]
    [InlineData(1)]
    [InlineData(20_261)]
    public async Task Steps_add_up_from_what_the_systems_hold_to_the_figures_of_the_return(int seed)
    {
        await using TestWarehouse store = await TestWarehouse.CreateAsync();
        await LoadAsync(store, seed);
        var figures = new WarehouseFigures(store.Warehouse);
        var random = new Random(seed);
        for (int i = 0; i < 24; i++)
        {
            string? landlord = s_landlords[random.Next(s_landlords.Length)];
            string? type = s_types[random.Next(s_types.Length)];
            var query = new BridgeQuery
            {
                Stage = random.Next(2) == 0 ? Stage.One : Stage.Two,
                Years = [ReportingYear.Parse(random.Next(2) == 0 ? "2023/24" : "2024/25")],
                To = random.Next(3) == 0 ? new DateOnly(2024, 12, 31) : null,
                Filters =
                [
                    .. landlord is null ? Array.Empty<QueryFilter>() : [new QueryFilter("landlord", [landlord])],
                    .. type is null ? Array.Empty<QueryFilter>() : [new QueryFilter("stock_type", [type])],
                ],
                AsAt = random.Next(4) == 0 ? new DateOnly(2024, 2, 29) : null,
                KnownAtLoad = random.Next(4) == 0 ? 1 : null,
                Withdrawn = random.Next(2) == 0 ? WithdrawnPolicy.Exclude : null,
            };
            Bridge bridge = (await figures.BridgeAsync(query, Principal.Demo, TestContext.Current.CancellationToken))!;
            long left = bridge.All;
            foreach (BridgeStep step in bridge.Steps)
            {
                Assert.True(step.LeftOut >= 0);
                left -= step.LeftOut;
                Assert.Equal(left, step.Remaining);
            }

            FigureTable made = await figures.QueryAsync(
                new FigureQuery
                {
                    Measures = [query.Measure],
                    Years = query.Years,
                    To = query.To,
                    Filters = query.Filters,
                    AsAt = query.AsAt,
                    KnownAtLoad = query.KnownAtLoad,
                    Withdrawn = query.Withdrawn,
                },
                Principal.Demo,
                TestContext.Current.CancellationToken);
            Assert.Equal(made.Figures[0].Numerator, bridge.Stops[0].Count);
            Assert.Equal(await PlainTotalAsync(store, query, landlord), bridge.All);
        }
    }

    private static async Task LoadAsync(TestWarehouse store, int seed)
    {
        var random = new Random(seed);
        TestRows rows = RandomComplaints.Rows(seed, 400);
        string[] codes = ["00BK", "4826", "41UB"];
        DateOnly Day() => new DateOnly(2023, 4, 1).AddDays(random.Next(730));
        await store.LoadAsync(
            RandomComplaints.CutOff,
            rows with
            {
                Stages = [.. rows.Stages.Where(stage => stage.LandlordCode.Value != "4826")],
                Contacts =
                [
                    .. Enumerable.Range(1, 60).Select(i => Make.Contact($"R{i}", codes[random.Next(3)], Day(), s_kinds[random.Next(4)])),
                ],
                Quarantine =
                [
                    .. Enumerable.Range(1, 40).Select(i => Make.Held(
                        i,
                        s_rules[random.Next(4)],
                        random.Next(5) == 0 ? null : Day(),
                        candidates: random.Next(3) == 0 ? [] : [codes[random.Next(3)]])),
                ],
            },
            source: "AGENT");
        await store.LoadAsync(
            RandomComplaints.CutOff,
            new TestRows { Stages = [.. rows.Stages.Where(stage => stage.LandlordCode.Value == "4826")] },
            source: "OWN");
    }

    private static async Task<long> PlainTotalAsync(TestWarehouse store, BridgeQuery query, string? landlord)
    {
        DateOnly to = query.To is DateOnly end && end < query.Years[0].LastDay ? end : query.Years[0].LastDay;
        to = query.AsAt is DateOnly day && day < to ? day : to;
        string known = query.KnownAtLoad is null ? "" : " AND recorded_from_load = 1";
        string days = string.Create(
            CultureInfo.InvariantCulture, $"BETWEEN DATE '{query.Years[0].FirstDay:yyyy-MM-dd}' AND DATE '{to:yyyy-MM-dd}'");
        string sources = landlord is null ? "" : $"""
             AND source_system IN (
              SELECT source_system FROM fact_stage WHERE landlord_code = '{landlord}'{known}
              UNION SELECT source_system FROM fact_contact WHERE landlord_code = '{landlord}'{known})
            """;
        string candidates = landlord is null ? "" : $"""
             AND (NOT EXISTS (SELECT 1 FROM worklist_candidate AS c WHERE c.quarantine_id = q.quarantine_id)
              OR EXISTS (SELECT 1 FROM worklist_candidate AS c WHERE c.quarantine_id = q.quarantine_id AND c.landlord_code = '{landlord}'))
            """;
        List<string[]> rows = await store.SqlAsync($"""
            SELECT
              (SELECT COUNT(*) FROM fact_stage WHERE received_on {days}{sources}{known})
              + (SELECT COUNT(*) FROM fact_contact WHERE received_on {days}{sources}{known})
              + (SELECT COUNT(*) FROM load_quarantine AS q WHERE (event_date IS NULL OR event_date {days}){candidates})
            """);
        return long.Parse(rows[0][0], CultureInfo.InvariantCulture);
    }
}

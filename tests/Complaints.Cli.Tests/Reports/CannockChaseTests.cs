using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests.Reports;

/// <summary>
/// Cannock Chase District Council, 2023/24 (docs/domain.md §7). Areas, outcomes and answers are published as totals: how they cross is
/// made to fit.
/// </summary>
public sealed class CannockChaseTests
{
    private static readonly (string Area, int Count, string Share)[] s_areas =
        [("Repairs", 14, "39%"), ("HPS", 10, "28%"), ("Allocations", 5, "14%"), ("Neighbourhoods", 5, "14%"), ("Tenancy", 2, "6%")];

    [Fact]
    public async Task Every_figure_of_its_stages_comes_out_and_each_inconsistency_has_its_cause()
    {
        using TemporaryFolder folder = new();
        await LoadAsync(folder);
        PrintedTable table = new PrintedTable("41UB")
            .Add("stage1_made", "36", "as_defined")
            .Add("stage1_made", "29", "as_defined", period: "2022/23")
            .Add("stage2_made", "7", "as_defined")
            .Add("escalation_rate", "19%", "as_defined", of: "7/36")
            .Add("ch01_stage1", "7.15", "as_defined", of: "36/5032")
            .Add("ch01_stage2", "1.39", "as_defined", of: "7/5032")
            .Add("ch02_stage1", "83%", "extension_without", of: "30/36", set: "times")
            .Add("ch02_stage1", "92%", "as_defined", of: "33/36", set: "times")
            .Add("ch02_stage2", "86%", "extension_without", of: "6/7", set: "times")
            .Add("ch02_stage2", "100%", "as_defined", of: "7/7", set: "times")
            .Add("ch02_stage1", "83.3", "extension_without", set: "return")
            .Add("ch02_stage2", "100", "as_defined", set: "return");
        foreach ((string area, int count, string share) in s_areas)
        {
            table.Add("stage1_made", $"{count}", "as_defined", filters: $"service_area={area}");
            table.Add("stage1_made", share, "as_defined", filters: $"service_area={area}", set: "areas");
        }

        table
            .Add("stage1_made", "15", "recoded", filters: "service_area=Repairs", set: "narrative")
            .Add("stage1_made", "10", "as_defined", filters: "service_area=HPS", set: "narrative")
            .Add("stage1_made", "5", "as_defined", filters: "service_area=Allocations", set: "narrative")
            .Add("stage1_made", "5", "as_defined", filters: "service_area=Neighbourhoods", set: "narrative")
            .Add("stage1_made", "1", "recoded | half_year | quarter | rolling_year", filters: "service_area=Tenancy", set: "narrative")
            .Add("stage1_made", "53%", "as_defined", filters: "outcome=upheld", set: "stage 1 outcomes")
            .Add("stage1_made", "19%", "as_defined", filters: "outcome=partially_upheld", set: "stage 1 outcomes")
            .Add("stage1_made", "28%", "as_defined", filters: "outcome=not_upheld", set: "stage 1 outcomes")
            .Add("stage2_made", "43%", "as_defined", of: "3/7", filters: "outcome=not_upheld")
            .Add("mp_enquiries", "113", "as_defined")
            .Add("mp_enquiries", "55%", "as_defined", of: "62/113", filters: "service_area=Allocations")
            .Add("service_requests", "103", "as_defined")
            .Add("service_requests", "39%", "as_defined", of: "40/103", filters: "service_area=Repairs")
            .Add("service_requests", "26%", "as_defined", of: "27/103", filters: "service_area=Neighbourhoods")
            .Add("tp09", "41%", "no_measure", of: "52.2/126.0");
        await table.HoldAsync(
            folder,
            "times: mixed_extension_basis: without extensions: ch02_stage1 83% (line 8); ch02_stage2 86% (line 10); "
                + "with them: ch02_stage1 92% (line 9); ch02_stage2 100% (line 11)",
            "return: mixed_extension_basis: without extensions: ch02_stage1 83.3 (line 12); with them: ch02_stage2 100 (line 13)",
            "areas: parts_rounded_apart: the 5 parts add up to 101 and count 36 of 36",
            "narrative: recoded: stage1_made, service_area Repairs 15 (line 24) has a complaint that is recorded as stage1_made, service_area Tenancy 1 (line 28)");
    }

    // The paper says that all answers out of time had agreed extensions; six were late and three had one.
    private static async Task LoadAsync(TemporaryFolder folder)
    {
        RecordedYear before = RecordedYear.Of("B", 1, 29, years: -1);
        RecordedYear stage1 = RecordedYear.Of("C", 1, 36)
            .Spread((one, timing) => one.Timing = timing, (AnswerTiming.Standard, 30), (AnswerTiming.Extension, 3), (AnswerTiming.Late, 3))
            .Spread((one, area) => one.Area = area, [.. s_areas.Select(area => (area.Area, area.Count))])
            .Spread((one, outcome) => one.Outcome = outcome, ("upheld", 19), ("partially_upheld", 7), ("not_upheld", 10));
        RecordedYear stage2 = RecordedYear.Of("C", 2, 7)
            .Spread((one, timing) => one.Timing = timing, (AnswerTiming.Standard, 6), (AnswerTiming.Extension, 1))
            .Spread((one, area) => one.Area = area, ("Allocations", 3), ("Repairs", 2), ("HPS", 1), ("Several areas", 1))
            .Spread((one, outcome) => one.Outcome = outcome, ("upheld", 2), ("partially_upheld", 2), ("not_upheld", 3));
        await ReportSet.LoadAsync(
            folder,
            ("41UB", "Cannock Chase District Council"),
            [("LCRA", "2024-03-31", 5_032)],
            new DateOnly(2024, 6, 30),
            before,
            stage1,
            stage2);
        await ReportSet.LoadContactsAsync(
            folder,
            "41UB",
            new DateOnly(2024, 6, 30),
            ("mp_enquiry", "Allocations", 62),
            ("mp_enquiry", "Repairs", 51),
            ("service_request", "Repairs", 40),
            ("service_request", "Neighbourhoods", 27),
            ("service_request", "Allocations", 36));
    }
}

using System.Text.Json;
using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests.Reports;

/// <summary>
/// What Cannock Chase prints for 2023/24, as registers that add up to it. Areas, outcomes and answers are published as totals:
/// how they cross is made to fit, as are the areas of contacts that it does not print, the three answers of its survey other
/// than satisfied, and what the Ombudsman found in the two cases of the year before.
/// </summary>
internal static class CannockChaseRecords
{
    public const string Code = "41UB";

    /// <summary>Stage 1 by area, as in the table of paragraph 5.9.</summary>
    public static readonly (string Area, int Count, string Share)[] Areas =
        [("Repairs", 14, "39%"), ("HPS", 10, "28%"), ("Allocations", 5, "14%"), ("Neighbourhoods", 5, "14%"), ("Tenancy", 2, "6%")];

    /// <summary>Stage 2 by area.</summary>
    public static readonly (string Area, int Count)[] Areas2 = [("Allocations", 3), ("Repairs", 2), ("HPS", 1), ("Several areas", 1)];

    private static readonly DateOnly s_extract = new(2024, 6, 30);

    // The paper says that all answers out of time had agreed extensions; six were late and three had one.
    public static async Task LoadAsync(TemporaryFolder folder)
    {
        RecordedYear before = RecordedYear.Of("B", 1, 29, years: -1);
        RecordedYear stage1 = RecordedYear.Of("C", 1, 36)
            .Spread((one, timing) => one.Timing = timing, (AnswerTiming.Standard, 30), (AnswerTiming.Extension, 3), (AnswerTiming.Late, 3))
            .Spread((one, area) => one.Area = area, [.. Areas.Select(area => (area.Area, area.Count))])
            .Spread((one, kind) => one.Category = kind, one => one.Area == "HPS", ("Kitchens", 5), ("Bathrooms", 2), ("Other works", 3))
            .Spread((one, contractor) => one.Contractor = contractor, one => one.Category is "Kitchens" or "Bathrooms", ("Novus", 7))
            .Spread((one, outcome) => one.Outcome = outcome, ("upheld", 19), ("partially_upheld", 7), ("not_upheld", 10));
        RecordedYear stage2 = RecordedYear.Of("C", 2, 7)
            .Spread((one, timing) => one.Timing = timing, (AnswerTiming.Standard, 6), (AnswerTiming.Extension, 1))
            .Spread((one, area) => one.Area = area, Areas2)
            .Spread((one, outcome) => one.Outcome = outcome, ("upheld", 2), ("partially_upheld", 2), ("not_upheld", 3));
        await ReportSet.LoadAsync(
            folder, (Code, "Cannock Chase District Council"), [("LCRA", "2024-03-31", 5_032)], s_extract, before, stage1, stage2);
        await ReportSet.LoadContactsAsync(
            folder,
            Code,
            s_extract,
            ("mp_enquiry", "Allocations", 62),
            ("mp_enquiry", "Repairs", 51),
            ("service_request", "Repairs", 40),
            ("service_request", "Neighbourhoods", 27),
            ("service_request", "Allocations", 36));
        await ReportSet.LoadRecordsAsync(
            folder,
            Code,
            s_extract,
            ("finding", "ombudsman_reference,element,category,finding,determined_on",
                [
                    "202300001,repairs,Repairs,outside_jurisdiction,2023-11-06",
                    "202200001,repairs,Repairs,no_maladministration,2022-10-03",
                    "202200002,repairs,Repairs,reasonable_redress,2022-12-05",
                ]),
            ("survey", "survey_reference,question,answered_on,answer,answers", Satisfaction()));
    }

    /// <summary>How many contacts of every kind and complaints of both stages the bridge begins with.</summary>
    public static async Task<long> HeldAsync(TemporaryFolder folder)
    {
        string json = (await CommandLineRun.ComplaintsAsync(
            folder.Path, "bridge", "--year", "2023/24", "--where", $"landlord={Code}", "--format", "json")).Expect(0).Output;
        using var bridge = JsonDocument.Parse(json);
        return bridge.RootElement.GetProperty("all").GetInt64();
    }

    // Weighted: 52.2 satisfied of 126.0 (docs/domain.md §2.7).
    private static IEnumerable<string> Satisfaction() =>
        new[]
            {
                ("very_satisfied", "20.7"), ("fairly_satisfied", "31.5"), ("neither", "20.8"), ("fairly_dissatisfied", "23.0"),
                ("very_dissatisfied", "30.0"),
            }
            .Select(answer => $"TP09-{answer.Item1},TP09,2024-03-29,{answer.Item1},{answer.Item2}");
}

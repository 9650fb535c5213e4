using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests.Reports;

/// <summary>
/// West Kent Housing Association, 2023/24 (docs/domain.md §7). Its internal figures are of 542 stages answered in the year, of every tenure
/// and with 21 refused ones; its return is of 474 made and accepted. That 21 were withdrawn, 33 and 16 were leaseholders', and two of
/// stage 2 were open at the year's end is made to fit both. Of its records it prints totals: that there were 520 payments and how the rest
/// is divided among them, how the scores of surveys are spread, and which finding is of which area, is made to fit.
/// </summary>
public sealed class WestKentTests
{
    private const string Internal = "refused_in+counted_when_answered";

    // What the landlord counts for itself has a definition of its own.
    private const string Own = """
        { "measures": [ { "id": "managed_in_time", "title": "Complaints managed that were answered in time", "unit": "%", "kind": "percent",
          "numerator": { "count": { "field": "in_time_basis", "op": "in", "value": ["standard", "extension"] } },
          "denominator": { "count": { "field": "stage", "op": "in", "value": [1, 2] } }, "population": "accepted", "date_role": "made",
          "decimal_places": 0, "rounding": "half_up", "direction": "higher", "source": "annual report" },
          { "id": "managed", "title": "Stages answered in the year, refused ones included", "unit": "complaints", "kind": "count",
          "numerator": { "count": { "field": "stage", "op": "in", "value": [1, 2] } }, "population": "received", "date_role": "responded",
          "decimal_places": 0, "source": "annual report" } ] }
        """;

    [Fact]
    public async Task Every_figure_of_its_stages_comes_out_and_each_inconsistency_has_its_cause()
    {
        using TemporaryFolder folder = new();
        await LoadAsync(folder);
        PrintedTable table = new PrintedTable("LH3827")
            .Add("stage1_made", "440", "refused_in+all_tenures")
            .Add("stage2_made", "102", "all_tenures+counted_when_answered")
            .Add("complaints_accepted", "542", Internal)
            .Add("managed_in_time", "91%", Internal, of: "492/542")
            .Add("managed_in_time", "67%", $"extension_without+{Internal}", of: "361/542")
            .Add("upheld_rate_stage1", "66%", "all_tenures+both_stages", of: "329/500")
            .Add("escalation_rate", "23%", "refused_in+all_tenures+counted_when_answered", of: "102/440")
            .Add("complaints_accepted", "4%", Internal, of: "21/542", filters: "status=refused")
            .Add("ch01_stage1", "48.0", "truncated", stock: "LCRA")
            .Add("ch01_stage1", "35.9", "as_defined", stock: "LCHO")
            .Add("ch01_stage2", "10.4", "as_defined", stock: "LCRA")
            .Add("ch01_stage2", "12.7", "as_defined", stock: "LCHO")
            .Add("ch02_stage1", "92%", "counts_of_set", of: "353/386", stock: "LCRA", set: "stage 1")
            .Add("ch02_stage1", "88%", "counts_of_set", of: "353/386", stock: "LCHO", set: "stage 1")
            .Add("ch02_stage2", "91%", "counts_of_set", of: "78/88", stock: "LCRA", set: "stage 2")
            .Add("ch02_stage2", "75%", "counts_of_set", of: "78/88", stock: "LCHO", set: "stage 2");
        await File.WriteAllTextAsync(folder["own.jsonc"], Own, TestContext.Current.CancellationToken);
        await table.HoldWithAsync(folder, ["--catalogue", "own.jsonc"]);
    }

    [Fact]
    public async Task Its_categories_payments_compliments_findings_and_surveys_come_out_as_printed()
    {
        using TemporaryFolder folder = new();
        await LoadAsync(folder);
        await WestKentRecords.LoadAsync(folder);
        var table = new PrintedTable("LH3827");
        foreach ((string category, (string Name, int Count)[] parts) in WestKentRecords.Categories)
        {
            table.Add("managed", $"{parts.Sum(part => part.Count)}", "as_defined", filters: $"category={category}");
            foreach ((string name, int count) in parts)
            {
                table.Add("managed", $"{count}", "as_defined", filters: $"category={category};subcategory={name}");
            }
        }

        table
            .Add("managed", "542", "as_defined")
            .Add("compensation_paid", "£92,236.77", "as_defined")
            .Add("compensation_ordered", "£5,260", "as_defined")
            .Add("compensation_paid", "£6,616", "as_defined", filters: "kind=reimbursement")
            .Add("payments_up_to_100", "27%", "as_defined")
            .Add("compliments", "411", "as_defined")
            .Add("ombudsman_cases", "16", "as_defined")
            .Add("findings", "31", "as_defined")
            .Add("findings_maladministration", "13", "as_defined")
            .Add("findings_service_failure", "4", "as_defined")
            .Add("findings_no_maladministration", "5", "as_defined")
            .Add("findings_reasonable_redress", "5", "as_defined")
            .Add("findings", "4", "as_defined", filters: "finding=withdrawn|outside_jurisdiction")
            .Add("maladministration_rate", "63.0", "as_defined", of: "17/27")
            .Add("maladministration_rate_of_all", "54.8", "as_defined", of: "17/31")
            .Add("survey_response_rate", "22%", "as_defined", of: "81/372")
            .Add("survey_mean_score", "2.4", "as_defined");
        foreach ((string area, int count) in WestKentRecords.UpheldByArea)
        {
            table.Add("findings_upheld", $"{count}", "as_defined", filters: $"category={area}");
        }

        await File.WriteAllTextAsync(folder["own.jsonc"], Own, TestContext.Current.CancellationToken);
        await table.HoldWithAsync(folder, ["--catalogue", "own.jsonc"]);
    }

    private static async Task LoadAsync(TemporaryFolder folder)
    {
        RecordedYear stage1 = RecordedYear.Of("K", 1, 440)
            .Spread((one, tenure) => one.Tenure = tenure, ("GN", 373), ("SO", 34), ("LH", 33))
            .Spread((one, status) => one.Status = one.Outcome = status, ("refused", 21), ("withdrawn", 21))
            .Answered("GN", standard: 264, extension: 80)
            .Answered("SO", standard: 20, extension: 10)
            .Answered("LH", standard: 6, extension: 18);
        RecordedYear stage2 = RecordedYear.Of("K", 2, 104)
            .Spread((one, tenure) => one.Tenure = tenure, ("GN", 76), ("SO", 12), ("LH", 16))
            .Answered("GN", standard: 53, extension: 16)
            .Answered("SO", standard: 7, extension: 2, open: 2)
            .Answered("LH", standard: 11, extension: 5);
        RecordedCase[] answered = [.. stage1.Cases, .. stage2.Cases.Where(one => one.Timing != AnswerTiming.Open)];
        WestKentRecords.Categorise(answered);
        Upheld([.. stage1.Cases.Where(one => one.Outcome.Length == 0), .. stage2.Cases.Where(one => one.Timing != AnswerTiming.Open)]);
        await ReportSet.LoadAsync(
            folder,
            ("LH3827", "West Kent Housing Association"),
            [("LCRA", "2024-03-31", 7_321), ("LCHO", "2024-03-31", 947)],
            new DateOnly(2024, 3, 31),
            stage1,
            stage2);
    }

    private static void Upheld(IReadOnlyList<RecordedCase> decided)
    {
        foreach ((int at, RecordedCase one) in decided.Index())
        {
            one.Outcome = at < 200 ? "upheld" : at < 329 ? "partially_upheld" : "not_upheld";
        }
    }
}

using Complaints.Domain.Homes;
using Complaints.Learning.Evaluation;
using Complaints.Escalation.Cases;
using Complaints.Escalation.Features;
using Complaints.Escalation.Labels;
using Complaints.Escalation.Tests.Support;
using Complaints.Escalation.Training;
using Complaints.Etl.Rsh;
using Complaints.Warehouse;

namespace Complaints.Escalation.Tests.Training;

/// <summary>The risk list on cases whose counts are the regulator's, of twenty middling landlords.</summary>
public sealed class SectorSampleTests
{
    [Fact]
    [Trait("Category", "Long")]
    public async Task Training_on_the_sectors_cases_finds_most_of_the_lift_there_is_over_the_base_rate()
    {
        CancellationToken ct = TestContext.Current.CancellationToken;
        string workbook = ReferenceData.FileOrSkip("rsh_tsm/2025_TSM_Full_Data_v1.0_FINAL.xlsx");
        await using LoadedSample loaded = await LoadedSample.SectorAsync(workbook, await TwentyLandlordsAsync(workbook, ct), ct);
        await using ISnapshot snapshot = await loaded.Warehouse.OpenSnapshotAsync(ct);
        CaseHistory history = await CaseHistoryReader.ReadAsync(snapshot, cancellationToken: ct);
        PredictionRows rows = PredictionRows.Build(history, LabelRule.Default, ct);
        Dictionary<string, double> truth = loaded.Truth();

        // A label that is known too early shows as months whose cases escalate less than they should.
        foreach (IGrouping<DateOnly, int> month in Responses(rows, rows.Points.Min(p => p.Day), DateOnly.MaxValue)
            .GroupBy(row => new DateOnly(rows.Points[row].Day.Year, rows.Points[row].Day.Month, 1)))
        {
            double[] probabilities = [.. month.Select(row => True(row))];
            double sigma = Math.Sqrt(probabilities.Sum(p => p * (1 - p)));
            double expected = probabilities.Sum();
            Assert.InRange(month.Sum(row => rows.Table.Labels[row]), expected - (4 * sigma), expected + (4 * sigma));
        }

        EscalationEvaluation evaluation = new EscalationEvaluator(
            new EvaluationOptions { Months = 3, Resamples = 100 }).Run(rows, null, ct);
        EvaluationReport model = evaluation.Of(evaluation.InUse, PointKind.Response);
        int[] judged = Responses(rows, evaluation.Months[0].Month, evaluation.Months[^1].Month.AddMonths(1));
        double best = Ranking.RocAuc([.. judged.Select(row => True(row))], [.. judged.Select(row => rows.Table.Labels[row])]);
        double share = (model.RocAuc.Value - 0.5) / (best - 0.5);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{history.Cases.Length} cases, {judged.Length} judged; expected best {loaded.Sample.BestPossibleAuc:0.0000}, best on the cases judged {best:0.0000}, "
            + $"{evaluation.InUse} {model.RocAuc}, share of the lift {share:0.000}; calibration error {model.CalibrationError}; lift at the top tenth {model.Top[1].Lift}");

        Assert.Equal(model.Rows, judged.Length);
        Assert.InRange(share, 0.7, 1.1);
        Assert.True(model.Top[1].Lift.Low > 1.2, $"lift at the top tenth {model.Top[1].Lift}");
        Assert.InRange(model.CalibrationError.Low, 0, 0.05);

        double True(int row) => truth[history.Cases[rows.Points[row].Case].CaseReference];
    }

    private static int[] Responses(PredictionRows rows, DateOnly from, DateOnly to) => rows.At(PointKind.Response, from, to);

    private static async Task<string[]> TwentyLandlordsAsync(string workbook, CancellationToken ct) =>
        [.. (await RshWorkbook.ReadAsync(workbook, ct)).Returns
            .Where(r => r.StockType == PublishedStockType.Lcra && r.Stage1.Made.Number is >= 400 and < 800 && r.Stage2.Made.Number > 0)
            .Select(r => r.Landlord.Code)
            .Order(StringComparer.Ordinal)
            .Take(20)];
}

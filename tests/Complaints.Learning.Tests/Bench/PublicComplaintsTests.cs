using Complaints.Learning.Bench;
using Complaints.Learning.Tests.Support;

namespace Complaints.Learning.Tests.Bench;

/// <summary>Real complaints nobody here made up: two months to learn from, the two months after them to be judged on.</summary>
public sealed class PublicComplaintsTests
{
    [Fact]
    [Trait("Category", "Long")]
    public async Task Disputes_of_later_months_are_ranked_better_than_by_a_plain_logistic_regression()
    {
        BenchReport report = await RiskBench.RunAsync(
            new BenchOptions
            {
                Csv = ReferenceData.FileOrSkip("cfpb/CCTest.csv"),
                Label = "consumer_disputed.",
                Positive = "Yes",
                Time = "date_sent_to_company",
                Train = TimeRange.Parse("1-2"),
                Test = TimeRange.Parse("3-4"),
                // Given up to 180 days after the response, and asked for with the publication of the story.
                Drop = ["company_public_response", "consumer_consent_provided"],
                Repeats = 1,
                Resamples = 100,
            },
            null,
            TestContext.Current.CancellationToken);
        Assert.Equal((5_216, 4_816), (report.TrainingRows, report.TestRows));
        Assert.Equal(0.183, report.TrainingRate, 5e-4);
        Assert.Equal(0.134, report.TestRate, 5e-4);

        // Without the 853 cases still in progress, which no one could dispute yet: the honest figure.
        Assert.Equal(3_963, report.RipeRows);
        Assert.True(report.Chosen.Ripe!.RocAuc.Value >= 0.645, BenchText.Render(report));
        Assert.True(report.Chosen.Ripe.AveragePrecision.Value >= 0.205);

        // The bar that was set, on all rows.
        Assert.True(report.Chosen.All.RocAuc.Value >= 0.70, BenchText.Render(report));
        Assert.True(report.GainOverPlain.Value > 0);

        // Real complaints give 0.60 to 0.70; more would be a leak.
        Assert.True(report.Chosen.Ripe.RocAuc.Value < 0.72);
        Assert.Equal("company_response_to_consumer", report.Drift[0].Column);
        Assert.Equal(report.TestRate - report.TrainingRate, report.Drift[0].Mix + report.Drift[0].Rate, 1e-9);
    }
}

using System.Collections.Immutable;
using System.Data.Common;
using Complaints.Escalation.Cases;
using Complaints.Escalation.Features;
using Complaints.Escalation.Labels;
using Complaints.Escalation.Scoring;
using Complaints.Escalation.Serving;
using Complaints.Escalation.Tests.Support;
using Complaints.Escalation.Tests.Training;
using Complaints.Warehouse;
using Complaints.Warehouse.Queries;

namespace Complaints.Escalation.Tests.Features;

/// <summary>
/// Scoring once read the current rows by their event dates: an extract of July that backdated a call and restated a category changed what
/// the list of 30 June said, with things nobody knew on that day, and took the place of what had been shown.
/// </summary>
public sealed class AsRecordedTests
{
    private static readonly DateOnly s_june = new(2024, 6, 30);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_day_reads_the_same_after_later_extracts_as_it_did_when_it_was_the_newest()
    {
        await using ExtractWarehouse loaded = await JuneAsync();
        Dictionary<string, string> then = Features(await loaded.ReadAsync());
        await JulyAsync(loaded);
        CaseHistory now = await loaded.ReadAsync();
        Assert.Equal(then, Features(now));
        Assert.NotEqual(then["slow"], Features(await loaded.ReadAsync(new HistoryOptions { Mode = KnowledgeMode.ByEventDates }))["slow"]);
        // And it does see, as of July, what July told.
        Assert.Equal("Lettings", now.Cases.Single(c => c.CaseReference == "slow").At(new DateOnly(2024, 7, 1))!.Category);
    }

    [Fact]
    public async Task Scores_of_a_day_stay_what_they_were_and_what_was_shown_is_kept()
    {
        await using ExtractWarehouse loaded = await JuneAsync();
        ImmutableArray<RiskScore> then = await ScoreAndWriteAsync(loaded);
        await JulyAsync(loaded);
        ImmutableArray<RiskScore> now = await ScoreAndWriteAsync(loaded);
        Assert.Equal(
            then.Select(s => (s.CaseReference, s.State, s.Probability)), now.Select(s => (s.CaseReference, s.State, s.Probability)));

        await using ISnapshot snapshot = await loaded.Warehouse.OpenSnapshotAsync(Ct);
        await using DbDataReader lists = await snapshot.QueryAsync(
            SqlQuery.Of("SELECT COUNT(*) FROM fact_escalation_score WHERE as_of = $p0 GROUP BY recorded_load", s_june), Ct);
        List<long> sizes = [];
        while (await lists.ReadAsync(Ct))
        {
            sizes.Add(lists.GetInt64(0));
        }

        Assert.Equal([then.Length, then.Length], sizes);
    }

    // The extract of June covered 20 June and had the case open: the answer can be read from July on, and with it that there is one.
    [Fact]
    public async Task An_answer_recorded_late_is_read_on_the_first_day_that_tells_of_it()
    {
        await using ExtractWarehouse loaded = await JuneAsync();
        await JulyAsync(loaded);
        CaseHistory history = await loaded.ReadAsync();
        int late = history.Cases.IndexOf(history.Cases.Single(c => c.CaseReference == "late"));
        PredictionPoint response = PredictionPoints.Of(history, 60).Single(p => p.Case == late && p.Kind == PointKind.Response);
        Assert.Equal(new DateOnly(2024, 7, 1), response.Day);
        RiskScore score = new EscalationScorer(Trained.Model(Trained.History()))
            .Score(history, history.CutOff, Ct)
            .Single(s => s.CaseReference == "late");
        Assert.Equal((CaseState.Answered, response.Day), (score.State, score.FactsOf));
    }

    [Fact]
    public async Task History_filled_in_from_an_older_extract_is_known_on_its_own_days()
    {
        await using ExtractWarehouse loaded = await JuneAsync();
        await loaded.LoadAsync("OTHER", "2024-06-30", "new,1,2024-06-03,,,Repairs,1");
        await loaded.AddAsync("OTHER", "2024-03-31", "old,1,2024-02-05,2024-02-07,2024-02-20,Repairs,1");
        CaseHistory history = await loaded.ReadAsync();
        Assert.NotNull(history.Cases.Single(c => c.CaseReference == "old").At(new DateOnly(2024, 2, 20)));
        Assert.Equal(s_june, history.CutOffs["OTHER"]);
    }

    private static async Task<ExtractWarehouse> JuneAsync()
    {
        ExtractWarehouse loaded = await ExtractWarehouse.CreateAsync("2024-01-01");
        await loaded.LoadAsync(
            "CRM",
            "2024-06-30",
            "slow,1,2024-06-03,2024-06-05,,Repairs,1",
            "late,1,2024-06-03,2024-06-05,,Repairs,1",
            "done,1,2024-02-05,2024-02-07,2024-02-20,Repairs,1",
            "done,2,2024-03-04,,,Repairs,1");
        await loaded.LoadContactsAsync("CRM", "2024-06-30", "slow,1,call,2024-06-05,2024-06-12");
        return loaded;
    }

    private static async Task JulyAsync(ExtractWarehouse loaded)
    {
        await loaded.LoadAsync(
            "CRM",
            "2024-07-15",
            "slow,1,2024-06-03,2024-06-05,,Lettings,4",
            "late,1,2024-06-03,2024-06-05,2024-06-20,Repairs,1",
            "done,1,2024-02-05,2024-02-07,2024-02-20,Repairs,1",
            "done,2,2024-03-04,,,Repairs,1",
            "backdated,1,2024-06-10,,,Repairs,1");
        await loaded.LoadContactsAsync("CRM", "2024-07-15", "slow,1,call,2024-06-05,2024-06-12", "slow,1,call,2024-06-20,2024-06-27");
    }

    private static Dictionary<string, string> Features(CaseHistory history)
    {
        FeatureBuilder builder = new(history, LabelRule.Default);
        return Rows.ByCase(
            builder,
            history,
            builder.Known(Enumerable.Range(0, history.Cases.Length).Select(i => new PredictionPoint(i, s_june, PointKind.WeekOpen))));
    }

    private static async Task<ImmutableArray<RiskScore>> ScoreAndWriteAsync(ExtractWarehouse loaded)
    {
        await using ISnapshot snapshot = await loaded.Warehouse.OpenSnapshotAsync(Ct);
        ImmutableArray<RiskScore> scores = new EscalationScorer(Trained.Model(Trained.History())).Score(
            await loaded.ReadAsync(), s_june, Ct);
        await ScoreStore.WriteAsync(loaded.Warehouse, snapshot.Info, "v1", scores, Ct);
        return scores;
    }
}

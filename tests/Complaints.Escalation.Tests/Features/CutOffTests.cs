using System.Collections.Immutable;
using Complaints.Escalation.Cases;
using Complaints.Domain;
using Complaints.Domain.Access;
using Complaints.Domain.Homes;
using Complaints.Escalation.Features;
using Complaints.Escalation.Labels;
using Complaints.Escalation.Scoring;
using Complaints.Escalation.Serving;
using Complaints.Escalation.Tests.Support;
using Complaints.Escalation.Tests.Training;
using Complaints.Warehouse;

namespace Complaints.Escalation.Tests.Features;

/// <summary>
/// What a source has not told has not happened to be "no", but is unknown. The cut-off was once the newest extract date of any load, so
/// that a list of landlords loaded later made every case older, and every answered one "not escalated".
/// </summary>
public sealed class CutOffTests
{
    private static readonly DateOnly s_midJune = new(2024, 6, 15);
    private static readonly DateOnly s_june = new(2024, 6, 30);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_later_load_of_landlords_alone_makes_no_case_older()
    {
        await using ExtractWarehouse loaded = await TwoSourcesAsync();
        ImmutableArray<RiskScore> before = await ScoresAsync(loaded);
        await loaded.LoadLandlordsAsync("2025-03-31");
        Assert.Equal(s_june, (await loaded.ReadAsync()).CutOff);
        Assert.Equal(
            before.Select(s => (s.CaseReference, s.AsOf, s.Probability)),
            (await ScoresAsync(loaded)).Select(s => (s.CaseReference, s.AsOf, s.Probability)));
    }

    [Fact]
    public async Task An_extract_of_which_every_row_was_held_back_told_nothing()
    {
        await using ExtractWarehouse loaded = await TwoSourcesAsync();
        Assert.NotEqual(0, (await loaded.LoadAsync("OTHER", "2025-12-31", "X,1,2025-45-99,,,Repairs,1")).RowsQuarantined);
        CaseHistory history = await loaded.ReadAsync();
        Assert.Equal([("AGENT", s_june), ("OWN", s_midJune)], history.CutOffs.Select(c => (c.Key, c.Value)));
    }

    [Fact]
    public async Task Going_back_to_an_older_full_extract_goes_back_to_its_day()
    {
        await using ExtractWarehouse loaded = await TwoSourcesAsync();
        await loaded.LoadAsync("OWN", "2024-05-31", "open,1,2024-05-06,,,Repairs,1");
        CaseHistory history = await loaded.ReadAsync();
        Assert.Equal(new DateOnly(2024, 5, 31), history.CutOffs["OWN"]);
        Assert.Equal(s_june, history.CutOffs["AGENT"]);
    }

    [Fact]
    public async Task An_answer_ripens_by_what_its_own_source_knows()
    {
        await using ExtractWarehouse loaded = await TwoSourcesAsync();
        CaseHistory history = await loaded.ReadAsync();
        Assert.Equal(CaseLabel.NotEscalated, Label(history, "AGENT"));
        Assert.Equal(CaseLabel.Unripe, Label(history, "OWN"));
        Assert.All(PredictionPoints.Of(history, 60), p => Assert.True(p.Day <= history.CutOffOf(history.Cases[p.Case])));
    }

    [Fact]
    public async Task A_case_is_scored_as_of_the_day_that_its_own_source_knows()
    {
        await using ExtractWarehouse loaded = await TwoSourcesAsync();
        ImmutableArray<RiskScore> scores = await ScoresAsync(loaded);
        RiskScore own = scores.Single(s => s.SourceSystem == "OWN" && s.CaseReference == "open");
        RiskScore agent = scores.Single(s => s.SourceSystem == "AGENT" && s.CaseReference == "open");
        Assert.Equal((s_june, s_midJune, s_midJune), (own.AsOf, own.KnownTo, own.FactsOf));
        Assert.Equal((s_june, s_june, s_june), (agent.AsOf, agent.KnownTo, agent.FactsOf));
    }

    [Fact]
    public async Task Cases_of_a_source_that_fell_behind_are_not_told_as_they_were_long_ago()
    {
        await using ExtractWarehouse loaded = await TwoSourcesAsync();
        await loaded.LoadAsync("AGENT", "2024-07-17", "open,1,2024-06-03,2024-06-05,,Repairs,1");
        CaseHistory history = await loaded.ReadAsync();
        Assert.Equal(Limits.SourceLagDays + 1, history.CutOff.DayNumber - s_midJune.DayNumber);
        Assert.Equal(history.CutOff, history.SharedCutOff);
        Assert.DoesNotContain(await ScoresAsync(loaded), s => s.SourceSystem == "OWN");
    }

    [Fact]
    public async Task The_list_says_up_to_which_day_each_source_is_known()
    {
        await using ExtractWarehouse loaded = await TwoSourcesAsync();
        await using (ISnapshot scored = await loaded.Warehouse.OpenSnapshotAsync(Ct))
        {
            await ScoreStore.WriteAsync(loaded.Warehouse, scored.Info, "v1", await ScoresAsync(loaded), Ct);
        }

        await using ISnapshot snapshot = await loaded.Warehouse.OpenSnapshotAsync(Ct);
        RiskList list = await new RiskListReader(
            snapshot, "v1", LabelRule.Default.HorizonDays).ReadAsync(new RiskListQuery(), LandlordScope.All, Ct);
        Assert.Equal(s_june, list.AsOf);
        Assert.Equal([new LaggingSource("OWN", s_midJune, IsListed: true)], list.Lagging);
        Assert.All(list.Entries, entry => Assert.Equal(entry.SourceSystem == "OWN" ? s_midJune : s_june, entry.KnownTo));
        Assert.NotEqual(
            list.Entries.Single(e => e.SourceSystem == "OWN" && e.CaseReference == "open").WorkingDaysLeft,
            list.Entries.Single(e => e.SourceSystem == "AGENT" && e.CaseReference == "open").WorkingDaysLeft);

        // Every source system and its day was told to whoever asked, of whatever landlord.
        Assert.Equal(list.Lagging, await LaggingOfAsync("4826"));
        Assert.Empty(await LaggingOfAsync("00BK"));

        async Task<ImmutableArray<LaggingSource>> LaggingOfAsync(string landlord) => (await new RiskListReader(
            snapshot, "v1", LabelRule.Default.HorizonDays).ReadAsync(
                new RiskListQuery(), LandlordScope.Of(LandlordCode.Parse(landlord)), Ct)).Lagging;
    }

    // Answered on 30 April: sixty days later lies between the two extracts.
    private static async Task<ExtractWarehouse> TwoSourcesAsync()
    {
        ExtractWarehouse loaded = await ExtractWarehouse.CreateAsync("2024-01-01");
        string[] lines = ["answered,1,2024-04-15,2024-04-17,2024-04-30,Repairs,1", "open,1,2024-06-03,2024-06-05,,Repairs,1"];
        await loaded.LoadAsync("OWN", "2024-06-15", lines);
        await loaded.LoadAsync("AGENT", "2024-06-30", lines);
        return loaded;
    }

    private static CaseLabel Label(CaseHistory history, string source)
    {
        CaseRecord of = history.Cases.Single(c => c.SourceSystem == source && c.CaseReference == "answered");
        return LabelRule.Default.LabelOf(
            of, new PredictionPoint(0, of.Latest.RespondedOn!.Value, PointKind.Response), history.CutOffOf(of));
    }

    private static async Task<ImmutableArray<RiskScore>> ScoresAsync(ExtractWarehouse loaded)
    {
        CaseHistory history = await loaded.ReadAsync();
        return new EscalationScorer(Trained.Model(Trained.History())).Score(history, history.CutOff, Ct);
    }
}

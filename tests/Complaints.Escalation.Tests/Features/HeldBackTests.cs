using Complaints.Escalation.Cases;
using Complaints.Domain.Access;
using Complaints.Escalation.Features;
using Complaints.Escalation.Labels;
using Complaints.Escalation.Scoring;
using Complaints.Escalation.Serving;
using Complaints.Escalation.Tests.Support;
using Complaints.Escalation.Tests.Training;
using Complaints.Escalation.Training;
using Complaints.Etl.Quarantine;
using Complaints.Warehouse;

namespace Complaints.Escalation.Tests.Features;

/// <summary>
/// A stage 2 that the quarantine holds back once made its case "not escalated": one wrong date put an escalated case back on the list, and
/// training lost every escalation that could not be read.
/// </summary>
public sealed class HeldBackTests
{
    private const string Answered = "A,1,2024-03-04,2024-03-06,2024-03-20,Repairs,1";
    private const string Escalated = "A,2,2024-03-25,,,Repairs,1";
    private const string Misread = "A,2,2024-03-99,,,Repairs,1";
    private const string Other = "B,1,2024-03-04,2024-03-06,2024-03-20,Repairs,1";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Misread)]
    [InlineData("A,Stgae 2nd,2024-03-25,,,Repairs,1")]
    public async Task A_case_of_which_a_stage_is_held_back_is_neither_yes_nor_no(string row)
    {
        await using ExtractWarehouse loaded = await ExtractWarehouse.CreateAsync("2024-01-01");
        Assert.NotEqual(0, (await loaded.LoadAsync("CRM", "2024-12-31", Answered, row, Other)).RowsQuarantined);
        CaseHistory history = await loaded.ReadAsync();
        Assert.Equal(CaseLabel.Unripe, Label(history, "A"));
        Assert.Equal(CaseLabel.NotEscalated, Label(history, "B"));
        Assert.Equal((1, 0), (history.HeldBackCases, history.HeldBackRowsWithoutCase));
        PredictionRows rows = PredictionRows.Build(history, LabelRule.Default, Ct);
        Assert.DoesNotContain(rows.Points, p => history.Cases[p.Case].CaseReference == "A");
    }

    [Fact]
    public async Task A_stage_2_that_names_no_case_is_counted()
    {
        await using ExtractWarehouse loaded = await ExtractWarehouse.CreateAsync("2024-01-01");
        await loaded.LoadAsync("CRM", "2024-12-31", Answered, "A-S2,2,2024-03-25,,,Repairs,1", Other);
        CaseHistory history = await loaded.ReadAsync();
        Assert.Equal((0, 1), (history.HeldBackCases, history.HeldBackRowsWithoutCase));
        Assert.Equal(CaseLabel.NotEscalated, Label(history, "A"));
    }

    [Fact]
    public async Task Once_the_row_is_mended_the_case_has_its_outcome()
    {
        await using ExtractWarehouse loaded = await ExtractWarehouse.CreateAsync("2024-01-01");
        await loaded.LoadAsync("CRM", "2024-12-31", Answered, Misread, Other);
        await loaded.LoadAsync("CRM", "2024-12-31", Answered, Escalated, Other);
        CaseHistory history = await loaded.ReadAsync();
        Assert.Equal(CaseLabel.Escalated, Label(history, "A"));
        Assert.Equal(0, history.HeldBackCases);
    }

    [Fact]
    public async Task A_row_that_a_person_dismissed_holds_nothing_back()
    {
        await using ExtractWarehouse loaded = await ExtractWarehouse.CreateAsync("2024-01-01");
        await loaded.LoadAsync("CRM", "2024-12-31", Answered, Misread, Other);
        QuarantineStore quarantine = new(loaded.Warehouse);
        IReadOnlyList<QuarantineEntry> held = await quarantine.ListAsync(QuarantineFilter.Open, Ct);
        await quarantine.DismissAsync([held.Single().Id], "A. Manager", "entered by mistake", Ct);
        CaseHistory history = await loaded.ReadAsync();
        Assert.Equal(0, history.HeldBackCases);
        Assert.Equal(CaseLabel.NotEscalated, Label(history, "A"));
    }

    [Fact]
    public async Task The_list_leaves_out_such_a_case_and_says_that_it_does()
    {
        await using ExtractWarehouse loaded = await ExtractWarehouse.CreateAsync("2024-01-01");
        await loaded.LoadAsync("CRM", "2024-04-02", Answered, Misread, Other);
        CaseHistory history = await loaded.ReadAsync();
        RiskScore score = Assert.Single(new EscalationScorer(Trained.Model(Trained.History())).Score(history, history.CutOff, Ct));
        Assert.Equal("B", score.CaseReference);
        Assert.Equal(1, history.HeldBackOn(history.CutOff, horizonDays: 60));

        await using (ISnapshot scored = await loaded.Warehouse.OpenSnapshotAsync(Ct))
        {
            await ScoreStore.WriteAsync(loaded.Warehouse, scored.Info, "v1", [score], Ct);
        }

        await using ISnapshot snapshot = await loaded.Warehouse.OpenSnapshotAsync(Ct);
        RiskList list = await new RiskListReader(
            snapshot, "v1", LabelRule.Default.HorizonDays).ReadAsync(new RiskListQuery(), LandlordScope.All, Ct);
        Assert.Equal((1, 1), (list.AtRisk, list.HeldBack));
        RiskList others = await new RiskListReader(
            snapshot, "v1", LabelRule.Default.HorizonDays).ReadAsync(new RiskListQuery(), LandlordScope.None, Ct);
        Assert.Equal((0, 0), (others.AtRisk, others.HeldBack));
    }

    private static CaseLabel Label(CaseHistory history, string reference)
    {
        CaseRecord of = history.Cases.Single(c => c.CaseReference == reference);
        return LabelRule.Default.LabelOf(
            of, new PredictionPoint(0, of.Latest.RespondedOn!.Value, PointKind.Response), history.CutOffOf(of));
    }
}

using Complaints.Escalation.Serving;
using Complaints.Escalation.Serving.Access;
using Complaints.Protocol.V1;
using Grpc.Core;
using Wire = Complaints.Protocol.V1;

namespace Complaints.Service.Tests.Escalation;

/// <summary>The risk service over real HTTP/2 on loopback.</summary>
[Collection(ServedRisk.Shared)]
public sealed class EscalationRiskServiceTests(ServedRisk served)
{
    private readonly EscalationRisk.EscalationRiskClient _client = served.Client;

    [Fact]
    public async Task The_list_comes_most_likely_first_with_reasons_and_the_clock()
    {
        ListRiskResponse list = await ListAsync("all", new ListRiskRequest { Top = 50 });
        Assert.Equal(served.Registry.PromotedVersion, list.ModelVersion);
        Assert.Equal("2025-06-30", list.AsOf);
        Assert.Equal(50, list.Cases.Count);
        Assert.True(list.AtRisk > 50);
        Assert.Equal(
            list.Cases.OrderByDescending(c => c.Probability).Select(c => c.CaseReference), list.Cases.Select(c => c.CaseReference));
        Assert.All(list.Cases, c =>
        {
            Assert.InRange(c.Probability, 0.000_001, 0.999_999);
            Assert.All(c.Reasons, r => Assert.True(r.Text.Length > 0 && Math.Abs(r.LogOdds) >= 0.1));
            Assert.Equal(c.State == RiskState.Open && c.DueOn.Length > 0, c.HasWorkingDaysLeft);
        });
        // Of a case like most others there is nothing to tell; of those at the top there is.
        Assert.All(list.Cases.Take(10), c => Assert.Contains(c.Reasons, r => r.LogOdds > 0));
        Assert.Equal(20, (await ListAsync("all", new ListRiskRequest())).Cases.Count);
    }

    [Fact]
    public async Task A_caller_sees_the_cases_of_its_own_landlords_alone_and_nobody_sees_none()
    {
        ListRiskResponse all = await ListAsync("all", new ListRiskRequest { Top = 1000 });
        ListRiskResponse one = await ListAsync("one", new ListRiskRequest { Top = 1000 });
        Assert.NotEmpty(one.Cases);
        Assert.Equal(all.Cases.Where(c => c.Landlord == ServedRisk.Landlord), one.Cases);
        Assert.Equal(one.Cases.Count, one.AtRisk);
        RpcException hidden = await RefusedAsync(() => ListAsync("one", new ListRiskRequest { Landlord = "00BK" }));
        RpcException unknown = await RefusedAsync(() => ListAsync("one", new ListRiskRequest { Landlord = "XXXX" }));
        Assert.Equal(unknown.Status.Detail, hidden.Status.Detail.Replace("'00BK'", "'XXXX'", StringComparison.Ordinal));
        Assert.Empty((await ListAsync("nobody", new ListRiskRequest())).Cases);
    }

    [Fact]
    public async Task Filters_by_landlord_and_service_area_keep_only_what_matches()
    {
        ListRiskResponse list = await ListAsync("all", new ListRiskRequest { Landlord = "00BK", ServiceArea = "REPAIRS", Top = 1000 });
        Assert.NotEmpty(list.Cases);
        Assert.All(list.Cases, c => Assert.Equal(("00BK", "Repairs"), (c.Landlord, c.ServiceArea)));
    }

    [Fact]
    public async Task Filters_by_state_category_and_probability_keep_only_what_matches()
    {
        ListRiskResponse all = await ListAsync("all", new ListRiskRequest { Top = 1000 });
        ListRiskResponse open = await ListAsync("all", new ListRiskRequest { Top = 1000, State = RiskState.Open });
        Assert.Equal(all.Cases.Where(c => c.State == RiskState.Open), open.Cases);
        Assert.NotEmpty(open.Cases);
        double middle = all.Cases[all.Cases.Count / 2].Probability;
        Assert.Equal(
            all.Cases.Where(c => c.Probability >= middle),
            (await ListAsync("all", new ListRiskRequest { Top = 1000, LeastProbability = middle })).Cases);
        RpcException category = await RefusedAsync(() => ListAsync("all", new ListRiskRequest { Category = "no such" }));
        string known = category.Status.Detail.Split("one of ")[1].Split(',', StringSplitOptions.TrimEntries)[0];
        Assert.InRange(
            (await ListAsync("all", new ListRiskRequest { Top = 1000, Category = known.ToUpperInvariant() })).AtRisk, 1, all.AtRisk - 1);
        Assert.Equal(
            StatusCode.InvalidArgument,
            (await RefusedAsync(() => ListAsync("all", new ListRiskRequest { ServiceArea = "Repair" }))).StatusCode);
        Assert.Equal(
            StatusCode.InvalidArgument,
            (await RefusedAsync(() => ListAsync("all", new ListRiskRequest { LeastProbability = 30 }))).StatusCode);
        Assert.Equal(60, all.HorizonDays);
        Assert.True(all.NewestLoad <= all.KnownAtLoad);
    }

    [Fact]
    public async Task Feedback_is_about_a_case_of_the_list_that_it_names_and_does_not_contradict_itself()
    {
        RiskCase listed = (await ListAsync("all", new ListRiskRequest { Top = 1 })).Cases[0];
        RecordFeedbackRequest good = new()
        {
            CaseReference = listed.CaseReference,
            SourceSystem = listed.SourceSystem,
            AsOf = "2025-06-30",
            Action = Wire.FeedbackAction.None,
            Outcome = Wire.FeedbackOutcome.StillOpen,
        };
        await _client.RecordFeedbackAsync(good, ServedRisk.As("all"));
        RecordFeedbackRequest[] poor =
        [
            new(good) { AsOf = "2031-01-01" },
            new(good) { Outcome = Wire.FeedbackOutcome.Resolved },
            new(good) { CaseReference = "CAS-000001", AsOf = "" },
        ];
        foreach (RecordFeedbackRequest request in poor)
        {
            Assert.Equal(
                StatusCode.InvalidArgument,
                (await RefusedAsync(() => _client.RecordFeedbackAsync(request, ServedRisk.As("all")).ResponseAsync)).StatusCode);
        }
    }

    [Fact]
    public async Task An_explanation_sums_to_the_score_that_the_list_shows()
    {
        RiskCase first = (await ListAsync("all", new ListRiskRequest { Top = 1 })).Cases[0];
        ExplainRiskResponse explained = await _client.ExplainRiskAsync(
            new ExplainRiskRequest { CaseReference = first.CaseReference, SourceSystem = first.SourceSystem }, ServedRisk.As("all"));
        double sum = explained.BaseLogOdds + explained.WaitingLogOdds + explained.Effects.Sum(e => e.LogOdds);
        Assert.Equal(explained.LogOdds, sum, 1e-9);
        Assert.Equal(first.Probability, explained.Probability, 1e-8);
        Assert.Equal(first.Reasons.Select(r => r.Text), explained.Reasons.Select(r => r.Text));
    }

    [Fact]
    public async Task A_case_of_another_landlord_does_not_exist_for_the_caller()
    {
        RiskCase other = (await ListAsync("all", new ListRiskRequest { Landlord = "00BK", Top = 1 })).Cases[0];
        RpcException hidden = await RefusedAsync(() => ExplainAsync(other.CaseReference, "one"));
        RpcException unknown = await RefusedAsync(() => ExplainAsync("no such case", "one"));
        Assert.Equal(StatusCode.InvalidArgument, hidden.StatusCode);
        Assert.Equal(unknown.Status.Detail, hidden.Status.Detail.Replace(other.CaseReference, "no such case", StringComparison.Ordinal));
        Assert.Equal(StatusCode.Unauthenticated, (await RefusedAsync(() => ExplainAsync(other.CaseReference, "nobody"))).StatusCode);
        Assert.Equal(StatusCode.InvalidArgument, (await RefusedAsync(() => RecordAsync(other, "one", "x"))).StatusCode);
    }

    [Fact]
    public async Task The_card_shows_figures_of_the_landlords_the_caller_may_see()
    {
        GetModelCardResponse all = await _client.GetModelCardAsync(new GetModelCardRequest(), ServedRisk.As("all"));
        GetModelCardResponse one = await _client.GetModelCardAsync(new GetModelCardRequest(), ServedRisk.As("one"));
        Assert.Contains("| landlord | 00BK |", all.Markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("| landlord | 00BK |", one.Markdown, StringComparison.Ordinal);
        Assert.Contains($"| landlord | {ServedRisk.Landlord} |", one.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feedback_is_kept_beside_the_models_with_who_said_it()
    {
        RiskCase mine = (await ListAsync("one", new ListRiskRequest { Top = 1 })).Cases[0];
        RecordFeedbackResponse kept = await RecordAsync(mine, "one", "Called twice.");
        Feedback record = (
            await new FeedbackLog(served.Registry.Folder).ReadAsync(TestContext.Current.CancellationToken)).Single(f =>
                f.Id == Guid.Parse(kept.FeedbackId));
        Assert.Equal(("officer", mine.CaseReference, "Called twice."), (record.RecordedBy, record.CaseReference, record.Note));
        Assert.Equal(
            (Complaints.Escalation.Serving.FeedbackAction.Called, Complaints.Escalation.Serving.FeedbackOutcome.Resolved),
            (record.Action, record.Outcome));
        Assert.Equal(StatusCode.InvalidArgument, (await RefusedAsync(() => RecordAsync(mine, "one", new string('x', 501)))).StatusCode);
        RecordFeedbackRequest nothingDone = new() { CaseReference = mine.CaseReference, SourceSystem = mine.SourceSystem };
        Assert.Equal(
            StatusCode.InvalidArgument,
            (await RefusedAsync(() => _client.RecordFeedbackAsync(nothingDone, ServedRisk.As("one")).ResponseAsync)).StatusCode);
    }

    [Fact]
    public async Task Feedback_is_read_back_newest_first_by_those_who_may_see_the_case()
    {
        RiskCase mine = (await ListAsync("one", new ListRiskRequest { Top = 1 })).Cases[0];
        RiskCase other = (await ListAsync("all", new ListRiskRequest { Landlord = "00BK", Top = 1 })).Cases[0];
        // The reference alone tells which case is meant.
        FeedbackRecord first = (await RecordAsync(mine, "one", "first", source: "")).Record;
        FeedbackRecord second = (await RecordAsync(other, "all", "second")).Record;
        Assert.Equal((mine.SourceSystem, "officer", "2025-06-30"), (first.SourceSystem, first.RecordedBy, first.AsOf));

        ListFeedbackResponse all = await FeedbackAsync("all", new ListFeedbackRequest { Top = 2 });
        Assert.Equal([second, first], all.Records);
        Assert.True(all.Recorded >= 2);
        ListFeedbackResponse one = await FeedbackAsync("one", new ListFeedbackRequest());
        Assert.Equal(first, one.Records[0]);
        Assert.DoesNotContain(second, one.Records);
        Assert.Empty((await FeedbackAsync("one", new ListFeedbackRequest { CaseReference = other.CaseReference })).Records);
        Assert.Equal(
            [second], (await FeedbackAsync("all", new ListFeedbackRequest { CaseReference = other.CaseReference, Top = 1 })).Records);
        Assert.Equal(StatusCode.Unauthenticated, (await RefusedAsync(() => FeedbackAsync("nobody", new ListFeedbackRequest()))).StatusCode);
        Assert.Equal(
            StatusCode.InvalidArgument,
            (await RefusedAsync(() => FeedbackAsync("all", new ListFeedbackRequest { Top = 1001 }))).StatusCode);
        Assert.Contains(served.Log.Lines, line => line.StartsWith("3206 officer read ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reading_the_list_is_logged_with_who_and_how_many_and_without_any_case()
    {
        ListRiskResponse list = await ListAsync("one", new ListRiskRequest { Top = 3 });
        string line = Assert.Single(served.Log.Lines.Where(l => l.StartsWith("3201 officer", StringComparison.Ordinal)).TakeLast(1));
        Assert.Contains("2025-06-30", line, StringComparison.Ordinal);
        Assert.Contains($"3 of {list.AtRisk} cases", line, StringComparison.Ordinal);
        Assert.DoesNotContain(served.Log.Lines, l => list.Cases.Any(c => l.Contains(c.CaseReference, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Readings_and_refusals_stand_in_a_record_that_outlives_the_service()
    {
        RiskCase other = (await ListAsync("all", new ListRiskRequest { Landlord = "00BK", Top = 1 })).Cases[0];
        await RefusedAsync(() => ExplainAsync(other.CaseReference, "one"));
        await RefusedAsync(() => ExplainAsync(other.CaseReference, "nobody"));
        AccessRecord[] kept =
        [
            .. await new AccessLog(served.Registry.Folder, TimeProvider.System).ReadAsync(TestContext.Current.CancellationToken),
        ];
        Assert.Contains(
            kept,
            r => r is { By: "manager", Asked: RiskAccess.List, Landlord: "00BK", Rows: 1, Refused: null }
                && r.ModelVersion == served.Registry.PromotedVersion);
        Assert.Contains(
            kept,
            r => r is { By: "officer", Asked: RiskAccess.Explanation, Rows: 0, Refused: "case" } && r.CaseReference == other.CaseReference);
        Assert.Contains(kept, r => r is { By: "nobody", Asked: RiskAccess.Explanation, Refused: not null });
    }

    [Fact]
    public async Task A_day_that_was_not_scored_and_a_list_too_long_say_what_to_do()
    {
        RpcException day = await RefusedAsync(() => ListAsync("all", new ListRiskRequest { AsOf = "2024-01-01" }));
        Assert.Contains("2025-06-30", day.Status.Detail, StringComparison.Ordinal);
        RpcException length = await RefusedAsync(() => ListAsync("all", new ListRiskRequest { Top = 1001 }));
        Assert.Contains("RiskListEntries", length.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Actions_and_outcomes_of_the_contract_have_the_numbers_of_the_product()
    {
        Assert.Equal(Names<Complaints.Escalation.Serving.FeedbackAction>(), Names<Wire.FeedbackAction>().Where(n => n != "0 Unspecified"));
        Assert.Equal(
            Names<Complaints.Escalation.Serving.FeedbackOutcome>(),
            Names<Wire.FeedbackOutcome>().Select(n => n == "0 Unspecified" ? "0 NotKnown" : n));
    }

    private static IEnumerable<string> Names<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(v => $"{Convert.ToInt32(v, null)} {v}");

    private static Task<RpcException> RefusedAsync<T>(Func<Task<T>> call) => Assert.ThrowsAsync<RpcException>(() => call());

    private async Task<ListRiskResponse> ListAsync(string caller, ListRiskRequest request) =>
        await _client.ListRiskAsync(request, ServedRisk.As(caller));

    private async Task<ExplainRiskResponse> ExplainAsync(string reference, string caller) =>
        await _client.ExplainRiskAsync(new ExplainRiskRequest { CaseReference = reference }, ServedRisk.As(caller));

    private async Task<ListFeedbackResponse> FeedbackAsync(string caller, ListFeedbackRequest request) =>
        await _client.ListFeedbackAsync(request, ServedRisk.As(caller));

    private async Task<RecordFeedbackResponse> RecordAsync(RiskCase of, string caller, string note, string? source = null) =>
        await _client.RecordFeedbackAsync(
        new RecordFeedbackRequest
        {
            CaseReference = of.CaseReference,
            SourceSystem = source ?? of.SourceSystem,
            AsOf = "2025-06-30",
            Action = Wire.FeedbackAction.Called,
            Outcome = Wire.FeedbackOutcome.Resolved,
            Note = note,
        },
        ServedRisk.As(caller));
}

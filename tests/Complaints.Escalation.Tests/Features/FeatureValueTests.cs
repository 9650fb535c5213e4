using Complaints.Domain.Code;
using Complaints.Escalation.Cases;
using Complaints.Escalation.Features;
using Complaints.Escalation.Labels;
using Complaints.Learning.Table;

namespace Complaints.Escalation.Tests.Features;

/// <summary>Features against values worked out by hand, on weeks without bank holidays.</summary>
public sealed class FeatureValueTests
{
    // Monday.
    private static readonly DateOnly s_received = new(2024, 6, 3);

    [Fact]
    public void Silence_is_counted_in_working_days_against_the_agreed_interval()
    {
        CaseRecord of = Open() with
        {
            Contacts =
            [
                new CaseContact(new DateOnly(2024, 6, 4), new DateOnly(2024, 6, 11), Known.Always),
                new CaseContact(new DateOnly(2024, 6, 13), new DateOnly(2024, 6, 20), Known.Always),
            ],
        };
        Dictionary<string, float> row = At(of, new DateOnly(2024, 7, 3));
        Assert.Equal(14, row["days_since_contact"]);
        Assert.Equal(5, row["agreed_interval"]);
        Assert.Equal(9, row["contact_overdue"]);
        Assert.Equal(9, row["longest_silence"]);
        Assert.Equal(2, At(of, new DateOnly(2024, 6, 18))["longest_silence"]);
    }

    [Fact]
    public void A_promise_is_missed_the_day_after_it_was_due_and_stays_missed_when_kept_late()
    {
        CaseRecord of = Open() with
        {
            Actions = [new CaseAction("promise", null, new DateOnly(2024, 6, 10), new DateOnly(2024, 6, 17), Known.Always)],
        };
        Assert.Equal((0, 0), Promises(of, new DateOnly(2024, 6, 10)));
        Assert.Equal((1, 1), Promises(of, new DateOnly(2024, 6, 11)));
        Assert.Equal((1, 0), Promises(of, new DateOnly(2024, 6, 17)));
    }

    [Fact]
    public void A_promise_is_open_from_the_day_it_was_made_until_it_is_kept()
    {
        CaseRecord of = Open() with
        {
            Actions =
            [
                new CaseAction("promise", new DateOnly(2024, 6, 5), new DateOnly(2024, 6, 10), new DateOnly(2024, 6, 17), Known.Always),
            ],
        };
        Assert.Equal([0, 1, 1, 1, 0], OpenPromises(of, 4, 5, 10, 11, 17));
        Assert.Equal((0, 0), Promises(of, new DateOnly(2024, 6, 10)));
        Assert.Equal((1, 1), Promises(of, new DateOnly(2024, 6, 11)));
        CaseRecord early = of with { Actions = [of.Actions[0] with { DoneOn = new DateOnly(2024, 6, 7) }] };
        Assert.Equal([1, 0, 0], OpenPromises(early, 6, 7, 11));
        Assert.Equal(1, At(early, new DateOnly(2024, 6, 7))["promises_kept"]);
    }

    [Fact]
    public void A_promise_that_was_made_without_a_day_to_keep_it_by_is_open_and_never_missed()
    {
        CaseRecord of = Open() with { Actions = [new CaseAction("promise", new DateOnly(2024, 6, 5), null, null, Known.Always)] };
        Assert.Equal([0, 1, 1], OpenPromises(of, 4, 5, 28));
        Assert.Equal((0, 0), Promises(of, new DateOnly(2024, 6, 28)));
    }

    [Fact]
    public void A_promise_without_the_day_it_was_made_counts_only_once_it_is_due_or_kept()
    {
        CaseRecord of = Open() with
        {
            Actions = [new CaseAction("promise", null, new DateOnly(2024, 6, 10), new DateOnly(2024, 6, 17), Known.Always)],
        };
        Assert.Equal([0, 0, 1, 0], OpenPromises(of, 5, 10, 11, 17));
    }

    [Fact]
    public void A_promise_recorded_later_than_it_was_made_is_open_from_the_load_that_recorded_it()
    {
        Known recorded = new(new DateOnly(2024, 6, 7), DateOnly.MaxValue);
        CaseRecord of = Open() with
        {
            Actions = [new CaseAction("promise", new DateOnly(2024, 6, 5), new DateOnly(2024, 6, 10), null, recorded)],
        };
        Assert.Equal([0, 0, 1], OpenPromises(of, 5, 6, 7));
    }

    [Fact]
    public void The_clock_is_read_without_the_acknowledgement_that_had_not_come_yet()
    {
        CaseRecord of = Open();
        // Acknowledged on 4 June: due ten working days later. Before, due ten working days after the last day for it, 10 June.
        Assert.Equal(10, At(of, new DateOnly(2024, 6, 4))["days_left"]);
        Assert.Equal(15, At(of, new DateOnly(2024, 6, 3))["days_left"]);
        Assert.Equal(2, At(of, new DateOnly(2024, 6, 20))["days_overdue"]);
    }

    [Fact]
    public void An_outcome_exists_from_the_response_on()
    {
        CaseRecord of = Open();
        of = of with { Versions = [of.Latest with { RespondedOn = new DateOnly(2024, 6, 12), Outcome = "not_upheld" }] };
        Assert.Equal("", Outcome(of, new DateOnly(2024, 6, 11)));
        Assert.Equal("not_upheld", Outcome(of, new DateOnly(2024, 6, 12)));
    }

    [Fact]
    public void An_areas_rate_counts_a_case_from_the_day_its_horizon_passed()
    {
        CaseRecord earlier = Open() with
        {
            CaseReference = "earlier",
            Versions = [Open().Latest with { RespondedOn = new DateOnly(2024, 6, 5) }],
            Escalations = [new CaseEscalation(new DateOnly(2024, 6, 7), Known.Always)],
        };
        DateOnly passed = new(2024, 8, 4);
        Assert.True(float.IsNaN(At(Open(), passed.AddDays(-1), earlier)["area_rate"]));
        Assert.Equal(1, At(Open(), passed, earlier)["area_rate"]);
    }

    [Fact]
    public void A_version_recorded_later_is_not_seen_before()
    {
        CaseVersion first = Open().Latest with { Known = new Known(DateOnly.MinValue, new DateOnly(2024, 6, 10)), PointsRaised = 1 };
        CaseVersion second = first with { Known = new Known(new DateOnly(2024, 6, 10), DateOnly.MaxValue), PointsRaised = 4 };
        CaseRecord of = Open() with { Versions = [first, second] };
        Assert.Equal(1, At(of, new DateOnly(2024, 6, 9))["points_raised"]);
        Assert.Equal(4, At(of, new DateOnly(2024, 6, 10))["points_raised"]);
    }

    private static CaseRecord Open() => new()
    {
        SourceSystem = "CRM",
        CaseReference = "case",
        Versions =
        [
            new CaseVersion
            {
                ReceivedOn = s_received, LoggedOn = s_received, AcknowledgedOn = new DateOnly(2024, 6, 4), RuleId = CodeRules.Code2024.Id,
                Landlord = "00BK", ServiceArea = "Repairs", PointsRaised = 2,
            },
        ],
    };

    private static (int Missed, int Overdue) Promises(CaseRecord of, DateOnly day)
    {
        Dictionary<string, float> row = At(of, day);
        return ((int)row["promises_missed"], (int)row["promises_overdue"]);
    }

    private static int[] OpenPromises(CaseRecord of, params int[] daysOfJune) =>
        [.. daysOfJune.Select(day => (int)At(of, new DateOnly(2024, 6, day))["promises_open"])];

    private static Dictionary<string, float> At(CaseRecord of, DateOnly day, params CaseRecord[] others)
    {
        FeatureTable table = Table(of, day, others);
        return table.Schema.Features.Select((f, i) => (f.Name, Column: table.Columns[i] as NumericColumn))
            .Where(f => f.Column is not null)
            .ToDictionary(f => f.Name, f => f.Column!.Values[0]);
    }

    private static string Outcome(CaseRecord of, DateOnly day)
    {
        FeatureTable table = Table(of, day);
        CategoricalColumn column = (CategoricalColumn)table.Columns[table.Schema.IndexOf("outcome")];
        return column.Codes[0] < 0 ? "" : column.Categories.Names[column.Codes[0]];
    }

    private static FeatureTable Table(CaseRecord of, DateOnly day, params CaseRecord[] others)
    {
        CaseHistory history = new([of, .. others], new DateOnly(2025, 1, 1));
        int index = Enumerable.Range(0, history.Cases.Length).Single(i => history.Cases[i].CaseReference == of.CaseReference);
        return new FeatureBuilder(history, LabelRule.Default).Build(
            [new PredictionPoint(index, day, PointKind.WeekOpen)], TestContext.Current.CancellationToken);
    }
}

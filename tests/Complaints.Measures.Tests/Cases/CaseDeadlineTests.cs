using Complaints.Domain.Access;
using Complaints.Domain.Code;
using Complaints.Domain.Errors;
using Complaints.Domain.Time;
using Complaints.Measures.Cases;
using Complaints.Measures.Queries;
using Complaints.Measures.Tests.Support;
using Complaints.Warehouse.Rows;

namespace Complaints.Measures.Tests.Cases;

/// <summary>
/// What a list says of the clock, by hand: 3 June 2024 is a Monday, and no bank holiday falls between it and the end of July.
/// </summary>
public sealed class CaseDeadlineTests : IAsyncLifetime
{
    private static readonly DateOnly s_cutOff = new(2024, 7, 1);

    private TestWarehouse _store = null!;

    public async ValueTask InitializeAsync()
    {
        _store = await TestWarehouse.CreateAsync();
        await _store.LoadAsync(s_cutOff, new TestRows
        {
            Landlords = [Make.Landlord("4826", "Westward")],
            Stages =
            [
                Stage("OPEN", June(24), acknowledged: June(26)),
                Stage("TODAY", June(14), acknowledged: June(17)),
                Stage("OVERDUE", June(3), acknowledged: June(5)),
                Stage("EXTENDED", June(10), acknowledged: June(11), extension: new Extension(June(20), July(9), "surveyor", true)),
                Stage("LATE", June(3), acknowledged: June(4), responded: June(20)),
                Stage("UNTOLD", June(3), responded: June(27)),
                Stage("IN-TIME", June(3), acknowledged: June(4), responded: June(18)),
            ],
        });
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task What_is_overdue_says_by_how_much_and_by_which_rule()
    {
        CaseEntry overdue = Assert.Single(await List(state: ClockState.Overdue));
        Assert.Equal("OVERDUE", overdue.CaseReference);
        Assert.Equal(
            "waits for an answer 8 working days after 2024-06-19: 10 working days from the acknowledgement on 2024-06-05 "
            + "(Code 2024 §6.3); no extension is recorded",
            overdue.Clock!.Why);
        Assert.Equal(-8, overdue.Clock.WorkingDaysLeft);
    }

    [Theory]
    [InlineData(0, "TODAY")]
    [InlineData(6, "TODAY,EXTENDED")]
    [InlineData(7, "TODAY,EXTENDED,OPEN")]
    public async Task What_is_due_within_some_days_is_listed_from_today_on_and_what_is_overdue_is_not(int within, string expected)
    {
        List<CaseEntry> due = await List(dueWithin: new WorkingDays(within));
        Assert.Equal(
            expected.Split(',').Order(StringComparer.Ordinal), due.Select(entry => entry.CaseReference).Order(StringComparer.Ordinal));
        Assert.All(due, entry => Assert.InRange(entry.Clock!.WorkingDaysLeft!.Value, 0, within));
    }

    [Fact]
    public async Task What_was_answered_late_says_from_which_day_the_clock_ran()
    {
        Dictionary<string, string> why = (await List(state: ClockState.Late)).ToDictionary(
            entry => entry.CaseReference, entry => entry.Clock!.Why);
        Assert.Equal(
            "answered 2 working days after 2024-06-18: 10 working days from the acknowledgement on 2024-06-04 (Code 2024 §6.3); "
            + "no extension is recorded",
            why["LATE"]);
        Assert.Equal(
            "answered 3 working days after 2024-06-24: 10 working days from the last day for an acknowledgement on 2024-06-10 (Code 2024 §6.3); "
            + "no extension is recorded",
            why["UNTOLD"]);
        Assert.Equal(2, why.Count);
    }

    [Fact]
    public async Task A_list_of_a_past_day_does_not_look_ahead()
    {
        List<CaseEntry> past = await List(asAt: June(19));
        CaseEntry late = past.Single(entry => entry.CaseReference == "LATE");
        Assert.Null(late.Days.Responded);
        Assert.Equal(InTimeBasis.Open, late.Clock!.Basis);
        Assert.Equal(-1, late.Clock.WorkingDaysLeft);
        // The extension was agreed on the day after.
        CaseEntry extended = past.Single(entry => entry.CaseReference == "EXTENDED");
        Assert.Null(extended.Clock!.ExtendedTo);
        Assert.Equal(June(25), extended.Clock.DueOn);
        Assert.DoesNotContain(past, entry => entry.CaseReference == "OPEN");
    }

    [Fact]
    public async Task What_a_list_cannot_be_asked_is_refused_with_what_can()
    {
        UserException homes = await Assert.ThrowsAsync<UserException>(
            () => Ask(new CaseListQuery { Figure = Of("stage1_made"), Part = CasePart.Denominator }));
        Assert.Contains("no complaints below the line", homes.What, StringComparison.Ordinal);
        UserException overdue = await Assert.ThrowsAsync<UserException>(
            () => Ask(new CaseListQuery { Figure = Of("stage1_made"), State = ClockState.Overdue, DueWithin = new WorkingDays(3) }));
        Assert.Equal("state and due within", overdue.Where);
        UserException grouped = await Assert.ThrowsAsync<UserException>(
            () => Ask(new CaseListQuery { Figure = Of("stage1_made") with { GroupBy = ["month"] } }));
        Assert.Equal("group by", grouped.Where);
    }

    private static DateOnly June(int day) => new(2024, 6, day);

    private static DateOnly July(int day) => new(2024, 7, day);

    private static FigureQuery Of(string measure, DateOnly? asAt = null) =>
        new() { Measures = [measure], Years = [ReportingYear.Parse("2024/25")], AsAt = asAt };

    private static StageRow Stage(
        string reference, DateOnly received, DateOnly? acknowledged = null, DateOnly? responded = null, Extension? extension = null)
    {
        var dates = new StageDates(Domain.Code.Stage.One, received, null, acknowledged, responded, extension);
        ClockReading clock = StageClock.Read(dates, CodeRules.Code2024, WorkingCalendar.EnglandAndWales, s_cutOff);
        return Make.Stage(reference, "4826", received, responded) with
        {
            AcknowledgedOn = acknowledged,
            ExtensionAgreedOn = extension?.AgreedOn,
            ExtensionTo = extension?.To,
            ExtensionReason = extension?.Reason,
            OmbudsmanDetailsGiven = extension?.OmbudsmanDetailsGiven,
            ClockStartedOn = clock.ClockStartedOn,
            StandardDueOn = clock.StandardDue,
            ExtendedDueOn = clock.ExtendedDue,
            ExtensionFaults = clock.ExtensionFault,
        };
    }

    private async Task<List<CaseEntry>> List(ClockState? state = null, WorkingDays? dueWithin = null, DateOnly? asAt = null) =>
        await Ask(new CaseListQuery { Figure = Of(CaseListQuery.EveryCase, asAt), State = state, DueWithin = dueWithin });

    private async Task<List<CaseEntry>> Ask(CaseListQuery query) =>
        await new WarehouseFigures(_store.Warehouse).CasesAsync(query, Principal.Demo, TestContext.Current.CancellationToken)
            .SelectMany(part => part.Cases.ToAsyncEnumerable())
            .ToListAsync();
}

using Complaints.Domain.Errors;
using Complaints.Escalation.Cases;
using Complaints.Escalation.Features;
using Complaints.Escalation.Tests.Support;

namespace Complaints.Escalation.Tests.Features;

/// <summary>A history read as the warehouse knew it: two extracts, the second of which restates the case and answers it.</summary>
public sealed class CaseHistoryReaderTests : IAsyncLifetime
{
    private const string First = "A,1,2024-06-03,2024-06-05,,Repairs,1";

    private ExtractWarehouse _loaded = null!;

    public async ValueTask InitializeAsync()
    {
        _loaded = await ExtractWarehouse.CreateAsync("2024-01-01");
        await _loaded.LoadAsync("CRM", "2024-06-10", First);
        await _loaded.LoadPromisesAsync("CRM", "2024-06-10", "A,P1,2024-06-05,2024-10-30");
        await _loaded.LoadAsync(
            "CRM",
            "2024-09-30",
            "A,1,2024-06-03,2024-06-05,2024-06-19,Lettings,3",
            "A,2,2024-07-01,,,Lettings,3",
            "B,1,2024-06-04,,,Repairs,1");
        await _loaded.LoadPromisesAsync(
            "CRM", "2024-09-30", "A,P1,2024-06-05,2024-10-30", "A,P2,2024-06-06,2024-10-30", "A,P3,,2024-10-30");
    }

    public ValueTask DisposeAsync() => _loaded.DisposeAsync();

    [Fact]
    public async Task By_event_dates_the_newest_rows_count()
    {
        CaseHistory history = await _loaded.ReadAsync(new HistoryOptions { Mode = KnowledgeMode.ByEventDates });
        CaseRecord of = history.Cases.Single(c => c.CaseReference == "A");
        Assert.Equal(2, history.Cases.Length);
        Assert.Equal("Lettings", Assert.Single(of.Versions).Category);
        Assert.Equal(new DateOnly(2024, 7, 1), of.EscalatedOn);
        Assert.Equal(new DateOnly(2024, 9, 30), history.CutOff);
    }

    [Fact]
    public async Task As_recorded_a_day_is_told_by_the_first_extract_that_covers_it()
    {
        CaseHistory history = await _loaded.ReadAsync(new HistoryOptions { Mode = KnowledgeMode.AsRecorded });
        CaseRecord of = history.Cases.Single(c => c.CaseReference == "A");
        Assert.Equal("Repairs", of.At(new DateOnly(2024, 6, 10))!.Category);
        Assert.Null(of.At(new DateOnly(2024, 6, 10))!.RespondedOn);
        Assert.Equal("Lettings", of.At(new DateOnly(2024, 6, 11))!.Category);
        Assert.False(of.IsEscalatedBy(new DateOnly(2024, 6, 30)));
        Assert.True(of.IsEscalatedBy(new DateOnly(2024, 7, 1)));
        // Received before the first extract, which did not have it: backdated.
        CaseRecord backdated = history.Cases.Single(c => c.CaseReference == "B");
        Assert.Null(backdated.At(new DateOnly(2024, 6, 10)));
        Assert.NotNull(backdated.At(new DateOnly(2024, 6, 11)));
    }

    [Fact]
    public async Task A_promise_is_open_from_the_later_of_the_day_it_was_made_and_the_first_day_told_by_its_extract()
    {
        DateOnly[] days = [new(2024, 6, 4), new(2024, 6, 5), new(2024, 6, 6), new(2024, 6, 10), new(2024, 6, 11)];
        int[] byEventDates = await OpenPromisesAsync(KnowledgeMode.ByEventDates, days);
        int[] asRecorded = await OpenPromisesAsync(KnowledgeMode.AsRecorded, days);
        Assert.Equal([0, 1, 2, 2, 2], byEventDates);
        Assert.Equal([0, 1, 1, 1, 2], asRecorded);
    }

    [Fact]
    public async Task As_known_at_a_load_later_loads_have_not_happened()
    {
        CaseHistory history = await _loaded.ReadAsync(new HistoryOptions { KnownAtLoad = 2 });
        CaseRecord of = Assert.Single(history.Cases);
        Assert.Equal("Repairs", of.Latest.Category);
        Assert.Null(of.EscalatedOn);
        Assert.Equal(new DateOnly(2024, 6, 10), history.CutOff);
    }

    [Fact]
    public async Task Before_the_first_load_there_is_no_history()
    {
        UserException error = await Assert.ThrowsAsync<UserException>(() => _loaded.ReadAsync(new HistoryOptions { KnownAtLoad = 0 }));
        Assert.Contains("complaints load", error.Message, StringComparison.Ordinal);
    }

    private async Task<int[]> OpenPromisesAsync(KnowledgeMode mode, DateOnly[] days)
    {
        CaseRecord of = (await _loaded.ReadAsync(new HistoryOptions { Mode = mode })).Cases.Single(c => c.CaseReference == "A");
        return [.. days.Select(day => PromiseCounts.Of(of.Actions, day).Open)];
    }
}

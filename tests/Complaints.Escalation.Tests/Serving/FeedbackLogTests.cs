using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Domain.Tests.Storage;
using Complaints.Escalation.Serving;

namespace Complaints.Escalation.Tests.Serving;

public sealed class FeedbackLogTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("complaints-feedback-");

    [Fact]
    public async Task Feedback_is_only_ever_added_and_comes_back_in_order()
    {
        Feedback[] all = [.. Enumerable.Range(0, 5).Select(i => Say($"note {i}\nwith a line break"))];
        foreach (Feedback feedback in all)
        {
            // Another instance each time: nothing is kept in memory.
            await new FeedbackLog(_folder.FullName).AddAsync(feedback);
        }

        Assert.Equal(all, await new FeedbackLog(_folder.FullName).ReadAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Half_a_line_left_by_a_power_failure_does_not_spoil_the_next_record()
    {
        FeedbackLog log = new(_folder.FullName);
        Feedback first = Say("first");
        await log.AddAsync(first);
        await File.AppendAllTextAsync(
            Path.Combine(_folder.FullName, FeedbackLog.FileName), "{\"id\":\"", TestContext.Current.CancellationToken);
        Feedback second = Say("second");
        await log.AddAsync(second);
        Assert.Equal([first, second], await log.ReadAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_note_too_long_is_refused_with_the_limit()
    {
        FeedbackLog log = new(_folder.FullName);
        UserException error = await Assert.ThrowsAsync<UserException>(
            () => log.AddAsync(Say(new string('x', Limits.FeedbackNoteLength + 1))));
        Assert.Contains("FeedbackNoteLength", error.Expected, StringComparison.Ordinal);
        Assert.Empty(await log.ReadAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Many_callers_at_once_lose_no_record()
    {
        FeedbackLog log = new(_folder.FullName);
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => log.AddAsync(Say($"{i}")))));
        Assert.Equal(50, (await log.ReadAsync(TestContext.Current.CancellationToken)).Select(f => f.Note).Distinct().Count());
    }

    [Theory]
    [InlineData("pipe")]
    [InlineData("device")]
    [InlineData("link to a pipe")]
    [InlineData("folder")]
    public async Task What_is_no_file_in_place_of_the_log_is_told_by_reading_and_writing(string kind)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes in folders");
        FeedbackLog log = new(_folder.FullName);
        OddFile.Put(Path.Combine(_folder.FullName, FeedbackLog.FileName), kind);
        await Assert.ThrowsAsync<UserException>(() => OddFile.WithinAsync(() => log.ReadAsync(TestContext.Current.CancellationToken)));
        await Assert.ThrowsAsync<NotReadyException>(() => OddFile.WithinAsync(() => log.AddAsync(Say("kept nowhere"))));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static Feedback Say(string note) => new()
    {
        Id = Guid.NewGuid(),
        RecordedAt = new DateTimeOffset(2025, 4, 14, 9, 0, 0, TimeSpan.Zero),
        RecordedBy = "officer",
        SourceSystem = "CRM",
        CaseReference = "C1",
        AsOf = new DateOnly(2025, 4, 14),
        ModelVersion = null,
        Action = FeedbackAction.Called,
        Outcome = FeedbackOutcome.NotKnown,
        Note = note,
    };
}

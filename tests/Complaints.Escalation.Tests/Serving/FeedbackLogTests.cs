using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Escalation.Serving;

namespace Complaints.Escalation.Tests.Serving;

public sealed class FeedbackLogTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("complaints-feedback-");

    [Fact]
    public void Feedback_is_only_ever_added_and_comes_back_in_order()
    {
        Feedback[] all = [.. Enumerable.Range(0, 5).Select(i => Say($"note {i}\nwith a line break"))];
        foreach (Feedback feedback in all)
        {
            // Another instance each time: nothing is kept in memory.
            new FeedbackLog(_folder.FullName).Add(feedback);
        }

        Assert.Equal(all, new FeedbackLog(_folder.FullName).Read());
    }

    [Fact]
    public void Half_a_line_left_by_a_power_failure_does_not_spoil_the_next_record()
    {
        FeedbackLog log = new(_folder.FullName);
        Feedback first = Say("first");
        log.Add(first);
        File.AppendAllText(Path.Combine(_folder.FullName, FeedbackLog.FileName), "{\"id\":\"");
        Feedback second = Say("second");
        log.Add(second);
        Assert.Equal([first, second], log.Read());
    }

    [Fact]
    public void A_note_too_long_is_refused_with_the_limit()
    {
        FeedbackLog log = new(_folder.FullName);
        UserException error = Assert.Throws<UserException>(() => log.Add(Say(new string('x', Limits.FeedbackNoteLength + 1))));
        Assert.Contains("FeedbackNoteLength", error.Expected, StringComparison.Ordinal);
        Assert.Empty(log.Read());
    }

    [Fact]
    public void Many_callers_at_once_lose_no_record()
    {
        FeedbackLog log = new(_folder.FullName);
        Parallel.For(0, 50, i => log.Add(Say($"{i}")));
        Assert.Equal(50, log.Read().Select(f => f.Note).Distinct().Count());
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

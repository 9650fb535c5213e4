using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Escalation.Serving.Access;

namespace Complaints.Escalation.Tests.Serving;

public sealed class AccessLogTests : IDisposable
{
    private static readonly AccessRecord s_asked = new() { By = "officer", Through = "service", Asked = RiskAccess.List };
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("complaints-access-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Folder => _folder.FullName;

    [Fact]
    public async Task A_reading_is_recorded_before_the_answer_leaves()
    {
        AccessLog log = new(Folder, TimeProvider.System);
        Assert.Equal(
            7, await log.RunAsync(s_asked, () => Task.FromResult(7), (record, rows) => record with { ModelVersion = "m", Rows = rows }));
        AccessRecord kept = Assert.Single((await new AccessLog(Folder, TimeProvider.System).ReadAsync(Token)));
        Assert.Equal(("officer", RiskAccess.List, "m", 7, null), (kept.By, kept.Asked, kept.ModelVersion, kept.Rows, kept.Refused));
        Assert.NotEqual(default, kept.At);
    }

    [Fact]
    public async Task A_refusal_is_recorded_with_its_place_and_without_its_text()
    {
        AccessLog log = new(Folder, TimeProvider.System);
        await Assert.ThrowsAsync<UserException>(() => log.RunAsync<int>(
            s_asked, () => throw new UserException("Mrs Smith is no case.", where: "case_reference"), (record, _) => record));
        Assert.Equal("case_reference", Assert.Single((await log.ReadAsync(Token))).Refused);
        Assert.DoesNotContain(
            "Smith",
            await File.ReadAllTextAsync(Path.Combine(Folder, AccessLog.FileName), TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_recorded_is_not_given_out()
    {
        Directory.CreateDirectory(Path.Combine(Folder, AccessLog.FileName));
        AccessLog log = new(Folder, TimeProvider.System);
        NotReadyException error = await Assert.ThrowsAsync<NotReadyException>(
            () => log.RunAsync(s_asked, () => Task.FromResult(1), (record, _) => record));
        Assert.Contains("cannot be recorded", error.What, StringComparison.Ordinal);
    }

    // The oldest file was deleted to make room: whoever read long enough made their own first readings go.
    [Fact]
    public async Task A_full_file_is_put_aside_and_no_record_is_ever_deleted()
    {
        AccessLog log = new(Folder, TimeProvider.System, mostBytes: 300, mostFiles: 3);
        int given = 0;
        NotReadyException? full = null;
        while (full is null && given < 100)
        {
            try
            {
                await log.AddAsync(s_asked with { Rows = given });
                given++;
            }
            catch (NotReadyException error)
            {
                full = error;
            }
        }

        Assert.Contains("AccessFiles", full!.Expected, StringComparison.Ordinal);
        FileInfo[] aside = _folder.GetFiles("access-*.jsonl");
        Assert.Equal(3, aside.Length);
        Assert.All(aside, file => Assert.InRange(file.Length, 1, 300));
        Assert.Equal(given, _folder.GetFiles("access*.jsonl").Sum(file => File.ReadAllLines(file.FullName).Length));

        // Moved to where evidence is kept, the rest goes on.
        aside[0].MoveTo(Path.Combine(Folder, "kept.jsonl"));
        await log.AddAsync(s_asked with { Rows = given });
        Assert.Equal(given, (await log.ReadAsync(Token))[^1].Rows);
    }

    [Fact]
    public async Task Writers_beside_one_another_lose_no_record()
    {
        await Task.WhenAll(
            Enumerable.Range(0, 20).Select(
                i => Task.Run(() => new AccessLog(Folder, TimeProvider.System).AddAsync(s_asked with { Rows = i }))));
        Assert.Equal(
            Enumerable.Range(0, 20), (await new AccessLog(Folder, TimeProvider.System).ReadAsync(Token)).Select(r => r.Rows).Order());
    }

    // Every caller slept on a thread of its own inside one lock, ten seconds each: a held file stalled the whole service.
    [Fact]
    public async Task A_file_that_another_program_keeps_holds_up_nobody_for_long_and_loses_nothing()
    {
        AccessLog log = new(Folder, TimeProvider.System);
        await log.AddAsync(s_asked with { Rows = 1 });
        Task[] waiting;
        using (FileStream kept = new(Path.Combine(Folder, AccessLog.FileName), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            long start = TimeProvider.System.GetTimestamp();
            waiting = [.. Enumerable.Range(0, 200).Select(_ => log.AddAsync(s_asked with { Rows = 2 }))];
            await Assert.ThrowsAsync<NotReadyException>(() => Task.WhenAll(waiting));
            Assert.All(waiting, task => Assert.IsType<NotReadyException>(task.Exception?.InnerException));
            await Assert.ThrowsAsync<NotReadyException>(() => log.AddAsync(s_asked with { Rows = 2 }));
            Assert.InRange(TimeProvider.System.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(4 * Limits.LineSeconds));
        }

        for (int look = 0; look < 500 && (await log.ReadAsync(Token)).Count < 202; look++)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        // Whoever asked in vain stands there as one that was given nothing.
        AccessRecord[] late = [.. (await log.ReadAsync(Token)).Skip(1)];
        Assert.Equal(201, late.Length);
        Assert.All(late, record => Assert.Equal((0, "not recorded in time"), (record.Rows, record.Refused)));
        await log.AddAsync(s_asked with { Rows = 3 });
        Assert.Equal(3, (await log.ReadAsync(Token))[^1].Rows);
    }

    [Fact]
    public async Task A_folder_that_is_none_is_not_made_by_looking_into_it()
    {
        string none = Path.Combine(Folder, "none");
        await new AccessLog(none, TimeProvider.System).AddAsync(s_asked);
        Assert.False(Directory.Exists(none));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

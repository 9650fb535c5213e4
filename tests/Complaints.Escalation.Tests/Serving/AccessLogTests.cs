using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Escalation.Serving.Access;

namespace Complaints.Escalation.Tests.Serving;

public sealed class AccessLogTests : IDisposable
{
    private static readonly AccessRecord s_asked = new() { By = "officer", Through = "service", Asked = RiskAccess.List };
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("complaints-access-");

    private string Folder => _folder.FullName;

    [Fact]
    public async Task A_reading_is_recorded_before_the_answer_leaves()
    {
        AccessLog log = new(Folder, TimeProvider.System);
        Assert.Equal(7, await log.RunAsync(s_asked, () => Task.FromResult(7), (record, rows) => record with { ModelVersion = "m", Rows = rows }));
        AccessRecord kept = Assert.Single(new AccessLog(Folder, TimeProvider.System).Read());
        Assert.Equal(("officer", RiskAccess.List, "m", 7, null), (kept.By, kept.Asked, kept.ModelVersion, kept.Rows, kept.Refused));
        Assert.NotEqual(default, kept.At);
    }

    [Fact]
    public async Task A_refusal_is_recorded_with_its_place_and_without_its_text()
    {
        AccessLog log = new(Folder, TimeProvider.System);
        await Assert.ThrowsAsync<UserException>(() => log.RunAsync<int>(
            s_asked, () => throw new UserException("Mrs Smith is no case.", where: "case_reference"), (record, _) => record));
        Assert.Equal("case_reference", Assert.Single(log.Read()).Refused);
        Assert.DoesNotContain("Smith", await File.ReadAllTextAsync(Path.Combine(Folder, AccessLog.FileName), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_recorded_is_not_given_out()
    {
        Directory.CreateDirectory(Path.Combine(Folder, AccessLog.FileName));
        AccessLog log = new(Folder, TimeProvider.System);
        UserException error = await Assert.ThrowsAsync<UserException>(() => log.RunAsync(s_asked, () => Task.FromResult(1), (record, _) => record));
        Assert.Contains("cannot be recorded", error.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_file_is_put_aside_and_no_more_of_those_are_kept_than_the_limit_says()
    {
        AccessLog log = new(Folder, TimeProvider.System, mostBytes: 300);
        for (int i = 0; i < 5 * (Limits.AccessFiles + 3); i++)
        {
            log.Add(s_asked with { Rows = i });
        }

        FileInfo[] aside = _folder.GetFiles("access-*.jsonl");
        Assert.Equal(Limits.AccessFiles, aside.Length);
        Assert.All(aside, file => Assert.InRange(file.Length, 1, 300));
        Assert.Equal((5 * (Limits.AccessFiles + 3)) - 1, log.Read()[^1].Rows);
    }

    [Fact]
    public void Writers_beside_one_another_lose_no_record()
    {
        Parallel.For(0, 40, i => new AccessLog(Folder, TimeProvider.System).Add(s_asked with { Rows = i }));
        Assert.Equal(Enumerable.Range(0, 40), new AccessLog(Folder, TimeProvider.System).Read().Select(r => r.Rows).Order());
    }

    [Fact]
    public void A_folder_that_is_none_is_not_made_by_looking_into_it()
    {
        string none = Path.Combine(Folder, "none");
        new AccessLog(none, TimeProvider.System).Add(s_asked);
        Assert.False(Directory.Exists(none));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

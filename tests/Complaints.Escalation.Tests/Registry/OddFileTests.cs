using Complaints.Domain.Errors;
using Complaints.Domain.Tests.Storage;

namespace Complaints.Escalation.Tests.Registry;

/// <summary>What stands in place of a model's files and is none: a pipe there kept the service waiting without end.</summary>
public class OddFileTests
{
    public static MatrixTheoryData<string, string> Faults => new(
        ["promoted.json", "manifest.json", "manifest.sha256", "open.model.json", "profile.json", "registry.lock"],
        ["pipe", "device"]);

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_file_of_the_registry_that_is_no_file_is_told_and_not_waited_for(string name, string kind)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes in folders");
        using TestRegistry test = new();
        string version = test.AddJudged();
        test.Registry.Promote(version);
        string path = Directory.GetFiles(test.Registry.Folder, name, SearchOption.AllDirectories).Single();
        File.Delete(path);
        OddFile.Put(path, kind);

        await Assert.ThrowsAsync<UserException>(() => OddFile.WithinAsync(() =>
        {
            _ = test.Registry.PromotedVersion;
            test.Registry.Load(version);
            test.Registry.Profile(version);
            test.Registry.Promote(version);
            return Task.CompletedTask;
        }));
    }
}

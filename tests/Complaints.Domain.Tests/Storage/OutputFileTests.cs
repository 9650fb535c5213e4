using Complaints.Domain.Storage;

namespace Complaints.Domain.Tests.Storage;

public sealed class OutputFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("complaints-output-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Name => Path.Combine(_folder.FullName, "out.csv");

    // An empty file was taken for a pipe and written in place: whoever read it meanwhile got a half.
    [Theory]
    [InlineData("")]
    [InlineData("before")]
    public async Task A_file_is_replaced_whole_be_it_empty_or_not(string before)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere a file that is open cannot be replaced, or a pipe not be told.");
        await File.WriteAllTextAsync(Name, before, Token);
        using FileStream open = new(Name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        await OutputFile.WriteAsync(new FileInfo(Name), "after"u8.ToArray(), Token);
        Assert.Equal("after", await File.ReadAllTextAsync(Name, Token));
        using StreamReader reader = new(open);
        Assert.Equal(before, await reader.ReadToEndAsync(Token));
        Assert.Equal([Name], Directory.GetFiles(_folder.FullName));
    }

    [Theory]
    [InlineData("pipe")]
    [InlineData("link to a pipe")]
    public async Task A_pipe_is_written_to_and_stays_one(string kind)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such pipes.");
        OddFile.Put(Name, kind);
        Task<string> read = Task.Run(() => File.ReadAllText(Name), Token);
        await OddFile.WithinAsync(() => OutputFile.WriteAsync(new FileInfo(Name), "after"u8.ToArray(), Token));
        Assert.Equal("after", await read.WaitAsync(TimeSpan.FromSeconds(20), Token));
        Assert.Equal("is a pipe or a device", RegularFile.Fault(Name));
    }

    [Fact]
    public async Task What_a_link_leads_to_is_replaced_and_the_link_stays()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right there.");
        string target = Path.Combine(_folder.FullName, "target.csv");
        await File.WriteAllTextAsync(target, "", Token);
        File.CreateSymbolicLink(Name, target);
        await OutputFile.WriteAsync(new FileInfo(Name), "after"u8.ToArray(), Token);
        Assert.Equal("after", await File.ReadAllTextAsync(target, Token));
        Assert.Equal(target, new FileInfo(Name).LinkTarget);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

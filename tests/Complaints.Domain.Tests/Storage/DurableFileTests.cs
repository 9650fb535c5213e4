using Complaints.Domain.Storage;

namespace Complaints.Domain.Tests.Storage;

public sealed class DurableFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("complaints-durable-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_replaced_file_holds_the_new_text_and_nothing_stays_beside_it()
    {
        string path = Path.Combine(_folder, "CURRENT");
        DurableFile.Replace(path, "one");
        DurableFile.Replace(path, "two");
        Assert.Equal("two", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void A_file_that_is_there_is_not_made_again()
    {
        string path = Path.Combine(_folder, "key");
        DurableFile.Create(path, "first"u8);
        Assert.Throws<IOException>(() => DurableFile.Create(path, "second"u8));
        Assert.Equal("first", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void What_a_killed_writer_left_beside_its_file_goes_and_nothing_else_does()
    {
        string path = Path.Combine(_folder, "CURRENT");
        DurableFile.Replace(path, "one");
        File.WriteAllText(path + ".abcdefgh.xyz.new", "half");
        File.WriteAllText(path + ".old", "another's");
        File.WriteAllText(Path.Combine(_folder, "OTHER.abcdefgh.xyz.new"), "another's");
        DurableFile.RemoveLeftovers(path);
        Assert.Equal(
            ["CURRENT", "CURRENT.old", "OTHER.abcdefgh.xyz.new"],
            Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_folder_takes_no_others_name()
    {
        string made = Directory.CreateDirectory(Path.Combine(_folder, "made")).FullName;
        string there = Directory.CreateDirectory(Path.Combine(_folder, "there")).FullName;
        File.WriteAllText(Path.Combine(there, "model"), "kept");
        Assert.Throws<IOException>(() => DurableFile.RenameFolder(made, there));
        Assert.Equal("kept", File.ReadAllText(Path.Combine(there, "model")));
        DurableFile.RenameFolder(made, Path.Combine(_folder, "new"));
        Assert.True(Directory.Exists(Path.Combine(_folder, "new")));
    }

    [Fact]
    public void Only_its_account_may_read_what_is_written_and_the_folders_that_are_made()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Modes are of Unix.");
        string folder = Path.Combine(_folder, "a", "b");
        PrivateFiles.CreateFolder(folder);
        string path = Path.Combine(folder, "model");
        DurableFile.Replace(path, "x");
        Assert.Equal("-rw-------", Mode(path));
        Assert.Equal("-rwx------", Mode(folder));
        Assert.Equal("-rwx------", Mode(Path.GetDirectoryName(folder)!));
    }

    private static string Mode(string path)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps no such modes.");
#pragma warning disable CA1416 // Skipped there, in a way that the analyser does not follow.
        UnixFileMode mode = File.GetUnixFileMode(path);
#pragma warning restore CA1416
        return "-" + string.Concat("rwxrwxrwx".Select((letter, at) => ((int)mode & (1 << (8 - at))) != 0 ? letter : '-'));
    }
}

using Complaints.Warehouse.DuckDb.Connections;

namespace Complaints.Warehouse.DuckDb.Tests.Connections;

/// <summary>
/// All readers of a machine spilled into one folder of a name that anybody could foretell: two processes overwrote each other's rows and
/// crashed, a planted link was followed, and rows stayed behind.
/// </summary>
public sealed class SpillFolderTests
{
    [Fact]
    public async Task What_does_not_fit_into_memory_goes_to_a_private_folder_of_the_process()
    {
        await using TestWarehouse warehouse = await TestWarehouse.CreateAsync();
        await using ISnapshot snapshot = await warehouse.Warehouse.OpenSnapshotAsync(CancellationToken.None);
        string folder = Assert.Single(await Query.RowsAsync(snapshot, "SELECT current_setting('temp_directory')"));
        string own = Path.GetDirectoryName(folder)!;
        Assert.StartsWith(Path.Combine(Path.GetTempPath(), "complaints-spill-"), own, StringComparison.Ordinal);
        Assert.NotEqual(SpillFolder.New(), SpillFolder.New());
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(own));
        }
    }

    [Fact]
    public void Each_process_has_its_own_and_one_that_ended_leaves_nothing()
    {
        SpillFolder.Held one = SpillFolder.Make(Path.GetTempPath());
        SpillFolder.Held other = SpillFolder.Make(Path.GetTempPath());
        Assert.NotEqual(one.Path, other.Path);
        other.Dispose();
        Assert.False(Directory.Exists(other.Path));
        Assert.True(Directory.Exists(one.Path));
        one.Dispose();
    }

    [Fact]
    public void What_a_killed_process_left_is_cleared_and_what_is_in_use_or_anothers_is_not()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links and modes are of Unix.");
        string temporary = Directory.CreateTempSubdirectory("complaints-spill-tests-").FullName;
        string elsewhere = Directory.CreateDirectory(Path.Combine(temporary, "elsewhere")).FullName;
        File.WriteAllText(Path.Combine(elsewhere, "in-use.lock"), "");
        string dead = Folder(temporary, "complaints-spill-dead");
        string alive = Folder(temporary, "complaints-spill-alive");
        string open = Folder(temporary, "complaints-spill-open");
        File.SetUnixFileMode(open, (UnixFileMode)0b111_101_101);
        string link = Path.Combine(temporary, "complaints-spill-link");
        Directory.CreateSymbolicLink(link, elsewhere);
        using (var held = new FileStream(Path.Combine(alive, "in-use.lock"), FileMode.Open, FileAccess.Write, FileShare.None))
        {
            SpillFolder.ClearDead(temporary);
        }

        Assert.False(Directory.Exists(dead));
        Assert.True(Directory.Exists(alive));
        Assert.True(Directory.Exists(open));
        Assert.True(File.Exists(Path.Combine(elsewhere, "in-use.lock")));
        Directory.Delete(temporary, recursive: true);
    }

    private static string Folder(string temporary, string name)
    {
        string folder = Path.Combine(temporary, name);
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.WriteAllText(Path.Combine(folder, "in-use.lock"), "");
        File.WriteAllText(Path.Combine(folder, "duckdb_temp_storage-0.tmp"), "rows");
        return folder;
    }
}

using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Rows;

namespace Complaints.Warehouse.DuckDb.Tests.Generations;

public class ModeTests
{
    /// <summary>Files were 644 in folders of 755: every account of a machine could read what a landlord knows of its residents.</summary>
    [Fact]
    public async Task Only_its_account_may_read_a_warehouse()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Modes are of Unix.");
        string folder = TestWarehouse.NewFolder();
        await using TestWarehouse warehouse = TestWarehouse.Reopen(folder);
        await warehouse.Warehouse.MigrateAsync(CancellationToken.None);
        await using (ILoadSession session = await warehouse.Warehouse.BeginLoadAsync(TestLoad.Header("2025-01-01"), CancellationToken.None))
        {
            await session.AppendAsync<LandlordRow>([Make.Landlord("A1")], CancellationToken.None);
            await session.MergeAsync<LandlordRow>(
                new MergeScope(TestLoad.Source, LoadMode.Incremental, TestLoad.File), CancellationToken.None);
            AssertPrivate(folder);
        }

        await warehouse.LoadAsync<LandlordRow>([Make.Landlord("A1")]);
        AssertPrivate(folder);
    }

    private static void AssertPrivate(string folder)
    {
        const UnixFileMode Others = (UnixFileMode)0b111_111;
        Assert.Equal((UnixFileMode)0, File.GetUnixFileMode(folder) & Others);
        Assert.All(
            Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories)
                .Where(path => !path.EndsWith(".wal", StringComparison.Ordinal)),
            path => Assert.True((File.GetUnixFileMode(path) & Others) == 0, $"{path} has mode {File.GetUnixFileMode(path)}"));
    }
}

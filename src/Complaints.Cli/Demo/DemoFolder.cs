using Complaints.Cli.Composition;
using Complaints.Domain.Errors;
using Complaints.Escalation.Registry;
using Complaints.Etl.Loading;
using Complaints.Warehouse;

namespace Complaints.Cli.Demo;

/// <summary>Where a demo works: a folder of its own, so that it never mixes sample cases into somebody's warehouse.</summary>
internal sealed class DemoFolder
{
    private readonly string _root;
    private readonly bool _temporary;
    private readonly bool _keyExisted;

    private DemoFolder(string root, bool temporary, string warehouse)
    {
        _root = root;
        _temporary = temporary;
        Location = WarehouseLocation.Parse(warehouse);
        _keyExisted = File.Exists(PseudonymKey.FileOf(Location.Folder));
    }

    /// <summary>The warehouse; one run, so that what the demo makes there is known as its own.</summary>
    public WarehouseLocation Location { get; }

    public string Warehouse => Location.Folder;

    /// <summary>What is left when the demo was stopped by hand.</summary>
    public string Remains => _temporary ? _root : Warehouse;

    public string Sample => Path.Combine(_root, "sample");

    /// <summary>The folder asked for, which must be empty or not there; else a new temporary one.</summary>
    /// <exception cref="UserException">The folder holds something.</exception>
    public static DemoFolder Choose(string? warehouse)
    {
        if (warehouse is null)
        {
            string root = Directory.CreateTempSubdirectory("complaints-demo-").FullName;
            return new DemoFolder(root, temporary: true, Path.Combine(root, "warehouse"));
        }

        string folder = Path.GetFullPath(warehouse);
        return Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()
            ? throw new UserException(
                "A demo does not load sample cases into a folder that holds something.",
                folder,
                "an empty folder, or one that is not there",
                "give another --warehouse, or leave it out for a temporary one")
            : new DemoFolder(Directory.CreateTempSubdirectory("complaints-demo-").FullName, temporary: false, folder);
    }

    /// <summary>
    /// Removes the sample; and the warehouse too, where nobody asked for its place or the demo should leave nothing. What somebody else
    /// published there meanwhile stays, and so does a key that was there before.
    /// </summary>
    public async Task CleanUpAsync(Workbench bench, bool everything)
    {
        if (everything && await RemoveWarehouseAsync(bench).ConfigureAwait(false) && !_keyExisted)
        {
            Try(() => File.Delete(PseudonymKey.FileOf(Warehouse)));
        }

        if (everything || !_temporary)
        {
            Try(() => Directory.Delete(_root, recursive: true));
        }
    }

    private async Task<bool> RemoveWarehouseAsync(Workbench bench)
    {
        if (!Directory.Exists(Warehouse))
        {
            return true;
        }

        await using IWarehouse warehouse = bench.Warehouse(Location);
        if (!await warehouse.RemoveOwnAsync(CancellationToken.None).ConfigureAwait(false))
        {
            return false;
        }

        Try(() => Directory.Delete(Path.Combine(Warehouse, ModelRegistry.FolderName), recursive: true));
        Try(() => Directory.Delete(Warehouse));
        return true;
    }

    private static void Try(Action remove)
    {
        try
        {
            remove();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A leftover is no reason to fail a demo that worked, nor to hide why another one failed.
        }
    }
}

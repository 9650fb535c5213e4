using Complaints.Warehouse;

namespace Complaints.Cli.Composition;

/// <summary>
/// Where a load works. Where there is nothing yet, a dry run works in a temporary folder, and what a load made and did not publish goes
/// again: a refusal leaves no empty warehouse behind that later commands would take for one.
/// </summary>
internal sealed class NewWarehouse : IDisposable
{
    private readonly string? _temporary;
    private readonly bool _isNew;
    private readonly bool _folderExisted;
    private bool _keep;

    private NewWarehouse(WarehouseLocation location, string? temporary, bool isNew)
    {
        Location = location;
        _temporary = temporary;
        _isNew = isNew;
        _folderExisted = Directory.Exists(location.Folder);
    }

    /// <summary>The folder to load into.</summary>
    public WarehouseLocation Location { get; }

    public static NewWarehouse At(WarehouseLocation location, bool dryRun)
    {
        if (!IsFree(location.Folder))
        {
            return new NewWarehouse(location, null, isNew: false);
        }

        if (!dryRun)
        {
            return new NewWarehouse(location, null, isNew: true);
        }

        string temporary = Directory.CreateTempSubdirectory("complaints-dry-run-").FullName;
        return new NewWarehouse(WarehouseLocation.Parse(Path.Combine(temporary, "warehouse")), temporary, isNew: true);
    }

    /// <summary>Says that a load was published.</summary>
    public void Keep() => _keep = true;

    public void Dispose()
    {
        if (!_isNew || _keep)
        {
            return;
        }

        try
        {
            Remove(_temporary ?? Location.Folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What was refused matters more than an empty folder left behind.
        }
    }

    private static bool IsFree(string folder)
    {
        try
        {
            return !Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private void Remove(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        if (_temporary is not null || !_folderExisted)
        {
            Directory.Delete(folder, recursive: true);
            return;
        }

        foreach (FileSystemInfo made in new DirectoryInfo(folder).EnumerateFileSystemInfos())
        {
            if (made is DirectoryInfo directory)
            {
                directory.Delete(recursive: true);
            }
            else
            {
                made.Delete();
            }
        }
    }
}

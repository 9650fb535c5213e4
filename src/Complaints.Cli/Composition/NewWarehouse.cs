using Complaints.Warehouse;

namespace Complaints.Cli.Composition;

/// <summary>
/// Where a load works. Where there is nothing yet, a dry run works in a temporary folder, and what a load made and did not publish goes
/// again: a refusal leaves no empty warehouse behind that later commands would take for one. What somebody else made there meanwhile stays.
/// </summary>
internal sealed class NewWarehouse : IAsyncDisposable
{
    private readonly string? _temporary;
    private readonly bool _isNew;
    private readonly bool _folderExisted;
    private readonly TimeProvider _clock;
    private bool _keep;

    private NewWarehouse(WarehouseLocation location, string? temporary, bool isNew, TimeProvider clock)
    {
        Location = location;
        _temporary = temporary;
        _isNew = isNew;
        _folderExisted = Directory.Exists(location.Folder);
        _clock = clock;
    }

    /// <summary>The folder to load into.</summary>
    public WarehouseLocation Location { get; }

    public static NewWarehouse At(WarehouseLocation location, bool dryRun, TimeProvider clock)
    {
        if (!IsFree(location.Folder))
        {
            return new NewWarehouse(location, null, isNew: false, clock);
        }

        if (!dryRun)
        {
            return new NewWarehouse(location, null, isNew: true, clock);
        }

        string temporary = Directory.CreateTempSubdirectory("complaints-dry-run-").FullName;
        return new NewWarehouse(WarehouseLocation.Parse(Path.Combine(temporary, "warehouse")), temporary, isNew: true, clock);
    }

    /// <summary>Says that a load was published.</summary>
    public void Keep() => _keep = true;

    public async ValueTask DisposeAsync()
    {
        if (!_isNew || _keep)
        {
            return;
        }

        try
        {
            if (_temporary is not null)
            {
                Directory.Delete(_temporary, recursive: true);
                return;
            }

            // The folder was free when this run began; whether it still is its own, only the lock can tell.
            await using IWarehouse warehouse = Engine.Open(Location, _clock);
            if (await warehouse.RemoveOwnAsync(CancellationToken.None).ConfigureAwait(false) && _folderExisted)
            {
                Directory.CreateDirectory(Location.Folder);
            }
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
}

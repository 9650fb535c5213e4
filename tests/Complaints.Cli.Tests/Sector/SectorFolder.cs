namespace Complaints.Cli.Tests.Sector;

/// <summary>A folder that goes away with the test.</summary>
internal sealed class SectorFolder : IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(
        System.IO.Path.GetTempPath(), "complaints-sector-" + System.IO.Path.GetRandomFileName());

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}

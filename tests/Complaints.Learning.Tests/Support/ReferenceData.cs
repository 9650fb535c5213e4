namespace Complaints.Learning.Tests.Support;

/// <summary>Real data beside the repository, or where COMPLAINTS_REFERENCE_DATA points; tests skip where it is absent.</summary>
internal static class ReferenceData
{
    public static string FileOrSkip(string relative)
    {
        string? folder = Environment.GetEnvironmentVariable("COMPLAINTS_REFERENCE_DATA") ?? Beside(AppContext.BaseDirectory);
        string? path = folder is null ? null : Path.Combine(folder, relative);
        if (path is null || !File.Exists(path))
        {
            Assert.Skip($"The reference data have no '{relative}': neither ../shared/data beside the repository nor COMPLAINTS_REFERENCE_DATA leads to it.");
        }

        return path;
    }

    private static string? Beside(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Complaints.Warehouse.sln")))
            {
                return Path.Combine(folder.FullName, "..", "shared", "data");
            }
        }

        return null;
    }
}

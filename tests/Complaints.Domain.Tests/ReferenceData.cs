namespace Complaints.Domain.Tests;

/// <summary>Finds the reference data: beside the repository root, or where COMPLAINTS_REFERENCE_DATA points.</summary>
internal static class ReferenceData
{
    internal static string FileOrSkip(string relative)
    {
        string? root = Environment.GetEnvironmentVariable("COMPLAINTS_REFERENCE_DATA") ?? BesideTheRepository();
        string? file = root is null ? null : Path.Combine(root, relative);
        Assert.SkipUnless(
            File.Exists(file), $"No reference data: {relative} is neither beside the repository nor in COMPLAINTS_REFERENCE_DATA.");
        return file!;
    }

    private static string? BesideTheRepository()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Complaints.Warehouse.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.Parent is DirectoryInfo parent ? Path.Combine(parent.FullName, "shared", "data") : null;
    }
}

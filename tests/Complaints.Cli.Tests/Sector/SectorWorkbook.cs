namespace Complaints.Cli.Tests.Sector;

/// <summary>The regulator's workbooks, which stand beside the repository and are never part of it.</summary>
internal static class SectorWorkbook
{
    /// <summary>The workbook published in a calendar year; the test is skipped where it is absent.</summary>
    public static string Path(int published)
    {
        string? set = Environment.GetEnvironmentVariable("COMPLAINTS_REFERENCE_DATA");
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(System.IO.Path.Combine(at.FullName, "Complaints.Warehouse.sln")))
        {
            at = at.Parent;
        }

        string folder = System.IO.Path.Combine(
            string.IsNullOrEmpty(set)
                ? System.IO.Path.GetFullPath(System.IO.Path.Combine(at?.FullName ?? ".", "..", "shared", "data"))
                : set,
            "rsh_tsm");
        string? file = Directory.Exists(folder) ? Directory.GetFiles(folder, $"{published}_TSM_*.xlsx").FirstOrDefault() : null;
        Assert.SkipWhen(file is null, $"no {published} workbook in {folder}; set COMPLAINTS_REFERENCE_DATA");
        return file!;
    }
}

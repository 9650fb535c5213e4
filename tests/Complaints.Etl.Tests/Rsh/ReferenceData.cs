using Complaints.Etl.Rsh;

namespace Complaints.Etl.Tests.Rsh;

/// <summary>The regulator's workbooks, which stand beside the repository and are never part of it.</summary>
internal static class ReferenceData
{
    private static readonly Lazy<Task<RshWorkbook>> s_year2023 = new(() => RshWorkbook.ReadAsync(Workbook(2024), CancellationToken.None));
    private static readonly Lazy<Task<RshWorkbook>> s_year2024 = new(() => RshWorkbook.ReadAsync(Workbook(2025), CancellationToken.None));

    public static Task<RshWorkbook> Year2023() => s_year2023.Value;

    public static Task<RshWorkbook> Year2024() => s_year2024.Value;

    /// <summary>The workbook published in a calendar year; the test is skipped where the folder is absent.</summary>
    public static string Workbook(int publishedFor)
    {
        string folder = Path.Combine(Folder(), "rsh_tsm");
        string? file = Directory.Exists(folder)
            ? Directory.GetFiles(folder, $"{publishedFor}_TSM_*.xlsx").FirstOrDefault()
            : null;
        Assert.SkipWhen(file is null, $"no {publishedFor} workbook in {folder}; set COMPLAINTS_REFERENCE_DATA");
        return file!;
    }

    /// <summary>A file of the reference data; the test is skipped where it is absent.</summary>
    public static string File(string relative)
    {
        string path = Path.Combine(Folder(), relative);
        Assert.SkipUnless(System.IO.File.Exists(path), $"no {path}; set COMPLAINTS_REFERENCE_DATA");
        return path;
    }

    private static string Folder()
    {
        string? set = Environment.GetEnvironmentVariable("COMPLAINTS_REFERENCE_DATA");
        if (!string.IsNullOrEmpty(set))
        {
            return set;
        }

        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !System.IO.File.Exists(Path.Combine(at.FullName, "Complaints.Warehouse.sln")))
        {
            at = at.Parent;
        }

        return Path.GetFullPath(Path.Combine(at?.FullName ?? ".", "..", "shared", "data"));
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Complaints.Domain.Errors;
using Complaints.Domain.Homes;
using Complaints.Domain.Time;
using Complaints.Etl.Extract.Content;
using Complaints.Etl.Extract.Sheets;

namespace Complaints.Etl.Rsh;

/// <summary>
/// The Regulator of Social Housing's landlord-level workbook of Tenant Satisfaction Measures: per landlord and stock type CH01 and CH02
/// with their numerators and denominators, and TP09 with its answers (docs/domain.md §7, §2.1, §2.7).
/// </summary>
public sealed partial class RshWorkbook
{
    private RshWorkbook(
        string path,
        ReportingYear year,
        string sheet,
        IReadOnlyList<RshLandlord> landlords,
        IReadOnlyList<RshReturn> returns,
        IReadOnlyDictionary<PublishedStockType, string> perceptionSheets,
        IReadOnlyList<RshTp09> tp09)
    {
        Path = path;
        Year = year;
        ManagementSheet = sheet;
        Landlords = landlords;
        Returns = returns;
        PerceptionSheets = perceptionSheets;
        Tp09 = tp09;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The reporting year, from the sheets' names: <c>TSM24_…</c> is 2023/24.</summary>
    public ReportingYear Year { get; }

    /// <summary>The name of the management information sheet, in which <see cref="Returns"/> stand.</summary>
    public string ManagementSheet { get; }

    /// <summary>Every landlord, in the order of the sheet.</summary>
    public IReadOnlyList<RshLandlord> Landlords { get; }

    /// <summary>Every landlord × stock type, reported or not; see <see cref="RshReturn.IsReported"/>.</summary>
    public IReadOnlyList<RshReturn> Returns { get; }

    /// <summary>The name of the perception sheet of each stock type.</summary>
    public IReadOnlyDictionary<PublishedStockType, string> PerceptionSheets { get; }

    /// <summary>TP09 of every landlord in the perception sheets.</summary>
    public IReadOnlyList<RshTp09> Tp09 { get; }

    /// <summary>Reads a workbook.</summary>
    /// <exception cref="UserException">The file is missing, is not an XLSX workbook, is too large, or is not the regulator's.</exception>
    public static Task<RshWorkbook> ReadAsync(string path, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        // The reader below is synchronous; a workbook takes about a second.
        return Task.Run(() => Read(path, ct), ct);
    }

    private static RshWorkbook Read(string path, CancellationToken ct)
    {
        using FileStream file = FileHead.Open(path, out ContentKind kind);
        if (kind != ContentKind.Zip)
        {
            throw new UserException(
                "The file is no XLSX workbook.",
                where: path,
                expected: "the regulator's landlord-level workbook of Tenant Satisfaction Measures (.xlsx)",
                fix: "download the workbook again; if it opens in a spreadsheet program, save it as .xlsx");
        }

        using Workbook workbook = Workbook.Open(path, file, ct);
        return Read(workbook, ct);
    }

    private static RshWorkbook Read(Workbook workbook, CancellationToken ct)
    {
        ReportingYear? year = null;
        RshSheet? management = null;
        Dictionary<PublishedStockType, string> perceptionSheets = [];
        List<RshTp09> tp09 = [];
        List<string> names = [];
        do
        {
            names.Add(workbook.Sheet);
            Match match = SheetName().Match(workbook.Sheet);
            if (!match.Success)
            {
                continue;
            }

            year ??= ReportingYear.FromStartYear(1999 + int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture));
            RshSheet sheet = RshSheet.Read(workbook, ct);
            if (!match.Groups["stock"].Success)
            {
                management = sheet;
                continue;
            }

            PublishedStockType stockType = StockTypes.ParsePublished(match.Groups["stock"].Value);
            perceptionSheets[stockType] = sheet.Name;
            tp09.AddRange(RshPerception.Read(sheet, stockType));
        }
        while (workbook.NextSheet());

        if (management is null || year is not ReportingYear reportingYear)
        {
            throw new UserException(
                $"The workbook has no management information sheet; its sheets are: {string.Join(", ", names.Take(20))}.",
                where: workbook.Path,
                expected: "a sheet named like TSM25_Management_Info",
                fix: "use the regulator's landlord-level workbook of Tenant Satisfaction Measures");
        }

        var (landlords, returns) = RshManagementInfo.Read(management);
        return new RshWorkbook(workbook.Path, reportingYear, management.Name, landlords, returns, perceptionSheets, tp09);
    }

    [GeneratedRegex(@"^TSM(?<year>\d\d)_(Management_Info|(?<stock>LCRA|LCHO|Combined)_Perception)$", RegexOptions.IgnoreCase)]
    private static partial Regex SheetName();
}

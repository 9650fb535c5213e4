using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Complaints.Domain.Errors;
using Complaints.Domain.Homes;
using Complaints.Domain.Time;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Complaints.Etl.Rsh;

/// <summary>
/// The Regulator of Social Housing's landlord-level workbook of Tenant Satisfaction Measures: per landlord and stock type CH01 and CH02
/// with their numerators and denominators, and TP09 with its answers (domain.md §0, §1.1, §1.5).
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
        if (!File.Exists(path))
        {
            throw new UserException(
                "The workbook is not there.",
                where: path,
                expected: "the regulator's landlord-level workbook of Tenant Satisfaction Measures (.xlsx)",
                fix: "check the path");
        }

        // The reader below is synchronous; a workbook takes about a second.
        return Task.Run(() => Read(path, ct), ct);
    }

    private static RshWorkbook Read(string path, CancellationToken ct)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            CheckSize(file, path);
            // The library asks for Windows-1252 when it starts, even for XLSX, which is always UTF-8.
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            using IExcelDataReader reader = ExcelReaderFactory.CreateOpenXmlReader(file);
            return Read(reader, path, ct);
        }
        catch (Exception e) when (e is ExcelReaderException or InvalidDataException or XmlException or IOException or FormatException or OverflowException)
        {
            throw new UserException(
                "The file cannot be read as an XLSX workbook.",
                where: path,
                expected: "the regulator's landlord-level workbook of Tenant Satisfaction Measures (.xlsx)",
                fix: "download the workbook again; if it opens in a spreadsheet program, save it as .xlsx",
                e);
        }
    }

    private static RshWorkbook Read(IExcelDataReader reader, string path, CancellationToken ct)
    {
        ReportingYear? year = null;
        RshSheet? management = null;
        Dictionary<PublishedStockType, string> perceptionSheets = [];
        List<RshTp09> tp09 = [];
        List<string> names = [];
        do
        {
            names.Add(reader.Name);
            Match match = SheetName().Match(reader.Name);
            if (!match.Success)
            {
                continue;
            }

            year ??= ReportingYear.FromStartYear(1999 + int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture));
            RshSheet sheet = RshSheet.Read(reader, path, ct);
            if (!match.Groups["stock"].Success)
            {
                management = sheet;
                continue;
            }

            PublishedStockType stockType = StockTypes.ParsePublished(match.Groups["stock"].Value);
            perceptionSheets[stockType] = sheet.Name;
            tp09.AddRange(RshPerception.Read(sheet, stockType));
        }
        while (reader.NextResult());

        if (management is null || year is not ReportingYear reportingYear)
        {
            throw new UserException(
                $"The workbook has no management information sheet; its sheets are: {string.Join(", ", names.Take(20))}.",
                where: path,
                expected: "a sheet named like TSM25_Management_Info",
                fix: "use the regulator's landlord-level workbook of Tenant Satisfaction Measures");
        }

        var (landlords, returns) = RshManagementInfo.Read(management);
        return new RshWorkbook(path, reportingYear, management.Name, landlords, returns, perceptionSheets, tp09);
    }

    // A packed file can unpack to a thousand times its size; the directory of the archive says to how much.
    private static void CheckSize(FileStream file, string path)
    {
        long unpacked = 0;
        using (ZipArchive archive = new(file, ZipArchiveMode.Read, leaveOpen: true))
        {
            foreach (ZipArchiveEntry entry in archive.Entries)
            {
                unpacked = Math.Min(unpacked + entry.Length, long.MaxValue / 2);
            }
        }

        if (file.Length > RshLimits.Bytes || unpacked > RshLimits.UnpackedBytes)
        {
            throw new UserException(
                $"The workbook has {file.Length} bytes and unpacks to {unpacked}.",
                where: path,
                expected: $"at most {RshLimits.Bytes} bytes, {RshLimits.UnpackedBytes} unpacked",
                fix: "check that this is the regulator's workbook, which has under 1 MB");
        }

        file.Position = 0;
    }

    [GeneratedRegex(@"^TSM(?<year>\d\d)_(Management_Info|(?<stock>LCRA|LCHO|Combined)_Perception)$", RegexOptions.IgnoreCase)]
    private static partial Regex SheetName();
}

/// <summary>What a workbook of the regulator may hold at most: about ten times what the two known ones hold.</summary>
internal static class RshLimits
{
    /// <summary>Bytes of the file; the known ones have 0.7 MB.</summary>
    public const long Bytes = 32L * 1024 * 1024;

    /// <summary>Bytes of one unpacked part and of all parts together; the known ones unpack to 4.6 MB.</summary>
    public const long UnpackedBytes = 128L * 1024 * 1024;

    /// <summary>Rows of a sheet; the known ones have up to 408 (every English provider would be about 1,600).</summary>
    public const int Rows = 20_000;

    /// <summary>Columns of a sheet; the known ones have up to 110.</summary>
    public const int Columns = 1_000;
}

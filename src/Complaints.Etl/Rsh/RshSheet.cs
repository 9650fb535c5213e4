using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Domain.Text;
using Complaints.Etl.Extract.Sheets;

namespace Complaints.Etl.Rsh;

/// <summary>
/// One sheet of the workbook as cells below a header row. The header row is the first that has the columns every landlord-level sheet
/// has, wherever it stands (row 3 in 2023/24, row 10 or 11 in 2024/25); the columns are found by their words, never by position.
/// </summary>
internal sealed class RshSheet
{
    public const string NameHeader = "LANDLORD NAME";
    public const string CodeHeader = "LANDLORD CODE";

    private readonly string _workbook;
    private readonly Dictionary<string, int> _columns;
    private readonly List<(int Row, RshCell[] Cells)> _rows;

    private RshSheet(string workbook, string name, Dictionary<string, int> columns, List<(int Row, RshCell[] Cells)> rows)
    {
        _workbook = workbook;
        Name = name;
        _columns = columns;
        _rows = rows;
    }

    public string Name { get; }

    /// <summary>The rows of landlords: those that have a landlord code. Notes below the table have none.</summary>
    public IEnumerable<RshSheetRow> Rows => _rows.Select(row => new RshSheetRow(this, row.Row, row.Cells));

    /// <summary>The column whose header satisfies a condition; null when there is none.</summary>
    public int? Find(Func<string, bool> header)
    {
        string? found = _columns.Keys.FirstOrDefault(header);
        return found is null ? null : _columns[found];
    }

    /// <summary>The column whose header satisfies a condition.</summary>
    /// <exception cref="UserException">There is none.</exception>
    public int Require(string wanted, Func<string, bool> header) => Find(header) ?? throw new UserException(
        $"Sheet {Name} has no column for {wanted}.",
        where: _workbook,
        expected: "the regulator's landlord-level workbook of Tenant Satisfaction Measures, 2023/24 or later",
        fix: "download the workbook again; do not rename or delete columns");

    /// <summary>Reads the sheet the workbook stands on.</summary>
    public static RshSheet Read(Workbook workbook, CancellationToken ct)
    {
        Dictionary<string, int>? columns = null;
        List<(int Row, RshCell[] Cells)> rows = [];
        while (workbook.ReadRow(ct))
        {
            if (workbook.Row > Limits.RshRows || workbook.Columns > Limits.RshColumns)
            {
                throw TooLarge(workbook);
            }

            object?[] values = workbook.Values();
            if (columns is null)
            {
                columns = HeadersOf(values);
                continue;
            }

            string code = VisibleText.Of(Convert.ToString(values[columns[CodeHeader] - 1], null) ?? "");
            if (code.Length > 0)
            {
                rows.Add((workbook.Row, Cells(values, workbook.Row)));
            }
        }

        return columns is null
            ? throw new UserException(
                $"Sheet {workbook.Sheet} has no header row with '{NameHeader}' and '{CodeHeader}'.",
                where: workbook.Path,
                expected: "a landlord-level sheet of the regulator's workbook",
                fix: "download the workbook again; do not change its sheets")
            : new RshSheet(workbook.Path, workbook.Sheet, columns, rows);
    }

    private static Dictionary<string, int>? HeadersOf(object?[] values)
    {
        Dictionary<string, int> headers = new(StringComparer.Ordinal);
        for (int column = 1; column <= values.Length; column++)
        {
            if (values[column - 1] is string text)
            {
                headers.TryAdd(RshText.Header(text), column);
            }
        }

        return headers.ContainsKey(NameHeader) && headers.ContainsKey(CodeHeader) ? headers : null;
    }

    private static RshCell[] Cells(object?[] values, int row) => [.. values.Select((value, i) => RshCell.From(value, row, i + 1))];

    private static UserException TooLarge(Workbook workbook) => new(
        $"Sheet {workbook.Sheet} is too large to be the regulator's.",
        where: workbook.Path,
        expected: $"at most {Limits.RshRows} rows and {Limits.RshColumns} columns",
        fix: "check that this is the landlord-level workbook of Tenant Satisfaction Measures");
}

using System.Globalization;
using Complaints.Domain.Errors;
using Complaints.Domain.Homes;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Reconciling;

/// <summary>Reads a row of a file of printed figures.</summary>
/// <param name="file">The file, for errors.</param>
/// <param name="header">Its columns, in order.</param>
public sealed class PrintedRow(string file, IReadOnlyList<string> header)
{
    private static readonly string[] s_required = ["landlord_code", "measure", "period", "value_as_printed"];
    private static readonly string[] s_columns =
        [.. s_required, "stock_type", "filters", "numerator", "denominator", "set", "note"];

    /// <summary>Every column that there can be, in the order of <see cref="Write"/>.</summary>
    public static IReadOnlyList<string> AllColumns => s_columns;

    private readonly Dictionary<string, int> _columns = Columns(file, header);

    /// <summary>The figure of a row.</summary>
    /// <param name="line">Its line.</param>
    /// <param name="cells">Its cells.</param>
    /// <exception cref="UserException">A cell that is not what its column holds, with file, line and column.</exception>
    public PrintedFigure Read(long line, IReadOnlyList<string> cells)
    {
        string Cell(string column) =>
            _columns.TryGetValue(column, out int at) && at < cells.Count ? cells[at].Trim() : "";
        T Of<T>(string column, Func<string, T> read)
        {
            try
            {
                return read(Cell(column));
            }
            catch (UserException error)
            {
                throw new UserException(error.What, $"{file}:{line}, column {column}", error.Expected, error.Fix, error);
            }
        }

        return new PrintedFigure
        {
            Line = line,
            Landlord = Of("landlord_code", Landlord),
            Measure = Of("measure", Measure),
            Period = Of("period", PrintedPeriod.Parse),
            Filters = [.. Of("stock_type", StockTypeFilter), .. Of("filters", Filters)],
            Value = Of("value_as_printed", Value),
            Numerator = Of("numerator", Number),
            Denominator = Of("denominator", Number),
            Set = Cell("set") is { Length: > 0 } set ? set : null,
            Note = Cell("note") is { Length: > 0 } note ? note : null,
        };
    }

    /// <summary>The cells of a figure, from which it is read again.</summary>
    public static IReadOnlyList<string> Write(PrintedFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return
        [
            figure.Whose,
            figure.Measure,
            figure.Period.Words,
            figure.Value.Text,
            figure.Filters.FirstOrDefault(filter => filter.Dimension == Dimensions.StockType.Id)?.Values[0] ?? "",
            string.Join(';', figure.Parts.Select(part => $"{part.Dimension}={string.Join('|', part.Values)}")),
            figure.Numerator?.ToString(CultureInfo.InvariantCulture) ?? "",
            figure.Denominator?.ToString(CultureInfo.InvariantCulture) ?? "",
            figure.Set ?? "",
            figure.Note ?? "",
        ];
    }

    private static Dictionary<string, int> Columns(string file, IReadOnlyList<string> header)
    {
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach ((int at, string name) in header.Index())
        {
            if (!s_columns.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw Header(file, $"There is no column '{name}' in a file of printed figures.");
            }

            if (!columns.TryAdd(name, at))
            {
                throw Header(file, $"The column '{name}' is there twice.");
            }
        }

        return s_required.FirstOrDefault(name => !columns.ContainsKey(name)) is string missing
            ? throw Header(file, $"The file has no column '{missing}'.")
            : columns;
    }

    private static UserException Header(string file, string what) => new(
        what,
        file,
        $"the columns {string.Join(", ", s_required)}, and any of {string.Join(", ", s_columns.Except(s_required))}",
        "name the columns so, on the file's first line");

    private static LandlordCode? Landlord(string text) =>
        string.Equals(text, PrintedFigure.Sector, StringComparison.OrdinalIgnoreCase) ? null : LandlordCode.Parse(text);

    private static string Measure(string text) => text.Length > 0
        ? text
        : throw new UserException(
            "The figure names no measure.", null, "an id such as ch02_stage1", "list them with 'complaints measures'");

    private static PrintedNumber Value(string text) => PrintedNumber.TryParse(text, out PrintedNumber? value)
        ? value!
        : throw new UserException(
            $"'{text}' is not a printed number.",
            expected: "the value with its mark and its places, such as 26%, 48.0, 1,025 or £92,236.77",
            fix: "write the value as the report does; leave out figures that it gives in words alone");

    private static decimal? Number(string text) => text.Length == 0
        ? null
        : PrintedNumber.TryParse(text, out PrintedNumber? value)
            ? value!.Value
            : throw new UserException($"'{text}' is not a number.", null, "a number such as 353", "leave it empty where none is printed");

    private static IEnumerable<QueryFilter> StockTypeFilter(string text) => text.Length == 0
        ? []
        : [new QueryFilter(Dimensions.StockType.Id, [StockTypes.Code(StockTypes.Parse(text))])];

    private static string[] Items(string text, char separator) =>
        text.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    // dimension=value, several with a semicolon between them; any of several values with a bar.
    private static List<QueryFilter> Filters(string text)
    {
        var filters = new List<QueryFilter>();
        foreach (string part in Items(text, ';'))
        {
            string[] sides = part.Split('=', 2, StringSplitOptions.TrimEntries);
            string[] values = sides.Length == 2 ? Items(sides[1], '|') : [];
            Dimension? dimension = values.Length == 0 ? null : Dimensions.Find(sides[0]);
            if (dimension is null || dimension.IsPeriod || dimension == Dimensions.Landlord || dimension == Dimensions.StockType
                || filters.Exists(filter => filter.Dimension == dimension.Id))
            {
                throw new UserException(
                    string.Create(CultureInfo.InvariantCulture, $"'{part}' is not a filter of a printed figure."),
                    expected: "dimension=value, such as service_area=Repairs or outcome=upheld|partially_upheld; several with a semicolon",
                    fix: "name each dimension once; landlord, period and stock type have columns of their own");
            }

            filters.Add(new QueryFilter(dimension.Id, values));
        }

        return filters;
    }
}

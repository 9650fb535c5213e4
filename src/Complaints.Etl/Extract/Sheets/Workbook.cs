using System.Text;
using System.Xml;
using Complaints.Domain;
using Complaints.Domain.Errors;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Complaints.Etl.Extract.Sheets;

/// <summary>
/// An XLSX workbook, sheet by sheet and row by row. Everything in the product that reads a workbook reads it through here: the guard has
/// looked through the container first, and what the reading library throws is told as a fault of the file.
/// </summary>
internal sealed class Workbook : IDisposable
{
    private const string Visible = "visible";

    private readonly IExcelDataReader _reader;
    private SheetFacts? _facts;

    private Workbook(string path, IExcelDataReader reader)
    {
        Path = path;
        _reader = reader;
    }

    /// <summary>The file.</summary>
    internal string Path { get; }

    /// <summary>The name of the sheet it stands on.</summary>
    internal string Sheet => _reader.Name;

    /// <summary>Whether somebody who opens the workbook sees the sheet.</summary>
    internal bool IsShown => string.Equals(_reader.VisibleState, Visible, StringComparison.OrdinalIgnoreCase);

    /// <summary>The row it stands on, from 1; 0 before the first.</summary>
    internal int Row { get; private set; }

    /// <summary>Columns of the sheet.</summary>
    internal int Columns => _reader.FieldCount;

    /// <summary>What the values of the sheet's cells do not say; known once a row is read.</summary>
    internal SheetFacts Facts => _facts ?? throw new InvalidOperationException("No row of the sheet has been read.");

    /// <exception cref="UserException">Not a workbook, damaged, or over a limit.</exception>
    internal static Workbook Open(string path, FileStream file, CancellationToken cancellationToken)
    {
        WorkbookGuard.Check(path, file, cancellationToken);
        // The library asks for Windows-1252 when it starts, even for XLSX, which is always UTF-8.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Guarded(path, () => new Workbook(path, ExcelReaderFactory.CreateOpenXmlReader(file)));
    }

    /// <summary>Moves on to the next sheet, before its first row.</summary>
    internal bool NextSheet()
    {
        (Row, _facts) = (0, null);
        return Guarded(Path, _reader.NextResult);
    }

    /// <summary>Moves back to the first sheet, before its first row.</summary>
    internal void Restart()
    {
        (Row, _facts) = (0, null);
        Guarded(Path, () =>
        {
            _reader.Reset();
            return true;
        });
    }

    /// <summary>Moves to the next row.</summary>
    /// <returns>False after the last.</returns>
    internal bool ReadRow(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        CheckColumns();
        _facts ??= Guarded(Path, () => SheetScan.Run(Path, Sheet, cancellationToken));
        if (!Guarded(Path, _reader.Read))
        {
            return false;
        }

        return ++Row <= Limits.SheetRows
            ? true
            : throw Refusal.TooBig(
                Path,
                FormattableString.Invariant($"The sheet has more than {Limits.SheetRows:N0} rows."),
                FormattableString.Invariant($"at most {Limits.SheetRows:N0} rows, as Excel allows"));
    }

    /// <summary>The values of the row's cells, null where one is empty; the text of what it shows where it failed.</summary>
    internal object?[] Values() => Guarded(Path, () =>
    {
        var values = new object?[_reader.FieldCount];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Facts.FailureAt(Row, i + 1) ?? _reader.GetValue(i);
        }

        return values;
    });

    public void Dispose() => _reader.Dispose();

    private void CheckColumns()
    {
        if (_reader.FieldCount > Limits.FileColumns)
        {
            throw Refusal.TooBig(
                Path,
                FormattableString.Invariant($"The sheet '{Sheet}' has {_reader.FieldCount:N0} columns."),
                FormattableString.Invariant($"at most {Limits.FileColumns:N0} columns"));
        }
    }

    private static T Guarded<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (IsOfTheFile(e))
        {
            throw Refusal.Truncated(path, "the workbook cannot be read", e);
        }
    }

    // The reader does not wrap what a malformed part makes it throw; none of these can come from a sound workbook.
    private static bool IsOfTheFile(Exception e) => e
        is ExcelReaderException
        or XmlException
        or InvalidDataException
        or IOException
        or FormatException
        or OverflowException
        or ArgumentException
        or IndexOutOfRangeException
        or InvalidOperationException
        or InvalidCastException
        or NullReferenceException
        or NotSupportedException;
}

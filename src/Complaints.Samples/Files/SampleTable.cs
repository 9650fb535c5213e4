using System.Text;
using Complaints.Domain.Text;

namespace Complaints.Samples.Files;

/// <summary>A data file that is written row by row; it knows the line it is on.</summary>
internal sealed class SampleTable : IAsyncDisposable
{
    private readonly StreamWriter _text;
    private readonly int _columns;
    private readonly char _delimiter;

    public SampleTable(string folder, string name, string[] headers, char delimiter = ',', bool byteOrderMark = false)
    {
        Name = name;
        _columns = headers.Length;
        _delimiter = delimiter;
        _text = new StreamWriter(
            new FileStream(Path.Combine(folder, name), FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16, useAsync: true),
            new UTF8Encoding(byteOrderMark),
            1 << 16);
        WriteCells(headers);
    }

    public string Name { get; }

    /// <summary>Data rows written.</summary>
    public long Rows { get; private set; } = -1;

    /// <summary>The line of the row written last; the header is line 1. No cell holds a line break.</summary>
    public long Line => Rows + 1;

    public GeneratedFile Summary => new(Name, Rows);

    /// <summary>Writes a row with a cell for every column.</summary>
    public void Write(params ReadOnlySpan<string?> cells)
    {
        if (cells.Length != _columns)
        {
            throw new InvalidOperationException($"{Name}: {cells.Length} cells for {_columns} columns.");
        }

        WriteCells(cells);
    }

    /// <summary>Writes a row as it comes: with --faults some have too many or too few cells.</summary>
    public void WriteRagged(ReadOnlySpan<string?> cells) => WriteCells(cells);

    /// <summary>Hands full buffers to the disk without blocking the caller's thread; call it every few thousand rows.</summary>
    public Task FlushAsync() => _text.FlushAsync();

    public ValueTask DisposeAsync() => _text.DisposeAsync();

    private void WriteCells(ReadOnlySpan<string?> cells)
    {
        CsvLine.Write(_text, cells, _delimiter);
        _text.Write('\n');
        Rows++;
    }
}

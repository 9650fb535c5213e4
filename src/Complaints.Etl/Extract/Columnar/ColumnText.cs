using Parquet;
using Parquet.Data;
using Parquet.Schema;

namespace Complaints.Etl.Extract.Columnar;

/// <summary>One column of a Parquet file, a row group at a time, as text from its first row to its last.</summary>
internal abstract class ColumnText(DataField field)
{
    /// <summary>Exact wherever the file is: decimals of any length, days as days.</summary>
    internal static ParquetOptions Options { get; } = new()
    {
        TreatByteArrayAsString = true,
        UseBigDecimal = true,
        UseDateOnlyTypeForDates = true,
    };

    internal string Name => Field.Name;

    /// <summary>Whether its values are days or times.</summary>
    internal bool HoldsDays => Field is DateTimeDataField or TimeDataField || Field.ClrType == typeof(DateOnly);

    protected DataField Field { get; } = field;

    /// <summary>Reads the column's values of a row group.</summary>
    internal abstract ValueTask LoadAsync(ParquetRowGroupReader group, CancellationToken cancellationToken);

    /// <summary>The text of the next row; "" where there is no value.</summary>
    internal abstract string Next();

    /// <summary>The reader of a column; null for values that have no text of their own.</summary>
    internal static ColumnText? Of(DataField field) => ValueText.Of(field) switch
    {
        Func<ReadOnlyMemory<char>, string> text => new Values<ReadOnlyMemory<char>>(field, text),
        Func<ReadOnlyMemory<byte>, string> text => new Values<ReadOnlyMemory<byte>>(field, text),
        Func<bool, string> text => new Values<bool>(field, text),
        Func<sbyte, string> text => new Values<sbyte>(field, text),
        Func<byte, string> text => new Values<byte>(field, text),
        Func<short, string> text => new Values<short>(field, text),
        Func<ushort, string> text => new Values<ushort>(field, text),
        Func<int, string> text => new Values<int>(field, text),
        Func<uint, string> text => new Values<uint>(field, text),
        Func<long, string> text => new Values<long>(field, text),
        Func<ulong, string> text => new Values<ulong>(field, text),
        Func<Half, string> text => new Values<Half>(field, text),
        Func<float, string> text => new Values<float>(field, text),
        Func<double, string> text => new Values<double>(field, text),
        Func<BigDecimal, string> text => new Values<BigDecimal>(field, text),
        Func<DateOnly, string> text => new Values<DateOnly>(field, text),
        Func<DateTime, string> text => new Values<DateTime>(field, text),
        Func<Guid, string> text => new Values<Guid>(field, text),
        _ => null,
    };

    private sealed class Values<T>(DataField field, Func<T, string> text) : ColumnText(field)
        where T : struct
    {
        private T[] _values = [];
        private int[] _levels = [];
        private int _row;
        private int _value;

        internal override async ValueTask LoadAsync(ParquetRowGroupReader group, CancellationToken cancellationToken)
        {
            int rows = checked((int)group.RowCount);
            if (_values.Length < rows)
            {
                _values = new T[rows];
                _levels = Field.MaxDefinitionLevel > 0 ? new int[rows] : [];
            }

            (_row, _value) = (0, 0);
            if (rows > 0)
            {
                await group.ReadRawAsync<T>(
                    Field,
                    _values.AsMemory(0, rows),
                    _levels.Length > 0 ? _levels.AsMemory(0, rows) : default(Memory<int>?),
                    repetitionLevels: null,
                    cancellationToken).ConfigureAwait(false);
            }
        }

        // Values are stored without gaps; where one is missing, the level says so.
        internal override string Next() =>
            _levels.Length > 0 && _levels[_row++] < Field.MaxDefinitionLevel ? "" : text(_values[_value++]);
    }
}

namespace Apache.Arrow;

/// <summary>Some rows, column by column. Disposing it gives memory of others back to them.</summary>
public class RecordBatch : IDisposable
{
    private readonly IReadOnlyList<IArrowArray> arrays;
    private readonly IDisposable? memory;

    public RecordBatch(Schema schema, IEnumerable<IArrowArray> data, int length)
        : this(schema, [.. data], length, memory: null)
    {
    }

    internal RecordBatch(Schema schema, IReadOnlyList<IArrowArray> arrays, int length, IDisposable? memory)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (arrays.Count != schema.FieldsList.Count)
        {
            throw new ArgumentException($"The schema has {schema.FieldsList.Count} columns and the batch {arrays.Count}.", nameof(arrays));
        }

        Schema = schema;
        Length = length;
        this.arrays = arrays;
        this.memory = memory;
    }

    public Schema Schema { get; }

    public int Length { get; }

    public int ColumnCount => arrays.Count;

    public IEnumerable<IArrowArray> Arrays => arrays;

    public IArrowArray Column(int i) => arrays[i];

    public IArrowArray Column(string columnName) => arrays[Schema.GetFieldIndex(columnName)];

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            memory?.Dispose();
        }
    }
}

/// <summary>A run of bytes: one of the parts of a column.</summary>
public readonly struct ArrowBuffer(ReadOnlyMemory<byte> data)
{
    public static ArrowBuffer Empty => new(ReadOnlyMemory<byte>.Empty);

    public ReadOnlyMemory<byte> Memory { get; } = data;

    public ReadOnlySpan<byte> Span => Memory.Span;

    public int Length => Memory.Length;

    public bool IsEmpty => Memory.IsEmpty;
}

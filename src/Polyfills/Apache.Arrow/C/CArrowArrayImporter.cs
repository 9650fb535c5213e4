using Apache.Arrow.Types;

namespace Apache.Arrow.C;

/// <summary>Takes batches over from the C data interface, without copying.</summary>
public static unsafe class CArrowArrayImporter
{
    public static RecordBatch ImportRecordBatch(CArrowArray* ptr, Schema schema)
    {
        if (ptr is null || ptr->release is null)
        {
            throw new ArgumentException("There is no batch to import, or it was already released.", nameof(ptr));
        }

        var memory = new ImportedMemory(ptr);
        try
        {
            var arrays = ChildrenOf(memory, in memory.Array, schema.FieldsList).Select(ArrowArrayFactory.BuildArray).ToList();
            return new RecordBatch(schema, arrays, checked((int)memory.Array.length), memory);
        }
        catch
        {
            memory.Dispose();
            throw;
        }
    }

    private static ArrayData[] ChildrenOf(ImportedMemory memory, in CArrowArray array, IReadOnlyList<Field> fields)
    {
        if (array.n_children != fields.Count)
        {
            throw new ArgumentException($"The schema has {fields.Count} columns and the batch {array.n_children}.");
        }

        var children = new ArrayData[fields.Count];
        for (var i = 0; i < children.Length; i++)
        {
            children[i] = DataOf(memory, in *array.children[i], fields[i].DataType);
        }

        return children;
    }

    private static ArrayData DataOf(ImportedMemory memory, in CArrowArray array, IArrowType type)
    {
        var values = checked((int)(array.offset + array.length));
        var children = type is NestedType nested ? ChildrenOf(memory, in array, nested.Fields) : [];
        var buffers = new List<ArrowBuffer>();
        for (var i = 0; i < array.n_buffers; i++)
        {
            buffers.Add(memory.Buffer(array.buffers[i], SizeOf(i, values, type, in array)));
        }

        return new ArrayData(
            type, checked((int)array.length), checked((int)array.null_count), checked((int)array.offset), buffers, children);
    }

    /// <summary>Bytes in a buffer: the bitmap first, then the values, or the offsets and what they lead to.</summary>
    private static int SizeOf(int buffer, int values, IArrowType type, in CArrowArray array) => (buffer, type) switch
    {
        (0, _) => BytesFor(values, 1),
        (1, FixedWidthType fixedWidth) => BytesFor(values, fixedWidth.BitWidth),
        (1, _) => checked((values + 1) * sizeof(int)),
        (2, StringType or BinaryType) => ((int*)array.buffers[1])[values],
        _ => throw new NotSupportedException($"The Arrow type {type.Name} with {array.n_buffers} buffers is not supported."),
    };

    private static int BytesFor(int values, int bits) => checked((int)((((long)values * bits) + 7) / 8));
}

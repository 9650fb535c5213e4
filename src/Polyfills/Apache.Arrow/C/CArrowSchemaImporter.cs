using System.Globalization;
using System.Runtime.InteropServices;
using Apache.Arrow.Types;

namespace Apache.Arrow.C;

/// <summary>Reads types from the C data interface and releases what it read, whether it could or not.</summary>
public static unsafe class CArrowSchemaImporter
{
    private const long NullableFlag = 2;

    public static Schema ImportSchema(CArrowSchema* ptr)
    {
        if (ptr is null || ptr->release is null)
        {
            throw new ArgumentException("There is no schema to import, or it was already released.", nameof(ptr));
        }

        try
        {
            return TypeOf(ptr) is StructType rows
                ? new Schema(rows.Fields, metadata: null)
                : throw new ArgumentException("A schema is imported from a structure with a field for each column.", nameof(ptr));
        }
        finally
        {
            CArrowSchema.CallReleaseFunc(ptr);
        }
    }

    private static Field FieldOf(CArrowSchema* schema) =>
        new(Text(schema->name), TypeOf(schema), (schema->flags & NullableFlag) != 0);

    private static Field[] ChildrenOf(CArrowSchema* schema)
    {
        var fields = new Field[schema->n_children];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = FieldOf(schema->children[i]);
        }

        return fields;
    }

    private static ArrowType TypeOf(CArrowSchema* schema)
    {
        var format = Text(schema->format);
        if (schema->dictionary is not null)
        {
            throw Unsupported("dictionary of " + Text(schema->dictionary->format));
        }

        return format switch
        {
            "n" => NullType.Default,
            "b" => BooleanType.Default,
            "c" => Int8Type.Default,
            "C" => UInt8Type.Default,
            "s" => Int16Type.Default,
            "S" => UInt16Type.Default,
            "i" => Int32Type.Default,
            "I" => UInt32Type.Default,
            "l" => Int64Type.Default,
            "L" => UInt64Type.Default,
            "f" => FloatType.Default,
            "g" => DoubleType.Default,
            "u" => StringType.Default,
            "z" => BinaryType.Default,
            "tdD" => Date32Type.Default,
            "ttu" => new Time64Type(TimeUnit.Microsecond),
            "ttn" => new Time64Type(TimeUnit.Nanosecond),
            "+l" => new ListType(ChildrenOf(schema).Single()),
            "+s" => new StructType(ChildrenOf(schema)),
            ['d', ':', .. var digits] => DecimalOf(digits),
            ['t', 's', var unit, ':', .. var zone] => new TimestampType(UnitOf(unit), zone.Length == 0 ? null : zone),
            _ => throw Unsupported(format),
        };
    }

    private static Decimal128Type DecimalOf(string digits)
    {
        var numbers = digits.Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return numbers is [_, _] or [_, _, 128]
            ? new Decimal128Type(numbers[0], numbers[1])
            : throw Unsupported("d:" + digits);
    }

    private static TimeUnit UnitOf(char unit) => unit switch
    {
        's' => TimeUnit.Second,
        'm' => TimeUnit.Millisecond,
        'u' => TimeUnit.Microsecond,
        'n' => TimeUnit.Nanosecond,
        _ => throw Unsupported("ts" + unit),
    };

    private static string Text(byte* utf8) => Marshal.PtrToStringUTF8((IntPtr)utf8) ?? string.Empty;

    private static NotSupportedException Unsupported(string format) =>
        new($"The Arrow type '{format}' is not supported; cast the column in SQL to one that is.");
}

using Google.Protobuf;
using Google.Protobuf.Collections;
using Google.Protobuf.Reflection;

namespace Complaints.Service.Tests.Fuzz;

/// <summary>Messages of any contract, filled with values that a service is glad of and values that it is not.</summary>
internal sealed class RandomMessages(Random random, IReadOnlyList<string> known)
{
    private const int Depth = 3;

    private static readonly string[] s_texts =
    [
        "",
        " ",
        "stage1_made",
        "stage2_made",
        "ch01_stage1",
        "ch02_stage1_extension",
        "escalation_rate",
        "mean_days_to_respond_stage1",
        "landlord",
        "stock_type",
        "reporting_year",
        "quarter",
        "month",
        "category",
        "LCRA",
        "LCHO",
        "2024/25",
        "2024/26",
        "1899/00",
        "9999/00",
        "2024/25 Q1",
        "2024-04",
        "2024-04-01",
        "2025-06-30",
        "0001-01-01",
        "1900-01-01",
        "9899-12-31",
        "9999-12-31",
        "9999-12-30",
        "2024-02-30",
        "-1",
        "0",
        "1e999",
        "NaN",
        "null",
        "?",
        "*",
        "%",
        "'; DROP TABLE fact_stage; --",
        "\"",
        "\\",
        "\0",
        "a\0b",
        "\u001b[31m",
        "\u202e",
        "é",
        "€",
        "𝄞",
        "\ud83d\ude00",
        "\u00a0",
        "\t\r\n",
        "/etc/passwd",
        "../../x",
        "C:\\x",
        "{}",
        "$p0",
        "complaints.v1.Reporting",
        "grpc.health.v1.Health", "complaints.v1.QueryRequest.measures", "complaints/v1/reporting.proto",
    ];

    private static readonly int[] s_numbers =
    [
        0, 1, 2, 5, 12, 13, 20, 100, 1_000, 1_001, 100_000, 100_001, -1, -2, int.MaxValue, int.MinValue,
    ];
    private static readonly double[] s_reals =
    [
        0, -0.0, 0.5, 1, -1, 1e-300, 1e300, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon,
    ];

    public IMessage Next(MessageDescriptor of, int depth = 0)
    {
        IMessage message = of.Parser.ParseFrom([]);
        foreach (FieldDescriptor field in of.Fields.InDeclarationOrder().Where(_ => random.Next(3) > 0))
        {
            if (field.IsMap || (field.FieldType == FieldType.Message && depth >= Depth))
            {
                continue;
            }

            if (field.IsRepeated)
            {
                var list = (System.Collections.IList)field.Accessor.GetValue(message);
                for (int more = random.Next(4); more > 0; more--)
                {
                    list.Add(Value(field, depth));
                }
            }
            else
            {
                field.Accessor.SetValue(message, Value(field, depth));
            }
        }

        return message;
    }

    private object Value(FieldDescriptor field, int depth) => field.FieldType switch
    {
        FieldType.String => Text(),
        FieldType.Bytes => ByteString.CopyFromUtf8(Text()),
        FieldType.Bool => random.Next(2) == 0,
        FieldType.Int32 or FieldType.SInt32 => s_numbers[random.Next(s_numbers.Length)],
        FieldType.Int64 or FieldType.SInt64 => (long)s_numbers[random.Next(s_numbers.Length)],
        FieldType.Double => s_reals[random.Next(s_reals.Length)],
        FieldType.Enum => Enum.ToObject(field.EnumType.ClrType, random.Next(-1, 9)),
        FieldType.Message => Next(field.MessageType, depth + 1),
        _ => throw new NotSupportedException($"A field of type {field.FieldType} is new to the fuzz."),
    };

    private string Text() => random.Next(12) switch
    {
        0 => new string((char)random.Next('A', 'z'), random.Next(5_000)),
        1 or 2 or 3 when known.Count > 0 => known[random.Next(known.Count)],
        _ => s_texts[random.Next(s_texts.Length)],
    };
}

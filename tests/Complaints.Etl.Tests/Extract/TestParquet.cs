using Parquet;
using Parquet.Schema;

namespace Complaints.Etl.Tests.Extract;

/// <summary>Writes small Parquet files.</summary>
internal static class TestParquet
{
    /// <summary>A file of texts, null where a cell has none.</summary>
    internal static Task<byte[]> OfTextAsync(string[] names, IEnumerable<string?[]> rows)
    {
        string?[][] all = [.. rows];
        return OfAsync(
            new ParquetSchema([.. names.Select(name => new DataField<string>(name))]),
            async (group, fields) =>
            {
                for (int i = 0; i < fields.Length; i++)
                {
                    await group.WriteAsync(fields[i], [.. all.Select(row => row[i]!)]);
                }
            });
    }

    /// <summary>A file of row groups, each written by one of the given.</summary>
    internal static async Task<byte[]> OfAsync(ParquetSchema schema, params Func<ParquetRowGroupWriter, DataField[], Task>[] groups)
    {
        using var memory = new MemoryStream();
        await using (
            ParquetWriter writer = await ParquetWriter.CreateAsync(
                schema, memory, cancellationToken: TestContext.Current.CancellationToken))
        {
            foreach (Func<ParquetRowGroupWriter, DataField[], Task> write in groups)
            {
                using ParquetRowGroupWriter group = writer.CreateRowGroup();
                await write(group, schema.DataFields);
            }
        }

        return memory.ToArray();
    }
}

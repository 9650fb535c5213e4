using System.Text;
using Complaints.Etl.Extract;

namespace Complaints.Etl.Tests.Extract;

public sealed class TableTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("complaints-table-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("a,b\n1,\"x, \"\"y\"\"\nz\"\n2,ü\n", ",")]
    [InlineData("a;b\n1;\"x, \"\"y\"\"\nz\"\n2;ü\n", ";")]
    [InlineData("a\tb\n1\t\"x, \"\"y\"\"\nz\"\n2\tü\n", "\t")]
    [InlineData("a|b\r\n1|\"x, \"\"y\"\"\nz\"\r\n\r\n2|ü", "|")]
    public async Task Delimiters_quotes_and_embedded_line_breaks_are_read_in_every_encoding(string text, string delimiter)
    {
        Encoding windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        Encoding[] encodings =
        [
            new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, new UnicodeEncoding(false, false),
            windows,
        ];
        foreach (Encoding encoding in encodings)
        {
            (TableInfo info, List<TableRow> rows) = await ReadAsync("t.txt", [.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);

            Assert.Equal(["a", "b"], info.Header);
            Assert.Equal(delimiter[0], info.Delimiter);
            Assert.Equal(["1|x, \"y\"\nz", "2|ü"], rows.Select(row => string.Join('|', row.Cells)));
            Assert.Equal(2, rows[0].Line);
        }
    }

    [Fact]
    public async Task A_workbook_keeps_text_whole_numbers_and_its_row_numbers()
    {
        byte[] workbook = TestWorkbook.Of(
            [["Ref", "UPRN", "Rate"], ["00123", "=100023336956", "=0.125"], [], ["x ", "=1.00023336956E+11", "=45384"]]);

        (TableInfo info, List<TableRow> rows) = await ReadAsync("t.xlsx", workbook);

        Assert.Equal("Sheet1", info.Sheet);
        Assert.Equal(
            ["2|00123|100023336956|0.125", "4|x |100023336956|45384"], rows.Select(row => $"{row.Line}|{string.Join('|', row.Cells)}"));
    }

    [Fact]
    public async Task A_header_of_two_lines_is_joined_as_its_merged_cells_reach()
    {
        (TableInfo info, _) = await ReadAsync(
            "t.csv",
            Encoding.UTF8.GetBytes("Complaints register\n,Stage 1,,Stage 2,\nRef,Received,Responded,Received,Responded\nA,1,2,3,4\n"),
            new ReadOptions { HeaderRow = 2, HeaderRows = 2 });

        Assert.Equal(["Ref", "Stage 1 Received", "Stage 1 Responded", "Stage 2 Received", "Stage 2 Responded"], info.Header);
    }

    private async Task<(TableInfo Info, List<TableRow> Rows)> ReadAsync(string name, byte[] content, ReadOptions? options = null)
    {
        string path = Path.Combine(_folder, name);
        await File.WriteAllBytesAsync(path, content, TestContext.Current.CancellationToken);
        await using ITable table = await TableFile.OpenAsync(path, options ?? ReadOptions.Default, TestContext.Current.CancellationToken);
        var rows = new List<TableRow>();
        for (IReadOnlyList<TableRow> batch = await table.ReadAsync(1, default); batch.Count > 0; batch = await table.ReadAsync(1, default))
        {
            rows.AddRange(batch);
        }

        return (table.Info, rows);
    }
}

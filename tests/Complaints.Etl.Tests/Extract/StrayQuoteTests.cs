using System.Text;
using Complaints.Etl.Extract;

namespace Complaints.Etl.Tests.Extract;

/// <summary>
/// A stray quotation mark swallowed the rows up to the next one: 300 of 1,000 were lost and the load called itself complete. Each case says
/// which lines are read as rows and which are held back.
/// </summary>
public sealed class StrayQuoteTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("complaints-quotes-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("in the last column", "R-1,03/06/2024,lift|R-2,04/06/2024,\"6ft fence|R-3,05/06/2024,noise|R-4,06/06/2024,12\" pipe|R-5,07/06/2024,damp", "3")]
    [InlineData("in the middle", "R-1,lift,03/06/2024|R-2,\"6ft fence,04/06/2024|R-3,noise,05/06/2024|R-4,12\" pipe,06/06/2024|R-5,damp,07/06/2024", "3")]
    [InlineData("in the first column", "\"R-1,03/06/2024,lift|R-2,04/06/2024,fence|R-3,05/06/2024,12\" pipe|R-4,06/06/2024,noise", "2")]
    [InlineData("in a cell beyond the header", "R-1,03/06/2024,lift,,,\"6ft fence|R-2,04/06/2024,noise|R-3,05/06/2024,12\" pipe|R-4,06/06/2024,damp", "2")]
    [InlineData("closed where a cell ends", "R-1,03/06/2024,lift|R-2,04/06/2024,\"6ft fence|R-3,05/06/2024,noise|R-4,06/06/2024,pipe of 12\"|R-5,07/06/2024,damp", "3")]
    [InlineData("closed where a cell in the middle ends", "R-1,lift,03/06/2024|R-2,\"6ft fence,04/06/2024|R-3,pipe of 12\",05/06/2024|R-4,noise,06/06/2024", "3")]
    [InlineData("closed by a cell in quotes", "R-1,03/06/2024,\"6ft fence|R-2,04/06/2024,\"a door\"|R-3,05/06/2024,noise", "2")]
    [InlineData("closed by a text of two lines", "R-1,03/06/2024,\"6ft fence|R-2,04/06/2024,\"a door|and a lock\"|R-4,05/06/2024,noise", "2")]
    [InlineData("never closed", "R-1,03/06/2024,lift|R-2,04/06/2024,\"6ft fence|R-3,05/06/2024,noise|R-4,06/06/2024,damp", "3")]
    [InlineData("never closed, in the last row", "R-1,03/06/2024,lift|R-2,04/06/2024,\"6ft fence", "3")]
    [InlineData("text behind a cell in quotes", "R-1,03/06/2024,\"The Mobile\" home park|R-2,04/06/2024,\"No \"hot\" water, again\"|R-3,05/06/2024,noise", "2,3")]
    [InlineData("an inch in front", "R-1,03/06/2024,\"6\" pipe leaks|R-2,04/06/2024,noise", "2")]
    [InlineData("one mark of a pair too few", "R-1,03/06/2024,\"said \"\"no\"\"|R-2,04/06/2024,noise|R-3,05/06/2024,\"late\"", "2")]
    [InlineData("several strays", "R-1,03/06/2024,\"a|R-2,04/06/2024,b|R-3,05/06/2024,\"c|R-4,06/06/2024,d|R-5,07/06/2024,\"e|R-6,08/06/2024,f", "2,4,6")]
    public async Task A_stray_quotation_mark_costs_its_own_row_alone(string name, string rows, string heldBack)
    {
        foreach ((string lineBreak, char delimiter) in ((string, char)[])[("\n", ','), ("\r\n", ','), ("\n", ';'), ("\r\n", '\t')])
        {
            string text = ("Ref,Day,Text|" + rows + "|")
                .Replace(",", delimiter.ToString(), StringComparison.Ordinal)
                .Replace("|", lineBreak, StringComparison.Ordinal);
            foreach (bool keys in (bool[])[false, true])
            {
                List<TableRow> read = await ReadAsync(text, keys);

                Assert.Equal(heldBack, string.Join(',', read.Where(row => row.Flaw?.Kind == FlawKind.Quotes).Select(row => row.Line)));
                int lines = rows.Count(c => c == '|') + 1 - (name == "closed by a text of two lines" ? 1 : 0);
                Assert.Equal(lines, read.Count);
                Assert.All(read.Where(row => row.Flaw is null), row => Assert.Equal(3, row.Cells.Length));
                Assert.Equal(read.Select(row => row.Line).Order(), read.Select(row => row.Line));
            }
        }
    }

    [Theory]
    [InlineData("R-1,03/06/2024,\"Dear Sir,|the lift, again, is out|Yours\"|R-2,04/06/2024,noise", 2)]
    [InlineData("R-1,\"one|two|three\",03/06/2024|R-2,\"x\",04/06/2024", 2)]
    [InlineData("R-1,03/06/2024,\"he said \"\"no\"\"|and left, twice, by 12:00\"|R-2,04/06/2024,\"\"", 2)]
    [InlineData("\"R-1\",\"03/06/2024\",\"\"\"quoted\"\"\"|\"R-2\",\"04/06/2024\" ,\"||\"", 2)]
    // In the first column there is no cell before the mark to tell a row by, and each such text was torn into rows.
    [InlineData("\"Damp,|mould\",03/06/2024,noise|R-2,04/06/2024,fence", 2)]
    [InlineData("\"one|two|three\",03/06/2024,noise|\"one, more|two, three|four\",04/06/2024,fence", 2)]
    [InlineData(",\"Damp,|mould\",noise|,\"04/06/2024\",fence", 2)]
    [InlineData("R-1,03/06/2024,fence 6\" too low|R-2,04/06/2024,a \"quoted\" word", 2)]
    public async Task Texts_of_several_lines_and_marks_inside_a_cell_load_as_before(string rows, int count)
    {
        foreach (string lineBreak in (string[])["\n", "\r\n"])
        {
            List<TableRow> read = await ReadAsync(
                ("Ref,Day,Text|" + rows + "|").Replace("|", lineBreak, StringComparison.Ordinal), keys: false);

            Assert.Equal(count, read.Count);
            Assert.All(read, row => Assert.Null(row.Flaw));
        }
    }

    [Fact]
    public async Task Both_lines_of_a_mark_that_reaches_over_rows_are_named()
    {
        List<TableRow> read = await ReadAsync("Ref,Day,Text\nR-1,03/06/2024,\"6ft\nR-2,04/06/2024,noise\nR-3,05/06/2024,of 12\"\n", keys: false);

        RowFlaw flaw = read[0].Flaw!;
        Assert.Contains("line 2", flaw.Hint, StringComparison.Ordinal);
        Assert.Contains("line 4", flaw.Hint, StringComparison.Ordinal);
        Assert.Equal("\"6ft", flaw.Value);
        Assert.Equal(["R-1", "03/06/2024", "\"6ft"], read[0].Cells);
    }

    [Fact]
    public async Task Every_row_of_a_large_file_is_read_or_held_back_wherever_the_strays_stand()
    {
        var random = new Random(8264);
        var text = new StringBuilder("Ref,Day,Text,Mark\r\n");
        int strays = 0;
        const int rows = 60_000;
        for (int i = 0; i < rows; i++)
        {
            string cell = random.Next(400) switch
            {
                0 => Stray("\"6ft fence"),
                1 => Stray("\"6\" pipe"),
                < 40 => "\"two, and\r\n" + new string('x', random.Next(300)) + " lines\"",
                < 80 => "pipe of 12\"",
                _ => "plain",
            };
            text.Append($"R-{i},{1 + (i % 28):D2}/06/2024,{cell},{i % 7}\r\n");
        }

        List<TableRow> read = await ReadAsync(text.ToString(), keys: false);

        Assert.Equal(rows, read.Count(row => row.Cells[0].StartsWith("R-", StringComparison.Ordinal)));
        Assert.Equal(strays, read.Count(row => row.Flaw is not null));
        Assert.All(
            read.Where(row => row.Flaw is null && row.Cells[0].StartsWith("R-", StringComparison.Ordinal)),
            row => Assert.Equal(4, row.Cells.Length));

        string Stray(string cell)
        {
            strays++;
            return cell;
        }
    }

    private async Task<List<TableRow>> ReadAsync(string text, bool keys)
    {
        string path = Path.Combine(_folder, "t.csv");
        if (text.Contains('\t', StringComparison.Ordinal))
        {
            path = Path.ChangeExtension(path, "tsv");
        }

        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        await using ITable table = await TableFile.OpenAsync(path, ReadOptions.Default, TestContext.Current.CancellationToken);
        if (keys)
        {
            table.KeepOnly([0]);
        }

        var rows = new List<TableRow>();
        for (IReadOnlyList<TableRow> batch = await table.ReadAsync(3, default); batch.Count > 0; batch = await table.ReadAsync(3, default))
        {
            rows.AddRange(batch);
        }

        return rows;
    }
}

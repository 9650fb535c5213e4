using System.Globalization;
using Complaints.Domain.Errors;
using Complaints.Learning.Bench;

namespace Complaints.Learning.Tests.Bench;

/// <summary>
/// The bench read its file by rules of its own: a stray quotation mark swallowed the rows up to the next one, and a row of too many or too
/// few cells was read under the wrong names, both without a word.
/// </summary>
public sealed class MalformedRowsTests : IDisposable
{
    private const int Rows = 60;
    private readonly string _folder = Directory.CreateTempSubdirectory("malformed-rows-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1, 20, "\"damp in hall", 40, "n\"", 22)]
    [InlineData(1, 20, "\"damp in hall", -1, "", 22)]
    [InlineData(1, 59, "\"damp in hall", -1, "", 61)]
    [InlineData(2, 20, "\"damp\" in hall", 21, "\"mould\" too", 22)]
    public void A_stray_quotation_mark_costs_its_own_row_and_swallows_none(int marks, int at, string note, int then, string other, int line)
    {
        CsvTable table = Read(Lines((at, $"1,p1,{note},yes"), (then, $"1,p2,{other},no")));
        Assert.Equal(Rows - marks, table.RowCount);
        Assert.Equal((marks, line, 0), (table.LeftOut.Quotes, table.LeftOut.FirstQuotes, table.LeftOut.Ragged));
        Assert.Equal(["month", "product", "note", "answer"], table.Header);
        Assert.All(table.Columns[3], answer => Assert.True(answer is "yes" or "no", answer));
    }

    [Fact]
    public void A_row_of_other_than_the_headers_cells_is_left_out_and_counted()
    {
        CsvTable table = Read(Lines((10, "1,p1,damp, mould,yes"), (11, "1,p1"), (12, "1,p1,note,yes,"), (13, ",,,"), (14, "")));
        Assert.Equal((2, 12, 0), (table.LeftOut.Ragged, table.LeftOut.FirstRagged, table.LeftOut.Quotes));
        Assert.Equal(Rows - 4, table.RowCount);
        Assert.Equal("2 rows of other than 4 cells (first: line 12)", table.LeftOut.Told);
        Assert.All(table.Columns[3], answer => Assert.True(answer is "yes" or "no", answer));
    }

    [Theory]
    [InlineData("1,p1,\"damp, and mould\",yes", "damp, and mould")]
    [InlineData("1,p1,\"he said \"\"no\"\"\",yes", "he said \"no\"")]
    [InlineData("1,p1,\"a text\nof two lines, and more\",yes", "a text\nof two lines, and more")]
    [InlineData("1,p1,a 6\" pipe,yes", "a 6\" pipe")]
    public void Quotation_marks_that_are_meant_stay(string row, string note)
    {
        CsvTable table = Read(Lines((20, row)));
        Assert.Equal((Rows, 0), (table.RowCount, table.LeftOut.Count));
        Assert.Equal(note, table.Columns[2][20]);
    }

    [Fact]
    public void A_delimiter_at_the_end_of_the_header_alone_makes_no_row_ragged()
    {
        string[] lines = Lines();
        lines[0] = "\uFEFFmonth;product;note;answer;";
        CsvTable table = Read([.. lines.Select(line => line.Replace(',', ';'))]);
        Assert.Equal((Rows, 0, "month"), (table.RowCount, table.LeftOut.Count, table.Header[0]));
    }

    [Fact]
    public void A_table_of_many_malformed_rows_is_refused_with_their_number_and_the_first_line()
    {
        UserException error = Assert.Throws<UserException>(
            () => Read(Lines([.. Enumerable.Range(5, 20).Select(i => (i, "1,p1,damp, mould,yes"))])));
        Assert.Contains("20 rows of other than 4 cells (first: line 7)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stray_quotation_mark_in_the_header_is_refused()
    {
        string[] lines = Lines();
        lines[0] = "month,\"product,note,answer";
        UserException error = Assert.Throws<UserException>(() => Read(lines));
        Assert.Contains("header", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_names_what_was_left_out()
    {
        Random random = new(3);
        string[] lines =
        [
            "month,days,note,answer",
            .. Enumerable.Range(0, 1_200).Select(i => i == 700 ? "2,7,\"open,no" : i == 900 ? "3,7,a, b,no" : i == 1_000 ? "3,7,b\",no"
                : $"{1 + (i / 400)},{random.Next(50)},n,{(random.NextDouble() < 0.5 ? "yes" : "no")}"),
        ];
        BenchReport report = await RiskBench.RunAsync(
            new BenchOptions
            {
                Csv = Write(lines), Label = "answer", Positive = "yes", Time = "month", Train = TimeRange.Parse("1-2"),
                Test = TimeRange.Parse("3"), Resamples = 0, Repeats = 1,
            },
            null, TestContext.Current.CancellationToken);
        Assert.Equal((799, 399), (report.TrainingRows, report.TestRows));
        Assert.Contains(
            "Left out: 1 rows of other than 4 cells (first: line 902), 1 with stray quotation marks (first: line 702).",
            BenchText.Render(report), StringComparison.Ordinal);
    }

    private static string[] Lines(params (int Row, string Line)[] others)
    {
        string[] lines =
        [
            "month,product,note,answer",
            .. Enumerable.Range(0, Rows).Select(i => string.Create(
                CultureInfo.InvariantCulture, $"{1 + (i / 20)},p{i % 3},n{i},{(i % 2 == 0 ? "yes" : "no")}")),
        ];
        foreach ((int row, string line) in others.Where(other => other.Row >= 0))
        {
            lines[row + 1] = line;
        }

        return lines;
    }

    private CsvTable Read(string[] lines) => CsvTable.Read(Write(lines), TestContext.Current.CancellationToken);

    private string Write(string[] lines)
    {
        string path = Path.Combine(_folder, "t.csv");
        File.WriteAllText(path, string.Join('\n', lines) + "\n");
        return path;
    }
}

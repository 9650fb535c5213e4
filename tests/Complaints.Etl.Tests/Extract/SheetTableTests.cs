using System.Diagnostics;
using Complaints.Domain.Errors;
using Complaints.Etl.Extract;

namespace Complaints.Etl.Tests.Extract;

/// <summary>What a workbook's cells say beside their values.</summary>
public sealed class SheetTableTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("complaints-sheet-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // A failed cell read as an empty one: an answered complaint became an open one.
    [Fact]
    public async Task A_cell_that_failed_shows_its_error_and_a_formula_without_a_value_shows_itself()
    {
        byte[] workbook = TestWorkbook.Of(TestWorkbook.Sheet(
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Ref</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>Day</t></is></c></row>"
            + "<row r=\"2\"><c r=\"A2\"><v>7</v></c><c r=\"B2\" t=\"e\"><f>X1</f><v>#N/A</v></c></row>"
            + "<row r=\"3\"><c r=\"A3\" t=\"e\"><v>#SPILL!</v></c><c r=\"B3\"><f>LOOKUP(A3,Z:Z)</f></c></row>"
            + "<row r=\"4\"><c r=\"A4\"><f>B4</f><v></v></c><c r=\"B4\" t=\"str\"><f>\"\"</f><v></v></c></row>"
            + "<row r=\"5\"><c r=\"A5\"><f>1+1</f><v>2</v></c></row>"));

        (_, List<TableRow> rows) = await ReadAsync(workbook);

        Assert.Equal(
            ["2|7|#N/A", "3|#SPILL!|#UNCALCULATED! =LOOKUP(A3,Z:Z)", "4|#UNCALCULATED! =B4|", "5|2|"],
            rows.Select(row => $"{row.Line}|{string.Join('|', row.Cells)}"));
        Assert.True(
            SpreadsheetError.Is(rows[0].Cells[1]) && SpreadsheetError.Is(rows[1].Cells[0]) && SpreadsheetError.Is(rows[1].Cells[1]));
    }

    // Days of the General format came out four years and a day early.
    [Fact]
    public async Task Numbers_of_days_count_from_the_workbooks_own_first_day()
    {
        string sheet = TestWorkbook.SheetXml(
            [["Ref", "Day", "Count"], ["A", "=43984", "=43984"], ["B", "43985", "=5"], ["C", "=43984.5", "x"], ["D", "=20240603", ""]]);
        (bool, string)[] systems = [(true, "2024-06-03|2024-06-04|2024-06-03|20240603"), (false, "43984|43985|43984.5|20240603")];
        foreach ((bool counts1904, string days) in systems)
        {
            (_, List<TableRow> rows) = await ReadAsync(TestWorkbook.Of(sheet, counts1904: counts1904), days: 1);

            Assert.Equal(days, string.Join('|', rows.Select(row => row.Cells[1])));
            Assert.Equal("43984", rows[0].Cells[2]);
        }
    }

    // Three references of eighteen digits became one.
    [Fact]
    public async Task A_number_of_more_digits_than_a_spreadsheet_keeps_shows_that_it_was_one()
    {
        byte[] workbook = TestWorkbook.Of(
            [["Ref"], ["=202406030000000123"], ["=999999999999999"], ["=1000000000000000"], ["202406030000000123"]]);

        (_, List<TableRow> rows) = await ReadAsync(workbook);

        Assert.Equal(["2.0240603E+17", "999999999999999", "1.0E+15", "202406030000000123"], rows.Select(row => row.Cells[0]));
    }

    [Fact]
    public async Task A_row_whose_cell_is_merged_with_the_one_above_is_told_by_the_column()
    {
        byte[] workbook =
            TestWorkbook.Of(TestWorkbook.SheetXml([["Ref", "Stage", "Team"], ["A", "1", "North"], ["", "2", ""], ["B", "1", ""]])
            .Replace("</sheetData>", "</sheetData><mergeCells><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"C2:C4\"/><mergeCell ref=\"B2:C2\"/></mergeCells>", StringComparison.Ordinal));

        (_, List<TableRow> rows) = await ReadAsync(workbook);

        Assert.Null(rows[0].Flaw);
        Assert.Equal((FlawKind.Merged, "0,2"), (rows[1].Flaw!.Kind, string.Join(',', rows[1].Flaw!.Columns)));
        Assert.Equal("2", string.Join(',', rows[2].Flaw!.Columns));
    }

    // 1 kB took 114 seconds: every row was as wide as the furthest cell.
    [Theory]
    [InlineData("XFD", 1_048_576)]
    [InlineData("XFD", 2)]
    [InlineData("BXX", 1_048_576)]
    [InlineData("A", 2_000_000_000)]
    [InlineData("ZZZ", 1_048_576)]
    public async Task A_cell_far_away_from_the_others_is_refused_at_once(string column, int row)
    {
        byte[] workbook = TestWorkbook.Of(TestWorkbook.Sheet(
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Ref</t></is></c></row>"
            + $"<row r=\"{row}\"><c r=\"{column}{row}\"><v>1</v></c></row>"));
        var time = Stopwatch.StartNew();

        await Assert.ThrowsAsync<UserException>(() => ReadAsync(workbook));

        Assert.True(time.Elapsed < TimeSpan.FromSeconds(5), time.Elapsed.ToString());
    }

    private async Task<(TableInfo Info, List<TableRow> Rows)> ReadAsync(byte[] content, int? days = null)
    {
        string path = Path.Combine(_folder, "t.xlsx");
        await File.WriteAllBytesAsync(path, content, TestContext.Current.CancellationToken);
        await using ITable table = await TableFile.OpenAsync(path, ReadOptions.Default, TestContext.Current.CancellationToken);
        if (days is int column)
        {
            table.ReadDaysIn([column]);
        }

        var rows = new List<TableRow>();
        for (
            IReadOnlyList<TableRow> batch = await table.ReadAsync(
                100, default); batch.Count > 0; batch = await table.ReadAsync(100, default))
        {
            rows.AddRange(batch);
        }

        return (table.Info, rows);
    }
}

using System.IO.Compression;
using Complaints.Domain.Errors;
using Complaints.Etl.Loading;
using Complaints.Etl.Quarantine;
using Complaints.Etl.Tests.Assign;
using Complaints.Etl.Tests.Extract;
using Parquet.Schema;

namespace Complaints.Etl.Tests.Loading;

/// <summary>
/// A spreadsheet makes a date of a reference such as 7-3. Its text was another reference, so that the case was counted twice.
/// </summary>
public sealed class DatedReferenceTests
{
    private const string Held = "SELECT rule_id, value FROM load_quarantine ORDER BY line";
    private const string Cases = "SELECT case_reference FROM fact_stage ORDER BY case_reference";

    private static readonly string s_incremental = SmallSet.StageMapping(mode: "incremental");

    [Fact]
    public async Task A_date_cell_of_a_workbook_is_no_reference()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, $"{SmallSet.Header}\n{Row("7-3")}\n{Row("8-3")}\n", s_incremental);
        await test.LoadAsync();

        // 7 March and 8 March of 2024, and half past one.
        LoadOutcome outcome = await LoadSheetAsync(test, "@45358", "@45359", "@0.0625", "C-9", "31-3");

        Assert.Equal(3, outcome.RowsQuarantined);
        Assert.All(await test.QueryAsync(Held), held => Assert.StartsWith("rounded-reference|", held, StringComparison.Ordinal));
        Assert.Contains("7-3", await test.QueryAsync(Cases));
        Assert.Contains("31-3", await test.QueryAsync(Cases));
        string hint = Assert.Single(await test.QueryAsync("SELECT DISTINCT hint FROM load_quarantine"));
        Assert.Contains("format the column as text at the source", hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_whose_references_are_all_dates_is_refused_with_the_reason()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, $"{SmallSet.Header}\n{Row("7-3")}\n", s_incremental);

        UserException e = await Assert.ThrowsAsync<UserException>(
            () => LoadSheetAsync(test, [.. Enumerable.Range(45300, 30).Select(day => $"@{day}")]));

        Assert.Contains("most often by 'rounded-reference'", e.What, StringComparison.Ordinal);
        Assert.Contains("column 'Case': expected the reference as text", e.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_of_a_Parquet_file_is_no_reference_of_a_home_and_no_UPRN()
    {
        await using TestWarehouse test = await AssignTests.Set("A,1,02/04/2024,000123,");
        File.Delete(Path.Combine(test.SetFolder, "stages.csv"));
        string[] names = ["Case", "Stage", "Received", "Asset", "UPRN"];
        var schema = new ParquetSchema(
            new DataField<string>(names[0]), new DataField<string>(names[1]), new DataField<string>(names[2]),
            new DataField<DateOnly?>(names[3]), new DateTimeDataField(names[4], DateTimeFormat.DateAndTimeMicros, isNullable: true));
        byte[] file = await TestParquet.OfAsync(schema, async (group, fields) =>
        {
            await group.WriteAsync(fields[0], (string[])["A", "B", "C"]);
            await group.WriteAsync(fields[1], (string[])["1", "1", "1"]);
            await group.WriteAsync(fields[2], (string[])["02/04/2024", "02/04/2024", "02/04/2024"]);
            await group.WriteAsync<DateOnly>(fields[3], (DateOnly?[])[new DateOnly(2024, 5, 1), null, null]);
            await group.WriteAsync<DateTime>(fields[4], (DateTime?[])[null, new DateTime(2024, 5, 1), null]);
        });
        await File.WriteAllBytesAsync(Path.Combine(test.SetFolder, "stages.parquet"), file, TestContext.Current.CancellationToken);
        SmallSet.WriteManifest(
            test, ("homes.csv", "homes.mapping.jsonc"), ("refs.csv", "refs.mapping.jsonc"), ("stages.parquet", "stages.mapping.jsonc"));

        await test.LoadAsync();

        Assert.Equal(
            ["1|rounded-reference|Asset", "2|rounded-reference|UPRN", "3|landlord-unmatched|UPRN"],
            await test.QueryAsync("SELECT line, rule_id, column_name FROM load_quarantine ORDER BY line"));
    }

    // The pairs that are no days stay texts, and show what the others were.
    [Theory]
    [InlineData("14-31", "07-Mar")]
    [InlineData("14/31", "7-Mar-2024")]
    [InlineData("2024/17", "Mar-24")]
    [InlineData("5-3-101", "MAR-2024")]
    [InlineData("14-31", "07/03/2024")]
    [InlineData("14-31", "2024-03-07")]
    [InlineData("C1", "2024-03-07 00:00:00")]
    [InlineData("14-31", "07. Mrz")] // in other languages
    [InlineData("14-31", "7-déc-24")]
    [InlineData("14/31", "Okt 24")]
    [InlineData("14-31", "mag-24")]
    [InlineData("14-31", "07-Chwef")]
    [InlineData("14-31", "01.maj")]
    public async Task A_text_that_a_spreadsheet_wrote_for_a_date_is_held_back_beside_pairs_of_numbers(string other, string date)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, $"{SmallSet.Header}\n{Row(other)}\n{Row(date)}\n");

        await test.LoadAsync();

        Assert.Equal([$"rounded-reference|{date}"], await test.QueryAsync(Held));
        Assert.Equal([other], await test.QueryAsync(Cases));
    }

    [Fact]
    public async Task Texts_for_dates_are_held_back_where_the_pairs_were_loaded_before_and_stay_so_until_they_are_mended()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, $"{SmallSet.Header}\n{Row("7/3")}\n{Row("8/3")}\n", s_incremental);
        await test.LoadAsync();
        SmallSet.Write(test, $"{SmallSet.Header}\n{Row("07-Mar")}\n{Row("08-Mar")}\n", s_incremental);

        await test.LoadAsync();

        Assert.Equal(["rounded-reference|07-Mar", "rounded-reference|08-Mar"], await test.QueryAsync(Held));
        Assert.Equal(["7/3", "8/3"], await test.QueryAsync(Cases));
    }

    [Fact]
    public async Task A_date_cell_that_nobody_mended_in_an_export_is_held_back_again()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, $"{SmallSet.Header}\n{Row("C1")}\n", s_incremental);
        await LoadSheetAsync(test, "C1", "@45358", "@45359");
        using var export = new StringWriter();
        await QuarantineCsv.WriteAsync(
            export,
            await new QuarantineStore(test.Warehouse).ListAsync(new QuarantineFilter(), TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken);
        SmallSet.Write(test, export.ToString().Replace("2024-03-08,1", "8-3,1", StringComparison.Ordinal), s_incremental);

        await test.LoadAsync(new LoadRequest { Path = test.SetFolder, Replay = true });

        Assert.Equal(["8-3", "C1"], await test.QueryAsync(Cases));
        Assert.Equal(["rounded-reference|2024-03-07"], await test.QueryAsync("SELECT rule_id, value FROM load_quarantine WHERE status = 'open'"));
    }

    // References with months are many systems' own.
    [Theory]
    [InlineData("MAR-24", "ABC-24")]
    [InlineData("07-Mar", "07-Mar-2")]
    [InlineData("2024-03-07", "2024-03-107")]
    [InlineData("2024-03-07", "2024-17")]
    [InlineData("07/03/2024", "45/03/2024")]
    [InlineData("MARCH1", "12-3")]
    [InlineData("7-MAR/2", "12-3")]
    [InlineData("7-3", "2024-02")]
    public async Task References_with_months_that_a_system_gave_out_load(string first, string second)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, $"{SmallSet.Header}\n{Row(first)}\n{Row(second)}\n");

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal(0, outcome.RowsQuarantined);
        Assert.Equal(2, (await test.QueryAsync(Cases)).Count);
    }

    [Fact]
    public async Task References_that_all_read_like_dates_load_with_a_word_about_it()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, $"{SmallSet.Header}\n{Row("07-Mar")}\n{Row("08-Mar")}\n");

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal(["07-Mar", "08-Mar"], await test.QueryAsync(Cases));
        string notice = Assert.Single(outcome.Notices);
        Assert.StartsWith("stages.csv: all references in 'Case' read like dates.", notice, StringComparison.Ordinal);
    }

    private static string Row(string reference) => $"{reference},1,02/04/2024,,,,,4826,SEC";

    // A cell written "@45358" is that day, shown as the spreadsheet shows the date it made of 7-3.
    private static async Task<LoadOutcome> LoadSheetAsync(TestWarehouse test, params string[] references)
    {
        File.Delete(Path.Combine(test.SetFolder, "stages.csv"));
        IEnumerable<string[]> rows = references.Select(reference => Row(reference.Replace('@', '=')).Split(','));
        string sheet = TestWorkbook.SheetXml(rows.Prepend(SmallSet.Header.Split(',')));
        sheet = System.Text.RegularExpressions.Regex.Replace(sheet, "<c r=\"(A\\d+)\"><v>", "<c r=\"$1\" s=\"1\"><v>");
        sheet = sheet.Replace("s=\"1\"><v>0.0625", "s=\"2\"><v>0.0625", StringComparison.Ordinal);
        await File.WriteAllBytesAsync(
            Path.Combine(test.SetFolder, "stages.xlsx"), TestWorkbook.Of(sheet, Styles), TestContext.Current.CancellationToken);
        SmallSet.WriteManifest(test, ("stages.xlsx", "stages.mapping.jsonc"));
        return await test.LoadAsync();
    }

    // Formats of a spreadsheet's own: 16 is d-mmm, 20 is h:mm.
    private static void Styles(ZipArchive zip) => TestWorkbook.Part(
        zip,
        "xl/styles.xml",
        """<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="16" applyNumberFormat="1"/><xf numFmtId="20" applyNumberFormat="1"/></cellXfs></styleSheet>""");
}

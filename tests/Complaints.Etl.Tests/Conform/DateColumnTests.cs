using System.Globalization;
using Complaints.Domain.Errors;
using Complaints.Etl.Loading;
using Complaints.Etl.Tests.Loading;

namespace Complaints.Etl.Tests.Conform;

/// <summary>A column of dates is judged as a whole: each cell alone looks sound where a spreadsheet swapped day and month.</summary>
public sealed class DateColumnTests
{
    private const string Meant = """
        "case_reference": "Case", "stage": "Stage", "received_on": { "column": "Received", "mixed_dates": true }, "tenure_code": "Tenure"
        """;

    private static readonly string[] s_altered =
    [
        "2024-05-03", "2024-07-11", "2024-02-06", "2024-09-01", "19/06/2024", "25/07/2024", "30/04/2024",
    ];

    [Fact]
    public async Task Dates_with_days_up_to_12_beside_texts_with_days_after_12_are_refused_with_a_way_to_say_that_they_are_meant()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, File(s_altered));

        UserException refused = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());

        Assert.StartsWith("Column 'Received': 4 values are dates, or written in a way of their own, with days up to 12, and 3 are texts with days after 12.", refused.What, StringComparison.Ordinal);
        Assert.Contains("\"mixed_dates\": true", refused.Fix, StringComparison.Ordinal);
        SmallSet.Write(test, File(s_altered), SmallSet.StageMapping(Meant));
        Assert.Equal(0, (await test.LoadAsync()).RowsQuarantined);
    }

    // A spreadsheet shows the dates that it made in a way of its own, and these were told by nothing but that.
    [Theory]
    [InlineData("03-May-24", "11-Jul-24", "06-Feb-24", "01-Sep-24")]
    [InlineData("3 May 2024", "11 July 2024", "6 February 2024", "1 September 2024")]
    [InlineData("03/05/24", "11/07/24", "06/02/24", "01/09/24")]
    [InlineData("03.05.2024", "11.07.2024", "06.02.2024", "01.09.2024")]
    [InlineData("03-05-2024", "11-07-2024", "06-02-2024", "01-09-2024")]
    public async Task Days_up_to_12_that_are_written_in_a_way_of_their_own_are_refused_beside_texts_with_days_after_12(
        params string[] early)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, File([.. early, "19/06/2024", "25/07/2024", "30/04/2024"]));

        UserException refused = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());

        Assert.Contains("4 values are dates, or written in a way of their own", refused.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("03-May-24", "19-Jul-24", "26-Feb-24", "19/06/2024", "05/07/2024", "30/04/2024")]
    [InlineData("03/05/24", "11/07/24", "19/06/2024", "05/07/2024", "30/04/2024", "07/08/2024", "21/09/2024")]
    [InlineData("03/05/24", "11/07/24", "06/02/2024", "01/09/2024")]
    [InlineData("03/05/2024 (reissued)", "11/07/2024", "06/02/2024", "19/06/2024", "25/07/2024", "30/04/2024")]
    public async Task Two_ways_of_writing_that_share_all_days_are_nothing(params string[] dates)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, File(dates));

        Assert.Equal(dates.Length, (await test.LoadAsync()).Files[^1].RowsRead);
    }

    [Fact]
    public async Task Texts_of_the_other_order_among_dates_are_told_the_same_way()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, File(["2024-05-03", "2024-07-11", "2024-02-06", "06/19/2024", "07/25/2024"]));

        UserException refused = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());
        Assert.Contains("A spreadsheet made dates", refused.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quarter_whose_early_days_are_scattered_over_the_year_is_refused()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        IEnumerable<string> quarter = Enumerable.Range(0, 91).Select(i => new DateOnly(2024, 4, 1).AddDays(i))
            .Select(
                day => day.Day > 12
                    ? day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)
                    : day.ToString("MM/dd/yyyy", CultureInfo.InvariantCulture));
        SmallSet.Write(test, File([.. quarter]));

        UserException refused = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());
        Assert.Contains("days 13 to 31 fall in 3 months only", refused.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_in_two_orders_are_refused_where_days_after_12_prove_both()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(
            test, File(["14/06/2024", "19/06/2024", "25/07/2024", "03/05/2024", "08/14/2024", "09/21/2024", "10/30/2024", "09/02/2024"]));

        UserException refused = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());
        Assert.Contains("3 values are possible only with day and month in the other order, and 3 only in the mapping's", refused.What, StringComparison.Ordinal);
    }

    // Two rows of a small landlord's file were held back, and the other four loaded with day and month swapped.
    [Theory]
    [InlineData("05/14/2024", "06/25/2024", "07/03/2024", "08/09/2024")]
    [InlineData("05/14/2024", "07/03/2024", "08/09/2024", "09/02/2024", "10/11/2024")]
    [InlineData("05/14/2024", "06/25/2024")]
    public async Task A_small_column_whose_only_evidence_is_for_the_other_order_is_refused(params string[] days)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, File(days));

        UserException refused = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());
        Assert.Contains("only in the other", refused.What, StringComparison.Ordinal);
        Assert.Contains("'date_order'", refused.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("14/05/2024", "25/06/2024", "03/07/2024", "08/19/2024")]
    [InlineData("14/05/2024", "03/07/2024", "04/08/2024", "09/09/2024", "08/19/2024")]
    [InlineData("03/07/2024", "08/19/2024")]
    public async Task One_slip_in_a_sparse_column_is_held_back_alone(params string[] days)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, File(days));

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal(1, outcome.RowsQuarantined);
        Assert.Equal(1, outcome.Files[1].QuarantinedByRule["ambiguous-date"]);
    }

    [Fact]
    public async Task A_sound_column_in_two_ways_of_writing_loads()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, File(["2024-05-03", "2024-07-21", "2024-02-16", "06/06/2024", "25/07/2024", "1 May 2024", "45356"]));

        Assert.Equal(0, (await test.LoadAsync()).RowsQuarantined);
    }

    // Six early days in months of their own were taken for swapped ones: in a sparse column they come by chance.
    [Fact]
    public async Task A_sparse_column_over_two_years_is_no_sign_of_anything()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        IEnumerable<string> late = Enumerable.Range(1, 6)
            .Select(month => $"20/{month:D2}/2023")
            .Concat(Enumerable.Range(1, 7).Select(month => $"21/{month:D2}/2024"));
        SmallSet.Write(test, File([.. late, "03/08/2023", "05/09/2023", "02/10/2023", "06/11/2023", "04/09/2024", "07/11/2024"]));

        Assert.Equal(0, (await test.LoadAsync()).RowsQuarantined);
    }

    [Fact]
    public async Task Five_swapped_days_of_a_quarter_are_enough_to_be_told()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(
            test,
            File(
                [
                    "14/04/2024", "25/04/2024", "17/05/2024", "30/05/2024", "19/06/2024", "28/06/2024", "04/07/2024", "05/08/2024",
                    "06/09/2024", "04/10/2024", "05/11/2024",
                ]));

        await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());
    }

    // One date that fits nowhere switched the judgement off, and 10 of 120 complaints were counted in another year.
    [Theory]
    [InlineData("2024-01-02")]
    [InlineData("2024-02-27")]
    [InlineData("2023-08-09", "2024-12-30", "2024-10-11")]
    public async Task A_swapped_quarter_is_refused_beside_a_few_stragglers(params string[] stragglers)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, File([.. Swapped(new DateOnly(2024, 7, 1), 92), .. stragglers]));

        UserException refused = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());
        Assert.Contains("days 13 to 31 fall in 3 months only", refused.What, StringComparison.Ordinal);
    }

    // The month in which an extract ends has early days alone, and swapped back they fit no month with late ones.
    [Theory]
    [InlineData("2024-04-01", 96)]
    [InlineData("2023-11-14", 110)]
    [InlineData("2024-02-09", 60)]
    public async Task A_swapped_extract_that_ends_or_begins_within_a_month_is_refused(string first, int days)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, File([.. Swapped(DateOnly.Parse(first, CultureInfo.InvariantCulture), days)]));

        await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());
    }

    [Theory]
    [InlineData("dmy")]
    [InlineData("mdy")]
    [InlineData("ymd")]
    public async Task A_swapped_quarter_with_the_year_first_is_refused_whatever_order_the_mapping_names(string order)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, File([.. Swapped(new DateOnly(2024, 4, 1), 91)]), Ordered(order));

        await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());
    }

    [Theory]
    [InlineData("dmy")]
    [InlineData("ymd")]
    public async Task An_honest_extract_that_begins_and_ends_within_a_month_loads(string order)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        IEnumerable<string> days = Enumerable.Range(0, 80).Select(i => Iso(new DateOnly(2024, 3, 20).AddDays(i)));
        SmallSet.Write(test, File([.. days, "2023-12-04", "2024-01-05", "2024-02-06"]), Ordered(order));

        Assert.Equal(0, (await test.LoadAsync()).RowsQuarantined);
    }

    // Two dates that were 7 March and 2 August loaded as 3 July and 8 February: the column was too small to be judged.
    [Theory]
    [InlineData("dmy", "2024-07-03", "2024-02-08", "14/03/2024", "22/05/2024")]
    [InlineData("dmy", "2024-07-03", "2024-02-08", "2024-09-10", "22/05/2024")]
    [InlineData("mdy", "2024-07-03", "2024-02-08", "14/03/2024", "22/05/2024", "30/05/2024")]
    [InlineData("ymd", "2024-07-03", "2024-02-08", "14/03/2024", "22/05/2024", "30/05/2024")]
    public async Task A_few_dates_with_early_days_beside_a_few_texts_with_late_ones_are_refused(string order, params string[] days)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, File(days), Ordered(order));

        UserException refused = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());
        Assert.Contains("A spreadsheet made dates", refused.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-07-03", "2024-02-18", "14/03/2024", "22/05/2024", "30/05/2024")]
    [InlineData("2024-07-03", "2024-02-08", "14/03/2024", "04/05/2024", "30/05/2024")]
    [InlineData("2024-07-03", "14/03/2024")]
    [InlineData("2024-07-03", "14/03/2024", "22/05/2024", "30/05/2024")]
    public async Task A_small_column_of_dates_and_texts_with_early_and_late_days_loads(params string[] days)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, File(days));

        Assert.Equal(0, (await test.LoadAsync()).RowsQuarantined);
    }

    [Fact]
    public async Task Sparse_days_and_first_days_of_months_are_no_sign_of_anything()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(
            test,
            File(
                [
                    .. Enumerable.Range(1, 12).Select(month => $"01/{month:D2}/2024"),
                    "20/01/2024",
                    "17/06/2024",
                    "09/09/2024",
                    "30/11/2024",
                ]));

        Assert.Equal(0, (await test.LoadAsync()).RowsQuarantined);
    }

    // The day was there, and the hint spoke of words for "no date".
    [Theory]
    [InlineData("14 June 2024 (amended on appeal)", "2024-06-14")]
    [InlineData("3 May 2024 and again on 9 July 2024", "2024-05-03")]
    [InlineData("2024-06-14, corrected", "2024-06-14")]
    [InlineData("14/06/2024 draft", "2024-06-14")]
    [InlineData("4 June 202 4", null)]
    [InlineData("4 June 20 24", null)]
    [InlineData("June 2024 (amended)", null)]
    [InlineData("reissued 14 June 2024", null)]
    [InlineData("145 June 2024 (amended)", null)]
    [InlineData("20240614 45 x", null)]
    public async Task A_remark_behind_a_whole_day_is_left_out_where_the_mapping_says_that_remarks_stand_there(string cell, string? day)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        string text = $"{SmallSet.Header}\nA,1,\"{cell}\",,,,,4826,SEC\n";
        SmallSet.Write(test, text);
        await test.LoadAsync();
        string hint = Assert.Single(await test.QueryAsync("SELECT hint FROM load_quarantine WHERE rule_id = 'bad-date'"));
        Assert.Equal(day is not null, hint.Contains("\"remarks\": true", StringComparison.Ordinal));

        SmallSet.Write(
            test,
            text,
            SmallSet.StageMapping(
                SmallSet.StageColumns.Replace(
                    "\"Received\"", "{ \"column\": \"Received\", \"remarks\": true }", StringComparison.Ordinal)));
        await test.LoadAsync();

        Assert.Equal(day is null ? [] : [day], await test.QueryAsync("SELECT received_on FROM fact_stage"));
    }

    private static IEnumerable<string> Swapped(DateOnly first, int days) =>
        Enumerable.Range(0, days).Select(i => first.AddDays(i))
            .Select(day => Iso(day.Day > 12 ? day : new DateOnly(day.Year, day.Day, day.Month)));

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Ordered(string order) =>
        SmallSet.StageMapping().Replace("\"dmy\"", $"\"{order}\"", StringComparison.Ordinal);

    private static string File(string[] received) =>
        $"{SmallSet.Header}\n{string.Concat(received.Select((day, i) => $"D{i},1,{day},,,,,4826,SEC\n"))}";
}

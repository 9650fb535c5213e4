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

    private static readonly string[] s_altered = ["2024-05-03", "2024-07-11", "2024-02-06", "2024-09-01", "19/06/2024", "25/07/2024", "30/04/2024"];

    [Fact]
    public async Task Dates_with_days_up_to_12_beside_texts_with_days_after_12_are_refused_with_a_way_to_say_that_they_are_meant()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, File(s_altered));

        UserException refused = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());

        Assert.StartsWith("Column 'Received': 4 values are dates, with days up to 12, and 3 are texts with days after 12.", refused.What, StringComparison.Ordinal);
        Assert.Contains("\"mixed_dates\": true", refused.Fix, StringComparison.Ordinal);
        SmallSet.Write(test, File(s_altered), SmallSet.StageMapping(Meant));
        Assert.Equal(0, (await test.LoadAsync()).ExitCode);
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
            .Select(day => day.Day > 12 ? day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) : day.ToString("MM/dd/yyyy", CultureInfo.InvariantCulture));
        SmallSet.Write(test, File([.. quarter]));

        UserException refused = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());
        Assert.Contains("days 13 to 31 fall in 3 months only", refused.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_in_two_orders_are_refused_where_days_after_12_prove_both()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, File(["14/06/2024", "19/06/2024", "25/07/2024", "03/05/2024", "08/14/2024", "09/21/2024", "10/30/2024", "09/02/2024"]));

        UserException refused = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());
        Assert.Contains("3 values are possible only with day and month in the other order, and 3 only in the mapping's", refused.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sound_column_in_two_ways_of_writing_loads()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, File(["2024-05-03", "2024-07-21", "2024-02-16", "06/06/2024", "25/07/2024", "1 May 2024", "45356"]));

        Assert.Equal(0, (await test.LoadAsync()).ExitCode);
    }

    [Fact]
    public async Task Sparse_days_and_first_days_of_months_are_no_sign_of_anything()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, File([.. Enumerable.Range(1, 12).Select(month => $"01/{month:D2}/2024"), "20/01/2024", "17/06/2024", "09/09/2024", "30/11/2024"]));

        Assert.Equal(0, (await test.LoadAsync()).ExitCode);
    }

    private static string File(string[] received) =>
        $"{SmallSet.Header}\n{string.Concat(received.Select((day, i) => $"D{i},1,{day},,,,,4826,SEC\n"))}";
}

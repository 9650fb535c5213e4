using System.Globalization;
using Complaints.Domain.Errors;
using Complaints.Etl.Loading;
using Complaints.Etl.Tests.Loading;

namespace Complaints.Etl.Tests.Records;

/// <summary>A register of residents in bands: the customer base, and what complainants are.</summary>
public sealed class ResidentRegisterTests
{
    private const string One = "P1,4826,25-34,Asian British,Yes,No,Large print,01/04/2020,";

    [Fact]
    public async Task A_resident_of_the_register_is_the_resident_of_complaints_with_the_same_reference()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        ResidentSet.Write(test, $"{One}\nP3,00BK,65+,,N/A,Prefer not to say,,01/02/2021,01/05/2024");

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal((2L, 2L, 0L, 0L), RecordSet.Fates(outcome));
        Assert.Equal(
            [
                "25-34|Asian British|Yes|No|Large print|4826|2020-04-01|9999-12-31",
                "65+|||Prefer not to say||00BK|2021-02-01|2024-05-01",
            ],
            await test.QueryAsync(ResidentSet.Current));
        Assert.Equal(
            ["C1|25-34"],
            await test.QueryAsync("SELECT case_reference, age_band FROM fact_stage JOIN dim_resident_characteristics USING (resident_key) WHERE resident_key <> 0"));
        Assert.Equal(["3"], await test.QueryAsync("SELECT COUNT(*) FROM dim_resident WHERE resident_key <> 0"));
    }

    [Fact]
    public async Task References_of_another_allocator_are_of_other_residents()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        ResidentSet.Write(test, One, columns: ResidentSet.Columns.Replace(
            "\"Ref\"", """{ "column": "Ref", "allocator": "HOUSING" }""", StringComparison.Ordinal));

        await test.LoadAsync();

        Assert.Equal(["0"], await test.QueryAsync("SELECT COUNT(*) FROM fact_stage JOIN dim_resident_characteristics USING (resident_key) WHERE resident_key <> 0"));
    }

    [Fact]
    public async Task A_second_load_says_nothing_new_a_band_holds_from_its_day_and_who_is_gone_stays_a_customer_of_the_days_before()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        ResidentSet.Write(test, Rows(30));
        Assert.Equal((30L, 0L, 0L), ResidentSet.Plan(await test.LoadAsync()));
        LoadOutcome again = await test.LoadAsync();
        Assert.Equal((30L, 0L, 30L, 0L), RecordSet.Fates(again));

        ResidentSet.Write(test, "R1000,4826,35-44,White British,No,No,,01/06/2024,", "incremental");
        Assert.Equal((0L, 1L, 0L), ResidentSet.Plan(await test.LoadAsync()));
        ResidentSet.Write(
            test,
            Rows(29).Replace(
                "R1000,4826,25-34,White British,No,No,,01/04/2020,",
                "R1000,4826,35-44,White British,No,No,,01/06/2024,",
                StringComparison.Ordinal));
        LoadOutcome gone = await test.LoadAsync();

        Assert.Equal((0L, 0L, 1L), ResidentSet.Plan(gone));
        Assert.Equal(
            [
                "25-34|2020-04-01|2024-06-01|1", "25-34|2020-04-01|2025-04-14|1", "25-34|2020-04-01|9999-12-31|28",
                "35-44|2024-06-01|9999-12-31|1",
            ],
            await test.QueryAsync("SELECT age_band, valid_from, valid_to, COUNT(*) FROM dim_resident_characteristics WHERE resident_key <> 0 AND recorded_to_load = 2147483647 GROUP BY ALL ORDER BY ALL"));
        Assert.Equal(
            ["30"], await test.QueryAsync("SELECT COUNT(*) FROM dim_resident_characteristics WHERE resident_key <> 0 AND recorded_from_load <= 1 AND recorded_to_load > 1"));
    }

    [Fact]
    public async Task A_full_extract_that_lacks_too_many_residents_is_refused()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        ResidentSet.Write(test, Rows(30));
        await test.LoadAsync();
        ResidentSet.Write(test, Rows(20));

        UserException refused = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());

        Assert.Contains("would withdraw 10 of the 30 facts that 'CRM' gave before as 'resident'", refused.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(",4826,", ",00BK,", "another landlord")]
    [InlineData(",25-34,", ",35-44,", "another band")]
    [InlineData(",White British,", ",,", "another band")]
    public async Task A_mass_change_of_the_same_residents_is_refused(string said, string says, string what)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        ResidentSet.Write(test, Rows(30));
        await test.LoadAsync();
        ResidentSet.Write(test, Rows(30).Replace(said, says, StringComparison.Ordinal));

        UserException refused = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());

        Assert.StartsWith($"The file gives 30 of its 30 rows {what} than 'CRM' gave before", refused.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_extract_can_hold_from_its_own_day_and_a_band_that_is_missing_from_all_of_a_later_one_is_refused()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        ResidentSet.Write(test, Rows(30));
        await test.LoadAsync();
        string later = Rows(30).Replace(",01/04/2020,", ",31/03/2025,", StringComparison.Ordinal);
        ResidentSet.Write(test, later.Replace("R1000,4826,25-34,", "R1000,4826,35-44,", StringComparison.Ordinal));
        await test.LoadAsync();

        Assert.Equal(
            ["25-34|2020-04-01|2025-03-31|1", "25-34|2020-04-01|9999-12-31|29", "35-44|2025-03-31|9999-12-31|1"],
            await test.QueryAsync("SELECT age_band, valid_from, valid_to, COUNT(*) FROM dim_resident_characteristics WHERE resident_key <> 0 AND recorded_to_load = 2147483647 GROUP BY ALL ORDER BY ALL"));

        ResidentSet.Write(
            test,
            later.Replace(",31/03/2025,", ",01/04/2025,", StringComparison.Ordinal)
                .Replace("White British", "", StringComparison.Ordinal));
        UserException refused = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());
        Assert.Contains("another band", refused.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_extract_without_one_of_the_landlords_is_refused()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        string few = string.Concat(Enumerable.Range(0, 3).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"W{i},00BK,25-34,White British,No,No,,01/04/2020,\n")));
        ResidentSet.Write(test, Rows(30) + few);
        await test.LoadAsync();
        ResidentSet.Write(test, Rows(30));

        UserException refused = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());

        Assert.Contains("3 of the 3 facts of landlord 00BK", refused.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12/03/1975")]
    [InlineData("1975-03-12")]
    [InlineData("12 March 1975")]
    [InlineData("1975-03-12 00:00:00")]
    [InlineData("12/03/1975 (aged 49)")]
    [InlineData("47")]
    [InlineData("47 years")]
    [InlineData("27465")]
    [InlineData("14-Oct")]
    [InlineData("Mar 1975")]
    [InlineData("34-25")]
    [InlineData("25-34-44")]
    [InlineData("born over 1975")]
    public async Task An_age_that_is_no_band_is_held_back_and_kept_nowhere(string age)
    {
        string entry = await HeldBackAsync($"P9,4826,{age},White British,No,No,,01/04/2020,");

        Assert.StartsWith("bad-band|Age|[withheld]|", entry, StringComparison.Ordinal);
        Assert.DoesNotContain(age, entry, StringComparison.Ordinal);
        Assert.DoesNotContain("White", entry, StringComparison.Ordinal);
        Assert.DoesNotContain("P9", entry, StringComparison.Ordinal);
        Assert.Contains("\"Landlord\":\"4826\"", entry, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ethnicity", "P9,4826,25-34,7,No,No,,01/04/2020,", "bad-band")]
    [InlineData("Ethnicity", "P9,4826,25-34,QQ123456C,No,No,,01/04/2020,", "bad-band")]
    [InlineData("Ethnicity", "P9,4826,25-34,ann@example.org,No,No,,01/04/2020,", "bad-band")]
    [InlineData("Disability", "P9,4826,25-34,White,12/03/1975,No,,01/04/2020,", "bad-band")]
    [InlineData("Vulnerable", "P9,4826,25-34,White,No,Has been under the care of the community mental health team since March,,01/04/2020,", "too-long")]
    [InlineData("Landlord", "P9,White,25-34,No,No,No,,01/04/2020,", "unknown-landlord")]
    [InlineData("From", "P9,4826,25-34,White,No,No,,Asian,", "bad-date")]
    [InlineData("From", "P9,4826,25-34,White,No,No,,12/03/1975 Asian,", "bad-date")]
    [InlineData("From", "P9,4826,25-34,White,No,No,,,", "missing-key")]
    [InlineData("From", "P9,4826,25-34,White,No,No,,15/04/2025,", "future-date")]
    [InlineData("To", "P9,4826,25-34,White,No,No,,01/04/2020,01/04/2019", "impossible-date-order")]
    [InlineData("Ref", "Unknown,4826,25-34,White,No,No,,01/04/2020,", "missing-key")]
    public async Task A_row_with_a_bad_cell_is_held_back_by_the_rule_of_that_cell_and_tells_nothing_of_a_person(
        string column, string row, string rule)
    {
        string entry = await HeldBackAsync(row);

        Assert.StartsWith($"{rule}|{column}|", entry, StringComparison.Ordinal);
        foreach (string told in row.Split(',')
            .Where(cell => cell is not ("" or "4826" or "No") && !cell.All(c => char.IsDigit(c) || c == '/')))
        {
            Assert.DoesNotContain(told, entry, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("1975", entry, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x,P9,4826,27-33,White Irish,No,No,Braille,01/04/2020,")]
    [InlineData("4826,27-33,White Irish,No,No,Braille,01/04/2020,")]
    [InlineData("P9,4826,27-33,White Irish,No")]
    [InlineData("P9,4826,27-33,\"White Irish,No,No,Braille,01/04/2020,")]
    [InlineData("White Irish,P9,4826,27-33,No,No,Braille,01/04/2020,")]
    public async Task A_row_whose_cells_stand_elsewhere_keeps_neither_band_nor_reference(string row)
    {
        string entry = await HeldBackAsync(row);

        foreach (string told in (string[])["White Irish", "27-33", "Braille", "P9"])
        {
            Assert.DoesNotContain(told, entry, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_word_that_the_mappings_codes_do_not_know_is_not_repeated()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        ResidentSet.Write(
            test,
            "P1,4826,,W,No,No,,01/04/2020,\nP9,4826,,Q,No,No,,01/04/2020,",
            columns: ResidentSet.Columns.Replace(
                "\"ethnicity_band\": \"Ethnicity\"",
                """ "ethnicity_band": { "column": "Ethnicity", "codes": { "W": "White British" } } """,
                StringComparison.Ordinal));

        Assert.Equal((2L, 1L, 0L, 1L), RecordSet.Fates(await test.LoadAsync()));

        Assert.Equal(
            ["unknown-code|[withheld]|add the cell's word, which is not repeated here, to the codes of 'ethnicity_band' in the mapping"],
            await test.QueryAsync("SELECT rule_id, value, hint FROM load_quarantine"));
        Assert.Equal(["White British"], await test.QueryAsync("SELECT ethnicity_band FROM dim_resident_characteristics WHERE resident_key <> 0"));
    }

    [Fact]
    public async Task A_column_of_free_text_is_no_column_of_bands()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        ResidentSet.Write(test, string.Concat(Enumerable.Range(0, 200).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"R{1000 + i},4826,25-34,{(char)('A' + (i / 26))}{(char)('a' + (i % 26))} words,No,No,,01/04/2020,\n"))));

        UserException refused = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());

        Assert.Contains("bad-band", refused.What + refused.Where + refused.Expected + refused.Fix, StringComparison.Ordinal);
        Assert.DoesNotContain("words,", refused.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copies_and_rows_that_contradict_each_other_are_held_back_and_a_row_held_back_leaves_its_resident_a_customer()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        ResidentSet.Write(test, $"{One}\n{One}\n{One.Replace("P1", "P2", StringComparison.Ordinal)}\n{Rows(10)}");
        Assert.Equal((13L, 12L, 0L, 1L), RecordSet.Fates(await test.LoadAsync()));

        string other = One.Replace("Asian", "Black", StringComparison.Ordinal);
        string aged = One.Replace("P1", "P2", StringComparison.Ordinal).Replace("25-34", "47", StringComparison.Ordinal);
        ResidentSet.Write(test, $"{One}\n{other}\n{aged}\n{Rows(10)}");
        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal((13L, 0L, 10L, 3L), RecordSet.Fates(outcome));
        Assert.Equal((0L, 0L, 0L), ResidentSet.Plan(outcome));
        Assert.Equal(
            ["bad-band|1", "duplicate-case|2"],
            await test.QueryAsync("SELECT rule_id, COUNT(*) FROM load_quarantine WHERE status = 'open' GROUP BY ALL ORDER BY ALL"));
    }

    [Fact]
    public async Task A_row_that_is_mended_at_its_source_settles_what_was_held_back_of_it()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        ResidentSet.Write(test, One.Replace("25-34", "27", StringComparison.Ordinal));
        await test.LoadAsync();
        ResidentSet.Write(test, One, "incremental");

        await test.LoadAsync();

        Assert.Equal(["bad-band|replayed"], await test.QueryAsync("SELECT rule_id, status FROM load_quarantine"));
        Assert.Equal(["1"], await test.QueryAsync("SELECT COUNT(*) FROM dim_resident_characteristics WHERE resident_key <> 0"));
    }

    private static async Task<string> HeldBackAsync(string row)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        ResidentSet.Write(test, $"{One}\n{row}");
        await test.LoadAsync();
        return Assert.Single(await test.QueryAsync(
            "SELECT rule_id, column_name, value, expected, hint, row_key, raw FROM load_quarantine"));
    }

    private static string Rows(int count) => string.Concat(Enumerable.Range(0, count).Select(i => string.Create(
        CultureInfo.InvariantCulture, $"R{1000 + i},4826,25-34,White British,No,No,,01/04/2020,\n")));
}

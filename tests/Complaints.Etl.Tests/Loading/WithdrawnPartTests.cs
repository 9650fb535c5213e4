using System.Globalization;
using Complaints.Domain.Errors;
using Complaints.Etl.Loading;

namespace Complaints.Etl.Tests.Loading;

/// <summary>
/// A full extract without one of its landlords, without any stage 2 or without one of its reporting years withdrew a small share of all
/// rows and the whole of that part, and nobody was told.
/// </summary>
public sealed class WithdrawnPartTests
{
    [Fact]
    public async Task An_extract_without_its_smallest_landlord_is_refused_with_the_landlords_name()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        string large = SmallSet.Rows(60);
        string small = SmallSet.Rows(6, first: 900).Replace("4826", "00BK", StringComparison.Ordinal);
        await LoadAsync(test, large + small);

        UserException refused = await Assert.ThrowsAsync<UserException>(() => LoadAsync(test, large));

        Assert.Contains("6 of the 6 facts of landlord 00BK", refused.What, StringComparison.Ordinal);
        Assert.Equal(6, Stages(await LoadAsync(test, large, LoadAllowance.Withdrawals)).Plan.Withdrawn);
    }

    [Fact]
    public async Task An_extract_without_its_second_stages_is_refused()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        string first = SmallSet.Rows(60);
        string second = SmallSet.Rows(7).Replace(",1,", ",2,", StringComparison.Ordinal);
        await LoadAsync(test, first + second);

        UserException refused = await Assert.ThrowsAsync<UserException>(() => LoadAsync(test, first));

        Assert.Contains("7 of the 7 facts of stage 2", refused.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_of_a_small_landlord_that_is_deleted_and_one_that_changes_hands_are_no_cut()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        string large = SmallSet.Rows(60);
        string small = SmallSet.Rows(6, first: 900).Replace("4826", "00BK", StringComparison.Ordinal);
        await LoadAsync(test, large + small);
        string[] lines = small.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        string sold = lines[1].Replace("00BK", "4826", StringComparison.Ordinal);
        LoadOutcome outcome = await LoadAsync(test, large + string.Join('\n', lines[2..].Prepend(sold)) + "\n");

        Assert.Equal((1L, 1L), (Stages(outcome).Plan.Withdrawn, Stages(outcome).Plan.Changed));
    }

    [Theory]
    [InlineData("2024", 9, 9, "9 of the 9 facts of reporting year 2024/25")]
    [InlineData("2022", 9, 9, "9 of the 9 facts of reporting year 2022/23")]
    [InlineData("2024", 5, 3, "3 of the 5 facts of reporting year 2024/25")]
    [InlineData("2024", 90, 24, "24 of the 90 facts of reporting year 2024/25")]
    [InlineData("2024", 5, 2, null)]
    [InlineData("2024", 1, 1, null)]
    public async Task An_extract_without_most_of_a_reporting_year_is_refused(string year, int before, int gone, string? what)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        string other = OfYear("2023", 130, first: 500);
        string[] rows = OfYear(year, before, first: 900).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string left = string.Concat(rows.Skip(gone).Select(row => row + "\n"));
        await LoadAsync(test, other + OfYear(year, before, first: 900));

        if (what is null)
        {
            Assert.Equal(gone, Stages(await LoadAsync(test, other + left)).Plan.Withdrawn);
            return;
        }

        UserException refused = await Assert.ThrowsAsync<UserException>(() => LoadAsync(test, other + left));

        Assert.Contains(what, refused.What, StringComparison.Ordinal);
        Assert.Equal(gone, Stages(await LoadAsync(test, other + left, LoadAllowance.Withdrawals)).Plan.Withdrawn);
    }

    [Fact]
    public async Task An_extract_without_one_landlords_reporting_year_is_refused()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        string large = OfYear("2023", 60, first: 100) + OfYear("2024", 60, first: 300);
        string kept = OfYear("2023", 30, first: 600).Replace("4826", "00BK", StringComparison.Ordinal);
        string gone = OfYear("2024", 6, first: 900).Replace("4826", "00BK", StringComparison.Ordinal);
        await LoadAsync(test, large + kept + gone);

        UserException refused = await Assert.ThrowsAsync<UserException>(() => LoadAsync(test, large + kept));

        Assert.Contains("6 of the 6 facts of landlord 00BK in 2024/25", refused.What, StringComparison.Ordinal);
    }

    /// <summary>A retention rule takes the oldest year a quarter at a time, and its last quarter is then all that there is of it.</summary>
    [Fact]
    public async Task A_source_that_deletes_its_oldest_year_by_quarters_is_not_refused()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        string later = OfYear("2023", 150, first: 500);
        string[] oldest = OfYear("2022", 40, first: 900).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await LoadAsync(test, later + OfYear("2022", 40, first: 900));

        for (int gone = 10; gone <= 40; gone += 10)
        {
            string left = string.Concat(oldest.Skip(gone).Select(row => row + "\n"));
            Assert.Equal(10, Stages(await LoadAsync(test, later + left)).Plan.Withdrawn);
        }
    }

    [Fact]
    public async Task Contacts_of_a_reporting_year_that_are_gone_are_refused_too()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await LoadContactsAsync(test, 8);

        UserException refused = await Assert.ThrowsAsync<UserException>(() => LoadContactsAsync(test, 0));

        Assert.Contains("8 of the 8 facts of reporting year 2024/25", refused.What, StringComparison.Ordinal);
    }

    private static Task<LoadOutcome> LoadContactsAsync(TestWarehouse test, int ofLastYear)
    {
        SmallSet.WriteLandlords(test);
        test.Write(
            "contacts.csv",
            "ref,received,landlord\n"
                + string.Concat(Enumerable.Range(1, 60).Select(i => $"E{i},{i % 28 + 1:00}/06/2023,4826\n"))
                + string.Concat(Enumerable.Range(1, ofLastYear).Select(i => $"F{i},{i:00}/06/2024,4826\n")));
        test.Write("contacts.mapping.jsonc", """{ "mapping": "contacts", "source": { "system": "DESK" }, "target": "contact", "mode": "full", "date_order": "dmy", "columns": { "contact_reference": "ref", "kind": { "value": "mp_enquiry" }, "received_on": "received" }, "landlord": { "column": "landlord" } }""");
        SmallSet.WriteManifest(test, ("contacts.csv", "contacts.mapping.jsonc"));
        return test.LoadAsync();
    }

    // Three a day from May on, in the order of their days.
    private static string OfYear(string year, int count, int first)
    {
        var may = new DateOnly(int.Parse(year, CultureInfo.InvariantCulture), 5, 1);
        return string.Concat(Enumerable.Range(0, count).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"C{first + i:D5},1,{may.AddDays(i / 3):dd/MM/yyyy},,,,,4826,SEC\n")));
    }

    private static Task<LoadOutcome> LoadAsync(TestWarehouse test, string rows, LoadAllowance allow = LoadAllowance.None)
    {
        SmallSet.Write(test, $"{SmallSet.Header}\n{rows}");
        return test.LoadAsync(new LoadRequest { Path = test.SetFolder, Allow = allow });
    }

    private static FileOutcome Stages(LoadOutcome outcome) => outcome.Files.Single(file => file.Target == "stage");
}

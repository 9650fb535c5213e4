using Complaints.Domain.Errors;
using Complaints.Etl.Loading;

namespace Complaints.Etl.Tests.Loading;

/// <summary>
/// A full extract without one of its landlords, or without any stage 2, withdrew a small share of all rows and the whole of that part, and
/// nobody was told.
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

    private static Task<LoadOutcome> LoadAsync(TestWarehouse test, string rows, LoadAllowance allow = LoadAllowance.None)
    {
        SmallSet.Write(test, $"{SmallSet.Header}\n{rows}");
        return test.LoadAsync(new LoadRequest { Path = test.SetFolder, Allow = allow });
    }

    private static FileOutcome Stages(LoadOutcome outcome) => outcome.Files.Single(file => file.Target == "stage");
}

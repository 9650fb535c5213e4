using System.Globalization;
using Complaints.Domain.Errors;
using Complaints.Etl.Loading;

namespace Complaints.Etl.Tests.Loading;

/// <summary>
/// A register that was copied through a spreadsheet got a new system's name and lost the zeros of its references in one go: each alone was
/// told, and both together counted every complaint twice.
/// </summary>
public sealed class RenamedSourceTests
{
    [Theory]
    [InlineData("00000", "0")]
    [InlineData("00000", "00000")]
    [InlineData("'ab-'0000", "'AB-'0000")]
    public async Task The_same_complaints_under_another_systems_name_are_refused(string before, string after)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await LoadAsync(test, "OLD", before);

        UserException refused = await Assert.ThrowsAsync<UserException>(() => LoadAsync(test, "NEW", after));

        Assert.Contains("18 of 18 rows of 'NEW' are complaints that 'OLD' gave before", refused.What, StringComparison.Ordinal);
    }

    private static Task<LoadOutcome> LoadAsync(TestWarehouse test, string system, string form)
    {
        IEnumerable<string> rows = Enumerable.Range(10, 18).Select(number => string.Create(
            CultureInfo.InvariantCulture,
            $"{number.ToString(form, CultureInfo.InvariantCulture)},1,{new DateOnly(2024, 4, 2).AddDays(number):dd/MM/yyyy},,,,,4826,SEC"));
        SmallSet.Write(
            test,
            $"{SmallSet.Header}\n{string.Join('\n', rows)}\n",
            SmallSet.StageMapping().Replace("CRM", system, StringComparison.Ordinal));
        return test.LoadAsync();
    }
}

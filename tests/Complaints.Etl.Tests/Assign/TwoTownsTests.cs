using System.Globalization;
using Complaints.Etl.Quarantine;
using Complaints.Etl.Tests.Loading;

namespace Complaints.Etl.Tests.Assign;

public sealed class TwoTownsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task No_home_that_leads_is_of_the_wrong_landlord_nor_any_other_home(int seed)
    {
        var made = new TwoTowns(seed);
        await using TestWarehouse test = await AddressSet.Of(made.Homes, made.References, made.Cases);
        await test.LoadAsync();

        IReadOnlyList<WorklistEntry> entries = await new WorklistStore(test.Warehouse).ListAsync(TestContext.Current.CancellationToken);
        int hits = 0;
        int listed = 0;
        int listedWrong = 0;
        List<string> wrong = [];
        foreach (WorklistEntry entry in entries.Where(entry => entry.Row.RuleId == "landlord-unmatched"))
        {
            (string landlord, string? home) = made.Truth[entry.Row.RowKey!.Split('/')[0]];
            if (entry.Leading is WorklistSuggestion leading)
            {
                bool right = leading.Landlord.Value == landlord && leading.PropertyReference == home;
                hits += right ? 1 : 0;
                wrong.AddRange(right ? [] : [$"{entry.Row.RowKey} of {home} of {landlord} ({entry.Address}): {leading}"]);
            }

            if (entry.Homes.FirstOrDefault() is WorklistSuggestion first)
            {
                listed += first.Landlord.Value == landlord ? 1 : 0;
                listedWrong += first.Landlord.Value == landlord ? 0 : 1;
            }

            // Whatever is suggested, the figures of both landlords know that they lack the row.
            Assert.Equal(2, entry.Suggestions.Select(suggestion => suggestion.Landlord).Distinct().Count());
        }

        wrong.ForEach(TestContext.Current.TestOutputHelper!.WriteLine);
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"seed {seed}: {entries.Count} rows wait: {hits} hits, {wrong.Count} misses, {entries.Count - hits - wrong.Count} without; first in the list whatever its confidence: {listed} of the right landlord, {listedWrong} of the wrong one"));
        Assert.Empty(wrong);
        Assert.True(hits > entries.Count / 3);
    }
}

using System.Globalization;
using Complaints.Measures.Catalogue;

namespace Complaints.Measures.Tests.Mutation;

/// <summary>
/// Every measure of the catalogue is made wrong in every way that its definition allows, and the SQL written by hand finds each of them
/// wrong: what stands above and below the line, the day that puts a row into a period, the rows that are meant, the clock.
/// </summary>
public sealed class MutationTests(RichRecords records, ITestOutputHelper output) : IClassFixture<RichRecords>
{
    private static readonly MutantKind[] s_kinds = Enum.GetValues<MutantKind>();

    public static TheoryData<string> Facts() =>
        [.. FactTables.ByName.Values.Where(fact => MeasureCatalogue.Shipped.IdsOf(fact).Any()).Select(fact => fact.Name)];

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task Every_mutant_of_a_measure_counts_something_else(string fact)
    {
        var run = new MutationRun(records.Store);
        List<MeasureDefinition> measures = [.. MeasureCatalogue.Shipped.Definitions.Where(measure => measure.Fact.Name == fact)];
        await RequireRightAsync(run, measures);
        List<Mutant> mutants = await MutantsAsync(run, measures);
        IReadOnlySet<Mutant> survivors = await run.SurvivorsAsync(mutants);
        Print(measures, mutants, survivors);
        RequireNone("count the same as their measure", survivors.Where(mutant => Equivalents.Why(mutant) is null));
        RequireNone(
            "are called equivalent and count something else",
            mutants.Where(mutant => Equivalents.Why(mutant) is not null && !survivors.Contains(mutant)));
    }

    [Fact]
    public async Task What_is_called_equivalent_is_a_mutant_of_a_measure() => Assert.Empty(
        Equivalents.Unused(await MutantsAsync(new MutationRun(records.Store), MeasureCatalogue.Shipped.Definitions)));

    private static async Task<List<Mutant>> MutantsAsync(MutationRun run, IReadOnlyList<MeasureDefinition> measures)
    {
        var makes = new Mutants(MeasureCatalogue.Shipped, await run.DatesAsync());
        return
        [
            .. measures.SelectMany(makes.Of),
            .. measures.SelectMany(measure => Reading.All
                .Where(reading => run.IsRead(measure, reading))
                .Select(reading => new Mutant(measure.Id, MutantKind.Clock, $"clock: {reading.Words}", measure) { Reading = reading })),
        ];
    }

    // What is not changed counts what the SQL written by hand counts, and something on one of the days at least.
    private static async Task RequireRightAsync(MutationRun run, List<MeasureDefinition> measures)
    {
        var nothing = measures.Select(measure => measure.Id).ToHashSet(StringComparer.Ordinal);
        foreach (string day in MutationRun.Days)
        {
            foreach (IGrouping<string, MeasureDefinition> some in measures.GroupBy(Cells.Dimension))
            {
                List<string> cells = await run.CellsAsync(some.First(), [.. some], reading: null, day);
                foreach ((MeasureDefinition measure, string counted) in some.Zip(cells))
                {
                    Assert.Equal($"{measure.Id} {day}\n{await run.ByHandAsync(measure, day)}", $"{measure.Id} {day}\n{counted}");
                    _ = counted.Length > 0 && nothing.Remove(measure.Id);
                }
            }
        }

        Assert.Empty(nothing);
    }

    private static void RequireNone(string what, IEnumerable<Mutant> mutants)
    {
        string[] names = [.. mutants.Select(mutant => mutant.Name).Order(StringComparer.Ordinal)];
        Assert.True(names.Length == 0, $"{names.Length} mutants {what}:\n{string.Join('\n', names)}");
    }

    private void Print(List<MeasureDefinition> measures, List<Mutant> mutants, IReadOnlySet<Mutant> survivors)
    {
        output.WriteLine($"{"measure",-44}{string.Concat(s_kinds.Select(kind => $"{kind,14}"))}   killed/made, equivalent in brackets");
        foreach (MeasureDefinition measure in measures)
        {
            PrintLine(measure.Id, [.. mutants.Where(mutant => mutant.Measure == measure.Id)], survivors);
        }

        PrintLine("all", mutants, survivors);
    }

    private void PrintLine(string name, List<Mutant> mutants, IReadOnlySet<Mutant> survivors) => output.WriteLine(
        $"{name,-44}"
        + string.Concat(s_kinds.Select(kind => $"{Counts([.. mutants.Where(mutant => mutant.Kind == kind)], survivors),14}")));

    private static string Counts(List<Mutant> mutants, IReadOnlySet<Mutant> survivors)
    {
        int same = mutants.Count(mutant => Equivalents.Why(mutant) is not null);
        int killed = mutants.Count(mutant => !survivors.Contains(mutant));
        return mutants.Count == 0 ? "-" : string.Create(
            CultureInfo.InvariantCulture, $"{killed}/{mutants.Count - same}{(same == 0 ? "" : $" ({same})")}");
    }
}

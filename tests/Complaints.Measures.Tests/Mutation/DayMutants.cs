using System.Reflection;
using Complaints.Measures.Catalogue;

namespace Complaints.Measures.Tests.Mutation;

/// <summary>
/// Puts rows into periods by another of their dates: every role that the fact offers, and every other date that its table has.
/// </summary>
internal sealed class DayMutants
{
    private readonly Dictionary<FactTable, FactTable> _withEveryDay = [];

    /// <summary>The mutants of facts whose tables have these dates.</summary>
    internal DayMutants(IReadOnlyDictionary<string, string[]> dates)
    {
        foreach (FactTable fact in FactTables.ByName.Values)
        {
            string[] others = [.. dates[fact.Table].Where(column => fact.Days.Values.All(day => day.Column != column))];
            DateRole[] free = [.. Enum.GetValues<DateRole>().Where(role => !fact.Days.ContainsKey(role))];
            Assert.True(others.Length <= free.Length, $"{fact.Table} has more dates than there are roles to call them by");
            _withEveryDay.Add(fact, With(
                fact, [.. fact.Days, .. free.Zip(others, (role, column) => KeyValuePair.Create(role, new FactDay(column)))]));
        }
    }

    internal IEnumerable<(string Change, MeasureDefinition Made)> Of(MeasureDefinition measure) => _withEveryDay[measure.Fact].Days
        .Where(day => day.Key != measure.DateRole)
        .Select(day => (
            $"by {day.Value.Column}",
            measure with
            {
                DateRole = day.Key,
                Fact = measure.Fact.Days.ContainsKey(day.Key) ? measure.Fact : _withEveryDay[measure.Fact],
            }));

    // The same description but for its dates; roles that it has no use for stand for the dates that have no role.
    private static FactTable With(FactTable fact, IEnumerable<KeyValuePair<DateRole, FactDay>> days)
    {
        var copy = (FactTable)typeof(object)
            .GetMethod(nameof(MemberwiseClone), BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(fact, [])!;
        typeof(FactTable).GetProperty(nameof(FactTable.Days), BindingFlags.Instance | BindingFlags.NonPublic)!
            .SetValue(copy, days.ToDictionary());
        return copy;
    }
}

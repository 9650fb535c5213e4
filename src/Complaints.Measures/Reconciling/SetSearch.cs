using System.Globalization;
using Complaints.Domain.Figures;
using Complaints.Measures.Catalogue;

namespace Complaints.Measures.Reconciling;

/// <summary>What figures that were printed together say of each other.</summary>
internal static class SetSearch
{
    /// <summary>The findings of a set.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="set">The figures.</param>
    /// <param name="fits">How each was reproduced, in the same order.</param>
    internal static IEnumerable<SetFinding> Of(string name, PrintedSet set, IReadOnlyList<List<Fit>> fits)
    {
        if (SetParts.Of(set) is (string cause, string words))
        {
            yield return new SetFinding(name, Causes.Find(cause), words);
        }

        if (Exchanged(set) is string exchanged)
        {
            yield return new SetFinding(name, Causes.Find("recoded"), exchanged);
        }

        if (OneWay(set, fits) is string way)
        {
            yield return new SetFinding(name, Causes.Find("one_way"), way);
        }

        List<FigureReadings> with = [.. set.Members.Where((member, at) => Always(member, fits[at], without: false))];
        List<FigureReadings> without = [.. set.Members.Where((member, at) => Always(member, fits[at], without: true))];
        if (with.Count > 0 && without.Count > 0)
        {
            yield return new SetFinding(
                name, Causes.Find("mixed_extension_basis"), $"without extensions: {Names(without)}; with them: {Names(with)}");
        }
    }

    private static string? Exchanged(PrintedSet set)
    {
        if (set.Members[0].Defined is not Reading defined)
        {
            return null;
        }

        FigureReadings? more = set.Members.FirstOrDefault(member => set.ExchangedWith(member, defined.Key) is not null
            && member.Printed.Value.Value > member.Defined!.Counts.Numerator);
        return more is null
            ? null
            : $"{Names([more])} has a complaint that is recorded as {Names([set.ExchangedWith(more, defined.Key)!])}";
    }

    // Where single figures leave it open what was done, all of them together may tell.
    private static string? OneWay(PrintedSet set, IReadOnlyList<List<Fit>> fits)
    {
        if (set.Members.Count < 2 || fits.Any(all => all.Count == 0)
            || fits.All(all => all.Exists(fit => fit.Causes.All(cause => cause.Kind == CauseKind.Counts))))
        {
            return null;
        }

        IEnumerable<(Reading Reading, bool Cut)> ways = fits
            .SelectMany(all => all)
            .Where(fit => !fit.Causes.Any(cause => cause.Kind == CauseKind.Set))
            .Select(fit => (fit.Reading, fit.Causes.Any(cause => cause.Id == "truncated")))
            .DistinctBy(way => (way.Reading.Key, way.Item2))
            .OrderBy(way => way.Reading.Causes.Count + (way.Item2 ? 1 : 0));
        foreach ((Reading reading, bool cut) in ways)
        {
            if (set.Members.All(member => member.Of(reading.Key) is Reading own && Gives(member, own.Counts, cut)))
            {
                IEnumerable<Cause> causes = cut ? [Causes.Find("truncated"), .. reading.Causes] : reading.Causes;
                return $"{string.Join(", ", causes.Select(cause => cause.Words))}{(reading.Words.Length == 0 ? "" : $", {reading.Words}")}";
            }
        }

        return null;
    }

    private static bool Gives(FigureReadings member, Counts counts, bool cut) => counts.Rate.Round(
        cut ? RoundingMode.Truncate : RoundingMode.HalfUp, member.Printed.Value.Places, counts.Factor) == member.Printed.Value.Value;

    // Whether every way that gives a figure counts extensions so; of a figure that no way gives nothing is known.
    private static bool Always(FigureReadings member, List<Fit> fits, bool without)
    {
        List<FieldTest> tests = [.. ConditionChange.Tests(member.Measure.Numerator.Where, TestableFields.Basis)];
        bool inDefinition = tests.Exists(test => ConditionChange.Asks(test, "standard", "extension"));
        bool isWithout = tests.Exists(test => ConditionChange.Asks(test, "standard"));
        return fits.Count > 0 && fits.All(fit =>
        {
            bool taken = fit.Causes.Any(cause => cause.Id == "extension_without");
            bool given = fit.Causes.Any(cause => cause.Id == "extension_with");
            return without ? taken || (isWithout && !given) : given || (inDefinition && !taken);
        });
    }

    private static string Names(IEnumerable<FigureReadings> members) => string.Join("; ", members.Select(
        member => string.Create(CultureInfo.InvariantCulture, $"{member.Printed.Name} {member.Printed.Value.Text} (line {member.Printed.Line})")));
}

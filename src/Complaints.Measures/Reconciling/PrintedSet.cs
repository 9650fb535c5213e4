using Complaints.Domain.Figures;

namespace Complaints.Measures.Reconciling;

/// <summary>Figures that were printed together, in the order of the file.</summary>
internal sealed class PrintedSet(IReadOnlyList<FigureReadings> members)
{
    /// <summary>The figures.</summary>
    internal IReadOnlyList<FigureReadings> Members => members;

    /// <summary>What all of them give, counted in one way; null where one has no such reading.</summary>
    internal IReadOnlyList<Counts>? Read(string key)
    {
        List<Counts> all = [.. members.Select(member => member.Of(key)).OfType<Reading>().Select(reading => reading.Counts)];
        return all.Count == members.Count ? all : null;
    }

    /// <summary>The same, where they are the parts of one whole in per cent; null where they are not.</summary>
    internal IReadOnlyList<Counts>? ReadParts(string key) =>
        members.Count > 1 && members.All(member => member.IsPart) && Read(key) is IReadOnlyList<Counts> all
            && all.All(counts => counts.Denominator == all[0].Denominator)
            ? all
            : null;

    /// <summary>
    /// Whether a figure is what the other parts leave to 100, or what the largest remainders give it.
    /// </summary>
    internal bool IsForced(FigureReadings figure, string key)
    {
        if (ReadParts(key) is not IReadOnlyList<Counts> parts || parts.Sum(part => part.Numerator) != parts[0].Denominator)
        {
            return false;
        }

        int at = members.Index().First(member => ReferenceEquals(member.Item, figure)).Index;
        int places = figure.Printed.Value.Places;
        List<decimal> sizes = [.. parts.Select(part => part.Numerator)];
        return members.All(member => member.Printed.Value.Places == places)
            && members.Sum(member => member.Printed.Value.Value) == 100
            && (Rounding.LastTakesBalance(sizes, places)[at] == figure.Printed.Value.Value
                || Rounding.LargestRemainder(sizes, places)[at] == figure.Printed.Value.Value);
    }

    /// <summary>
    /// Whether one digit of a figure is wrong: the printed parts do not add up to about 100, and with the right digit they would.
    /// </summary>
    internal bool IsMisprint(FigureReadings figure, Reading reading)
    {
        PrintedNumber printed = figure.Printed.Value;
        decimal? right = reading.Counts.Rate.Round(RoundingMode.HalfUp, printed.Places, reading.Counts.Factor);
        if (right is null || !DiffersByOneDigit(printed.Value, right.Value) || ReadParts(reading.Key) is not IReadOnlyList<Counts> parts
            || parts.Sum(part => part.Numerator) != parts[0].Denominator)
        {
            return false;
        }

        decimal sum = members.Sum(member => member.Printed.Value.Value);
        // Each part may be half a unit of its last place from its exact value.
        decimal slack = members.Sum(member => HalfUnit(member.Printed.Value.Places));
        return Math.Abs(sum - 100) > slack && Math.Abs(sum - printed.Value + right.Value - 100) <= slack;
    }

    /// <summary>
    /// The figure of the set with which one complaint was exchanged, where the others are as they were counted; null for none.
    /// </summary>
    internal FigureReadings? ExchangedWith(FigureReadings figure, string key)
    {
        if (!members.All(member => member.IsCount) || Read(key) is not IReadOnlyList<Counts> counts)
        {
            return null;
        }

        List<(FigureReadings Member, decimal More)> moved =
        [
            .. members
                .Zip(counts, (member, count) => (Member: member, More: member.Printed.Value.Value - count.Numerator))
                .Where(pair => pair.More != 0),
        ];
        return moved is [(var one, 1 or -1), (var other, 1 or -1)] && moved.Sum(pair => pair.More) == 0
            ? ReferenceEquals(one, figure) ? other : ReferenceEquals(other, figure) ? one : null
            : null;
    }

    private static decimal HalfUnit(int places)
    {
        decimal half = 0.5m;
        for (int i = 0; i < places; i++)
        {
            half /= 10;
        }

        return half;
    }

    private static bool DiffersByOneDigit(decimal one, decimal other)
    {
        string left = one.ToString(System.Globalization.CultureInfo.InvariantCulture);
        string right = other.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return left.Length == right.Length && left.Zip(right).Count(pair => pair.First != pair.Second) == 1;
    }
}

using System.Globalization;
using Complaints.Domain.Figures;

namespace Complaints.Measures.Reconciling;

/// <summary>Whether figures that were printed as the parts of a whole are all of it, and add up.</summary>
internal static class SetParts
{
    /// <summary>What is to be told; null where they add up as they are, or are no parts.</summary>
    internal static (string Cause, string Words)? Of(PrintedSet set)
    {
        if (set.Members[0].Defined is not Reading defined || set.ReadParts(defined.Key) is not IReadOnlyList<Counts> parts)
        {
            return null;
        }

        decimal[] rounded = [.. set.Members.Zip(parts, (member, part) => Rounded(member, part))];
        decimal printed = set.Members.Sum(member => member.Printed.Value.Value);
        decimal counted = parts.Sum(part => part.Numerator);
        decimal whole = parts[0].Denominator!.Value;
        if (printed == 100)
        {
            bool isForced = set.Members.Zip(rounded).Any(pair => pair.First.Printed.Value.Value != pair.Second)
                && set.Members.Zip(rounded).All(pair =>
                    pair.First.Printed.Value.Value == pair.Second || set.IsForced(pair.First, defined.Key));
            return isForced ? ("forced_to_100", $"rounded half up, each by itself, they add up to {Number(rounded.Sum())}") : null;
        }

        string sum = $"the {Number(parts.Count)} parts add up to {Number(printed)} and count {Number(counted)} of {Number(whole)}";
        int wrong = set.Members.ToList().FindIndex(member => set.IsMisprint(member, member.Of(defined.Key)!));
        // Of measures of their own it is not known that they are meant to be all of a whole.
        return wrong >= 0 ? ("misprint", $"{sum}; {Mended(set.Members[wrong].Printed.Value, rounded[wrong], printed)}")
            : counted == whole ? ("parts_rounded_apart", sum)
            : !set.Members.All(member => member.IsShare) ? null
            : counted < whole ? ("parts_missing", $"{sum}: {Number(whole - counted)} stand in no part")
            : ("parts_overlap", sum);
    }

    private static string Mended(PrintedNumber wrong, decimal right, decimal sum) =>
        $"with {Number(right)} for {wrong.Text} they add up to {Number(sum - wrong.Value + right)}";

    private static decimal Rounded(FigureReadings member, Counts counts) =>
        counts.Rate.Round(RoundingMode.HalfUp, member.Printed.Value.Places, counts.Factor) ?? 0m;

    private static string Number(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);
}

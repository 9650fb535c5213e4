namespace Complaints.Measures.Reconciling;

/// <summary>Finds the ways of counting that give a printed figure, those with the fewest deviations from its definition.</summary>
internal static class FigureSearch
{
    /// <summary>
    /// All ways that need the fewest deviations; with those numerator and denominator too, where any way gives them. Empty where none
    /// gives the value.
    /// </summary>
    /// <param name="figure">The figure.</param>
    /// <param name="set">The figures it was printed with; null for one by itself.</param>
    /// <param name="file">All figures of the file.</param>
    internal static List<Fit> Of(FigureReadings figure, PrintedSet? set, IReadOnlyList<FigureReadings> file)
    {
        List<Fit> fits =
        [
            .. figure.All
                .SelectMany(reading => Values(figure, set, reading).SelectMany(causes => WithCounts(figure, set, file, reading, causes)))
                .Where(fit => fit.Causes.Count <= figure.Most),
        ];
        bool hasCounts = fits.Exists(fit => fit.HasCounts);
        List<Fit> best = [.. fits.Where(fit => fit.HasCounts == hasCounts)];
        return best.Count == 0
            ? []
            : [.. best.Where(fit => fit.Causes.Count == best.Min(other => other.Causes.Count)).OrderBy(fit => fit, FitOrder.Instance)];
    }

    /// <summary>The reading nearest to the printed value, with one deviation at most; null where there is none.</summary>
    internal static Reading? Nearest(PrintedNumber printed, IEnumerable<Reading> readings) => readings
        .Where(reading => reading.Causes.Count <= 1)
        .OrderBy(reading => Math.Abs(reading.Counts.Value!.Value - printed.Value))
        .ThenBy(reading => reading.Causes.Count)
        .FirstOrDefault();

    private static IEnumerable<IReadOnlyList<Cause>> Values(FigureReadings figure, PrintedSet? set, Reading reading)
    {
        if (figure.IsCount)
        {
            if (reading.Counts.Numerator == figure.Printed.Value.Value)
            {
                yield return [];
            }
            else if (set?.ExchangedWith(figure, reading.Key) is not null)
            {
                yield return [Causes.Find("recoded")];
            }

            yield break;
        }

        if (PrintedRounding.Of(figure.Printed.Value, reading.Counts) is IReadOnlyList<Cause> alone)
        {
            yield return alone;
            if (alone.Count == 0)
            {
                yield break;
            }
        }

        if (set?.IsForced(figure, reading.Key) == true)
        {
            yield return [Causes.Find("forced_to_100")];
        }

        if (set?.IsMisprint(figure, reading) == true)
        {
            yield return [Causes.Find("misprint")];
        }
    }

    private static IEnumerable<Fit> WithCounts(
        FigureReadings figure, PrintedSet? set, IReadOnlyList<FigureReadings> file, Reading reading, IReadOnlyList<Cause> causes)
    {
        if (IsPrinted(figure.Printed, reading.Counts))
        {
            yield return Fit([], hasCounts: true);
            yield break;
        }

        bool isOfSet = set?.Read(reading.Key) is { Count: > 1 } all
            && IsPrinted(figure.Printed, new Counts(all.Sum(one => one.Numerator), all.Sum(one => one.Denominator), 1));
        bool isOfAnother = file.Any(other => !ReferenceEquals(other, figure)
            && other.Of(reading.Key) is Reading of && IsPrinted(figure.Printed, of.Counts));
        if (isOfSet)
        {
            yield return Fit([Causes.Find("counts_of_set")], hasCounts: true);
        }

        if (isOfAnother)
        {
            yield return Fit([Causes.Find("counts_of_another")], hasCounts: true);
        }

        if (!isOfSet && !isOfAnother)
        {
            yield return Fit([], hasCounts: false);
        }

        Fit Fit(IEnumerable<Cause> counts, bool hasCounts) =>
            new(reading, Causes.InOrder(reading.Causes.Concat(causes).Concat(counts)), hasCounts);
    }

    // A report that prints no numbers beside the value contradicts none.
    private static bool IsPrinted(PrintedFigure printed, Counts counts) =>
        (printed.Numerator is not decimal above || above == counts.Numerator)
        && (printed.Denominator is not decimal below || counts.Denominator is null || below == counts.Denominator);

    private sealed class FitOrder : IComparer<Fit>
    {
        internal static FitOrder Instance { get; } = new();

        public int Compare(Fit? x, Fit? y)
        {
            List<int> left = [.. x!.Causes.Select(Causes.Place)];
            List<int> right = [.. y!.Causes.Select(Causes.Place)];
            int first = left.Zip(right, (one, other) => one.CompareTo(other)).FirstOrDefault(order => order != 0);
            return first != 0 ? first : string.CompareOrdinal(x.Reading.Words, y.Reading.Words);
        }
    }
}

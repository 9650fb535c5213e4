using Complaints.Domain;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Reconciling;

/// <summary>A printed figure with every way of counting it that differs little enough from its measure's definition.</summary>
internal sealed class FigureReadings
{
    private static readonly Cause s_bothStages = Reconciling.Causes.Find("both_stages");

    private readonly Dictionary<string, Reading> _byKey = new(StringComparer.Ordinal);
    private readonly List<Reading> _all = [];
    private readonly IReadOnlyList<MeasureVariant> _variants;
    private readonly Homes? _homes;
    private readonly Dictionary<string, int> _variantAt;

    /// <summary>The readings of a figure.</summary>
    /// <param name="printed">The figure.</param>
    /// <param name="measure">Its measure.</param>
    /// <param name="variants">The measure's variants.</param>
    /// <param name="counted">What was counted from each frame and for which periods, the definition's first.</param>
    /// <param name="homes">The landlord's homes, where the measure divides by them.</param>
    internal FigureReadings(
        PrintedFigure printed,
        MeasureDefinition measure,
        IReadOnlyList<MeasureVariant> variants,
        IReadOnlyList<(Frame Frame, IReadOnlyList<Window> Windows, VariantCells Cells)> counted,
        Homes? homes)
    {
        Printed = printed;
        Measure = measure;
        _variants = variants;
        _homes = homes;
        // Of several other populations that groups do not tell apart the first stands for the cause.
        _variantAt = variants.Index()
            .DistinctBy(variant => variant.Item.Key)
            .ToDictionary(variant => variant.Item.Key, variant => variant.Index, StringComparer.Ordinal);
        IReadOnlyList<PopulationChoice> populations = PopulationChoice.Of(printed, measure);
        foreach ((Frame frame, IReadOnlyList<Window> windows, VariantCells cells) in counted)
        {
            foreach (PopulationChoice population in populations)
            {
                foreach (Window window in windows)
                {
                    // As at the last day of other days than those counted nothing is told apart.
                    if (frame.AsAt is null || window.Cause is null)
                    {
                        Add(frame, cells, population, window);
                    }
                }
            }
        }

        _all = [.. _all.OrderBy(reading => reading.Causes.Count)];
    }

    /// <summary>The figure.</summary>
    internal PrintedFigure Printed { get; }

    /// <summary>Its measure.</summary>
    internal MeasureDefinition Measure { get; }

    /// <summary>Whether the printed value is a share of a count: "39%" of complaints made.</summary>
    internal bool IsShare => Measure.Kind == MeasureKind.Count && Printed.Value.Mark == PrintedMark.Percent && Printed.Parts.Any()
        && Grouping.Of(Measure).IsInGroups;

    /// <summary>Whether the printed value is a count divided by the weeks of its period: "20 a week".</summary>
    internal bool IsPerWeek => Measure.Kind == MeasureKind.Count && Printed.Value.Mark == PrintedMark.PerWeek;

    /// <summary>Whether the value is of complaints or other records, and so a whole number that is never rounded.</summary>
    internal bool IsCount => Measure.Kind == MeasureKind.Count && Measure.Numerator.Sum is null && !IsShare && !IsPerWeek;

    /// <summary>Whether the value is a part of a whole in per cent.</summary>
    internal bool IsPart => IsShare || Measure.Kind == MeasureKind.Percent;

    /// <summary>In how many ways at once it may differ from the definition.</summary>
    internal int Most => Printed is { Numerator: not null, Denominator: not null }
        ? Limits.ReconciledDeviationsWithCounts
        : Limits.ReconciledDeviations;

    /// <summary>The readings that have a value, the nearest to the definition first.</summary>
    internal IReadOnlyList<Reading> All => _all;

    /// <summary>Whether there were more ways than are tried.</summary>
    internal bool IsCutShort { get; private set; }

    /// <summary>The definition's own reading; null where it has no value.</summary>
    internal Reading? Defined => _all.Count > 0 && _all[0].Causes.Count == 0 ? _all[0] : null;

    /// <summary>The reading of a way of counting; null where the figure has none.</summary>
    internal Reading? Of(string key) => _byKey.GetValueOrDefault(key);

    private void Add(Frame frame, VariantCells cells, PopulationChoice population, Window window)
    {
        List<Cause> around = [.. population.Causes, .. new[] { frame.Cause, window.Cause }.OfType<Cause>()];
        if (around.Count > Most || cells.IsEmpty)
        {
            return;
        }

        int year = window.HomesYear;
        IReadOnlyList<string> types = _homes is null ? population.Types : _homes.Known(population.Types, year);
        List<QueryFilter> parts = Grouping.Of(Measure).IsInGroups ? [.. Printed.Parts] : [];
        (decimal[] above, decimal[] below) = cells.Sum(parts, types, population.Statuses, window);
        decimal[] whole = IsShare ? cells.Sum([], types, population.Statuses, window).Above : [];
        foreach ((int at, MeasureVariant variant) in _variants.Index())
        {
            if (_homes is not null)
            {
                Add(variant, around, window, new Counts(above[at], _homes.Of(types, year), Measure.Factor));
            }
            else if (IsShare)
            {
                Add(variant, around, window, new Counts(above[at], whole[at], 100));
                if (_variantAt.TryGetValue(MeasureVariant.KeyOf([.. variant.Causes, s_bothStages]), out int both))
                {
                    Add(variant, [.. around, Causes.Find("share_of_both_stages")], window, new Counts(above[at], whole[both], 100));
                }
            }
            else if (variant.Measure.StandsAlone)
            {
                Add(variant, around, window, new Counts(above[at], below[at], Measure.Factor) { StandsAlone = true });
            }
            else if (IsPerWeek)
            {
                Add(variant, around, window, new Counts(above[at], window.Days, 7));
            }
            else
            {
                Add(variant, around, window, new Counts(above[at], Measure.Kind == MeasureKind.Count ? null : below[at], Measure.Factor));
            }
        }
    }

    private void Add(MeasureVariant variant, List<Cause> around, Window window, Counts counts)
    {
        if (variant.Causes.Count + around.Count > Most || !counts.HasValue)
        {
            return;
        }

        if (_all.Count >= Limits.ReconciledReadings)
        {
            IsCutShort = true;
            return;
        }

        string days = window.Cause is null ? "" : window.Words;
        IReadOnlyList<Cause> causes = Causes.InOrder(variant.Causes.Concat(around));
        string population = variant.Causes.Any(cause => cause.Kind == CauseKind.Population) && !Grouping.Of(Measure).IsInGroups
            ? $" {variant.Measure.PopulationRule.Id}"
            : "";
        string key = $"{string.Join('+', causes.Select(cause => cause.Id))} {days}{population}";
        var reading = new Reading(key, causes, counts, days);
        if (_byKey.TryAdd(key, reading))
        {
            _all.Add(reading);
        }
    }
}

using Complaints.Domain.Figures;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Comparators;
using Complaints.Protocol.Calls;
using Wire = Complaints.Protocol.V1;

namespace Complaints.Protocol.Reporting;

/// <summary>Measures and comparators, both ways.</summary>
internal static class MeasureMapping
{
    internal static Wire.Measure ToWire(MeasureInfo measure) => new()
    {
        Id = measure.Id,
        Title = measure.Title,
        Unit = measure.Unit,
        Kind = WireEnums.Of(measure.Kind),
        Population = measure.Population,
        DateRole = WireEnums.Of(measure.DateRole),
        EffectiveFrom = WireText.Of(measure.EffectiveFrom),
        EffectiveTo = WireText.Of(measure.EffectiveTo),
        DecimalPlaces = measure.DecimalPlaces,
        Rounding = WireEnums.Of(measure.Rounding),
        Direction = WireEnums.Of(measure.Direction),
        StatutoryLimit = measure.StatutoryLimit ?? "",
        Source = measure.Source,
        Formula = measure.Formula,
        Fact = measure.Fact.Name,
    };

    internal static MeasureInfo FromWire(Wire.Measure measure) => new()
    {
        Id = measure.Id,
        Title = measure.Title,
        Unit = measure.Unit,
        Kind = WireEnums.Kind(measure.Kind),
        Population = measure.Population,
        DateRole = WireEnums.Role(measure.DateRole),
        EffectiveFrom = WireText.Day(measure.EffectiveFrom, "effective_from"),
        EffectiveTo = WireText.Day(measure.EffectiveTo, "effective_to"),
        DecimalPlaces = measure.DecimalPlaces,
        Rounding = WireEnums.Rounding(measure.Rounding) ?? RoundingMode.HalfUp,
        Direction = WireEnums.Direction(measure.Direction),
        StatutoryLimit = WireText.Optional(measure.StatutoryLimit),
        Source = measure.Source,
        Formula = measure.Formula,
        Fact = WireEnums.Fact(measure.Fact),
    };

    internal static Wire.Comparator ToWire(Comparator comparator) => new()
    {
        Measure = comparator.Measure,
        Title = comparator.Title,
        Unit = comparator.Unit,
        Year = comparator.Year,
        StockType = comparator.StockType,
        Q1 = ToWire(comparator.Q1),
        Median = ToWire(comparator.Median),
        Q3 = ToWire(comparator.Q3),
        Landlords = comparator.Landlords,
        ZerosDropped = comparator.ZerosDropped,
        Undefined = comparator.Undefined,
        Population = comparator.Population,
        ZeroRule = comparator.ZeroRule,
        Method = comparator.Method,
        Source = comparator.Source,
        Publisher = comparator.Publisher,
        Own = comparator.Own is Standing own ? ToWire(own) : null,
    };

    internal static Comparator FromWire(Wire.Comparator comparator) => new()
    {
        Measure = comparator.Measure,
        Title = comparator.Title,
        Unit = comparator.Unit,
        Year = comparator.Year,
        StockType = comparator.StockType,
        Q1 = FromWire(comparator.Q1),
        Median = FromWire(comparator.Median),
        Q3 = FromWire(comparator.Q3),
        Landlords = comparator.Landlords,
        ZerosDropped = comparator.ZerosDropped,
        Undefined = comparator.Undefined,
        Population = comparator.Population,
        ZeroRule = comparator.ZeroRule,
        Method = comparator.Method,
        Source = comparator.Source,
        Publisher = comparator.Publisher,
        Own = comparator.Own is Wire.Standing own ? FromWire(own) : null,
    };

    private static Wire.Standing ToWire(Standing own) => new()
    {
        Landlord = own.Landlord,
        Value = WireText.Of(own.Value),
        Display = own.Display,
        Rank = own.Rank ?? 0,
        Of = own.Of,
        Quarter = own.Quarter ?? 0,
        WhyNot = own.WhyNot,
    };

    private static Standing FromWire(Wire.Standing own) => new()
    {
        Landlord = own.Landlord,
        Value = WireText.Number(own.Value),
        Display = own.Display,
        Rank = own.Rank == 0 ? null : own.Rank,
        Of = own.Of,
        Quarter = own.Quarter == 0 ? null : own.Quarter,
        WhyNot = own.WhyNot,
    };

    private static Wire.Quantile ToWire(Quantile quantile) => new() { Value = WireText.Of(quantile.Value), Display = quantile.Display };

    private static Quantile FromWire(Wire.Quantile quantile) => new(WireText.Number(quantile.Value), quantile.Display);
}

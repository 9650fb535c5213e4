using Complaints.Measures.Catalogue;

namespace Complaints.Measures.Reconciling;

/// <summary>From where the complaints are looked at.</summary>
/// <param name="AsAt">As at which day; null for the newest that is known.</param>
/// <param name="Extensions">Which extensions count.</param>
/// <param name="Cause">In what that differs from the figure's definition; null for the definition.</param>
internal sealed record Frame(DateOnly? AsAt, ExtensionPolicy Extensions, Cause? Cause)
{
    /// <summary>The frames that make a difference for a measure.</summary>
    internal static IReadOnlyList<Frame> Of(PrintedFigure printed, MeasureDefinition measure)
    {
        bool waits = ConditionChange.DependsOnDay(measure.Numerator.Where)
            || (measure.Denominator is Aggregate below && ConditionChange.DependsOnDay(below.Where));
        List<Frame> frames = [new Frame(null, ExtensionPolicy.AsRecorded, null)];
        if (measure.DependsOnExtensions)
        {
            frames.Add(new Frame(null, ExtensionPolicy.Strict, Causes.Find("extension_strict")));
        }

        if (waits)
        {
            frames.Add(new Frame(printed.Period.Last, ExtensionPolicy.AsRecorded, Causes.Find("as_at_period_end")));
        }

        return frames;
    }
}

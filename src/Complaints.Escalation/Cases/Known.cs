namespace Complaints.Escalation.Cases;

/// <summary>From which day the warehouse knew something and until when, half-open: <c>[From, To)</c>.</summary>
/// <param name="From">First day on which it was known; <see cref="DateOnly.MinValue"/> where that is not asked.</param>
/// <param name="To">First day on which something else took its place; <see cref="DateOnly.MaxValue"/> while nothing has.</param>
public readonly record struct Known(DateOnly From, DateOnly To)
{
    /// <summary>Known at every moment; the dates of the events alone decide.</summary>
    public static Known Always { get; } = new(DateOnly.MinValue, DateOnly.MaxValue);

    /// <summary>Whether nothing has taken its place.</summary>
    public bool IsCurrent => To == DateOnly.MaxValue;

    /// <summary>Whether it was what the warehouse held on a day.</summary>
    public bool On(DateOnly day) => From <= day && (day < To || IsCurrent);
}

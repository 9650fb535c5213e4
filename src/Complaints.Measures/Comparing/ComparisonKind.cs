namespace Complaints.Measures.Comparing;

/// <summary>With what a figure is compared.</summary>
public enum ComparisonKind
{
    /// <summary>The same days a year earlier, whole, as they are known now.</summary>
    PriorYear = 1,

    /// <summary>
    /// The days that have passed of the figure's, a year earlier, as at a year earlier: neither days to come nor answers that came later
    /// are set against a year under way.
    /// </summary>
    SamePeriodLastYear = 2,

    /// <summary>From 1 April of the reporting year to the figure's last day that has passed.</summary>
    YearToDate = 3,

    /// <summary>The twelve months that end with the figure's last day that has passed.</summary>
    RollingTwelveMonths = 4,
}

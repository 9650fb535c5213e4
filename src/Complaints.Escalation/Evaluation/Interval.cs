namespace Complaints.Escalation.Evaluation;

/// <summary>A figure with its bootstrap interval.</summary>
/// <param name="Value">The figure on all rows.</param>
/// <param name="Low">Lower end of the 95 % percentile interval.</param>
/// <param name="High">Upper end.</param>
public sealed record Interval(double Value, double Low, double High)
{
    /// <summary>The figure to three decimals with its interval.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Value:0.000} [{Low:0.000}, {High:0.000}]");
}

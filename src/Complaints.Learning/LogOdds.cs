namespace Complaints.Learning;

/// <summary>Between probabilities and log-odds.</summary>
public static class LogOdds
{
    // Beyond this a double's probability is 0 or 1, which no honest model claims.
    private const double Largest = 30;

    /// <summary>The probability of a log-odds value, always inside (0, 1).</summary>
    public static double ToProbability(double margin) => 1 / (1 + Math.Exp(-Math.Clamp(margin, -Largest, Largest)));

    /// <summary>The log-odds of a probability; 0 and 1 are moved inside by 10⁻¹².</summary>
    public static double Of(double probability)
    {
        double p = Math.Clamp(probability, 1e-12, 1 - 1e-12);
        return Math.Log(p / (1 - p));
    }

    /// <summary>log(1 + eˣ) without overflow.</summary>
    public static double SoftPlus(double x) => x > 0 ? x + Math.Log(1 + Math.Exp(-x)) : Math.Log(1 + Math.Exp(x));
}

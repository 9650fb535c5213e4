namespace Complaints.Domain.Figures;

/// <summary>
/// Quantiles with inclusive linear interpolation (QUARTILE.INC and PERCENTILE.INC of spreadsheets, <c>quantile_cont</c> of SQL): the method
/// that reproduces the published comparators (docs/domain.md §5.1).
/// </summary>
public static class Quantiles
{
    /// <summary>
    /// The <paramref name="p"/>-quantile of <paramref name="values"/>: rank p·(n−1) from 0, interpolated between its neighbours.
    /// </summary>
    /// <param name="values">At least one value, in any order.</param>
    /// <param name="p">0 to 1: 0.5 is the median, 0.25 and 0.75 the quartiles.</param>
    /// <exception cref="ArgumentException">No values.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is not 0 to 1.</exception>
    public static decimal Inclusive(IReadOnlyList<decimal> values, decimal p)
    {
        (int lower, decimal fraction) = Rank(values, p);
        decimal[] sorted = [.. values.Order()];
        return fraction == 0
            ? sorted[lower]
            : sorted[lower] + (fraction * (sorted[lower + 1] - sorted[lower]));
    }

    /// <summary>
    /// The same of rates, exact: the result is a rate whose value is the quantile, so that it too is rounded once.
    /// </summary>
    /// <param name="rates">
    /// At least one rate, in any order, none undefined: which rates are left out is the population rule's to say.
    /// </param>
    /// <param name="p">0 to 1.</param>
    /// <exception cref="ArgumentException">No rates, or an undefined one.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is not 0 to 1.</exception>
    /// <exception cref="OverflowException">The result's numerator or denominator does not fit a <see cref="decimal"/>.</exception>
    public static Rate Inclusive(IReadOnlyList<Rate> rates, decimal p)
    {
        (int lower, decimal fraction) = Rank(rates, p);
        if (rates.Any(rate => rate.IsUndefined))
        {
            throw new ArgumentException("An undefined rate has no place in an order.", nameof(rates));
        }

        Rate[] sorted = [.. rates.Order()];
        if (fraction == 0)
        {
            return sorted[lower];
        }

        (Rate below, Rate above) = (sorted[lower], sorted[lower + 1]);
        return new Rate(
            ((1 - fraction) * below.Numerator * above.Denominator) + (fraction * above.Numerator * below.Denominator),
            below.Denominator * above.Denominator);
    }

    private static (int Lower, decimal Fraction) Rank<T>(IReadOnlyList<T> values, decimal p)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfNegative(p);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(p, 1m);
        if (values.Count == 0)
        {
            throw new ArgumentException("There is no quantile of nothing.", nameof(values));
        }

        decimal rank = p * (values.Count - 1);
        decimal lower = decimal.Floor(rank);
        return ((int)lower, rank - lower);
    }
}

namespace Complaints.Domain.Figures;

/// <summary>How a figure is brought to its printed decimal places. Published reports differ in it (docs/domain.md §7).</summary>
public enum RoundingMode
{
    /// <summary>
    /// To the nearest, a half away from zero: the default, and the regulator's own practice in 2024/25 (1,415 of 1,415 printed values;
    /// docs/domain.md §2.5).
    /// </summary>
    HalfUp = 0,

    /// <summary>Cut off towards zero: 4 of 15 is printed as 26 % (docs/domain.md §7).</summary>
    Truncate = 1,

    /// <summary>
    /// Parts of a whole, cut off and then filled up in the order of their remainders so that they print to exactly 100. It needs all parts:
    /// see <see cref="Rounding.LargestRemainder"/>.
    /// </summary>
    LargestRemainderTo100 = 2,
}

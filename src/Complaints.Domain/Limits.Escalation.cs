namespace Complaints.Domain;

/// <content>Limits of the risk of escalation.</content>
public static partial class Limits
{
    /// <summary>
    /// Cases that features are computed from, which are held in memory: about 1 KiB each. Thirty years of the largest landlord fit.
    /// </summary>
    public const int RiskCases = 2_000_000;

    /// <summary>
    /// Weeks open for which a case gives a prediction point each. A stage 1 case open for half a year is past every limit of the Code.
    /// </summary>
    public const int WeeksOpen = 26;

    /// <summary>Days of the longest horizon of an escalation; after a year it is another complaint (Code 2024 §2.2).</summary>
    public const int HorizonDays = 366;
}

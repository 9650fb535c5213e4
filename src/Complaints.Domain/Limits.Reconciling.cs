namespace Complaints.Domain;

/// <summary>Limits of the comparison of printed figures with those of the warehouse.</summary>
public static partial class Limits
{
    /// <summary>Printed figures of one file. An annual report has some hundreds.</summary>
    public const int PrintedFigures = 1_000;

    /// <summary>
    /// Printed figures of one call of the service: each can take two thirds of a MB and a tenth of a second while they are compared, and
    /// several calls are answered at once.
    /// </summary>
    public const int PrintedFiguresPerCall = 250;

    /// <summary>
    /// In how many ways at once a figure may differ from its measure's definition. With three, a percentage without places is met by
    /// chance more often than not.
    /// </summary>
    public const int ReconciledDeviations = 2;

    /// <summary>The same of a figure whose numerator and denominator are printed: three numbers are seldom met by chance.</summary>
    public const int ReconciledDeviationsWithCounts = 3;

    /// <summary>Ways of counting that are tried for one printed figure: those of three deviations are some ten thousands.</summary>
    public const int ReconciledReadings = 50_000;
}

namespace Complaints.Domain;

/// <content>Limits of what is learned of the risk of escalation, and of what is kept of it.</content>
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

    /// <summary>
    /// Escalated cases a risk model needs before it may be trained; with fewer, ten features fit chance.
    /// </summary>
    public const int TrainingPositives = 200;

    /// <summary>
    /// Fewest training rows of either outcome for the bench. Below <see cref="TrainingPositives"/> it chooses nothing and keeps the plain
    /// logistic regression.
    /// </summary>
    public const int BenchPositives = 20;

    /// <summary>
    /// Escalated cases an evaluation must have judged, at the response and before it, for a model to be promoted on it. With 50, chance
    /// moves a ROC-AUC by some 0.04; with ten, by 0.09.
    /// </summary>
    public const int EvaluationPositives = 50;

    /// <summary>
    /// Months that one evaluation judges, each by a model of its own. Three years: older months tell little of how cases go now.
    /// </summary>
    public const int EvaluationMonths = 36;

    /// <summary>Bootstrap samples behind one interval; more narrow none that a person could tell apart.</summary>
    public const int EvaluationResamples = 10_000;

    /// <summary>Bytes of one file of a model, which is read whole.</summary>
    public const int ModelFileBytes = 256 << 20;

    /// <summary>Bytes of the file with what the landlord says in a model card: a page of text some ten times over.</summary>
    public const int CardBytes = 64 * 1024;
}

using Complaints.Samples.Chance;

namespace Complaints.Samples.Escalations;

/// <summary>
/// The odds that an answered case goes to stage 2: logistic in what a landlord can see at the answer, and the rest is chance, so that no
/// model can be perfect. How much each driver weighs is the same in every sample; the share that escalates is the sample's own.
/// </summary>
internal static class EscalationOdds
{
    /// <summary>Calendar days from the answer within which all who ask for stage 2 have asked.</summary>
    public const int LongestDaysToAsk = 56;

    /// <summary>What each decision adds.</summary>
    public const double NotUpheld = 0.7;

    /// <inheritdoc cref="NotUpheld"/>
    public const double PartiallyUpheld = 0.2;

    /// <inheritdoc cref="NotUpheld"/>
    public const double Upheld = -0.4;

    private const double MeanDaysToAsk = 14;

    /// <summary>What an answer after its due date adds.</summary>
    /// <param name="workingDays">Working days beyond the due date; 0 when in time.</param>
    public static double Late(int workingDays) => 0.12 * Math.Min(workingDays, 20);

    /// <summary>Calendar days from the answer to the request for stage 2, 1 to <see cref="LongestDaysToAsk"/>.</summary>
    public static int DaysToAsk(SampleRandom random) => 1 + random.Geometric(MeanDaysToAsk, LongestDaysToAsk - 1);

    /// <summary>The probability of a score with an intercept.</summary>
    public static double Probability(double intercept, double score) => 1 / (1 + Math.Exp(-(intercept + score)));

    /// <summary>The intercept at which a share of the cases with these scores is expected to escalate.</summary>
    /// <param name="scores">One at least.</param>
    /// <param name="share">Above 0 and below 1.</param>
    public static double Intercept(double[] scores, double share)
    {
        double low = -20;
        double high = 20;
        for (int i = 0; i < 60; i++)
        {
            double middle = (low + high) / 2;
            if (scores.Average(score => Probability(middle, score)) < share)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return (low + high) / 2;
    }

    /// <summary>
    /// The chance that of an escalated and another case, drawn by their probabilities, the escalated one has the higher probability: no
    /// model can rank better on average. Null when one of the two kinds cannot occur.
    /// </summary>
    public static double? ExpectedAuc(double[] probabilities)
    {
        Array.Sort(probabilities);
        double others = 0;
        double won = 0;
        foreach (double probability in probabilities)
        {
            won += probability * (others + ((1 - probability) / 2));
            others += 1 - probability;
        }

        double escalated = probabilities.Sum();
        return escalated > 0 && others > 0 ? won / (escalated * others) : null;
    }
}

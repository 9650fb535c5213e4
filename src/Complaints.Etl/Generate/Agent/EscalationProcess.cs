using Complaints.Domain.Code;

namespace Complaints.Etl.Generate.Agent;

/// <summary>
/// Which answered cases are escalated, with a probability that is known: logistic in what a landlord can see at the answer. The intercept is
/// set so that about a fifth are escalated (20.4 % over all landlords in 2024/25); the rest is chance, so that no model can be perfect.
/// </summary>
internal sealed class EscalationProcess(AgentSampleOptions options)
{
    private const double Share = 0.2;
    private const int LongestDaysToEscalate = 56;

    private readonly SampleRandom _random = SampleRandom.For(options.Seed, "escalation");
    private readonly StageScheduler _scheduler = new(options.ExtractDate, overlongExtensions: true);

    /// <summary>Decides every case; returns the expected ROC-AUC of the true probabilities, null when it is not defined.</summary>
    public double? Run(List<AgentCase> cases)
    {
        List<AgentCase> answered = [.. cases.Where(made => made.Status == "Accepted" && made.One.Responded is not null)];
        if (answered.Count == 0)
        {
            return null;
        }

        double intercept = Intercept([.. answered.Select(Score)]);
        foreach (AgentCase made in answered)
        {
            made.Probability = Logistic(intercept + Score(made));
            made.Escalated = _random.Chance(made.Probability.Value);
            int days = 1 + _random.Geometric(14, LongestDaysToEscalate - 1);
            DateOnly received = made.One.Responded!.Value.AddDays(days);
            if (made.Escalated && received <= options.ExtractDate)
            {
                Escalate(made, received);
            }
        }

        return ExpectedAuc([.. answered.Select(made => made.Probability!.Value)]);
    }

    /// <summary>The drivers of escalation, without the intercept. Every one is in the extract.</summary>
    public static double Score(AgentCase made) =>
        made.Kind.Escalation
        + (0.12 * Math.Min(made.DaysLate, 20))
        + (0.85 * Math.Min(made.MissedPromises, 3))
        + (0.10 * Math.Min(made.LongestSilence, 15))
        + (0.40 * Math.Min(made.Previous, 3))
        + (0.18 * (made.Points - 1))
        + (made.OutcomeOne switch { "Not upheld" => 0.7, "Partially upheld" => 0.2, _ => -0.4 });

    private void Escalate(AgentCase made, DateOnly received)
    {
        double fate = _random.Unit();
        InTimeBasis basis = fate < 0.6 ? InTimeBasis.Standard : fate < 0.75 ? InTimeBasis.Extension : InTimeBasis.Late;
        made.Two = _scheduler.Schedule(Stage.Two, received, basis, _random);
        made.EscalationReason = made.MissedPromises > 0 && _random.Chance(0.5)
            ? "Actions not completed"
            : _random.Pick(AgentVocabulary.EscalationReasons);
        made.OutcomeTwo = made.Two.Responded is null ? null : AgentVocabulary.Outcomes.Draw(_random);
    }

    private static double Intercept(double[] scores)
    {
        double low = -20;
        double high = 20;
        for (int i = 0; i < 60; i++)
        {
            double middle = (low + high) / 2;
            if (scores.Average(score => Logistic(middle + score)) < Share)
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

    // The chance that of an escalated and another case, drawn by their probabilities, the escalated one has the higher probability.
    private static double? ExpectedAuc(double[] probabilities)
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

    private static double Logistic(double score) => 1 / (1 + Math.Exp(-score));
}

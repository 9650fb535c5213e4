using Complaints.Domain.Code;
using Complaints.Samples.Chance;
using Complaints.Samples.Escalations;

namespace Complaints.Samples.Agent;

/// <summary>
/// Which answered cases are escalated, with a probability that is known (<see cref="EscalationOdds"/>). The intercept is set so that about
/// a fifth are escalated (20.4 % over all landlords in 2024/25).
/// </summary>
internal sealed class EscalationProcess(AgentSampleOptions options)
{
    private const double Share = 0.2;

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

        double intercept = EscalationOdds.Intercept([.. answered.Select(Score)], Share);
        foreach (AgentCase made in answered)
        {
            made.Probability = EscalationOdds.Probability(intercept, Score(made));
            made.Escalated = _random.Chance(made.Probability.Value);
            DateOnly received = made.One.Responded!.Value.AddDays(EscalationOdds.DaysToAsk(_random));
            if (made.Escalated && received <= options.ExtractDate)
            {
                Escalate(made, received);
            }
        }

        return EscalationOdds.ExpectedAuc([.. answered.Select(made => made.Probability!.Value)]);
    }

    /// <summary>The drivers of escalation, without the intercept. Every one is in the extract.</summary>
    public static double Score(AgentCase made) =>
        made.Kind.Escalation
        + EscalationOdds.Late(made.DaysLate)
        + (0.85 * Math.Min(made.MissedPromises, 3))
        + (0.10 * Math.Min(made.LongestSilence, 15))
        + (0.40 * Math.Min(made.Previous, 3))
        + (0.18 * (made.Points - 1))
        + (made.OutcomeOne switch
        {
            "Not upheld" => EscalationOdds.NotUpheld,
            "Partially upheld" => EscalationOdds.PartiallyUpheld,
            _ => EscalationOdds.Upheld,
        });

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
}

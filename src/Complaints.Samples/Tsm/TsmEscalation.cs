using Complaints.Domain.Code;
using Complaints.Domain.Time;
using Complaints.Samples.Chance;
using Complaints.Samples.Escalations;

namespace Complaints.Samples.Tsm;

/// <summary>
/// Which answered cases of a landlord and stock type go to stage 2. When each resident would ask is drawn first; of the cases whose day
/// falls in the year, as many go as the landlord returned, because stage 2 counts by the day it was received (docs/domain.md §2.1). Their
/// probabilities are known: everyone is drawn by their own, again and again until the count is right, which leaves the odds between any two
/// cases as they are. Requests before and after the year have the same odds and no count to meet.
/// </summary>
internal sealed class TsmEscalation(ReportingYear year, DateOnly extractDate, StageScheduler scheduler)
{
    /// <summary>Decides every answered case.</summary>
    /// <returns>Stage 2 bases of the year for which there was no case whose day falls in it.</returns>
    public ReadOnlyMemory<InTimeBasis> Run(IReadOnlyList<TsmCase> cases, TsmStageCounts counts, SampleRandom random)
    {
        TsmCase[] answered = [.. cases.Where(made => made.One.Responded is not null)];
        DateOnly[] asks = [.. answered.Select(made => made.One.Responded!.Value.AddDays(EscalationOdds.DaysToAsk(random)))];
        int[] counted = [.. Enumerable.Range(0, answered.Length).Where(i => year.Contains(asks[i]))];
        int wanted = Math.Min(counts.Made, counted.Length);
        Weigh(answered, counted, wanted);
        Draw(answered, counted, wanted, random);

        InTimeBasis[] bases = counts.Bases(random);
        int next = 0;
        for (int i = 0; i < answered.Length; i++)
        {
            if (answered[i].Escalated && asks[i] <= extractDate)
            {
                InTimeBasis basis = year.Contains(asks[i]) ? bases[next++] : counts.Basis(random);
                Escalate(answered[i], scheduler.Schedule(Stage.Two, asks[i], basis, random), random);
            }
        }

        return bases.AsMemory(next);
    }

    /// <summary>Gives a case its stage 2.</summary>
    public static void Escalate(TsmCase made, StageTimeline two, SampleRandom random)
    {
        made.Escalated = true;
        made.Two = two;
        made.OutcomeTwo = two.Responded is null ? null : TsmCase.Outcomes.Draw(random);
    }

    // A landlord without any stage 2, or with one for every case, leaves nothing to chance.
    private static void Weigh(TsmCase[] answered, int[] counted, int wanted)
    {
        bool isOpen = wanted > 0 && wanted < counted.Length;
        double intercept = isOpen
            ? EscalationOdds.Intercept([.. counted.Select(i => answered[i].Score)], (double)wanted / counted.Length)
            : wanted == 0 ? double.NegativeInfinity : double.PositiveInfinity;
        foreach (TsmCase made in answered)
        {
            made.Probability = EscalationOdds.Probability(intercept, made.Score);
        }
    }

    private static void Draw(TsmCase[] answered, int[] counted, int wanted, SampleRandom random)
    {
        foreach (TsmCase made in answered)
        {
            made.Escalated = random.Chance(made.Probability!.Value);
        }

        // The wanted count is the expected one, hence the likeliest: a few dozen draws meet it even for the largest landlord.
        while (counted.Count(i => answered[i].Escalated) != wanted)
        {
            foreach (int i in counted)
            {
                answered[i].Escalated = random.Chance(answered[i].Probability!.Value);
            }
        }
    }
}

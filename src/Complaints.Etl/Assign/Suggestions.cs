using Complaints.Domain;
using Complaints.Domain.Homes;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Assign;

/// <summary>
/// Ranks the homes that a row which matched none could mean, by what speaks for each. Suggestions only: nothing loads by them until a
/// person accepts one.
/// </summary>
internal sealed class Suggestions(HomeIndex homes, string allocator)
{
    private readonly HomeEvidence _evidence = new(homes, allocator);

    internal IReadOnlyList<WorklistCandidate> For(
        string? identifier, Uprn? uprn, HomeAddress? address, DateOnly day, IEnumerable<LandlordCode> possible)
    {
        List<Evidence> ranked = Ranked(_evidence.For(identifier, uprn, address, day));
        HashSet<LandlordCode> named = [];

        // The suggestions shown are few; whose figures lack the row are all whose home it could be.
        IReadOnlyList<LandlordCode> owners = homes.OwnersOnAnyDay(allocator, identifier, uprn?.Value);
        return
        [
            .. ranked.Take(Limits.WorklistSuggestions).Select(evidence => Candidate(evidence, named)),
            .. ranked.Select(evidence => evidence.Home.Landlord).Concat(owners).Concat(possible).Where(named.Add)
                .Select(landlord => new WorklistCandidate(landlord, null, null, 0m, "its complaints can be in this file")),
        ];
    }

    private static WorklistCandidate Candidate(Evidence evidence, HashSet<LandlordCode> named)
    {
        named.Add(evidence.Home.Landlord);
        return new WorklistCandidate(
            evidence.Home.Landlord,
            evidence.Home.PropertyId,
            evidence.Home.Reference,
            decimal.Round(evidence.Confidence, 4),
            evidence.Why);
    }

    private static List<Evidence> Ranked(IReadOnlyList<Evidence> found)
    {
        List<Evidence> homes =
        [
            .. found
                .GroupBy(evidence => (evidence.Home.PropertyId, evidence.Home.Landlord))
                .Select(Together)
                .OrderByDescending(evidence => evidence.Confidence)
                .ThenBy(evidence => evidence.Home.Reference, StringComparer.Ordinal)
                .ThenBy(evidence => evidence.Home.PropertyId),
        ];
        return Contradict(homes) ? [.. homes.Select(Doubted).OrderByDescending(evidence => evidence.Confidence)] : homes;
    }

    // What speaks for a home most counts; what else does is told.
    private static Evidence Together(IEnumerable<Evidence> of)
    {
        List<Evidence> strongest = [.. of.OrderByDescending(evidence => evidence.Confidence).DistinctBy(evidence => evidence.Why)];
        return strongest[0] with { Why = string.Join("; ", strongest.Take(2).Select(evidence => evidence.Why)) };
    }

    // Two homes as likely, or strong evidence for homes of two landlords or stock types: a person must find out, and none is filled in.
    private static bool Contradict(List<Evidence> ranked)
    {
        if (ranked.Count < 2 || ranked[0].Confidence <= Confidences.Contradicted)
        {
            return false;
        }

        IEnumerable<Evidence> strong = ranked.Where(evidence => evidence.Confidence >= Limits.WorklistPrefill);
        return ranked[1].Confidence == ranked[0].Confidence
            || strong.DistinctBy(evidence => (evidence.Home.Landlord, evidence.Home.StockType)).Skip(1).Any();
    }

    private static Evidence Doubted(Evidence evidence) => evidence.Confidence <= Confidences.Contradicted
        ? evidence
        : evidence with { Confidence = Confidences.Contradicted, Why = evidence.Why + "; another home is as likely" };
}

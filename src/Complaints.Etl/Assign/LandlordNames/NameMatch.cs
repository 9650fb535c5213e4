using Complaints.Domain.Homes;

namespace Complaints.Etl.Assign.LandlordNames;

/// <summary>Whose a name is.</summary>
/// <param name="Landlord">The one landlord that it tells beyond doubt; null otherwise.</param>
/// <param name="Rule">By which rule.</param>
/// <param name="OnOtherDays">Whether the landlord has the name on other days than the one asked for.</param>
/// <param name="Suggestions">Without a landlord: whose it may be, the likeliest first.</param>
internal sealed record NameMatch(LandlordCode? Landlord, NameRule Rule, bool OnOtherDays, IReadOnlyList<NameSuggestion> Suggestions)
{
    /// <summary>
    /// How sure the match is: 1 as a person decided or letter by letter, less by each weaker rule, and less on other days than the name's;
    /// 0 without a landlord.
    /// </summary>
    internal decimal Confidence => Landlord is null ? 0m : OfRule(Rule) - (OnOtherDays ? 0.05m : 0m);

    /// <summary>Without a landlord: whether the name is that of each of those suggested, and not only like theirs.</summary>
    internal bool Fits { get; private init; }

    internal static NameMatch Several(IReadOnlyList<NameSuggestion> fitting) => new(null, default, false, fitting) { Fits = true };

    internal static NameMatch Unknown(IReadOnlyList<NameSuggestion> near) => new(null, default, false, near);

    private static decimal OfRule(NameRule rule) => rule switch
    {
        NameRule.Normalised => 0.98m,
        NameRule.Council => 0.95m,
        NameRule.Shortened => 0.9m,
        _ => 1m,
    };
}

/// <summary>A landlord that a name may be of.</summary>
/// <param name="Landlord">The landlord.</param>
/// <param name="Name">Its name.</param>
/// <param name="Score">0 to 1, below what a match has.</param>
/// <param name="Why">What speaks for it, and why it is in doubt.</param>
internal sealed record NameSuggestion(LandlordCode Landlord, string Name, decimal Score, string Why);

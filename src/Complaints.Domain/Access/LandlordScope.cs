using Complaints.Domain.Homes;

namespace Complaints.Domain.Access;

/// <summary>Which landlords' figures a principal may see. There is no "unset": the least scope is <see cref="None"/>.</summary>
public sealed class LandlordScope
{
    private readonly SortedSet<string>? _codes;

    private LandlordScope(SortedSet<string>? codes) => _codes = codes;

    /// <summary>Every landlord of the warehouse.</summary>
    public static LandlordScope All { get; } = new(null);

    /// <summary>No landlord: every query answers with no rows.</summary>
    public static LandlordScope None { get; } = new(new SortedSet<string>(StringComparer.Ordinal));

    /// <summary>Whether every landlord may be seen.</summary>
    public bool IsAll => _codes is null;

    /// <summary>Whether no landlord may be seen.</summary>
    public bool IsNone => _codes is { Count: 0 };

    /// <summary>The regulator's codes of the landlords that may be seen, in order; empty when <see cref="IsAll"/>.</summary>
    public IReadOnlyCollection<string> Codes => _codes is null ? [] : _codes;

    /// <summary>The named landlords alone; no code at all is <see cref="None"/>.</summary>
    public static LandlordScope Of(params IEnumerable<LandlordCode> codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        return new LandlordScope(new SortedSet<string>(codes.Select(code => code.Value), StringComparer.Ordinal));
    }

    /// <summary>Whether the landlord may be seen.</summary>
    public bool Allows(string landlordCode) => _codes is null || _codes.Contains(landlordCode);
}

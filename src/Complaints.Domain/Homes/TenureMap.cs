using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Complaints.Domain.Errors;

namespace Complaints.Domain.Homes;

/// <summary>
/// A landlord's tenure codes and the stock type of each. A code that is not in the map fails: it is never given a default, because
/// a wrong stock type moves homes and complaints between two published figures (docs/domain.md §6.3).
/// </summary>
/// <remarks>
/// Codes are compared without regard to case and to the blanks that fixed-width columns pad them with. The map does not change
/// once built.
/// </remarks>
public sealed class TenureMap
{
    private readonly FrozenDictionary<string, StockType> _codes;
    private readonly FrozenSet<string> _undecided;

    private TenureMap(IEnumerable<KeyValuePair<string, StockType>> codes, IEnumerable<string> undecided)
    {
        _codes = codes.ToFrozenDictionary(StringComparer.Ordinal);
        _undecided = undecided.Where(code => !_codes.ContainsKey(code)).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>No codes at all: for a landlord whose mapping lists every one.</summary>
    public static TenureMap Empty { get; } = new([], []);

    /// <summary>
    /// The codes of the Universal Housing lineage of systems as one council lists them (docs/domain.md §6.3) with the stock type that
    /// follows from their meaning. Codes of that list whose meaning does not settle it are in <see cref="Undecided"/>.
    /// </summary>
    public static TenureMap BuiltIn { get; } = new(
        [
            .. Each(StockType.Lcra, "SEC", "INT", "NON", "DEC", "TAF"),
            .. Each(StockType.Lcho, "SHO"),
            .. Each(StockType.Neither, "LEA", "LHS", "SPS", "FRE", "FRS", "COM", "PVG", "TGA"),
        ],
        // Temporary lettings are LCRA only where they are social housing; shared equity and rent to mortgage depend on the scheme;
        // a mesne profit account, a short-life lease, another provider's home or an asylum letting on the agreement behind it.
        ["LTA", "TBB", "THO", "THL", "TLA", "TPL", "TRA", "SSE", "RTM", "MPA", "SLL", "RSL", "ASY"]);

    /// <summary>The codes that are classified, in upper case, with their stock type.</summary>
    public IReadOnlyDictionary<string, StockType> Codes => _codes;

    /// <summary>
    /// Codes that are known but whose stock type only the landlord can say. They fail like unknown ones, with a better hint.
    /// </summary>
    public IReadOnlySet<string> Undecided => _undecided;

    /// <summary>This map with a mapping file's codes added; they win over the codes already there.</summary>
    /// <exception cref="UserException">
    /// An empty or over-long code, the same code twice in different case, or too many codes.
    /// </exception>
    public TenureMap With(IEnumerable<KeyValuePair<string, StockType>> codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        var all = new Dictionary<string, StockType>(_codes, StringComparer.Ordinal);
        var added = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string code, StockType stockType) in codes)
        {
            string normalised = Normalise(code);
            if (normalised.Length is 0 or > Limits.TenureCodeLength || !Enum.IsDefined(stockType))
            {
                throw Bad(code, "cannot be mapped to a stock type", $"1 to {Limits.TenureCodeLength} characters");
            }

            if (!added.Add(normalised))
            {
                throw Bad(code, "is mapped twice", "each code once, without regard to case and blanks");
            }

            all[normalised] = stockType;
        }

        return all.Count <= Limits.TenureCodes
            ? new TenureMap(all, _undecided)
            : throw Bad(added.First(), "is one of too many", $"at most {Limits.TenureCodes} codes");
    }

    /// <summary>As <see cref="TryClassify(string, out StockType, out string)"/>.</summary>
    public bool TryClassify([NotNullWhen(true)] string? tenureCode, out StockType stockType) =>
        TryClassify(tenureCode, out stockType, out _);

    /// <summary>The stock type of a tenure code, if the map has it.</summary>
    /// <param name="tenureCode">The code as it stands in the extract.</param>
    /// <param name="stockType">The stock type; no defined value when the result is false.</param>
    /// <param name="normalised">The code as it was looked up: trimmed, in upper case; empty for null.</param>
    /// <returns>False when the code is empty, unknown or undecided.</returns>
    public bool TryClassify([NotNullWhen(true)] string? tenureCode, out StockType stockType, out string normalised)
    {
        normalised = Normalise(tenureCode);
        return _codes.TryGetValue(normalised, out stockType) && tenureCode is not null;
    }

    /// <summary>What the user can do about a code that fails.</summary>
    public string Hint(string? tenureCode) => Normalise(tenureCode) switch
    {
        "" => "fill in the tenure; a home without one cannot be counted",
        string code when _undecided.Contains(code) =>
            $"'{code}' can be LCRA, LCHO or neither depending on the scheme: say which in the mapping file's tenure codes",
        string code => $"add '{code}' with LCRA, LCHO or NEITHER to the mapping file's tenure codes",
    };

    private static IEnumerable<KeyValuePair<string, StockType>> Each(StockType stockType, params string[] codes) =>
        codes.Select(code => KeyValuePair.Create(code, stockType));

    private static string Normalise(string? code) => code?.Trim().ToUpperInvariant() ?? "";

    private static UserException Bad(string? code, string what, string expected) => new(
        $"Tenure code '{code}' {what}.",
        where: "tenure codes of the mapping",
        expected: expected,
        fix: "correct the mapping file");
}

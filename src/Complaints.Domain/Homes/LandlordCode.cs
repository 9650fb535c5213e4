using System.Diagnostics.CodeAnalysis;
using Complaints.Domain.Errors;

namespace Complaints.Domain.Homes;

/// <summary>
/// The Regulator of Social Housing's code of a landlord, such as "LH3827", "4826", "00BK", "41UB", "L4240" or "5056": 1 to 12 letters
/// and digits, kept in upper case.
/// </summary>
/// <remarks>
/// It is a code, not a number: "00BK" keeps its zeros. <c>default(LandlordCode)</c> is not a code: using its value throws.
/// </remarks>
public readonly record struct LandlordCode : IComparable<LandlordCode>
{
    private readonly string? _value;

    private LandlordCode(string value) => _value = value;

    /// <summary>The code in upper case.</summary>
    /// <exception cref="InvalidOperationException">The value is <c>default(LandlordCode)</c>.</exception>
    public string Value => _value ?? throw new InvalidOperationException("A landlord code was used before it was set.");

    /// <summary>Reads a code; blanks around it are dropped, small letters become capitals.</summary>
    /// <exception cref="UserException">Not 1 to 12 letters and digits.</exception>
    public static LandlordCode Parse(string? text) => TryParse(text, out LandlordCode code)
        ? code
        : throw new UserException(
            $"'{text}' is not a landlord's code.",
            expected: $"1 to {Limits.LandlordCodeLength} letters and digits, as in the regulator's register: LH3827, 4826, 00BK",
            fix: "look the code up in the register of providers; keep leading zeros");

    /// <summary>As <see cref="Parse"/>, without an exception.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out LandlordCode code)
    {
        string value = text?.Trim().ToUpperInvariant() ?? "";
        bool valid = value.Length is >= 1 and <= Limits.LandlordCodeLength
            && value.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c));
        code = valid ? new LandlordCode(value) : default;
        return valid;
    }

    /// <summary>Ordinal order of the codes.</summary>
    public int CompareTo(LandlordCode other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The code; empty for <c>default(LandlordCode)</c>.</summary>
    public override string ToString() => _value ?? "";

    /// <summary>Whether <paramref name="left"/> sorts before <paramref name="right"/>.</summary>
    public static bool operator <(LandlordCode left, LandlordCode right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> sorts before <paramref name="right"/> or is the same.</summary>
    public static bool operator <=(LandlordCode left, LandlordCode right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> sorts after <paramref name="right"/>.</summary>
    public static bool operator >(LandlordCode left, LandlordCode right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> sorts after <paramref name="right"/> or is the same.</summary>
    public static bool operator >=(LandlordCode left, LandlordCode right) => left.CompareTo(right) >= 0;
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Complaints.Domain.Errors;

namespace Complaints.Domain.Homes;

/// <summary>
/// Unique Property Reference Number: 1 to 12 digits, no check digit, no meaning (docs/domain.md §6.2). Kept as a whole number, shown
/// without leading zeros.
/// </summary>
/// <remarks>
/// Two spellings of the same number are equal: "000000199356" and "199356". A UPRN can belong to a whole block, so an equal UPRN is
/// not by itself the same dwelling. <c>default(Uprn)</c> is not a UPRN: using its value throws.
/// </remarks>
public readonly record struct Uprn : IComparable<Uprn>
{
    private const long Largest = 999_999_999_999;

    private readonly long _value;

    private Uprn(long value) => _value = value;

    /// <summary>The number, 1 to 999,999,999,999.</summary>
    /// <exception cref="InvalidOperationException">The value is <c>default(Uprn)</c>.</exception>
    public long Value => _value != 0 ? _value : throw new InvalidOperationException("A UPRN was used before it was set.");

    /// <summary>The UPRN with this number.</summary>
    /// <exception cref="UserException">Not 1 to 999,999,999,999.</exception>
    public static Uprn From(long value) => value is > 0 and <= Largest
        ? new Uprn(value)
        : throw Refused(
            value.ToString(CultureInfo.InvariantCulture),
            value == 0 ? UprnFault.Zero : value < 0 ? UprnFault.Negative : UprnFault.TooLong);

    /// <summary>Reads a UPRN as <see cref="TryParse"/> does.</summary>
    /// <exception cref="UserException">The text is no UPRN; the message says why.</exception>
    public static Uprn Parse(string? text) => TryParse(text, out Uprn uprn, out UprnFault fault)
        ? uprn
        : throw Refused(text ?? "", fault);

    /// <summary>
    /// Reads a UPRN from a cell. Spaces, hyphens, quotes, a label such as "UPRN:" and other marks around and between the digits are
    /// dropped, then leading zeros; a spreadsheet's ".0" at the end is dropped too.
    /// </summary>
    /// <param name="text">The cell.</param>
    /// <param name="uprn">The UPRN, or <c>default</c>.</param>
    /// <param name="fault">Why it is refused, or <see cref="UprnFault.None"/>.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Uprn uprn, out UprnFault fault)
    {
        fault = UprnText.Read(text, out long value);
        uprn = fault == UprnFault.None ? new Uprn(value) : default;
        return fault == UprnFault.None;
    }

    /// <summary>Smaller numbers first.</summary>
    public int CompareTo(Uprn other) => _value.CompareTo(other._value);

    /// <summary>The digits without leading zeros; empty for <c>default(Uprn)</c>.</summary>
    public override string ToString() => _value == 0 ? "" : _value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether <paramref name="left"/> has the smaller number.</summary>
    public static bool operator <(Uprn left, Uprn right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> has the smaller or the same number.</summary>
    public static bool operator <=(Uprn left, Uprn right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> has the greater number.</summary>
    public static bool operator >(Uprn left, Uprn right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> has the greater or the same number.</summary>
    public static bool operator >=(Uprn left, Uprn right) => left.CompareTo(right) >= 0;

    private static UserException Refused(string text, UprnFault fault) => new(
        $"'{text}' is not a UPRN: {UprnText.Describe(fault)}.",
        expected: "1 to 12 digits, not all zero",
        fix: fault == UprnFault.ScientificNotation
            ? "export the column as text; the lost digits cannot be brought back"
            : "correct the value at its source, or leave the cell empty");
}

/// <summary>Why a text is not a UPRN.</summary>
public enum UprnFault
{
    /// <summary>It is one.</summary>
    None = 0,

    /// <summary>Null, empty or blank: no UPRN is recorded.</summary>
    Empty,

    /// <summary>No digit in it.</summary>
    NotANumber,

    /// <summary>A spreadsheet's float, such as 1.00023E+11: digits are lost for good; the extract must be made again as text.</summary>
    ScientificNotation,

    /// <summary>A decimal fraction: not an identifier, or one mangled by a number format.</summary>
    Fraction,

    /// <summary>Below zero.</summary>
    Negative,

    /// <summary>Zero, often a system's word for "none".</summary>
    Zero,

    /// <summary>More than 12 digits after leading zeros, or far more text than a UPRN has.</summary>
    TooLong,

    /// <summary>Digits on both sides of letters or of a list separator: two numbers in a cell, not one.</summary>
    Several,
}

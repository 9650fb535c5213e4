using System.Globalization;
using Complaints.Domain.Homes;
using Complaints.Etl.Conform.Values;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Conform.Rows;

/// <summary>Finds the ways to the home of a row of a register, for rows that are held back.</summary>
internal static class HomeLeads
{
    private const long Smallest = 1;
    private const long Largest = 999_999_999_999;
    private const int MostExponent = 12;

    /// <summary>The way by an identifier. Where digits of it are lost, it may be any.</summary>
    internal static HomeLead Of(string allocator, string? identifier)
    {
        string? known = string.IsNullOrEmpty(identifier) || ReferenceText.HasLostDigits(identifier) ? null : identifier;
        return new HomeLead
        {
            Allocator = allocator,
            Identifier = known,
            IdentifierNormalised = known is null ? null : IdentifierText.Normalise(ReferenceText.Form(known)),
        };
    }

    /// <summary>The way by a UPRN, which a spreadsheet may have rounded; null where the cell holds none.</summary>
    internal static HomeLead? Of(string allocator, UprnReading uprn)
    {
        if (uprn.Uprn is Uprn exact)
        {
            return new HomeLead { Allocator = allocator, UprnFrom = exact, UprnTo = exact };
        }

        if (uprn.Fault != UprnFault.ScientificNotation)
        {
            return null;
        }

        (long from, long to) = Rounded(uprn.Text!);
        return new HomeLead { Allocator = allocator, UprnFrom = Uprn.From(from), UprnTo = Uprn.From(to) };
    }

    // 1.00023E+11 has five places, so it lies within half of a million of what it stands for; a text of another form may be any number.
    private static (long From, long To) Rounded(string text)
    {
        string plain = text.Trim().Trim('"', '\'').Replace(',', '.').Replace('\u2212', '-');
        int e = plain.IndexOfAny(['e', 'E']);
        string mantissa = e < 0 ? plain : plain[..e];
        if (!int.TryParse(e < 0 ? "0" : plain[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int exponent)
            || exponent is < 0 or > MostExponent
            || !decimal.TryParse(mantissa, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number))
        {
            return (Smallest, Largest);
        }

        int point = mantissa.IndexOf('.', StringComparison.Ordinal);
        decimal unit = e < 0 ? 1_000_000 : Power(exponent - (point < 0 ? 0 : mantissa.Length - point - 1));
        decimal value = number * Power(exponent);
        return (
            (long)Math.Clamp(decimal.Floor(value - (unit / 2)), Smallest, Largest),
            (long)Math.Clamp(decimal.Ceiling(value + (unit / 2)), Smallest, Largest));
    }

    private static decimal Power(int exponent)
    {
        decimal power = 1;
        for (int i = 0; i < exponent; i++)
        {
            power *= 10;
        }

        return power;
    }
}

using Complaints.Domain.Homes;
using Complaints.Etl.Conform.Rules;

namespace Complaints.Etl.Conform;

/// <summary>A UPRN cell as it reads.</summary>
/// <param name="Uprn">The UPRN, or null.</param>
/// <param name="Fault">Why there is none; none where the cell says nothing.</param>
/// <param name="Text">The cell.</param>
internal readonly record struct UprnReading(Uprn? Uprn, UprnFault Fault, string? Text)
{
    internal static UprnReading Read(CellReader cells, RowInHand scope, BoundField? field)
    {
        if (cells.Text(scope, field) is not string text)
        {
            return new UprnReading(null, UprnFault.None, null);
        }

        if (!Complaints.Domain.Homes.Uprn.TryParse(text, out Uprn uprn, out UprnFault fault))
        {
            // A zero is a system's word for "none", not a wrong number.
            return new UprnReading(null, fault == UprnFault.Zero ? UprnFault.None : fault, text);
        }

        if (text[0] == '0' || text.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            scope.Corrected(RuleCatalogue.StripUprn);
        }

        return new UprnReading(uprn, UprnFault.None, text);
    }

    /// <summary>A cell of a row that is not read otherwise.</summary>
    internal static UprnReading Of(string text) => Complaints.Domain.Homes.Uprn.TryParse(text, out Uprn uprn, out UprnFault fault)
        ? new UprnReading(uprn, UprnFault.None, text)
        : new UprnReading(null, fault, text);

    internal RowFault AsFault(BoundField field) => Fault == UprnFault.ScientificNotation
        ? new RowFault(
            RuleCatalogue.UprnScientific,
            field.Column,
            Text,
            "1 to 12 digits",
            "export the column as text; the lost digits cannot be brought back")
        : new RowFault(
            RuleCatalogue.BadUprn,
            field.Column,
            Text,
            "1 to 12 digits, not all zero",
            "correct it at its source, or leave it empty and give the home's identifier");
}

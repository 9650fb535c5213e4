using System.Globalization;
using System.Text;
using Complaints.Domain.Homes;
using Complaints.Domain.Text;
using Complaints.Domain.Time;
using Complaints.Etl.Conform.Rules;
using Complaints.Etl.Conform.Values;
using Complaints.Etl.Extract;
using Complaints.Etl.Mapping;

namespace Complaints.Etl.Conform;

/// <summary>Reads cells as what their field is, noting faults and corrections in the row's scope.</summary>
internal sealed class CellReader
{
    // The name of the members that stand for nothing.
    private const string NotRecorded = "Not recorded";

    private static readonly Dictionary<string, bool> s_flags = new(StringComparer.OrdinalIgnoreCase)
    {
        ["y"] = true, ["yes"] = true, ["true"] = true, ["t"] = true, ["1"] = true,
        ["n"] = false, ["no"] = false, ["false"] = false, ["f"] = false, ["0"] = false,
    };

    private readonly HashSet<string> _nulls;
    private readonly HashSet<DateOnly> _nullDays = [];
    private readonly int _longestNull;
    private readonly MappingFile _mapping;

    internal CellReader(MappingFile mapping)
    {
        _mapping = mapping;
        _nulls = new HashSet<string>(
            mapping.Nulls.Select(word => word.Trim()).Where(word => word.Length > 0), StringComparer.OrdinalIgnoreCase);
        _longestNull = _nulls.Count == 0 ? 0 : _nulls.Max(word => word.Length);
        foreach (string word in _nulls)
        {
            // A word for "no date" is often a day that no date could be, and a column may have an order of its own.
            foreach (DateOrder order in Enum.GetValues<DateOrder>())
            {
                if (DateText.Read(word, order, out DateOnly day, out bool serial) is DateFault.None or DateFault.OutOfRange && !serial)
                {
                    _nullDays.Add(day);
                }
            }
        }
    }

    /// <summary>The cell's text after trimming and repair; null when it says nothing. Codes are translated.</summary>
    internal string? Text(RowInHand scope, BoundField? field)
    {
        if (field is null || Clean(scope, field) is not string text)
        {
            return null;
        }

        if (field.Codes is null)
        {
            return text;
        }

        if (field.Codes.TryGetValue(text, out string? meaning))
        {
            return meaning.Length == 0 ? null : meaning;
        }

        if (field.IsOfPersons)
        {
            scope.Fault(
                RuleCatalogue.UnknownCode,
                field.Column,
                text,
                $"one of: {string.Join(", ", field.Codes.Keys.Take(30))}",
                $"add the cell's word, which is not repeated here, to the codes of '{field.Field.Name}' in the mapping");
            return null;
        }

        scope.Fault(
            field.Field.Kind == FieldKind.Stage ? RuleCatalogue.UnknownStage : RuleCatalogue.UnknownCode,
            field.Column,
            text,
            $"one of: {string.Join(", ", field.Codes.Keys.Take(30))}",
            $"add '{text}' to the codes of '{field.Field.Name}' in the mapping, or correct it at its source");
        return null;
    }

    internal DateOnly? Date(RowInHand scope, BoundField? field)
    {
        // A cell with a fault has no day, though a part of it may read as one: nobody knows what was lost of it.
        int before = scope.Faults.Count;
        if (field is null || Text(scope, field) is not string text || scope.Faults.Count > before)
        {
            return null;
        }

        BoundField.DateReading reading = field.Date(text);
        if (reading.Fault is DateFault.None or DateFault.OutOfRange && _nullDays.Contains(reading.Day))
        {
            scope.Corrected(RuleCatalogue.NullWord);
            return null;
        }

        if (reading.Fault == DateFault.None)
        {
            if (reading.Serial)
            {
                scope.Corrected(RuleCatalogue.ExcelSerialDate);
            }

            return reading.Day;
        }

        scope.Fault(DateFaults.Of(field, text, reading.Fault));
        return null;
    }

    internal int? Whole(RowInHand scope, BoundField? field)
    {
        if (Text(scope, field) is not string text)
        {
            return null;
        }

        if (NumberText.TryReadWhole(text, out int number))
        {
            return number;
        }

        scope.Fault(RuleCatalogue.BadNumber, field!.Column, text, "a whole number of 0 or more, such as 1234 or 1,234", NumberHint(text));
        return null;
    }

    internal decimal? Number(RowInHand scope, BoundField? field)
    {
        if (Text(scope, field) is not string text)
        {
            return null;
        }

        if (NumberText.TryRead(text, out decimal number) && Math.Abs(number) < 100_000_000_000_000m && !NumberText.IsAmbiguous(text))
        {
            return decimal.Round(number, 4, MidpointRounding.AwayFromZero);
        }

        scope.Fault(
            RuleCatalogue.BadNumber,
            field!.Column,
            text,
            "a number of at most 14 digits before the point, such as 1234.5 or 1,234.5",
            NumberHint(text));
        return null;
    }

    /// <summary>An amount of money in pounds. Where it is what the row is of, one of nothing is none.</summary>
    internal decimal? Amount(RowInHand scope, BoundField? field)
    {
        if (Text(scope, field) is not string text)
        {
            return null;
        }

        bool isPayment = field!.Field.Required;
        if (MoneyText.TryRead(text, out decimal pounds) && (pounds > 0 || !isPayment))
        {
            return pounds;
        }

        scope.Fault(
            RuleCatalogue.BadAmount,
            field.Column,
            text,
            $"an amount of {(isPayment ? "more than 0" : "0 or more")} in pounds and whole pence, such as 1234.50 or £1,234.50",
            NumberText.IsAmbiguous(text) ? NumberHint(text)
                : isPayment ? "correct it at its source; to leave rows without a payment out for good, name the value under 'skip' in the mapping's 'rows'"
                : "correct it at its source; give the mapping 'codes' for words that mean no amount");
        return null;
    }

    private static string NumberHint(string text) => NumberText.IsAmbiguous(text)
        ? "its point can part thousands or decimals: write it without a point, or with another number of decimals"
        : "correct it at its source: a comma only between groups of three digits, a point only before decimals";

    internal bool? Flag(RowInHand scope, BoundField? field)
    {
        if (Text(scope, field) is not string text)
        {
            return null;
        }

        if (s_flags.TryGetValue(text, out bool flag))
        {
            return flag;
        }

        scope.Fault(RuleCatalogue.UnknownCode, field!.Column, text, "yes or no, y or n, true or false, 1 or 0", "give it 'codes' in the mapping, or correct it at its source");
        return null;
    }

    /// <summary>A code of the field's own list, however it is capitalised and with blanks or hyphens for underscores.</summary>
    internal string? Code(RowInHand scope, BoundField? field)
    {
        if (Text(scope, field) is not string text)
        {
            return null;
        }

        if (field!.Code(text) is string code)
        {
            return code;
        }

        scope.Fault(
            RuleCatalogue.UnknownCode,
            field.Column,
            text,
            $"one of: {string.Join(", ", field.Field.Codes)}",
            $"add 'codes' for '{field.Field.Name}' to the mapping, or correct it at its source");
        return null;
    }

    internal LandlordCode? Landlord(RowInHand scope, BoundField? field)
    {
        if (Text(scope, field) is not string text)
        {
            return null;
        }

        if (field!.Landlord(text) is LandlordCode code)
        {
            return code;
        }

        scope.Fault(
            RuleCatalogue.UnknownLandlord,
            field.Column,
            text,
            "the regulator's code of a landlord, such as LH3827, 4826 or 00BK",
            "correct it at its source; keep leading zeros");
        return null;
    }

    internal ReportingYear? Year(RowInHand scope, BoundField? field)
    {
        if (Text(scope, field) is not string text)
        {
            return null;
        }

        if (ReportingYear.TryParse(text, out ReportingYear year))
        {
            return year;
        }

        scope.Fault(RuleCatalogue.BadNumber, field!.Column, text, "a reporting year such as 2024/25", "correct it at its source");
        return null;
    }

    /// <summary>
    /// A cell that is evidence alone: as it stands without blanks around it, and null where it tells nothing. No fault of the row.
    /// </summary>
    internal string? Evidence(RowInHand scope, BoundField? field)
    {
        string text = field?.Raw(scope.Row.Cells).Trim() ?? "";
        return text.Length == 0 || _nulls.Contains(text) || SpreadsheetError.Is(text) || text == Withheld.Mark ? null : text;
    }

    private string? Clean(RowInHand scope, BoundField field)
    {
        string raw = field.Raw(scope.Row.Cells);
        if (raw.Length == 0)
        {
            return null;
        }

        string text = raw;
        if (char.IsWhiteSpace(raw[0]) || char.IsWhiteSpace(raw[^1]))
        {
            text = raw.Trim();
            if (text.Length == 0)
            {
                return null;
            }

            scope.Corrected(RuleCatalogue.TrimPadding);
        }

        // What answers call nothing is nothing, in whatever letters: two rows would have one name.
        if ((text.Length <= _longestNull && _nulls.Contains(text))
            || (field.Field.Kind == FieldKind.Text && text.Equals(NotRecorded, StringComparison.OrdinalIgnoreCase)))
        {
            scope.Corrected(RuleCatalogue.NullWord);
            return null;
        }

        if (scope.Row.DayCells?.Contains(field.Index) == true && field.IsReference)
        {
            scope.Fault(DateLikeText.AsFault(field.Column, text));
            return null;
        }

        if (SpreadsheetError.Is(text))
        {
            scope.Fault(
                RuleCatalogue.ErrorCell,
                field.Column,
                text,
                "a value",
                "correct the formula in the spreadsheet, or widen the column where it shows marks alone, and save it again; if the word means that there is nothing, add it to 'nulls' in the mapping");
            return null;
        }

        if (text.Length > field.MaxLength)
        {
            return TooLong(scope, field, text);
        }

        if (Ascii.IsValid(text))
        {
            return text == Withheld.Mark ? NotKept(scope, field) : text;
        }

        string repaired = Repaired(scope, field, text);
        return VisibleText.HasUnusual(repaired) ? Visible(scope, field, repaired) : repaired;
    }

    // In a reference such a character is shown, not dropped: with and without it, it may be known already. Notes stay as they were written.
    private string? Visible(RowInHand scope, BoundField field, string text)
    {
        if (field.Field.Kind == FieldKind.Note
            || (field.Field.Kind == FieldKind.Text && KeyColumns.IsReference(field.Field.Name) && VisibleText.HasInvisible(text)))
        {
            return text;
        }

        scope.Corrected(RuleCatalogue.StripInvisible);
        string plain = field.IsHome ? VisibleText.OfIdentifier(text) : VisibleText.Of(text);
        return plain.Length == 0 || _nulls.Contains(plain) ? null : plain;
    }

    private static string? NotKept(RowInHand scope, BoundField field)
    {
        scope.Fault(
            RuleCatalogue.WithheldCell,
            field.Column,
            Withheld.Mark,
            "what the source has in this cell",
            "take the cell from the source; the quarantine does not keep what could be a resident's");
        return null;
    }

    private static string? TooLong(RowInHand scope, BoundField field, string text)
    {
        scope.Fault(
            RuleCatalogue.TooLong,
            field.Column,
            string.Concat(text.AsSpan(0, 60), "…"),
            string.Create(CultureInfo.InvariantCulture, $"at most {field.MaxLength:N0} characters (this has {text.Length:N0})"),
            "check that the row's cells are in their own columns; shorten the text");
        return null;
    }

    private static string Repaired(RowInHand scope, BoundField field, string text)
    {
        string repaired = Mojibake.Repair(text, out bool lost);
        if (lost)
        {
            scope.Fault(
                RuleCatalogue.Mojibake,
                field.Column,
                text,
                "text without lost characters",
                "export it again as UTF-8; the characters shown as � or â€ are gone from this file");
        }
        else if (!ReferenceEquals(repaired, text))
        {
            scope.Corrected(RuleCatalogue.RepairMojibake);
        }

        return repaired;
    }
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Complaints.Domain;
using Complaints.Etl.Conform;
using Complaints.Etl.Conform.Rules;
using Complaints.Etl.Extract;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Quarantine;

/// <summary>
/// Makes a quarantine entry of a row with faults: the first fault in the rules' order names it, the hint lists the others.
/// </summary>
internal sealed class QuarantineWriter
{
    private const int ValueCharacters = 200;

    private static readonly JsonWriterOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly MappingBinding _binding;
    private readonly Func<string, string> _pseudonym;
    private readonly string[] _names;
    private readonly int _resident;
    private readonly ReplayedRows? _replayed;
    private readonly KeptCells _kept;

    internal QuarantineWriter(MappingBinding binding, Func<string, string> pseudonym, ReplayedRows? replayed)
    {
        _replayed = replayed;
        _binding = binding;
        _pseudonym = pseudonym;
        _names = [.. ColumnNames.Unique(binding.Table.Header)];
        _resident = binding.Field("resident_reference")?.Index ?? -1;
        _kept = new KeptCells(binding, _resident);
    }

    /// <summary>Looks at a row that loads: what its cells look like tells what a cell in a wrong column is.</summary>
    internal void Saw(string[] cells) => _kept.Saw(cells);

    internal QuarantineRow Write(
        RowInHand scope,
        string? key,
        DateOnly? eventDate,
        IReadOnlyList<WorklistCandidate> candidates,
        IReadOnlyList<HomeLead> leads)
    {
        RowFault first = scope.Faults.MinBy(fault => fault.Rule.Order)!;
        _kept.Begin(scope);
        return new QuarantineRow
        {
            SourceRow = scope.Row.Line,
            Target = _binding.Mapping.TargetName,
            Sheet = _binding.Table.Sheet,
            RuleId = first.Rule.Id,
            Column = first.Column,
            Value = Shown(first),
            Expected = first.Expected,
            Hint = _kept.Without(Hint(scope, first))!,
            RowKey = _kept.KeepsKey ? key : null,
            EventDate = eventDate,
            Raw = Raw(scope.Row.Cells),
            Candidates = candidates,
            Leads = WorklistStore.IsOfHomes(first.Rule.Id) ? [OfTheWorklist(scope, first)]
                : _kept.KeepsKey ? leads
                : [.. leads.Select(lead => lead with { Identifier = null, IdentifierNormalised = null })],
        };
    }

    // An identifier that a person decides on means nothing without who gave it out, which the row's own mapping says.
    private HomeLead OfTheWorklist(RowInHand scope, RowFault fault) => new()
    {
        Allocator = _binding.Mapping.Landlord?.Allocator ?? _binding.Mapping.System,
        Identifier = Shown(fault),
        Address = Address(scope.Row.Cells),
    };

    // What a person compares with the homes that are suggested.
    private string? Address(string[] cells)
    {
        IEnumerable<string> parts = new[] { _binding.AddressColumn, _binding.PostcodeColumn }
            .OfType<BoundField>()
            .Select(field => _kept.IsWithheld(field.Index) ? Withheld.Mark : field.Raw(cells).Trim())
            .Where(text => text.Length > 0);
        return Shortened(string.Join(", ", parts)) is { Length: > 0 } address ? address : null;
    }

    private string Hint(RowInHand scope, RowFault first)
    {
        IEnumerable<string> others = scope.Faults
            .Where(fault => !ReferenceEquals(fault, first)
                && (fault.Rule, fault.Column, fault.Value) != (first.Rule, first.Column, first.Value))
            .OrderBy(fault => fault.Rule.Order)
            .Select(fault => fault.Rule.Id
                + (fault.Column is null ? "" : $" in '{fault.Column}'")
                + (fault.Value is null ? "" : $" ('{Shown(fault)}')"))
            .Distinct(StringComparer.Ordinal);
        string list = string.Join(", ", others);
        // What is hinted at about a day can repeat a part of its cell.
        string hint = _kept.HidesValues && (first.Rule == RuleCatalogue.BadDate || first.Rule == RuleCatalogue.AmbiguousDate)
            ? "correct it at its source; what the cell says is not kept"
            : first.Hint;
        return list.Length == 0 ? hint : $"{hint}; also: {list}";
    }

    // A resident's own reference can be what is wrong with a row; an error that stands in its place is nobody's.
    private string? Shown(RowFault fault) =>
        fault.Value is string value && fault.Rule != RuleCatalogue.ErrorCell && _resident >= 0
            && fault.Column == _binding.Field("resident_reference")!.Column
        ? _pseudonym(value.Trim())
        : IsWithheldAddress(fault) || (_kept.HidesValues && fault.Value is not null && !IsOfNobody(fault)) ? Withheld.Mark
        : Shortened(fault.Column is null ? _kept.WithoutAnybodys(fault.Value) : _kept.Without(fault.Value));

    // What is told of a row that tells what a person is: how many cells it has, a spreadsheet's error, the code of a landlord.
    private static bool IsOfNobody(RowFault fault) => fault.Rule == RuleCatalogue.ErrorCell
        || (fault.Column is null && (fault.Rule == RuleCatalogue.MissingCells || fault.Rule == RuleCatalogue.TooManyCells))
        || (fault.Rule == RuleCatalogue.UnknownLandlord && KeptCells.IsCode(fault.Value));

    // An address is told in the form in which it is compared, which is not the text of its cell.
    private bool IsWithheldAddress(RowFault fault) => fault.Value is not null
        && _binding.AddressColumn is BoundField address
        && fault.Column == address.Column
        && (_kept.IsWithheld(address.Index) || (_binding.PostcodeColumn is BoundField postcode && _kept.IsWithheld(postcode.Index)));

    // The row is kept so that it can be corrected and loaded again: the cells that the mapping refers to, and a resident's reference as its
    // pseudonym, as everywhere.
    private string Raw(string[] cells)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, s_json))
        {
            json.WriteStartObject();
            int left = Limits.QuarantinedRowCharacters;
            for (int i = 0; i < cells.Length && left > 0; i++)
            {
                if (_replayed?.IsOfTheSource(i, cells[i]) == false)
                {
                    continue;
                }

                string name = i < _names.Length ? _names[i] : ColumnNames.Extra(i - _names.Length + 1);
                string text = _kept.IsWithheld(i) ? Withheld.Mark
                    : !_kept.IsKept(i) ? ""
                    : i == _resident && cells[i].Length > 0 ? _pseudonym(cells[i].Trim())
                    : cells[i];
                left -= text.Length;
                json.WriteString(name, left >= 0 ? text : string.Concat(text.AsSpan(0, Math.Max(0, text.Length + left)), "…"));
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string? Shortened(string? value) =>
        value is { Length: > ValueCharacters } ? string.Concat(value.AsSpan(0, ValueCharacters), "…") : value;
}

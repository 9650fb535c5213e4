using Complaints.Domain;
using Complaints.Etl.Conform.Rules;
using Complaints.Etl.Conform.Values;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Conform.Rows;

/// <summary>
/// Residents in bands. The reference becomes the same pseudonym as in an extract of complaints, and no fault repeats what a cell says of a
/// person.
/// </summary>
internal sealed class ResidentConformer(ConformContext context) : RowConformer<ResidentRow>(context)
{
    private readonly Dictionary<string, HashSet<string>> _seen = new(StringComparer.Ordinal);

    protected override ILandlordAssigner Assigner => Context.Assigner;

    internal override void Read(RowInHand scope, List<ResidentRow> into)
    {
        string? pseudonym = Pseudonym(scope);
        Key = KeyOf(pseudonym);
        Assignment? owner = Assigner.Assign(scope, null);
        BoundField? fromField = Binding.Field("valid_from");
        int before = scope.Faults.Count;
        (DateOnly? from, DateOnly? to) = PeriodFields.Read(Binding, Cells, scope);
        if (from is null && scope.Faults.Count == before)
        {
            Missing(scope, fromField);
        }

        DayOrder.NotAfter(scope, fromField, from, Context.ExtractDate);
        string? age = Band(scope, "age_band", BandText.IsOfAge, "a band of ages such as 25-34, under 18 or 85+, or words such as 'Prefer not to say'");
        string? ethnicity = Words(scope, "ethnicity_band");
        string? disability = Words(scope, "disability_band");
        string? vulnerability = Words(scope, "vulnerability_band");
        string? adjustment = Words(scope, "adjustment_band");
        if (scope.IsSound)
        {
            into.Add(new ResidentRow
            {
                SourceRow = scope.Row.Line,
                Pseudonym = pseudonym!,
                LandlordCode = owner!.Landlord,
                AgeBand = age,
                EthnicityBand = ethnicity,
                DisabilityBand = disability,
                VulnerabilityBand = vulnerability,
                AdjustmentBand = adjustment,
                ValidFrom = from!.Value,
                ValidTo = to,
            });
        }
    }

    // A row without a resident is nobody: one member for all of them would be a customer with thousands of bands.
    private string? Pseudonym(RowInHand scope)
    {
        BoundField? field = Binding.Field("resident_reference");
        string reference = RequiredReference(scope, field);
        if (reference.Length == 0)
        {
            return null;
        }

        if (NothingWords.Contain(reference))
        {
            Missing(scope, field);
            return null;
        }

        return OwnKey(reference).Length == 0 ? null : Context.Pseudonym(reference);
    }

    private string? Words(RowInHand scope, string name) =>
        Band(scope, name, BandText.IsOfWords, "words of a short list, such as 'Asian British', 'Yes' or 'Prefer not to say'");

    private string? Band(RowInHand scope, string name, Func<string, bool> isBand, string expected)
    {
        BoundField? field = Binding.Field(name);
        if (Cells.Text(scope, field) is not string text)
        {
            return null;
        }

        if (!isBand(text))
        {
            scope.Fault(
                RuleCatalogue.BadBand,
                field!.Column,
                text,
                expected,
                $"export bands and not what they are made of; for codes, say what each means under 'codes' of '{name}' in the mapping");
            return null;
        }

        if (!_seen.TryGetValue(name, out HashSet<string>? seen))
        {
            _seen.Add(name, seen = new HashSet<string>(StringComparer.Ordinal));
        }

        if (!seen.Contains(text) && seen.Count == Limits.BandsOfColumn)
        {
            scope.Fault(
                RuleCatalogue.BadBand,
                field!.Column,
                text,
                FormattableString.Invariant($"at most {Limits.BandsOfColumn} different words in the column"),
                "it is free text: export the bands of a list, or leave the column out of the mapping");
            return null;
        }

        seen.Add(text);
        return text;
    }
}

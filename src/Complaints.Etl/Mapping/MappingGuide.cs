using System.Text;
using Complaints.Domain;
using Complaints.Domain.Storage;
using Complaints.Etl.Mapping.Json;

namespace Complaints.Etl.Mapping;

/// <summary>What a mapping can say, for people and editors: the fields of every target, and the JSON schemas.</summary>
public static class MappingGuide
{
    private static readonly string[] s_schemas = ["mapping.schema.json", "load.schema.json"];

    /// <summary>
    /// The fields of every target as Markdown: which are required, what each is read as, and the codes of those that have some.
    /// </summary>
    public static string Fields()
    {
        var text = new StringBuilder();
        foreach (LoadTarget target in Enum.GetValues<LoadTarget>())
        {
            text.Append(text.Length == 0 ? "" : "\n").Append("| `").Append(Names.Of(target)).Append("` | read as |\n|---|---|\n");
            IReadOnlyList<TargetField> fields = TargetFields.Of(target);
            Append(text, fields.Where(field => field.StagePrefix == 0), "");
            Append(text, fields.Where(field => field.StagePrefix == 1), "stage1.");
            if (fields.Any(field => field.StagePrefix == 2))
            {
                text.Append("| `stage2.…` with the same names as `stage1.…`, none required; a complaint with all of them blank has no stage 2 | as there |\n");
            }
        }

        return text.ToString();
    }

    /// <summary>
    /// Writes the JSON schemas of mappings and manifests into a folder, so that a <c>"$schema"</c> beside them finds them.
    /// </summary>
    /// <returns>The names of the files written.</returns>
    public static async Task<IReadOnlyList<string>> WriteSchemasAsync(string folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folder);
        Directory.CreateDirectory(folder);
        foreach (string name in s_schemas)
        {
            byte[] schema = await File.ReadAllBytesAsync(
                Path.Combine(AppContext.BaseDirectory, "Mapping", "Schemas", name), cancellationToken).ConfigureAwait(false);
            await OutputFile.WriteAsync(new FileInfo(Path.Combine(folder, name)), schema, cancellationToken).ConfigureAwait(false);
        }

        return s_schemas;
    }

    private static void Append(StringBuilder text, IEnumerable<TargetField> fields, string prefix)
    {
        foreach (IGrouping<string, TargetField> alike in fields.GroupBy(ReadAs))
        {
            text.Append("| ")
                .AppendJoin(
                    ", ", alike.Select(field => field.Required ? $"**`{prefix}{field.PlainName}`**" : $"`{prefix}{field.PlainName}`"))
                .Append(" | ").Append(alike.Key).Append(" |\n");
        }
    }

    private static string ReadAs(TargetField field) => field.Kind switch
    {
        FieldKind.Text => FormattableString.Invariant($"text of at most {Limits.TextCharacters} characters"),
        FieldKind.Note => FormattableString.Invariant($"text of at most {Limits.NoteCharacters:N0} characters"),
        FieldKind.Date => "day",
        FieldKind.Whole => "whole number of 0 or more",
        FieldKind.Number => "number",
        FieldKind.Amount when field.Required => "pounds and whole pence, more than 0, such as 1234.50 or £1,234.50",
        FieldKind.Amount => "pounds and whole pence, 0 or more",
        FieldKind.Flag => "yes or no: y, yes, true, t, 1; n, no, false, f, 0",
        FieldKind.Code => $"one of {string.Join(", ", field.Codes.Select(code => $"`{code}`"))}",
        FieldKind.Stage => "`1` or `2`; also \"Stage 1\", \"S1\", \"one\"",
        FieldKind.Landlord => "the landlord's code at the regulator, such as LH3827, 4826 or 00BK",
        FieldKind.Uprn => "UPRN of 1 to 12 digits",
        FieldKind.Tenure => "the landlord's tenure code; `tenures` says which stock type each is",
        FieldKind.Year => "reporting year, such as 2024/25",
        FieldKind.Band => FormattableString.Invariant(
            $"a band in words of at most {Limits.BandCharacters} characters; a day, a number or free text is held back"),
        _ => "a resident's reference; only its keyed pseudonym is stored",
    };
}

namespace Complaints.Etl.Mapping;

/// <summary>A field that rows of a target have.</summary>
/// <param name="Name">Its name in mapping files.</param>
/// <param name="Kind">What its text is read as.</param>
/// <param name="Required">Whether the mapping must give it and a row without it is held back.</param>
/// <param name="Codes">The codes of a <see cref="FieldKind.Code"/>; empty otherwise.</param>
internal sealed record TargetField(string Name, FieldKind Kind, bool Required, IReadOnlyList<string> Codes)
{
    /// <summary>The stage that a prefixed field of the row-per-complaint shape belongs to; 0 for a field of the row itself.</summary>
    internal int StagePrefix { get; init; }

    /// <summary>The name without the prefix of the stage.</summary>
    internal string PlainName => StagePrefix == 0 ? Name : Name[(Name.IndexOf('.', StringComparison.Ordinal) + 1)..];
}

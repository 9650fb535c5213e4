namespace Complaints.Measures.Catalogue;

/// <summary>A field of a fact that a condition may test.</summary>
/// <param name="Name">Name in the catalogue.</param>
/// <param name="Type">What its values are.</param>
/// <param name="Source">Where the value comes from.</param>
/// <param name="Column">
/// Column of the fact, the key column for <see cref="FieldOrigin.DimensionCode"/>, or the column of the day on which something happened.
/// </param>
/// <param name="Values">The only values it can have; null when any value of its type is possible.</param>
/// <param name="IsNullable">Whether it may be unknown.</param>
public sealed record FactField(
    string Name,
    FieldType Type,
    FieldOrigin Source,
    string Column,
    IReadOnlyList<string>? Values = null,
    bool IsNullable = false)
{
    /// <summary>The column of the day by which it was to happen; null where it has no such day.</summary>
    internal string? DueColumn { get; init; }

    /// <summary>Whether its value depends on the day as at which rows are looked at: the origins that are named so.</summary>
    internal bool DependsOnDay => Source
        is FieldOrigin.BasisAsAt or FieldOrigin.HappenedAsAt or FieldOrigin.FaultyExtensionAsAt or FieldOrigin.AcknowledgementAsAt
        or FieldOrigin.OverdueAsAt or FieldOrigin.ExtendedAsAt or FieldOrigin.EscalatedAsAt or FieldOrigin.DoneByDueAsAt
        or FieldOrigin.PastDueAsAt;
}

/// <summary>What the values of a field are.</summary>
public enum FieldType
{
    /// <summary>A code or word.</summary>
    Text = 1,

    /// <summary>A whole number.</summary>
    Number = 2,

    /// <summary>Yes or no.</summary>
    Flag = 3,

    /// <summary>A decimal number, compared with whole ones.</summary>
    Amount = 4,
}

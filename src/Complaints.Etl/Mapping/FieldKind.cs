namespace Complaints.Etl.Mapping;

/// <summary>What the text of a field is read as.</summary>
internal enum FieldKind
{
    /// <summary>A short text.</summary>
    Text,

    /// <summary>A long text.</summary>
    Note,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A whole number of 0 or more.</summary>
    Whole,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>An amount of money in pounds.</summary>
    Amount,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>One of a fixed list of codes.</summary>
    Code,

    /// <summary>A stage: 1 or 2.</summary>
    Stage,

    /// <summary>A landlord's code.</summary>
    Landlord,

    /// <summary>A unique property reference number.</summary>
    Uprn,

    /// <summary>A tenure code of the landlord's.</summary>
    Tenure,

    /// <summary>A reporting year.</summary>
    Year,

    /// <summary>A band of a characteristic of a person.</summary>
    Band,

    /// <summary>A resident's reference, which is stored only as a keyed pseudonym.</summary>
    Resident,
}

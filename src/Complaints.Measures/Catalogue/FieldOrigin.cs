namespace Complaints.Measures.Catalogue;

/// <summary>Where the value of a field comes from.</summary>
public enum FieldOrigin
{
    /// <summary>A column of the fact.</summary>
    Fact = 1,

    /// <summary>The code of a dimension member; the fact holds its key.</summary>
    DimensionCode = 2,

    /// <summary>How the response stands to its due dates as at the figure's day, derived from the dates.</summary>
    BasisAsAt = 3,

    /// <summary>Whether something, as the response, had happened by the figure's day, derived from the date.</summary>
    HappenedAsAt = 4,

    /// <summary>Whether an extension with any fault is known on the figure's day.</summary>
    FaultyExtensionAsAt = 5,

    /// <summary>Whether a fault is true of the extension, by its word in <see cref="FactField.Column"/>.</summary>
    ExtensionFault = 6,

    /// <summary>Whether the stock knows homes of the row's landlord and stock type in its reporting year.</summary>
    HomesOfYear = 7,

    /// <summary>How the acknowledgement stands to its due day as at the figure's day, derived from the dates.</summary>
    AcknowledgementAsAt = 8,

    /// <summary>Whether an answer is missing on the figure's day though it was due before, derived from the dates.</summary>
    OverdueAsAt = 9,

    /// <summary>Whether an extension that counts is known on the figure's day.</summary>
    ExtendedAsAt = 10,

    /// <summary>Whether the same case has a stage 2 by the figure's day, in a row of its own.</summary>
    EscalatedAsAt = 11,

    /// <summary>Calendar days from receipt to the response, derived from the dates.</summary>
    CalendarDays = 12,

    /// <summary>Whether the resident is known, by a pseudonym.</summary>
    ResidentKnown = 13,

    /// <summary>Whether the stock knows any homes of the row's landlord in its reporting year.</summary>
    HomesOfLandlord = 20,

    /// <summary>Whether something had happened by the figure's day, and not after the day on which it was due.</summary>
    DoneByDueAsAt = 21,

    /// <summary>Whether something was due before the figure's day and had not happened by it.</summary>
    PastDueAsAt = 22,

    /// <summary>Whether a column has a value.</summary>
    IsRecorded = 23,
}

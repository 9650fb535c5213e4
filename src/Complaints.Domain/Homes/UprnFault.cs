namespace Complaints.Domain.Homes;

/// <summary>Why a text is not a UPRN.</summary>
public enum UprnFault
{
    /// <summary>It is one.</summary>
    None = 0,

    /// <summary>Null, empty or blank: no UPRN is recorded.</summary>
    Empty,

    /// <summary>No digit in it.</summary>
    NotANumber,

    /// <summary>A spreadsheet's float, such as 1.00023E+11: digits are lost for good; the extract must be made again as text.</summary>
    ScientificNotation,

    /// <summary>A decimal fraction: not an identifier, or one mangled by a number format.</summary>
    Fraction,

    /// <summary>Below zero.</summary>
    Negative,

    /// <summary>Zero, often a system's word for "none".</summary>
    Zero,

    /// <summary>More than 12 digits after leading zeros, or far more text than a UPRN has.</summary>
    TooLong,

    /// <summary>Digits on both sides of letters or of a list separator: two numbers in a cell, not one.</summary>
    Several,
}

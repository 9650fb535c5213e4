namespace Complaints.Etl.Loading;

/// <summary>What a row can change of a case that a figure is made of, and that no case changes by itself.</summary>
/// <remarks>In the order of the columns that the queries of moved rows give; of two that as many rows change, the first is told.</remarks>
internal enum MovedKind
{
    /// <summary>Another day of receipt.</summary>
    Day,

    /// <summary>Another landlord, though no register said something new of the home.</summary>
    Landlord,

    /// <summary>Another home, likewise.</summary>
    Home,

    /// <summary>Another stock type, likewise.</summary>
    StockType,

    /// <summary>Refused or withdrawn now, and accepted before: the case leaves every figure.</summary>
    Left,

    /// <summary>Accepted now, and refused or withdrawn before.</summary>
    Joined,

    /// <summary>No answer any more.</summary>
    LostAnswer,

    /// <summary>Another day of answer.</summary>
    Answer,

    /// <summary>Another outcome than the one that was answered with, or none.</summary>
    Outcome,

    /// <summary>Another day of acknowledgement than before, or none.</summary>
    Acknowledgement,

    /// <summary>Another day of logging than before, or none: the clock of the Code of 2022 starts on it.</summary>
    Logging,

    /// <summary>Another extension of what is answered than before, or none.</summary>
    Extension,

    /// <summary>Another amount of money.</summary>
    Amount,
}

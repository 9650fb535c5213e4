namespace Complaints.Etl.Assign;

/// <summary>
/// How far each kind of evidence goes, from 0 to 1. From <see cref="Complaints.Domain.Limits.WorklistPrefill"/> on, a home leads the
/// suggestions of its row, and a review file names it; what reaches less is told, and a person must find out more.
/// </summary>
internal static class Confidences
{
    /// <summary>The home of the row's own identifier or UPRN has ended, and this one has its UPRN or its address on the day.</summary>
    internal const decimal Successor = 0.95m;

    /// <summary>The row's address and its postcode.</summary>
    internal const decimal AddressAndPostcode = 0.9m;

    /// <summary>The row's address with its town, and no postcode to compare.</summary>
    internal const decimal AddressAndTown = 0.85m;

    /// <summary>
    /// The home of the row's identifier, UPRN or address itself, which is not valid on the day: its dates are what to look at.
    /// </summary>
    internal const decimal NotValid = 0.5m;

    /// <summary>
    /// The row's address with no postcode or town to compare: many towns have such a street, and the row's own may be on no register.
    /// </summary>
    internal const decimal AddressAlone = 0.6m;

    /// <summary>The most for any of several homes that are as likely, and for one that something in the row speaks against.</summary>
    internal const decimal Contradicted = 0.5m;

    /// <summary>An identifier that differs by capitals, blanks, separators or zeros where those may have a meaning.</summary>
    internal const decimal LikeWritten = 0.3m;
}

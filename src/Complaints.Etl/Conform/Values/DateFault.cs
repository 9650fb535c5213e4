namespace Complaints.Etl.Conform.Values;

/// <summary>Why a text is not a date.</summary>
internal enum DateFault
{
    /// <summary>It is one.</summary>
    None = 0,

    /// <summary>It cannot be read.</summary>
    Unreadable,

    /// <summary>It is impossible in the order given and possible with day and month swapped.</summary>
    OtherOrder,

    /// <summary>Its year is outside what is understood.</summary>
    OutOfRange,
}

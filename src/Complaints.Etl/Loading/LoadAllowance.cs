namespace Complaints.Etl.Loading;

/// <summary>What a load is refused for unless a person says that it is meant. Several may be given together.</summary>
[Flags]
public enum LoadAllowance
{
    /// <summary>Nothing beyond the usual.</summary>
    None = 0,

    /// <summary>More than half of a file's rows are held back: a first load of a poor extract.</summary>
    HeldBack = 1,

    /// <summary>A full file withdraws more than a fifth of what its source gave before.</summary>
    Withdrawals = 2,

    /// <summary>An extract is of an earlier day than one that was loaded of the same source and target.</summary>
    OlderExtract = 4,

    /// <summary>Most of a file's complaint stages are known from another source system already.</summary>
    OtherSource = 8,

    /// <summary>Residents get other pseudonyms than before, because the key is another one.</summary>
    NewPseudonymKey = 16,
}

namespace Complaints.Etl.Assign.LandlordNames;

/// <summary>By which rule a name tells its landlord, the strongest first.</summary>
internal enum NameRule
{
    /// <summary>A person said in the mapping whose name it is.</summary>
    Decided = 1,

    /// <summary>Letter by letter.</summary>
    Exact,

    /// <summary>But for case, punctuation, Ltd or Limited, and or &amp;, The, HA or Housing Association.</summary>
    Normalised,

    /// <summary>Both are councils of one place.</summary>
    Council,

    /// <summary>One of the two has Group or Housing Association at its end, and the other nothing in its place.</summary>
    Shortened,
}

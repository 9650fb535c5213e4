namespace Complaints.Etl.Loading;

/// <summary>What a load is doing.</summary>
public enum LoadPhase
{
    /// <summary>Looking through a file: encoding, damage, keys.</summary>
    Scanning = 1,

    /// <summary>Conforming a file's rows and writing them to staging.</summary>
    Loading,

    /// <summary>Comparing a file's rows with what is there.</summary>
    Merging,

    /// <summary>Checking the control totals and publishing.</summary>
    Publishing,
}

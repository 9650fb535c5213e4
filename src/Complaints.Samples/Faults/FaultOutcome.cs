using System.Text.Json.Serialization;
using Complaints.Samples.Files;

namespace Complaints.Samples.Faults;

/// <summary>What a load must do with a planted fault.</summary>
public enum FaultOutcome
{
    /// <summary>The row loads; the correction is counted under its rule.</summary>
    Corrected,

    /// <summary>The row is in quarantine under the rule.</summary>
    Quarantined,
}

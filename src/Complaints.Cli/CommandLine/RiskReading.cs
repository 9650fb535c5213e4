using Complaints.Escalation.Serving.Access;

namespace Complaints.Cli.CommandLine;

/// <summary>Records what the command line reads of a warehouse's risk list, as the service does.</summary>
internal static class RiskReading
{
    /// <summary>Who reads, for the record: the account that runs the command.</summary>
    public static AccessRecord By(RiskAccess asked) => new() { By = Environment.UserName, Through = "command line", Asked = asked };
}

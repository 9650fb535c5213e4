using Complaints.Etl.Mapping;

namespace Complaints.Etl.Loading;

/// <summary>What the values of records around complaints are called, of which too many changed.</summary>
internal static class RecordWords
{
    /// <summary>What changed; null where it is called as of complaints.</summary>
    internal static string? Of(LoadTarget target, MovedKind kind) => (target, kind) switch
    {
        (LoadTarget.Compensation, MovedKind.Day) => "day of offer",
        (LoadTarget.Compensation, MovedKind.Answer or MovedKind.LostAnswer) => "day of payment",
        (LoadTarget.Compensation, MovedKind.Outcome) => "kind or payer",
        (LoadTarget.Finding, MovedKind.Outcome) => "finding",
        (_, MovedKind.Amount) => "amount",
        _ => null,
    };
}

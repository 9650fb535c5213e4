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
        (LoadTarget.Action, MovedKind.Day) => "day it was made",
        (LoadTarget.Action, MovedKind.Answer or MovedKind.LostAnswer) => "day it was done",
        (LoadTarget.Contact or LoadTarget.Action, MovedKind.Outcome) => "kind",
        (LoadTarget.Order, MovedKind.Day) => "day it is due",
        (LoadTarget.Order, MovedKind.Answer or MovedKind.LostAnswer) => "day of compliance",
        (LoadTarget.Order, MovedKind.Outcome) => "kind",
        (LoadTarget.Survey, MovedKind.Day) => "day it was sent",
        (LoadTarget.Survey, MovedKind.LostAnswer) => "day of answer",
        (LoadTarget.Survey, MovedKind.Outcome) => "answer or score",
        (LoadTarget.Survey, MovedKind.Amount) => "number of answers",
        (LoadTarget.Resident, MovedKind.Outcome) => "band",
        (LoadTarget.Finding, MovedKind.Outcome) => "finding",
        (_, MovedKind.Amount) => "amount",
        _ => null,
    };
}

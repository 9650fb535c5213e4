using Complaints.Domain.Code;

namespace Complaints.Warehouse.Rows.Layouts;

/// <summary>The codes of enumerated columns as they stand in the tables.</summary>
internal static class RowCodes
{
    public static string Of(StageStatus status) => status switch
    {
        StageStatus.Accepted => "accepted",
        StageStatus.Refused => "refused",
        StageStatus.Withdrawn => "withdrawn",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a status of a stage."),
    };

    public static string Of(LandlordAssignment assignment) => assignment switch
    {
        LandlordAssignment.Direct => "direct",
        LandlordAssignment.Exact => "exact",
        LandlordAssignment.Normalised => "normalised",
        LandlordAssignment.Uprn => "uprn",
        LandlordAssignment.Reviewed => "reviewed",
        _ => throw new ArgumentOutOfRangeException(nameof(assignment), assignment, "Not a way of finding a landlord."),
    };

    public static string Of(InTimeBasis basis) => basis switch
    {
        InTimeBasis.Standard => "standard",
        InTimeBasis.Extension => "extension",
        InTimeBasis.Late => "late",
        InTimeBasis.Open => "open",
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, "Not a basis of in-time."),
    };
}

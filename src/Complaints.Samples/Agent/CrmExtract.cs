using System.Collections.Frozen;
using System.Globalization;
using Complaints.Samples.Chance;

namespace Complaints.Samples.Agent;

/// <summary>The council's case system's extract: a row per stage, British dates, display words instead of codes.</summary>
internal static class CrmExtract
{
    public const string CaseId = "Case ID";
    public const string StageColumn = "Stage";
    public const string AssetRef = "Asset Ref";
    public const string Uprn = "UPRN";
    public const string Address = "Address";
    public const string Theme = "Theme";
    public const string Status = "Status";
    public const string Outcome = "Outcome";
    public const string Received = "Date received";
    public const string Logged = "Date logged";
    public const string Acknowledged = "Date acknowledged";
    public const string Responded = "Date responded";
    public const string Closed = "Date closed";
    public const string Points = "Points raised";
    public const string Handler = "Handler";
    public const string Contractor = "Contractor";

    public static readonly string[] Headers =
    [
        CaseId, StageColumn, AssetRef, Uprn, Address, "Customer Ref", "Service area", "Category", "Subcategory", Theme, "Channel", Status,
        Outcome,
        Received, Logged, Acknowledged, "Extension agreed", "Extended to", "Extension reason", "Ombudsman details given",
        Responded, Closed, Points, Handler, Contractor, "Refusal reason", "Escalation reason",
    ];

    private static readonly FrozenDictionary<string, int> s_columns =
        Headers.Select((header, at) => KeyValuePair.Create(header, at)).ToFrozenDictionary();

    public static int Column(string header) => s_columns[header];

    public static string? Day(DateOnly? day) => day?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The rows of the cases in the case system, a stage 2 after its stage 1.</summary>
    public static List<CrmRow> Rows(IEnumerable<AgentCase> cases)
    {
        List<CrmRow> rows = [];
        foreach (AgentCase made in cases.Where(made => !made.IsInSpreadsheet))
        {
            rows.Add(Row(made, 1, made.One, made.OutcomeOne));
            if (made.Two is StageTimeline two)
            {
                rows.Add(Row(made, 2, two, made.OutcomeTwo));
            }
        }

        return rows;
    }

    private static CrmRow Row(AgentCase made, int stage, StageTimeline times, string? outcome) => new(
        made,
        stage,
        [
            made.Reference,
            $"Stage {stage}",
            made.Home.AssetReference,
            // Not every case carries it.
            made.Home.Number % 10 < 7 ? Number(made.Home.Uprn) : null,
            AgentAddresses.AsTyped(made.Home),
            made.Home.Resident,
            made.Kind.ServiceArea,
            made.Kind.Category,
            made.Kind.Subcategory,
            made.Theme,
            made.Channel,
            stage == 1 ? made.Status : "Accepted",
            outcome,
            Day(times.Received),
            Day(times.Dates.Logged),
            Day(times.Dates.Acknowledged),
            Day(times.Dates.Extension?.AgreedOn),
            Day(times.Dates.Extension?.To),
            times.Dates.Extension?.Reason,
            times.Dates.Extension is null ? null : "Yes",
            Day(times.Responded),
            Day(times.ClosedOn),
            Number(made.Points),
            made.Handler,
            made.Contractor,
            stage == 1 ? made.RefusalReason : null,
            stage == 2 ? made.EscalationReason : null,
        ]);
}

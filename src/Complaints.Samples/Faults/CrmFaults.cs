using System.Globalization;
using System.Text;
using Complaints.Domain;
using Complaints.Samples.Agent;
using static Complaints.Samples.Agent.CrmExtract;
using static Complaints.Samples.Faults.FaultOutcome;

namespace Complaints.Samples.Faults;

/// <summary>Every kind of fault planted in the case system's extract.</summary>
internal static class CrmFaults
{
    public const string Ambiguous = "reference-of-two-landlords";

    // Excel's day 1 is 1 January 1900, and it believes in 29 February 1900.
    private static readonly DateOnly s_excelDay0 = new(1899, 12, 30);

    public static readonly CrmFault[] All =
    [
        .. Identifiers(),
        .. Texts(),
        .. Dates(),
        .. Codes(),
        .. Shapes(),
        .. Stages(),
    ];

    private static CrmFault[] Identifiers() =>
    [
        new("lost-leading-zeros", Corrected, "normalise-identifier", AssetRef)
        {
            Fits = row => row[AssetRef]![0] == '0',
            Change = (row, _) => row[AssetRef] = row[AssetRef]!.TrimStart('0'),
        },
        new("identifier-case-and-blanks", Corrected, "normalise-identifier", AssetRef)
        {
            Fits = row => row[AssetRef]![0] == 'B',
            Change = (row, _) => row[AssetRef] = row[AssetRef]!.ToLowerInvariant().Insert(6, " "),
        },
        new("blank-padded-key", Corrected, "trim-padding", AssetRef)
        {
            Change = (row, _) => row[AssetRef] = row[AssetRef]!.PadRight(12),
        },
        new("reference-wrong-uprn-right", Corrected, "match-by-uprn", AssetRef)
        {
            Fits = HasUprn,
            Change = (row, context) => row[AssetRef] = Unknown(context),
        },
        new("reference-missing-uprn-right", Corrected, "match-by-uprn", AssetRef)
        {
            Fits = HasUprn,
            Change = (row, _) => row[AssetRef] = "",
        },
        new("uprn-zero-padded", Corrected, "strip-uprn", Uprn)
        {
            Fits = HasUprn,
            Change = (row, _) => row[Uprn] = "000" + row[Uprn],
        },
        new("uprn-scientific", Quarantined, "uprn-scientific", Uprn)
        {
            Change = (row, _) => (row[AssetRef], row[Uprn]) = ("", "1.00023E+11"),
        },
        new("uprn-too-long", Quarantined, "bad-uprn", Uprn)
        {
            Change = (row, _) => (row[AssetRef], row[Uprn]) = ("", "1234567890123"),
        },
        new("reference-unknown", Quarantined, "landlord-unmatched", AssetRef)
        {
            Change = (row, context) => (row[AssetRef], row[Uprn]) = (Unknown(context), ""),
        },
        new(Ambiguous, Quarantined, "landlord-ambiguous", AssetRef)
        {
            OnlyComplaintOfHome = true,
            Fits = row => row.Case.Home.PartnerReference is null,
            Change = (row, _) => row[Uprn] = "",
        },
        new("uprn-of-another-landlord", Quarantined, "landlord-ambiguous", Uprn)
        {
            Fits = row => row.Case.Home.PartnerReference is null,
            Change = (row, context) => row[Uprn] = Number(context.PartnerHome.Uprn),
        },
        new("missing-key", Quarantined, "missing-key", CaseId) { Change = (row, _) => row[CaseId] = "" },
    ];

    private static CrmFault[] Texts() =>
    [
        new("mojibake-repairable", Corrected, "repair-mojibake", Handler)
        {
            Fits = HasAccent,
            // The bytes of UTF-8 read as Windows-1252; for letters with accents the two Latin tables agree.
            Change = (row, _) => row[Handler] = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(row[Handler]!)),
        },
        new("mojibake-lost", Quarantined, "mojibake", Handler)
        {
            Fits = HasAccent,
            Change = (row, _) => row[Handler] = string.Concat(row[Handler]!.Select(letter => letter > 127 ? '\uFFFD' : letter)),
        },
        new("null-word", Corrected, "null-word", Contractor)
        {
            Fits = row => string.IsNullOrEmpty(row[Contractor]),
            Change = (row, _) => row[Contractor] = "N/A",
        },
        new("text-too-long", Quarantined, "too-long", Theme)
        {
            Change = (row, _) =>
                row[Theme] = string.Concat(Enumerable.Repeat("see attached letter ", (Limits.TextCharacters / 20) + 10)).TrimEnd(),
        },
    ];

    private static CrmFault[] Dates() =>
    [
        new("missing-received-date", Quarantined, "missing-received-date", Received) { Change = (row, _) => row[Received] = "" },
        new("bad-date", Quarantined, "bad-date", Closed)
        {
            Change = (row, _) => row[Closed] = "31/02/" + row.Case.One.Received.Year.ToString(CultureInfo.InvariantCulture),
        },
        new("month-before-day", Quarantined, "ambiguous-date", Responded)
        {
            Fits = row => row.Case.One.Responded!.Value.Day > 12,
            Change = (row, _) => row[Responded] = row.Case.One.Responded!.Value.ToString("MM/dd/yyyy", CultureInfo.InvariantCulture),
        },
        new("response-before-receipt", Quarantined, "impossible-date-order", Responded)
        {
            Change = (row, _) => row[Responded] = Day(row.Case.One.Received.AddDays(-3)),
        },
        new("day-and-month-swapped", Quarantined, "impossible-date-order", Responded)
        {
            Fits = row => Swapped(row.Case.One.Responded!.Value) < row.Case.One.Received,
            Change = (row, _) => row[Responded] = Day(Swapped(row.Case.One.Responded!.Value)),
        },
        new("future-date", Quarantined, "future-date", Received)
        {
            Change = (row, context) =>
            {
                row[Received] = Day(context.ExtractDate.AddDays(20 + context.Number));
                foreach (string later in (string[])[Logged, Acknowledged, "Extension agreed", "Extended to", "Extension reason",
                    "Ombudsman details given", Responded, Closed, CrmExtract.Outcome])
                {
                    row[later] = "";
                }
            },
        },
        new("excel-serial-date", Corrected, "excel-serial-date", Responded)
        {
            Change = (row, _) => row[Responded] = Number(row.Case.One.Responded!.Value.DayNumber - s_excelDay0.DayNumber),
        },
        new("null-date", Corrected, "null-word", Closed)
        {
            Fits = row => string.IsNullOrEmpty(row[Closed]),
            Change = (row, _) => row[Closed] = "01/01/1900",
        },
    ];

    private static CrmFault[] Codes() =>
    [
        new("unknown-stage", Quarantined, "unknown-stage", StageColumn) { Change = (row, _) => row[StageColumn] = "Stage 0" },
        new("unknown-outcome", Quarantined, "unknown-code", CrmExtract.Outcome) { Change = (row, _) => row[CrmExtract.Outcome] = "Sorted" },
        new("number-in-words", Quarantined, "bad-number", Points) { Change = (row, _) => row[Points] = "two" },
    ];

    private static CrmFault[] Shapes() =>
    [
        new("too-many-cells", Quarantined, "too-many-cells", null) { Change = (row, _) => row.Cells = [.. row.Cells, "see notes"] },
        new("missing-cells", Quarantined, "missing-cells", null) { Change = (row, _) => row.Cells = row.Cells[..^4] },
        new("duplicate-row", Quarantined, "duplicate-row", null) { Form = FaultForm.ExtraRow, Change = (_, _) => { } },
        new("restated-case", Quarantined, "duplicate-case", CrmExtract.Outcome)
        {
            Form = FaultForm.Pair,
            Change = (row, _) => row[CrmExtract.Outcome] = row[CrmExtract.Outcome] == "Upheld" ? "Not upheld" : "Upheld",
        },
    ];

    private static CrmFault[] Stages() =>
    [
        new("stage-2-without-stage-1", Quarantined, "stage2-without-stage1", StageColumn)
        {
            OfStage2 = true,
            Form = FaultForm.WithoutStage1,
            Change = (_, _) => { },
        },
        new("stage-2-before-stage-1", Quarantined, "stage2-before-stage1", Received)
        {
            OfStage2 = true,
            Change = (row, _) => row[Received] = Day(row.Case.One.Received.AddDays(-5)),
        },
    ];

    private static bool HasUprn(CrmRow row) => !string.IsNullOrEmpty(row[Uprn]);

    private static bool HasAccent(CrmRow row) => row[Handler]!.Any(letter => letter > 127);

    // No home has a reference that begins with a 9.
    private static string Unknown(FaultContext context) => "9" + (900_000 + context.Number).ToString(CultureInfo.InvariantCulture);

    private static DateOnly Swapped(DateOnly day) => day.Day <= 12 ? new DateOnly(day.Year, day.Day, day.Month) : day;
}

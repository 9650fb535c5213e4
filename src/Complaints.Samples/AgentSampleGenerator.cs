using Complaints.Domain.Errors;
using Complaints.Samples.Agent;
using Complaints.Samples.Escalations;
using Complaints.Samples.Faults;
using Complaints.Samples.Files;

namespace Complaints.Samples;

/// <summary>
/// Makes a managing agent's load set: a council's extracts in which another landlord's homes hide under the council's own references, the
/// property registers of both, the cross-reference between the schemes, and, with faults, an answer key (docs/domain.md §6, §7).
/// </summary>
public static class AgentSampleGenerator
{
    private const string ComplaintsFile = "crm-complaints.csv";

    private static readonly LoadSetFile[] s_loadSet =
    [
        PlainTable.Landlords.WithMapping("wcc-landlords", "WCC-LANDLORDS", "dmy"),
        PlainTable.Stock.WithMapping("wcc-stock", "WCC-STOCK", "dmy"),
        new("wcc-properties.csv", "wcc-properties.mapping.jsonc", AgentMappings.CouncilRegister),
        new("wch-properties.csv", "wch-properties.mapping.jsonc", AgentMappings.PartnerRegister),
        new("property-references.csv", "property-references.mapping.jsonc", AgentMappings.CrossReference),
        new("complaints-register.csv", "complaints-register.mapping.jsonc", AgentMappings.Spreadsheet),
        new(ComplaintsFile, "crm-complaints.mapping.jsonc", AgentMappings.Complaints),
        new("crm-contacts.csv", "crm-contacts.mapping.jsonc", AgentMappings.Contacts),
        new("crm-communications.csv", "crm-communications.mapping.jsonc", AgentMappings.Communications),
        new("crm-actions.csv", "crm-actions.mapping.jsonc", AgentMappings.Actions),
    ];

    /// <summary>Writes the load set.</summary>
    /// <exception cref="UserException">An option is out of range, or the folder cannot be used.</exception>
    public static async Task<GeneratedSample> GenerateAsync(AgentSampleOptions options, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        string folder = SampleFolder.Prepare(options.OutputFolder);
        AgentHome[] homes = AgentHomes.Make(options);
        List<AgentCase> cases = new ArrivalProcess(options, homes).Run(ct);
        CaseHandling handling = new(options);
        cases.ForEach(handling.Fill);
        double? auc = new EscalationProcess(options).Run(cases);
        cases.ForEach(handling.FillStage2);

        List<CrmRow> rows = CrmExtract.Rows(cases);
        FaultPlanter faults = new(options, homes);
        faults.Choose(rows);
        List<GeneratedFile> files = await WriteAsync(options, folder, homes, cases, rows, faults, ct);
        await WriteTruthAsync(folder, cases);
        await WriteAnswerKeyAsync(options, folder, faults, ct);
        await LoadSetWriter.WriteAsync(folder, LoadSetName(options), options.ExtractDate, s_loadSet, ct);
        return new GeneratedSample
        {
            Folder = folder,
            ExtractDate = options.ExtractDate,
            Files = files,
            StageRows = StageRows(cases, files, faults),
            Notes = Notes(options, homes, auc),
            PlantedFaults = faults.Planted.Count,
            BestPossibleAuc = auc,
        };
    }

    private static async Task<List<GeneratedFile>> WriteAsync(
        AgentSampleOptions options,
        string folder,
        AgentHome[] homes,
        List<AgentCase> cases,
        List<CrmRow> rows,
        FaultPlanter faults,
        CancellationToken ct)
    {
        AgentTables tables = new(options, folder, homes, faults);
        return
        [
            await tables.LandlordsAsync(),
            await tables.StockAsync(),
            await tables.CouncilRegisterAsync(ct),
            await tables.PartnerRegisterAsync(ct),
            await tables.CrossReferenceAsync(ct),
            await tables.SpreadsheetAsync(cases),
            await WriteComplaintsAsync(folder, rows, faults),
            await tables.ContactsAsync(cases),
            await tables.CommunicationsAsync(cases),
            await tables.ActionsAsync(cases),
        ];
    }

    private static async Task<GeneratedFile> WriteComplaintsAsync(string folder, List<CrmRow> rows, FaultPlanter faults)
    {
        await using SampleTable table = new(folder, ComplaintsFile, CrmExtract.Headers);
        faults.Write(table, rows);
        return table.Summary;
    }

    private static async Task WriteTruthAsync(string folder, List<AgentCase> cases)
    {
        await using TruthTable truth = new(folder);
        foreach (AgentCase made in cases)
        {
            truth.Write(made.Reference, made.Probability, made.Escalated);
        }
    }

    private static async Task WriteAnswerKeyAsync(AgentSampleOptions options, string folder, FaultPlanter faults, CancellationToken ct)
    {
        if (options.Faults)
        {
            await AnswerKey.Of(options.Seed, faults.Planted).WriteAsync(folder, ct);
            return;
        }

        File.Delete(Path.Combine(folder, AnswerKey.FileName));
    }

    private static long StageRows(List<AgentCase> cases, List<GeneratedFile> files, FaultPlanter faults) =>
        files.Single(file => file.Name == ComplaintsFile).Rows
        - faults.Planted.Count(fault => fault.File == ComplaintsFile && fault.Outcome == FaultOutcome.Quarantined)
        + cases.Where(made => made.IsInSpreadsheet).Sum(made => made.Two is null ? 1L : 2L);

    private static string LoadSetName(AgentSampleOptions options) =>
        $"wcc-{options.LastYear.ToString().Replace('/', '-')}";

    private static List<string> Notes(AgentSampleOptions options, AgentHome[] homes, double? auc)
    {
        int partner = homes.Count(home => home.PartnerReference is not null);
        int transferred = homes.Count(home => home.TransferredOn is not null);
        return
        [
            $"{partner} of {homes.Length} homes are Westminster Community Homes'; {transferred} of them were the council's until 1 "
                + $"October {options.LastYear.StartYear}.",
            $"Complaints up to 30 September {options.FirstYear.StartYear} stand in a spreadsheet with a row per complaint, later ones in "
                + "the case system with a row per stage.",
            "Homes, residents, staff and cases are made up.",
            .. auc is double best ? (string[])[TruthTable.Note(best)] : [],
        ];
    }
}

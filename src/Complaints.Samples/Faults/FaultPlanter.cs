using Complaints.Domain.Errors;
using Complaints.Samples.Agent;
using Complaints.Samples.Chance;
using Complaints.Samples.Files;

namespace Complaints.Samples.Faults;

/// <summary>
/// Plants every kind of fault in rows that have nothing else wrong with them, each <see cref="Copies"/> times, and keeps the answer key.
/// Without <c>--faults</c> it writes rows as they are.
/// </summary>
internal sealed class FaultPlanter(AgentSampleOptions options, AgentHome[] homes)
{
    /// <summary>How often each kind of fault is planted.</summary>
    public const int Copies = 3;

    private readonly Dictionary<CrmRow, (CrmFault Fault, int Number)> _planned = [];
    private readonly HashSet<AgentCase> _cases = [];
    private readonly HashSet<AgentHome> _ofTwoLandlords = [];
    private readonly Queue<RegisterFault> _registerFaults = options.Faults ? RegisterFaults.Queue() : new();
    private readonly List<PlantedFault> _planted = [];
    private readonly AgentHome _partnerHome = homes.First(home => home.PartnerReference is not null && home.TransferredOn is null);

    /// <summary>What has been planted so far.</summary>
    public IReadOnlyList<PlantedFault> Planted => _planted;

    /// <summary>Chooses the rows of the case system's extract that will be at fault.</summary>
    /// <exception cref="UserException">The sample is too small to have a row of its own for each fault.</exception>
    public void Choose(List<CrmRow> rows)
    {
        if (!options.Faults)
        {
            return;
        }

        CrmRow[] shuffled = [.. rows];
        SampleRandom.For(options.Seed, "faults").Shuffle(shuffled.AsSpan());
        int number = 0;
        // The kinds that fewest rows can take choose first.
        foreach (CrmFault fault in CrmFaults.All.OrderBy(fault => shuffled.Count(row => CanTake(fault, row))))
        {
            CrmRow[] chosen = [.. shuffled.Where(row => CanTake(fault, row) && !_cases.Contains(row.Case)).Take(Copies)];
            if (chosen.Length < Copies)
            {
                throw new UserException(
                    $"The sample has too few cases for the fault '{fault.Id}'.",
                    where: "--homes, --years",
                    expected: $"{Copies} cases of their own for each of {CrmFaults.All.Length} kinds of fault",
                    fix: "ask for more homes or years");
            }

            foreach (CrmRow row in chosen)
            {
                _planned.Add(row, (fault, ++number));
                _cases.Add(row.Case);
                if (fault.Id == CrmFaults.Ambiguous)
                {
                    _ofTwoLandlords.Add(row.Case.Home);
                }
            }
        }
    }

    /// <summary>Whether a row of the case is at fault: what depends on the case is then left out.</summary>
    public bool IsPlanted(AgentCase made) => _cases.Contains(made);

    /// <summary>Whether a fault claims the home.</summary>
    public bool IsSpokenFor(AgentHome home) => _ofTwoLandlords.Contains(home);

    /// <summary>Writes the case system's extract, faults and all.</summary>
    public void Write(SampleTable table, List<CrmRow> rows)
    {
        HashSet<AgentCase> withoutStage1 =
            [.. _planned.Where(plan => plan.Value.Fault.Form == FaultForm.WithoutStage1).Select(plan => plan.Key.Case)];
        foreach (CrmRow row in rows)
        {
            if (row.Stage == 1 && withoutStage1.Contains(row.Case))
            {
                continue;
            }

            if (!_planned.TryGetValue(row, out var plan))
            {
                table.Write(row.Cells);
                continue;
            }

            Write(table, row, plan.Fault, new FaultContext(options.ExtractDate, plan.Number, _partnerHome));
        }
    }

    /// <summary>Writes a row of the council's register; homes kept quiet take its faults.</summary>
    public void PlantProperty(SampleTable table, AgentHome home, string?[] cells)
    {
        if (!home.IsQuiet || !_registerFaults.TryDequeue(out RegisterFault? fault))
        {
            table.Write(cells);
            return;
        }

        if (fault.ExtraRow)
        {
            table.Write(cells);
        }

        fault.Change(cells);
        table.Write(cells);
        Note(fault.Id, table, cells[0] ?? "", fault.Column, fault.Value(cells), fault.Outcome, fault.Rule);
    }

    /// <summary>Adds rows to the stock file that no landlord's figure needs.</summary>
    public void PlantStock(SampleTable table)
    {
        if (!options.Faults)
        {
            return;
        }

        string before = CrmExtract.Day(options.FirstYear.FirstDay.AddDays(-1))!;
        table.Write("00ZZ", "LCRA", before, "120");
        Note("stock-of-unknown-landlord", table, "00ZZ", "landlord_code", "00ZZ", FaultOutcome.Quarantined, "unknown-landlord");
        table.Write(AgentNames.Council, "LCRA", before, "2 1O4");
        Note("stock-not-a-number", table, AgentNames.Council, "homes", "2 1O4", FaultOutcome.Quarantined, "bad-number");
    }

    /// <summary>Gives a home's reference a second home, of the other landlord, in the cross-reference.</summary>
    public void PlantCrossReference(SampleTable table, AgentHome home)
    {
        if (_ofTwoLandlords.Contains(home))
        {
            table.Write(home.AssetReference, AgentNames.PartnerRegister, _partnerHome.PartnerReference, null, null);
        }
    }

    private static bool CanTake(CrmFault fault, CrmRow row) =>
        row.Stage == (fault.OfStage2 ? 2 : 1)
        && (fault.OfStage2 || row.Case.Two is null)
        && row.Case.Status == "Accepted"
        && row.Case.One.Responded is not null
        && (!fault.OnlyComplaintOfHome || row.Case.Home.Complaints == 1)
        && fault.Fits(row);

    private void Write(SampleTable table, CrmRow row, CrmFault fault, FaultContext context)
    {
        if (fault.Form is FaultForm.ExtraRow or FaultForm.Pair)
        {
            table.Write(row.Cells);
            if (fault.Form == FaultForm.Pair)
            {
                Note(
                    fault.Id,
                    table,
                    row.Case.Reference,
                    fault.Column,
                    fault.Column is null ? null : row[fault.Column],
                    fault.Outcome,
                    fault.Rule);
            }
        }

        CrmRow changed = row.Copy();
        fault.Change(changed, context);
        table.WriteRagged(changed.Cells);
        string? value = fault.Column is null ? null : changed[fault.Column];
        Note(fault.Id, table, changed[CrmExtract.CaseId] ?? "", fault.Column, value, fault.Outcome, fault.Rule);
    }

    private void Note(string id, SampleTable table, string key, string? column, string? value, FaultOutcome outcome, string rule) =>
        _planted.Add(new PlantedFault(id, table.Name, table.Line, key, column, value, outcome, rule));
}

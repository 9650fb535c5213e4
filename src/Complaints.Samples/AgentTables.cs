using System.Globalization;
using Complaints.Domain.Homes;
using Complaints.Domain.Time;
using Complaints.Samples.Agent;
using Complaints.Samples.Chance;
using Complaints.Samples.Faults;
using Complaints.Samples.Files;
using static Complaints.Samples.Agent.CrmExtract;

namespace Complaints.Samples;

/// <summary>Writes the files of the sample that are not the case system's complaints.</summary>
internal sealed class AgentTables(AgentSampleOptions options, string folder, AgentHome[] homes, FaultPlanter faults)
{
    private const int RowsBetweenFlushes = 5_000;

    public async Task<GeneratedFile> LandlordsAsync()
    {
        await using SampleTable table = PlainTable.Landlords.Open(folder);
        table.Write(AgentNames.Council, "City of Westminster Council", "LA", "5,000-40,000", "London", null, "01/04/2010");
        table.Write(AgentNames.Partner, "Westminster Community Homes Limited", "PRP", "<5,000", "London", AgentNames.Council, "16/12/2010");
        return table.Summary;
    }

    public async Task<GeneratedFile> StockAsync()
    {
        await using SampleTable table = PlainTable.Stock.Open(folder);
        for (ReportingYear year = options.FirstYear; year <= options.LastYear; year = year.Next)
        {
            foreach (string landlord in (string[])[AgentNames.Council, AgentNames.Partner])
            {
                foreach (StockType stockType in (StockType[])[StockType.Lcra, StockType.Lcho])
                {
                    int count = homes.Count(home => home.StockType == stockType && home.LandlordOn(year.LastDay) == landlord);
                    table.Write(landlord, StockTypes.Code(stockType), Day(year.LastDay), Number(count));
                }
            }
        }

        faults.PlantStock(table);
        return table.Summary;
    }

    public async Task<GeneratedFile> CouncilRegisterAsync(CancellationToken ct)
    {
        await using SampleTable table = new(
            folder,
            "wcc-properties.csv",
            [
                "prop_ref", "u_llpg_ref", "tenure", "u_estate", "neighbourhood", "ward", "u_address", "post_code", "u_block",
                "managed_from", "managed_to",
            ]);
        foreach (AgentHome home in homes.Where(home => home.CouncilReference is not null))
        {
            // A home that passed to the other landlord was rented out by the council before.
            string tenure = home.PartnerReference is null ? home.Tenure : home.StockType == StockType.Lcho ? "SHO" : "SEC";
            string?[] cells =
            [
                home.CouncilReference, Number(home.Uprn), tenure, home.Place.Estate, home.Place.Neighbourhood, home.Place.Ward,
                home.Address.ToUpperInvariant(), home.Postcode, home.Block, Day(home.From), Day(home.TransferredOn),
            ];
            faults.PlantProperty(table, home, cells);
            await FlushAsync(table, ct);
        }

        return table.Summary;
    }

    public async Task<GeneratedFile> PartnerRegisterAsync(CancellationToken ct)
    {
        await using SampleTable table = new(
            folder, "wch-properties.csv", ["Property", "UPRN", "Tenure type", "Estate", "Area", "Ward", "Address", "Postcode", "From"]);
        foreach (AgentHome home in homes.Where(home => home.PartnerReference is not null))
        {
            table.Write(
                home.PartnerReference, Number(home.Uprn), home.Tenure, home.Place.Estate, home.Place.Neighbourhood, home.Place.Ward,
                home.Address, home.Postcode, Day(home.TransferredOn ?? home.From));
            await FlushAsync(table, ct);
        }

        return table.Summary;
    }

    public async Task<GeneratedFile> CrossReferenceAsync(CancellationToken ct)
    {
        await using SampleTable table = new(
            folder, "property-references.csv", ["Asset Ref", "Register", "Property", "From", "To"]);
        foreach (AgentHome home in homes.Where(home => !home.IsQuiet))
        {
            if (home.CouncilReference is string council)
            {
                table.Write(home.AssetReference, AgentNames.CouncilRegister, council, null, Day(home.TransferredOn));
            }

            if (home.PartnerReference is string partner)
            {
                table.Write(home.AssetReference, AgentNames.PartnerRegister, partner, Day(home.TransferredOn), null);
            }

            faults.PlantCrossReference(table, home);
            await FlushAsync(table, ct);
        }

        return table.Summary;
    }

    /// <summary>The council's spreadsheet from before the case system: one row per complaint, semicolons, a byte order mark.</summary>
    public async Task<GeneratedFile> SpreadsheetAsync(IEnumerable<AgentCase> cases)
    {
        await using SampleTable table = new(
            folder,
            "complaints-register.csv",
            [
                "Ref", "Asset", "UPRN", "Address", "Customer", "Service", "Category", "Sub-category", "How received", "Officer", "Status",
                "Points",
                "S1 received", "S1 logged", "S1 ack", "S1 extended on", "S1 extended to", "S1 extension reason", "S1 HOS details",
                "S1 response", "S1 outcome", "S1 closed",
                "S2 received", "S2 logged", "S2 ack", "S2 extended on", "S2 extended to", "S2 extension reason", "S2 HOS details",
                "S2 response", "S2 outcome", "S2 closed",
                "S2 reason",
            ],
            ';',
            byteOrderMark: true);
        foreach (AgentCase made in cases.Where(made => made.IsInSpreadsheet))
        {
            List<string?> cells =
            [
                made.Reference, made.Home.AssetReference, Number(made.Home.Uprn), AgentAddresses.AsTyped(made.Home), made.Home.Resident,
                made.Kind.ServiceArea, made.Kind.Category, made.Kind.Subcategory, made.Channel, made.Handler, made.Status,
                Number(made.Points),
            ];
            Stage(cells, made.One, made.OutcomeOne);
            Stage(cells, made.Two, made.OutcomeTwo);
            cells.Add(made.EscalationReason);
            table.Write([.. cells]);
        }

        return table.Summary;
    }

    /// <summary>What reached the council that is no complaint: about three times as much.</summary>
    public async Task<GeneratedFile> ContactsAsync(IReadOnlyList<AgentCase> cases)
    {
        WeightedChoice<string> kinds = new(("Service request", 70), ("MP enquiry", 12), ("Councillor enquiry", 12), ("Compliment", 6));
        SampleRandom random = SampleRandom.For(options.Seed, "contacts");
        await using SampleTable table = new(
            folder, "crm-contacts.csv",
            ["Contact ID", "Type", "Asset Ref", "UPRN", "Address", "Date received", "Date answered", "Service area", "Channel"]);
        int number = 0;
        foreach (AgentCase near in cases)
        {
            for (int i = 0; i < 3; i++)
            {
                AgentHome home = homes[random.Below(homes.Length)];
                DateOnly received = near.One.Received;
                DateOnly answered = received.AddDays(random.Between(1, 25));
                string kind = kinds.Draw(random);
                string area = AgentVocabulary.Kinds.Draw(random).ServiceArea;
                string channel = AgentVocabulary.Channels.Draw(random);
                number++;
                if (!home.IsQuiet && !faults.IsSpokenFor(home))
                {
                    table.Write(
                        "CON-" + number.ToString("000000", CultureInfo.InvariantCulture), kind, home.AssetReference, Number(home.Uprn),
                        AgentAddresses.AsTyped(home), Day(received), answered <= options.ExtractDate ? Day(answered) : null, area, channel);
                }
            }
        }

        return table.Summary;
    }

    public async Task<GeneratedFile> CommunicationsAsync(IEnumerable<AgentCase> cases)
    {
        await using SampleTable table = new(
            folder, "crm-communications.csv", ["Case ID", "Stage", "Type", "Date", "Next contact agreed"]);
        foreach (AgentCase made in cases.Where(made => !faults.IsPlanted(made)))
        {
            foreach (AgentContact contact in made.Contacts)
            {
                table.Write(made.Reference, $"Stage {contact.Stage}", contact.Kind, Day(contact.OccurredOn), Day(contact.NextAgreedOn));
            }
        }

        return table.Summary;
    }

    public async Task<GeneratedFile> ActionsAsync(IEnumerable<AgentCase> cases)
    {
        await using SampleTable table = new(
            folder, "crm-actions.csv", ["Case ID", "Action ID", "Type", "Owner", "Made", "Due", "Done", "Evidence"]);
        int number = 0;
        foreach (AgentCase made in cases)
        {
            foreach (AgentAction action in made.Actions)
            {
                number++;
                if (!faults.IsPlanted(made))
                {
                    table.Write(
                        made.Reference, $"A{Number(number)}", action.Kind, action.Owner, Day(action.MadeOn), Day(action.DueOn),
                        Day(action.DoneOn),
                        action.DoneOn is null ? null : "Recorded on the case");
                }
            }
        }

        return table.Summary;
    }

    private static void Stage(List<string?> cells, StageTimeline? times, string? outcome)
    {
        cells.Add(Day(times?.Received));
        cells.Add(Day(times?.Dates.Logged));
        cells.Add(Day(times?.Dates.Acknowledged));
        cells.Add(Day(times?.Dates.Extension?.AgreedOn));
        cells.Add(Day(times?.Dates.Extension?.To));
        cells.Add(times?.Dates.Extension?.Reason);
        cells.Add(times?.Dates.Extension is null ? null : "Yes");
        cells.Add(Day(times?.Responded));
        cells.Add(times is null ? null : outcome);
        cells.Add(Day(times?.ClosedOn));
    }

    private static async Task FlushAsync(SampleTable table, CancellationToken ct)
    {
        if (table.Rows % RowsBetweenFlushes == 0)
        {
            ct.ThrowIfCancellationRequested();
            await table.FlushAsync();
        }
    }
}

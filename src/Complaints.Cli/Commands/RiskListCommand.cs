using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Views;
using Complaints.Domain.Access;
using Complaints.Escalation.Features;
using Complaints.Escalation.Registry;
using Complaints.Escalation.Serving;
using Complaints.Escalation.Serving.Access;
using Complaints.Protocol.Risk;
using Complaints.Service.Risk;
using Complaints.Warehouse;
using Complaints.Warehouse.DuckDb;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints risk list</c>: the riskiest cases with reasons.</summary>
internal static class RiskListCommand
{
    public static Command Create(CommonOptions common, Terminal terminal, TimeProvider clock)
    {
        Option<string?> model = RiskCommand.Model();
        Option<string?> asOf = new("--as-of") { Description = "A day that was scored; else the newest.", HelpName = "YYYY-MM-DD" };
        Option<string?> landlord = new("--landlord") { Description = "Only this landlord's cases, by code.", HelpName = "CODE" };
        Option<string?> area = new("--area") { Description = "Only cases of this service area.", HelpName = "AREA" };
        Option<string?> category = new("--category") { Description = "Only cases of this category or its subcategories.", HelpName = "CATEGORY" };
        Option<CaseState?> state = new("--state") { Description = "Only open or only answered cases." };
        state.AcceptOnlyFromAmong("open", "answered");
        Option<double> least = new("--least-probability") { Description = "Only cases at least so likely, 0 to 1.", HelpName = "P" };
        Option<int> top = new("--top") { Description = "At most so many cases.", HelpName = "N", DefaultValueFactory = _ => 20 };
        Option<string?> service = CommonOptions.Service();
        Option<OutputFormat> format = CommonOptions.FormatWithoutCsv();
        Command command = new("list", "The cases most likely to go to stage 2, with reasons.") { model, asOf, landlord, area, category, state, least, top, service, format };
        command.SetAction(async (parsed, stop) =>
        {
            RiskListQuery query = new()
            {
                AsOf = OptionText.Day(parsed.GetValue(asOf), asOf.Name),
                Landlord = parsed.GetValue(landlord),
                ServiceArea = parsed.GetValue(area),
                Category = parsed.GetValue(category),
                State = parsed.GetValue(state),
                LeastProbability = parsed.GetValue(least),
                Top = parsed.GetValue(top),
                MaySee = Principal.Demo.Scope.Allows,
            };
            using RiskClient? client = RiskCommand.Client(parsed, service, model);
            RiskList list = client is not null
                ? await client.ListAsync(query, stop).ConfigureAwait(false)
                : await RecordedAsync(terminal, common.Location(parsed), clock, parsed.GetValue(model), query, stop).ConfigureAwait(false);
            RiskListView.Write(terminal, list, parsed.GetValue(format));
            return ExitCode.Done;
        });
        return command;
    }

    private static Task<RiskList> RecordedAsync(
        Terminal terminal, WarehouseLocation location, TimeProvider clock, string? model, RiskListQuery query, CancellationToken stop)
    {
        ModelRegistry registry = RiskCommand.Registry(location, clock);
        return new AccessLog(registry.Folder, clock).RunAsync(
            RiskReading.By(RiskAccess.List) with { AsOf = query.AsOf, Landlord = query.Landlord },
            () => ReadAsync(location, clock, RiskCommand.ForReading(registry, model, terminal).Manifest, query, stop),
            (record, read) => record with { AsOf = read.AsOf, ModelVersion = read.ModelVersion, Rows = read.Entries.Length });
    }

    private static async Task<RiskList> ReadAsync(WarehouseLocation location, TimeProvider clock, ModelManifest model, RiskListQuery query, CancellationToken stop)
    {
        await using IWarehouse warehouse = WarehouseFactory.Open(location, clock);
        await using ISnapshot snapshot = await warehouse.OpenSnapshotAsync(stop).ConfigureAwait(false);
        return await RiskListReader.ReadAsync(snapshot, model.Version, query with { HorizonDays = model.HorizonDays }, stop).ConfigureAwait(false);
    }
}

using System.CommandLine;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Views;
using Complaints.Domain.Errors;
using Complaints.Measures;
using Complaints.Measures.Access;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Service.Reporting;
using Complaints.Warehouse;

namespace Complaints.Cli.Commands;

/// <summary><c>complaints query</c>: figures from the warehouse through the planner, or from a running service over gRPC.</summary>
internal static class QueryCommand
{
    public static Command Create(CommonOptions common, Terminal terminal, TimeProvider clock)
    {
        QueryOptions options = new();
        Option<OutputFormat> format = CommonOptions.Format();
        Option<string?> service = CommonOptions.Service();
        Option<FileInfo?> catalogue = new("--catalogue") { Description = "A file with measures of your own, added to the shipped ones.", HelpName = "FILE" };
        Command command = new("query", "Figures, each with its numerator, denominator and rules.") { format, service, catalogue };
        options.AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            FigureQuery query = options.Read(parsed);
            if (parsed.GetValue(service) is not null && parsed.GetValue(catalogue) is not null)
            {
                throw new UsageException(
                    "A service answers by its own catalogue.",
                    "--catalogue, --service",
                    "one of the two",
                    "leave --catalogue out, or ask the warehouse itself with --warehouse");
            }

            FigureTable table = parsed.GetValue(service) is { } address
                ? await OverGrpcAsync(address, query, stop).ConfigureAwait(false)
                : await InProcessAsync(common.Location(parsed), clock, parsed.GetValue(catalogue), query, stop).ConfigureAwait(false);
            FigureView.Write(terminal, table, parsed.GetValue(format));
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<FigureTable> InProcessAsync(
        WarehouseLocation location, TimeProvider clock, FileInfo? file, FigureQuery query, CancellationToken stop)
    {
        await using IWarehouse warehouse = WarehouseFactory.Open(location, clock);
        MeasureCatalogue? measures = file is null ? null : MeasuresCommand.WithFile(file);
        return await new FigureEngine(warehouse, measures).QueryAsync(query, Principal.Demo, stop).ConfigureAwait(false);
    }

    private static async Task<FigureTable> OverGrpcAsync(string address, FigureQuery query, CancellationToken stop)
    {
        using ReportingClient client = new(ServiceAddress.Parse(address));
        return await client.QueryAsync(query, stop).ConfigureAwait(false);
    }
}

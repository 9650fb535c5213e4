using System.CommandLine;
using Complaints.Escalation.Training;
using Complaints.Cli.CommandLine;
using Complaints.Domain.Access;
using Complaints.Domain.Errors;
using Complaints.Domain.Homes;
using Complaints.Escalation.Registry;
using Complaints.Escalation.Serving;
using Complaints.Measures;
using Complaints.Measures.Catalogue;
using Complaints.Protocol.Reporting;
using Complaints.Protocol.Risk;
using Complaints.Warehouse;
using Spectre.Console;

namespace Complaints.Cli.Composition;

/// <summary>
/// What every command works with: where it writes, and the one way to open the warehouse that was named, its models, and the door for a
/// question.
/// </summary>
/// <param name="options">The options that say which.</param>
/// <param name="terminal">Where the command writes.</param>
/// <param name="clock">The clock.</param>
internal sealed class Workbench(CommonOptions options, Terminal terminal, TimeProvider clock)
{
    /// <summary>Where the command writes.</summary>
    public Terminal Terminal => terminal;

    /// <summary>The clock.</summary>
    public TimeProvider Clock => clock;

    /// <summary>The options that several commands share.</summary>
    public CommonOptions Options => options;

    /// <summary>Who asks: the account that runs the command, which may see every landlord of a warehouse of its own.</summary>
    public static Principal Reader { get; } = new(Environment.UserName, LandlordScope.All, Role.Admin);

    /// <summary>Who asks, or somebody with the role and the landlords that the command line names.</summary>
    /// <exception cref="UserException">A landlord's code that is none.</exception>
    public Principal ReaderAs(ParseResult parsed)
    {
        string[] codes = [.. OptionText.Items(parsed.GetValue(options.Scope))];
        return Reader with
        {
            Role = OptionText.Value<Role>(parsed.GetValue(options.Role)) ?? Reader.Role,
            Scope = codes.Length == 0 ? Reader.Scope : LandlordScope.Of(codes.Select(LandlordCode.Parse)),
        };
    }

    /// <summary>Where the warehouse is that was named.</summary>
    public WarehouseLocation Location(ParseResult parsed) => options.Location(parsed);

    /// <summary>Opens the warehouse that was named.</summary>
    public IWarehouse Warehouse(ParseResult parsed) => Warehouse(Location(parsed));

    /// <summary>Opens a warehouse.</summary>
    public IWarehouse Warehouse(WarehouseLocation location) => Engine.Open(location, clock);

    /// <summary>The models of the warehouse that was named.</summary>
    public ModelRegistry Models(ParseResult parsed) => Models(Location(parsed));

    /// <summary>The models of a warehouse.</summary>
    public ModelRegistry Models(WarehouseLocation location) => ModelRegistry.Beside(location, clock);

    /// <summary>Trains and judges models of a warehouse.</summary>
    public static ModelMaking Making(IWarehouse warehouse, ModelRegistry models) => new(warehouse, models, LearnerCatalogue.Here);

    /// <summary>The door for questions about figures.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="catalogue">The option that adds measures of a file.</param>
    public Door<IFigures> Figures(ParseResult parsed, Option<FileInfo?>? catalogue = null) => Choose<IFigures>(
        parsed,
        address =>
        {
            ReportingClient client = new(address);
            return new(client, client);
        },
        () =>
        {
            MeasureCatalogue measures = Catalogue(parsed, catalogue);
            IWarehouse warehouse = Warehouse(parsed);
            return new(new WarehouseFigures(warehouse, measures), warehouse);
        },
        "A service answers by its own catalogue, and knows who asks.",
        catalogue,
        options.Role,
        options.Scope);

    /// <summary>The shipped measures, with those of a file where one is named.</summary>
    /// <exception cref="Complaints.Domain.Errors.UserException">The file is no catalogue, or names what is there already.</exception>
    public static MeasureCatalogue Catalogue(ParseResult parsed, Option<FileInfo?>? catalogue) =>
        catalogue is not null && parsed.GetValue(catalogue) is FileInfo file
            ? MeasureCatalogue.Shipped.WithFile(file.FullName)
            : MeasureCatalogue.Shipped;

    /// <summary>The door for questions about risk.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="model">The option that names a model.</param>
    /// <param name="details">The option that names the landlord's part of the card.</param>
    public Door<IRiskDesk> Risk(ParseResult parsed, Option<string?>? model = null, Option<FileInfo?>? details = null) => Choose<IRiskDesk>(
        parsed,
        address =>
        {
            RiskClient client = new(address);
            return new(client, client);
        },
        () =>
        {
            RiskDeskOptions way = new("command line")
            {
                ModelVersion = model is null ? null : parsed.GetValue(model),
                CardDetailsFile = details is null ? null : Existing(parsed.GetValue(details)),
                OnUnusedModel = TellUnused,
            };
            IWarehouse warehouse = Warehouse(parsed);
            RiskDesk desk = new(warehouse, Models(parsed), clock, way);
            return new(desk, warehouse, desk);
        },
        "A service answers with the model it has in use, and the landlord's details that stand beside it.",
        model,
        details,
        options.Role,
        options.Scope);

    // The one place that knows there are two doors.
    private Door<T> Choose<T>(
        ParseResult parsed,
        Func<Uri, Door<T>> ofService,
        Func<Door<T>> ofWarehouse,
        string whyNot,
        params ReadOnlySpan<Option?> ofWarehouseOnly)
    {
        if (parsed.GetValue(options.Service) is not { } address)
        {
            return ofWarehouse();
        }

        foreach (Option? option in ofWarehouseOnly)
        {
            if (option is not null && parsed.GetResult(option) is { Implicit: false })
            {
                throw new UsageException(
                    whyNot,
                    $"{option.Name}, {options.Service.Name}",
                    "one of the two",
                    $"leave {option.Name} out, or ask the warehouse itself with --warehouse");
            }
        }

        return ofService(ServiceAddress.Parse(address));
    }

    private static string? Existing(FileInfo? file) => file is null or { Exists: true }
        ? file?.FullName
        : throw new UserException(
            $"There is no file '{file.FullName}'.", "--details", "a JSON file with the landlord's part", "check the path");

    private void TellUnused(RegisteredModel model)
    {
        string standing = model.Status switch
        {
            ModelStatus.Refused => "it was not shown to beat the rule",
            ModelStatus.Retired => "it was taken out of use",
            _ => "it was not promoted",
        };
        terminal.Messages.MarkupLine($"[yellow]Model {model.Manifest.Version.EscapeMarkup()} is not in use[/] ({standing}). Its list is for looking at, not for work.");
    }
}

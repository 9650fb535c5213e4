using Complaints.Domain.Access;
using Complaints.Domain.Homes;
using Complaints.Escalation.Labels;
using Complaints.Escalation.Registry;
using Complaints.Escalation.Serving;
using Complaints.Etl.Loading;
using Complaints.Protocol.V1;
using Complaints.Samples;
using Complaints.Samples.Agent;
using Complaints.Service.Hosting;
using Complaints.Service.SignIn;
using Complaints.Service.Tests.Faults;
using Complaints.Warehouse;
using Complaints.Warehouse.DuckDb;
using Grpc.Core;
using Grpc.Net.Client;

namespace Complaints.Service.Tests.Escalation;

/// <summary>One served risk list for all tests of the collection.</summary>
[CollectionDefinition(ServedRisk.Shared)]
public sealed class ServedRiskDefinition : ICollectionFixture<ServedRisk>;

/// <summary>A generated warehouse with a model in use and a scored day, served on loopback to callers of several scopes.</summary>
public sealed class ServedRisk : IAsyncLifetime
{
    /// <summary>The collection of the tests that share it: to train a model takes most of their time.</summary>
    public const string Shared = "served risk list";

    private const string Header = "x-caller";
    private readonly string _folder = Directory.CreateTempSubdirectory("complaints-risk-").FullName;
    private ComplaintsHost _host = null!;
    private GrpcChannel _channel = null!;

    public IWarehouse Warehouse { get; private set; } = null!;

    public ModelRegistry Registry { get; private set; } = null!;

    public EscalationRisk.EscalationRiskClient Client { get; private set; } = null!;

    public LogLines Log { get; } = new();

    public ComplaintsHost Host => _host;

    /// <summary>The landlord of the smaller scope.</summary>
    public static string Landlord => "4638";

    /// <summary>A caller: "all", "one" (<see cref="Landlord"/> alone) or "nobody".</summary>
    public static Metadata As(string caller) => new() { { Header, caller } };

    public async ValueTask InitializeAsync()
    {
        string sample = Path.Combine(_folder, "sample");
        await AgentSampleGenerator.GenerateAsync(new AgentSampleOptions(sample) { Homes = 12_000, Years = 3 }, CancellationToken.None);
        WarehouseLocation location = WarehouseLocation.Parse(Path.Combine(_folder, "warehouse"));
        Warehouse = WarehouseFactory.Open(location, TimeProvider.System);
        await Warehouse.MigrateAsync(CancellationToken.None);
        await new LoadPipeline(Warehouse, TimeProvider.System, PseudonymKey.Beside(location.Folder))
            .RunAsync(new LoadRequest { Path = sample }, null, CancellationToken.None);
        Registry = ModelRegistry.Beside(location, TimeProvider.System);
        ModelMaking making = new(Warehouse, Registry);
        ModelManifest manifest = await making.TrainAsync(LabelRule.Default, seed: 1, CancellationToken.None);
        await making.EvaluateAsync(manifest.Version, months: 6, resamples: 200, null, CancellationToken.None);
        Registry.Promote(manifest.Version);
        ScoredDay day = await RiskScoring.ScoreAsync(Warehouse, Registry.Load(), null, CancellationToken.None);
        await RiskScoring.WriteAsync(Warehouse, day, CancellationToken.None);
        _host = await ComplaintsHost.StartAsync(
            Warehouse,
            new ComplaintsHostOptions { GrpcPort = 0, WebPort = 0, ModelFolder = Registry.Folder, Principals = new Callers(), Log = Log },
            CancellationToken.None);
        _channel = GrpcChannel.ForAddress(_host.GrpcAddress);
        Client = new EscalationRisk.EscalationRiskClient(_channel);
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _host.DisposeAsync();
        await Warehouse.DisposeAsync();
        Log.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class Callers : IPrincipalProvider
    {
        public bool SignsIn => true;

        public Principal? Find(ServerCallContext context) => context.RequestHeaders.GetValue(Header) switch
        {
            "all" => new Principal("manager", LandlordScope.All, Role.Analyst),
            "one" => new Principal("officer", LandlordScope.Of(LandlordCode.Parse(Landlord)), Role.Analyst),
            _ => null,
        };
    }
}

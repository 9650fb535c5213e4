using Complaints.Escalation.Registry;
using Complaints.Protocol.V1;
using Complaints.Service.Hosting;
using Complaints.Service.Tests.Escalation;
using Complaints.Service.Tests.Faults;
using Complaints.Warehouse;
using Complaints.Warehouse.DuckDb;
using Grpc.Core;
using Grpc.Net.Client;
using Wire = Complaints.Protocol.V1;

namespace Complaints.Service.Tests.Errors;

/// <summary>
/// A real warehouse of which something is broken: callers are told what they can know of it, and nothing of the server's disk.
/// </summary>
[Collection(ServedRisk.Shared)]
public sealed class BrokenWarehouseTests(ServedRisk served) : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("complaints secret place-");

    public static TheoryData<string> Faults =>
    [
        "the pointer is no pointer", "the pointer is gone", "the pointer is a folder", "the generation is gone",
        "the generation is cut off", "blocks are damaged", "the folder is gone", "the promotions are no JSON", "the manifest is no JSON",
        "the model is no JSON", "the evaluation is no JSON", "the record of readings is a folder", "the feedback is a folder",
    ];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Nothing_of_the_servers_disk_travels_and_nothing_is_a_failure_of_ours(string fault)
    {
        string folder = Path.Combine(_root.FullName, "warehouse");
        Copy(Path.GetDirectoryName(served.Registry.Folder)!, folder);
        Break(folder, fault);
        WarehouseLocation location = WarehouseLocation.Parse(folder);
        await using IWarehouse warehouse = WarehouseFactory.Open(location, TimeProvider.System);
        LogLines log = new();
        string models = ModelRegistry.Beside(location, TimeProvider.System).Folder;
        ComplaintsHostOptions options = new() { GrpcPort = 0, WebPort = 0, ModelFolder = models, Log = log };
        await using ComplaintsHost host = await ComplaintsHost.StartAsync(warehouse, options, TestContext.Current.CancellationToken);
        using GrpcChannel channel = GrpcChannel.ForAddress(host.GrpcAddress);

        List<RpcException> errors = [];
        foreach (Func<CallInvoker, Task> call in s_calls)
        {
            try
            {
                await call(channel.CreateCallInvoker());
            }
            catch (RpcException error)
            {
                errors.Add(error);
            }
        }

        Assert.NotEmpty(errors);
        Assert.All(errors, error =>
        {
            string all = $"{error.Status.Detail} {error} {string.Concat(error.Trailers.Select(Text))}";
            Assert.True(
                error.StatusCode is StatusCode.FailedPrecondition or StatusCode.InvalidArgument or StatusCode.NotFound,
                $"{error.StatusCode}: {all}\n{string.Join('\n', log.Lines)}");
            foreach (string part in (string[])["secret", _root.Name, Path.GetTempPath(), ".duckdb", "models/"])
            {
                Assert.DoesNotContain(part, all, StringComparison.Ordinal);
            }
        });
        Assert.DoesNotContain(log.Lines, line => line.Contains("   at ", StringComparison.Ordinal));
    }

    public void Dispose() => _root.Delete(recursive: true);

    private static string Text(Metadata.Entry trailer) =>
        trailer.IsBinary ? System.Text.Encoding.UTF8.GetString(trailer.ValueBytes) : trailer.Value;

    private static Wire.Reporting.ReportingClient Figures(CallInvoker invoker) => new(invoker);

    private static EscalationRisk.EscalationRiskClient Risk(CallInvoker invoker) => new(invoker);

    private static readonly Func<CallInvoker, Task>[] s_calls =
    [
        invoker => Figures(invoker).QueryAsync(
            new QueryRequest { Measures = { "stage1_made" }, GroupBy = { "landlord", "category" } }).ResponseAsync,
        invoker => Figures(invoker).ListDimensionsAsync(new ListDimensionsRequest()).ResponseAsync,
        invoker => Figures(invoker).GetComparatorsAsync(
            new GetComparatorsRequest { Measures = { "ch01_stage1" }, Year = "2024/25" }).ResponseAsync,
        invoker => Risk(invoker).ListRiskAsync(new ListRiskRequest { Top = 5 }).ResponseAsync,
        invoker => Risk(invoker).ExplainRiskAsync(new ExplainRiskRequest { CaseReference = "x" }).ResponseAsync,
        invoker => Risk(invoker).GetModelCardAsync(new GetModelCardRequest()).ResponseAsync,
        invoker => Risk(invoker).ListFeedbackAsync(new ListFeedbackRequest { Top = 5 }).ResponseAsync,
        invoker => Risk(invoker).RecordFeedbackAsync(new RecordFeedbackRequest
        {
            CaseReference = "x", AsOf = "2025-06-30", Action = Wire.FeedbackAction.Called, Outcome = Wire.FeedbackOutcome.Resolved,
        }).ResponseAsync,
    ];

    private static void Break(string folder, string fault)
    {
        string pointer = Path.Combine(folder, "CURRENT");
        string models = Path.Combine(folder, ModelRegistry.FolderName);
        string generation = Directory.GetFiles(Path.Combine(folder, "generations")).Max(StringComparer.Ordinal)!;
        string model = Directory.GetDirectories(models).Single(path => !Path.GetFileName(path).StartsWith('.'));
        switch (fault)
        {
            case "the pointer is no pointer":
                File.WriteAllText(pointer, "{");
                break;
            case "the pointer is gone":
                File.Delete(pointer);
                break;
            case "the pointer is a folder":
                File.Delete(pointer);
                Directory.CreateDirectory(pointer);
                break;
            case "the generation is gone":
                File.Delete(generation);
                break;
            case "the generation is cut off":
                Write(generation, stream => stream.SetLength(stream.Length / 2));
                break;
            case "blocks are damaged":
                Write(generation, stream =>
                {
                    stream.Position = 16 * 1024;
                    stream.Write(Enumerable.Repeat((byte)0xa5, (int)stream.Length - (64 * 1024)).ToArray());
                });
                break;
            case "the folder is gone":
                Directory.Delete(folder, recursive: true);
                break;
            case "the promotions are no JSON":
                File.WriteAllText(Path.Combine(models, "promoted.json"), "{");
                break;
            case "the manifest is no JSON":
                File.WriteAllText(Path.Combine(model, "manifest.json"), "{");
                break;
            case "the model is no JSON":
                File.WriteAllText(Path.Combine(model, "open.model.json"), "{");
                break;
            case "the evaluation is no JSON":
                File.WriteAllText(Path.Combine(model, "evaluation-0001.json"), "{");
                break;
            case "the record of readings is a folder":
                InPlace(Path.Combine(models, "access.jsonl"));
                break;
            default:
                InPlace(Path.Combine(models, "feedback.jsonl"));
                break;
        }
    }

    private static void InPlace(string file)
    {
        File.Delete(file);
        Directory.CreateDirectory(file);
    }

    private static void Write(string file, Action<FileStream> change)
    {
        using FileStream stream = new(file, FileMode.Open, FileAccess.ReadWrite);
        change(stream);
    }

    private static void Copy(string from, string to)
    {
        foreach (string folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories).Prepend(from))
        {
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        }

        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
        }
    }
}

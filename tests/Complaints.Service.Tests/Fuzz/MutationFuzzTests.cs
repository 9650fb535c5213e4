using System.Collections.Concurrent;
using System.Globalization;
using Complaints.Protocol.V1;
using Complaints.Service.Tests.Escalation;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Health.V1;

namespace Complaints.Service.Tests.Fuzz;

/// <summary>
/// Mutated messages to every method on every port. Whatever comes in, a fault of ours never comes out. A few thousand by default; more with
/// COMPLAINTS_LONG=1, and as many as COMPLAINTS_FUZZ says, others with COMPLAINTS_SEED. Each message follows from the seed and its number.
/// </summary>
[Collection(ServedRisk.Shared)]
public sealed class MutationFuzzTests(ServedRisk served, ITestOutputHelper output)
{
    private const int Short = 3_000;
    private const int Long = 100_000;
    private const int AtOnce = 24;
    private const int Shown = 20;
    private const string Endless = "Watch";

    // The service failed, does not know why, lost something, or was not there.
    private static readonly StatusCode?[] s_ours =
    [
        StatusCode.Unknown, StatusCode.Internal, StatusCode.DataLoss, StatusCode.Unavailable, null,
    ];

    private static readonly MethodDescriptor[] s_methods =
    [
        .. ReportingReflection.Descriptor.Services.SelectMany(service => service.Methods),
        .. EscalationReflection.Descriptor.Services.SelectMany(service => service.Methods),
        .. HealthReflection.Descriptor.Services.SelectMany(service => service.Methods).Where(method => method.Name is "Check" or Endless),
        .. global::Grpc.Reflection.V1.ReflectionReflection.Descriptor.Services.SelectMany(service => service.Methods),
        .. global::Grpc.Reflection.V1Alpha.ReflectionReflection.Descriptor.Services.SelectMany(service => service.Methods),
    ];

    // A connection that is cut off tells nothing: that is no answer either.
    private static async Task<(StatusCode? Status, string Why)> EndAsync(Func<Task<int?>> call)
    {
        try
        {
            return ((StatusCode?)await call(), "");
        }
        catch (HttpRequestException error)
        {
            return (null, error.Message);
        }
    }

    private static int Seed =>
        int.TryParse(Environment.GetEnvironmentVariable("COMPLAINTS_SEED"), CultureInfo.InvariantCulture, out int seed) ? seed : 1;

    private static int Messages =>
        int.TryParse(Environment.GetEnvironmentVariable("COMPLAINTS_FUZZ"), CultureInfo.InvariantCulture, out int asked) ? asked
        : Environment.GetEnvironmentVariable("COMPLAINTS_LONG") == "1" ? Long : Short;

    [Fact]
    public async Task No_mutated_message_makes_the_service_fail()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        ListRiskResponse list = await served.Client.ListRiskAsync(
            new ListRiskRequest { Top = 5 }, ServedRisk.As("all"), cancellationToken: token);
        string[] known = [.. list.Cases.SelectMany(risk => (string[])[risk.CaseReference, risk.SourceSystem, risk.Landlord]).Distinct()];
        using RawCall raw = new(served.Host);
        using RawCall cutOff = new(served.Host);
        ConcurrentDictionary<string, int> ends = [];
        ConcurrentQueue<string> faults = [];
        ParallelOptions options = new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = token };
        await Parallel.ForEachAsync(Enumerable.Range(0, Messages), options, async (number, ct) =>
        {
            Random random = new(unchecked((Seed * Long) + number));
            MethodDescriptor method = s_methods[random.Next(s_methods.Length)];
            // HTTP/1.1 has no streams to reset: a stream that ends by its deadline, or in mid-air, takes its connection along and tells no
            // status. A few go there all the same, on connections of their own.
            Port port = method.IsServerStreaming && random.Next(10) > 0 ? Port.Grpc : (Port)random.Next(3);
            // Who watches without end is cut off by the deadline, over HTTP/2 too: the server may reset the stream before its status is
            // read, and on a machine that was very busy once took the connection along. Clients tell their own deadline themselves.
            bool isCutOff = method.IsServerStreaming && (port != Port.Grpc || method.Name == Endless);
            byte[] message = Mutation.Of(new RandomMessages(random, known).Next(method.InputType).ToByteArray(), random);
            byte[] frame = RawCall.Frame(message, random);
            string path = $"{method.Service.FullName}/{method.Name}";
            string timeout = method.Name == Endless ? "50m" : "50S";
            RawCall calls = isCutOff ? cutOff : raw;
            (StatusCode? status, string why) = await EndAsync(() => calls.StatusAsync(port, path, frame, isCutOff ? "50m" : timeout, ct));
            ends.AddOrUpdate($"{status?.ToString() ?? "none"}", 1, (_, count) => count + 1);
            if (s_ours.Contains(status) && !(isCutOff && status is null))
            {
                faults.Enqueue($"{number}: {port} {path} {status}{why}: {Convert.ToHexString(frame.AsSpan(0, Math.Min(frame.Length, 200)))}");
            }
        });
        output.WriteLine($"{Messages} messages to {s_methods.Length} methods on three ports: {string.Join(", ", ends.OrderByDescending(end => end.Value).Select(end => $"{end.Key} {end.Value}"))}");
        Assert.True(faults.IsEmpty, $"{faults.Count} of {Messages}; {string.Join('\n', faults.Take(Shown))}\n{string.Join('\n', served.Log.Loud.Take(5))}");
    }
}

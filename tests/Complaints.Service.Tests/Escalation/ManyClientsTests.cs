using Complaints.Protocol.V1;
using Grpc.Core;
using Grpc.Net.Client;
using Wire = Complaints.Protocol.V1;

namespace Complaints.Service.Tests.Escalation;

/// <summary>Two hundred clients at once, each on a connection of its own.</summary>
[Collection(ServedRisk.Shared)]
public sealed class ManyClientsTests(ServedRisk served) : IDisposable
{
    private const int Clients = 200;

    // Far more than it takes; a service that stands still needs a minute, until its queries run out of time.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(55);

    private readonly GrpcChannel[] _channels =
    [
        .. Enumerable.Range(0, Clients).Select(_ => GrpcChannel.ForAddress(served.Host.GrpcAddress)),
    ];

    public static TheoryData<string> Methods =>
    [
        "Query",
        "ListMeasures",
        "ListDimensions",
        "GetComparators",
        "ListRisk",
        "ExplainRisk",
        "GetModelCard",
        "RecordFeedback",
        "ListFeedback",
    ];

    // A list held one turn of the engine while it waited for three more: with thirty-two callers every query of the service stood still.
    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Two_hundred_clients_are_all_answered_or_told_that_the_service_is_busy(string method)
    {
        RiskCase first = (await served.Client.ListRiskAsync(new ListRiskRequest { Top = 1 }, ServedRisk.As("all"))).Cases[0];
        StatusCode[] ends = await Task.WhenAll(
            _channels.Select(channel => EndAsync(() => CallAsync(method, channel.CreateCallInvoker(), first))));
        Assert.All(ends, end => Assert.True(end is StatusCode.OK or StatusCode.ResourceExhausted, $"{end}"));
        Assert.Contains(StatusCode.OK, ends);
    }

    public void Dispose() => Array.ForEach(_channels, channel => channel.Dispose());

    private static async Task<StatusCode> EndAsync(Func<Task> call)
    {
        try
        {
            await call();
            return StatusCode.OK;
        }
        catch (RpcException error)
        {
            return error.StatusCode;
        }
    }

    private static async Task CallAsync(string method, CallInvoker invoker, RiskCase first)
    {
        Wire.Reporting.ReportingClient figures = new(invoker);
        EscalationRisk.EscalationRiskClient risk = new(invoker);
        CallOptions options = new(ServedRisk.As("all"), DateTime.UtcNow + s_patience);
        await (method switch
        {
            "Query" => figures.QueryAsync(
                new QueryRequest { Measures = { "stage1_made", "ch02_stage1" }, GroupBy = { "landlord", "stock_type" } },
                options).ResponseAsync,
            "ListMeasures" => figures.ListMeasuresAsync(new ListMeasuresRequest(), options).ResponseAsync,
            "ListDimensions" => figures.ListDimensionsAsync(new ListDimensionsRequest(), options).ResponseAsync,
            "GetComparators" => figures.GetComparatorsAsync(
                new GetComparatorsRequest { Measures = { "ch01_stage1" }, Year = "2024/25" }, options).ResponseAsync,
            "ListRisk" => risk.ListRiskAsync(new ListRiskRequest { Top = 100 }, options).ResponseAsync,
            "ExplainRisk" => risk.ExplainRiskAsync(
                new ExplainRiskRequest { CaseReference = first.CaseReference, SourceSystem = first.SourceSystem }, options).ResponseAsync,
            "GetModelCard" => risk.GetModelCardAsync(new GetModelCardRequest(), options).ResponseAsync,
            "RecordFeedback" => risk.RecordFeedbackAsync(Feedback(first), options).ResponseAsync,
            "ListFeedback" => (Task)risk.ListFeedbackAsync(new ListFeedbackRequest { Top = 10 }, options).ResponseAsync,
            _ => throw new ArgumentOutOfRangeException(nameof(method)),
        });
    }

    private static RecordFeedbackRequest Feedback(RiskCase of) => new()
    {
        CaseReference = of.CaseReference,
        SourceSystem = of.SourceSystem,
        AsOf = "2025-06-30",
        Action = Wire.FeedbackAction.Called,
        Outcome = Wire.FeedbackOutcome.Resolved,
    };
}

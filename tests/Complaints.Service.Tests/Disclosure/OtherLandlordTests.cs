using Complaints.Domain.Access;
using Complaints.Domain.Homes;
using Complaints.Measures.Tests.Support;
using Complaints.Protocol.V1;
using Complaints.Service.Hosting;
using Complaints.Service.SignIn;
using Complaints.Warehouse.Rows;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Net.Client;

namespace Complaints.Service.Tests.Disclosure;

/// <summary>
/// Two services, whose warehouses differ in the complaints of other landlords alone: whoever may see one landlord gets the same answers to
/// the same questions from both, so nothing of the others can be told from them. Every method of every service is asked.
/// </summary>
public sealed class OtherLandlordTests
{
    private const string Own = "00BK";
    private const string Denied = "PermissionDenied";

    private static readonly ServiceDescriptor[] s_services =
        [.. ReportingReflection.Descriptor.Services.Concat(EscalationReflection.Descriptor.Services)];

    // A method that is not here fails the test: what it tells of other landlords must be looked at first.
    private static readonly Dictionary<string, IMessage[]> s_questions = new(StringComparer.Ordinal)
    {
        ["Reporting.Query"] = [.. Queries()],
        ["Reporting.Compare"] =
        [
            new CompareRequest
            {
                Figures = new QueryRequest { Measures = { "stage1_made", "ch02_stage1" }, Years = { "2024/25" }, GroupBy = { "quarter" } },
                With = { Comparison.PriorYear, Comparison.SamePeriodLastYear, Comparison.YearToDate, Comparison.Rolling12Months },
            },
        ],
        ["Reporting.ListCases"] = [new ListCasesRequest(), new ListCasesRequest { State = CaseState.Open, Filters = { Other() } }],
        ["Reporting.Explain"] = [new ExplainRequest { Figures = Query() }, new ExplainRequest { Figures = Query("landlord") }],
        ["Reporting.Bridge"] = [new BridgeRequest { Stage = 1, Years = { "2024/25" } }],
        ["Reporting.Reconcile"] = [Printed("00BK", "4826", "sector"), Printed("4826")],
        ["Reporting.ListMeasures"] = [new ListMeasuresRequest()],
        ["Reporting.ListDimensions"] = [new ListDimensionsRequest()],
        ["Reporting.GetComparators"] = [new GetComparatorsRequest { Year = "2024/25" }],
        ["EscalationRisk.ListRisk"] = [new ListRiskRequest(), new ListRiskRequest { Landlord = "4826" }],
        ["EscalationRisk.ExplainRisk"] = [new ExplainRiskRequest { CaseReference = "C00001" }],
        ["EscalationRisk.GetModelCard"] = [new GetModelCardRequest()],
        ["EscalationRisk.RecordFeedback"] = [new RecordFeedbackRequest { CaseReference = "C00001", Action = FeedbackAction.Called }],
        ["EscalationRisk.ListFeedback"] = [new ListFeedbackRequest()],
    };

    private static readonly string[] s_open =
    [
        "Reporting.Query", "Reporting.Compare", "Reporting.ListMeasures", "Reporting.ListDimensions", "Reporting.GetComparators",
    ];

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Analyst)]
    public async Task Nothing_that_somebody_of_one_landlord_is_answered_depends_on_another_s_complaints(Role role)
    {
        TestRows rows = RandomComplaints.Rows(seed: 1, count: 900);
        List<StageRow> fewer = [.. rows.Stages.Where((row, at) => row.LandlordCode.Value == Own || at % 3 == 0)];
        List<string> answers = await AnswersAsync(rows, role);
        List<string> others = await AnswersAsync(
            rows with
            {
                Stages =
                [
                    .. fewer.Select(
                        row => row.LandlordCode.Value == Own ? row : row with { ServiceArea = "Elsewhere", RespondedOn = null }),
                ],
            },
            role);

        Assert.Equal(answers, others);
        Assert.Contains(answers, answer => answer.Contains($"\"{Own}\"", StringComparison.Ordinal));
        Assert.DoesNotContain(answers, answer => answer.Contains("Landlord 4826", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_viewer_is_refused_every_method_that_tells_of_cases_with_what_can_be_done()
    {
        List<string> answers = await AnswersAsync(RandomComplaints.Rows(seed: 1, count: 300), Role.Viewer);
        foreach (string method in s_questions.Keys)
        {
            List<string> own = [.. answers.Where(answer => answer.StartsWith(method + " ", StringComparison.Ordinal))];
            Assert.NotEmpty(own);
            Assert.All(own, answer => Assert.Equal(!s_open.Contains(method), answer.Contains(Denied, StringComparison.Ordinal)));
            Assert.All(own.Where(answer => answer.Contains(Denied, StringComparison.Ordinal)), answer =>
                Assert.Contains("analyst", answer, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_method_of_every_service_is_asked() => Assert.Equal(
        s_services.SelectMany(service => service.Methods.Select(method => $"{service.Name}.{method.Name}")).Order(StringComparer.Ordinal),
        s_questions.Keys.Order(StringComparer.Ordinal));

    private static async Task<List<string>> AnswersAsync(TestRows rows, Role role)
    {
        CancellationToken ct = TestContext.Current.CancellationToken;
        await using TestWarehouse store = await TestWarehouse.CreateAsync();
        await store.LoadAsync(RandomComplaints.CutOff, rows);
        await using ComplaintsHost host = await ComplaintsHost.StartAsync(
            store.Warehouse, new ComplaintsHostOptions { GrpcPort = 0, WebPort = 0, Principals = new Somebody(role) }, ct);
        using GrpcChannel channel = GrpcChannel.ForAddress(host.GrpcAddress);
        var answers = new List<string>();
        foreach ((string method, IMessage[] questions) in s_questions)
        {
            foreach (IMessage question in questions)
            {
                answers.Add($"{method} {question} {await AnswerAsync(channel.CreateCallInvoker(), method, question, ct)}");
            }
        }

        return answers;
    }

    private static async Task<string> AnswerAsync(CallInvoker invoker, string name, IMessage question, CancellationToken ct)
    {
        MethodDescriptor method = s_services.SelectMany(service => service.Methods).Single(one => $"{one.Service.Name}.{one.Name}" == name);
        var call = new Method<IMessage, IMessage>(
            method.IsServerStreaming ? MethodType.ServerStreaming : MethodType.Unary,
            method.Service.FullName,
            method.Name,
            Marshallers.Create(message => message.ToByteArray(), method.InputType.Parser.ParseFrom),
            Marshallers.Create(message => message.ToByteArray(), method.OutputType.Parser.ParseFrom));
        CallOptions options = new(cancellationToken: ct);
        try
        {
            if (!method.IsServerStreaming)
            {
                return $"{await invoker.AsyncUnaryCall(call, null, options, question)}";
            }

            using AsyncServerStreamingCall<IMessage> stream = invoker.AsyncServerStreamingCall(call, null, options, question);
            var parts = new List<string>();
            while (await stream.ResponseStream.MoveNext(ct))
            {
                parts.Add(stream.ResponseStream.Current.ToString()!);
            }

            return string.Join('\n', parts);
        }
        catch (RpcException error)
        {
            return $"{error.StatusCode} {error.Status.Detail}";
        }
    }

    private static ReconcileRequest Printed(params string[] landlords)
    {
        var request = new ReconcileRequest();
        string[] measures = ["stage1_made", "ch01_stage1", "ch02_stage1", "escalation_rate"];
        request.Figures.AddRange(landlords.SelectMany(landlord => measures.Select(measure => new PrintedFigure
        {
            LandlordCode = landlord, Measure = measure, Period = "2024/25", ValueAsPrinted = "50", Set = "table",
        })));
        return request;
    }

    private static Filter Other() => new() { Dimension = "landlord", Values = { "4826" } };

    private static QueryRequest Query(params string[] groupBy) =>
        new() { Measures = { "stage1_made", "escalation_rate" }, Years = { "2024/25" }, GroupBy = { groupBy } };

    private static IEnumerable<QueryRequest> Queries()
    {
        string[][] groups = [[], ["landlord"], ["service_area"], ["landlord", "stock_type"], ["category", "quarter"], ["month"]];
        foreach (string[] group in groups)
        {
            yield return Query(group);
            QueryRequest other = Query(group);
            other.Filters.Add(Other());
            yield return other;
        }

        QueryRequest homes = Query("landlord");
        homes.Measures.Add("ch01_stage1");
        yield return homes;
        QueryRequest unknown = Query();
        unknown.Filters.Add(new Filter { Dimension = "service_area", Values = { "Elsewhere" } });
        yield return unknown;
    }

    private sealed class Somebody(Role role) : IPrincipalProvider
    {
        public bool SignsIn => true;

        public Principal? Find(ServerCallContext context) => new("somebody", LandlordScope.Of(LandlordCode.Parse(Own)), role);
    }
}

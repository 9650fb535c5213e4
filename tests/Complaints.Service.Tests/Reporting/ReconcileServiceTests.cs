using Complaints.Domain.Access;
using Complaints.Domain.Errors;
using Complaints.Measures;
using Complaints.Measures.Output;
using Complaints.Measures.Reconciling;
using Complaints.Protocol.Calls;
using Complaints.Protocol.Reporting;
using Grpc.Core;
using Grpc.Net.Client;
using Wire = Complaints.Protocol.V1;

namespace Complaints.Service.Tests.Reporting;

/// <summary>Printed figures reconciled by the service: what the engine in this process finds, and what is refused.</summary>
public sealed class ReconcileServiceTests(ServedWarehouse served) : IClassFixture<ServedWarehouse>
{
    // landlord, measure, period, value, stock type, filters, numerator, denominator, set, note
    private static readonly string[] s_printed =
    [
        "00BK,stage1_made,2024/25,1,,,,,,far off",
        "00BK,ch02_stage1,2024/25,50%,LCRA,,1,2,,",
        "00BK,CH02_stage1,2024/25 Q1,\u00a350.25,,,,,,",
        "00BK,escalation_rate,2024/25,12.5,,,,,pair,",
        "00BK,upheld_rate_stage1,2024/25,33%,,,,,pair,",
        "00BK,stage1_made,2024/25,40%,,outcome=upheld|partially_upheld;service_area=Repairs,,,,",
        "00BK,stage1_made,2023-11-16..2024-11-15,20 a week,,,,,,",
        "00BK,ch02_stage9,2024/25,9%,,,9,100,,",
        "WCH4,stage1_made,2024/25,9,,,,,,",
        "00BK,ombudsman_cases,2024/25,0,,,,,,",
        "sector,ch01_stage1,2024/25,53.9,,,,,,",
    ];

    [Fact]
    public async Task What_is_found_over_gRPC_is_what_the_engine_finds()
    {
        IReadOnlyList<PrintedFigure> printed = [.. s_printed.Select((row, at) => Read(at + 2, row))];
        Reconciliation here = await new WarehouseFigures(served.Store.Warehouse).ReconcileAsync(
            printed, Principal.Demo, TestContext.Current.CancellationToken);
        Reconciliation there = await served.Client.ReconcileAsync(printed, principal: null, TestContext.Current.CancellationToken);
        Assert.Equal(ReconcileText.Of(here), ReconcileText.Of(there));
        Assert.Equal(ReconcileRows.Csv(here), ReconcileRows.Csv(there));
        Assert.Equal((here.HasRowsHeldBack, here.KnownAtLoad), (there.HasRowsHeldBack, there.KnownAtLoad));
        Assert.Equal(here.Sets, there.Sets);
        // Of each kind of answer there is one.
        Assert.Subset(
            there.Figures.Select(figure => figure.Outcome).ToHashSet(),
            new HashSet<ReconcileOutcome> { ReconcileOutcome.Unexplained, ReconcileOutcome.NoMeasure, ReconcileOutcome.NothingToCompare });
        Assert.Contains(there.Figures, figure => figure.Explanations.Count > 0);
        Assert.Contains(there.Figures, figure => figure.Nearest is not null);
    }

    [Fact]
    public void A_figure_is_read_again_as_it_was_written()
    {
        foreach (string row in s_printed)
        {
            PrintedFigure figure = Read(1, row);
            IReadOnlyList<string> cells = PrintedRow.Write(figure);
            Assert.Equal(row.Split(','), cells);
            Assert.Equal(cells, PrintedRow.Write(new PrintedRow("again", PrintedRow.AllColumns).Read(1, cells)));
        }
    }

    [Fact]
    public async Task The_end_says_in_words_what_the_figures_name_by_id_and_a_figure_without_a_line_has_its_place()
    {
        using GrpcChannel channel = GrpcChannel.ForAddress(served.Address);
        var request = ReconcileMapping.ToWire(s_printed.Select(row => Read(0, row)));
        using AsyncServerStreamingCall<Wire.ReconcileResponse> call = new Wire.Reporting.ReportingClient(channel).Reconcile(
            request, cancellationToken: TestContext.Current.CancellationToken);
        List<Wire.ReconcileResponse> parts = await call.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken).ToListAsync();
        Assert.Equal(Enumerable.Range(1, s_printed.Length), parts.SkipLast(1).Select(part => (int)part.Figure.Line));
        Dictionary<string, string> words = parts[^1].End.Causes.ToDictionary(cause => cause.Id, cause => cause.Words);
        Assert.All(
            parts.SkipLast(1).SelectMany(part => part.Figure.Explanations).SelectMany(way => way.Causes),
            cause => Assert.NotEmpty(words[cause]));
        Assert.NotEmpty(words);
    }

    [Fact]
    public void An_answer_that_was_cut_off_is_none()
    {
        PrintedFigure[] printed = [Read(2, s_printed[0])];
        Wire.ReconciledFigure[] figures = [new() { Line = 2, Outcome = Wire.ReconcileOutcome.Unexplained }];
        Assert.NotNull(ReconcileMapping.FromWire(printed, figures, new Wire.ReconciliationEnd()));
        Assert.Throws<UserException>(() => ReconcileMapping.FromWire(printed, figures, end: null));
        Assert.Throws<UserException>(() => ReconcileMapping.FromWire(printed, [], new Wire.ReconciliationEnd()));
    }

    [Theory]
    [InlineData("00BK,stage1_made,2024,9,,,,,,", "figures:5, column period", "'2024' is not a period")]
    [InlineData("00BK,stage1_made,2024/25,about 9,,,,,,", "figures:5, column value_as_printed", "'about 9' is not a printed number")]
    [InlineData("00 BK,stage1_made,2024/25,9,,,,,,", "figures:5, column landlord_code", "is not a landlord's code")]
    [InlineData("00BK,stage1_made,2024/25,9,,theme,,,,", "figures:5, column filters", "'theme' is not a filter")]
    [InlineData("00BK,,2024/25,9,,,,,,", "figures:5, column measure", "names no measure")]
    public async Task A_figure_that_is_none_is_refused_with_its_place(string row, string where, string what)
    {
        string[] cells = row.Split(',');
        Wire.ErrorDetail error = await RefusedAsync(new Wire.PrintedFigure
        {
            Line = 5, LandlordCode = cells[0], Measure = cells[1], Period = cells[2], ValueAsPrinted = cells[3], Filters = cells[5],
        });
        Assert.Equal(where, error.Where);
        Assert.Contains(what, error.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_figures_and_more_than_a_report_has_are_refused()
    {
        Assert.Contains("no figures", (await RefusedAsync()).What, StringComparison.Ordinal);
        Wire.PrintedFigure one = ReconcileMapping.ToWire([Read(1, s_printed[0])]).Figures[0];
        Wire.ErrorDetail error = await RefusedAsync([.. Enumerable.Repeat(one, Complaints.Domain.Limits.PrintedFiguresPerCall + 1)]);
        Assert.Contains("251 printed figures", error.What, StringComparison.Ordinal);
    }

    private async Task<Wire.ErrorDetail> RefusedAsync(params Wire.PrintedFigure[] figures)
    {
        using GrpcChannel channel = GrpcChannel.ForAddress(served.Address);
        var request = new Wire.ReconcileRequest();
        request.Figures.AddRange(figures);
        using AsyncServerStreamingCall<Wire.ReconcileResponse> call = new Wire.Reporting.ReportingClient(channel).Reconcile(
            request, cancellationToken: TestContext.Current.CancellationToken);
        RpcException error = await Assert.ThrowsAsync<RpcException>(
            () => call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        Assert.Equal(StatusCode.InvalidArgument, error.StatusCode);
        return ErrorStatus.Detail(error)!;
    }

    private static PrintedFigure Read(long line, string row) =>
        new PrintedRow("printed.csv", PrintedRow.AllColumns).Read(line, row.Split(','));
}

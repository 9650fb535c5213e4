using Complaints.Domain.Access;
using Complaints.Domain.Time;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Measures.Tests.Support;
using Complaints.Domain.Code;
using Complaints.Domain.Homes;
using Complaints.Warehouse.Rows;

namespace Complaints.Measures.Tests.Figures;

/// <summary>What was left out and what was open of a ratio of two populations covered one of them.</summary>
public sealed class RatioOfTwoPopulationsTests
{
    [Fact]
    public async Task What_is_left_out_and_what_is_open_is_told_of_both_and_each_is_named()
    {
        await using TestWarehouse store = await TestWarehouse.CreateAsync();
        DateOnly day = new(2024, 6, 3);
        await store.LoadAsync(new DateOnly(2025, 6, 30), new TestRows
        {
            Landlords = [Make.Landlord("A1", "One")],
            Stages =
            [
                Make.Stage("A", "A1", day, day.AddDays(5)),
                Make.Stage("B", "A1", day),
                Make.Stage("C", "A1", day) with { StockType = StockType.Neither },
                Make.Stage("D", "A1", day, stage: Stage.Two),
                Make.Stage("E", "A1", day, stage: Stage.Two) with { StockType = StockType.Neither },
                Make.Stage("F", "A1", day, stage: Stage.Two) with { Status = StageStatus.Refused },
            ],
        });
        FigureTable table = await Ask(store, new FigureQuery { Measures = ["escalation_rate", "ch02_stage1", "upheld_rate_stage1"] });
        Figure rate = table.Figures[0];
        Assert.Equal((1m, 2m), (rate.Numerator, rate.Denominator!.Value));
        Assert.Equal(
            [
                new ExcludedCount("denominator_not_tenant", 1),
                new ExcludedCount("numerator_not_accepted", 1),
                new ExcludedCount("numerator_not_tenant", 1),
            ],
            rate.Excluded);
        Assert.Equal((2L, 1L), (rate.OpenAtCutOff, rate.NumeratorOpenAtCutOff!.Value));
        Assert.All(table.Figures.Skip(1), share =>
        {
            Assert.Equal([new ExcludedCount("not_tenant", 1)], share.Excluded);
            Assert.Null(share.NumeratorOpenAtCutOff);
        });
    }

    private static Task<FigureTable> Ask(TestWarehouse store, FigureQuery query) =>
        new FigureEngine(store.Warehouse).QueryAsync(query, Principal.Demo, TestContext.Current.CancellationToken);
}

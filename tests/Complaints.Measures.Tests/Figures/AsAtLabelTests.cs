using Complaints.Domain.Access;
using Complaints.Domain.Time;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Measures.Tests.Support;

namespace Complaints.Measures.Tests.Figures;

/// <summary>With two sources the label said the older cut-off while the rows ran to the newer.</summary>
public sealed class AsAtLabelTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_figure_asked_for_as_at_its_own_label_is_the_same(bool byLandlord)
    {
        await using TestWarehouse store = await TestWarehouse.CreateAsync();
        await store.LoadAsync(new DateOnly(2024, 8, 31), new TestRows
        {
            Landlords = [Make.Landlord("A1", "One"), Make.Landlord("B2", "Two")],
            Stages =
            [
                Make.Stage("O1", "A1", new DateOnly(2024, 5, 6), new DateOnly(2024, 5, 10)),
                Make.Stage("O2", "A1", new DateOnly(2024, 8, 20)),
                Make.Stage("O3", "B2", new DateOnly(2024, 8, 26)),
            ],
        });
        await store.LoadAsync(new DateOnly(2025, 5, 31), new TestRows
        {
            Stages =
            [
                Make.Stage("N1", "A1", new DateOnly(2024, 8, 28), new DateOnly(2024, 9, 9)),
                Make.Stage("N2", "A1", new DateOnly(2024, 11, 4), new DateOnly(2024, 11, 8)),
            ],
        }, source: "NEW-CRM");
        FigureQuery query = new()
        {
            Measures = ["stage1_made", "ch02_stage1"],
            GroupBy = byLandlord ? ["landlord"] : [],
            Years = [ReportingYear.Parse("2024/25")],
        };
        FigureTable asked = await Ask(store, query);
        foreach (Figure figure in asked.Figures)
        {
            FigureTable again = await Ask(store, query with { AsAt = figure.AsAt });
            Figure same = Assert.Single(
                again.Figures, other => other.Measure == figure.Measure && other.ValueOf("landlord") == figure.ValueOf("landlord"));
            Assert.Equal((figure.Numerator, figure.Denominator, figure.AsAt), (same.Numerator, same.Denominator, same.AsAt));
        }

        Figure first = asked.Figures[0];
        Assert.Equal((new DateOnly(2025, 5, 31), new DateOnly(2024, 8, 31)), (first.AsAt!.Value, first.KnownTo!.Value));
        Assert.Equal(byLandlord ? 4 : 5, first.Numerator);
        Assert.All(
            asked.Figures.Where(figure => figure.ValueOf("landlord") == "B2"),
            figure => Assert.Equal(new DateOnly(2024, 8, 31), figure.AsAt));
    }

    private static Task<FigureTable> Ask(TestWarehouse store, FigureQuery query) =>
        new FigureEngine(store.Warehouse).QueryAsync(query, Principal.Demo, TestContext.Current.CancellationToken);
}

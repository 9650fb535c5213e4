using Complaints.Domain.Access;
using Complaints.Domain.Time;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Measures.Tests.Support;
using Complaints.Warehouse.Loading;

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

    /// <summary>Loads of one source as (extract date, full); the label was always the latest of all extract dates.</summary>
    [Theory]
    [InlineData("2025-06-30 full, 2024-06-10 full", "2024-06-10")]
    [InlineData("2025-06-30 incremental, 2024-06-10 full", "2024-06-10")]
    [InlineData("2025-06-30 full, 2024-06-10 full, 2024-07-01 incremental", "2024-07-01")]
    [InlineData("2025-06-30 full, 2024-06-10 full, 2025-07-01 full", "2025-07-01")]
    // An older period that is added takes nothing away.
    [InlineData("2025-06-30 full, 2024-06-10 incremental", "2025-06-30")]
    [InlineData("2024-06-10 full, 2025-06-30 incremental", "2025-06-30")]
    public async Task A_label_is_the_day_of_the_loads_whose_rows_stand(string loads, string day)
    {
        await using TestWarehouse store = await TestWarehouse.CreateAsync();
        await store.LoadAsync(new DateOnly(2024, 4, 1), new TestRows { Landlords = [Make.Landlord("A1", "One")] });
        foreach (string[] load in loads.Split(", ").Select(load => load.Split(' ')))
        {
            await store.LoadAsync(
                DateOnly.ParseExact(load[0], "yyyy-MM-dd"),
                new TestRows { Stages = [Make.Stage("O1", "A1", new DateOnly(2024, 5, 6))] },
                load[1] == "full" ? LoadMode.Full : LoadMode.Incremental);
        }

        FigureTable asked = await Ask(
            store, new FigureQuery { Measures = ["stage1_made"], GroupBy = ["landlord"], Years = [ReportingYear.Parse("2024/25")] });

        var expected = DateOnly.ParseExact(day, "yyyy-MM-dd");
        Assert.All(asked.Figures, figure => Assert.Equal((expected, expected), (figure.AsAt!.Value, figure.KnownTo!.Value)));
        // What was known before the last load stays as it was.
        FigureTable before = await Ask(
            store,
            new FigureQuery
            {
                Measures = ["stage1_made"],
                GroupBy = ["landlord"],
                Years = [ReportingYear.Parse("2024/25")],
                KnownAtLoad = 2,
            });
        Assert.Equal(DateOnly.ParseExact(loads[..10], "yyyy-MM-dd"), Assert.Single(before.Figures).AsAt);
    }

    private static Task<FigureTable> Ask(TestWarehouse store, FigureQuery query) =>
        new FigureEngine(store.Warehouse).QueryAsync(query, Principal.Demo, TestContext.Current.CancellationToken);
}

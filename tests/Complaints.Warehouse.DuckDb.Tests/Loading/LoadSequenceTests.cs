using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Rows;
using FsCheck;
using FsCheck.Fluent;

namespace Complaints.Warehouse.DuckDb.Tests.Loading;

public class LoadSequenceTests
{
    private static readonly Gen<StageRow[]> s_file =
        from size in Gen.Choose(0, 6)
        from cases in Gen.Choose(1, 8).ListOf(size)
        from days in Gen.Choose(1, 3).ListOf(size)
        select cases
            .Zip(days, (number, day) => Make.Stage($"C{number}", received: $"2024-04-0{day}"))
            .DistinctBy(row => row.CaseReference)
            .ToArray();

    private static readonly Gen<(StageRow[] Rows, LoadMode Mode)[]> s_sequence =
        (from rows in s_file
         from mode in Gen.Elements(LoadMode.Full, LoadMode.Incremental)
         select (rows, mode))
        .ArrayOf(5);

    [Fact]
    public void Any_sequence_of_loads_leaves_what_the_model_says_now_and_as_known_at_each_load() => Prop
        .ForAll(s_sequence.ToArbitrary(), sequence => AgreesAsync(sequence).GetAwaiter().GetResult())
        .Check(Config.QuickThrowOnFailure.WithMaxTest(6));

    private static async Task<bool> AgreesAsync((StageRow[] Rows, LoadMode Mode)[] sequence)
    {
        await using TestWarehouse warehouse = await TestWarehouse.CreateAsync();
        await warehouse.LoadAsync<LandlordRow>([Make.Landlord("A1")], LoadMode.Incremental);
        var model = new LoadModel();
        foreach ((StageRow[] rows, LoadMode mode) in sequence)
        {
            Assert.Equal(model.Load(rows, mode), await warehouse.LoadAsync<StageRow>(rows, mode));
        }

        for (int load = 0; load < model.AfterLoad.Count; load++)
        {
            Assert.Equal(
                model.AfterLoad[load].OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}|{pair.Value}"),
                await warehouse.RowsAsync(
                    """
                    SELECT case_reference, CAST(received_on AS VARCHAR)
                    FROM fact_stage
                    WHERE recorded_from_load <= $p0 AND recorded_to_load > $p0
                    ORDER BY 1
                    """,
                    load + 1));
        }

        return true;
    }
}

using Complaints.Measures.Tests.Support;

namespace Complaints.Measures.Tests.Facts;

/// <summary>One warehouse of random complaints and of the records around them, shared by the tests that only read.</summary>
public sealed class SeededRecords : IAsyncLifetime
{
    private const int Seed = 20_251_129;

    public TestWarehouse Store { get; private set; } = null!;

    public FigureEngine Engine { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Store = await TestWarehouse.CreateAsync();
        await Store.LoadAsync(RandomComplaints.CutOff, RandomComplaints.Rows(Seed, count: 4_000) with
        {
            Contacts = RandomRecords.Contacts(Seed, 1_500),
            Actions = RandomRecords.Actions(Seed, 1_500),
            Residents = RandomRecords.Residents(Seed, 900),
        });
        await Store.WriteAsync(RandomRecords.Sql(Seed, 700));
        Engine = new FigureEngine(Store.Warehouse);
    }

    public async ValueTask DisposeAsync() => await Store.DisposeAsync();
}

namespace Complaints.Measures.Tests.Support;

/// <summary>One warehouse of 4,000 random stages, shared by the tests that only read.</summary>
public sealed class SeededWarehouse : IAsyncLifetime
{
    public TestWarehouse Store { get; private set; } = null!;

    public FigureEngine Engine { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Store = await TestWarehouse.CreateAsync();
        await Store.LoadAsync(RandomComplaints.CutOff, RandomComplaints.Rows(seed: 20_250_414, count: 4_000));
        Engine = new FigureEngine(Store.Warehouse);
    }

    public async ValueTask DisposeAsync() => await Store.DisposeAsync();
}

using Complaints.Measures.Tests.Support;
using Complaints.Protocol.Reporting;
using Complaints.Service.Hosting;

namespace Complaints.Service.Tests.Reporting;

/// <summary>A warehouse of 500 random stages, served on loopback, with a client.</summary>
public sealed class ServedWarehouse : IAsyncLifetime
{
    private ComplaintsHost _host = null!;

    public TestWarehouse Store { get; private set; } = null!;

    public ReportingClient Client { get; private set; } = null!;

    public Uri Address => _host.GrpcAddress;

    public async ValueTask InitializeAsync()
    {
        Store = await TestWarehouse.CreateAsync();
        await Store.LoadAsync(RandomComplaints.CutOff, RandomComplaints.Rows(seed: 1, count: 500));
        _host = await ComplaintsHost.StartAsync(
            Store.Warehouse, new ComplaintsHostOptions { GrpcPort = 0, WebPort = 0 }, CancellationToken.None);
        Client = new ReportingClient(_host.GrpcAddress);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.DisposeAsync();
        await Store.DisposeAsync();
    }
}

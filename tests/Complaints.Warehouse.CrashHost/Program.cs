using System.Globalization;
using Complaints.Warehouse;
using Complaints.Warehouse.CrashHost;
using Complaints.Warehouse.DuckDb;

// Writes until it is killed: loads alone, or with a seed every writing command in an order of chance, beside another process that does too.
string folder = args[0];
int rows = int.Parse(args[1], CultureInfo.InvariantCulture);
await using IWarehouse warehouse = WarehouseFactory.Open(WarehouseLocation.Parse(folder), TimeProvider.System);
if (args.Length > 2)
{
    await new WritingCommands(warehouse, folder, rows, int.Parse(args[2], CultureInfo.InvariantCulture)).RunAsync();
    return;
}

await warehouse.MigrateAsync(CancellationToken.None);
Console.WriteLine("ready");
while (true)
{
    int load = await Restatement.LoadAsync(warehouse, rows);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"published {load}"));
}

using System.Globalization;
using BenchmarkDotNet.Running;
using Complaints.Benchmarks.Ratios;

// dotnet run -c Release --project benchmarks/Complaints.Benchmarks              every comparison, as ratios
// dotnet run -c Release --project benchmarks/Complaints.Benchmarks -- small     the same on a tenth of the rows
// dotnet run -c Release --project benchmarks/Complaints.Benchmarks -- query     the questions alone, over ten million stages
// dotnet run -c Release --project benchmarks/Complaints.Benchmarks -- trees     the trees alone
// dotnet run -c Release --project benchmarks/Complaints.Benchmarks -- micro     small pieces, by BenchmarkDotNet
return args switch
{
    ["child", LoadComparison.Ours, string sample] => await Child(LoadComparison.OursAsync(sample)),
    ["child", LoadComparison.Peer, string csv] => await Child(LoadComparison.PeerAsync(csv)),
    ["child", QueryComparison.Ours, string warehouse, string name] => await Child(QueryComparison.OursAsync(warehouse, name)),
    ["child", QueryComparison.Peer, string warehouse, string name] => await Child(QueryComparison.PeerAsync(warehouse, name)),
    ["micro", ..] => Micro(args[1..]),
    ["trees"] => await Trees(),
    ["query"] => await Query(10_000_000),
    ["small"] => await Ratios(100_000, 1_000_000),
    [] => await Ratios(1_000_000, 10_000_000),
    _ => Usage(),
};

static async Task<int> Child(Task work)
{
    await work;
    return 0;
}

static async Task<int> Ratios(int loadRows, int queryRows)
{
    string folder = Samples();
    RatioTable.Print(string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} processors; samples are kept in {folder}"));
    await LoadComparison.RunAsync(folder, loadRows);
    await QueryComparison.RunAsync(folder, queryRows);
    RatioTable.Print("");
    return await Trees();
}

static async Task<int> Query(int rows)
{
    await QueryComparison.RunAsync(Samples(), rows);
    return 0;
}

static string Samples() => Path.Combine(Path.GetTempPath(), "complaints-benchmarks");

static async Task<int> Trees()
{
    await Complaints.Benchmarks.Escalation.XgBoostComparison.RunAsync(Console.Out);
    Complaints.Benchmarks.Escalation.PackageComparisons.Run(Console.Out);
    return 0;
}

static int Micro(string[] arguments)
{
    BenchmarkSwitcher.FromAssembly(typeof(RatioTable).Assembly).Run(arguments);
    return 0;
}

static int Usage()
{
    RatioTable.Print("usage: [small | query | trees | micro]");
    return 2;
}

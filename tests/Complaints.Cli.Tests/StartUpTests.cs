using System.Diagnostics;
using System.Text;
using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests;

/// <summary>Help once took the time of loading ML.NET, because its text named the learners.</summary>
public sealed class StartUpTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("risk", "train", "--help")]
    public async Task Help_loads_neither_learners_nor_the_engine(params string[] arguments)
    {
        using TemporaryFolder folder = new();
        ProcessStartInfo start = new("dotnet", [CommandLineRun.Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_EnableEventPipe"] = "1";
        start.Environment["DOTNET_EventPipeConfig"] = "Microsoft-Windows-DotNETRuntime:0x8:4";
        start.Environment["DOTNET_EventPipeOutputPath"] = folder["loaded.nettrace"];
        using Process process = Process.Start(start)!;
        await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        string loaded = Encoding.Latin1.GetString(
            await File.ReadAllBytesAsync(folder["loaded.nettrace"], TestContext.Current.CancellationToken)).Replace("\0",
            "",
            StringComparison.Ordinal);
        Assert.Contains("System.CommandLine", loaded, StringComparison.Ordinal);
        foreach (string heavy in (string[])["Microsoft.ML", "DuckDB.NET", "Complaints.Warehouse.DuckDb", "Microsoft.AspNetCore", "Grpc."])
        {
            Assert.DoesNotContain(heavy, loaded, StringComparison.Ordinal);
        }
    }
}

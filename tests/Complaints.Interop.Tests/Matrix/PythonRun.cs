namespace Complaints.Interop.Tests.Matrix;

/// <summary>Debian's python3-grpcio, with stubs that stock protoc makes from the same contracts.</summary>
public sealed class PythonRun : ClientRun
{
    // Debian's own: another python3 on the path does not see its packages.
    private const string Python = "/usr/bin/python3";
    private const string Protoc = "/usr/bin/protoc";
    private const string Plugin = "/usr/bin/grpc_python_plugin";

    private static string Folder => Path.Combine(Sources, "python");

    // "grpc" is also the name of the installed package, so the stubs must not be a package of that name on the path:
    // they keep out of its way below a folder of their own.
    private static string Stubs => Path.Combine(AppContext.BaseDirectory, "python-stubs");

    protected override async Task<string?> PrepareAsync()
    {
        string? missing = new[] { Python, Protoc, Plugin }.FirstOrDefault(path => !File.Exists(path));
        if (missing is not null)
        {
            return $"{missing} is not on this machine (Debian: python3-grpcio, protobuf-compiler, protobuf-compiler-grpc).";
        }

        (int exitCode, _, _) = await Tool.RunAsync(Python, Folder, "-c", "import grpc, google.protobuf");
        if (exitCode != 0)
        {
            return "Debian's python3-grpcio is not on this machine.";
        }

        await MakeStubsAsync();
        return null;
    }

    protected override Task<(int ExitCode, string Output, string Errors)> StartAsync(string[] arguments) =>
        Tool.RunAsync(Python, Folder, ["-B", "main.py", "--stubs", Stubs, .. arguments]);

    private static async Task MakeStubsAsync()
    {
        Directory.CreateDirectory(Stubs);
        await MakeStubsAsync($"--descriptor_set_in={await StockContracts.WriteAsync(Stubs)}", StockContracts.Files);
        await MakeStubsAsync($"-I{ProbeProtos}", ["probe.proto"]);
    }

    private static async Task MakeStubsAsync(string source, IEnumerable<string> contracts)
    {
        (int exitCode, _, string errors) = await Tool.RunAsync(
            Protoc,
            Folder,
            [$"--plugin=protoc-gen-grpc_python={Plugin}", $"--python_out={Stubs}", $"--grpc_python_out={Stubs}", source, .. contracts]);
        Xunit.Assert.True(exitCode == 0, errors);
    }
}

using System.Text.Json;
using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests;

/// <summary>Debian's python3-grpcio, with stubs that stock protoc makes from <c>protos/</c>.</summary>
internal static class PythonClient
{
    // Debian's own: another python3 on the path does not see its packages.
    private const string Python = "/usr/bin/python3";
    private const string Protoc = "/usr/bin/protoc";
    private const string Plugin = "/usr/bin/grpc_python_plugin";

    public static bool IsRequired => Environment.GetEnvironmentVariable("COMPLAINTS_INTEROP") == "required";

    /// <summary>Why it cannot run here; null when it can.</summary>
    public static string? Missing { get; } = ((string[])[Python, Protoc, Plugin, "/usr/lib/python3/dist-packages/grpc"])
        .Where(path => !Path.Exists(path))
        .Select(path => $"{path} is not on this machine (Debian: python3-grpcio, protobuf-compiler, protobuf-compiler-grpc)")
        .FirstOrDefault();

    /// <summary>The figures as the script prints them: one line each, every part a text.</summary>
    public static async Task<string[]> QueryAsync(string address)
    {
        using TemporaryFolder stubs = new();
        string protos = Path.Combine(AppContext.BaseDirectory, "protos");
        (await CommandLineRun.RunAsync(
            Protoc,
            stubs.Path,
            $"--plugin=protoc-gen-grpc_python={Plugin}",
            $"--python_out={stubs.Path}",
            $"--grpc_python_out={stubs.Path}",
            $"-I{protos}",
            "complaints/v1/reporting.proto")).Expect(0);
        string script = Path.Combine(AppContext.BaseDirectory, "Python", "reporting_client.py");
        ProcessResult run = (
            await CommandLineRun.RunAsync(Python, stubs.Path, "-B", script, stubs.Path, new Uri(address).Authority)).Expect(0);
        return run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The command line's JSON in the same shape.</summary>
    public static string[] Shape(string json)
    {
        using JsonDocument figures = JsonDocument.Parse(json);
        return
        [
            .. figures.RootElement.EnumerateArray().Select(figure => string.Join(
                '|',
                (
                    (string[])
                    [
                        "landlord", "landlord_name", "stock_type", "reporting_year", "measure", "numerator", "denominator", "value",
                        "display",
                    ])
                    .Select(field => Text(figure.GetProperty(field))))),
        ];
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };
}

namespace Complaints.Interop.Tests.Matrix;

/// <summary>@grpc/grpc-js on Node.js.</summary>
public sealed class JavaScriptRun : ClientRun
{
    private static string Folder => Path.Combine(Sources, "javascript");

    protected override Task<string?> PrepareAsync() => Task.FromResult(
        Tool.Find("node") is null ? "Node.js is not on this machine."
        : !Directory.Exists(Path.Combine(Folder, "node_modules", "@grpc", "grpc-js")) ? $"@grpc/grpc-js is not in {Folder}."
        : null);

    protected override Task<(int ExitCode, string Output, string Errors)> StartAsync(string[] arguments) =>
        Tool.RunAsync(Tool.Find("node")!, Folder, ["main.mjs", .. arguments]);
}

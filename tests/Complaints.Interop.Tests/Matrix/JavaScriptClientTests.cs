namespace Complaints.Interop.Tests.Matrix;

public sealed class JavaScriptClientTests(JavaScriptRun run) : IClassFixture<JavaScriptRun>
{
    public static TheoryData<string> Cases => [.. MatrixCases.OfEveryClient, "deadline_kept_by_server", "gzip_on_the_wire"];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_javascript_client_finds_what_grpc_promises(string name) => run.Assert(name);
}

namespace Complaints.Interop.Tests.Matrix;

public sealed class PythonClientTests(PythonRun run) : IClassFixture<PythonRun>
{
    public static TheoryData<string> Cases => [.. MatrixCases.OfEveryClient];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_python_client_finds_what_grpc_promises(string name) => run.Assert(name);
}

namespace Complaints.Samples.Tests;

/// <summary>
/// The sector sample of 2024/25, made once for all tests that read it; where the workbook is absent, each of them is skipped.
/// </summary>
public sealed class TsmSampleFixture : IDisposable
{
    private readonly SampleTestFolder _folder = new();
    private Task? _made;

    internal async Task<SampleTestFolder> Year2024Async()
    {
        await (_made ??= TsmSampleTests.Generate(2025, _folder.Path));
        return _folder;
    }

    public void Dispose() => _folder.Dispose();
}

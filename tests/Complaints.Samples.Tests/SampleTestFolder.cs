using System.Security.Cryptography;

namespace Complaints.Samples.Tests;

/// <summary>A folder that goes away with the test.</summary>
internal sealed class SampleTestFolder : IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(
        System.IO.Path.GetTempPath(), "complaints-sample-" + System.IO.Path.GetRandomFileName());

    /// <summary>File name → hash of its bytes.</summary>
    public IReadOnlyDictionary<string, string> Hashes() => Directory.GetFiles(Path)
        .ToDictionary(file => System.IO.Path.GetFileName(file), file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))));

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}

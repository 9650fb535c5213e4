namespace Complaints.Domain.Storage;

/// <summary>
/// A file that is still being made, under a name of its own beside the one it gets, so that two writers never share a half-written one. It
/// is gone where it was not finished.
/// </summary>
internal sealed class UnfinishedFile(string target) : IDisposable
{
    /// <summary>Where to write it.</summary>
    internal string Path { get; } = $"{target}.{System.IO.Path.GetRandomFileName()}{DurableFile.Unfinished}";

    /// <summary>Gives it its name, in one step.</summary>
    /// <exception cref="IOException">There is one of that name, and it is not to be replaced.</exception>
    internal void Finish(bool overwrite) => File.Move(Path, target, overwrite);

    /// <inheritdoc/>
    public void Dispose() => File.Delete(Path);
}

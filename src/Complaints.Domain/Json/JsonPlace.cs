namespace Complaints.Domain.Json;

/// <summary>Where a value stands: for errors that an editor can jump to.</summary>
/// <param name="File">The file's path.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Path">JSON path, such as <c>$.columns.stage.codes</c>.</param>
public sealed record JsonPlace(string File, int Line, string Path)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{File}:{Line} {Path}");
}

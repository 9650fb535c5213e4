namespace Complaints.Etl.Extract.Text;

/// <summary>What one pass over a text file's bytes found out; enough to choose the encoding before the first row is read.</summary>
internal sealed record TextFacts
{
    /// <summary>The first bytes, for byte order marks and for sniffing.</summary>
    public required byte[] Head { get; init; }

    public required long Bytes { get; init; }

    /// <summary>Line breaks.</summary>
    public required long Lines { get; init; }

    /// <summary>Whether all bytes are well-formed UTF-8.</summary>
    public required bool IsUtf8 { get; init; }

    /// <summary>
    /// Whether all is well-formed but for a character begun in the last bytes. Never where only those bytes are not ASCII: they are as
    /// likely the last letter of a Windows-1252 file.
    /// </summary>
    public required bool EndsInsideCharacter { get; init; }

    /// <summary>The line of the first byte that is not UTF-8; 0 when there is none.</summary>
    public required long FirstBadLine { get; init; }

    public required long EvenNuls { get; init; }

    public required long OddNuls { get; init; }

    /// <summary>The line of the first NUL byte; 0 when there is none.</summary>
    public required long FirstNulLine { get; init; }

    /// <summary>Whether a byte occurs that Windows-1252 gives no character.</summary>
    public required bool HasUndefined1252 { get; init; }

    /// <summary>Whether a control character other than tab, line and page break occurs.</summary>
    public required bool HasControls { get; init; }

    /// <summary>Whether the last byte or bytes are a line break.</summary>
    public required bool EndsWithLineBreak { get; init; }

    /// <summary>SHA-256 of the bytes as they lie on disk (before unpacking).</summary>
    public required string Sha256 { get; init; }
}

namespace Complaints.Etl.Rsh;

/// <summary>What a workbook of the regulator may hold at most: about ten times what the two known ones hold.</summary>
internal static class RshLimits
{
    /// <summary>Bytes of the file; the known ones have 0.7 MB.</summary>
    public const long Bytes = 32L * 1024 * 1024;

    /// <summary>Bytes of one unpacked part and of all parts together; the known ones unpack to 4.6 MB.</summary>
    public const long UnpackedBytes = 128L * 1024 * 1024;

    /// <summary>Rows of a sheet; the known ones have up to 408 (every English provider would be about 1,600).</summary>
    public const int Rows = 20_000;

    /// <summary>Columns of a sheet; the known ones have up to 110.</summary>
    public const int Columns = 1_000;
}

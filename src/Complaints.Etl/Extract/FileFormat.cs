namespace Complaints.Etl.Extract;

/// <summary>What kind of file a table is read from.</summary>
public enum FileFormat
{
    /// <summary>Decide by the file's content; its name must not contradict it.</summary>
    Auto = 0,

    /// <summary>Text with a delimiter, sniffed among comma, semicolon, tab and bar unless the mapping gives it.</summary>
    Csv,

    /// <summary>Text with tabs.</summary>
    Tsv,

    /// <summary>An Office Open XML workbook.</summary>
    Xlsx,

    /// <summary>An Apache Parquet file.</summary>
    Parquet,
}

using Complaints.Domain.Code;

namespace Complaints.Warehouse.Rows.Layouts;

/// <summary>The columns of a row type in their order, all but the source row, which every row has.</summary>
/// <typeparam name="TRow">The row type.</typeparam>
internal abstract class RowLayout<TRow>
    where TRow : IWarehouseRow
{
    /// <summary>Name of the staging table.</summary>
    public abstract string StagingTable { get; }

    /// <summary>Hands every column to the sink; always the same columns in the same order.</summary>
    public abstract void Write<TSink>(TRow row, ref TSink sink)
        where TSink : struct, IColumnSink;

    /// <summary>Hash over the business columns: two rows with the same hash say the same.</summary>
    public ulong Hash(TRow row, RowHash hash)
    {
        hash.Reset();
        var sink = new HashSink(hash);
        Write(row, ref sink);
        return hash.Value();
    }
}

/// <summary>
/// Takes the columns of a row one by one. A layout is written once and serves the staging table's definition, the hash and every
/// engine's bulk writer.
/// </summary>
internal interface IColumnSink
{
    void Text(string column, string? value, bool hashed = true);

    void Date(string column, DateOnly? value, bool hashed = true);

    void Integer(string column, int? value, bool hashed = true);

    void Long(string column, long? value);

    void Flag(string column, bool? value);

    void Decimal(string column, decimal? value, int scale);
}

/// <summary>The open ends of a validity in the warehouse.</summary>
internal static class Validity
{
    /// <summary>"Since ever".</summary>
    public static readonly DateOnly Start = new(1900, 1, 1);

    /// <summary>"Still".</summary>
    public static readonly DateOnly End = new(9999, 12, 31);
}

/// <summary>The codes of enumerated columns as they stand in the tables.</summary>
internal static class RowCodes
{
    public static string Of(StageStatus status) => status switch
    {
        StageStatus.Accepted => "accepted",
        StageStatus.Refused => "refused",
        StageStatus.Withdrawn => "withdrawn",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a status of a stage."),
    };

    public static string Of(LandlordAssignment assignment) => assignment switch
    {
        LandlordAssignment.Direct => "direct",
        LandlordAssignment.Exact => "exact",
        LandlordAssignment.Normalised => "normalised",
        LandlordAssignment.Uprn => "uprn",
        LandlordAssignment.Reviewed => "reviewed",
        _ => throw new ArgumentOutOfRangeException(nameof(assignment), assignment, "Not a way of finding a landlord."),
    };

    public static string Of(InTimeBasis basis) => basis switch
    {
        InTimeBasis.Standard => "standard",
        InTimeBasis.Extension => "extension",
        InTimeBasis.Late => "late",
        InTimeBasis.Open => "open",
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, "Not a basis of in-time."),
    };
}

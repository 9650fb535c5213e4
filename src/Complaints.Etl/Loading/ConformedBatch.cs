using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Loading;

/// <summary>Rows that came out of Conform together.</summary>
/// <typeparam name="TRow">Their type.</typeparam>
/// <param name="Rows">The sound rows.</param>
/// <param name="HeldBack">The rows held back.</param>
/// <param name="Read">Rows of the extract that went in, without those that the mapping leaves out.</param>
internal sealed record ConformedBatch<TRow>(List<TRow> Rows, List<QuarantineRow> HeldBack, int Read)
    where TRow : IWarehouseRow;

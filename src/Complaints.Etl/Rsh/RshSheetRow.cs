namespace Complaints.Etl.Rsh;

/// <summary>One landlord's row of a sheet.</summary>
internal readonly record struct RshSheetRow(RshSheet Sheet, int Row, RshCell[] Cells)
{
    public RshCell this[int column] => column <= Cells.Length ? Cells[column - 1] : RshCell.From(null, Row, column);
}

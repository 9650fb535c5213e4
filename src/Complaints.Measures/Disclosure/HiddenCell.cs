namespace Complaints.Measures.Disclosure;

/// <summary>
/// A cell of a block: where it stands, what it counts, and how far its number could be another as far as a reader can tell.
/// </summary>
/// <param name="Row">Its row.</param>
/// <param name="Column">Its column.</param>
/// <param name="Count">What it counts.</param>
/// <param name="CanRise">Whether one more would contradict nothing that is shown.</param>
/// <param name="CanFall">Whether one less would.</param>
/// <param name="Left">What it leaves of the part that holds it, in this cell; null where none does.</param>
/// <param name="IsLeftKnown">Whether that part's own number of the cell is shown.</param>
internal sealed record HiddenCell(
    string Row, string Column, long Count, bool CanRise, bool CanFall, long? Left = null, bool IsLeftKnown = false);

namespace Complaints.Etl.Conform;

/// <summary>The mark in the place of a cell that the quarantine does not keep, because it could name or identify a resident.</summary>
internal static class Withheld
{
    internal const string Mark = "[withheld]";
}

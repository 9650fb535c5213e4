namespace Complaints.Warehouse.Rows.Layouts;

/// <summary>The open ends of a validity in the warehouse.</summary>
internal static class Validity
{
    /// <summary>"Since ever".</summary>
    public static readonly DateOnly Start = new(1900, 1, 1);

    /// <summary>"Still".</summary>
    public static readonly DateOnly End = new(9999, 12, 31);
}

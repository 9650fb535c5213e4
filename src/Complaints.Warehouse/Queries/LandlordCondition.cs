using Complaints.Domain.Access;

namespace Complaints.Warehouse.Queries;

/// <summary>
/// Who may see what, in SQL: the one condition that figures, comparators and the risk list carry. Rows of other landlords never leave the
/// engine, so that no surface can forget to leave them out.
/// </summary>
public static class LandlordCondition
{
    /// <summary>Holds for every row.</summary>
    public const string Always = "1 = 1";

    /// <summary>Holds for no row.</summary>
    public const string Never = "1 = 0";

    /// <summary>The condition on rows that belong to a landlord.</summary>
    /// <param name="scope">What the reader may see.</param>
    /// <param name="column">The column with the landlord's code, as an expression.</param>
    /// <param name="parameter">Takes a value and gives the text that stands for it.</param>
    public static string Of(LandlordScope scope, string column, Func<object, string> parameter)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(parameter);
        return scope.IsAll ? Always
            : scope.IsNone ? Never
            : $"{column} IN ({string.Join(", ", scope.Codes.Select(parameter))})";
    }

    /// <summary>
    /// The condition on rows that are public, such as what regulators publish: for everybody who may see anything at all.
    /// </summary>
    public static string OfPublic(LandlordScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return scope.IsNone ? Never : Always;
    }
}

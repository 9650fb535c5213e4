using Complaints.Domain.Homes;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Conform;

/// <summary>Tells whose a row is. Conforming asks; how it is answered, through registers and people's decisions, is Assign's.</summary>
internal interface ILandlordAssigner
{
    /// <summary>Whose figures the row last assigned could belong to; none means anybody's.</summary>
    /// <param name="dayIsKnown">Whether the row's day tells on which day its home counts.</param>
    IReadOnlyList<WorklistCandidate> Candidates(bool dayIsKnown);

    /// <summary>The landlord that the row last assigned names, whether it was loaded or not; null where none could be read.</summary>
    LandlordCode? Stated { get; }

    /// <summary>Forgets the row before.</summary>
    void Begin();

    /// <returns>The assignment, or null with a fault in the row.</returns>
    Assignment? Assign(RowInHand scope, DateOnly? day);
}

using Complaints.Domain.Errors;

namespace Complaints.Measures.Queries;

/// <summary>
/// What residents are is special category data: it is told in figures that hide small numbers from every role, and of no case and no
/// person.
/// </summary>
internal static class SpecialCategory
{
    /// <summary>The first dimension of the kind that a question groups or filters by; null where there is none.</summary>
    internal static Dimension? In(FigureQuery query) => query.GroupBy
        .Concat(query.Filters.Select(filter => filter.Dimension))
        .Select(Dimensions.Find)
        .FirstOrDefault(dimension => dimension.IsOfResident);

    /// <summary>Refuses it for what tells of single cases.</summary>
    /// <param name="query">The question.</param>
    /// <param name="what">What is asked for: "A list of cases".</param>
    /// <exception cref="UserException">The question groups or filters by such a dimension.</exception>
    internal static void Refuse(FigureQuery query, string what)
    {
        if (In(query) is Dimension dimension)
        {
            throw new UserException(
                $"{what} is not told by '{dimension.Id}': what residents are is special category data, and is shown in figures alone, with small numbers hidden from every role.",
                where: "group by or filter",
                expected: "dimensions that tell nothing of a person",
                fix: $"leave '{dimension.Id}' out, or ask for the figure: 'complaints query'");
        }
    }
}

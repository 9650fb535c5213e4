using Complaints.Domain.Time;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Reconciling;

/// <summary>A landlord's homes by stock type and reporting year.</summary>
internal sealed class Homes
{
    private readonly Dictionary<(string StockType, int Year), decimal> _homes = [];

    /// <summary>The homes of an answer of figures per 1,000 homes, by stock type and year.</summary>
    internal Homes(FigureTable table)
    {
        foreach (Figure figure in table.Figures)
        {
            int year = ReportingYear.Parse(figure.ValueOf(Dimensions.ReportingYear.Id)).StartYear;
            _homes[(figure.ValueOf(Dimensions.StockType.Id) ?? "", year)] = figure.Denominator ?? 0m;
        }
    }

    /// <summary>Those of the stock types that have homes in a year: complaints of others cannot be divided by any.</summary>
    internal IReadOnlyList<string> Known(IEnumerable<string> stockTypes, int year) =>
        [.. stockTypes.Where(type => _homes.GetValueOrDefault((type, year)) > 0)];

    /// <summary>How many there are.</summary>
    internal decimal Of(IEnumerable<string> stockTypes, int year) => stockTypes.Sum(type => _homes.GetValueOrDefault((type, year)));
}

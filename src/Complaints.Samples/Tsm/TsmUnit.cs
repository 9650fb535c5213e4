using Complaints.Domain.Homes;
using Complaints.Etl.Rsh;

namespace Complaints.Samples.Tsm;

/// <summary>One landlord and one stock type: what the generated cases must add up to.</summary>
internal sealed record TsmUnit(RshLandlord Landlord, PublishedStockType StockType, int Homes, TsmStageCounts One, TsmStageCounts Two)
{
    /// <summary>The share answered in time where the regulator published none; roughly the sector's (docs/domain.md §5.1).</summary>
    private const decimal UnpublishedInTime = 0.8m;

    /// <summary>Reads a return; what cannot be equal to the publication is said in <paramref name="notes"/>.</summary>
    public static TsmUnit? From(RshReturn r, List<string> notes)
    {
        if (r.StockType == PublishedStockType.Combined || !r.IsReported)
        {
            return null;
        }

        string name = $"{r.Landlord.Code} {StockTypes.Code(r.StockType)}";
        if (r.Stage1.Homes.Number is not decimal homes || r.Stage1.Made.Number is null)
        {
            notes.Add($"{name}: left out, its stage 1 complaints or homes are not published.");
            return null;
        }

        if (r.Stage2.Homes.Number is decimal other && other != homes)
        {
            notes.Add($"{name}: returned {homes} homes for stage 1 and {other} for stage 2; the sample has {homes}.");
        }

        TsmStageCounts one = Counts(r.Stage1, $"{name} stage 1", notes);
        TsmStageCounts two = Counts(r.Stage2, $"{name} stage 2", notes);
        return new TsmUnit(r.Landlord, r.StockType, Whole(homes), one, two);
    }

    private static TsmStageCounts Counts(RshStageFigures figures, string name, List<string> notes)
    {
        int made = Whole(figures.Made.Number ?? 0);
        if (figures.InTime.Number is not decimal inTime)
        {
            if (made > 0)
            {
                notes.Add($"{name}: in-time answers are not published ({figures.InTime.Printed}); {UnpublishedInTime:P0} of them are in "
                    + "time in the sample.");
            }

            return new TsmStageCounts(made, (int)(made * UnpublishedInTime), 0);
        }

        if (figures.Ch02Base.Number != figures.Made.Number)
        {
            notes.Add($"{name}: returned {figures.Made.Printed} made but divided by {figures.Ch02Base.Printed}; the sample divides by "
                + "those made.");
        }

        if (inTime > made)
        {
            notes.Add($"{name}: returned {inTime} in time of {made} made; in the sample all are in time.");
            inTime = made;
        }

        int extension = Math.Min(Whole(figures.InTimeExtension?.Number ?? 0), (int)inTime);
        return new TsmStageCounts(made, Whole(inTime) - extension, extension);
    }

    private static int Whole(decimal count) => decimal.ToInt32(decimal.Round(count));
}

using Complaints.Domain;
using Complaints.Domain.Access;
using Complaints.Domain.Errors;
using Complaints.Domain.Text;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Measures.Reconciling;
using Complaints.Warehouse;

namespace Complaints.Measures;

/// <summary>
/// Finds for printed figures the way of counting that gives them. Every way is a variant of the measure's own definition, planned and
/// counted as any figure is, in one state of the warehouse.
/// </summary>
/// <param name="warehouse">The warehouse; not disposed.</param>
/// <param name="figures">Answers the figures.</param>
internal sealed class ReconcileEngine(IWarehouse warehouse, FigureEngine figures)
{
    private const string NoValue = "No complaints of the landlord that may be seen give it a value.";

    /// <summary>Holds printed figures against those of the warehouse.</summary>
    /// <exception cref="UserException">There are too many, or no warehouse.</exception>
    internal async Task<Reconciliation> ReconcileAsync(IReadOnlyList<PrintedFigure> printed, Principal? principal, CancellationToken ct)
    {
        RequireFew(printed.Count);
        ISnapshot snapshot = await warehouse.OpenSnapshotAsync(ct).ConfigureAwait(false);
        await using (snapshot.ConfigureAwait(false))
        {
            var reader = new ReconcileReader(figures, snapshot, principal);
            var sector = new SectorReader(figures.Catalogue, snapshot, principal);
            var read = new List<(FigureReadings?, ReconciledFigure?)>(printed.Count);
            foreach (PrintedFigure figure in printed)
            {
                // What was counted for another figure is not read again, so nothing below may look whether the caller still waits.
                ct.ThrowIfCancellationRequested();
                read.Add(figure.Landlord is null
                    ? (null, await sector.AnswerAsync(figure, ct).ConfigureAwait(false))
                    : await ReadAsync(reader, figure, ct).ConfigureAwait(false));
            }

            return await BuildAsync(reader, printed, read, ct).ConfigureAwait(false);
        }
    }

    // The readings of a figure, or what is answered where there can be none.
    private async Task<(FigureReadings? Reading, ReconciledFigure? Answer)> ReadAsync(
        ReconcileReader reader, PrintedFigure printed, CancellationToken ct)
    {
        if (Measure(printed) is not MeasureDefinition measure)
        {
            return (null, Answer.Of(
                printed,
                ReconcileOutcome.NoMeasure,
                null,
                $"The catalogue has no measure '{printed.Measure}'{NearestNames.DidYouMean(printed.Measure, figures.Catalogue.Ids)}."));
        }

        if (Unaskable(printed, measure) is string whyNot)
        {
            return (null, Answer.Of(printed, ReconcileOutcome.NothingToCompare, measure, whyNot));
        }

        try
        {
            return (await ReadAsync(reader, printed, measure, ct).ConfigureAwait(false), null);
        }
        catch (UserException error) when (!Grouping.Of(measure).IsInGroups)
        {
            // A question of one part is refused where nothing has the part's value; the other figures of the file are answered.
            return (null, Answer.Of(printed, ReconcileOutcome.NothingToCompare, measure, error.What));
        }
    }

    private static async Task<FigureReadings> ReadAsync(
        ReconcileReader reader, PrintedFigure printed, MeasureDefinition measure, CancellationToken ct)
    {
        IReadOnlyList<MeasureVariant> variants = reader.Variants(measure);
        var counted = new List<(Frame, IReadOnlyList<Window>, VariantCells)>();
        foreach (Frame frame in Frame.Of(printed, measure))
        {
            foreach ((CellRequest request, IReadOnlyList<Window> windows) in CellRequest.Of(printed, measure, frame))
            {
                counted.Add((frame, windows, await reader.CellsAsync(request, variants, ct).ConfigureAwait(false)));
            }
        }

        Homes? homes = measure.DividesByHomes ? await reader.HomesAsync(printed.Landlord!.Value, measure, ct).ConfigureAwait(false) : null;
        return new FigureReadings(printed, measure, variants, counted, homes);
    }

    private static async Task<Reconciliation> BuildAsync(
        ReconcileReader reader,
        IReadOnlyList<PrintedFigure> printed,
        List<(FigureReadings? Reading, ReconciledFigure? Answer)> read,
        CancellationToken ct)
    {
        List<FigureReadings> known = [.. read.Select(one => one.Reading).OfType<FigureReadings>()];
        var sets = known
            .Where(figure => figure.Printed.Set is not null)
            .GroupBy(figure => (figure.Printed.Landlord, figure.Printed.Set!))
            .ToDictionary(set => set.Key, set => new PrintedSet([.. set]));
        var fits = new Dictionary<FigureReadings, List<Fit>>(known.Count);
        foreach (FigureReadings figure in known)
        {
            ct.ThrowIfCancellationRequested();
            fits.Add(figure, FigureSearch.Of(
                figure, figure.Printed.Set is string set ? sets[(figure.Printed.Landlord, set)] : null, known));
        }

        var answers = new List<ReconciledFigure>(printed.Count);
        foreach ((FigureReadings? reading, ReconciledFigure? answer) in read)
        {
            answers.Add(reading is null ? answer!
                : reading.All.Count == 0 ? Answer.Of(reading.Printed, ReconcileOutcome.NothingToCompare, reading.Measure, NoValue)
                : Answer.Of(reading, fits[reading], await reader.UnknownValuesAsync(reading, ct).ConfigureAwait(false)));
        }

        return new Reconciliation
        {
            Figures = answers,
            Sets =
            [
                .. sets.SelectMany(set => SetSearch.Of(set.Key.Item2, set.Value, [.. set.Value.Members.Select(member => fits[member])])),
                .. Conflicts.Of(known.Select(figure => (figure, fits[figure].Count))),
                .. PeriodsApart.Of(printed),
            ],
            HasRowsHeldBack = reader.HasRowsHeldBack,
            KnownAtLoad = reader.KnownAtLoad,
        };
    }

    // Reports and returns write CH02_stage1 where the catalogue has ch02_stage1.
    private MeasureDefinition? Measure(PrintedFigure printed) =>
        figures.Catalogue.Ids.FirstOrDefault(id => string.Equals(id, printed.Measure, StringComparison.OrdinalIgnoreCase)) is string known
            ? figures.Catalogue.Find(known)
            : null;

    // That a printed number is the figure's would tell the figure, small or not.
    private static string? Unaskable(PrintedFigure printed, MeasureDefinition measure) =>
        printed.Parts.FirstOrDefault(part => Dimensions.Find(part.Dimension).IsOfResident) is QueryFilter special
            ? $"Figures by {special.Dimension} are special category data, and are compared with none."
        : measure.Fact.IsOfYearEnds ? $"'{measure.Id}' is counted at the ends of reporting years, in one way alone: 'complaints query' tells it."
        : printed.Filters.FirstOrDefault(filter => !Dimensions.Find(filter.Dimension).IsOf(measure.Fact)) is QueryFilter lacking
            ? $"The {measure.Fact.Rows} that '{measure.Id}' counts have no {lacking.Dimension}."
        : measure.DividesByHomes && printed.Parts.FirstOrDefault(part => Dimensions.Find(part.Dimension).SplitsHomes) is QueryFilter split
            ? $"The homes of each {split.Dimension} are not known, so there is no rate per 1,000 homes by it."
            : null;

    private static void RequireFew(int count)
    {
        if (count > Limits.PrintedFigures)
        {
            throw new UserException(
                $"The file has {count} printed figures.",
                where: "published",
                expected: $"at most {Limits.PrintedFigures}",
                fix: "split it by report, or name a landlord or period");
        }
    }
}

using System.Globalization;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;
using Complaints.Measures.Rendering;

namespace Complaints.Measures.Explaining;

/// <summary>What a reader must know before using a figure, with the counts that say how much it matters.</summary>
internal static class FigureMarks
{
    internal static IReadOnlyList<FigureMark> Of(Figure figure, MeasureDefinition measure, IReadOnlyList<ClockStartCount> clocks) =>
    [
        .. Undefined(figure, measure.Fact),
        .. Incomplete(figure, measure.Fact),
        .. Provisional(figure, measure.Fact),
        .. figure.StaleSources.Select(source => new FigureMark("stale", source.Words)),
        .. Open(figure, measure),
        .. clocks.Where(clock => clock.FellBack).Select(Clock),
        .. figure.ExtensionFaults.Select(fault => new FigureMark(
            "extensions", $"{Stages(fault.Complaints)} with an extension that has a fault: {fault.Fault.Replace('_', ' ')}")),
    ];

    private static IEnumerable<FigureMark> Undefined(Figure figure, FactTable fact)
    {
        if (figure.State == CellState.Undefined)
        {
            yield return new FigureMark(
                "undefined",
                figure.Denominator == 0
                    ? $"{figure.Display}: there is nothing below the line to divide by"
                    : fact.IsOfYearEnds ? $"{figure.Display}: no source tells of any {fact.Row} at the year's end"
                    : $"{figure.Display}: the days had not begun on the figure's day");
        }
    }

    private static IEnumerable<FigureMark> Incomplete(Figure figure, FactTable fact)
    {
        const string mark = "incomplete";
        if (figure.UnmatchedRows > 0)
        {
            yield return new FigureMark(
                mark, $"{Rows(figure.UnmatchedRows)} wait for a decision on their landlord and could belong here ('complaints worklist list')");
        }

        foreach (HeldBackCount held in figure.HeldBack)
        {
            yield return new FigureMark(mark, held.Rule switch
            {
                FactQuarantineSql.CaseNotLoaded => $"{Number(held.Rows)} of {fact.Rows} of cases that are not loaded could belong here",
                FactQuarantineSql.HomeRestated when fact.Link == FactLink.Own =>
                    $"{Number(held.Rows)} of {fact.Rows} of homes that another landlord has now could belong elsewhere; load their extract again",
                FactQuarantineSql.NoDay => $"{Number(held.Rows)} of {fact.Rows} without the day by which it goes could belong here",
                _ => $"{Rows(held.Rows)} held back by the rule {held.Rule} could belong here ('complaints quarantine list --rule {held.Rule}')",
            });
        }

        if (figure.HomesMissing > 0)
        {
            yield return new FigureMark(
                mark,
                fact.HasStockType
                    ? $"{Stages(figure.HomesMissing)} of a landlord and stock type of which the stock of that year has no homes"
                    : $"{Number(figure.HomesMissing)} of {fact.Rows} of landlords of which the stock of that year has no homes");
        }

        if (figure.HomesUnknown > 0)
        {
            yield return new FigureMark(
                mark, $"{Number(figure.HomesUnknown)} homes are left out: no source tells of their landlord's {Records(fact)} in that year");
        }
    }

    private static IEnumerable<FigureMark> Provisional(Figure figure, FactTable fact)
    {
        if (figure.To is null || figure.AsAt is not DateOnly asAt)
        {
            yield break;
        }

        if (figure.To > asAt)
        {
            yield return new FigureMark("provisional", $"the days run to {Day(figure.To)}, and it stands as at {Day(asAt)}");
        }

        if (figure.KnownTo < asAt && figure.KnownTo < figure.To)
        {
            yield return new FigureMark(
                "provisional", $"a source of its {Records(fact)} knows no day after {Day(figure.KnownTo)}");
        }
    }

    private static IEnumerable<FigureMark> Open(Figure figure, MeasureDefinition measure)
    {
        if (figure.OpenAtCutOff > 0 && measure.DependsOnExtensions)
        {
            yield return new FigureMark(
                "open", $"{Stages(figure.OpenAtCutOff)} below the line without an answer yet, which can still come in time or late");
        }
    }

    private static FigureMark Clock(ClockStartCount clock) => new(
        "clock",
        $"{Stages(clock.Complaints)} counted from {clock.Start}"
            + (clock.MissingIn.Count == 0 ? "" : $"; {string.Join(" and ", clock.MissingIn)} records none: the share in time rests on that"));

    private static string Stages(long count) => $"{Number(count)} stage{(count == 1 ? "" : "s")}";

    private static string Records(FactTable fact) => fact == FactTables.Stage ? "complaints" : fact.Rows;

    private static string Rows(long count) => count == 1 ? "1 row" : $"{Number(count)} rows";

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}

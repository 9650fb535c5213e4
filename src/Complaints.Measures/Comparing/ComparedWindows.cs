using Complaints.Domain.Errors;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Comparing;

/// <summary>The answers over the days of comparisons, each asked once for all figures beside which it stands.</summary>
/// <param name="query">The figures' query.</param>
/// <param name="ask">Answers another query in the same state of the warehouse, for the same reader.</param>
internal sealed class ComparedWindows(FigureQuery query, Func<FigureQuery, CancellationToken, Task<FigureTable>> ask)
{
    private readonly Dictionary<ComparisonWindow, Answer> _answers = [];

    /// <summary>What a figure is compared with.</summary>
    internal async Task<ComparedFigure> FindAsync(
        ComparisonKind kind, ComparisonWindow window, Figure figure, CancellationToken ct)
    {
        if (!_answers.TryGetValue(window, out Answer? answer))
        {
            _answers.Add(window, answer = await AskAsync(window, ct).ConfigureAwait(false));
        }

        var compared = new ComparedFigure { With = kind, From = window.First, To = window.End.AddDays(-1) };
        return answer.Figures.TryGetValue(Key(figure), out Figure? other)
            ? Of(compared, other)
            : compared with { WhyNot = answer.WhyNot.GetValueOrDefault(figure.Measure, "nothing was counted in these days") };
    }

    private static ComparedFigure Of(ComparedFigure compared, Figure other) => compared with
    {
        AsAt = other.AsAt,
        Numerator = other.State == CellState.Suppressed ? null : other.Numerator,
        Denominator = other.Denominator,
        Value = other.Value,
        Display = other.Display,
        State = other.State,
        Incomplete = other.Incomplete,
    };

    // One measure of several may have no figure over the days: rates of homes are of one year, and definitions begin.
    private async Task<Answer> AskAsync(ComparisonWindow window, CancellationToken ct)
    {
        var answer = new Answer();
        try
        {
            answer.Add(await ask(Over(window, query.Measures), ct).ConfigureAwait(false));
        }
        catch (UserException) when (query.Measures.Count > 1)
        {
            foreach (string measure in query.Measures)
            {
                try
                {
                    answer.Add(await ask(Over(window, [measure]), ct).ConfigureAwait(false));
                }
                catch (UserException error)
                {
                    answer.WhyNot[measure] = error.What;
                }
            }
        }
        catch (UserException error)
        {
            answer.WhyNot[query.Measures[0]] = error.What;
        }

        return answer;
    }

    private FigureQuery Over(ComparisonWindow window, IReadOnlyList<string> measures) => query with
    {
        Measures = measures,
        GroupBy = [.. query.GroupBy.Where(id => !Dimensions.Find(id).IsPeriod)],
        Years = [],
        From = window.First,
        To = window.End.AddDays(-1),
        Filters = [.. query.Filters.Where(filter => !Dimensions.Find(filter.Dimension).IsPeriod)],
        AsAt = window.AsAt ?? query.AsAt,
        Limit = null,
        TellsClockStarts = false,
    };

    private static string Key(Figure figure) => string.Join(
        '\u001e',
        figure.Dimensions
            .Where(value => value.Dimension != Dimensions.LandlordName && !Dimensions.Find(value.Dimension).IsPeriod)
            .Select(value => value.Value)
            .Prepend(figure.Measure));

    private sealed class Answer
    {
        internal Dictionary<string, Figure> Figures { get; } = new(StringComparer.Ordinal);

        internal Dictionary<string, string> WhyNot { get; } = new(StringComparer.Ordinal);

        internal void Add(FigureTable table)
        {
            foreach (Figure figure in table.Figures)
            {
                Figures.Add(Key(figure), figure);
            }
        }
    }
}

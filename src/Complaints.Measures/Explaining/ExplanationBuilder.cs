using System.Globalization;
using Complaints.Measures.Cases;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;
using Complaints.Measures.Planning;
using Complaints.Measures.Queries;
using Complaints.Warehouse.Queries;

namespace Complaints.Measures.Explaining;

/// <summary>Puts an explanation together. What was counted twice must agree: an explanation of another number explains nothing.</summary>
/// <param name="query">What was asked: one measure and no groups.</param>
/// <param name="resolved">What that means.</param>
/// <param name="table">The figure.</param>
internal sealed class ExplanationBuilder(FigureQuery query, ResolvedQuery resolved, FigureTable table)
{
    private readonly MeasureDefinition _measure = resolved.Measures[0];
    private readonly Figure _figure = table.Figures[0];

    /// <summary>What leads from every complaint to the figure.</summary>
    internal IReadOnlyList<FunnelPlan> Funnels() => FunnelPlan.For(_measure, HasNoHomes
        ? _measure.PopulationRule.Under(resolved.PolicyFor(_measure))
        : _measure.Exclusions(resolved.PolicyFor(_measure)));

    /// <summary>The part whose first cases are shown.</summary>
    internal CasePart CasesOf(CasePart asked) =>
        asked == CasePart.Denominator && _measure.Denominator is null ? CasePart.Numerator : asked;

    internal Explanation Build(
        IReadOnlyList<Funnel> funnels,
        IReadOnlyList<ClockStartCount> clocks,
        IReadOnlyList<ExplainedSource> sources,
        (CasePart Of, IReadOnlyList<CaseEntry> First) cases,
        long? repeated,
        SqlQuery sql)
    {
        RequireAsCounted(funnels);
        return new Explanation
        {
            Table = table,
            Filters = query.Filters,
            PopulationRule = _measure.PopulationRule.Id,
            PopulationSource = _measure.PopulationRule.Source,
            Rules = RuleWords.Of(_figure, _measure),
            ClockStarts = clocks,
            Sources = sources,
            Funnels = funnels,
            Parts = [.. Parts(funnels, repeated)],
            Rounding = Rounding(),
            Marks = FigureMarks.Of(_figure, _measure, clocks),
            CasesOf = cases.Of,
            Cases = cases.First,
            Sql = new ExplainedSql(
                sql.Text, [.. sql.Parameters.Select(parameter => new ExplainedParameter(parameter.Name, Text(parameter.Value)))]),
        };
    }

    // Without any homes a rate says how many complaints there are, and leaves none out for that.
    private bool HasNoHomes => _measure.DividesByHomes && _figure.Denominator == 0 && _figure.HomesMissing > 0;

    private IEnumerable<ExplainedPart> Parts(IReadOnlyList<Funnel> funnels, long? repeated)
    {
        string population = $"of the population {_measure.PopulationRule.Id}";
        yield return new ExplainedPart(
            FunnelPlan.Numerator,
            $"{FormulaWords.Of(_measure.Numerator, _measure.Fact)}, {population}",
            _figure.Numerator,
            repeated ?? Reached(funnels, FunnelPlan.Numerator),
            Command(CasePart.Numerator));
        if (_measure.DividesByHomes)
        {
            yield return new ExplainedPart(
                FunnelPlan.Denominator, "homes at the year's end, LCRA and LCHO, of the stock", _figure.Denominator, null, "");
        }
        else if (_measure.Denominator is Aggregate below)
        {
            yield return new ExplainedPart(
                FunnelPlan.Denominator,
                $"{FormulaWords.Of(below, _measure.Fact)}, {population}",
                _figure.Denominator,
                Reached(funnels, FunnelPlan.Denominator),
                Command(CasePart.Denominator));
        }

        long excluded = _figure.Excluded.Sum(reason => reason.Complaints);
        if (_measure.Fact.Open is not null)
        {
            yield return new ExplainedPart(
                "open",
                $"{_measure.Fact.OpenWords}, {population}",
                _figure.OpenAtCutOff,
                _figure.OpenAtCutOff,
                Command(CasePart.Open));
        }

        yield return new ExplainedPart(
            "excluded", $"left out {population}", excluded, excluded, Command(CasePart.Excluded));
    }

    // Lists of cases are of complaints.
    private string Command(CasePart part) => _measure.Fact == FactTables.Stage ? CaseCommand.Of(query, part) : "";

    private string Rounding()
    {
        string places = _figure.DecimalPlaces == 1
            ? "1 decimal place"
            : string.Create(CultureInfo.InvariantCulture, $"{_figure.DecimalPlaces} decimal places");
        string how = CatalogueWords.Word(CatalogueWords.Roundings, _figure.Rounding).Replace('_', ' ');
        return _measure.Kind == MeasureKind.Count
            ? $"a count: nothing is rounded, and {places} are shown"
            : _measure.StandsAlone
                ? $"{how} to {places}, once, from the exact value"
                : $"{how} to {places}, once, from numerator and denominator";
    }

    // Steps count rows: a sum, or how many cases they are of, is another number.
    private void RequireAsCounted(IReadOnlyList<Funnel> funnels)
    {
        bool counts = _measure.Numerator.IsCount;
        if ((counts && Reached(funnels, FunnelPlan.Numerator) != _figure.Numerator)
            || (
                _measure.Denominator is Aggregate stated
                    && stated.IsCount
                    && _figure.Denominator is decimal below
                    && Reached(funnels, FunnelPlan.Denominator) != below))
        {
            throw new InvalidOperationException($"The steps of '{_measure.Id}' lead to other counts than those of its figure.");
        }
    }

    private static long? Reached(IReadOnlyList<Funnel> funnels, string part) => funnels
        .SelectMany(funnel => funnel.Stops).Where(stop => stop.Part == part).Select(stop => (long?)stop.Count).FirstOrDefault();

    private static string Text(object? value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}

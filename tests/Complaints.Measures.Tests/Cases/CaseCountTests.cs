using System.Globalization;
using Complaints.Domain.Access;
using Complaints.Domain.Homes;
using Complaints.Domain.Time;
using Complaints.Measures.Cases;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Measures.Tests.Support;

namespace Complaints.Measures.Tests.Cases;

/// <summary>A list holds what its figure counts: for every measure, every part of it and every cell.</summary>
public sealed class CaseCountTests(SeededWarehouse seeded) : IClassFixture<SeededWarehouse>
{
    private readonly WarehouseFigures _figures = new(seeded.Store.Warehouse);

    public static TheoryData<string> Measures() => [.. MeasureCatalogue.Shipped.IdsOf(FactTables.Stage)];

    [Theory]
    [MemberData(nameof(Measures))]
    public async Task As_many_cases_are_listed_as_the_figure_of_every_cell_counts(string measure)
    {
        foreach ((string asAt, string dimension) in ((string, string)[])[("2024-12-15", "stock_type"), ("2025-04-14", "landlord")])
        {
            FigureQuery whole = Figure(measure) with { AsAt = DateOnly.ParseExact(asAt, "yyyy-MM-dd", CultureInfo.InvariantCulture) };
            FigureTable cells = await seeded.Engine.QueryAsync(
                whole with { GroupBy = [dimension] }, Principal.Demo, TestContext.Current.CancellationToken);
            foreach (Figure cell in cells.Figures)
            {
                FigureQuery figure = whole with { Filters = [new(dimension, [cell.ValueOf(dimension)!])] };
                bool two = cell.NumeratorOpenAtCutOff is not null;
                await Counts(figure, CasePart.Open, cell.OpenAtCutOff);
                await Counts(figure, CasePart.Excluded, cell.Excluded.Sum(excluded => excluded.Complaints));
                if (MeasureCatalogue.Shipped.Find(measure) is { Numerator.Sum: not null, Denominator: null })
                {
                    // A sum is no number of cases: those are listed that it adds up, each of which adds one or more.
                    int listed = (await List(new CaseListQuery { Figure = figure, Part = CasePart.Numerator })).Count;
                    Assert.Equal((cell.Numerator > 0, true), (listed > 0, listed <= cell.Numerator));
                }
                else if (MeasureCatalogue.Shipped.Find(measure).Numerator.Statistic is RepeatedValues repeated)
                {
                    // Those of whoever complained so often.
                    int listed = (await List(new CaseListQuery { Figure = figure, Part = CasePart.Numerator })).Count;
                    Assert.True(listed >= cell.Numerator * repeated.AtLeast);
                    Assert.Equal(cell.Numerator > 0, listed > 0);
                }
                else if (!MeasureCatalogue.Shipped.Find(measure).Numerator.IsCount)
                {
                    // What a mean or a median is made of stands below the line.
                    await Counts(figure, CasePart.Numerator, cell.Denominator!.Value);
                    await Counts(figure, CasePart.Denominator, cell.Denominator!.Value);
                }
                else
                {
                    await Counts(figure, CasePart.Numerator, cell.Numerator);
                    if (two || measure.StartsWith("ch02", StringComparison.Ordinal))
                    {
                        await Counts(figure, CasePart.Denominator, cell.Denominator!.Value);
                    }
                }
            }
        }
    }

    [Fact]
    public async Task States_split_what_is_below_the_line_without_a_rest()
    {
        FigureQuery figure = Figure("ch02_stage1");
        List<CaseEntry> all = await List(new CaseListQuery { Figure = figure, Part = CasePart.Denominator });
        var byState = new List<CaseEntry>();
        foreach (ClockState state in (ClockState[])[ClockState.InTime, ClockState.Late, ClockState.Open])
        {
            byState.AddRange(await List(new CaseListQuery { Figure = figure, Part = CasePart.Denominator, State = state }));
        }

        // What was withdrawn and never answered waits for nothing: it is below the line and in no state.
        List<CaseEntry> withdrawn = [.. all.Where(entry => entry.Status == "withdrawn" && entry.Days.Responded is null)];
        Assert.NotEmpty(withdrawn);
        Assert.Equal(
            all.Select(entry => entry.CaseReference).Order(StringComparer.Ordinal),
            byState.Concat(withdrawn).Select(entry => entry.CaseReference).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_case_that_is_left_out_is_listed_once_under_the_reason_it_is_counted_under()
    {
        FigureTable table = await seeded.Engine.QueryAsync(Figure("ch01_stage1"), Principal.Demo, TestContext.Current.CancellationToken);
        List<CaseEntry> cases = await List(new CaseListQuery { Figure = Figure("ch01_stage1"), Part = CasePart.Excluded });
        Assert.Equal(
            table.Figures[0].Excluded.Select(excluded => (excluded.Reason, excluded.Complaints)).Order(),
            cases.CountBy(entry => entry.ExcludedFor!).Select(reason => (reason.Key, (long)reason.Value)).Order());
        Assert.Contains(cases, entry => entry.ExcludedFor == "homes_missing");
    }

    [Fact]
    public async Task Nobody_sees_no_case_and_a_reader_of_one_landlord_none_of_another()
    {
        var query = new CaseListQuery { Figure = Figure(CaseListQuery.EveryCase) };
        Assert.Empty(await List(query, principal: null));
        List<CaseEntry> own = await List(query, new Principal("reader", LandlordScope.Of(LandlordCode.Parse("4826")), Role.Analyst));
        Assert.NotEmpty(own);
        Assert.All(own, entry => Assert.Equal("4826", entry.Landlord));
    }

    [Fact]
    public async Task What_waits_comes_first_in_pages_and_a_limit_cuts_and_says_so()
    {
        var query = new CaseListQuery { Figure = Figure(CaseListQuery.EveryCase) };
        List<CaseListPart> parts = await Parts(query, Principal.Demo);
        Assert.NotNull(parts[0].Figure);
        Assert.True(parts.Count > 3);
        Assert.Equal(new CaseListEnd((long)parts[0].Figure!.Figures[0].Numerator, false), parts[^1].End);
        bool[] answered = [.. parts.SelectMany(part => part.Cases).Select(entry => entry.Days.Responded is not null)];
        Assert.Equal(answered.Order(), answered);

        List<CaseListPart> cut = await Parts(query with { Limit = 7 }, Principal.Demo);
        Assert.Equal(new CaseListEnd(7, true), cut[^1].End);
        Assert.Equal(
            parts.SelectMany(part => part.Cases).Take(7).Select(entry => entry.CaseReference),
            cut.SelectMany(part => part.Cases).Select(entry => entry.CaseReference));
    }

    private static FigureQuery Figure(string measure) => new() { Measures = [measure], Years = [ReportingYear.Parse("2024/25")] };

    private async Task Counts(FigureQuery figure, CasePart part, decimal counted)
    {
        List<CaseEntry> cases = await List(new CaseListQuery { Figure = figure, Part = part });
        Assert.Equal(counted, cases.Count);
        Assert.Equal(cases.Count, cases.Select(entry => (entry.SourceSystem, entry.CaseReference, entry.Stage)).Distinct().Count());
    }

    private Task<List<CaseEntry>> List(CaseListQuery query) => List(query, Principal.Demo);

    private async Task<List<CaseEntry>> List(CaseListQuery query, Principal? principal) =>
        [.. (await Parts(query, principal)).SelectMany(part => part.Cases)];

    private async Task<List<CaseListPart>> Parts(CaseListQuery query, Principal? principal) =>
        await _figures.CasesAsync(query, principal, TestContext.Current.CancellationToken).ToListAsync();
}

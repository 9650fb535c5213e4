using Complaints.Domain;
using Complaints.Domain.Access;
using Complaints.Domain.Code;
using Complaints.Domain.Errors;
using Complaints.Domain.Time;
using Complaints.Measures.Bridging;
using Complaints.Measures.Cases;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Explaining;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Tests.Disclosure;

/// <summary>
/// What residents are is told in aggregate only: small numbers of it are hidden from every role, and no case, explanation or printed figure
/// tells of it.
/// </summary>
public sealed class SpecialCategoryTests(ManySmallCells cells) : IClassFixture<ManySmallCells>
{
    private static readonly string[] s_special = ["age_band", "ethnicity", "disability", "vulnerability", "adjustment"];
    private static readonly ReportingYear s_year = ReportingYear.Parse("2024/25");

    public static TheoryData<string> Special() => [.. s_special];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Principal Admin => ManySmallCells.Viewer("A1", "B2", "C3", "D4", "E5") with { Role = Role.Admin };

    [Fact]
    public void The_dimensions_of_residents_are_all_of_this_kind() =>
        Assert.Equal(s_special, Dimensions.All.Where(dimension => dimension.IsOfResident).Select(dimension => dimension.Id));

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Analyst)]
    [InlineData(Role.Admin)]
    public async Task Small_numbers_are_hidden_from_every_role_with_another_beside_them(Role role)
    {
        Principal reader = ManySmallCells.Viewer("A1") with { Role = role };
        FigureTable table = await AskAsync(new() { Measures = ["stage1_made"], GroupBy = ["ethnicity"], Years = [s_year] }, reader);
        Dictionary<string, long> counted = await ByHandAsync("A1");

        Assert.Contains(counted, band => band.Value is > 0 and < Limits.SmallNumbers);
        Assert.True(table.Figures.Count(figure => figure.State == CellState.Suppressed) > 1);
        Assert.All(table.Figures, figure => Assert.True(
            figure.State == CellState.Suppressed
                ? figure is { Numerator: 0, Value: null, Denominator: null }
                : figure.Numerator == counted.GetValueOrDefault(figure.ValueOf("ethnicity")!) && figure.Numerator is 0 or >= 5));
        FigureTable one = await AskAsync(
            new() { Measures = ["stage1_made"], Filters = [new QueryFilter("ethnicity", ["Arab"])], Years = [s_year] }, reader);
        Assert.Equal(CellState.Suppressed, Assert.Single(one.Figures).State);
    }

    [Theory]
    [MemberData(nameof(Special))]
    public async Task What_cannot_be_asked_beside_hidden_numbers_is_refused_to_an_admin_too_and_not_with_the_advice_to_ask_as_one(
        string dimension)
    {
        foreach (FigureQuery query in (FigureQuery[])
        [
            new() { Measures = ["overdue_stage1"], GroupBy = [dimension], Years = [s_year] },
            new() { Measures = ["complainants"], GroupBy = [dimension], Years = [s_year] },
            new() { Measures = ["stage1_made"], GroupBy = [dimension, "handler"], Years = [s_year] },
            new() { Measures = ["stage1_made"], GroupBy = [dimension, "week"], Years = [s_year] },
            new() { Measures = ["stage1_made"], GroupBy = [dimension, "category", "quarter"], Years = [s_year] },
            new() { Measures = ["stage1_made"], GroupBy = [dimension], Years = [s_year], AsAt = new DateOnly(2025, 1, 1) },
            new() { Measures = ["stage1_made"], GroupBy = [dimension], From = new DateOnly(2024, 4, 3), To = new DateOnly(2025, 3, 31) },
            new() { Measures = ["stage1_made"], GroupBy = [dimension], Years = [s_year], KnownAtLoad = 1 },
        ])
        {
            UserException error = await Assert.ThrowsAsync<UserException>(() => AskAsync(query, Admin));
            Assert.Contains($"Figures by {dimension} hide small numbers from every role.", error.What, StringComparison.Ordinal);
            Assert.DoesNotContain("analyst", error.Fix, StringComparison.Ordinal);
        }

        UserException homes = await Assert.ThrowsAsync<UserException>(
            () => AskAsync(new() { Measures = ["ch01_stage1"], GroupBy = [dimension], Years = [s_year] }, Admin));
        Assert.Contains("homes of each", homes.What, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Special))]
    public async Task No_case_and_no_explanation_is_told_by_what_residents_are(string dimension)
    {
        var figures = new WarehouseFigures(cells.Store.Warehouse);
        FigureQuery filtered = new() { Measures = ["stage1_made"], Years = [s_year], Filters = [new QueryFilter(dimension, ["Yes"])] };
        FigureQuery grouped = new() { Measures = ["stage1_made"], Years = [s_year], GroupBy = [dimension] };

        await RefusedAsync("A list of cases", () => ListAsync(figures, filtered));
        await RefusedAsync("A list of cases", () => ListAsync(figures, grouped));
        await RefusedAsync("An explanation", () => figures.ExplainAsync(new ExplainQuery { Figures = filtered }, Admin, Stop));
        await RefusedAsync("An explanation", () => figures.ExplainAsync(new ExplainQuery { Figures = grouped }, Admin, Stop));
        UserException bridge = await Assert.ThrowsAsync<UserException>(() => figures.BridgeAsync(
            new BridgeQuery { Stage = Stage.One, Years = [s_year], Filters = filtered.Filters }, Admin, Stop));
        Assert.Contains($"no return is parted by '{dimension}'", bridge.What, StringComparison.Ordinal);
        Assert.DoesNotContain(Enum.GetNames<CaseColumn>(), name => name.Contains("Band", StringComparison.OrdinalIgnoreCase));

        async Task RefusedAsync(string what, Func<Task> ask)
        {
            UserException error = await Assert.ThrowsAsync<UserException>(ask);
            Assert.StartsWith($"{what} is not told by '{dimension}': what residents are is special category data", error.What, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_measure_can_test_what_residents_are() => Assert.All(
        FactTables.ByName.Values.SelectMany(fact => fact.Fields.Values),
        field => Assert.DoesNotContain(field.Column, FactTables.BandColumns));

    // Who sees cases has every total exactly, small ones too.
    [Theory]
    [InlineData("ethnicity", "service_area")]
    [InlineData("ethnicity", "quarter")]
    [InlineData("ethnicity", "age_band")]
    public async Task No_hidden_number_follows_for_who_is_told_every_total(string special, string other)
    {
        foreach (Role role in (Role[])[Role.Viewer, Role.Admin])
        {
            Principal reader = ManySmallCells.Viewer("A1", "B2", "C3", "D4", "E5") with { Role = role };
            var attacker = new Attacker(cells.Engine, reader, several: false) { By = [special, other, "stock_type"] };
            await attacker.AskTablesAsync(Stop);
            HashSet<string> recovered = attacker.Recovered();
            var truth = new Attacker(cells.Engine, reader, several: false) { By = attacker.By, Truth = cells.Store.Warehouse };
            await truth.AskTablesAsync(Stop);
            bool IsOfBand(string name) => name.Contains($"|{special}=", StringComparison.Ordinal);
            List<string> small =
            [
                .. recovered.Where(name => IsOfBand(name) && truth.Cells.GetValueOrDefault(name) is > 0 and < Limits.SmallNumbers),
            ];
            TestContext.Current.TestOutputHelper!.WriteLine(
                $"{role}: {attacker.Queries} queries, {attacker.Cells.Count(cell => IsOfBand(cell.Key) && cell.Value is null)} cells of bands hidden of "
                + $"{truth.Cells.Count(cell => IsOfBand(cell.Key) && cell.Value > 0)} that count somebody; {small.Count} small ones recovered.");

            Assert.Contains(attacker.Cells, cell => IsOfBand(cell.Key) && cell.Value is null);
            Assert.DoesNotContain(attacker.Cells, cell => IsOfBand(cell.Key) && cell.Value is > 0 and < Limits.SmallNumbers);
            Assert.True(
                small.Count == 0, $"{role}\n{string.Join('\n', small.Take(20).Select(name => $"{name} {truth.Cells[name]}"))}");
        }
    }

    private static async Task ListAsync(WarehouseFigures figures, FigureQuery query)
    {
        await foreach (CaseListPart _ in figures.CasesAsync(new CaseListQuery { Figure = query }, Admin, Stop))
        {
        }
    }

    private async Task<Dictionary<string, long>> ByHandAsync(string landlord) => (await cells.Store.SqlAsync($"""
        SELECT COALESCE(r.ethnicity_band, 'Not recorded'), COUNT(*)
        FROM fact_stage AS s
        LEFT JOIN dim_resident_characteristics AS r ON r.resident_key = s.resident_key AND s.resident_key <> 0
          AND s.received_on >= r.valid_from
        WHERE s.landlord_code = '{landlord}' AND s.stage = 1 AND s.status <> 'refused' AND s.stock_type <> 'NEITHER'
          AND s.received_on BETWEEN DATE '2024-04-01' AND DATE '2025-03-31'
        GROUP BY 1
        """)).ToDictionary(row => row[0], row => long.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture));

    private Task<FigureTable> AskAsync(FigureQuery query, Principal reader) => cells.Engine.QueryAsync(query, reader, Stop);
}

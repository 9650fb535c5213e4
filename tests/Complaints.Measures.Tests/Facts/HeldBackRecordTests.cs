using System.Text;
using Complaints.Domain.Access;
using Complaints.Domain.Homes;
using Complaints.Domain.Time;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Measures.Tests.Support;
using Complaints.Warehouse.Rows;

namespace Complaints.Measures.Tests.Facts;

/// <summary>A row that is held back marks every figure of its fact that it could belong to, and those of no other fact.</summary>
public sealed class HeldBackRecordTests
{
    private static readonly FactTable[] s_facts =
        [.. FactTables.ByName.Values.Where(fact => fact != FactTables.Stage && MeasureCatalogue.Shipped.IdsOf(fact).Any())];

    private static readonly DateOnly s_cutOff = new(2025, 3, 31);
    private static readonly string[] s_landlords = ["A1", "B2"];
    // Whose day is whole, or is what is wrong.
    private static readonly string[] s_rules = ["landlord-ambiguous", "bad-date", "future-date"];

    private static readonly ReportingYear[] s_years = [ReportingYear.Parse("2023/24"), ReportingYear.Parse("2024/25")];

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 4)];

    // Of each fact one row, by chance with a landlord it could be of and a day: no figure that it could be in looks whole.
    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task No_figure_looks_whole_to_which_a_row_held_back_could_belong(int seed)
    {
        var random = new Random(seed);
        foreach (FactTable fact in s_facts)
        {
            string? landlord = random.Next(2) == 0 ? null : s_landlords[random.Next(2)];
            DateOnly? day = random.Next(2) == 0 ? null : new DateOnly(random.Next(2) == 0 ? 2023 : 2024, 7, 1);
            string rule = s_rules[random.Next(3)];
            QuarantineRow held = Make.Held(1, rule, day, fact.Targets[0], landlord is null ? [] : [landlord]);
            await using TestWarehouse store = await StoreAsync(fact, held);
            foreach (MeasureDefinition measure in MeasureCatalogue.Shipped.Definitions.Where(one => one.Fact == fact))
            {
                foreach (Figure figure in await RowsAsync(store, measure))
                {
                    bool ofLandlord = landlord is null || figure.ValueOf("landlord") is null || figure.ValueOf("landlord") == landlord;
                    bool ofYear = measure.DateRole != fact.HeldBackDay || rule == "future-date" || day is null
                        || figure.ValueOf("reporting_year") is not string year || ReportingYear.Parse(year) == ReportingYear.Of(day.Value);
                    if (ofLandlord && ofYear)
                    {
                        Assert.True(figure.Incomplete, $"{measure.Id} of {string.Join(' ', figure.Dimensions)}, {rule} {day} {landlord}");
                        Assert.Equal(rule == "landlord-ambiguous" ? (1L, 0L) : (0L, 1L), (figure.UnmatchedRows, figure.HeldBackRows));
                    }
                    else if (!ofLandlord)
                    {
                        Assert.False(figure.Incomplete, $"{measure.Id} of {string.Join(' ', figure.Dimensions)}");
                    }
                }
            }
        }
    }

    [Fact]
    public async Task A_row_of_another_fact_marks_no_figure()
    {
        foreach (FactTable fact in s_facts.Prepend(FactTables.Stage))
        {
            QuarantineRow[] held =
            [
                .. s_facts.Prepend(FactTables.Stage)
                    .Where(other => other != fact)
                    .Index()
                    .Select(other => Make.Held(other.Index + 1, "landlord-unmatched", null, other.Item.Targets[0])),
            ];
            await using TestWarehouse store = await StoreAsync(fact, held);
            FigureTable table = await Ask(store, new FigureQuery
            {
                Measures = [.. MeasureCatalogue.Shipped.IdsOf(fact).Take(3)],
                GroupBy = ["landlord"],
                Years = [s_years[1]],
            });
            Assert.NotEmpty(table.Figures);
            Assert.All(
                table.Figures,
                figure => Assert.False(figure.Incomplete, $"{figure.Measure}: {figure.UnmatchedRows}, {figure.HeldBackRows}"));
            Assert.False(table.HasRowsHeldBack);
        }
    }

    [Fact]
    public async Task A_row_held_back_that_says_a_loaded_one_anew_marks_the_landlord_of_the_loaded_one()
    {
        QuarantineRow held = Make.Held(1, "bad-date", new DateOnly(2024, 7, 1), "contact", "B2") with { RowKey = "K1" };
        await using TestWarehouse store = await StoreAsync(FactTables.Contact, held);
        FigureTable table = await Ask(store, new FigureQuery
        {
            Measures = ["contacts"],
            GroupBy = ["landlord", "reporting_year"],
            Years = s_years,
        });
        Assert.All(table.Figures, figure => Assert.True(figure.Incomplete));
        Assert.All(table.Figures, figure => Assert.Equal(1, figure.HeldBackRows));
    }

    [Fact]
    public async Task A_row_of_a_register_that_is_held_back_puts_what_leans_on_homes_in_doubt_and_nothing_else()
    {
        foreach (FactTable fact in s_facts)
        {
            await using TestWarehouse store = await StoreAsync(fact, Make.Held(1, "bad-uprn", null, "property"));
            FigureTable table = await Ask(store, new FigureQuery
            {
                Measures = [MeasureCatalogue.Shipped.IdsOf(fact).First()],
                Years = fact.IsOfYearEnds ? [s_years[1]] : [],
            });
            Assert.Equal(fact.LeansOnHomes, Assert.Single(table.Figures).Incomplete);
        }
    }

    [Fact]
    public async Task A_row_that_is_given_up_marks_nothing_and_a_past_state_knows_what_waited_then()
    {
        await using TestWarehouse store = await StoreAsync(FactTables.Contact, Make.Held(1, "bad-date", null, "contact"));
        await store.WriteAsync("UPDATE load_quarantine SET status = 'replayed', resolved_by_load = 2");
        await store.LoadAsync(s_cutOff, new TestRows { Contacts = [Make.Contact("K9", "A1", new DateOnly(2024, 8, 1))] });
        var query = new FigureQuery { Measures = ["contacts"] };
        Assert.Equal((3, false), Told(await Ask(store, query)));
        Assert.Equal((2, true), Told(await Ask(store, query with { KnownAtLoad = 1 })));

        static (decimal, bool) Told(FigureTable table) => (Assert.Single(table.Figures).Numerator, table.Figures[0].Incomplete);
    }

    private static async Task<List<Figure>> RowsAsync(TestWarehouse store, MeasureDefinition measure)
    {
        var rows = new List<Figure>();
        foreach (string[] groups in (string[][])[["landlord"], ["landlord", "reporting_year"], ["reporting_year"], []])
        {
            bool isRate = (measure.DividesByHomes || measure.Fact.IsOfYearEnds) && !groups.Contains("reporting_year");
            FigureTable table = await Ask(
                store, new FigureQuery { Measures = [measure.Id], GroupBy = groups, Years = isRate ? [s_years[1]] : s_years });
            Assert.NotEmpty(table.Figures);
            rows.AddRange(table.Figures.Where(figure => !isRate || figure.ValueOf("reporting_year") is not null));
        }

        return rows;
    }

    private static Task<FigureTable> Ask(TestWarehouse store, FigureQuery query) =>
        new FigureEngine(store.Warehouse).QueryAsync(query, Principal.Demo, TestContext.Current.CancellationToken);

    // Of either landlord a record of each kind, on the first of June, with homes and complaints.
    private static async Task<TestWarehouse> StoreAsync(FactTable fact, params QuarantineRow[] held)
    {
        var day = new DateOnly(2024, 6, 3);
        TestWarehouse store = await TestWarehouse.CreateAsync();
        await store.LoadAsync(s_cutOff, new TestRows
        {
            Landlords = [.. s_landlords.Select(code => Make.Landlord(code, $"Landlord {code}"))],
            Stock = [.. s_landlords.SelectMany(code => s_years.Select(year => Make.Stock(code, year.StartYear, 500)))],
            Stages = [Make.Stage("C1", "A1", day), Make.Stage("C2", "B2", day)],
            Contacts = [Make.Contact("K1", "A1", day), Make.Contact("K2", "B2", day)],
            Actions = [.. s_landlords.Index().SelectMany(landlord => Actions($"C{landlord.Index + 1}", day))],
            Residents = [.. s_landlords.Select(Resident)],
            Quarantine = held,
        });
        if (fact != FactTables.Stage && fact != FactTables.Contact && fact != FactTables.Action)
        {
            var sql = new StringBuilder();
            foreach ((int index, string code) in s_landlords.Index())
            {
                int number = index + 1;
                RandomRecords.Insert(
                    sql, "finding", number,
                    $"'R{number}', 'noise', NULL, 1, '{code}', 0, 'maladministration', DATE '2024-06-03'");
                RandomRecords.Insert(
                    sql, "order", number, $"'R{number}', 'O1', 1, '{code}', 'order', NULL, 50.00, DATE '2024-07-03', DATE '2024-07-01'");
                RandomRecords.Insert(
                    sql, "compensation", number,
                    $"'C{number}', 'P1', NULL, 'compensation', 'ombudsman', 50.00, DATE '2024-06-03', DATE '2024-06-10'");
                RandomRecords.Insert(
                    sql, "survey", number,
                    $"'S{number}', 'Overall', 'TEST-CRM S{number}', 1, '{code}', 'C{number}', 'LCRA', DATE '2024-06-03', "
                        + "DATE '2024-06-10', 'very_satisfied', 5, 1, DATE '2024-06-03'");
            }

            foreach (string target in (string[])["finding", "order", "compensation", "survey"])
            {
                sql.Append(RandomRecords.Loaded(target, "TEST-CRM", 1));
            }

            await store.WriteAsync(sql.ToString());
        }

        return store;
    }

    private static ResidentRow Resident(string landlord, int index) => new()
    {
        SourceRow = index + 1,
        Pseudonym = landlord,
        LandlordCode = LandlordCode.Parse(landlord),
        ValidFrom = new DateOnly(2020, 1, 1),
    };

    private static IEnumerable<ActionRow> Actions(string reference, DateOnly day) =>
        ((string[])["promise", "remedy", "lesson"]).Index().Select(kind => new ActionRow
        {
            SourceRow = (reference[1] * 10) + kind.Index,
            CaseReference = reference,
            ActionReference = kind.Item,
            Kind = kind.Item,
            MadeOn = day,
            DueOn = day.AddDays(20),
        });
}

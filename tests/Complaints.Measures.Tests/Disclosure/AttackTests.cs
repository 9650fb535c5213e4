using Complaints.Domain;
using Complaints.Domain.Access;
using Complaints.Measures.Figures;

namespace Complaints.Measures.Tests.Disclosure;

/// <summary>
/// An attacker asks for every table and thousands of figures at random, and solves what was answered for what was not: nothing small
/// follows.
/// </summary>
public sealed class AttackTests(ManySmallCells cells) : IClassFixture<ManySmallCells>
{
    // Each of them solves some hundred thousand equations: the long form has all.
    public static TheoryData<string, string[]> Attackers => Attacker.IsLong
        ? new()
        {
            { "viewer of one", ["A1"] },
            { "viewer of a small one", ["D4"] },
            { "viewer of two", ["B2", "C3"] },
            { "sector", [] },
        }
        : new() { { "viewer of a small one", ["D4"] } };

    [Theory]
    [MemberData(nameof(Attackers))]
    public async Task No_hidden_number_follows_from_what_was_answered(string who, string[] landlords)
    {
        CancellationToken ct = TestContext.Current.CancellationToken;
        Principal principal = landlords.Length == 0 ? ManySmallCells.Sector : ManySmallCells.Viewer(landlords);
        var attacker = new Attacker(cells.Engine, principal, landlords.Length != 1);
        await attacker.AskTablesAsync(ct);
        await attacker.AskAtRandomAsync(Attacker.IsLong ? 2_500 : 50, seed: 7, ct);
        HashSet<string> recovered = attacker.Recovered();

        var truth = new Attacker(cells.Engine, principal with { Role = Role.Admin }, landlords.Length != 1);
        await truth.AskTablesAsync(ct);
        List<string> hidden = [.. attacker.Cells.Where(cell => cell.Value is null).Select(cell => cell.Key)];
        List<string> small = [.. recovered.Where(name => truth.Cells.GetValueOrDefault(name) is > 0 and < Limits.SmallNumbers)];
        long zeros = hidden.Count(name => truth.Cells.GetValueOrDefault(name) is null or 0);
        long needless = hidden.Count(name => truth.Cells.GetValueOrDefault(name) >= Limits.SmallNumbers);
        long filled = truth.Cells.Count(cell => cell.Value > 0);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{who}: {attacker.Queries} queries; {filled} cells that count somebody, {hidden.Count - zeros} of them hidden, "
            + $"{needless} though not small ({100 * needless / filled} %); and {zeros} cells of 0 hidden. Recovered: {small.Count} small, "
            + $"{recovered.Count(name => truth.Cells.GetValueOrDefault(name) >= Limits.SmallNumbers)} not small, "
            + $"{recovered.Count(name => truth.Cells.GetValueOrDefault(name) is null or 0)} of 0.");
        foreach (string name in recovered.Where(name => truth.Cells.GetValueOrDefault(name) >= Limits.SmallNumbers).Take(40))
        {
            TestContext.Current.TestOutputHelper!.WriteLine($"  {name} {truth.Cells[name]}");
        }

        // A quarter together with a month of another one was taken for both, and 42 numbers followed that were not true.
        Assert.Empty(attacker.Misread(truth.Cells));
        Assert.NotEmpty(hidden);
        Assert.DoesNotContain(attacker.Cells, cell => cell.Value is > 0 and < Limits.SmallNumbers);
        Assert.True(small.Count == 0, string.Join('\n', small.Take(20).Select(name => $"{name} {truth.Cells[name]}")));
    }

    [Fact]
    public async Task The_same_attacker_finds_small_numbers_where_they_alone_are_hidden()
    {
        Principal admin = ManySmallCells.Viewer("D4") with { Role = Role.Admin };
        var attacker = new Attacker(cells.Engine, admin, several: false) { HidesSmallAlone = true };
        await attacker.AskTablesAsync(TestContext.Current.CancellationToken);
        int hidden = attacker.Suppressed;
        int recovered = attacker.Recovered().Count;
        TestContext.Current.TestOutputHelper!.WriteLine($"{recovered} of {hidden} recovered where small numbers alone are hidden.");
        Assert.True(recovered > 100);
    }

    [Fact]
    public void The_attacker_can_count()
    {
        var equations = new Equations();
        equations.Add([("a", 1, null), ("b", 1, null), ("", -1, 12)]);
        equations.Add([("b", 1, null), ("c", 1, null), ("", -1, 9)]);
        equations.Add([("a", 1, null), ("c", 1, null), ("", -1, 7)]);
        equations.Add([("d", 1, null), ("e", 1, null), ("", -1, 0)]);
        equations.Add([("f", 1, null), ("g", 1, null), ("", -1, 5)]);
        Assert.Equal(["a", "b", "c", "d", "e"], equations.Determined().Order(StringComparer.Ordinal));
    }
}

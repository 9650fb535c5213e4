using Complaints.Etl.Loading;

namespace Complaints.Etl.Tests.Loading;

/// <summary>One case under two references is told and held back, not counted twice and not folded.</summary>
public sealed class SimilarReferenceTests
{
    private const string Current = "SELECT case_reference FROM fact_stage WHERE recorded_to_load = 2147483647 ORDER BY case_reference";
    private const string HeldBack = "SELECT rule_id, value FROM load_quarantine WHERE status = 'open' ORDER BY line";

    [Theory]
    [InlineData("000417", "417")]
    [InlineData("CR\u20111704", "CR-1704")]
    [InlineData("CR\u22121704", "CR-1704")]
    [InlineData("HX 12", "HX  12")]
    [InlineData("7E4", "70000")]
    [InlineData("7e4", "070000")]
    [InlineData("7E4", "7E04")]
    [InlineData("70E3", "7E4")]
    [InlineData("12.5E3", "12500")]
    [InlineData("\"1,417\"", "1417")] // thousands set apart by a number's format
    [InlineData("1.417", "1417")]
    [InlineData("1\u00A0417", "1417")]
    [InlineData("12'001'417", "12001417")]
    [InlineData("\u0421R-1704", "CR-1704")] // Cyrillic
    [InlineData("C\u0391\u03A4-1704", "CAT-1704")] // Greek
    [InlineData("dam\u0440-1704", "damp-1704")]
    [InlineData("\uFF23R\uFF0D\uFF11704", "CR-1704")] // wide
    [InlineData("\uFF10\uFF11704", "1704")]
    public async Task Two_references_of_one_form_in_one_file_are_both_held_back(string one, string other)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, $"{SmallSet.Header}\n{Row("K1")}\n{Row(one)}\n{Row(other)}\n");

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal(2, outcome.Files[1].QuarantinedByRule["similar-reference"]);
        Assert.Equal(["K1"], await test.QueryAsync(Current));
    }

    [Theory]
    [InlineData("417", "000417")]
    [InlineData("000417", "417")]
    [InlineData("CR-1704", "CR\u20111704")]
    [InlineData("7E4", "70000")]
    [InlineData("70000", "7e4")]
    [InlineData("1417", "1 417")]
    [InlineData("CR-1704", "\u0421R-1704")]
    [InlineData("\u0421R-1704", "CR-1704")]
    public async Task A_reference_that_is_known_otherwise_is_held_back_in_the_next_extract(string known, string other)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, $"{SmallSet.Header}\n{Row(known)}\n", SmallSet.StageMapping(mode: "incremental"));
        await test.LoadAsync();
        SmallSet.Write(test, $"{SmallSet.Header}\n{Row("K1")}\n{Row(other)}\n", SmallSet.StageMapping(mode: "incremental"));

        LoadOutcome outcome = await test.LoadAsync();

        Assert.NotEqual(0, outcome.RowsQuarantined);
        Assert.Equal([$"similar-reference|{other}"], await test.QueryAsync(HeldBack));
        Assert.Equal(new[] { known, "K1" }.Order(StringComparer.Ordinal), await test.QueryAsync(Current));
        Assert.Contains($"'{known}', which was loaded before", Assert.Single(await test.QueryAsync("SELECT hint FROM load_quarantine")));
    }

    [Fact]
    public async Task A_full_extract_that_writes_a_reference_otherwise_does_not_withdraw_its_case()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, $"{SmallSet.Header}\n{Row("K1")}\n{Row("0417")}\n");
        await test.LoadAsync();
        SmallSet.Write(test, $"{SmallSet.Header}\n{Row("K1")}\n{Row("417")}\n");

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal((0L, 1L), (outcome.Plan.Withdrawn, outcome.RowsQuarantined));
        Assert.Equal(["0417", "K1"], await test.QueryAsync(Current));
    }

    [Fact]
    public async Task Two_files_of_a_load_with_one_case_under_two_references_are_held_back_in_both()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        WriteTwo(test, $"{Row("K1")}\n{Row("0417")}", $"{Row("K2")}\n{Row("417")}");

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal([1L, 1L], outcome.Files.Skip(1).Select(file => file.QuarantinedByRule["similar-reference"]));
        Assert.Equal(["K1", "K2"], await test.QueryAsync(Current));
    }

    [Fact]
    public async Task A_person_may_say_that_similar_references_are_two_cases()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, $"{SmallSet.Header}\n{Row("0417")}\n{Row("417")}\n");

        await test.LoadAsync(new LoadRequest { Path = test.SetFolder, Allow = LoadAllowance.SimilarReferences });

        Assert.Equal(["0417", "417"], await test.QueryAsync(Current));
    }

    [Fact]
    public async Task Codes_that_only_look_like_numbers_with_an_exponent_are_cases_of_their_own()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        string[] codes = ["70000", "7E", "7E4B", "7E-4", "E4", "7E5", "7F4"];
        SmallSet.Write(test, $"{SmallSet.Header}\n{string.Join('\n', codes.Select(code => Row(code)))}\n");

        await test.LoadAsync();

        Assert.Equal(codes.Order(StringComparer.Ordinal), await test.QueryAsync(Current));
    }

    [Theory]
    [InlineData("2.02406E+17", "rounded-reference")]
    [InlineData("3E+05", "rounded-reference")]
    [InlineData("7.0E+4", "rounded-reference")]
    [InlineData("2.0240600000000013E17", "rounded-reference")]
    [InlineData("56169.0", "rounded-reference")]
    [InlineData("\"80423,0\"", "rounded-reference")]
    [InlineData("\"912,00\"", "rounded-reference")]
    [InlineData("\"80.423,00\"", "rounded-reference")]
    [InlineData("\"80,423.00\"", "rounded-reference")]
    [InlineData("\"1 080 423,0\"", "rounded-reference")]
    [InlineData("\"80\u00A0423,00\"", "rounded-reference")]
    [InlineData("CR\u200B9", "invisible-character")]
    [InlineData("CR\u11609", "invisible-character")]
    [InlineData("CR\uDB40\uDD009", "invisible-character")]
    [InlineData("CR\uD834\uDD739", "invisible-character")]
    [InlineData("CR\u00089", "invisible-character")]
    public async Task A_reference_of_which_a_part_may_be_lost_is_held_back(string reference, string rule)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, $"{SmallSet.Header}\n{Row("K1")}\n{Row(reference)}\n");

        await test.LoadAsync();

        Assert.StartsWith(rule + "|", Assert.Single(await test.QueryAsync(HeldBack)), StringComparison.Ordinal);
        Assert.Equal(["K1"], await test.QueryAsync(Current));
    }

    // The second case took the first one's place in the quarantine: mending it made the figures complete without the first.
    [Fact]
    public async Task A_row_whose_reference_lost_digits_is_settled_by_no_other_row()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        string mapping = SmallSet.StageMapping(mode: "incremental");
        SmallSet.Write(test, $"{SmallSet.Header}\n3.10507E+15,1,02/04/2024,,,,,4826,SEC\n", mapping);
        await test.LoadAsync();
        SmallSet.Write(test, $"{SmallSet.Header}\n3.10507E+15,1,09/04/2024,,,,,4826,SEC\n", mapping);

        await test.LoadAsync();

        Assert.Equal(
            ["rounded-reference|open", "rounded-reference|open"],
            await test.QueryAsync("SELECT rule_id, status FROM load_quarantine ORDER BY quarantine_id"));
    }

    [Fact]
    public async Task Rows_whose_rounded_references_are_alike_are_no_copies_of_each_other()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, $"{SmallSet.Header}\n{Row("K1")}\n{Row("3.10507E+15")}\n{Row("3.10507E+15")}\n{Row("3.10507E+15")}\n");

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal(3, outcome.Files[1].QuarantinedByRule["rounded-reference"]);
    }

    [Theory]
    [InlineData("2E5")]
    [InlineData("12E+")]
    [InlineData("1.2.3")]
    [InlineData("56169.5")]
    public async Task A_reference_that_only_looks_a_little_like_a_number_loads(string reference)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, $"{SmallSet.Header}\n{Row(reference)}\n");

        await test.LoadAsync();

        Assert.Equal([reference], await test.QueryAsync(Current));
    }

    [Fact]
    public async Task Two_files_of_one_source_in_one_load_do_not_overwrite_each_other()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        WriteTwo(test, $"{Row("K1")}\n{Row("K2")}", $"{Row("K1").Replace("Upheld", "Not upheld", StringComparison.Ordinal)}\n{Row("K2")}");

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal(["duplicate-case|2|stages.csv", "duplicate-case|2|more.csv", "duplicate-row|3|more.csv"], await test.QueryAsync(
            "SELECT rule_id, line, file_name FROM load_quarantine ORDER BY rule_id, file_name DESC"));
        Assert.Equal(["K2"], await test.QueryAsync(Current));
        Assert.Contains("line 2 of 'stages.csv'", (await test.QueryAsync("SELECT hint FROM load_quarantine WHERE file_name = 'more.csv' AND line = 2"))[0]);
        Assert.All(outcome.Files, file => Assert.True(file.Reconciles()));
    }

    // Each pair was counted as two complaints, "complete" and without a word.
    [Theory]
    [InlineData("B7Q", "B7 Q")]
    [InlineData("HSG4", "HSG-4")]
    [InlineData("HSG-4", "HSG 4")]
    [InlineData("HSG/4", "HSG_4")]
    [InlineData("HSG-0931", "HSG-931")]
    [InlineData("HSG-007-B", "hsg 7b")]
    [InlineData("q9", "Q9")]
    [InlineData("2025/7", "2025-7")]
    [InlineData("2025.7", "2025 07")]
    [InlineData("B9\uDB40\uDC42", "B9")]
    [InlineData("B9\u3164", "B9")]
    [InlineData("B9\u115F", "B9")]
    [InlineData("B9\uFE0F", "B9")]
    [InlineData("B\u034F9", "B9")]
    [InlineData("B9\u2800", "B9")]
    [InlineData("\uFF229", "B9")]
    public async Task References_of_one_day_that_are_only_alike_are_held_back_in_one_file_and_in_the_next(string one, string other)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, $"{SmallSet.Header}\n{Row("K1")}\n{Row(one)}\n{Row(other)}\n");
        await test.LoadAsync();
        Assert.Equal(["K1"], await test.QueryAsync(Current));

        string mapping = SmallSet.StageMapping(mode: "incremental");
        SmallSet.Write(test, $"{SmallSet.Header}\n{Row(other)}\n", mapping);
        await test.LoadAsync();
        SmallSet.Write(test, $"{SmallSet.Header}\n{Row("K1")}\n{Row(one)}\n", mapping);
        await test.LoadAsync();

        Assert.Equal(new[] { "K1", other }.Order(StringComparer.Ordinal), await test.QueryAsync(Current));
    }

    [Theory]
    [InlineData("12-3", "1-23")]
    [InlineData("123", "12-3")]
    [InlineData("1204", "124")]
    [InlineData("A-10", "A-1")]
    [InlineData("A-10", "A-100")]
    [InlineData("2025/11", "2025/1-1")]
    public async Task Numbers_that_would_run_together_are_two_references(string one, string other)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, $"{SmallSet.Header}\n{Row(one)}\n{Row(other)}\n");

        Assert.Equal(0, (await test.LoadAsync()).RowsQuarantined);
    }

    [Fact]
    public async Task References_of_two_days_that_are_only_alike_are_two_cases()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, $"{SmallSet.Header}\n{Row("HSG4")}\n{Row("HSG-4", "03/04/2024")}\nhsg4,2,09/05/2024,,,,,4826,SEC\n");

        await test.LoadAsync();

        // The stage 2 does not say when its case was received.
        Assert.Equal(["HSG-4", "HSG4"], (await test.QueryAsync(Current)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_source_that_tells_its_cases_by_case_is_read_as_it_means_them_and_the_load_says_so()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        IEnumerable<string> apart = Enumerable.Range(10, 12).SelectMany(i => new[] { Row($"k{i}xQ"), Row($"k{i}Xq", "03/04/2024") });
        IEnumerable<string> rows = apart.Concat(((string[])["k90xQ", "k90Xq", "0417", "417"]).Select(reference => Row(reference)));
        SmallSet.Write(test, $"{SmallSet.Header}\n{string.Join('\n', rows)}\n");

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal(2, outcome.Files[1].QuarantinedByRule["similar-reference"]);
        Assert.Equal(2, outcome.Files[1].RowsOnlyAlike);
        Assert.Equal(26, (await test.QueryAsync(Current)).Count);
        Assert.Contains(
            outcome.Notices,
            notice => notice.StartsWith("stages.csv: the references of 2 rows differ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rows_per_complaint_and_contacts_are_looked_at_too()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.WriteLandlords(test);
        test.Write("cases.csv", "ref,one\nW 1,02/04/2024\nW1,02/04/2024\nW-2,02/04/2024\nW2,05/04/2024\n");
        test.Write("cases.mapping.jsonc", """{ "mapping": "cases", "source": { "system": "CRM" }, "target": "complaint", "mode": "full", "date_order": "dmy", "columns": { "case_reference": "ref", "stock_type": { "value": "LCRA" }, "stage1.received_on": "one" }, "landlord": { "value": "4826" } }""");
        test.Write("contacts.csv", "ref,one\nE 1,02/04/2024\nE1,02/04/2024\nE-2,02/04/2024\nE2,05/04/2024\n");
        test.Write("contacts.mapping.jsonc", """{ "mapping": "contacts", "source": { "system": "CRM" }, "target": "contact", "mode": "incremental", "date_order": "dmy", "columns": { "contact_reference": "ref", "kind": { "value": "mp_enquiry" }, "received_on": "one" }, "landlord": { "value": "4826" } }""");
        SmallSet.WriteManifest(test, ("cases.csv", "cases.mapping.jsonc"), ("contacts.csv", "contacts.mapping.jsonc"));

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal([2L, 2L], outcome.Files.Skip(1).Select(file => file.QuarantinedByRule["similar-reference"]));
        Assert.Equal(["W-2", "W2"], await test.QueryAsync(Current));
        test.Write("contacts.csv", "ref,one\ne2,05/04/2024\n");
        SmallSet.WriteManifest(test, ("contacts.csv", "contacts.mapping.jsonc"));
        Assert.Equal(1, (await test.LoadAsync()).Files[1].QuarantinedByRule["similar-reference"]);
    }

    private static void WriteTwo(TestWarehouse test, string one, string other)
    {
        SmallSet.Write(test, $"{SmallSet.Header}\n{one}\n");
        test.Write("more.csv", $"{SmallSet.Header}\n{other}\n");
        SmallSet.WriteManifest(test, ("stages.csv", "stages.mapping.jsonc"), ("more.csv", "stages.mapping.jsonc"));
    }

    private static string Row(string reference) => Row(reference, "02/04/2024");

    private static string Row(string reference, string received) => $"{reference},1,{received},,,12/04/2024,Upheld,4826,SEC";
}

using Complaints.Domain.Errors;
using Complaints.Etl.Loading;

namespace Complaints.Etl.Tests.Loading;

/// <summary>
/// A file that gives most of its cases another landlord, home or stock type loaded without a word: only another day of receipt was
/// refused. So did one that refuses or withdraws most of them, and one that moves their answers. A register that moves homes does so for
/// good reason.
/// </summary>
public sealed class MassChangeTests
{
    private const string Landlords = "SELECT landlord_code, stock_type, COUNT(*) FROM fact_stage WHERE recorded_to_load = 2147483647 GROUP BY ALL ORDER BY ALL";

    [Theory]
    [InlineData("4826", "00BK", "landlord", 30)]
    [InlineData("SEC", "LEA", "stock type", 30)]
    [InlineData("4826", "00BK", "landlord", 7)]
    public async Task Cases_that_become_anothers_under_their_references_are_refused(string was, string becomes, string what, int rows)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, $"{SmallSet.Header}\n{SmallSet.Rows(30)}");
        await test.LoadAsync();
        string[] changed =
        [
            .. SmallSet.Rows(30).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select((row, i) => i < rows ? row.Replace("," + was, "," + becomes, StringComparison.Ordinal) : row),
        ];
        // Many new cases beside them make it no smaller a change of those that were known.
        SmallSet.Write(test, $"{SmallSet.Header}\n{string.Join('\n', changed)}\n{SmallSet.Rows(200, 100)}");

        UserException refused = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());

        Assert.StartsWith($"The file gives {rows} of its 30 rows another {what} than 'CRM' gave before", refused.What, StringComparison.Ordinal);
        Assert.Contains("--allow-changes", refused.Fix, StringComparison.Ordinal);
        LoadRequest allowed = new() { Path = test.SetFolder, Allow = LoadAllowance.Changes };
        Assert.Equal(rows, (await test.LoadAsync(allowed)).Plan.Changed);
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(8, true)]
    [InlineData(5, false)]
    public async Task Answers_that_vanish_from_an_extract_are_refused_beyond_a_few(int rows, bool isRefused)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, $"{SmallSet.Header}\n{SmallSet.Rows(30)}");
        await test.LoadAsync();
        string[] answered = SmallSet.Rows(30).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] changed = [.. answered.Select((row, i) => i < rows ? Unanswered(row) : row)];
        SmallSet.Write(test, $"{SmallSet.Header}\n{string.Join('\n', changed)}\n");

        if (isRefused)
        {
            UserException refused = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());
            Assert.StartsWith($"The file has no answer any more for {rows} of its 30 rows", refused.What, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(rows, (await test.LoadAsync()).Plan.Changed);
        }

        // Without the day of the answer there is no outcome either.
        static string Unanswered(string row)
        {
            string[] cells = row.Split(',');
            (cells[5], cells[6]) = ("", "");
            return string.Join(',', cells);
        }
    }

    [Theory]
    [InlineData(30, 8, "refused", null, "The file refuses or withdraws 30 of its 30 rows that 'CRM' gave as accepted before.")]
    [InlineData(8, 8, "withdrawn", null, "The file refuses or withdraws 8 of its 30 rows that 'CRM' gave as accepted before.")]
    [InlineData(30, 5, "10/04/2025", null, "The file gives 30 of its 30 rows another day of answer than 'CRM' gave before")]
    [InlineData(8, 6, "Not upheld", null, "The file gives 8 of its 30 rows another outcome than 'CRM' gave before")]
    [InlineData(8, 6, "", null, "The file gives 8 of its 30 rows another outcome than 'CRM' gave before")]
    [InlineData(8, 4, "01/03/2025", null, "The file gives 8 of its 30 rows another day of acknowledgement than 'CRM' gave before")]
    [InlineData(8, 4, "", null, "The file gives 8 of its 30 rows another day of acknowledgement than 'CRM' gave before")]
    [InlineData(8, 3, "01/03/2025", null, "The file gives 8 of its 30 rows another day of logging than 'CRM' gave before")]
    [InlineData(8, 9, "01/05/2025", "01/04/2025", "The file gives 8 of its 30 rows another extension than 'CRM' gave before")]
    [InlineData(8, 8, "accepted", "refused", "The file accepts 8 of its 30 rows that 'CRM' gave as refused or withdrawn before.")]
    [InlineData(6, 8, "refused", null, null)]
    [InlineData(6, 5, "10/04/2025", null, null)]
    [InlineData(30, 9, "01/04/2025", "", null)]
    public async Task What_happened_to_a_case_does_not_change_for_most_of_them(
        int rows, int cell, string becomes, string? was, string? what)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        WriteFull(test, 30, cells => Set(cells, cell, was ?? cells[cell]));
        await test.LoadAsync();
        WriteFull(test, 30, cells => Set(cells, cell, string.CompareOrdinal(cells[0], $"C{rows:D5}") <= 0 ? becomes : was ?? cells[cell]));

        if (what is null)
        {
            Assert.Equal(rows, (await test.LoadAsync()).Plan.Changed);
            return;
        }

        UserException refused = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());

        Assert.StartsWith(what, refused.What, StringComparison.Ordinal);
        Assert.Contains("--allow-changes", refused.Fix, StringComparison.Ordinal);
        LoadRequest allowed = new() { Path = test.SetFolder, Allow = LoadAllowance.Changes };
        Assert.Equal(rows, (await test.LoadAsync(allowed)).Plan.Changed);

        // The outcome follows a status that refuses.
        static void Set(string[] cells, int cell, string value)
        {
            cells[cell] = value;
            cells[6] = cells[8] is "refused" or "withdrawn" ? "" : cells[6];
        }
    }

    /// <summary>An open complaint is answered, decided or withdrawn one day, and a file of what changed holds such rows alone.</summary>
    [Theory]
    [InlineData(5, "12/03/2025", 20, null)]
    [InlineData(8, "withdrawn", 6, null)]
    [InlineData(8, "refused", 16, "The file refuses or withdraws 16 of its 16 rows")]
    public async Task Open_complaints_may_end_but_not_most_of_them_by_being_refused(int cell, string becomes, int rows, string? what)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        WriteFull(test, 20, Open);
        await test.LoadAsync();
        WriteFull(
            test,
            rows,
            cells =>
            {
                Open(cells);
                cells[cell] = becomes;
            },
            mode: "incremental");

        if (what is null)
        {
            Assert.Equal(rows, (await test.LoadAsync()).Plan.Changed);
        }
        else
        {
            Assert.StartsWith(what, (await Assert.ThrowsAsync<UserException>(() => test.LoadAsync())).What, StringComparison.Ordinal);
        }

        static void Open(string[] cells) => (cells[5], cells[6]) = ("", "");
    }

    [Fact]
    public async Task Answers_to_contacts_that_all_move_are_refused_too()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        WriteContacts(test, "10/07/2024");
        await test.LoadAsync();
        WriteContacts(test, "10/09/2024");

        UserException refused = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());

        Assert.StartsWith("The file gives 10 of its 10 rows another day of answer", refused.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Six_of_thirty_cases_may_become_anothers()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, $"{SmallSet.Header}\n{SmallSet.Rows(30)}");
        await test.LoadAsync();
        SmallSet.Write(
            test,
            $"{SmallSet.Header}\n{SmallSet.Rows(6).Replace(",4826", ",00BK", StringComparison.Ordinal)}{SmallSet.Rows(24, 7)}");

        Assert.Equal(6, (await test.LoadAsync()).Plan.Changed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_register_that_moves_homes_to_another_landlord_moves_their_cases(bool registerAlone)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        WriteHomes(test, "4826", "SEC");
        WriteCases(test, i => $"P{i}");
        await test.LoadAsync();
        WriteHomes(test, "00BK", "SHO", withCases: !registerAlone);
        await test.LoadAsync(new LoadRequest
        {
            Path = test.SetFolder, ExtractDate = new DateOnly(2025, 4, 20), Allow = LoadAllowance.Changes,
        });
        WriteHomes(test, "00BK", "SHO");

        await test.LoadAsync(new LoadRequest { Path = test.SetFolder, ExtractDate = new DateOnly(2025, 4, 21) });

        Assert.Equal(["00BK|LCHO|10"], await test.QueryAsync(Landlords));
    }

    [Fact]
    public async Task Cases_that_all_get_another_home_are_refused()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        WriteHomes(test, "4826", "SEC");
        WriteCases(test, i => $"P{i}");
        await test.LoadAsync();
        WriteCases(test, i => $"P{((i + 1) % 10)}");

        UserException refused = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());

        Assert.StartsWith("The file gives 10 of its 10 rows another home", refused.What, StringComparison.Ordinal);
    }

    // Case, stage, received, logged, acknowledged, responded, outcome, landlord, status, extension to, tenure.
    private static void WriteFull(TestWarehouse test, int count, Action<string[]> change, string mode = "full")
    {
        const string columns = SmallSet.StageColumns + """, "status": "Status", "extension_to": "To" """;
        IEnumerable<string> rows = SmallSet.Rows(count).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row =>
        {
            string[] cells = [.. row.Split(',')[..8], "accepted", "01/04/2025", "SEC"];
            change(cells);
            return string.Join(',', cells);
        });
        SmallSet.Write(
            test,
            $"Case,Stage,Received,Logged,Ack,Responded,Outcome,Landlord,Status,To,Tenure\n{string.Join('\n', rows)}\n",
            SmallSet.StageMapping(columns, mode));
    }

    private static void WriteContacts(TestWarehouse test, string answered)
    {
        SmallSet.WriteLandlords(test);
        test.Write(
            "contacts.csv",
            "ref,received,answered,landlord\n"
                + string.Concat(Enumerable.Range(1, 10).Select(i => $"E{i},{i:00}/06/2024,{answered},4826\n")));
        test.Write("contacts.mapping.jsonc", """{ "mapping": "contacts", "source": { "system": "DESK" }, "target": "contact", "mode": "full", "date_order": "dmy", "columns": { "contact_reference": "ref", "kind": { "value": "mp_enquiry" }, "received_on": "received", "responded_on": "answered" }, "landlord": { "column": "landlord" } }""");
        SmallSet.WriteManifest(test, ("contacts.csv", "contacts.mapping.jsonc"));
    }

    private static void WriteHomes(TestWarehouse test, string landlord, string tenure, bool withCases = true)
    {
        SmallSet.WriteLandlords(test);
        test.Write(
            "homes.csv",
            "ref,landlord,tenure,from\n" + string.Concat(Enumerable.Range(0, 10).Select(i => $"P{i},{landlord},{tenure},01/01/2000\n")));
        test.Write("homes.mapping.jsonc", """{ "mapping": "homes", "source": { "system": "HOUSING" }, "target": "property", "mode": "full", "date_order": "dmy", "columns": { "property_reference": "ref", "tenure_code": "tenure", "valid_from": "from" }, "landlord": { "column": "landlord" } }""");
        (string, string)[] files = [("homes.csv", "homes.mapping.jsonc"), ("cases.csv", "cases.mapping.jsonc")];
        SmallSet.WriteManifest(test, withCases ? files : files[..1]);
    }

    private static void WriteCases(TestWarehouse test, Func<int, string> home)
    {
        test.Write(
            "cases.csv", "Case,Received,Home\n" + string.Concat(Enumerable.Range(0, 10).Select(i => $"C{i},02/09/2024,{home(i)}\n")));
        test.Write("cases.mapping.jsonc", """{ "mapping": "cases", "source": { "system": "CRM" }, "target": "stage", "mode": "full", "date_order": "dmy", "columns": { "case_reference": "Case", "stage": { "value": "1" }, "received_on": "Received" }, "landlord": { "through": "property_reference", "column": "Home", "allocator": "HOUSING" } }""");
    }
}

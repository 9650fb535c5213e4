using System.Text;
using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests.Reports;

/// <summary>A landlord's extracts, written and loaded as its data team would.</summary>
internal static class ReportSet
{
    private const string Stages = """
        { "mapping": "stages", "source": { "system": "CRM" }, "target": "stage", "mode": "full", "date_order": "ymd",
          "columns": { "case_reference": "case", "stage": "stage", "received_on": "received", "logged_on": "logged", "acknowledged_on": "acknowledged",
            "responded_on": "answered", "status": "status", "outcome": "outcome", "service_area": "area", "category": "category",
            "subcategory": "subcategory", "theme": "theme", "extension_agreed_on": "agreed", "extension_to": "extended", "extension_reason": "why",
            "ombudsman_details_given": "told", "tenure_code": "tenure", "channel": "channel", "contractor": "contractor",
            "resident_reference": "resident" },
          "landlord": OWNER, "tenures": { "GN": "LCRA", "SO": "LCHO", "LH": "NEITHER" } }
        """;

    private const string Homes = """
        { "mapping": "homes", "source": { "system": "CRM" }, "target": "property", "mode": "full", "date_order": "ymd",
          "columns": { "property_reference": "home", "neighbourhood": "neighbourhood", "landlord_code": "landlord", "tenure_code": "tenure",
            "valid_from": "from" }, "tenures": { "GN": "LCRA" } }
        """;

    /// <summary>Loads a register of contacts: so many of a kind and service area, all received in November 2023.</summary>
    public static async Task LoadContactsAsync(
        TemporaryFolder folder, string landlord, DateOnly extract, params (string Kind, string Area, int Count)[] contacts)
    {
        string set = Directory.CreateDirectory(folder["contacts"]).FullName;
        IEnumerable<string> lines = contacts
            .SelectMany(contact => Enumerable.Repeat($"{contact.Kind},{contact.Area}", contact.Count))
            .Select((contact, at) => $"R{at + 1},{contact},2023-11-01\n");
        (string Name, string Text)[] files =
        [
            ("contacts.csv", "reference,kind,area,received\n" + string.Concat(lines)),
            ("contacts.mapping.jsonc", $$"""{ "mapping": "contacts", "source": { "system": "REGISTER" }, "target": "contact", "mode": "full", "date_order": "ymd", "columns": { "contact_reference": "reference", "kind": "kind", "service_area": "area", "received_on": "received" }, "landlord": { "value": "{{landlord}}" } }"""),
            ("load.jsonc", $$"""{ "load_set": "contacts", "extract_date": "{{extract:yyyy-MM-dd}}", "files": [ { "file": "contacts.csv", "mapping": "contacts.mapping.jsonc" } ] }"""),
        ];
        await WriteAsync(set, files);
        (await CommandLineRun.ComplaintsAsync(folder.Path, "load", "contacts")).Expect(0);
    }

    /// <summary>Loads files of records around the complaints, each with fields of the names of its columns.</summary>
    public static Task LoadRecordsAsync(
        TemporaryFolder folder,
        string landlord,
        DateOnly extract,
        params (string Target, string Header, IEnumerable<string> Rows)[] records) =>
        LoadRecordsAsync(folder, landlord, extract, "CRM", records);

    /// <summary>The same, of another system.</summary>
    public static async Task LoadRecordsAsync(
        TemporaryFolder folder,
        string landlord,
        DateOnly extract,
        string system,
        params (string Target, string Header, IEnumerable<string> Rows)[] records)
    {
        string set = Directory.CreateDirectory(folder[system]).FullName;
        List<(string Name, string Text)> files = [];
        foreach ((string target, string header, IEnumerable<string> rows) in records)
        {
            // Payments have the landlord of their case.
            string fields = string.Join(", ", header.Split(',').Select(field => $"\"{field}\": \"{field}\""));
            string owner = target == "compensation" ? "" : $$""", "landlord": { "value": "{{landlord}}" }""";
            files.Add(($"{target}.csv", $"{header}\n{string.Concat(rows.Select(row => row + "\n"))}"));
            files.Add(($"{target}.mapping.jsonc", $$"""{ "mapping": "{{target}}", "source": { "system": "{{system}}" }, "target": "{{target}}", "mode": "full", "date_order": "ymd", "columns": { {{fields}} }{{owner}} }"""));
        }

        string listed = string.Join(", ", records.Select(
            record => $$"""{ "file": "{{record.Target}}.csv", "mapping": "{{record.Target}}.mapping.jsonc" }"""));
        files.Add(("load.jsonc", $$"""{ "load_set": "{{system}}", "extract_date": "{{extract:yyyy-MM-dd}}", "files": [ {{listed}} ] }"""));
        await WriteAsync(set, [.. files]);
        (await CommandLineRun.ComplaintsAsync(folder.Path, "load", system)).Expect(0);
    }

    /// <summary>
    /// Loads a landlord, its stock and its stages; where any has a neighbourhood also a register of homes, through which the stages have
    /// their landlord.
    /// </summary>
    public static async Task LoadAsync(
        TemporaryFolder folder,
        (string Code, string Name) landlord,
        (string Type, string YearEnd, int Homes)[] stock,
        DateOnly extract,
        params RecordedYear[] years)
    {
        string set = Directory.CreateDirectory(folder["set"]).FullName;
        var stages = new StringBuilder(
            "case,stage,received,logged,acknowledged,answered,status,outcome,area,category,theme,agreed,extended,why,told,landlord,tenure,resident,subcategory,channel,contractor\n");
        RecordedCase[] all = [.. years.SelectMany(year => year.Cases)];
        foreach (RecordedCase recorded in all)
        {
            stages.Append(recorded.Line(landlord.Code)).Append('\n');
        }

        string[] homes =
        [
            .. all.Where(one => one.Neighbourhood.Length > 0)
                .Select(one => $"{one.Resident},{one.Neighbourhood},{landlord.Code},{one.Tenure},2010-04-01\n")
                .Distinct(),
        ];
        bool throughHomes = homes.Length > 0;
        string owner = throughHomes
            ? """{ "through": "property_reference", "column": "resident", "allocator": "CRM" }"""
            : """{ "column": "landlord" }""";
        string register = throughHomes ? """{ "file": "homes.csv", "mapping": "homes.mapping.jsonc" }, """ : "";
        string counted = string.Concat(stock.Select(row => $"{row.Type},{row.YearEnd},{row.Homes}\n"));
        (string Name, string Text)[] files =
        [
            ("landlords.csv", $"code,name\n{landlord.Code},{landlord.Name}\n"),
            ("stock.csv", $"type,end,homes\n{counted}"),
            ("stages.csv", stages.ToString()),
            ("landlords.mapping.jsonc", """{ "mapping": "landlords", "source": { "system": "REG" }, "target": "landlord", "mode": "full", "columns": { "landlord_code": "code", "name": "name" } }"""),
            ("stock.mapping.jsonc", $$"""{ "mapping": "stock", "source": { "system": "REG" }, "target": "stock", "mode": "full", "date_order": "ymd", "columns": { "stock_type": "type", "year_end": "end", "homes": "homes" }, "landlord": { "value": "{{landlord.Code}}" } }"""),
            ("stages.mapping.jsonc", Stages.Replace("OWNER", owner, StringComparison.Ordinal)),
            ("homes.csv", "home,neighbourhood,landlord,tenure,from\n" + string.Concat(homes)),
            ("homes.mapping.jsonc", Homes),
            ("load.jsonc", $$"""{ "load_set": "report", "extract_date": "{{extract:yyyy-MM-dd}}", "files": [ { "file": "landlords.csv", "mapping": "landlords.mapping.jsonc" }, { "file": "stock.csv", "mapping": "stock.mapping.jsonc" }, {{register}}{ "file": "stages.csv", "mapping": "stages.mapping.jsonc" } ] }"""),
        ];
        await WriteAsync(set, files);
        (await CommandLineRun.ComplaintsAsync(folder.Path, "load", "set")).Expect(0);
    }

    private static async Task WriteAsync(string set, (string Name, string Text)[] files)
    {
        foreach ((string name, string text) in files)
        {
            await File.WriteAllTextAsync(Path.Combine(set, name), text, TestContext.Current.CancellationToken);
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using Complaints.Etl.Loading;
using Complaints.Warehouse;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Queries;

namespace Complaints.Etl.Tests.Loading;

public sealed class LargeLoadTests(ITestOutputHelper output)
{
    private const string Header =
        "Case,Stage,Received,Logged,Acknowledged,Agreed,Extended,Reason,HOS,Responded,Closed,Status,Outcome,Service,Category,Subcategory,Theme,Channel,Contractor,Handler,Refusal,Escalation,Points,Landlord,Tenure";

    private const string Columns =
        """
        "case_reference": "Case", "stage": "Stage", "received_on": "Received", "logged_on": "Logged", "acknowledged_on": "Acknowledged",
        "extension_agreed_on": "Agreed", "extension_to": "Extended", "extension_reason": "Reason", "ombudsman_details_given": "HOS",
        "responded_on": "Responded", "closed_on": "Closed", "status": "Status", "outcome": "Outcome", "service_area": "Service",
        "category": "Category", "subcategory": "Subcategory", "theme": "Theme", "channel": "Channel", "contractor": "Contractor",
        "handler": "Handler", "refusal_reason": "Refusal", "escalation_reason": "Escalation", "points_raised": "Points", "tenure_code": "Tenure"
        """;

    [Fact]
    [Trait("Category", "Long")]
    public async Task A_large_file_loads_whole_and_says_where_the_time_went()
    {
        int rows = Environment.GetEnvironmentVariable("COMPLAINTS_LONG") == "1" ? 1_000_000 : 20_000;
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, "", SmallSet.StageMapping(Columns));
        string data = Path.Combine(test.SetFolder, "stages.csv");
        WriteRows(data, rows);
        double bare = await BareAsync(test, data);

        long start = Stopwatch.GetTimestamp();
        LoadOutcome outcome = await test.LoadAsync();
        double whole = Stopwatch.GetElapsedTime(start).TotalSeconds;

        FileOutcome file = outcome.Files[1];
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows, {new FileInfo(data).Length / 1e6:F0} MB; bare read_csv + insert {bare:F2} s; load {whole:F2} s, {whole / bare:F1} times"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"scan {file.Times.Scan.TotalSeconds:F2} s, extract {file.Times.Extract.TotalSeconds:F2} s, conform {file.Times.Conform.TotalSeconds:F2} s, append {file.Times.Append.TotalSeconds:F2} s, merge {file.Times.Merge.TotalSeconds:F2} s, publish {outcome.PublishTime.TotalSeconds:F2} s; peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB"));
        Assert.Equal((rows, rows, 0), (file.RowsRead, file.RowsLoaded, file.RowsQuarantined));
    }

    private static async Task<double> BareAsync(TestWarehouse test, string data)
    {
        await using ILoadSession session = await test.Warehouse.BeginLoadAsync(
            new LoadHeader("bare", new DateOnly(2025, 4, 14)), TestContext.Current.CancellationToken);
        long start = Stopwatch.GetTimestamp();
        await using (await session.QueryAsync(
            SqlQuery.Of($"CREATE TABLE bare AS SELECT * FROM read_csv('{data}', dateformat = '%d/%m/%Y')"),
            TestContext.Current.CancellationToken))
        {
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static void WriteRows(string path, int rows)
    {
        var random = new Random(4826);
        string[] outcomes = ["Upheld", "Partially upheld", "Not upheld"];
        using var writer = new StreamWriter(path);
        writer.WriteLine(Header);
        for (int i = 0; i < rows; i++)
        {
            int stage = i % 5 == 4 ? 2 : 1;
            string reference = $"COMPLAINT-{(stage == 2 ? i - 4 : i):D8}";
            DateOnly received = new DateOnly(2023, 4, 3).AddDays((i / 5 * 7 % 600) + (stage == 2 ? 40 : 0));
            DateOnly acknowledged = received.AddDays(random.Next(0, 8));
            DateOnly responded = acknowledged.AddDays(random.Next(5, 40));
            bool extended = random.Next(5) == 0;
            string agreed = extended ? Day(acknowledged.AddDays(6)) : "";
            string until = extended ? Day(acknowledged.AddDays(28)) : "";
            string[] cells =
            [
                reference, $"{stage}", Day(received), Day(received), Day(acknowledged), agreed, until,
                extended ? "Awaiting a surveyor's report" : "", extended ? "Yes" : "",
                Day(responded), Day(responded.AddDays(random.Next(0, 9))), "Accepted", outcomes[random.Next(3)],
                "Repairs and maintenance", "Heating and hot water", $"Boiler breakdown {random.Next(20)}", "Delay in doing something",
                "Customer portal", $"Contractor {random.Next(12)}", $"Handler {random.Next(40)}", "",
                stage == 2 ? "Disagrees with the outcome" : "", $"{random.Next(1, 5)}",
                random.Next(3) == 0 ? "00BK" : "4826", random.Next(10) == 0 ? "SHO" : "SEC",
            ];
            writer.WriteLine(string.Join(',', cells));
        }
    }

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}

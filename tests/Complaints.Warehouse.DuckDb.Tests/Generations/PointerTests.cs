using System.Text.RegularExpressions;
using Complaints.Domain.Errors;
using Complaints.Domain.Tests.Storage;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Rows;

namespace Complaints.Warehouse.DuckDb.Tests.Generations;

/// <summary>
/// A missing CURRENT was read as generation 0, and the 'migrate' that the message advised deleted every generation; a folder in its place
/// and a negative number likewise.
/// </summary>
public partial class PointerTests
{
    public static TheoryData<string> Faults =>
        ["missing", "folder", "empty", "negative", "zero bytes", "no number", "null", "torn", "pipe", "device"];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Generations_without_a_valid_pointer_are_refused_and_kept_and_come_back_with_the_line_of_the_message(string fault)
    {
        await using TestWarehouse warehouse = await TestWarehouse.CreateAsync();
        await warehouse.LoadAsync<LandlordRow>([Make.Landlord("A1")]);
        string pointer = Path.Combine(warehouse.Folder, "CURRENT");
        string[] before = Generations(warehouse);
        Break(pointer, fault);

        string fix = "";
        foreach (Func<IWarehouse, Task> use in Uses())
        {
            await using IWarehouse again = WarehouseFactory.Open(WarehouseLocation.Parse(warehouse.Folder), TimeProvider.System);
            UserException refused = await Assert.ThrowsAnyAsync<UserException>(() => OddFile.WithinAsync(() => use(again)));
            Assert.IsNotType<NotReadyException>(refused);
            fix = refused.Fix!;
            Assert.Equal(before, Generations(warehouse));
        }

        if (Directory.Exists(pointer))
        {
            Directory.Delete(pointer);
        }

        File.Delete(pointer);
        await File.WriteAllTextAsync(pointer, Line().Match(fix).Value, TestContext.Current.CancellationToken);
        await using IWarehouse back = TestWarehouse.Reopen(warehouse.Folder).Warehouse;
        await using ISnapshot snapshot = await back.OpenSnapshotAsync(CancellationToken.None);
        Assert.Equal(["2"], await Query.RowsAsync(snapshot, "SELECT COUNT(*) FROM dim_landlord"));
        await TestLoad.RunAsync<LandlordRow>(back, [Make.Landlord("B2")], LoadMode.Incremental, "2025-04-14");
    }

    /// <summary>A pipe in the place of CURRENT made every command wait without end, and a link to /dev/zero read without end.</summary>
    [Theory]
    [InlineData("PUBLISHING", "pipe")]
    [InlineData("PUBLISHING", "device")]
    [InlineData("PUBLISHING", "folder")]
    [InlineData("writer.lock", "pipe")]
    [InlineData("writer.lock", "device")]
    [InlineData("writer.holder", "pipe")]
    [InlineData("writer.holder", "device")]
    [InlineData("writer.holder", "folder")]
    public async Task A_file_of_the_warehouse_that_is_no_file_is_named_and_neither_waited_for_nor_read_without_end(string name, string odd)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes in folders");
        await using TestWarehouse warehouse = await TestWarehouse.CreateAsync();
        await warehouse.LoadAsync<LandlordRow>([Make.Landlord("A1")]);
        string path = Path.Combine(warehouse.Folder, name);
        string[] before = Generations(warehouse);
        File.Delete(path);
        OddFile.Put(path, odd);

        foreach (Func<IWarehouse, Task> use in Uses().Skip(1))
        {
            await using IWarehouse again = WarehouseFactory.Open(WarehouseLocation.Parse(warehouse.Folder), TimeProvider.System);
            UserException refused = await Assert.ThrowsAnyAsync<UserException>(() => OddFile.WithinAsync(() => use(again)));
            Assert.Equal(path, refused.Where);
            Assert.Equal(before, Generations(warehouse));
        }
    }

    [Fact]
    public async Task A_pointer_that_is_an_older_copy_does_not_clear_the_newer_generation()
    {
        await using TestWarehouse warehouse = await TestWarehouse.CreateAsync();
        string pointer = Path.Combine(warehouse.Folder, "CURRENT");
        string old = await File.ReadAllTextAsync(pointer, TestContext.Current.CancellationToken);
        await warehouse.LoadAsync<LandlordRow>([Make.Landlord("A1")]);
        await File.WriteAllTextAsync(pointer, old, TestContext.Current.CancellationToken);
        string[] before = Generations(warehouse);

        await using IWarehouse again = WarehouseFactory.Open(WarehouseLocation.Parse(warehouse.Folder), TimeProvider.System);
        UserException refused = await Assert.ThrowsAsync<UserException>(() => again.MigrateAsync(CancellationToken.None));

        Assert.Contains("generation 2", refused.What, StringComparison.Ordinal);
        Assert.Equal(before, Generations(warehouse));
    }

    [Theory]
    [InlineData("shorter")]
    [InlineData("missing")]
    public async Task A_load_looks_at_the_published_file_as_a_reader_does(string fault)
    {
        await using TestWarehouse warehouse = await TestWarehouse.CreateAsync();
        string file = Path.Combine(warehouse.Folder, "generations", "000001.duckdb");
        if (fault == "missing")
        {
            File.Delete(file);
        }
        else
        {
            await using FileStream stream = File.OpenWrite(file);
            stream.SetLength(stream.Length - 4096);
        }

        foreach (Func<IWarehouse, Task> use in Uses())
        {
            await using IWarehouse again = WarehouseFactory.Open(WarehouseLocation.Parse(warehouse.Folder), TimeProvider.System);
            UserException refused = await Assert.ThrowsAnyAsync<UserException>(() => use(again));
            Assert.Equal(file, refused.Where);
        }
    }

    [Fact]
    public async Task A_damaged_block_is_told_as_a_damaged_file_by_readers_and_loads()
    {
        await using TestWarehouse warehouse = await TestWarehouse.CreateAsync();
        await warehouse.LoadWithLandlordsAsync([.. Enumerable.Range(1, 3_000).Select(i => Make.Stage($"C{i}"))]);
        string file = Path.Combine(warehouse.Folder, "generations", "000003.duckdb");
        byte[] bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        for (int at = 3 * 4096; at < bytes.Length; at += 997)
        {
            bytes[at] ^= 0x5A;
        }

        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
        await using IWarehouse again = WarehouseFactory.Open(WarehouseLocation.Parse(warehouse.Folder), TimeProvider.System);
        UserException read = await Assert.ThrowsAnyAsync<UserException>(async () =>
        {
            await using ISnapshot snapshot = await again.OpenSnapshotAsync(CancellationToken.None);
            await Query.RowsAsync(snapshot, "SELECT COUNT(DISTINCT HASH(f)) FROM fact_stage f");
        });
        Assert.Contains("damaged", read.What, StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<UserException>(() => again.BeginLoadAsync(TestLoad.Header("2025-01-01"), CancellationToken.None));
    }

    private static IEnumerable<Func<IWarehouse, Task>> Uses() =>
    [
        warehouse => warehouse.OpenSnapshotAsync(CancellationToken.None),
        warehouse => warehouse.MigrateAsync(CancellationToken.None),
        warehouse => warehouse.BeginLoadAsync(TestLoad.Header("2025-01-01"), CancellationToken.None),
    ];

    private static void Break(string pointer, string fault)
    {
        string text = File.ReadAllText(pointer);
        File.Delete(pointer);
        switch (fault)
        {
            case "missing":
                break;
            case "folder" or "pipe" or "device":
                OddFile.Put(pointer, fault);
                break;
            default:
                File.WriteAllText(pointer, fault switch
                {
                    "empty" => "",
                    "negative" => text.Replace("\"Generation\":2", "\"Generation\":-2", StringComparison.Ordinal),
                    "zero bytes" => """{"Generation":2,"Bytes":0,"PublishedAt":"2025-01-01T00:00:00Z"}""",
                    "no number" => text.Replace("\"Generation\":2", "\"Generation\":\"2\"", StringComparison.Ordinal),
                    "null" => "null",
                    _ => text[..(text.Length / 2)],
                });
                break;
        }
    }

    private static string[] Generations(TestWarehouse warehouse) =>
        [.. Directory.GetFiles(Path.Combine(warehouse.Folder, "generations")).Order().Select(path => $"{Path.GetFileName(path)} "
            + $"{new FileInfo(path).Length}")];

    [GeneratedRegex(@"\{.*\}")]
    private static partial Regex Line();
}

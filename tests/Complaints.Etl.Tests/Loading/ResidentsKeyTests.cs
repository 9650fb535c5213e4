using System.Collections.Concurrent;
using Complaints.Domain.Errors;
using Complaints.Domain.Tests.Storage;
using Complaints.Etl.Loading;

namespace Complaints.Etl.Tests.Loading;

/// <summary>Residents stay the same members of the warehouse as long as their pseudonyms are made with the same key.</summary>
public sealed class ResidentsKeyTests
{
    private const string Residents = "SELECT COUNT(DISTINCT resident_key) FROM fact_stage WHERE resident_key <> 0";

    [Fact]
    public async Task A_load_with_another_key_is_refused_and_one_without_the_key_makes_none()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Write(test);
        await test.LoadAsync(key: Key(test, "a first key of the house"));
        await test.LoadAsync(key: Key(test, "a first key of the house"));

        UserException another = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync(key: Key(test, "a second key of the house")));
        UserException none = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync(key: Key(test, null)));

        Assert.Contains("another one than that of earlier loads", another.What, StringComparison.Ordinal);
        Assert.Contains("is missing", none.What, StringComparison.Ordinal);
        Assert.All([another, none], error => Assert.Contains(PseudonymKey.Variable, error.Fix, StringComparison.Ordinal));
        Assert.False(File.Exists(PseudonymKey.FileOf(test.WarehouseFolder)));
        Assert.Equal(["2"], await test.QueryAsync(Residents));
    }

    [Fact]
    public async Task The_key_lies_beside_the_warehouse_and_only_a_load_that_publishes_makes_it()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Write(test);

        await test.LoadAsync(new LoadRequest { Path = test.SetFolder, DryRun = true }, Key(test, null));
        Assert.False(File.Exists(test.WarehouseFolder + ".pseudonym.key"));
        await test.LoadAsync(key: Key(test, null));
        await test.LoadAsync(key: Key(test, null));

        Assert.True(File.Exists(test.WarehouseFolder + ".pseudonym.key"));
        Assert.False(File.Exists(Path.Combine(test.WarehouseFolder, PseudonymKey.FileName)));
        Assert.Equal(["2"], await test.QueryAsync(Residents));

        // A warehouse of an earlier version has its key in the folder.
        File.Move(test.WarehouseFolder + ".pseudonym.key", Path.Combine(test.WarehouseFolder, PseudonymKey.FileName));
        await test.LoadAsync(key: Key(test, null));
        Assert.Equal(["2"], await test.QueryAsync(Residents));
    }

    [Fact]
    public async Task A_key_that_is_lost_for_good_can_be_replaced_once()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Write(test);
        await test.LoadAsync(key: Key(test, "a first key of the house"));

        await test.LoadAsync(
            new LoadRequest { Path = test.SetFolder, Allow = LoadAllowance.NewPseudonymKey }, Key(test, "a second key of the house"));
        await test.LoadAsync(key: Key(test, "a second key of the house"));

        Assert.Equal(["4"], await test.QueryAsync(Residents));
        await Assert.ThrowsAsync<UserException>(() => test.LoadAsync(key: Key(test, "a first key of the house")));
    }

    [Fact]
    public async Task A_load_without_residents_needs_no_key()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Write(test);
        await test.LoadAsync(key: Key(test, "a first key of the house"));
        SmallSet.Write(test, SmallSet.Header + "\nA,1,02/04/2024,,,,,4826,SEC\nB,1,02/04/2024,,,,,4826,SEC\n");

        Assert.Equal(0, (await test.LoadAsync(key: Key(test, null))).RowsQuarantined);
    }

    [Theory]
    [InlineData("HOUSING", "2")]
    [InlineData("ANOTHER", "4")]
    public async Task Systems_that_name_one_allocator_speak_of_the_same_residents(string allocator, string expected)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        foreach ((string system, string named) in new[] { ("CRM", "HOUSING"), ("REGISTER", allocator) })
        {
            SmallSet.Write(
                test,
                "Who," + SmallSet.Header + $"\nR-77,{system}1,1,02/04/2024,,,,,4826,SEC\nR-78,{system}2,1,02/04/2024,,,,,4826,SEC\n",
                SmallSet.StageMapping(SmallSet.StageColumns + $$""", "resident_reference": { "column": "Who", "allocator": "{{named}}" }""")
                    .Replace("\"system\": \"CRM\"", $"\"system\": \"{system}\"", StringComparison.Ordinal));
            await test.LoadAsync(key: Key(test, "a first key of the house"));
        }

        Assert.Equal([expected], await test.QueryAsync(Residents));
    }

    // A kill while the key was written left a file of 0 bytes: every later load was refused with words about hexadecimal digits.
    [Theory]
    [InlineData("", "is empty")]
    [InlineData("\n", "is empty")]
    [InlineData("0123", "another length")]
    [InlineData("no key", "cannot be read")]
    public async Task A_key_file_that_holds_no_key_is_told_with_a_way_out_and_stays_as_it_is(string text, string what)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Write(test);
        string file = PseudonymKey.FileOf(test.WarehouseFolder);
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);

        UserException told = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync(key: Key(test, null)));

        Assert.Contains(what, told.What, StringComparison.Ordinal);
        Assert.Equal(file, told.Where);
        Assert.Contains(PseudonymKey.Variable, told.Fix, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));

        // The way out: nothing was loaded yet, so the file may go.
        File.Delete(file);
        await test.LoadAsync(key: Key(test, null));
        Assert.Equal(["2"], await test.QueryAsync(Residents));
    }

    [Theory]
    [InlineData("pipe")]
    [InlineData("device")]
    [InlineData("folder")]
    public async Task What_is_no_file_in_place_of_the_key_is_told_and_not_waited_for(string kind)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes in folders");
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Write(test);
        string file = PseudonymKey.FileOf(test.WarehouseFolder);
        OddFile.Put(file, kind);

        UserException told = await Assert.ThrowsAsync<UserException>(
            () => OddFile.WithinAsync(() => test.LoadAsync(key: Key(test, null))));

        Assert.Equal(file, told.Where);
        Assert.Contains("ordinary file", told.Expected, StringComparison.Ordinal);
    }

    /// <summary>What stands at the key's name at any moment, also when the process is killed in it, is a whole key.</summary>
    [Fact]
    public async Task The_key_gets_its_name_once_it_is_whole_and_only_its_account_may_read_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "What happens to a file is told one by one on Linux.");
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        Write(test);
        string file = PseudonymKey.FileOf(test.WarehouseFolder);
        ConcurrentQueue<string> made = [];
        ConcurrentQueue<string> renamed = [];
        using (FileSystemWatcher watcher = new(Path.GetDirectoryName(file)!))
        {
            watcher.Created += (_, e) => made.Enqueue(e.FullPath);
            watcher.Renamed += (_, e) => renamed.Enqueue(e.FullPath);
            watcher.EnableRaisingEvents = true;
            await test.LoadAsync(key: Key(test, null));
            while (!made.Contains(file) && !renamed.Contains(file))
            {
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }
        }

        Assert.Contains(file, renamed);
        Assert.DoesNotContain(file, made);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal(65, new FileInfo(file).Length);
    }

    private static void Write(TestWarehouse test) => SmallSet.Write(
        test,
        "Who," + SmallSet.Header + "\nR-77,A,1,02/04/2024,,,,,4826,SEC\nR-78,B,1,02/04/2024,,,,,4826,SEC\n",
        SmallSet.StageMapping(SmallSet.StageColumns + ", \"resident_reference\": \"Who\""));

    private static PseudonymKey Key(TestWarehouse test, string? key) =>
        PseudonymKey.For(test.WarehouseFolder, variable => variable == PseudonymKey.Variable ? key : null);
}

using Complaints.Domain.Errors;
using Complaints.Domain.Tests.Storage;
using Complaints.Etl.Loading;
using Complaints.Etl.Tests.Loading;

namespace Complaints.Etl.Tests.Mapping;

/// <summary>What a load set may name: ordinary files of its own folder.</summary>
public sealed class LoadSetFilesTests
{
    [Theory]
    [InlineData("stages.csv")]
    [InlineData("stages.mapping.jsonc")]
    [InlineData("load.jsonc")]
    public async Task A_pipe_in_place_of_a_file_is_refused_and_not_waited_for(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes in folders");
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, SmallSet.Header + "\n" + SmallSet.Rows(3));
        string path = Path.Combine(test.SetFolder, name);
        File.Delete(path);
        Unix.MakePipe(path);
        Task<LoadOutcome> load = Task.Run(() => test.LoadAsync(), TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<UserException>(() => load.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("stages.csv", "/dev/zero")]
    [InlineData("stages.mapping.jsonc", "/dev/zero")]
    [InlineData("stages.mapping.jsonc", "../elsewhere/stages.mapping.jsonc")]
    [InlineData("stages.csv", "../elsewhere/stages.csv")]
    [InlineData("stages.csv", "stages.csv")]
    public async Task A_link_out_of_the_folder_to_a_device_or_to_itself_is_refused(string name, string target)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege there");
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, SmallSet.Header + "\n" + SmallSet.Rows(3));
        string path = Path.Combine(test.SetFolder, name);
        string elsewhere = Path.Combine(test.Root, "elsewhere");
        Directory.CreateDirectory(elsewhere);
        File.Move(path, Path.Combine(elsewhere, name));
        File.CreateSymbolicLink(path, target);

        await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());
    }

    [Fact]
    public async Task A_mapping_outside_the_folder_is_refused()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, SmallSet.Header + "\n" + SmallSet.Rows(3));
        File.Move(Path.Combine(test.SetFolder, "stages.mapping.jsonc"), Path.Combine(test.Root, "stages.mapping.jsonc"));
        SmallSet.WriteManifest(test, ("stages.csv", "../stages.mapping.jsonc"));

        UserException refused = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());
        Assert.Contains("outside", refused.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2099)]
    [InlineData(9999)]
    public async Task An_extract_dated_decades_ahead_is_refused(int year)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, SmallSet.Header + "\n" + SmallSet.Rows(3));

        UserException refused = await Assert.ThrowsAsync<UserException>(() =>
            test.LoadAsync(new LoadRequest { Path = test.SetFolder, ExtractDate = new DateOnly(year, 12, 31) }));
        Assert.Contains("today", refused.What, StringComparison.Ordinal);
    }
}

using Complaints.Domain.Errors;
using Complaints.Etl.Mapping;
using Complaints.Etl.Tests.Loading;

namespace Complaints.Etl.Tests.Mapping;

public sealed class MappingGuideTests
{
    [Fact]
    public void The_documentation_lists_the_fields_that_the_reader_knows()
    {
        DirectoryInfo? root = new(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "docs", "loading.md")))
        {
            root = root.Parent;
        }

        Assert.NotNull(root);
        string documented = File.ReadAllText(Path.Combine(root.FullName, "docs", "loading.md"));

        Assert.True(
            documented.ReplaceLineEndings("\n").Contains(MappingGuide.Fields(), StringComparison.Ordinal),
            $"docs/loading.md must hold what 'complaints mapping fields' prints:\n{MappingGuide.Fields()}");
    }

    [Fact]
    public async Task The_schemas_are_written_where_a_mapping_looks_for_them()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();

        IReadOnlyList<string> written = await MappingGuide.WriteSchemasAsync(test.SetFolder, TestContext.Current.CancellationToken);

        Assert.Equal(
            written.Order(StringComparer.Ordinal),
            Directory.GetFiles(test.SetFolder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_stage_code_that_is_no_stage_is_refused_with_its_place()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        string path = test.Write("stages.mapping.jsonc", SmallSet.StageMapping(
            SmallSet.StageColumns.Replace("\"stage\": \"Stage\"", "\"stage\": { \"column\": \"Stage\", \"codes\": { \"F\": \"3\" } }", StringComparison.Ordinal)));

        UserException e = Assert.Throws<UserException>(() => MappingReader.Read(path));

        Assert.Equal("'3' is no stage.", e.What);
        Assert.EndsWith("$.columns.stage.codes.F", e.Where, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_out_of_the_folder_is_refused_as_a_path_out_of_it_is()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, SmallSet.Header + "\n" + SmallSet.Rows(2));
        string outside = Path.Combine(test.Root, "outside.csv");
        File.Move(Path.Combine(test.SetFolder, "stages.csv"), outside);
        File.CreateSymbolicLink(Path.Combine(test.SetFolder, "stages.csv"), outside);

        UserException e = Assert.Throws<UserException>(() => LoadSetReader.Read(test.SetFolder));

        Assert.Equal("'stages.csv' is outside the load set's folder.", e.What);
    }
}

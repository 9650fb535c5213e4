using Complaints.Domain.Errors;
using Complaints.Domain.Homes;
using Complaints.Etl.Mapping;
using Complaints.Warehouse.Loading;

namespace Complaints.Etl.Tests.Mapping;

public sealed class MappingReaderTests : IDisposable
{
    private const string Sound =
        """
        { // a comment
          "$schema": "mapping.schema.json",
          "mapping": "m", "version": 3,
          "source": { "system": "CRM", "delimiter": ";", "header_row": 2 },
          "target": "stage",
          "mode": "incremental",
          "date_order": "mdy",
          "nulls": ["", "N/A"],
          "columns": {
            "case_reference": "Case",
            "stage": { "column": "Stage", "codes": { "First": "1", "Second": "2" } },
            "received_on": { "column": "Received", "date_order": "ymd" },
            "channel": { "value": "phone" },
            "tenure_code": "Tenure",
          },
          "landlord": { "value": "4826" },
          "tenures": { "GN": "LCRA" },
        }
        """;

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.mapping.jsonc");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_sound_mapping_is_read_with_comments_and_trailing_commas()
    {
        MappingFile mapping = Read(Sound);

        Assert.Equal(("m", 3, "CRM"), (mapping.Id, mapping.Version, mapping.System));
        Assert.Equal((LoadTarget.Stage, LoadMode.Incremental, DateOrder.Mdy), (mapping.Target, mapping.Mode, mapping.DateOrder));
        Assert.Equal((';', 2), (mapping.Read.Delimiter, mapping.Read.HeaderRow));
        Assert.Equal(DateOrder.Ymd, mapping.Columns.Single(column => column.Field == "received_on").DateOrder);
        Assert.Equal("phone", mapping.Columns.Single(column => column.Field == "channel").Value);
        Assert.True(mapping.Tenures.TryClassify("gn", out StockType general));
        Assert.Equal(StockType.Lcra, general);
    }

    [Theory]
    [InlineData("\"case_reference\"", "\"case_referense\"", "Did you mean 'case_reference'?", ":10 $.columns.case_referense")]
    [InlineData("\"mode\": \"incremental\"", "\"mode\": \"incremental_\"", "Did you mean 'incremental'?", ":6 $.mode")]
    [InlineData("\"date_order\": \"mdy\"", "\"date_oder\": \"mdy\"", "Did you mean 'date_order'?", ":7 $.date_oder")]
    [InlineData("\"header_row\": 2", "\"header_row\": 0", "the number 0", ":4 $.source.header_row")]
    [InlineData("\"system\": \"CRM\", ", "", "'system' is missing", ":4 $.source")]
    [InlineData("\"received_on\": {", "\"responded_on\": {", "'received_on' is missing", ":1 $")]
    [InlineData("\"landlord\": { \"value\": \"4826\" },", "", "Nothing tells the landlord", ":1 $")]
    [InlineData("\"tenure_code\": \"Tenure\",", "", "Nothing tells the stock type", ":1 $")]
    [InlineData("\"value\": \"phone\"", "\"value\": \"phone\", \"column\": \"C\"", "both a column and a value", ":13 $.columns.channel")]
    [InlineData("\"GN\": \"LCRA\"", "\"GN\": \"rented\"", "'rented'", ":17 $.tenures.GN")]
    [InlineData("\"value\": \"4826\"", "\"value\": \"48-26\"", "not a landlord's code", ":16 $.landlord")]
    [InlineData(
        "\"value\": \"4826\"", "\"value\": \"4826\", \"address_column\": \"A\"", "for landlords found through the home", ":16 $.landlord")]
    [InlineData(
        "\"value\": \"4826\"", "\"through\": \"property_reference\", \"column\": \"H\", \"postcode_column\": \"A\"",
        "'postcode_column' stands without 'address_column'", ":16 $.landlord")]
    [InlineData(
        "\"value\": \"4826\"", "\"through\": \"property_reference\", \"allocator\": \"A\"", "not clear where the landlord comes from",
        ":16 $.landlord")]
    [InlineData("\"version\": 3", "\"version\": 3, \"version\": 4", "given twice", ":3 $.version")]
    [InlineData("\"nulls\": [\"\", \"N/A\"]", "\"nulls\": [\"\" \"N/A\"]", "not valid JSON", ":8")]
    public void A_fault_is_named_with_line_path_and_the_nearest_name(string sound, string broken, string what, string where)
    {
        Assert.Contains(sound, Sound, StringComparison.Ordinal);

        UserException e = Assert.Throws<UserException>(() => Read(Sound.Replace(sound, broken, StringComparison.Ordinal)));

        Assert.Contains(what, e.What, StringComparison.Ordinal);
        Assert.EndsWith(where, e.Where, StringComparison.Ordinal);
        Assert.False(string.IsNullOrWhiteSpace(e.Expected));
        Assert.False(string.IsNullOrWhiteSpace(e.Fix));
    }

    [Fact]
    public void A_load_set_cannot_name_files_outside_its_folder()
    {
        string folder = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, LoadSetReader.ManifestName), """{ "load_set": "s", "extract_date": "2025-01-01", "files": [ { "file": "../secret.csv", "mapping": "builtin:rsh-tsm" } ] }""");

        UserException e = Assert.Throws<UserException>(() => LoadSetReader.Read(folder));

        Assert.Contains("outside the load set's folder", e.What, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    private MappingFile Read(string text)
    {
        File.WriteAllText(_path, text);
        return MappingReader.Read(_path);
    }
}

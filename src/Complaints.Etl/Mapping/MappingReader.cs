using Complaints.Domain.Errors;
using Complaints.Domain.Homes;
using Complaints.Domain.Json;
using Complaints.Etl.Mapping.Json;
using Complaints.Warehouse.Loading;

namespace Complaints.Etl.Mapping;

/// <summary>Reads mapping files. Strict: what is not understood is refused with file, line, JSON path and the nearest known name.</summary>
public static class MappingReader
{
    private static readonly string[] s_usualNulls = [""];

    /// <summary>Reads a mapping file.</summary>
    /// <exception cref="UserException">The file is missing, not JSON, or says something that has no meaning.</exception>
    public static MappingFile Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        (JsonObject root, string sha256) = JsonFile.Read(path);
        var file = new JsonBinder(root);
        file.Text("$schema");
        string id = file.RequiredText("mapping");
        int version = file.Whole("version", otherwise: 1, least: 1, most: int.MaxValue);
        (string system, Extract.ReadOptions read, int? freshForDays) = SourceReader.Read(file);
        LoadTarget target = file.Word<LoadTarget>("target") ?? throw Missing(file, "target", Names.All<LoadTarget>());
        LoadMode mode = file.Word<LoadMode>("mode") ?? throw Missing(file, "mode", Names.All<LoadMode>());
        DateOrder order = file.Word<DateOrder>("date_order") ?? DateOrder.Dmy;
        PeriodEnd validTo = file.Word<PeriodEnd>("valid_to") ?? PeriodEnd.Exclusive;
        IReadOnlyList<(string Text, JsonPlace Place)> nulls = file.Texts("nulls");
        IReadOnlyList<FieldSource> columns = ColumnsReader.Read(file, target);
        RowFilter rows = RowFilterReader.Read(file);
        LandlordSource? landlord = LandlordReader.Read(file, target, system);
        TenureMap tenures = Tenures(file);
        file.Finish();

        var mapping = new MappingFile
        {
            Path = path,
            Sha256 = sha256,
            Id = id,
            Version = version,
            System = system,
            FreshForDays = freshForDays,
            Read = read,
            Target = target,
            Mode = mode,
            DateOrder = order,
            ValidTo = validTo,
            Nulls = [.. s_usualNulls.Concat(nulls.Select(word => word.Text)).Distinct(StringComparer.OrdinalIgnoreCase)],
            Rows = rows,
            Columns = columns,
            Landlord = landlord,
            Tenures = tenures,
        };
        MappingRules.Check(mapping, file.Place);
        return mapping;
    }

    private static UserException Missing(JsonBinder file, string name, IReadOnlyList<string> words) =>
        new($"'{name}' is missing.", file.Place.ToString(), string.Join(", ", words), $"add \"{name}\" with one of these words");

    private static TenureMap Tenures(JsonBinder file)
    {
        if (file.Object("tenures") is not JsonObject map)
        {
            return TenureMap.BuiltIn;
        }

        var codes = new List<KeyValuePair<string, StockType>>();
        foreach ((string code, string text, JsonPlace place) in JsonBinder.Pairs(map))
        {
            codes.Add(StockTypes.TryParse(text, out StockType type)
                ? KeyValuePair.Create(code, type)
                : throw new UserException(
                    $"The tenure code '{code}' has the stock type '{text}'.",
                    place.ToString(),
                    "LCRA, LCHO or NEITHER",
                    "use one of these"));
        }

        try
        {
            return TenureMap.BuiltIn.With(codes);
        }
        catch (UserException e)
        {
            throw new UserException(e.What, map.Place.ToString(), e.Expected, e.Fix, e);
        }
    }
}

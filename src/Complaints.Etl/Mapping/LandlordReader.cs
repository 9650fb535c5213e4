using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Domain.Homes;
using Complaints.Domain.Json;
using Complaints.Etl.Mapping.Json;

namespace Complaints.Etl.Mapping;

/// <summary>Reads a mapping's <c>landlord</c>.</summary>
internal static class LandlordReader
{
    private const string ThroughReference = "property_reference";

    internal static LandlordSource? Read(JsonBinder file, LoadTarget target, string system)
    {
        if (file.Object("landlord") is not JsonObject value)
        {
            return null;
        }

        if (!TargetFields.HasLandlord(target))
        {
            throw new UserException(
                $"Rows of '{Names.Of(target)}' are not assigned to a landlord.",
                value.Place.ToString(),
                "no \"landlord\" for this target",
                "remove it");
        }

        var parts = new JsonBinder(value);
        string? through = parts.Text("through");
        string? column = parts.Text("column");
        string? fixedCode = parts.Text("value");
        string? allocator = parts.Text("allocator");
        string? uprnColumn = parts.Text("uprn_column");
        string? addressColumn = parts.Text("address_column");
        string? postcodeColumn = parts.Text("postcode_column");
        string? nameColumn = parts.Text("name_column");
        Dictionary<string, string> names = DecidedNames(parts);
        IReadOnlyList<(string Text, JsonPlace Place)> candidates = parts.Texts("candidates");
        parts.Finish();

        CheckThrough(value, through, target);
        bool assigns = through is not null;
        if (!assigns && ((allocator ?? uprnColumn ?? addressColumn ?? postcodeColumn) is not null || candidates.Count > 0))
        {
            throw Wrong(value, "'allocator', 'uprn_column', 'address_column', 'postcode_column' and 'candidates' are for landlords found through the home.", $"\"through\": \"{ThroughReference}\"");
        }

        CheckNames(value, target, nameColumn, names.Count > 0, assigns || fixedCode is not null);
        if (nameColumn is not null)
        {
            return new LandlordSource { Column = column, NameColumn = nameColumn, Names = names, Place = value.Place.ToString() };
        }

        if (postcodeColumn is not null && addressColumn is null)
        {
            throw Wrong(value, "'postcode_column' stands without 'address_column': a postcode alone tells no home.", "{ \"address_column\": …, \"postcode_column\": … }");
        }

        if (assigns ? (column ?? uprnColumn ?? addressColumn) is null || fixedCode is not null : (column is null) == (fixedCode is null))
        {
            throw Wrong(
                value,
                "It is not clear where the landlord comes from.",
                "{ \"column\": … }, { \"value\": … }, { \"name_column\": … }, or { \"through\": \"property_reference\", \"column\": … }");
        }

        if (fixedCode is not null)
        {
            Landlord(fixedCode, value.Place);
        }

        return new LandlordSource
        {
            Column = column,
            Value = fixedCode,
            Allocator = assigns ? allocator ?? system : null,
            UprnColumn = uprnColumn,
            AddressColumn = addressColumn,
            PostcodeColumn = postcodeColumn,
            Candidates = [.. candidates.Select(candidate => Landlord(candidate.Text, candidate.Place))],
            Place = value.Place.ToString(),
        };
    }

    private static void CheckThrough(JsonObject value, string? through, LoadTarget target)
    {
        if (through is not null and not ThroughReference)
        {
            throw Wrong(value, $"'through' is '{through}'.", $"\"{ThroughReference}\"");
        }

        if (through is not null && !TargetFields.MayAssign(target))
        {
            throw Wrong(
                value,
                $"The landlord of '{Names.Of(target)}' cannot be found through the home.",
                "{ \"column\": … } or { \"value\": … } with the landlord's code");
        }
    }

    private static void CheckNames(JsonObject value, LoadTarget target, string? column, bool decides, bool otherwise)
    {
        if (column is not null && !TargetFields.MayName(target))
        {
            throw Wrong(
                value,
                $"The landlord of '{Names.Of(target)}' cannot be told by its name.",
                "{ \"column\": … } or { \"value\": … } with the landlord's code");
        }

        if (column is not null ? otherwise : decides)
        {
            throw Wrong(
                value,
                column is null ? "'names' is for landlords told by their names." : "'name_column' stands beside 'value' or 'through'.",
                "{ \"name_column\": … }, with { \"column\": … } beside it where rows have the code too");
        }
    }

    private static Dictionary<string, string> DecidedNames(JsonBinder parts)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        if (parts.Object("names") is not JsonObject decided)
        {
            return names;
        }

        foreach ((string name, string code, JsonPlace place) in JsonBinder.Pairs(decided))
        {
            if (names.Count == Limits.MappingCodes || !names.TryAdd(name.Trim(), Landlord(code, place)))
            {
                throw new UserException(
                    $"'{name}' cannot be added to the names.",
                    place.ToString(),
                    FormattableString.Invariant($"each name once, and at most {Limits.MappingCodes:N0}"),
                    "remove what is there twice");
            }
        }

        return names;
    }

    private static string Landlord(string text, JsonPlace place) => LandlordCode.TryParse(text, out LandlordCode code)
        ? code.Value
        : throw new UserException(
            $"'{text}' is not a landlord's code.",
            place.ToString(),
            "the regulator's code, such as LH3827, 4826 or 00BK",
            "look it up in the register of providers; keep leading zeros");

    private static UserException Wrong(JsonObject value, string what, string expected) =>
        new(what, value.Place.ToString(), expected, "correct \"landlord\"");
}

using Complaints.Domain.Errors;
using Complaints.Domain.Json;

namespace Complaints.Etl.Mapping;

/// <summary>What must be true of a mapping as a whole.</summary>
internal static class MappingRules
{
    internal static void Check(MappingFile mapping, JsonPlace place)
    {
        HashSet<string> given = [.. mapping.Columns.Select(column => column.Field)];
        if (TargetFields.Of(mapping.Target).FirstOrDefault(field => field.Required && !given.Contains(field.Name)) is TargetField missing)
        {
            throw new UserException(
                $"'{missing.Name}' is missing from 'columns'.",
                place.ToString(),
                $"a column or value for {missing.Name}, which every row of '{mapping.TargetName}' needs",
                $"add \"{missing.Name}\" to \"columns\"");
        }

        CheckLandlord(mapping, given, place);
        CheckStage2(mapping, given, place);
        bool stockType = given.Contains("stock_type") || given.Contains("tenure_code");
        bool needsStockType = mapping.Target is LoadTarget.Property
            || (mapping.Target is LoadTarget.Stage or LoadTarget.Complaint && mapping.Landlord is not { ThroughProperty: true });
        if (needsStockType && !stockType)
        {
            throw new UserException(
                "Nothing tells the stock type of a row.",
                place.ToString(),
                "'stock_type' or 'tenure_code' in 'columns', or a landlord found through the home",
                "add one of them; the regulator's figures are per stock type");
        }
    }

    private static void CheckLandlord(MappingFile mapping, HashSet<string> given, JsonPlace place)
    {
        bool field = given.Contains("landlord_code");
        bool own = mapping.Landlord is not null;
        if (!TargetFields.HasLandlord(mapping.Target) || field != own)
        {
            return;
        }

        throw new UserException(
            own ? "The landlord is given twice: by 'landlord' and by the field 'landlord_code'." : "Nothing tells the landlord of a row.",
            place.ToString(),
            "either 'landlord' or the field 'landlord_code'",
            own ? "remove one of them" : "add one of them; there is no default landlord");
    }

    private static void CheckStage2(MappingFile mapping, HashSet<string> given, JsonPlace place)
    {
        bool stage2 = given.Any(name => name.StartsWith("stage2.", StringComparison.Ordinal));
        if (mapping.Target == LoadTarget.Complaint && stage2 && !given.Contains("stage2.received_on"))
        {
            throw new UserException(
                "Stage 2 has columns but not the day it was received.",
                place.ToString(),
                "'stage2.received_on': the day by which a stage 2 counts",
                "add \"stage2.received_on\" to \"columns\"");
        }
    }
}

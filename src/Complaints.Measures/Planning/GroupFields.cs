using Complaints.Measures.Catalogue;

namespace Complaints.Measures.Planning;

/// <summary>
/// Fields with a short closed list of values on the fact itself (stage, status, stock type). Grouping by one more of them makes few more
/// groups, and conditions on it are then tested once a group and not once a row.
/// </summary>
internal static class GroupFields
{
    internal static bool TestsKeysOnly(Condition condition) => Fields(condition).All(IsKey);

    internal static IEnumerable<FactField> Of(Condition condition) => Fields(condition).SelectMany(KeysOf);

    // Homes are known by landlord, stock type and year: few groups more, and no look at the stock for each row.
    private static IEnumerable<FactField> KeysOf(FactField field) => field.Source == FieldOrigin.HomesOfYear
        ? [TestableFields.Landlord, TestableFields.StockType, field]
        : field.Source == FieldOrigin.HomesOfLandlord ? [TestableFields.Landlord, field]
        : IsKey(field) ? [field] : [];

    private static bool IsKey(FactField field) =>
        field is { Source: FieldOrigin.Fact, Values: not null, IsNullable: false }
            or { Source: FieldOrigin.HomesOfYear or FieldOrigin.HomesOfLandlord };

    private static IEnumerable<FactField> Fields(Condition condition) => condition switch
    {
        AllOf all => all.Conditions.SelectMany(Fields),
        AnyOf any => any.Conditions.SelectMany(Fields),
        Negated not => Fields(not.Condition),
        FieldTest test => [test.Field],
        _ => throw new InvalidOperationException($"A condition of an unknown kind: {condition.GetType().Name}."),
    };
}

using Complaints.Measures.Catalogue;

namespace Complaints.Measures.Tests.Catalogue;

/// <summary>What a field says of itself.</summary>
public sealed class FactFieldTests
{
    public static TheoryData<FieldOrigin> Origins() => [.. Enum.GetValues<FieldOrigin>()];

    /// <summary>
    /// Four origins were missing where it was asked, and a figure as at the period's end was not found for their measures.
    /// </summary>
    [Theory]
    [MemberData(nameof(Origins))]
    public void A_field_depends_on_the_day_where_its_origin_is_named_as_at_a_day(FieldOrigin origin) => Assert.Equal(
        origin.ToString().EndsWith("AsAt", StringComparison.Ordinal),
        new FactField("field", FieldType.Flag, origin, "column").DependsOnDay);
}

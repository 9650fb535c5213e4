using Complaints.Domain.Code;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Explaining;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Bridging;

/// <summary>The conditions by which stages of complaints leave the way to the return, in their order, each with its rule.</summary>
internal static class BridgePlan
{
    /// <summary>Reason of what other landlords have in the same systems.</summary>
    internal const string OtherLandlord = "other_landlord";

    /// <summary>The rule of it.</summary>
    internal const string OtherLandlordRule = "the return is a landlord's: complaints of homes that a managing agent's system keeps for others are in the others' returns";

    private const string OtherStageRule = "the stages are returned apart, each counted on the day it was made, whenever the other one was";

    private const string OtherStockTypeRule = "CH01 and CH02 are returned per stock type";

    private const string MissingHomesRule = "CH01: without homes below the line there is no rate of these complaints";

    /// <summary>The conditions on stages.</summary>
    /// <param name="query">What was asked.</param>
    /// <param name="resolved">What that means.</param>
    /// <param name="missingHomes">Whether complaints without homes in the stock leave the way to CH01's numerator.</param>
    internal static IReadOnlyList<(FunnelTest Test, string Rule)> Tests(BridgeQuery query, ResolvedQuery resolved, bool missingHomes)
    {
        MeasureDefinition measure = resolved.Measures[0];
        string other = query.Stage == Stage.One ? "2" : "1";
        IReadOnlyList<string> landlords = Values(resolved, Dimensions.Landlord);
        IReadOnlyList<string> types = Values(resolved, Dimensions.StockType);
        var tests = new List<(FunnelTest, string)>();
        if (landlords.Count > 0)
        {
            tests.Add((new FunnelTest(OtherLandlord, "", In(TestableFields.Landlord, landlords)), OtherLandlordRule));
        }

        tests.Add((new FunnelTest("other_stage", $"stage {other}", measure.Numerator.Where), OtherStageRule));
        tests.AddRange(measure.PopulationRule.Under(resolved.PolicyFor(measure))
            .Select(exclusion => (FunnelTest.Of(exclusion), measure.PopulationRule.Source)));
        if (types.Count > 0)
        {
            string words = $"of another stock type than {string.Join(" and ", types)}";
            tests.Add((new FunnelTest("other_stock_type", words, In(TestableFields.StockType, types)), OtherStockTypeRule));
        }

        if (missingHomes)
        {
            tests.Add((FunnelTest.Of(Exclusion.OfMissingHomes), MissingHomesRule));
        }

        return tests;
    }

    /// <summary>The values that a filter asks for; none for all.</summary>
    internal static IReadOnlyList<string> Values(ResolvedQuery resolved, Dimension dimension) =>
        resolved.Filters.FirstOrDefault(filter => filter.Dimension == dimension)?.Values ?? [];

    /// <summary>What is of some systems.</summary>
    internal static Condition OfSources(IReadOnlyList<string> sources) => In(TestableFields.SourceSystem, sources);

    private static FieldTest In(FactField field, IReadOnlyList<string> values) => new(field, ConditionOperator.In, [.. values]);
}

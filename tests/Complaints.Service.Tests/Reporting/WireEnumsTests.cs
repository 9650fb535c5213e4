using Complaints.Domain.Code;
using Complaints.Domain.Errors;
using Complaints.Measures.Cases;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Comparators;
using Complaints.Measures.Figures;
using Complaints.Measures.Reconciling;
using Complaints.Protocol.Reporting;
using Wire = Complaints.Protocol.V1;

namespace Complaints.Service.Tests.Reporting;

public sealed class WireEnumsTests
{
    [Fact]
    public void The_numbers_of_the_contract_are_those_of_the_product()
    {
        Same<CellState, Wire.CellState>();
        Same<MeasureKind, Wire.MeasureKind>(("PerThousandHomes", "Per1000Homes"));
        Same<DateRole, Wire.DateRole>();
        Same<GoodDirection, Wire.GoodDirection>();
        Same<WithdrawnPolicy, Wire.WithdrawnPolicy>();
        Same<ZeroRule, Wire.ZeroRule>();
        Same<CasePart, Wire.CasePart>();
        Same<ClockState, Wire.CaseState>();
        Same<InTimeBasis, Wire.InTimeBasis>();
        Same<ReconcileOutcome, Wire.ReconcileOutcome>();
    }

    [Fact]
    public void A_number_that_is_not_known_is_refused_and_not_guessed()
    {
        Assert.Throws<UserException>(() => WireEnums.Rounding((Wire.Rounding)7));
        Assert.Throws<UserException>(() => WireEnums.Withdrawn((Wire.WithdrawnPolicy)7));
        Assert.Throws<UserException>(() => WireEnums.Zeros((Wire.ZeroRule)7));
        Assert.Throws<UserException>(() => WireEnums.State(Wire.CellState.Unspecified));
    }

    private static void Same<TProduct, TWire>(params (string Product, string Wire)[] otherNames)
        where TProduct : struct, Enum
        where TWire : struct, Enum
    {
        var product = Enum.GetValues<TProduct>().ToDictionary(value => Name(value.ToString(), otherNames), value => Convert.ToInt32(value));
        var wire = Enum.GetValues<TWire>()
            .Where(value => Convert.ToInt32(value) != 0)
            .ToDictionary(value => value.ToString(), value => Convert.ToInt32(value));
        Assert.Equal(wire, product);
    }

    private static string Name(string product, (string Product, string Wire)[] otherNames) =>
        otherNames.Where(pair => pair.Product == product).Select(pair => pair.Wire).FirstOrDefault(product);
}

using Complaints.Domain.Homes;
using Complaints.Etl.Rsh;

namespace Complaints.Etl.Tests.Rsh;

/// <summary>
/// The regulator asks for complaints made as CH02's denominator (docs/domain.md §2.2). In 2023/24 some landlords returned another; in
/// 2024/25 nobody did.
/// </summary>
public sealed class OtherDenominatorTests
{
    private static readonly string[] s_stage1 =
    [
        "City of York Council (00FF): 57 of 106, 122 made",
        "Clarion Housing Group Limited (LH4087): 2507 of 4568, 4520 made",
        "ForHousing Limited (L4528): 2580 of 2660, 2672 made",
        "Halton Housing (L4456): 276 of 286, 298 made",
        "London & Quadrant Housing Trust (L4517): 10143 of 11971, 11997 made",
        "London Borough of Hammersmith and Fulham (00AN): 2476 of 2644, 2635 made",
        "London Borough of Sutton (00BF): 154 of 155, 164 made",
        "Peabody Trust (4878): 3137 of 5676, 5402 made",
        "Settle Group (L4370): 505 of 514, 531 made",
        "Shropshire Council (00GG): 82 of 102, 105 made",
        "Southway Housing Trust (Manchester) Limited (L4507): 112 of 140, 165 made",
        "Stoke on Trent City Council (00GL): 849 of 1357, 1375 made",
        "Thames Valley Housing Association Limited (L0514): 3258 of 3738, 3794 made",
        "Thurrock Council (00KG): 443 of 481, 528 made",
    ];

    private static readonly string[] s_stage2 =
    [
        "Canterbury City Council (29UC): 10 of 20, 24 made",
        "City of York Council (00FF): 15 of 32, 37 made",
        "Clarion Housing Group Limited (LH4087): 1508 of 2005, 1902 made",
        "Durham Aged Mineworkers' Homes Association (5125): 0 of 1757, 0 made",
        "Halton Housing (L4456): 47 of 50, 53 made",
        "London & Quadrant Housing Trust (L4517): 648 of 1858, 1864 made",
        "London Borough of Hammersmith and Fulham (00AN): 491 of 564, 573 made",
        "London Borough of Sutton (00BF): 15 of 15, 17 made",
        "Peabody Trust (4878): 734 of 865, 895 made",
        "Settle Group (L4370): 80 of 81, 108 made",
        "Shropshire Council (00GG): 25 of 31, 30 made",
        "Southway Housing Trust (Manchester) Limited (L4507): 31 of 35, 38 made",
        "Stoke on Trent City Council (00GL): 73 of 104, 119 made",
        "Thames Valley Housing Association Limited (L0514): 677 of 773, 783 made",
        "Thurrock Council (00KG): 87 of 89, 93 made",
    ];

    [Fact]
    public async Task The_landlords_of_2023_24_that_divided_by_something_else_than_complaints_made_are_these()
    {
        RshWorkbook workbook = await ReferenceData.Year2023();
        Assert.Equal(s_stage1, Others(workbook, found => found.Stage1));
        Assert.Equal(s_stage2, Others(workbook, found => found.Stage2));
        Assert.Equal((14, 15), (s_stage1.Length, s_stage2.Length));
    }

    [Fact]
    public async Task In_2024_25_every_landlord_divided_by_complaints_made()
    {
        RshWorkbook workbook = await ReferenceData.Year2024();
        RshStageFigures[] stages =
        [
            .. workbook.Returns
                .SelectMany(found => new[] { found.Stage1, found.Stage2 })
                .Where(stage => stage.Ch02Base.Number is not null),
        ];
        Assert.Equal(829, stages.Length);
        Assert.All(stages, stage => Assert.Equal(stage.Made.Number, stage.Ch02Base.Number));
    }

    private static IEnumerable<string> Others(RshWorkbook workbook, Func<RshReturn, RshStageFigures> stage) => workbook.Returns
        .Where(found => found.StockType == PublishedStockType.Lcra)
        .Select(found => (found.Landlord, Figures: stage(found)))
        .Where(found => found.Figures.Made.Number is not null && found.Figures.Ch02Base.Number is not null
            && found.Figures.Made.Number != found.Figures.Ch02Base.Number)
        .OrderBy(found => found.Landlord.Name, StringComparer.Ordinal)
        .Select(found => FormattableString.Invariant($"{found.Landlord.Name} ({found.Landlord.Code}): ")
            + FormattableString.Invariant($"{found.Figures.InTime.Number} of {found.Figures.Ch02Base.Number}, {found.Figures.Made.Number} made"));
}

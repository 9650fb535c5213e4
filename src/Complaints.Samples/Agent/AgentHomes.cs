using System.Globalization;
using Complaints.Domain.Homes;
using Complaints.Samples.Chance;

namespace Complaints.Samples.Agent;

/// <summary>Makes the homes of both landlords.</summary>
internal static class AgentHomes
{
    /// <summary>Homes without complaints: their register rows take the faults, so that these touch nothing else.</summary>
    public const int QuietHomes = 24;

    private const double PartnerShare = 450.0 / 4000;
    private const double TransferredShare = 0.03;
    private const long FirstUprn = 100_023_400_000;

    // The Universal Housing lineage's codes (docs/domain.md §6.3), with roughly an inner-London council's mix.
    private static readonly WeightedChoice<(string Tenure, StockType StockType)> s_councilTenures = new(
        (("SEC", StockType.Lcra), 64),
        (("INT", StockType.Lcra), 5),
        (("NON", StockType.Lcra), 3),
        (("DEC", StockType.Lcra), 1),
        (("TAF", StockType.Lcra), 1),
        (("SHO", StockType.Lcho), 3),
        (("LEA", StockType.Neither), 19),
        (("LHS", StockType.Neither), 2),
        (("FRE", StockType.Neither), 1),
        (("COM", StockType.Neither), 1));

    // The other landlord's register has codes of its own; its mapping file explains them.
    private static readonly WeightedChoice<(string Tenure, StockType StockType)> s_partnerTenures = new(
        (("GN", StockType.Lcra), 72),
        (("IR", StockType.Lcra), 14),
        (("SO", StockType.Lcho), 14));

    public static AgentHome[] Make(AgentSampleOptions options)
    {
        SampleRandom random = SampleRandom.For(options.Seed, "homes");
        AgentHome[] homes = new AgentHome[options.Homes];
        int partners = (int)Math.Round(options.Homes * PartnerShare);
        // Part of the other landlord's homes came from the council, half-way through the last year.
        DateOnly transfer = new(options.LastYear.StartYear, 10, 1);
        int block = 0;
        int left = 0;
        bool alone = false;
        for (int i = 0; i < homes.Length; i++)
        {
            if (left == 0)
            {
                block++;
                // About two fifths of the homes are houses.
                alone = random.Chance(0.93);
                left = alone ? 1 : random.Between(6, 40);
            }

            left--;
            bool quiet = i >= homes.Length - QuietHomes;
            // Landlords' homes lie in the same streets: spread the partner's over the whole list.
            bool partner = !quiet && (long)(i + 1) * partners / homes.Length > (long)i * partners / homes.Length;
            homes[i] = Home(
                i + 1, block, alone ? null : left, partner, partner && random.Chance(TransferredShare) ? transfer : null, quiet, random);
        }

        return homes;
    }

    private static AgentHome Home(
        int number, int block, int? flat, bool partner, DateOnly? transferred, bool quiet, SampleRandom random)
    {
        var (tenure, stockType) = (partner ? s_partnerTenures : s_councilTenures).Draw(random);
        return new AgentHome
        {
            Number = number,
            CouncilReference = partner && transferred is null ? null : Text(number + 100_000, "00000000"),
            PartnerReference = partner ? "WCH-" + Text(number, "000000") : null,
            TransferredOn = transferred,
            AssetReference = flat is int of ? $"B{Text(block, "00000")}F{Text(of, "00")}" : Text(number * 3, "0000000"),
            Uprn = FirstUprn + (number * 7L),
            Tenure = tenure,
            StockType = stockType,
            Place = AgentNames.Places[block % AgentNames.Places.Length],
            Block = flat is null ? null : $"BLK{Text(block, "00000")}",
            BlockNumber = block,
            Flat = flat + 1,
            // No such district exists.
            Postcode = $"W99 {block % 10}{(char)('A' + (block / 10 % 20))}{(char)('A' + (block / 200 % 20))}",
            From = new DateOnly(1985, 4, 1).AddDays(random.Below(10_000)),
            Resident = $"R{random.Bits():X16}",
            IsQuiet = quiet,
        };
    }

    private static string Text(int number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}

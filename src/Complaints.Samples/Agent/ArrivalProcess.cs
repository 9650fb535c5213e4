using System.Globalization;
using Complaints.Domain.Code;
using Complaints.Domain.Homes;
using Complaints.Samples.Chance;

namespace Complaints.Samples.Agent;

/// <summary>
/// Complaints as they arrive, day by day: about 54 a year per 1,000 rented homes (the median landlord of 2024/25, docs/domain.md §5.1),
/// more in winter, few at weekends, some households again and again.
/// </summary>
internal sealed class ArrivalProcess(AgentSampleOptions options, AgentHome[] homes)
{
    private const double PerHomeAndYear = 0.054;
    private const double AgainShare = 0.18;
    private const double RefusedShare = 0.03;
    private const double WithdrawnShare = 0.02;

    // Leaseholders complain too; they are in the extract and outside the regulator's measures.
    private const double LeaseholderShare = 0.55;

    private static readonly double[] s_season = [1.2, 1.15, 1.05, 0.95, 0.9, 0.88, 0.85, 0.85, 0.95, 1.05, 1.15, 1.02];

    private readonly SampleRandom _random = SampleRandom.For(options.Seed, "arrivals");
    private readonly StageScheduler _scheduler = new(options.ExtractDate, overlongExtensions: true);

    /// <summary>All cases with their stage 1, in order of receipt.</summary>
    public List<AgentCase> Run(CancellationToken ct)
    {
        List<AgentCase> cases = [];
        double residents = homes.Sum(home => home.IsQuiet ? 0 : home.StockType == StockType.Neither ? LeaseholderShare : 1.0);
        for (DateOnly day = options.FirstYear.FirstDay; day <= options.ExtractDate; day = day.AddDays(1))
        {
            ct.ThrowIfCancellationRequested();
            double weekday = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0.2 : 1.32;
            int count = _random.Poisson(residents * PerHomeAndYear / 365 * weekday * s_season[day.Month - 1]);
            for (int i = 0; i < count; i++)
            {
                cases.Add(Case(day, cases));
            }
        }

        return cases;
    }

    private AgentCase Case(DateOnly received, List<AgentCase> before)
    {
        AgentHome home = Home(before);
        ComplaintKind kind = AgentVocabulary.Kinds.Draw(_random);
        double fate = _random.Unit();
        string status = fate < RefusedShare ? "Refused" : fate < RefusedShare + WithdrawnShare ? "Withdrawn" : "Accepted";
        StageTimeline one = status == "Accepted"
            ? _scheduler.Schedule(Stage.One, received, Basis(home.LandlordOn(received)), _random)
            : NotAnswered(received);
        int number = before.Count + 1;
        int previous = home.Complaints++;
        bool spreadsheet = received < options.SystemInUseFrom;
        return new AgentCase
        {
            Reference = spreadsheet
                ? $"C{received.Year % 100:00}/{number.ToString("00000", CultureInfo.InvariantCulture)}"
                : $"CAS-{number.ToString("000000", CultureInfo.InvariantCulture)}-{_random.Bits() >> 40:X6}",
            Home = home,
            Kind = kind,
            Channel = AgentVocabulary.Channels.Draw(_random),
            Theme = _random.Pick(AgentVocabulary.Themes),
            Handler = _random.Pick(AgentNames.Handlers),
            Contractor = kind.HasContractor ? _random.Pick(AgentNames.Contractors) : null,
            Points = AgentVocabulary.Points.Draw(_random),
            Previous = previous,
            Status = status,
            RefusalReason = status == "Refused" ? _random.Pick(AgentVocabulary.RefusalReasons) : null,
            One = one,
            OutcomeOne = status != "Accepted" ? status : one.Responded is null ? null : AgentVocabulary.Outcomes.Draw(_random),
            IsInSpreadsheet = spreadsheet,
        };
    }

    private AgentHome Home(List<AgentCase> before)
    {
        if (before.Count > 0 && _random.Chance(AgainShare))
        {
            return before[^(1 + _random.Below(Math.Min(before.Count, Math.Max(50, before.Count / 2))))].Home;
        }

        while (true)
        {
            AgentHome home = homes[_random.Below(homes.Length)];
            if (!home.IsQuiet && home.Tenure != "COM" && (home.StockType != StockType.Neither || _random.Chance(LeaseholderShare)))
            {
                return home;
            }
        }
    }

    private StageTimeline NotAnswered(DateOnly received)
    {
        DateOnly closed = received.AddDays(_random.Between(1, 9));
        return new StageTimeline(
            new StageDates(Stage.One, received, received, Acknowledged: null, Responded: null, Extension: null),
            StandardDue: received,
            closed <= options.ExtractDate ? closed : null);
    }

    // The other landlord fares worse in the council's hands, which is why it wants its own figures (docs/domain.md §7).
    private InTimeBasis Basis(string landlord)
    {
        var (standard, extension) = landlord == AgentNames.Partner ? (0.42, 0.12) : (0.68, 0.14);
        double fate = _random.Unit();
        return fate < standard ? InTimeBasis.Standard : fate < standard + extension ? InTimeBasis.Extension : InTimeBasis.Late;
    }
}

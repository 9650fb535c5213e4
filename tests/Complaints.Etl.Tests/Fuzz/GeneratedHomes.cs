using System.Globalization;

namespace Complaints.Etl.Tests.Fuzz;

/// <summary>
/// Homes that change hands, some with a time between in which nobody's register holds them, and identifiers that their allocator gave out
/// anew to another home; read once more without the product.
/// </summary>
internal sealed class GeneratedHomes
{
    private static readonly DateOnly s_start = new(2015, 1, 1);

    private readonly List<Home> _homes = [];

    public GeneratedHomes(Random random, int count)
    {
        for (int i = 0; i < count; i++)
        {
            DateOnly change = new DateOnly(2023, 4, 1).AddDays(random.Next(700));
            DateOnly next = random.Next(5) == 0 ? change.AddDays(60) : change;
            Owner first = Drawn(random, s_start);
            _homes.Add(new Home(
                string.Create(CultureInfo.InvariantCulture, $"H-{i:000}"),
                string.Create(CultureInfo.InvariantCulture, $"1000212{i:00000}"),
                random.Next(5) < 2 ? [first] : [first with { To = change }, Drawn(random, next)],
                [new Link(Identifier(i), s_start, null)]));
        }

        // From a day on, the identifiers of two homes stand for the other home each.
        for (int i = 0; i + 1 < count; i += 4)
        {
            DateOnly again = new DateOnly(2023, 6, 1).AddDays(random.Next(600));
            _homes[i] = _homes[i] with { Links = [new(Identifier(i), s_start, again), new(Identifier(i + 1), again, null)] };
            _homes[i + 1] = _homes[i + 1] with { Links = [new(Identifier(i + 1), s_start, again), new(Identifier(i), again, null)] };
        }
    }

    public string Register() => "ref,uprn,landlord,type,from,to\n" + string.Concat(_homes.SelectMany(home => home.Owners.Select(owner =>
        $"{home.Reference},{home.Uprn},{owner.Landlord},{owner.Stock},{owner.From:yyyy-MM-dd},{owner.To:yyyy-MM-dd}\n")));

    public string References() => "id,ref,from,to\n" + string.Concat(_homes.SelectMany(home => home.Links.Select(link =>
        $"{link.Identifier},{home.Reference},{link.From:yyyy-MM-dd},{link.To:yyyy-MM-dd}\n")));

    /// <summary>A home that has an owner on all of the days.</summary>
    public int Owned(Random random, params DateOnly[] days)
    {
        while (true)
        {
            int home = random.Next(_homes.Count);
            if (days.All(day => On(home, day) is not null))
            {
                return home;
            }
        }
    }

    public (string Landlord, string Stock)? On(int home, DateOnly day) =>
        _homes[home].Owners.Find(owner => owner.From <= day && !(owner.To <= day)) is Owner owner ? (owner.Landlord, owner.Stock) : null;

    /// <summary>What the case system calls the home on a day.</summary>
    public string Called(int home, DateOnly day) => _homes[home].Links.Single(link => link.From <= day && !(link.To <= day)).Identifier;

    public string Reference(int home) => _homes[home].Reference;

    public string Uprn(int home) => _homes[home].Uprn;

    private static string Identifier(int number) => string.Create(CultureInfo.InvariantCulture, $"CR{number:0000}");

    private static Owner Drawn(Random random, DateOnly from) => new(
        random.Next(9) switch { 0 => "C3", < 5 => "A1", _ => "B2" },
        random.Next(10) switch { 0 => "NEITHER", < 4 => "LCHO", _ => "LCRA" },
        from,
        null);

    private sealed record Home(string Reference, string Uprn, List<Owner> Owners, List<Link> Links);

    private sealed record Owner(string Landlord, string Stock, DateOnly From, DateOnly? To);

    private sealed record Link(string Identifier, DateOnly From, DateOnly? To);
}

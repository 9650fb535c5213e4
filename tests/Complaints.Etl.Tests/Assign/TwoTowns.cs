using System.Globalization;
using System.Text;

namespace Complaints.Etl.Tests.Assign;

/// <summary>
/// What makes suggestions hard, made from a seed: sequential identifiers of two landlords in turn, the same streets and numbers in two
/// towns, flats beside a house of the same number, registers without towns or postcodes, homes that changed hands, homes on no register,
/// and addresses typed in many ways.
/// </summary>
internal sealed class TwoTowns
{
    private static readonly string[] s_streets = ["High Street", "Mill Lane", "St John's Road", "Elm Court", "Park Lane", "Station Road"];
    private static readonly (string Name, string Postcode)[] s_towns = [("Otley", "LS21"), ("Ilkley", "LS29")];

    private readonly StringBuilder _homes = new();
    private readonly StringBuilder _references = new();
    private readonly StringBuilder _cases = new();
    private readonly Random _random;
    private int _number = 1000;

    internal TwoTowns(int seed)
    {
        _random = new Random(seed);
        for (int number = 1; number <= 16; number++)
        {
            for (int street = 0; street < s_streets.Length; street++)
            {
                for (int town = 0; town < s_towns.Length; town++)
                {
                    Building(town, street, number);
                }
            }
        }
    }

    internal string Homes => _homes.ToString();

    internal string References => _references.ToString();

    internal string Cases => _cases.ToString();

    /// <summary>By case, the landlord and home that it is of; a home on no register is null.</summary>
    internal Dictionary<string, (string Landlord, string? Home)> Truth { get; } = [];

    private void Building(int town, int street, int number)
    {
        if (_random.Next(4) > 0)
        {
            Home(town, street, number.ToString(CultureInfo.InvariantCulture), null);
            return;
        }

        for (int flat = 1; flat <= 3; flat++)
        {
            Home(town, street, number.ToString(CultureInfo.InvariantCulture), flat);
        }
    }

    private void Home(int town, int street, string number, int? flat)
    {
        int id = ++_number;
        string landlord = _random.Next(3) == 0 ? "00BK" : "4826";
        string postcode = $"{s_towns[town].Postcode} {street + 1}A{(char)('A' + (_random.Next(50) == 0 ? 1 : 0))}";
        string line = $"{number} {s_streets[street]}";
        string address = flat is null ? line : string.Create(CultureInfo.InvariantCulture, $"Flat {flat}, {line}");
        string kept = landlord == "4826" && _random.Next(2) == 0 ? $"{address}, {s_towns[town].Name}" : address;
        string keptPostcode = _random.Next(5) == 0 ? "" : postcode;
        bool isRegistered = _random.Next(20) > 0;
        bool isMoved = isRegistered && _random.Next(10) == 0;
        bool isKnown = isRegistered && _random.Next(4) > 0;
        string uprn = _random.Next(3) == 0 ? "" : (500_000 + id).ToString(CultureInfo.InvariantCulture);
        string home = $"P{id}";
        if (isMoved)
        {
            // It was the other landlord's; what the case system knows of it is often of that time.
            string other = landlord == "4826" ? "00BK" : "4826";
            _homes.Append(CultureInfo.InvariantCulture, $"Q{id},{uprn},{other},\"{kept}\",{keptPostcode},,01/01/2024\n");
            _homes.Append(CultureInfo.InvariantCulture, $"{home},{uprn},{landlord},\"{kept}\",{keptPostcode},01/01/2024,\n");
            _references.Append(CultureInfo.InvariantCulture, $"{id},Q{id}\n");
        }
        else if (isRegistered)
        {
            _homes.Append(CultureInfo.InvariantCulture, $"{home},{uprn},{landlord},\"{kept}\",{keptPostcode},,\n");
        }

        if (isKnown)
        {
            _references.Append(CultureInfo.InvariantCulture, $"{id},{home}\n");
        }

        Truth[$"C{id}"] = (landlord, isRegistered ? home : null);
        _cases.Append(CultureInfo.InvariantCulture, $"C{id},02/04/2024,{id},,\"{Typed(address, s_towns[town].Name, postcode, isRegistered)}\",\n");
    }

    // Of a home on no register nothing but its town or postcode can tell that it is not the one in the other town.
    private string Typed(string address, string town, string postcode, bool isRegistered) => _random.Next(isRegistered ? 9 : 6) switch
    {
        0 => $"{address}, {town}, {postcode}",
        1 => $"{address.ToUpperInvariant()} {town.ToUpperInvariant()} {postcode.Replace(" ", "", StringComparison.Ordinal)}",
        2 => address.Replace("Street", "St.", StringComparison.Ordinal).Replace("Flat", "Apt", StringComparison.Ordinal) + ", " + postcode,
        3 => $"{address.Replace(",", "", StringComparison.Ordinal).Replace("Road", "Rd", StringComparison.Ordinal)}, {postcode}",
        4 => $"{address}, {town}, West Yorkshire, {postcode}",
        5 => "",
        6 => $"{address}, {town}",
        7 => address,
        _ => $"{address} {town}".ToUpperInvariant(),
    };
}

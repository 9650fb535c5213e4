using System.Globalization;
using System.Text;
using Complaints.Domain.Homes;
using Complaints.Measures.Tests.Support;
using Complaints.Warehouse.Rows;

namespace Complaints.Measures.Tests.Facts;

/// <summary>
/// Records around the complaints of <see cref="RandomComplaints"/>, the same for the same seed: some answered, done, paid or complied with,
/// some not, some after the day that they were due, some of cases that are not loaded, some without a day.
/// </summary>
internal static class RandomRecords
{
    internal static readonly string[] Findings =
    [
        "severe_maladministration", "maladministration", "service_failure", "partial_maladministration", "reasonable_redress",
        "no_maladministration", "resolved_with_intervention", "outside_jurisdiction", "withdrawn",
    ];

    private static readonly string[] s_landlords = ["00BK", "4826", "41UB"];
    private static readonly string[] s_contacts = ["service_request", "mp_enquiry", "councillor_enquiry", "compliment"];
    private static readonly string[] s_actions = ["promise", "remedy", "lesson"];
    private static readonly string[] s_payments = ["compensation", "goodwill", "reimbursement"];
    private static readonly string[] s_answers =
        ["very_satisfied", "fairly_satisfied", "neither", "fairly_dissatisfied", "very_dissatisfied"];
    private static readonly string[] s_payers = ["landlord", "ombudsman", "court"];

    internal static List<ContactRow> Contacts(int seed, int count)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(1, count).Select(number =>
            {
                DateOnly received = Day(random);
                return new ContactRow
                {
                    SourceRow = number,
                    ContactReference = $"K{number:00000}",
                    Kind = One(random, s_contacts),
                    // One landlord records no contacts.
                    LandlordCode = LandlordCode.Parse(s_landlords[random.Next(2)]),
                    ReceivedOn = received,
                    RespondedOn = random.Next(4) == 0 ? null : received.AddDays(random.Next(40)),
                    ServiceArea = random.Next(4) == 0 ? null : One(random, ["Repairs", "Estates"]),
                };
            }),
        ];
    }

    internal static List<ActionRow> Actions(int seed, int count)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(1, count).Select(number =>
            {
                DateOnly made = Day(random);
                return new ActionRow
                {
                    SourceRow = number,
                    CaseReference = Case(random),
                    ActionReference = $"A{number:00000}",
                    Kind = One(random, s_actions),
                    Category = random.Next(3) == 0 ? null : One(random, ["Damp", "Noise"]),
                    MadeOn = random.Next(6) == 0 ? null : made,
                    DueOn = random.Next(5) == 0 ? null : made.AddDays(random.Next(60)),
                    DoneOn = random.Next(3) == 0 ? null : made.AddDays(random.Next(80)),
                };
            }),
        ];
    }

    /// <summary>
    /// Residents, the first of them those who complain: some with another band or landlord from a later day on, some who left, some of whom
    /// a band is not recorded.
    /// </summary>
    internal static List<ResidentRow> Residents(int seed, int count)
    {
        var random = new Random(seed + 2);
        var rows = new List<ResidentRow>();
        for (int number = 0; number < count; number++)
        {
            // One in seven complainants is on no register.
            if (number < 400 && random.Next(7) == 0)
            {
                continue;
            }

            DateOnly from = new DateOnly(2021, 1, 1).AddDays(random.Next(1_500));
            ResidentRow resident = Resident(random, rows.Count + 1, number, from);
            rows.Add(resident with { ValidTo = random.Next(6) == 0 ? from.AddDays(1 + random.Next(900)) : null });
            if (random.Next(3) == 0)
            {
                rows.Add(Resident(random, rows.Count + 1, number, from.AddDays(1 + random.Next(700))));
            }
        }

        return rows;
    }

    private static ResidentRow Resident(Random random, int row, int number, DateOnly from) => new()
    {
        SourceRow = row,
        Pseudonym = string.Create(CultureInfo.InvariantCulture, $"R{number:000}"),
        LandlordCode = LandlordCode.Parse(One(random, s_landlords)),
        AgeBand = One(random, ["16-34", "35-64", "65+"]),
        EthnicityBand = random.Next(5) == 0 ? null : One(random, ["White", "Black", "Asian", "Prefer not to say"]),
        DisabilityBand = random.Next(3) == 0 ? null : One(random, ["Yes", "No"]),
        VulnerabilityBand = One(random, ["Yes", "No"]),
        AdjustmentBand = random.Next(2) == 0 ? null : One(random, ["Large print", "Interpreter"]),
        ValidFrom = from,
    };

    /// <summary>Findings, orders and payments as rows of SQL.</summary>
    internal static string Sql(int seed, int count)
    {
        var random = new Random(seed);
        var sql = new StringBuilder();
        for (int number = 1; number <= count; number++)
        {
            string landlord = One(random, s_landlords);
            string reference = $"2024{random.Next(count):00000}{landlord}";
            DateOnly day = Day(random);
            int category = random.Next(3);
            Insert(
                sql, "finding", number,
                $"{Text(reference)}, 'element {number}', NULL, 1, {Text(landlord)}, {category}, {Text(One(random, Findings))}, {Text(day)}");
            DateOnly? due = random.Next(5) == 0 ? null : day.AddDays(random.Next(90));
            DateOnly? complied = random.Next(3) == 0 ? null : day.AddDays(random.Next(120));
            string amount = random.Next(3) == 0 ? "NULL" : Amount(random);
            // Some are of cases without a finding here.
            string of = random.Next(8) == 0 ? $"none{number}" : reference;
            Insert(
                sql, "order", number,
                $"{Text(of)}, 'order {number}', 1, {Text(landlord)}, {Text(random.Next(4) == 0 ? "recommendation" : "order")}, NULL, "
                    + $"{amount}, {Text(due)}, {Text(complied)}");
            DateOnly? offered = random.Next(10) == 0 ? null : day;
            DateOnly? paid = random.Next(4) == 0 ? null : day.AddDays(random.Next(40));
            Insert(
                sql, "compensation", number,
                $"{Text(Case(random))}, 'payment {number}', {(random.Next(2) == 0 ? "NULL" : "1")}, {Text(One(random, s_payments))}, "
                    + $"{Text(One(random, s_payers))}, {Amount(random)}, {Text(offered)}, {Text(paid)}");
        }

        Surveys(sql, new Random(seed + 1), count);
        foreach (string target in (string[])["finding", "order", "compensation", "survey"])
        {
            sql.Append(Loaded(target, "TEST-CRM", 1));
        }

        return sql.ToString();
    }

    // Sent and answered or not, answered without a day of sending, of one question or two, and some that are a published count.
    private static void Surveys(StringBuilder sql, Random random, int count)
    {
        for (int number = 1; number <= count; number++)
        {
            DateOnly day = Day(random);
            DateOnly? sent = random.Next(8) == 0 ? null : day;
            DateOnly? answered = sent is null || random.Next(3) == 0 ? day.AddDays(random.Next(40)) : null;
            string answer = answered is null || random.Next(5) == 0 ? "" : One(random, s_answers);
            string score = answered is null || random.Next(4) == 0 ? "NULL" : random.Next(1, 6).ToString(CultureInfo.InvariantCulture);
            string weight = random.Next(5) == 0 ? "0.7500" : "1";
            string landlord = One(random, s_landlords);
            string reference = $"S{number - (number % 2)}";
            string question = number % 2 == 0 ? "Overall" : "Staff";
            string survey = weight == "1" ? Text($"TEST-CRM {reference}") : "NULL";
            string type = One(random, ["LCRA", "LCHO", ""]);
            Insert(
                sql, "survey", number,
                $"{Text(reference)}, {Text(question)}, {survey}, 1, {Text(landlord)}, NULL, {Text(type)}, {Text(sent)}, {Text(answered)}, "
                    + $"{Text(answer)}, {score}, {weight}, {Text(day)}");
        }
    }

    /// <summary>That a file of a target was loaded, as loads say.</summary>
    internal static string Loaded(string target, string source, int load) =>
        $"INSERT INTO load_file VALUES ({load}, '{target}.csv', '{source}', '', 1, 'test', '', '{target}', 'incremental', 1, 1, 0, 0, '{{}}', NULL, NULL);\n";

    /// <summary>A row of a fact as a load would write it; columns after those of every load are left out.</summary>
    internal static void Insert(StringBuilder sql, string fact, int number, string values, string source = "TEST-CRM") => sql.Append(
        CultureInfo.InvariantCulture,
        $"INSERT INTO fact_{fact} ({Columns(fact)}) VALUES ({number}, '{source}', {values}, {number}, 1, {number}, FALSE, 1, 2147483647);\n");

    private static string Columns(string fact)
    {
        string own = fact switch
        {
            "finding" => "ombudsman_reference, element, case_reference, landlord_key, landlord_code, category_key, finding, determined_on",
            "order" => "ombudsman_reference, order_reference, landlord_key, landlord_code, kind, description, amount, due_on, complied_on",
            "survey" => "survey_reference, question, survey, landlord_key, landlord_code, case_reference, stock_type, sent_on, answered_on, "
                + "answer, score, answers, landlord_on",
            _ => "case_reference, payment_reference, stage, kind, ordered_by, amount, offered_on, paid_on",
        };
        return $"{fact}_key, source_system, {own}, row_hash, source_load, source_row, withdrawn_by_source, recorded_from_load, recorded_to_load";
    }

    private static string Amount(Random random) =>
        random.Next(5) == 0 ? "100.00" : (random.Next(1, 60_000) / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Text(DateOnly? day) =>
        day is DateOnly known ? $"DATE '{known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'" : "NULL";

    private static string Text(string text) => $"'{text}'";

    private static string Case(Random random) => random.Next(20) == 0 ? $"X{random.Next(100)}" : $"C{random.Next(1, 4_001):00000}";

    private static DateOnly Day(Random random) => new DateOnly(2023, 10, 1).AddDays(random.Next(560));

    private static string One(Random random, string[] of) => of[random.Next(of.Length)];
}

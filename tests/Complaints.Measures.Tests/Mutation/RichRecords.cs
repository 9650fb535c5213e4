using Complaints.Measures.Tests.Facts;
using Complaints.Measures.Tests.Support;

namespace Complaints.Measures.Tests.Mutation;

/// <summary>
/// The warehouse of random records with the cases that tell a right figure from a wrong one: dates that the other tests leave out, answers
/// on the day that is asked for, payments of exactly the limit.
/// </summary>
public sealed class RichRecords : IAsyncLifetime
{
    // Rows are picked by the remainder of their keys, by another number each time, so that nothing set here goes with anything else.
    private const string More = """
        UPDATE fact_finding SET amended_on = determined_on + CAST(30 + finding_key % 90 AS INTEGER) WHERE finding_key % 3 = 0;
        UPDATE fact_stage SET logged_on = received_on + CAST(stage_key % 5 AS INTEGER) WHERE stage_key % 7 <> 0;
        UPDATE fact_stage SET closed_on = responded_on + CAST(stage_key % 40 AS INTEGER) WHERE stage_key % 5 <> 0;
        UPDATE fact_stage SET clock_started_on = LEAST(received_on + CAST(stage_key % 41 AS INTEGER), responded_on);
        UPDATE fact_stage SET acknowledge_due_on = received_on + CAST(7 + stage_key % 29 AS INTEGER) WHERE stage_key % 3 = 0;
        UPDATE fact_stage SET acknowledge_due_on = NULL WHERE stage_key % 23 = 0;
        UPDATE fact_stage SET outcome_key = (SELECT outcome_key FROM dim_outcome WHERE code = 'withdrawn')
        WHERE stage_key % 13 = 0 AND responded_on IS NOT NULL;
        UPDATE fact_stage SET outcome_key = (SELECT outcome_key FROM dim_outcome WHERE code = 'refused')
        WHERE stage_key % 11 = 0 AND responded_on IS NOT NULL;
        UPDATE fact_stage SET working_days_to_respond = NULL WHERE stage_key % 17 = 0;
        -- Residents who complain often, and more often.
        UPDATE fact_stage SET resident_key = 1 + stage_key // 4 % 6 WHERE stage_key % 4 = 0;
        UPDATE fact_stage SET resident_key = 11 + stage_key // 4 % 25 WHERE stage_key % 4 = 1;
        -- Several findings, payments and orders of a case.
        UPDATE fact_finding SET ombudsman_reference = first_of.reference
        FROM (
          SELECT landlord_code, finding, category_key, finding_key // 100 AS some, MIN(ombudsman_reference) AS reference
          FROM fact_finding GROUP BY ALL
        ) AS first_of
        WHERE first_of.landlord_code = fact_finding.landlord_code AND first_of.finding = fact_finding.finding
          AND first_of.category_key = fact_finding.category_key AND first_of.some = finding_key // 100 AND finding_key % 4 <> 0;
        UPDATE fact_compensation SET case_reference = 'C' || LPAD(CAST(compensation_key // 8 * 7 + 1 AS VARCHAR), 5, '0');
        UPDATE fact_order SET ombudsman_reference = first_of.reference
        FROM (
          SELECT landlord_code, order_key // 30 AS some, MIN(ombudsman_reference) AS reference
          FROM fact_order WHERE ombudsman_reference NOT LIKE 'none%' GROUP BY ALL
        ) AS first_of
        WHERE first_of.landlord_code = fact_order.landlord_code AND first_of.some = order_key // 30 AND order_key % 3 = 0;
        -- What was done on the day that it was due, the day before and the day after.
        UPDATE fact_order SET complied_on = due_on + CAST(order_key // 10 % 3 - 1 AS INTEGER)
        WHERE order_key % 10 = 0 AND due_on IS NOT NULL;
        UPDATE fact_action SET done_on = due_on + CAST(action_key // 10 % 3 - 1 AS INTEGER)
        WHERE action_key % 10 = 0 AND due_on IS NOT NULL;
        -- What was due on the day before the figure's day, and on it.
        UPDATE fact_action SET due_on = DATE '2024-10-14' + CAST(action_key // 13 % 2 AS INTEGER), done_on = NULL
        WHERE action_key % 13 = 0 AND made_on BETWEEN DATE '2024-04-01' AND DATE '2024-10-10';
        UPDATE fact_stage SET standard_due_on = DATE '2024-10-14' + CAST(stage_key // 19 % 2 AS INTEGER), extended_due_on = NULL
        WHERE stage_key % 19 = 0 AND responded_on IS NULL AND received_on BETWEEN DATE '2024-04-01' AND DATE '2024-10-10';
        """;

    private readonly SeededRecords _seeded = new();

    public TestWarehouse Store => _seeded.Store;

    public async ValueTask InitializeAsync()
    {
        await _seeded.InitializeAsync();
        await Store.WriteAsync(More);
    }

    public async ValueTask DisposeAsync() => await _seeded.DisposeAsync();
}

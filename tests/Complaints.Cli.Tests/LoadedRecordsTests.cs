using System.Text.Json;
using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests;

/// <summary>Registers of payments, orders and surveys, from their files to their figures.</summary>
public sealed class LoadedRecordsTests
{
    private const string Payments = """
        Case,No,Type,Payer,Amount,Offered,Paid
        C1,1,Compensation,Us,"£1,150.25",02/05/2024,10/05/2024
        C1,2,Goodwill,Us,49.75,02/05/2024,10/05/2024
        C2,1,Compensation,HOS,300,03/06/2024,

        """;

    private const string Findings = """
        Case,Element,Finding,Decided
        202401,Repairs,Maladministration,01/05/2024
        202402,Repairs,Service failure,01/06/2024

        """;

    private const string Orders = """
        Case,No,Type,Due,Complied
        202401,1,Order,29/05/2024,20/05/2024
        202401,2,Order,29/05/2024,05/06/2024
        202402,1,Order,29/06/2024,
        202402,2,Recommendation,,

        """;

    private const string Surveys = """
        Id,Question,Case,Sent,Answered,Answer,Score
        S1,Handling,C1,20/05/2024,25/05/2024,Happy,4
        S1,Staff,C1,20/05/2024,25/05/2024,Unhappy,2
        S2,Handling,C2,20/06/2024,,,
        S2,Staff,C2,20/06/2024,,,
        S3,Handling,,20/06/2024,30/06/2024,Unhappy,1

        """;

    [Fact]
    public async Task Every_register_comes_out_as_figures_to_the_penny_and_a_second_load_changes_none()
    {
        using TemporaryFolder folder = new();
        await WriteAsync(folder, Payments, Orders, Surveys);
        for (int load = 0; load < 2; load++)
        {
            (await LoadAsync(folder)).Expect(0);
            Assert.Equal(
                [
                    "compensation_paid 1200.00 of -", "compensation_offered 1500.00 of -", "payments_up_to_100 50.0 of 2",
                    "compensation_ordered 0.00 of -",
                ],
                await FiguresAsync(folder, "compensation_paid,compensation_offered,payments_up_to_100,compensation_ordered"));
            Assert.Equal(
                [
                    "orders_made 3 of -", "recommendations_made 1 of -", "orders_in_time 33.3 of 3", "orders_complied 66.7 of 3",
                    "orders_overdue 1 of -",
                ],
                await FiguresAsync(folder, "orders_made,recommendations_made,orders_in_time,orders_complied,orders_overdue"));
            Assert.Equal(
                [
                    "surveys_sent 3 of -", "surveys_answered 2 of -", "survey_response_rate 66.7 of 3", "survey_mean_score 2.3 of 3",
                    "survey_satisfied 33.3 of 3",
                ],
                await FiguresAsync(folder, "surveys_sent,surveys_answered,survey_response_rate,survey_mean_score,survey_satisfied"));
        }

        Assert.Equal(
            ["survey_mean_score 2.5 of 2", "survey_satisfied 50.0 of 2"],
            await FiguresAsync(folder, "survey_mean_score,survey_satisfied", "--where", "question=Handling"));
        Assert.Equal(
            ["payments_made 1 of -"],
            await FiguresAsync(folder, "payments_made", "--where", "kind=goodwill", "--where", "ordered_by=landlord"));
    }

    [Fact]
    public async Task A_bad_amount_marks_the_figures_it_could_belong_to_and_an_order_complied_with_later_restates_its_own()
    {
        using TemporaryFolder folder = new();
        await WriteAsync(folder, Payments, Orders, Surveys);
        (await LoadAsync(folder)).Expect(0);
        Assert.False((await QueryAsync(folder, "compensation_paid"))[0].GetProperty("incomplete").GetBoolean());

        await WriteAsync(
            folder,
            Payments + "C2,2,Goodwill,Us,-5,01/07/2024,02/07/2024\n",
            Orders.Replace("29/06/2024,", "29/06/2024,28/06/2024", StringComparison.Ordinal),
            Surveys);
        (await LoadAsync(folder)).Expect(4);

        JsonElement paid = (await QueryAsync(folder, "compensation_paid"))[0];
        Assert.True(paid.GetProperty("incomplete").GetBoolean());
        Assert.Equal("1200.00", paid.GetProperty("display").GetString());
        Assert.Equal(["orders_complied 100.0 of 3"], await FiguresAsync(folder, "orders_complied"));
        Assert.False((await QueryAsync(folder, "orders_complied"))[0].GetProperty("incomplete").GetBoolean());
    }

    private static Task<ProcessResult> LoadAsync(TemporaryFolder folder) => CommandLineRun.ComplaintsAsync(folder.Path, "load", "set");

    private static async Task<List<string>> FiguresAsync(TemporaryFolder folder, string measures, params string[] more) =>
    [
        .. (await QueryAsync(folder, measures, more)).Select(figure => string.Join(
            ' ',
            figure.GetProperty("measure").GetString(),
            figure.GetProperty("display").GetString(),
            "of",
            figure.GetProperty("denominator") is { ValueKind: not JsonValueKind.Null } below ? below.ToString() : "-")),
    ];

    private static async Task<List<JsonElement>> QueryAsync(TemporaryFolder folder, string measures, params string[] more)
    {
        ProcessResult run = await CommandLineRun.ComplaintsAsync(
            folder.Path, ["query", "--measures", measures, "--year", "2024/25", "--format", "json", .. more]);
        using var document = JsonDocument.Parse(run.Expect(0).Output);
        return [.. document.RootElement.EnumerateArray().Select(figure => figure.Clone())];
    }

    private static async Task WriteAsync(TemporaryFolder folder, string payments, string orders, string surveys)
    {
        string set = Directory.CreateDirectory(folder["set"]).FullName;
        (string Name, string Csv, string Target, string Columns)[] files =
        [
            ("landlords", "code,name\n4826,Westward\n", "landlord", """ "landlord_code": "code", "name": "name" """),
            (
                "stages", "case,stage,received\nC1,1,2024-04-10\nC2,1,2024-05-10\n", "stage",
                """ "case_reference": "case", "stage": "stage", "received_on": "received", "stock_type": { "value": "LCRA" } """),
            (
                "payments", payments, "compensation",
                """
                "case_reference": "Case", "payment_reference": "No", "kind": "Type", "amount": "Amount", "offered_on": "Offered", "paid_on": "Paid",
                "ordered_by": { "column": "Payer", "codes": { "Us": "landlord", "HOS": "ombudsman" } }
                """),
            (
                "findings", Findings, "finding",
                """ "ombudsman_reference": "Case", "element": "Element", "finding": "Finding", "determined_on": "Decided" """),
            (
                "orders", orders, "order",
                """ "ombudsman_reference": "Case", "order_reference": "No", "kind": "Type", "due_on": "Due", "complied_on": "Complied" """),
            (
                "surveys", surveys, "survey",
                """
                "survey_reference": "Id", "question": "Question", "case_reference": "Case", "sent_on": "Sent", "answered_on": "Answered",
                "answer": { "column": "Answer", "codes": { "Happy": "fairly_satisfied", "Unhappy": "very_dissatisfied" } }, "score": "Score"
                """),
        ];
        await CrmLoadSet.WriteAsync(set, "records", files);
    }
}

using System.Text.Json;
using Complaints.Cli.Tests.Running;
using Complaints.Escalation.Training;
using Complaints.Etl.Loading;

namespace Complaints.Cli.Tests.Risk;

/// <summary>From an extract to a list with reasons, by the commands a user types.</summary>
[Collection(typeof(RiskTests))]
public sealed class RiskCommandTests(RiskWarehouse risk)
{
    [Fact]
    public void An_evaluation_judges_four_models_on_later_months_with_intervals_and_a_verdict()
    {
        JsonElement root = JsonDocument.Parse(risk.Evaluation.Output).RootElement;
        Assert.True(root.GetProperty("is_promotable").GetBoolean());
        JsonElement evaluation = root.GetProperty("evaluation");
        Assert.Equal(6, evaluation.GetProperty("months").GetArrayLength());
        JsonElement[] answered =
        [
            .. evaluation.GetProperty("models").EnumerateArray().Where(m => m.GetProperty("kind").GetString() == "response"),
        ];
        Assert.Equal(["base rate", "one rule", "logistic", risk.Learner], answered.Select(m => m.GetProperty("model").GetString()));
        Assert.Equal(risk.Learner, evaluation.GetProperty("in_use").GetString());
        JsonElement auc = answered[3].GetProperty("figures").GetProperty("roc_auc");
        Assert.True(auc.GetProperty("low").GetDouble() < auc.GetProperty("value").GetDouble());
        Assert.True(auc.GetProperty("value").GetDouble() > 0.6);
    }

    [Fact]
    public async Task The_list_is_for_people_as_a_table_and_for_machines_as_JSON()
    {
        ProcessResult table = (await risk.RiskAsync("list", "--top", "5")).Expect(0);
        Assert.Contains("5 of ", table.Output, StringComparison.Ordinal);
        Assert.Contains("No case waits longer because of it.", table.Output, StringComparison.Ordinal);

        JsonElement[] cases = await ListAsync("--top", "5");
        Assert.Equal(5, cases.Length);
        Assert.All(cases, c =>
        {
            Assert.Equal("2025-06-30", c.GetProperty("as_of").GetString());
            Assert.NotEmpty(c.GetProperty("reasons").EnumerateArray());
            Assert.NotEqual("", c.GetProperty("landlord").GetString());
        });
        double[] probabilities = [.. cases.Select(c => c.GetProperty("probability").GetDouble())];
        Assert.Equal(probabilities.OrderDescending(), probabilities);
    }

    [Fact]
    public async Task Whoever_reads_the_list_by_the_command_line_is_recorded()
    {
        JsonElement first = (await ListAsync("--top", "1"))[0];
        string reference = first.GetProperty("reference").GetString()!;
        (await risk.RiskAsync("explain", reference)).Expect(0);
        string[] lines = await File.ReadAllLinesAsync(
            Path.Combine(risk.Warehouse, "models", "access.jsonl"), TestContext.Current.CancellationToken);
        Assert.Contains(
            lines, l => l.Contains("\"asked\":\"list\"", StringComparison.Ordinal) && l.Contains("command line", StringComparison.Ordinal));
        Assert.Contains(
            lines,
            l => l.Contains("\"asked\":\"explanation\"", StringComparison.Ordinal) && l.Contains(reference, StringComparison.Ordinal));
    }

    // Models, feedback and the record of readings name cases and callers: they were 644 in folders of 755.
    [Fact]
    public async Task Nobody_else_on_the_machine_may_read_models_feedback_or_the_record_of_readings()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Modes are of Unix.");
        JsonElement first = (await ListAsync("--top", "1"))[0];
        string reference = first.GetProperty("reference").GetString()!;
        (await risk.RiskAsync("feedback", reference, "--action", "called", "--outcome", "resolved")).Expect(0);
        string[] all =
        [
            risk.Warehouse,
            $"{risk.Warehouse}.{PseudonymKey.FileName}",
            .. Directory.EnumerateFileSystemEntries(risk.Warehouse, "*", SearchOption.AllDirectories),
        ];
        string[] expected =
        [
            "feedback.jsonl", "access.jsonl", "promoted.json", "registry.lock", "manifest.json", "evaluation-0001.json", "open.model.json",
            "profile.json", "CURRENT",
        ];
        Assert.Empty(expected.Except(all.Select(path => Path.GetFileName(path))));

        Assert.All(all, path =>
        {
            UnixFileMode mode = File.GetUnixFileMode(path);
            Assert.True(((int)mode & 0b111_111) == 0, $"{path}: {mode}");
        });
    }

    [Fact]
    public async Task The_service_that_serve_starts_logs_who_reads_the_list_on_standard_error()
    {
        using ServiceRun service = await ServiceRun.StartAsync(risk.Sample, risk.Warehouse);
        (await risk.OverServiceAsync(service.Address, "list", "--top", "3")).Expect(0);
        string logged = await service.MessageAsync(line => line.Contains("[3201]", StringComparison.Ordinal));
        Assert.Contains("demo read the risk list of 2025-06-30", logged, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_earlier_day_has_the_list_that_was_scored_for_it()
    {
        JsonElement[] cases = await ListAsync("--as-of", "2025-06-16", "--top", "1000");
        Assert.NotEmpty(cases);
        Assert.All(cases, c => Assert.True(string.CompareOrdinal(c.GetProperty("received_on").GetString(), "2025-06-16") <= 0));
        ProcessResult never = (await risk.RiskAsync("list", "--as-of", "2025-01-01")).Expect(3);
        Assert.Contains("2025-06-30", never.Messages, StringComparison.Ordinal);
        (await risk.RiskAsync("list", "--as-of", "16/06/2025")).Expect(2);
    }

    // A list of a day that the model had learned from showed what it had been told, as if it had foretold it.
    [Fact]
    public async Task A_list_of_a_day_that_the_model_learned_from_says_that_it_knew_how_the_cases_ended()
    {
        using TemporaryFolder folder = new();
        Copy(risk.Warehouse, folder["w"]);
        string[] at = ["--warehouse", folder["w"]];
        string[] past = ["--as-of", "2024-02-01", .. at];
        ProcessResult scored = (await CommandLineRun.ComplaintsAsync(folder.Path, ["risk", "score", .. past])).Expect(0);
        Assert.Contains("it knew how these cases ended", scored.Messages, StringComparison.Ordinal);
        ProcessResult list = (await CommandLineRun.ComplaintsAsync(folder.Path, ["risk", "list", .. past])).Expect(0);
        Assert.Contains("The model knew how these cases ended", list.Output, StringComparison.Ordinal);

        JsonElement today = (await ListAsync("--top", "1"))[0];
        Assert.False(today.GetProperty("knew_outcomes").GetBoolean());
        Assert.True(string.CompareOrdinal(today.GetProperty("learned_to").GetString(), "2024-02-01") > 0);
    }

    [Fact]
    public async Task An_explanation_sums_to_the_score_of_the_list()
    {
        JsonElement first = (await ListAsync("--top", "1"))[0];
        string reference = first.GetProperty("reference").GetString()!;
        JsonElement explained = JsonDocument.Parse(
            (await risk.RiskAsync("explain", reference, "--format", "json")).Expect(0).Output).RootElement;
        double sum = explained.GetProperty("base_log_odds").GetDouble() + explained.GetProperty("waiting_log_odds").GetDouble()
            + explained.GetProperty("effects").EnumerateArray().Sum(e => e.GetProperty("contribution").GetDouble());
        Assert.Equal(explained.GetProperty("log_odds").GetDouble(), sum, 1e-9);
        Assert.Equal(first.GetProperty("probability").GetDouble(), explained.GetProperty("probability").GetDouble(), 1e-8);
        Assert.Contains("sum", (await risk.RiskAsync("explain", reference)).Expect(0).Output, StringComparison.Ordinal);
        (await risk.RiskAsync("explain", "no-such-case")).Expect(3);
    }

    [Fact]
    public async Task The_card_has_both_tiers_the_figures_and_marks_what_the_landlord_must_fill_in()
    {
        string card = (await risk.RiskAsync("card")).Expect(0).Output;
        Assert.Contains("## Tier 1: overview", card, StringComparison.Ordinal);
        Assert.Contains("## Tier 2, section 5", card, StringComparison.Ordinal);
        Assert.Contains($"| {risk.Learner} | 0.", card, StringComparison.Ordinal);
        Assert.Contains("To be stated by the organisation: `contact_email`", card, StringComparison.Ordinal);
        Assert.Contains("It never lowers a case's priority", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_learner_is_chosen_by_name_and_one_that_is_not_there_is_refused_with_those_that_are()
    {
        JsonElement manifest = JsonDocument.Parse(
            (await risk.RiskAsync("train", "--learner", "logistic", "--format", "json")).Expect(0).Output).RootElement;
        Assert.StartsWith(
            "ML.NET L-BFGS logistic regression ",
            manifest.GetProperty("trained_by").GetProperty("title").GetString(),
            StringComparison.Ordinal);
        ProcessResult refused = (await risk.RiskAsync("train", "--learner", "oracle")).Expect(3);
        Assert.Contains("There is no learner 'oracle' on this machine", refused.Messages, StringComparison.Ordinal);
        Assert.Contains(LearnerCatalogue.Here.Names, refused.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_load_scores_the_cases_with_the_model_in_use()
    {
        ProcessResult load = (
            await CommandLineRun.ComplaintsAsync(risk.Sample, "load", risk.Sample, "--warehouse", risk.Warehouse)).Expect(0);
        Assert.Contains($"scored with model {risk.Version}", load.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_load_is_published_even_where_its_cases_cannot_be_scored()
    {
        using TemporaryFolder folder = new();
        Copy(risk.Warehouse, folder["w"]);

        await File.WriteAllTextAsync(
            Path.Combine(folder["w"], "models", risk.Version, "open.model.json"), "{", TestContext.Current.CancellationToken);
        ProcessResult load = (await CommandLineRun.ComplaintsAsync(folder.Path, "load", risk.Sample, "--warehouse", folder["w"])).Expect(0);
        Assert.Contains("The load is published, but the cases were not scored", load.Messages, StringComparison.Ordinal);
        Assert.Contains("open.model.json", load.Messages, StringComparison.Ordinal);
        ProcessResult list = (await CommandLineRun.ComplaintsAsync(folder.Path, "risk", "list", "--warehouse", folder["w"])).Expect(0);
        Assert.Contains("This list is out of date", list.Output, StringComparison.Ordinal);
        ProcessResult fresh = (await risk.RiskAsync("list", "--state", "open", "--least-probability", "0.2")).Expect(0);
        Assert.DoesNotContain("out of date", fresh.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("answered", fresh.Output, StringComparison.Ordinal);
        Assert.Contains("within 60 days after the response", fresh.Output, StringComparison.Ordinal);
        Assert.Contains("one of", (await risk.RiskAsync("list", "--landlord", "NOBODY")).Expect(3).Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_no_model_in_use_a_list_is_shown_only_of_a_model_that_is_named_and_says_that_it_is_for_looking_at()
    {
        using TemporaryFolder folder = new();
        Copy(risk.Warehouse, folder["w"]);
        (await CommandLineRun.ComplaintsAsync(folder.Path, "risk", "rollback", "--warehouse", folder["w"])).Expect(0);
        ProcessResult refused = (await CommandLineRun.ComplaintsAsync(folder.Path, "risk", "list", "--warehouse", folder["w"])).Expect(3);
        Assert.Contains("No model is in use", refused.Messages, StringComparison.Ordinal);
        (await CommandLineRun.ComplaintsAsync(folder.Path, "risk", "explain", "no-such-case", "--warehouse", folder["w"])).Expect(3);
        ProcessResult named = (
            await CommandLineRun.ComplaintsAsync(
                folder.Path,
                "risk",
                "list",
                "--model",
                risk.Version,
                "--warehouse",
                folder["w"])).Expect(0);
        Assert.Contains("it was taken out of use", named.Messages, StringComparison.Ordinal);
        Assert.Contains("not for work", named.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_evaluation_of_one_month_is_for_looking_at_and_does_not_replace_the_one_promoted_on()
    {
        using TemporaryFolder folder = new();
        Copy(risk.Warehouse, folder["w"]);
        ProcessResult judged = (await CommandLineRun.ComplaintsAsync(
            folder.Path, "risk", "evaluate", "--months", "1", "--resamples", "10", "--warehouse", folder["w"])).Expect(0);
        Assert.Contains("not for promoting", judged.Output, StringComparison.Ordinal);
        Assert.Contains("At each week open, 1 month", judged.Output, StringComparison.Ordinal);
        Assert.Contains(
            "by evaluation 1.",
            (
                await CommandLineRun.ComplaintsAsync(
                    folder.Path,
                    "risk",
                    "promote",
                    "--model",
                    risk.Version,
                    "--warehouse",
                    folder["w"])).Expect(0).Messages,
            StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(Path.Combine(folder["w"], "models", risk.Version), "evaluation-*.json").Length);
    }

    [Fact]
    public async Task Monitoring_compares_now_with_training()
    {
        JsonElement report = JsonDocument.Parse((await risk.RiskAsync("monitor", "--format", "json")).Expect(0).Output).RootElement;
        Assert.True(report.GetProperty("moments").GetInt32() > 100);
        Assert.NotEqual("alarm", report.GetProperty("scores").GetProperty("level").GetString());
        Assert.Contains("stability index", (await risk.RiskAsync("monitor")).Expect(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_200_escalated_cases_training_is_refused_and_says_why()
    {
        using TemporaryFolder folder = new();
        (
            await CommandLineRun.ComplaintsAsync(
                folder.Path,
                "generate",
                "--sample",
                "agent",
                "--homes",
                "500",
                "--years",
                "1",
                "--out",
                folder["s"])).Expect(0);
        (await CommandLineRun.ComplaintsAsync(folder.Path, "load", folder["s"], "--warehouse", folder["w"])).Expect(0);
        ProcessResult train = (await CommandLineRun.ComplaintsAsync(folder.Path, "risk", "train", "--warehouse", folder["w"])).Expect(3);
        Assert.Contains("too few to tell a pattern from chance", train.Messages, StringComparison.Ordinal);
        Assert.Contains("200", train.Messages, StringComparison.Ordinal);
        Assert.Empty(train.Output);
        ProcessResult list = (await CommandLineRun.ComplaintsAsync(folder.Path, "risk", "list", "--warehouse", folder["w"])).Expect(3);
        Assert.Contains("There is no model yet", list.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("train", "--horizon", "0")]
    [InlineData("evaluate", "--months", "99")]
    [InlineData("monitor", "--days", "1")]
    [InlineData("list", "--format", "csv")]
    public async Task An_option_out_of_range_is_2(string command, string option, string value) =>
        (await risk.RiskAsync(command, option, value)).Expect(2);

    [Fact]
    public async Task The_bench_learns_from_any_table()
    {
        using TemporaryFolder folder = new();
        IEnumerable<string> rows = Enumerable.Range(0, 1200).Select(
            i => $"{1 + (i / 400)},{i % 7},{(i % 3 == 0 ? "yes" : "no")},{(i % 7 > 4 || i % 11 == 0 ? 1 : 0)}");
        await File.WriteAllLinesAsync(folder["t.csv"], rows.Prepend("month,wait,chased,escalated"), TestContext.Current.CancellationToken);
        ProcessResult bench = (await CommandLineRun.ComplaintsAsync(
            folder.Path,
            "risk",
            "bench",
            "--csv",
            folder["t.csv"],
            "--label",
            "escalated",
            "--time",
            "month",
            "--train",
            "1-2",
            "--test",
            "3",
            "--resamples",
            "20",
            "--repeats",
            "1")).Expect(0);
        Assert.Contains("ROC-AUC", bench.Output, StringComparison.Ordinal);
        (await CommandLineRun.ComplaintsAsync(folder.Path, "risk", "bench", "--csv", folder["t.csv"])).Expect(2);
    }

    private static void Copy(string from, string to)
    {
        File.Copy(PseudonymKey.FileOf(from), PseudonymKey.FileOf(to));
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private async Task<JsonElement[]> ListAsync(params string[] arguments) =>
        [
            .. JsonDocument.Parse(
                (await risk.RiskAsync(["list", "--format", "json", .. arguments])).Expect(0).Output).RootElement.EnumerateArray(),
        ];
}

using System.Globalization;
using Complaints.Cli.CommandLine;
using Complaints.Domain.Code;
using Complaints.Domain.Text;
using Complaints.Measures.Cases;
using Complaints.Measures.Figures;

namespace Complaints.Cli.Views;

/// <summary>Writes cases for machines, one at a time: a JSON array of flat objects, or CSV of the same fields in the same order.</summary>
internal sealed class CaseMachineWriter
{
    private readonly TextWriter _into;
    private readonly OutputFormat _format;
    private readonly string _measure;
    private readonly string _part;
    private readonly FigureTable? _figure;
    private bool _any;

    public CaseMachineWriter(TextWriter into, OutputFormat format, CaseListQuery query, FigureTable? figure)
    {
        _into = into;
        _format = format;
        _measure = query.Figure.Measures[0];
        _part = MachineJson.Word(query.Part);
        _figure = figure;
        into.Write(format == OutputFormat.Csv ? CsvLine.Of(Fields(null).Select(field => field.Name)) + "\n" : "[");
    }

    public void Write(IEnumerable<CaseEntry> cases)
    {
        foreach (CaseEntry entry in cases)
        {
            (string Name, object? Value)[] fields = Fields(entry);
            _into.Write(_format == OutputFormat.Csv
                ? CsvLine.Of(fields.Select(field => Convert.ToString(Plain(field.Value), CultureInfo.InvariantCulture) ?? "")) + "\n"
                : (_any ? ",\n" : "\n") + MachineJson.Text(fields.ToDictionary(field => field.Name, field => Plain(field.Value))));
            _any = true;
        }
    }

    public void End() => _into.Write(_format == OutputFormat.Csv ? "" : _any ? "\n]\n" : "]\n");

    private (string Name, object? Value)[] Fields(CaseEntry? entry) =>
    [
        ("landlord", entry?.Landlord),
        ("source_system", entry?.SourceSystem),
        ("case_reference", entry?.CaseReference),
        ("stage", (int?)entry?.Stage),
        ("stock_type", entry?.StockType),
        ("status", entry?.Status),
        ("excluded_for", entry?.ExcludedFor),
        ("service_area", entry?.Subject.ServiceArea),
        ("category", entry?.Subject.Category),
        ("subcategory", entry?.Subject.Subcategory),
        ("contractor", entry?.Subject.Contractor),
        ("handler", entry?.Subject.Handler),
        ("received_on", entry?.Days.Received),
        ("acknowledged_on", entry?.Days.Acknowledged),
        ("responded_on", entry?.Days.Responded),
        ("code_version", entry?.Clock?.RuleId),
        ("clock_started_on", entry?.Clock?.StartedOn),
        ("due_on", entry?.Clock?.DueOn),
        ("extended_to", entry?.Clock?.ExtendedTo),
        ("basis", entry?.Clock is CaseDeadline clock ? MachineJson.Word<InTimeBasis>(clock.Basis) : null),
        ("working_days_left", entry?.Clock?.WorkingDaysLeft),
        ("why", entry?.Clock?.Why),
        ("outcome", entry?.Outcome),
        ("last_contact_on", entry?.Handling.LastContact),
        ("next_contact_on", entry?.Handling.NextContact),
        ("promises_open", entry?.Handling.PromisesOpen),
        ("promises_overdue", entry?.Handling.PromisesOverdue),
        ("measure", _measure),
        ("part", _part),
        ("as_at", _figure?.AsAt),
        ("known_at_load", _figure?.KnownAtLoad),
    ];

    private static object? Plain(object? value) =>
        value is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : value;
}

using System.Text.Encodings.Web;
using System.Text.Json;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;

namespace Complaints.Measures.Output;

/// <summary>
/// Figures as JSON: an array with one object a figure. First the group (<c>landlord</c>, <c>landlord_name</c>, <c>stock_type</c> …), then
/// <c>measure</c>, <c>numerator</c>, <c>denominator</c>, <c>value</c>, <c>display</c>, then the rules. Numbers are exact: read them as
/// decimals.
/// </summary>
public static class FigureJson
{
    private static readonly JsonWriterOptions s_options = new()
    {
        Indented = true,
        NewLine = "\n",
        // The output is a file or a terminal, not a page: names keep their letters.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the figures of a table; the stream stays open.</summary>
    public static void Write(FigureTable table, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var json = new Utf8JsonWriter(stream, s_options);
        json.WriteStartArray();
        foreach (Figure figure in table.Figures)
        {
            Write(figure, json);
        }

        json.WriteEndArray();
    }

    /// <summary>The figures of a table as text.</summary>
    public static string Text(FigureTable table)
    {
        using var stream = new MemoryStream();
        Write(table, stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Figure figure, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (DimensionValue value in figure.Dimensions)
        {
            json.WriteString(value.Dimension, value.Value);
        }

        json.WriteString("measure", figure.Measure);
        Number(json, "numerator", figure.State == CellState.Suppressed ? null : figure.Numerator);
        Number(json, "denominator", figure.Denominator);
        Number(json, "value", figure.Value);
        json.WriteString("display", figure.Display);
        if (figure.State == CellState.Suppressed)
        {
            json.WriteString("suppressed", Figure.WhyWithheld);
        }

        if (figure.Share is FigureShare share)
        {
            Number(json, "share", share.Value);
            json.WriteString("share_display", share.Display);
            Number(json, "share_total", share.Total);
        }

        WriteRules(figure, json);
        json.WriteEndObject();
    }

    private static void WriteRules(Figure figure, Utf8JsonWriter json)
    {
        json.WriteString("unit", figure.Unit);
        json.WriteNumber("decimal_places", figure.DecimalPlaces);
        json.WriteString("rounding", CatalogueWords.Word(CatalogueWords.Roundings, figure.Rounding));
        json.WriteStartArray("code_versions");
        foreach (string rule in figure.RuleIds)
        {
            json.WriteStringValue(rule);
        }

        json.WriteEndArray();
        json.WriteString("population", figure.Population);
        json.WriteString("calendar", figure.Calendar);
        json.WriteString("from", figure.From?.ToString("yyyy-MM-dd"));
        json.WriteString("to", figure.To?.ToString("yyyy-MM-dd"));
        json.WriteString("as_at", figure.AsAt?.ToString("yyyy-MM-dd"));
        json.WriteString("known_to", figure.KnownTo?.ToString("yyyy-MM-dd"));
        json.WriteNumber("known_at_load", figure.KnownAtLoad);
        if (figure.HasCountsWithheld)
        {
            json.WriteBoolean("incomplete", figure.Incomplete);
            WriteStale(figure, json);
            return;
        }

        json.WriteNumber("open_at_cut_off", figure.OpenAtCutOff);
        if (figure.NumeratorOpenAtCutOff is long above)
        {
            json.WriteNumber("numerator_open_at_cut_off", above);
        }

        json.WriteStartObject("excluded");
        foreach (ExcludedCount excluded in figure.Excluded)
        {
            json.WriteNumber(excluded.Reason, excluded.Complaints);
        }

        json.WriteEndObject();
        json.WriteString("extensions", CatalogueWords.Word(CatalogueWords.Extensions, figure.Extensions));
        json.WriteStartObject("extension_faults");
        foreach (ExtensionFaultCount fault in figure.ExtensionFaults)
        {
            json.WriteNumber(fault.Fault, fault.Complaints);
        }

        json.WriteEndObject();
        json.WriteBoolean("incomplete", figure.Incomplete);
        json.WriteNumber("homes_missing", figure.HomesMissing);
        json.WriteNumber("homes_unknown", figure.HomesUnknown);
        json.WriteNumber("unmatched_rows", figure.UnmatchedRows);
        json.WriteNumber("held_back_rows", figure.HeldBackRows);
        json.WriteStartObject("held_back");
        foreach (HeldBackCount count in figure.HeldBack)
        {
            json.WriteNumber(count.Rule, count.Rows);
        }

        json.WriteEndObject();
        WriteStale(figure, json);
    }

    private static void WriteStale(Figure figure, Utf8JsonWriter json)
    {
        json.WriteStartArray("stale");
        foreach (StaleSource source in figure.StaleSources)
        {
            json.WriteStartObject();
            json.WriteString("source", source.Source);
            json.WriteString("known_to", source.KnownTo.ToString("yyyy-MM-dd"));
            json.WriteNumber("fresh_for_days", source.FreshForDays);
            json.WriteString("says", source.Words);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is decimal number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}

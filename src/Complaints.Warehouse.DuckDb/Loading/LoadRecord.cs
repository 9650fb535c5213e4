using System.Text.Json;
using Complaints.Warehouse.DuckDb.Connections;
using Complaints.Warehouse.DuckDb.Merging;
using Complaints.Warehouse.Loading;
using DuckDB.NET.Data;

namespace Complaints.Warehouse.DuckDb.Loading;

/// <summary>Writes what a load was, and its control totals, into the file that is about to be published.</summary>
internal sealed class LoadRecord(DuckDBConnection connection, MergeParameters load)
{
    private static readonly string[] s_controls = ["fates", "control rows", "control one fate", "control counters"];

    private readonly MergeScript _script = MergeScript.Load("commit");

    /// <summary>Takes the control totals of a file and notes the file.</summary>
    public void AddFile(LoadFileSummary file)
    {
        MergeParameters parameters = load
            .With("file_name", file.FileName)
            .With("source_system", file.SourceSystem)
            .With("sha256", file.Sha256)
            .With("bytes", file.Bytes)
            .With("mapping_id", file.MappingId)
            .With("mapping_hash", file.MappingHash)
            .With("target", file.Target)
            .With("mode", file.Mode == LoadMode.Full ? "full" : "incremental")
            .With("rows_read", file.RowsRead)
            .With("rows_loaded", file.RowsLoaded)
            .With("rows_unchanged", file.RowsUnchanged)
            .With("rows_quarantined", file.RowsQuarantined)
            .With("corrections", JsonSerializer.Serialize(file.Corrections))
            .With("accepted_references", file.AcceptedReferences)
            .With("fresh_for_days", file.FreshForDays);
        foreach (string control in s_controls)
        {
            _script.Run(connection, control, parameters);
        }

        _script.Run(connection, "file", parameters);
    }

    /// <summary>Notes with which key the residents' pseudonyms were made.</summary>
    public void AddPseudonymKey(string fingerprint, DateTimeOffset finishedAt) =>
        _script.Run(connection, "pseudonym key", load.With("fingerprint", fingerprint).With("finished_at", finishedAt));

    /// <summary>Notes the load; returns its control totals.</summary>
    public IReadOnlyList<ReconciliationControl> Finish(MergeCounts totals, DateTimeOffset finishedAt)
    {
        MergeParameters parameters = load
            .With("finished_at", finishedAt)
            .With("facts_added", totals.Added)
            .With("facts_changed", totals.Changed)
            .With("facts_closed", totals.Closed)
            .With("facts_withdrawn", totals.Withdrawn);
        _script.Run(connection, "load", parameters);
        _script.Run(connection, "reconciliation", parameters);
        return Controls();
    }

    private List<ReconciliationControl> Controls()
    {
        using DuckDBCommand command = connection.Command(_script.Step("read controls"));
        using DuckDBDataReader reader = command.ExecuteReader();
        var controls = new List<ReconciliationControl>();
        while (reader.Read())
        {
            controls.Add(new ReconciliationControl(reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2)));
        }

        return controls;
    }
}

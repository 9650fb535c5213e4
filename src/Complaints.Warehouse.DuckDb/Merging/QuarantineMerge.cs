using Complaints.Warehouse.DuckDb.Connections;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Rows;
using Complaints.Warehouse.Rows.Layouts;
using DuckDB.NET.Data;

namespace Complaints.Warehouse.DuckDb.Merging;

/// <summary>Keeps what is held back: entries known from earlier loads stay, new ones are added with their candidates.</summary>
internal sealed class QuarantineMerge(DuckDBConnection connection, Func<IEnumerable<MergeScript>> standing)
    : RowMerge<QuarantineRow>(connection, new QuarantineLayout())
{
    private readonly MergeScript _script = MergeScript.Load("quarantine");
    private readonly List<(long StagedRow, WorklistCandidate Candidate)> _candidates = [];
    private readonly List<(long StagedRow, HomeLead Lead)> _leads = [];

    public override void Append(IReadOnlyList<QuarantineRow> rows)
    {
        long first = Staging.Rows;
        base.Append(rows);
        for (int i = 0; i < rows.Count; i++)
        {
            foreach (WorklistCandidate candidate in rows[i].Candidates)
            {
                _candidates.Add((first + i, candidate));
            }

            foreach (HomeLead lead in rows[i].Leads)
            {
                _leads.Add((first + i, lead));
            }
        }
    }

    /// <summary>Open entries of earlier loads whose rows this load accepted, or holds back otherwise, are no longer open.</summary>
    public void Resolve(MergeParameters parameters)
    {
        _script.Run(Connection, "settle", parameters);
        _script.Run(Connection, "replace", parameters);
    }

    /// <summary>Entries that a mended export names are settled by what became of their rows.</summary>
    public void Settle(IReadOnlyList<ReplayedEntry> entries, MergeParameters parameters)
    {
        // A row that was split into several is mended when all of them are.
        HashSet<long> heldBack = [.. entries.Where(entry => !entry.Loaded).Select(entry => entry.QuarantineId)];
        MergeParameters all = parameters
            .With("held_back", Ids(heldBack))
            .With("loaded", Ids(entries.Select(entry => entry.QuarantineId).Where(id => !heldBack.Contains(id))));
        _script.Run(Connection, "settle replayed", all);
        Resolve(all);
    }

    /// <summary>Entries that a person decided to leave out are no longer open.</summary>
    public void Dismiss(IReadOnlyList<DismissedEntry> entries, MergeParameters parameters)
    {
        foreach (DismissedEntry entry in entries)
        {
            MergeParameters one = parameters
                .With("quarantine_id", entry.QuarantineId)
                .With("dismissed_by", entry.By)
                .With("reason", entry.Reason);
            if (_script.Numbers(Connection, "count open", one)[0] != 1)
            {
                throw new InvalidOperationException($"Entry {entry.QuarantineId} of the quarantine is not open.");
            }

            _script.Run(Connection, "dismiss", one);
        }
    }

    /// <summary>A full file states all that is held back of a target: other open entries are superseded.</summary>
    public void Supersede(string target, MergeParameters parameters) =>
        _script.Run(Connection, "supersede", parameters.With("target", target));

    protected override MergeCounts MergeStaged(MergeScope scope, MergeParameters parameters)
    {
        StageCandidates();
        StageLeads();
        FindStanding(parameters);
        foreach (string step in (string[])["compare", "insert", "candidates", "leads", "seen", "rows"])
        {
            _script.Run(Connection, step, parameters);
        }

        long[] counts = _script.Numbers(Connection, "counts", parameters);
        Connection.Execute("DROP TABLE staging_candidate");
        Connection.Execute("DROP TABLE staging_lead");
        return MergeCounts.None with { Added = counts[0], SourceRowsUnchanged = counts[1] };
    }

    protected override void Conclude(MergeParameters parameters) => Resolve(parameters);

    // What a full file no longer holds back depends on its target, which only the summary of the load knows.
    protected override MergeCounts Withdraw(MergeParameters parameters) => MergeCounts.None;

    private static string Ids(IEnumerable<long> ids) =>
        string.Join(',', ids.Select(id => id.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    // A row that was mended here comes again from its source as long as nobody mends it there.
    private void FindStanding(MergeParameters parameters)
    {
        _script.Run(Connection, "find replayed", parameters);
        if (_script.Numbers(Connection, "count replayed", parameters)[0] == 0)
        {
            return;
        }

        foreach (MergeScript script in standing())
        {
            script.Run(Connection, "standing entries", parameters);
        }
    }

    private void StageCandidates()
    {
        Connection.Execute(
            """
            CREATE TEMP TABLE staging_candidate (
              staged_row         BIGINT,
              landlord_code      VARCHAR,
              property_id        BIGINT,
              property_reference VARCHAR,
              score              DECIMAL(5, 4),
              why                VARCHAR
            )
            """);
        using DuckDBAppender appender = Connection.CreateAppender("temp", "main", "staging_candidate");
        foreach ((long stagedRow, WorklistCandidate candidate) in _candidates)
        {
            appender.CreateRow()
                .AppendValue((long?)stagedRow)
                .AppendValue(candidate.LandlordCode.Value)
                .AppendValue(candidate.PropertyId)
                .AppendValue(candidate.PropertyReference)
                .AppendValue((decimal?)candidate.Score)
                .AppendValue(candidate.Why)
                .EndRow();
        }

        _candidates.Clear();
    }

    private void StageLeads()
    {
        Connection.Execute(
            "CREATE TEMP TABLE staging_lead AS SELECT quarantine_id AS staged_row, * EXCLUDE (quarantine_id, ends_on) FROM held_back_lead LIMIT 0");
        using DuckDBAppender appender = Connection.CreateAppender("temp", "main", "staging_lead");
        foreach ((long stagedRow, HomeLead lead) in _leads)
        {
            appender.CreateRow()
                .AppendValue((long?)stagedRow)
                .AppendValue(lead.Allocator)
                .AppendValue(lead.Identifier)
                .AppendValue(lead.IdentifierNormalised)
                .AppendValue(lead.UprnFrom?.Value)
                .AppendValue(lead.UprnTo?.Value)
                .AppendValue(lead.PropertyAllocator)
                .AppendValue(lead.PropertyReference)
                .AppendValue(lead.ValidFrom)
                .AppendValue(lead.ValidTo)
                .AppendValue(lead.Address)
                .EndRow();
        }

        _leads.Clear();
    }
}

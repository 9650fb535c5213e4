using Complaints.Domain.Homes;
using Complaints.Domain.Time;
using Complaints.Etl.Assign;
using Complaints.Etl.Conform;
using Complaints.Etl.Conform.Rows;
using Complaints.Etl.Mapping;
using Complaints.Etl.Quarantine;
using Complaints.Warehouse;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Queries;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Loading;

/// <summary>Loads a file into the rows that its target stands for.</summary>
internal sealed class TargetLoader(ILoadSession session, TimeProvider clock, PseudonymKey key, DateOnly extractDate, FilePreparation files, LoadGuard guard)
{
    /// <summary>Whether the files are mended exports of the quarantine.</summary>
    internal bool Replay { get; init; }

    /// <summary>A person's decisions given to this load; null without any.</summary>
    internal ReviewedFile? Review { get; init; }

    internal async Task<FileOutcome> LoadAsync(PreparedFile file, Action<LoadPhase, long> report, CancellationToken cancellationToken)
    {
        ConformContext context = await ContextAsync(file, cancellationToken).ConfigureAwait(false);
        return await (file.Mapping.Target switch
        {
            LoadTarget.Landlord => Load(new LandlordConformer(context)),
            LoadTarget.Property => Load(new PropertyConformer(context)),
            LoadTarget.PropertyReference => Load(new PropertyReferenceConformer(context)),
            LoadTarget.Stock => Load(new StockConformer(context)),
            LoadTarget.Stage => Load(new ComplaintConformer(context, wide: false)),
            LoadTarget.Complaint => Load(new ComplaintConformer(context, wide: true)),
            LoadTarget.Contact => Load(new ContactConformer(context)),
            LoadTarget.Communication => Load(new CommunicationConformer(context)),
            LoadTarget.Action => Load(new ActionConformer(context)),
            _ => Load(new PublishedMeasureConformer(context)),
        }).ConfigureAwait(false);

        Task<FileOutcome> Load<TRow>(RowConformer<TRow> rows)
            where TRow : IWarehouseRow =>
            new FileLoader<TRow>(session, guard, clock).LoadAsync(file, context, rows, report, cancellationToken);
    }

    private async Task<ConformContext> ContextAsync(PreparedFile file, CancellationToken cancellationToken)
    {
        MappingFile mapping = file.Mapping;
        bool assigns = mapping.Landlord is { ThroughProperty: true };
        if (mapping is { Target: LoadTarget.Stage, Mode: LoadMode.Incremental })
        {
            await AddLoadedStage1Async(mapping.System, cancellationToken).ConfigureAwait(false);
        }

        var pseudonyms = new Dictionary<string, string>(StringComparer.Ordinal);
        return new ConformContext
        {
            Binding = new MappingBinding(mapping, file.Info),
            Cells = new CellReader(mapping),
            ExtractDate = extractDate,
            Calendar = WorkingCalendar.EnglandAndWales,
            Homes = assigns ? await HomeIndexReader.ReadAsync(session, cancellationToken).ConfigureAwait(false) : new HomeIndex(),
            Review = assigns ? Review : null,
            Replayed = Replay ? new ReplayedRows(file.Info.Header) : null,
            Landlords = await LandlordsAsync(cancellationToken).ConfigureAwait(false),
            Stage1 = files.Stage1Of(mapping.System),
            Pseudonym = reference => Remembered(pseudonyms, mapping.ResidentAllocator, reference),
        };
    }

    // Residents complain more than once; a bounded memory spares most of the keyed hashes.
    private string Remembered(Dictionary<string, string> known, string allocator, string reference)
    {
        const int most = 200_000;
        if (known.TryGetValue(reference, out string? pseudonym))
        {
            return pseudonym;
        }

        pseudonym = key.Pseudonym(allocator, reference);
        if (known.Count < most)
        {
            known.Add(reference, pseudonym);
        }

        return pseudonym;
    }

    private async Task<IReadOnlySet<LandlordCode>> LandlordsAsync(CancellationToken cancellationToken)
    {
        var landlords = new HashSet<LandlordCode>();
        var rows = await session.QueryAsync(NamedQuery.Of("loading/landlord_codes"), cancellationToken).ConfigureAwait(false);
        await using (rows.ConfigureAwait(false))
        {
            while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                landlords.Add(LandlordCode.Parse(rows.GetString(0)));
            }
        }

        return landlords;
    }

    private async Task AddLoadedStage1Async(string system, CancellationToken cancellationToken)
    {
        Stage1Index known = files.Stage1Of(system);
        var rows = await session
            .QueryAsync(NamedQuery.Of("loading/stage_one_days", ("source_system", system)), cancellationToken)
            .ConfigureAwait(false);
        await using (rows.ConfigureAwait(false))
        {
            while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                known.AddUnlessKnown(rows.GetString(0), rows.GetFieldValue<DateOnly>(1));
            }
        }
    }
}
